import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { FilledForm } from './forms';
import { openCopy } from './mail-server';
import { itemsOf, type N8n, OTHER_POOL, ownFolder, readFiles, runLine, runningN8n, vivierNode } from './running';

jest.setTimeout(240_000);

let n8n: N8n;
beforeAll(async () => {
  n8n = await runningN8n();
  const { path, selector } = ownFolder(n8n, 'documents');
  const cv =
    'Servane Kerouanton\nservane@documents.test\n06 39 98 40 01\n\nExpérience\n2019 - 2023 Ébéniste, Atelier Vasseur';
  writeFileSync(join(path, 'servane.txt'), cv);
  const run = await runLine(n8n, [
    readFiles(`${selector}/servane.txt`),
    vivierNode('CV Extract', 'cvExtract', {}),
    vivierNode('CV Analyze', 'cvAnalyze', { engine: 'rules' }),
    vivierNode('Save', 'talentPool', {}, { credentials: OTHER_POOL }),
  ]);
  expect(run.error?.message).toBeUndefined();
});

const listed = (page: string) => /1\. Servane Kerouanton[^<"]*/.exec(page)?.[0] ?? '';

/** What the pool keeps about the person, by search. */
async function person() {
  const search = { operation: 'search', query: 'servane@documents.test' };
  const run = await runLine(n8n, [
    vivierNode('Find', 'talentPool', search, { credentials: OTHER_POOL }),
    vivierNode('Kept', 'talentPool', { resource: 'document', operation: 'getAll' }, { credentials: OTHER_POOL }),
  ]);
  const [{ json }] = await itemsOf(run, 'Find');
  const kept = (await itemsOf(run, 'Kept')).map((one) => one.json as { kind: string; name: string; by: string });
  return { profile: json.profile as { languages: { code: string }[] }, kept };
}

describe('“Documents on demand”', () => {
  let flow: Awaited<ReturnType<typeof openCopy>>;
  beforeAll(async () => {
    flow = await openCopy(n8n, 'documents-on-demand', OTHER_POOL);
  });
  afterAll(() => flow.stop());
  const ask = async (kind: string, format: string, words = 'kerouanton') => {
    const form = new FilledForm(n8n, 'open-documents');
    return { form, page: await form.send([words, kind, format, 'Français', 'A. Martin, RH']) };
  };

  it.each([
    ['CV de l’entreprise · Company CV', 'PDF', 'application/pdf'],
    ['Lettre de motivation · Cover letter', 'Word', 'wordprocessingml'],
  ])('%s: the answer page hands over the file, and the pool keeps a copy', async (kind, format, type) => {
    const before = (await person()).kept.length;
    const { form, page } = await ask(kind, format);
    const answer = await form.send([listed(page)]);
    expect(decodeURIComponent(/const binaries = "([^"]*)"/.exec(answer)?.[1] ?? '')).toContain(type);
    const { kept } = await person();
    expect(kept).toHaveLength(before + 1);
    expect(kept[0]).toMatchObject({ kind: 'generated-document', by: 'A. Martin, RH' });
  });

  it('says when nobody fits', async () => {
    const { page } = await ask('CV anonyme · CV without the name', 'PDF', 'personne-de-ce-nom@ailleurs.test');
    expect(page).toContain('Personne ne correspond');
  });
});

describe('“Take in a chat export”', () => {
  it('suggests with quotes, takes only what was ticked and keeps the conversation it comes from', async () => {
    const flow = await openCopy(n8n, 'take-in-a-chat-export', OTHER_POOL);
    try {
      const data = readFileSync(join(__dirname, '../../fixtures/chats/chatgpt.json'));
      const zipped = Buffer.from(zipSync({ 'conversations.json': data, 'user.json': Buffer.from('{}') }));
      const form = new FilledForm(n8n, 'open-chats');
      const who = await form.send([
        'servane@documents.test',
        { fileName: 'export.zip', data: zipped },
        'A. Martin, RH',
      ]);
      const page = await form.send([listed(who)]);
      expect(page).toContain('Je parle couramment allemand');
      expect(page).not.toMatch(/<input[^>]* checked/);
      expect((await person()).profile.languages).toEqual([]);
      const german = /\d+\. [^<"]*allemand[^<"]*/.exec(page)?.[0] ?? '';
      expect(await form.send([JSON.stringify([german])])).toContain('C’est repris');
      const { profile, kept } = await person();
      expect(profile.languages.map(({ code }) => code)).toEqual(['de']);
      expect(kept.filter(({ kind }) => kind === 'chat_history')).toHaveLength(1);
    } finally {
      await flow.stop();
    }
  });
});
