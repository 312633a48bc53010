import { watchMailbox, type MailboxWatch } from '../../../lib/intake';
import { accessTo, type Dovecot, mails, recorder, settings, startDovecot, until } from './mailbox';

let server: Dovecot;
let watches: MailboxWatch[] = [];

const watch = (...[options]: Parameters<typeof watchMailbox>) => {
  const one = watchMailbox({ reconnectMs: 50, quietMs: 0, ...options });
  watches.push(one);
  return one;
};

beforeEach(async () => {
  server = await startDovecot();
});
afterEach(async () => {
  await Promise.all(watches.map((one) => one.close()));
  watches = [];
  server.remove();
});

it('hands over every message once and moves it when it is done', async () => {
  const { shapes } = await mails();
  const kinds = Object.values(shapes);
  for (const [n, shape] of kinds.entries()) server.deliver('rh', await shape(n));
  const { handler, handled } = recorder();
  watch({ settings: settings(), access: () => Promise.resolve(accessTo(server)), handler });
  await until(() => server.count('rh', 'Vivier/Done') === kinds.length, 'all done');
  expect(server.count('rh')).toBe(0);
  expect(handled.map(({ info }) => info.attempt)).toEqual(kinds.map(() => 1));
  expect(new Set(handled.map(({ info }) => info.messageId)).size).toBe(kinds.length);
});

it('hears of a new message at once, without waiting for the next look', async () => {
  const { shapes } = await mails();
  const { handler, handled } = recorder();
  watch({ settings: settings({ pollMs: 3_600_000 }), access: () => Promise.resolve(accessTo(server)), handler });
  server.deliver('rh', await shapes.webmail(1));
  await until(() => handled.length === 1, 'first');
  server.deliver('rh', await shapes.webmail(2));
  await until(() => handled.length === 2, 'second');
});

it('marks messages and lets them lie where no folder was chosen', async () => {
  const { shapes } = await mails();
  for (const n of [1, 2]) server.deliver('rh', await shapes.webmail(n));
  const access = () => Promise.resolve(accessTo(server));
  const first = recorder();
  const one = watch({ settings: settings({ doneFolder: null }), access, handler: first.handler });
  await until(() => first.handled.length === 2, 'both');
  await one.close();
  expect(server.count('rh')).toBe(2);
  const second = recorder();
  watch({ settings: settings({ doneFolder: null }), access, handler: second.handler });
  server.deliver('rh', await shapes.webmail(3));
  await until(() => second.handled.length > 0, 'third');
  expect(second.handled.map(({ info }) => info.messageId)).toEqual(['<m3@exemple.test>']);
});

it('tries again what failed, and sets aside what alone fails, with the reason beside it', async () => {
  const { shapes } = await mails();
  for (let n = 0; n < 6; n++) server.deliver('rh', await shapes.webmail(n));
  const { handler, handled, aside } = recorder(({ info }) => info.messageId === '<m0@exemple.test>');
  watch({ settings: settings(), access: () => Promise.resolve(accessTo(server)), handler });
  await until(() => handled.length === 5, 'the others');
  for (let n = 10; server.count('rh', 'Vivier/Quarantine') < 2 && n < 40; n++) {
    server.deliver('rh', await shapes.webmail(n));
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await until(() => server.count('rh', 'Vivier/Quarantine') === 2, 'message and note');
  expect(aside.map(({ error, info }) => [error.code, info.messageId])).toEqual([
    ['intake-gave-up', '<m0@exemple.test>'],
  ]);
  await until(() => server.count('rh') === 0, 'an empty inbox');
});

it('blames no message while nothing goes through', async () => {
  const { shapes } = await mails();
  for (let n = 0; n < 5; n++) server.deliver('rh', await shapes.webmail(n));
  let down = true;
  let tries = 0;
  const { handler, handled, aside } = recorder(() => {
    tries += 1;
    return down;
  });
  watch({ settings: settings(), access: () => Promise.resolve(accessTo(server)), handler });
  await until(() => tries >= 12, 'many tries');
  down = false;
  await until(() => handled.length === 5, 'all');
  expect(aside).toEqual([]);
});

it('refuses what is too large without fetching it', async () => {
  const { compose, shapes } = await mails();
  server.deliver('rh', await compose({ from: 'a@b.test', subject: 'big', text: 'x'.repeat(2_000_000) }));
  server.deliver('rh', await shapes.webmail(1));
  const { handler, handled, aside } = recorder();
  watch({ settings: settings(), access: () => Promise.resolve(accessTo(server)), handler });
  await until(() => handled.length === 1 && aside.length === 1, 'both');
  expect(aside[0].error.code).toBe('too-large');
  await until(() => server.count('rh', 'Vivier/Quarantine') === 2, 'message and note');
});

it('loses nothing when the server is killed again and again', async () => {
  const { shapes } = await mails();
  const all = 40;
  for (let n = 0; n < all; n++) server.deliver('rh', await shapes.webmail(n));
  const { handler, handled, troubles } = recorder(async () => {
    await new Promise((resolve) => setTimeout(resolve, 30));
    return false;
  });
  watch({ settings: settings(), access: () => Promise.resolve(accessTo(server)), handler });
  for (const part of [8, 16, 24]) {
    await until(() => handled.length >= part, `${part} handled`);
    server.kill();
    await new Promise((resolve) => setTimeout(resolve, 150));
    await server.start();
  }
  await until(() => server.count('rh', 'Vivier/Done') === all, 'all done');
  expect(new Set(handled.map(({ info }) => info.messageId)).size).toBe(all);
  expect(troubles.length).toBeGreaterThan(0);
});

it('says that the password is wrong, once, and goes on with the new one', async () => {
  const { shapes } = await mails();
  server.deliver('rh', await shapes.webmail(1));
  let password = 'old';
  const { handler, handled, troubles } = recorder();
  watch({ settings: settings(), access: () => Promise.resolve(accessTo(server, { password })), handler });
  await until(() => troubles.length === 1, 'trouble');
  await new Promise((resolve) => setTimeout(resolve, 500));
  password = 'secret';
  await until(() => handled.length === 1, 'the mail');
  expect(troubles.map(({ code }) => code)).toEqual(['mailbox-login']);
});

it('knows a message that came twice', async () => {
  const { shapes } = await mails();
  server.deliver('rh', await shapes.webmail(1));
  const { handler, handled } = recorder();
  watch({ settings: settings(), access: () => Promise.resolve(accessTo(server)), handler });
  await until(() => server.count('rh', 'Vivier/Done') === 1, 'first');
  server.deliver('rh', await shapes.webmail(1));
  await until(() => handled.length === 2, 'second');
  expect(handled.map(({ info }) => info.handledBefore)).toEqual([false, true]);
});

it('finishes what is under way when it is switched off, and does not take it twice when switched on', async () => {
  const { shapes } = await mails();
  server.deliver('rh', await shapes.webmail(1));
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  let begun = 0;
  const { handler } = recorder(async () => {
    begun += 1;
    await held;
    return false;
  });
  const access = () => Promise.resolve(accessTo(server));
  const closing = watch({ settings: settings(), access, handler });
  await until(() => begun === 1, 'begun');
  const closed = closing.close();
  watch({ settings: settings(), access, handler });
  await new Promise((resolve) => setTimeout(resolve, 700));
  release();
  await closed;
  expect(begun).toBe(1);
  expect(server.count('rh', 'Vivier/Done')).toBe(1);
});
