import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { changesFrom, readChats, suggestFromChats, toMarkdown } from '../../../lib/chats';
import { nadia } from '../documents/letters/people';

const bytes = (name: string) => readFileSync(join(__dirname, '../../fixtures/chats', name));
const file = (name: string) => ({ data: new Uint8Array(bytes(name)), fileName: name });
const made = (data: string | Uint8Array, fileName = 'x.json') => ({
  data: typeof data === 'string' ? strToU8(data) : data,
  fileName,
});

it.each([
  ['chatgpt', 'Aide pour mon CV', ['user', 'assistant', 'user'], ['cv-ancien.pdf'], '2026-01-01T00:00:00.500Z'],
  ['claude', 'Cover letter', ['user', 'assistant'], ['notes.txt', 'photo.jpg'], '2026-02-03T10:00:00.000Z'],
  ['grok', 'Entretien', ['user', 'assistant'], ['f-123'], '2026-03-01T08:00:00.000Z'],
  ['lechat', 'lechat', ['user', 'assistant'], ['offre.pdf'], '2026-04-01T09:00:00.000Z'],
])('%s: title, dates, who said what, attachments', async (platform, title, roles, names, startedAt) => {
  for (const fileName of [`${platform}.json`, 'export.bin']) {
    const [chat] = await readChats({ ...file(`${platform}.json`), fileName });
    expect(chat).toMatchObject({ platform, startedAt });
    if (fileName !== 'export.bin') expect(chat.title).toBe(title);
    expect(chat.messages.map(({ role }) => role)).toEqual(roles);
    expect(chat.attachments.map(({ name }) => name)).toEqual(names);
    expect(chat.messages.every(({ at, text }) => at !== null && text !== '')).toBe(true);
  }
});

it('of a conversation that was edited, the branch that was shown last is read', async () => {
  const [{ messages }] = await readChats(file('chatgpt.json'));
  expect(messages.map(({ text }) => text)).not.toContain('Une branche abandonnée');
  expect(messages[0].text).toBe('Je parle couramment allemand.');
});

it('Markdown: speakers in French and English; what stands in a code block is no speaker', async () => {
  const [chat] = await readChats(file('notes.md'));
  expect(chat).toMatchObject({ platform: 'markdown', title: 'Préparer mon entretien' });
  expect(chat.messages.map(({ role }) => role)).toEqual(['user', 'assistant']);
  expect(chat.messages[0].text).toContain('du code');
});

it('a ZIP with files about the account beside the conversations', async () => {
  const zip = zipSync({
    'data/conversations.json': bytes('chatgpt.json'),
    'data/user.json': strToU8('{"email":"a@b.test"}'),
    'data/picture.png': new Uint8Array(10),
    'chat-1.json': bytes('lechat.json'),
  });
  const chats = await readChats(made(zip, 'export.zip'));
  expect(chats.map(({ platform }) => platform).sort()).toEqual(['chatgpt', 'lechat']);
});

it.each([
  ['', 'empty'],
  ['{"a":1}', 'not-a-chat'],
  ['[]', 'not-a-chat'],
  ['[{"mapping":', 'invalid-json'],
  ['Bonjour, voici ma lettre.', 'not-a-chat'],
  ['[{"chat_messages":[]}]', 'not-a-chat'],
  ['PK\u0003\u0004 damaged', 'corrupt'],
])('%j is refused with its own error', async (content, code) => {
  await expect(readChats(made(content))).rejects.toMatchObject({ code });
});

it('what is too large is refused, also inside an archive, whatever size it claims', async () => {
  const most = { mostBytes: 1024 * 1024 };
  await expect(readChats(made(new Uint8Array(2 * 1024 * 1024)), most)).rejects.toMatchObject({ code: 'too-large' });
  const bomb = zipSync({ 'conversations.json': new Uint8Array(8 * 1024 * 1024) });
  await expect(readChats(made(bomb, 'x.zip'), most)).rejects.toMatchObject({ code: 'zip-bomb' });
});

it.each([
  '[{"mapping":{"a":{"parent":"b"},"b":{"parent":"a"}},"current_node":"a"}]',
  '[{"mapping":{"__proto__":{"parent":"constructor"}},"current_node":"__proto__"}]',
  '[{"mapping":[1,null],"current_node":{}}]',
  '{"conversations":[{"conversation":{"title":[]},"responses":[null,{"response":7}]}]}',
  '[{"role":"user","content":[[],{},null],"createdAt":{"$date":{"$numberLong":"x"}}}]',
])('odd shapes end in an error, not in a crash or a loop: %s', async (content) => {
  await expect(readChats(made(content))).rejects.toMatchObject({ code: 'not-a-chat' });
});

it('what the pool keeps can be read again', async () => {
  const [chat] = await readChats(file('chatgpt.json'));
  const [again] = await readChats(made(toMarkdown(chat, 'fr'), 'x.md'));
  expect(again.messages.map(({ role, text }) => [role, text])).toEqual(
    chat.messages.map(({ role, text }) => [role, text]),
  );
});

describe('suggestions', () => {
  it('are what the person said of themselves, with the quote, and nothing that the other side said or the profile has', async () => {
    const suggestions = suggestFromChats(await readChats(file('chatgpt.json')), nadia(), 'fr');
    expect(suggestions.map(({ path, label }) => [path, label])).toEqual([
      ['languages', 'allemand, C1'],
      ['skills', 'Power BI'],
      ['skills', 'QuickBooks'],
    ]);
    expect(suggestions[0]).toMatchObject({ quote: 'Je parle couramment allemand.', chat: { platform: 'chatgpt' } });
  });

  it('fill contact details only where the profile has none', async () => {
    const chats = await readChats(file('claude.json'));
    expect(suggestFromChats(chats, nadia(), 'en')).toEqual([]);
    const profile = nadia();
    profile.contact.phone = null;
    expect(suggestFromChats(chats, profile, 'en')).toMatchObject([{ path: 'contact.phone', value: '+44 7700 900123' }]);
  });

  it('become changes for the profile once accepted, and reach no other part of it', async () => {
    const profile = nadia();
    const suggestions = suggestFromChats(await readChats(file('chatgpt.json')), profile, 'fr');
    const changes = changesFrom(suggestions, profile);
    expect(changes.map(({ path }) => path)).toEqual(['languages', 'skills']);
    expect(changes[0].value).toHaveLength(3);
    const forged = { ...suggestions[0], path: 'identity.birthDate' as 'skills' };
    expect(() => changesFrom([forged], profile)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
    expect(() => changesFrom([], profile)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });
});
