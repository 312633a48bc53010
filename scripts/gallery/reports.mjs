// What HR sends round or keeps: shortlist, comparison, bias audit, activity report, a person's own data, and the review sheet.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { lib, samplePerson } from './samples.mjs';

const FILES = [
  'cv-camille-fontanel.pdf',
  'cv-nadir-belhacem.pdf',
  'cv-sophie-delorbeau.docx',
  'cv-marius-hautefeuil.docx',
  'cv-imogen-harrowby.pdf',
];
const SECTION = { fr: 'Rapports', en: 'Reports' };
const generatedAt = '2026-01-15T09:30:00Z';
const offer = () => JSON.parse(readFileSync(join(root, 'samples', 'offers', 'comptable-general.json'), 'utf8'));

export function ranked() {
  const { scoreProfile } = lib('match');
  return FILES.map(samplePerson)
    .map((profile) => ({ profile, score: scoreProfile(profile, offer()) }))
    .sort((a, b) => b.score.score - a.score.score);
}

const shortlist = (locale, format) =>
  lib('documents').renderShortlist({ offer: offer(), rows: ranked(), generatedAt, locale }, format);

function comparison(locale, format) {
  const candidates = ranked()
    .slice(0, 3)
    .map(({ profile, score }, index) => ({ id: `${index}`, name: profile.identity.fullName, score }));
  const names = Object.fromEntries(candidates.map(({ id, name }) => [id, name]));
  const comparison = lib('match').compareCandidates(candidates.map(({ id, score }) => ({ id, score })));
  return lib('documents').renderComparison({ comparison, names, generatedAt, locale }, format);
}

/** Sixty people of two declared groups, one of which was selected less often. */
function biasAudit(locale, format) {
  const people = Array.from({ length: 80 }, (_, index) => samplePerson(FILES[index % FILES.length]));
  const groups = people.map((_, index) => (index % 2 === 0 ? 'A' : 'B'));
  const selected = people.map((_, index) => (index % 2 === 0 ? index % 4 === 0 : index % 8 === 1));
  const audit = lib('match').auditBias(people, offer(), { groups, selected, smallestGroup: 30 });
  return lib('documents').renderBiasAudit({ audit, generatedAt, locale }, format);
}

const ACTIVITY = {
  ...{ from: '2025-10-20T00:00:00Z', to: '2026-01-12T00:00:00Z', smallestGroup: 5, erased: 3 },
  weeks: [8, 12, 9, 17, 21, 14, 11, 19, 24, 6, 3, 16].map((applications, index) => ({
    start: new Date(Date.UTC(2025, 9, 20 + 7 * index)).toISOString().slice(0, 10),
    candidates: Math.round(applications * 0.8),
    applications,
  })),
  firstLook: { looked: 131, waiting: 29, medianHours: 31.5, slowestTenthHours: 118 },
  sources: [
    { name: 'Site carrières', count: 74 },
    { name: 'E-mail', count: 51 },
    { name: 'Salon', count: 23 },
    { name: 'Cooptation', count: null },
    { name: null, count: null },
  ],
  stages: [
    { name: 'screening', count: 62 },
    { name: 'rejected', count: 48 },
    { name: 'interview', count: 31 },
    { name: 'test', count: 11 },
    { name: 'hired', count: null },
    { name: 'withdrawn', count: null },
  ],
  decisions: [
    { name: 'rejected', count: 48 },
    { name: 'interview', count: 44 },
    { name: 'test', count: 27 },
    { name: 'offer', count: 9 },
    { name: 'hired', count: 7 },
  ],
  overrides: { decided: 103, against: 14, rate: 14 / 103 },
};

function dataExport(locale, format) {
  const [{ profile, score }] = ranked();
  const at = '2026-01-08T14:00:00Z';
  return lib('documents').renderDataExport(
    {
      ...{
        format: 'vivier-data-export',
        version: 1,
        generatedAt,
        candidateId: '5f0d4c1e-8f2b-4f7a-9d53-2b6a6f0c7a11',
        profile,
      },
      ...{
        profileVersions: [],
        records: [],
        corrections: [],
        sources: ['Site carrières'],
        recipients: ['recruitment'],
      },
      documents: [
        {
          ...{
            fileName: profile.meta.fileName,
            mimeType: 'application/pdf',
            bytes: 48_211,
            createdAt: at,
            current: true,
          },
          ...{ sha256: '3b1c'.repeat(16), text: '' },
        },
      ],
      applications: [
        {
          ...{ offerTitle: offer().title, stage: 'interview', source: 'Site carrières', consent: null, createdAt: at },
          ...{ notes: [], tests: [], overrides: [], scores: [{ version: 1, createdAt: at, score }] },
          history: [{ from: 'screening', to: 'interview', reason: 'entretien le 20 janvier', at, againstScore: false }],
        },
      ],
      analyses: [{ engine: 'rules', model: null, modelDigest: null, promptVersion: null, at }],
      retention: { dueAt: '2028-01-08T00:00:00Z', rule: 'last-contact', consentUntil: null, held: false },
      events: [
        { at, action: 'candidate.created' },
        { at, action: 'application.created' },
        { at, action: 'application.scored' },
      ],
    },
    format,
    locale,
  );
}

async function reviewSheet(locale) {
  const file = join(root, 'samples', 'cvs', FILES[0]);
  const data = readFileSync(file);
  const { extractDocument, renderPages } = lib('extract');
  const document = await extractDocument({ data, fileName: FILES[0] });
  const profile = await lib('analyze').analyze(document, { engine: 'rules', referenceDate: '2026-01-15' });
  profile.meta.disagreements = [
    {
      path: 'experiences.1.title',
      kept: profile.experiences[1].title,
      other: 'Collaboratrice confirmée',
      keptSource: 'rules',
    },
  ];
  const pictures = await renderPages({ data, fileName: FILES[0] }, { pages: [1], width: 1000 });
  const correctionsUrl = 'https://n8n.example.org/webhook/corrections';
  return lib('documents').renderReviewSheet({ profile, document, pictures, locale, correctionsUrl });
}

/** Each report in a language and a format. */
export const makers = {
  ...{ shortlist, comparison, 'bias-audit': biasAudit, 'data-export': dataExport },
  activity: (locale, format) => lib('documents').renderActivity({ activity: ACTIVITY, generatedAt, locale }, format),
};

/** @type {import('../gallery.mjs').Entry[]} */
export const entries = ['fr', 'en'].flatMap((locale) => [
  entry(`shortlist-${locale}`, 'Présélection', 'Shortlist', 'pdf', () => shortlist(locale, 'pdf')),
  entry(
    `shortlist-candidate-${locale}`,
    'Présélection : une page par candidat',
    'Shortlist: a page a candidate',
    'pdf',
    () => shortlist(locale, 'pdf'),
    { page: 4 },
  ),
  entry(`comparison-${locale}`, 'Comparaison', 'Comparison', 'pdf', () => comparison(locale, 'pdf')),
  entry(`bias-audit-${locale}`, 'Audit des biais', 'Bias audit', 'pdf', () => biasAudit(locale, 'pdf')),
  entry(`activity-${locale}`, 'Rapport d’activité', 'Activity report', 'pdf', () => makers.activity(locale, 'pdf')),
  entry(`data-export-${locale}`, 'Les données d’une personne, pour elle', 'A person’s data, for them', 'pdf', () =>
    dataExport(locale, 'pdf'),
  ),
  entry(
    `review-sheet-${locale}`,
    'Fiche de relecture, dans le navigateur',
    'Review sheet, in the browser',
    'html',
    () => reviewSheet(locale),
    {
      viewport: { width: 1280, height: 900 },
    },
  ),
]);

function entry(name, fr, en, format, make, more = {}) {
  const locale = name.slice(-2);
  return { name, section: SECTION, title: { fr: `${fr} (${locale})`, en: `${en} (${locale})` }, format, make, ...more };
}
