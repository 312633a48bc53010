import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeParameters } from 'n8n-workflow';
import { mailTo, smtpCredential, startSmtp } from './mail-server';
import {
  itemsOf,
  type N8n,
  OTHER_POOL,
  ownFolder,
  ownPerson,
  readFiles,
  runLine,
  runningN8n,
  vivierNode,
} from './running';

jest.setTimeout(180_000);

let n8n: N8n;

beforeAll(async () => {
  n8n = await runningN8n();
  ownPerson(n8n, 'letters', { name: 'Faustine Merlevède', phone: '06 39 98 66 42' });
});

const ANALYZED = [
  readFiles('cvs/letters/cv-faustine-merlevede.txt'),
  vivierNode('CV Extract', 'cvExtract', {}),
  vivierNode('CV Analyze', 'cvAnalyze', { engine: 'rules' }),
];
const letter = (parameters: INodeParameters) =>
  vivierNode('Letter', 'cvDocument', { operation: 'letter', offerTitle: 'Comptable', locale: 'fr', ...parameters });

describe('a letter', () => {
  it('an invitation is a mail, a PDF and a calendar file, for the next node', async () => {
    const interview = { start: '2026-12-03T14:30:00', timeZone: 'Europe/Paris', place: '3 quai de la Fosse, Nantes' };
    const sender = { name: 'Alice Durand', email: 'rh@troisponts.test' };
    const run = await runLine(n8n, [
      ...ANALYZED,
      letter({ letterKind: 'interview-invitation', letterFormat: 'pdf', sender, ...interview }),
    ]);
    const [{ json, binary }] = await itemsOf(run, 'Letter');
    expect(json.mail).toMatchObject({ subject: expect.stringContaining('Comptable') as string });
    const text = (json.mail as { text: string }).text.replace(/\s/g, ' ');
    expect(text).toContain('jeudi 3 décembre 2026 à 14 h 30 (heure de Paris)');
    expect(binary?.document.mimeType).toBe('application/pdf');
    expect(binary?.calendar.mimeType).toBe('text/calendar');
  });

  it('a refusal stops without reasons, and for a reason that the law forbids', async () => {
    const refusal = { letterKind: 'refusal', decidedBy: 'Alice Durand' };
    const none = await runLine(n8n, [...ANALYZED, letter(refusal)]);
    expect(none.status).toBe('error');
    const unlawful = await runLine(n8n, [...ANALYZED, letter({ ...refusal, reasons: 'Vous êtes enceinte.' })]);
    expect(unlawful.error?.message).toMatch(/enceinte/);
    const lawful = await runLine(n8n, [...ANALYZED, letter({ ...refusal, usualReasons: ['filled'] })]);
    expect((await itemsOf(lawful, 'Letter'))[0].json.mail).toMatchObject({
      text: expect.stringContaining('Le poste a été pourvu.') as string,
    });
  });

  it('is kept in the pool, explained and made again, byte for byte', async () => {
    const pool = (name: string, parameters: INodeParameters) =>
      vivierNode(name, 'talentPool', parameters, { credentials: OTHER_POOL });
    const run = await runLine(n8n, [
      ...ANALYZED,
      pool('Save', {}),
      letter({ letterKind: 'acknowledgement', letterFormat: 'docx' }),
      pool('Keep', { resource: 'document', operation: 'save', by: 'A. Martin' }),
      pool('Explain', { resource: 'document', operation: 'explain' }),
      pool('Again', { resource: 'document', operation: 'makeAgain' }),
    ]);
    expect(run.error?.message).toBeUndefined();
    const [{ json }] = await itemsOf(run, 'Again');
    expect(json.explanation).toMatchObject({ made: { maker: 'letter', format: 'docx' }, untouched: true });
    expect(json.identical).toBe(true);
  });
});

it('company CVs, pages and review sheets are made again from the pool, byte for byte', async () => {
  const pool = (name: string, operation: string, parameters: INodeParameters = {}) =>
    vivierNode(name, 'talentPool', { resource: 'document', operation, ...parameters }, { credentials: OTHER_POOL });
  const kinds: INodeParameters[] = [
    { operation: 'companyCv', cvFormat: 'pdf', style: 'classic', identity: 'initials' },
    { operation: 'profilePage' },
    { operation: 'reviewSheet' },
  ];
  const run = await runLine(n8n, [
    ...ANALYZED,
    vivierNode('Save', 'talentPool', {}, { credentials: OTHER_POOL }),
    ...kinds.flatMap((parameters, index) => [
      vivierNode(`Make ${index}`, 'cvDocument', { locale: 'fr', ...parameters }),
      pool(`Keep ${index}`, 'save'),
      pool(`Again ${index}`, 'makeAgain'),
    ]),
  ]);
  expect(run.error?.message).toBeUndefined();
  for (const index of kinds.keys()) {
    const [{ json }] = await itemsOf(run, `Again ${index}`);
    expect([index, json.identical]).toEqual([index, true]);
  }
});

it('a shortlist is kept by references, made again byte for byte, and without whoever is erased', async () => {
  const pool = (name: string, parameters: INodeParameters) =>
    vivierNode(name, 'talentPool', parameters, { credentials: OTHER_POOL });
  const list = (name: string, operation: string, more: INodeParameters = {}) =>
    pool(name, { resource: 'document', operation, ...more });
  const run = await runLine(n8n, [
    ...ANALYZED,
    pool('Save', {}),
    vivierNode('Score', 'cvScore', { title: 'Comptable', mustHave: 'Excel' }),
    vivierNode('Shortlist', 'cvDocument', { operation: 'shortlist', format: 'md', locale: 'fr' }),
    list('Keep', 'saveList', { by: 'A. Martin' }),
    list('Again', 'makeListAgain'),
    pool('Erase', {
      ...{ resource: 'candidate', operation: 'erase', by: 'A. Martin', reason: 'Demande' },
      candidateId: '={{ $json.people[0].candidateId }}',
    }),
    list('Without them', 'makeListAgain', { listId: "={{ $('Keep').first().json.list.listId }}" }),
  ]);
  expect(run.error?.message).toBeUndefined();
  const [{ json }] = await itemsOf(run, 'Again');
  expect(json.list).toMatchObject({ identical: true, leftOut: 0, people: 1, kind: 'shortlist' });
  const [{ json: without }] = await itemsOf(run, 'Without them');
  expect(without.list).toMatchObject({ identical: false, leftOut: 1 });
});

it('a letter goes out by n8n’s Send Email as it is: subject, plain text and HTML', async () => {
  const smtp = await startSmtp();
  try {
    const credentials = await smtpCredential(n8n, smtp.port);
    const run = await runLine(n8n, [
      ...ANALYZED,
      letter({ letterKind: 'acknowledgement', sender: { name: 'Alice Durand', email: 'rh@troisponts.test' } }),
      {
        ...{ name: 'Send Email', type: 'n8n-nodes-base.emailSend', typeVersion: 2.1 },
        parameters: {
          ...{ fromEmail: 'rh@troisponts.test', toEmail: 'faustine@exemple.test', emailFormat: 'both' },
          ...{ subject: '={{ $json.mail.subject }}', text: '={{ $json.mail.text }}', html: '={{ $json.mail.html }}' },
          options: { appendAttribution: false },
        },
        credentials,
      },
    ]);
    expect(run.error?.message).toBeUndefined();
    const mail = await mailTo(smtp.sent, 'faustine@exemple.test', /Comptable/);
    expect(mail.text).toContain('Faustine Merlevède');
    expect(mail.html).toContain('Faustine Merlevède');
    expect(`${mail.subject}${mail.text}${mail.html}`).not.toMatch(/undefined|\{\w+\}|\[object/);
  } finally {
    await smtp.close();
  }
});

it('a chat export becomes an item for each conversation, with its text as a file', async () => {
  const { path, selector } = ownFolder(n8n, 'chats');
  copyFileSync(join(__dirname, '../../fixtures/chats/chatgpt.json'), join(path, 'conversations.json'));
  const run = await runLine(n8n, [readFiles(`${selector}/conversations.json`), vivierNode('Chats', 'chatExport', {})]);
  expect(run.error?.message).toBeUndefined();
  const [{ json, binary }] = await itemsOf(run, 'Chats');
  expect(json.chat).toMatchObject({ platform: 'chatgpt', title: 'Aide pour mon CV' });
  expect(binary?.document.mimeType).toBe('text/markdown');
});

it('of what a chat suggests, only what a person accepted gets into the profile', async () => {
  const { path, selector } = ownFolder(n8n, 'suggestions');
  copyFileSync(join(__dirname, '../../fixtures/chats/chatgpt.json'), join(path, 'conversations.json'));
  const code = (name: string, jsCode: string) => ({
    ...{ name, type: 'n8n-nodes-base.code', typeVersion: 2, parameters: { jsCode } },
  });
  const pool = (name: string, parameters: INodeParameters) =>
    vivierNode(name, 'talentPool', { resource: 'candidate', ...parameters }, { credentials: OTHER_POOL });
  const run = await runLine(n8n, [
    ...ANALYZED,
    vivierNode('Save', 'talentPool', {}, { credentials: OTHER_POOL }),
    { ...readFiles(`${selector}/conversations.json`), name: 'Read the chat' },
    code('Person and chat', "return [{ json: $('Save').first().json, binary: $input.first().binary }];"),
    vivierNode('Chats', 'chatExport', { locale: 'fr' }),
    code(
      'A person looks',
      'return $input.all().map(({ json }) => ({ json: { ...json, suggestions: json.suggestions.map((one, at) => ({ ...one, accepted: at === 0 })) } }));',
    ),
    pool('Accept', { operation: 'acceptSuggestions', by: 'A. Martin' }),
    pool('Get', { operation: 'get' }),
  ]);
  expect(run.error?.message).toBeUndefined();
  const [{ json: suggested }] = await itemsOf(run, 'A person looks');
  const suggestions = suggested.suggestions as { value: unknown; label: string }[];
  expect(suggestions.length).toBeGreaterThan(1);
  const [{ json }] = await itemsOf(run, 'Get');
  const { languages, skills, contact } = json.profile as { languages: object[]; skills: object[]; contact: object };
  const found = JSON.stringify([languages, skills, contact]);
  const has = ({ value }: { value: unknown }) =>
    found.includes(JSON.stringify(typeof value === 'object' ? (value as { name: string }).name : value));
  expect(suggestions.map(has)).toEqual(suggestions.map((_, at) => at === 0));
});
