import { describeMail } from '../../../lib/intake';

const load = () => import('../../fixtures/mails/shapes.mjs');
const mail = (head: string, body = 'x') => Buffer.from(`${head}\r\n\r\n${body}`, 'latin1');

it('lets no header lead an answer to several people or to a forged line', async () => {
  const info = await describeMail(mail('From: a@b.test\r\nReply-To: =?utf-8?Q?x=40y.test=0D=0ABcc:_all=40b.test?='));
  expect(info.answerTo ?? '').not.toMatch(/[\r\n,;]/);
});

it('keeps control characters and endless subjects out', async () => {
  const info = await describeMail(mail(`From: a@b.test\r\nSubject: ${'A'.repeat(9000)}\u0000\u0007`));
  expect(info.subject?.length).toBeLessThanOrEqual(500);
});

it('counts thousands of links and attachments only so far', async () => {
  const { compose } = await load();
  const text = Array.from({ length: 3000 }, (_, n) => `https://exemple.test/${n}`).join('\n');
  const attachments = Array.from({ length: 400 }, (_, n) => ({ filename: `${n}.txt`, content: 'x' }));
  const info = await describeMail(await compose({ from: 'a@b.test', text, attachments }));
  expect(info.links).toHaveLength(50);
  expect(info.attachments).toHaveLength(200);
});

it('says nothing rather than fail on what is no mail', async () => {
  for (const bytes of [Buffer.alloc(0), Buffer.alloc(5000, 255), Buffer.from('\u0000\u0001')])
    expect(await describeMail(bytes)).toMatchObject({ from: null, answerTo: null });
});

it('reads markup made to be slow in little time', async () => {
  const { compose } = await load();
  const html = `<a ${'href="'.repeat(30_000)}${'<a '.repeat(30_000)}`;
  const info = await describeMail(await compose({ from: 'a@b.test', html }));
  expect(info.links).toEqual([]);
});
