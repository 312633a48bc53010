import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { letterOf, mailOf } from '../../../lib/analyze';
import type { ExtractedDocument } from '../../../lib/extract';
import { receivedAt, withMails } from '../../../nodes/CvAnalyze/letters';
import { rankCandidates } from '../../../nodes/CvScore/rank.operation';
import { forEachItem, isLetter, profileOf, withoutLetters } from '../../../nodes/shared';
import { documentOf } from '../analyze-rules/document';
import { fullProfile } from '../profile/sample';

const mail = (role: 'body' | 'attachment', messageId = '<a@mail.example>'): Partial<ExtractedDocument> => ({
  origin: {
    container: 'candidature.eml',
    path: role === 'body' ? 'candidature.txt' : 'cv.pdf',
    role,
    mail: { messageId, date: '2026-03-03T08:15:00.000Z', subject: 'Candidature', from: { name: 'Léa Quintavalle' } },
  },
});
const letterDocument = documentOf(['Madame, Monsieur,', 'Disponible dès lundi.'], mail('body'));

const letter = (id?: string): INodeExecutionData => {
  const cv = documentOf(['Disponible dès lundi.'], mail('body', id));
  return { json: { cv: cv as never, letter: letterOf(cv) as never } };
};
const cv = (id?: string): INodeExecutionData => ({
  json: { cv: documentOf(['CV'], mail('attachment', id)) as never, profile: fullProfile() as never },
});
const failed = (id?: string): INodeExecutionData => ({
  json: { cv: documentOf([''], mail('attachment', id)) as never, error: { code: 'no-text' } },
});

describe('the text of a mail', () => {
  it('is a letter with what a person needs to know of it', () => {
    expect(letterOf(letterDocument)).toEqual({
      text: 'Madame, Monsieur,\nDisponible dès lundi.',
      subject: 'Candidature',
      from: 'Léa Quintavalle',
      date: '2026-03-03T08:15:00.000Z',
      fileName: 'cv.txt',
    });
  });

  it('a file of its own is none, in a mail or not', () => {
    expect(letterOf(documentOf(['CV'], mail('attachment')))).toBeNull();
    expect(letterOf(documentOf(['CV']))).toBeNull();
    expect(mailOf(documentOf(['CV']))).toBeNull();
  });

  it('goes along with the CVs of the same mail, and with no other', () => {
    const [first, second, other] = withMails([letter('<1>'), cv('<1>'), cv('<2>')]);
    expect(first.json.review).toEqual({ needed: false, reasons: [] });
    expect(second.json.coverLetter).toBe('Disponible dès lundi.');
    expect(other.json).not.toHaveProperty('coverLetter');
  });

  it('asks a person to read it when no CV came with it, or none that could be read', () => {
    const [alone, beside] = withMails([letter('<1>'), letter('<2>'), failed('<2>')]);
    for (const item of [alone, beside])
      expect(item.json.review).toMatchObject({ needed: true, reasons: [{ code: 'letter-without-cv' }] });
  });
});

describe('nodes after CV Analyze', () => {
  const context = (items: INodeExecutionData[]) =>
    ({
      getInputData: () => items,
      getExecutionCancelSignal: () => undefined,
      continueOnFail: () => false,
      getNode: () => ({ name: 'CV Score', type: 'x', parameters: {} }),
      getNodeParameter: (name: string, _index: number, fallback: unknown) =>
        ({ offerSource: 'fields', title: 'Libraire', mustHave: 'Word' })[name] ?? fallback ?? '',
    }) as unknown as IExecuteFunctions;

  it('let a letter pass as it came where they need a profile', async () => {
    const work = async (_: number, item: INodeExecutionData) => [{ json: { name: profileOf(item).identity.fullName } }];
    const items = await forEachItem(context([letter(), cv()]), work);
    expect(items[0].json.letter).toMatchObject({ subject: 'Candidature' });
    expect(items[1].json.name).toBe(fullProfile().identity.fullName);
  });

  it('still say which node is missing for an item that is no letter', async () => {
    const work = async (_: number, item: INodeExecutionData) => [{ json: { name: profileOf(item).identity.fullName } }];
    await expect(forEachItem(context([{ json: {} }]), work)).rejects.toMatchObject({
      message: expect.stringContaining('CV Analyze'),
    });
  });

  it('rank candidates only, and keep the letter', async () => {
    const items = await rankCandidates(context([letter(), cv()]));
    expect(items.map(({ json }) => json.rank)).toEqual([1, undefined]);
    expect(isLetter(items[1])).toBe(true);
  });

  it('make one document of candidates only', () => {
    expect(withoutLetters([letter(), cv(), failed()])).toHaveLength(2);
  });
});

describe('the day an item came in', () => {
  it.each([
    ['n8n’s form', { submittedAt: '2026-02-01T10:00:00.000+01:00' }, '2026-02-01T09:00:00.000Z'],
    ['a mailbox', { subject: 'CV', date: 'Tue, 03 Mar 2026 09:15:00 +0100' }, '2026-03-03T08:15:00.000Z'],
    ['a mailbox without a date', { subject: 'CV' }, null],
    ['something else that has a date', { date: '2026-02-01' }, null],
    ['a date that is none', { submittedAt: 'demain' }, null],
  ])('is read from %s', (_, json, expected) => expect(receivedAt(json)).toBe(expected));
});
