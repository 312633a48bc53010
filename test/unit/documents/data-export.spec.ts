import { renderDataExport, type DataExport } from '../../../lib/documents';
import { scoreProfile } from '../../../lib/match';
import { emptyProfile, type Profile } from '../../../lib/profile';
import { pdfText } from './read';
import { offer, person } from './samples';

const at = '2026-01-15T09:30:00Z';

function dataOf(profile: Profile): DataExport {
  return {
    ...{ format: 'vivier-data-export', version: 1, generatedAt: at, candidateId: 'c0ffee', profile },
    ...{ profileVersions: [], records: [], corrections: [], analyses: [], sources: [], recipients: ['recruitment'] },
    documents: [
      {
        fileName: 'cv.pdf',
        mimeType: 'application/pdf',
        bytes: 20_480,
        sha256: 'ab'.repeat(32),
        createdAt: at,
        current: true,
        text: '',
      },
    ],
    applications: [
      {
        ...{ offerTitle: offer.title, stage: 'screening', source: null, consent: null, createdAt: at },
        ...{ history: [], notes: [{ text: '=HYPERLINK("http://evil")', at }], tests: [], overrides: [] },
        scores: [{ version: 1, createdAt: at, score: scoreProfile(profile, offer) }],
      },
    ],
    retention: { dueAt: '2028-01-15T00:00:00Z', rule: 'last-contact', consentUntil: null, held: false },
    events: [{ at, action: 'candidate.created' }],
  };
}

describe.each(['fr', 'en'] as const)('data for the person they are about: %s', (locale) => {
  it.each(['pdf', 'html', 'docx', 'md', 'xlsx'] as const)('as %s, the same each time', async (format) => {
    const [first, second] = [
      await renderDataExport(dataOf(person()), format, locale),
      await renderDataExport(dataOf(person()), format, locale),
    ];
    expect(first.equals(second)).toBe(true);
  });

  it('says what is kept, the logic of the score, and the rights; nothing undefined for a CV in which nothing was found', async () => {
    const full = (await renderDataExport(dataOf(person()), 'html', locale)).toString();
    for (const text of ['Élodie Noël', 'cv.pdf', offer.title, 'CNIL']) expect(full).toContain(text);
    const empty = (await renderDataExport(dataOf(emptyProfile('2026-01-15')), 'html', locale)).toString();
    expect(empty).not.toMatch(/undefined|NaN|\[object|<li><\/li>/);
  });
});

it('is one PDF in which the criteria stand in a table', async () => {
  const { text, info } = await pdfText(await renderDataExport(dataOf(person()), 'pdf', 'fr'));
  expect(text).toContain('Vos données');
  expect(text).toContain('anglais courant');
  expect(info.Title).toContain('Vos données');
});
