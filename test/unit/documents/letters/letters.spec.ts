import {
  composeLetter,
  LETTER_FORMATS,
  LETTER_KINDS,
  letterInputs,
  mailOf,
  makeAgain,
  renderLetter,
  type LetterFormat,
  type LetterKind,
} from '../../../../lib/documents';
import { emptyProfile } from '../../../../lib/profile';
import { docxText, pdfText } from '../read';
import { nadia, request } from './people';

const kinds = LETTER_KINDS.map((kind) => [kind] as [LetterKind]);
const bare = emptyProfile('2026-11-21');

async function textIn(format: LetterFormat, data: Buffer): Promise<string> {
  if (format === 'pdf') return (await pdfText(data)).text;
  return format === 'docx' ? docxText(data).all.replace(/<[^>]+>/g, ' ') : data.toString('utf8');
}

describe.each(kinds)('%s', (kind) => {
  it.each(['fr', 'en'] as const)('has a subject, no empty place and no leftover placeholder (%s)', async (locale) => {
    for (const profile of [nadia(), bare]) {
      const { subject, text, html } = mailOf(await composeLetter(profile, request(kind, { locale })));
      expect(subject).toMatch(/\S{3}/);
      expect(`${subject}\n${text}`).not.toMatch(/undefined|null|NaN|[{}]|\( *\)|« *»|“”/);
      expect(html).not.toMatch(/undefined|\{\w+\}|<script|<style|<link|<img/);
    }
  });

  it('is the same text as Word, PDF, Markdown and page, and the same bytes each time', async () => {
    const letter = await composeLetter(nadia(), request(kind));
    const first =
      letter.blocks
        .find((block) => block.kind === 'text')
        ?.text.split(' ')
        .slice(0, 2)
        .join(' ') ?? '';
    for (const format of LETTER_FORMATS) {
      const data = await renderLetter(letter, format, { colour: '#7a2e3a' });
      expect(data.equals(await renderLetter(letter, format, { colour: '#7a2e3a' }))).toBe(true);
      expect((await textIn(format, data)).replace(/\s+/g, ' ')).toContain(first);
    }
  });
});

it('French print: no line can begin with a mark', async () => {
  const { text } = mailOf(await composeLetter(nadia(), request('employment-offer')));
  expect(text).toMatch(/Contrat\u00A0: CDI/);
  expect(text).toMatch(/34\u00A0000\u00A0€/);
});

it('a refusal needs reasons and the person who decided', async () => {
  await expect(composeLetter(nadia(), request('refusal', { reasons: [' '] }))).rejects.toMatchObject({
    code: 'invalid-input',
  });
  await expect(composeLetter(nadia(), request('refusal', { decidedBy: '' }))).rejects.toMatchObject({
    code: 'invalid-input',
  });
});

it.each(['Vous êtes trop âgée pour ce poste.', 'Vous êtes enceinte.', 'We want a younger candidate.'])(
  'a refusal stops at a reason that the law forbids: %s',
  async (reason) => {
    await expect(composeLetter(nadia(), request('refusal', { reasons: [reason] }))).rejects.toMatchObject({
      code: 'unlawful-reason',
    });
  },
);

it('asks for what the profile lacks, and for nothing that it has', async () => {
  const profile = nadia();
  profile.contact.phone = null;
  profile.languages[1] = { ...profile.languages[1], level: null, levelText: null };
  const letter = await composeLetter(profile, request('missing-information', { alsoAsk: [] }));
  expect(letter.missing).toEqual(['un numéro de téléphone', 'votre niveau : anglais']);
  await expect(composeLetter(nadia(), request('missing-information', { alsoAsk: [] }))).rejects.toMatchObject({
    code: 'invalid-input',
  });
});

it('a template of the company’s own is filled, and an unknown placeholder named with its line', async () => {
  const template = 'Objet : Bonjour {name}\n\nChère personne,\n\nLe {today}, {inconnu}';
  await expect(composeLetter(nadia(), request('acknowledgement', { template }))).rejects.toThrow(
    /4.*\{inconnu\}|5.*\{inconnu\}/,
  );
  const good = template.replace('{inconnu}', '{company}');
  const letter = await composeLetter(nadia(), request('acknowledgement', { template: good }));
  expect(letter.subject).toBe('Bonjour Nadia Valterre');
  expect(letter.blocks.at(-1)).toEqual({ kind: 'text', text: 'Le 21 novembre 2026, Verrerie des Trois Ponts' });
});

it('values are not read for placeholders again', async () => {
  const profile = nadia();
  profile.identity.fullName = '{decidedBy} {note}';
  const { text } = mailOf(await composeLetter(profile, request('acknowledgement', { note: 'SECRET' })));
  expect(text).toContain('Bonjour {decidedBy} {note}');
});

it('says that a model helped, where one did, in every format', async () => {
  const worded = {
    sentences: ['Vous êtes comptable générale chez Ateliers Brécourt.'],
    model: { name: 'mistral:7b-instruct', digest: null, promptSha256: 'f'.repeat(64) },
  };
  const letter = await composeLetter(nadia(), request('refusal'), worded);
  expect(mailOf(letter).text).toContain('modèle de langage');
  expect(mailOf(letter).html).toContain('modèle de langage');
  for (const format of LETTER_FORMATS) {
    expect(await textIn(format, await renderLetter(letter, format))).toContain('modèle de langage');
  }
  expect(mailOf(await composeLetter(nadia(), request('refusal'))).text).not.toContain('modèle de langage');
  const own = await composeLetter(nadia(), request('refusal', { machineLine: 'Rédigé avec une aide.' }), worded);
  expect(mailOf(own).text).toContain('Rédigé avec une aide.');
  const none = await composeLetter(nadia(), request('refusal', { machineLine: ' ' }), worded);
  expect(mailOf(none).text).toContain('modèle de langage');
});

it.each(LETTER_FORMATS)('is made again from its inputs, byte for byte (%s)', async (format) => {
  const style = { colour: '#7a2e3a' };
  const asked = request('interview-invitation');
  const letter = await composeLetter(nadia(), asked);
  const data = await renderLetter(letter, format, style);
  const made = letterInputs(nadia(), asked, { letter, worded: null }, { format, style, data });
  const stored = JSON.parse(JSON.stringify(made)) as typeof made;
  expect((await makeAgain(nadia(), stored, data)).equals(data)).toBe(true);
});
