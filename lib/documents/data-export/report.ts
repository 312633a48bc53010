import type { Locale } from '../../errors';
import type { Score } from '../../match';
import type { Profile } from '../../profile';
import { dayInWords, periodInWords } from '../dates';
import type { Report, ReportBlock, ReportCell } from '../report';
import { words } from '../words';
import type { DataExport, ExportedApplication } from './types';
import { exportWords, type ExportWords } from './words';

interface Reader {
  w: ExportWords;
  common: (typeof words)['fr'];
  locale: Locale;
}

/** For the person whose data these are: read from top to bottom without knowing anything of programs. */
export function dataExportReport(data: DataExport, locale: Locale): Report {
  const reader: Reader = { w: exportWords[locale], common: words[locale], locale };
  const { w } = reader;
  const dated = (moment: string, ...parts: (string | null | undefined)[]) =>
    [day(moment, reader), ...parts].filter(Boolean).join(' · ');
  return {
    ...{ locale, generatedAt: data.generatedAt, eyebrow: w.eyebrow, title: w.title },
    subtitle: `${w.identifier} ${data.candidateId}`,
    blocks: [
      { kind: 'text', text: w.intro },
      ...section(w.profile, profileBlocks(data.profile, reader)),
      ...section(w.documents, documentsTable(data.documents, reader), w.nothing),
      ...section(
        w.applications,
        data.applications.flatMap((one) => applicationBlocks(one, reader)),
        w.nothing,
      ),
      ...section(w.logic, [{ kind: 'text', text: w.logicText }]),
      ...section(w.analyses, list(data.analyses.map((run) => analysisLine(run, reader))), w.nothing),
      ...section(w.records, list(data.records.map(({ name, createdAt }) => dated(createdAt, name))), w.nothing),
      ...section(
        w.corrections,
        list(data.corrections.map(({ paths, reason, at }) => dated(at, paths.join(', '), reason))),
        w.nothing,
      ),
      ...section(w.recipients, list(data.recipients.map(w.recipient))),
      ...section(w.sources, list(data.sources.length > 0 ? data.sources : [w.noSource])),
      ...section(w.retention, [{ kind: 'text', text: retention(data, reader) }]),
      ...section(w.rights, [{ kind: 'text', text: w.rightsText }]),
      ...section(w.events, list(data.events.map(({ at, action }) => dated(at, w.event[action] ?? action))), w.nothing),
    ],
  };
}

const section = (title: string, blocks: ReportBlock[], whenEmpty = ''): ReportBlock[] => [
  { kind: 'heading', text: title },
  ...(blocks.length > 0 ? blocks : [{ kind: 'text' as const, text: whenEmpty }]),
];

const list = (items: string[], title?: string): ReportBlock[] =>
  items.length === 0 ? [] : [{ kind: 'list', items, ...(title ? { title } : {}) }];

const day = (moment: string, { locale }: Reader) => dayInWords(moment, locale);

function profileBlocks(profile: Profile, { w, common, locale }: Reader): ReportBlock[] {
  const { identity, contact } = profile;
  const dated = (entry: { start: string | null; end: string | null; current?: boolean }, ...parts: (string | null)[]) =>
    [...parts, periodInWords(entry, locale)].filter(Boolean).join(' · ');
  const facts = [
    [common.name, identity.fullName],
    [common.email, [contact.email, ...contact.otherEmails].filter(Boolean).join(', ')],
    [common.phone, [contact.phone, ...contact.otherPhones].filter(Boolean).join(', ')],
    [common.address, [contact.address, contact.postalCode, contact.city].filter(Boolean).join(' ')],
    [common.links, contact.links.map(({ url }) => url).join(', ')],
    [common.headline, profile.headline],
    [common.summary, profile.summary],
  ].flatMap(([label, value]) => (label && value ? [[label, value]] : []));
  return [
    ...(facts.length > 0
      ? [{ kind: 'table' as const, head: w.profileHead, widths: [110, '*' as const], rows: facts }]
      : []),
    ...list(
      profile.experiences.map((job) =>
        [dated(job, job.title, job.employer, job.place), job.description].filter(Boolean).join('\n'),
      ),
      common.experiences,
    ),
    ...list(
      profile.education.map((entry) => dated(entry, entry.degree, entry.field, entry.institution)),
      common.education,
    ),
    ...list(profile.skills.length > 0 ? [profile.skills.map(({ name }) => name).join(', ')] : [], common.skills),
    ...list(
      profile.languages.map(({ name, level }) => (level ? `${name} (${common.cefr[level]})` : name)),
      common.languages,
    ),
    ...list(
      profile.certifications.map(({ name, issuer }) => [name, issuer].filter(Boolean).join(', ')),
      common.certifications,
    ),
    ...list(
      profile.projects.map(({ name, description }) => [name, description].filter(Boolean).join(' · ')),
      common.projects,
    ),
    ...list(
      profile.drivingLicences.map(({ category }) => common.licence(category)),
      common.licences,
    ),
    ...list(
      profile.interests.map(({ name }) => name),
      common.interests,
    ),
  ];
}

function documentsTable(documents: DataExport['documents'], reader: Reader): ReportBlock[] {
  if (documents.length === 0) return [];
  const { w, locale } = reader;
  const rows = documents.map(({ fileName, bytes, createdAt, current, sha256 }): ReportCell[] => {
    const size = Math.max(1, Math.round(bytes / 1024));
    return [
      { text: fileName, small: `SHA-256 ${sha256}` },
      { text: `${new Intl.NumberFormat(locale).format(size)}\u00A0Kio`, value: size },
      { text: day(createdAt, reader), day: createdAt },
      current ? w.current : w.replaced,
    ];
  });
  return [{ kind: 'table', head: w.documentsHead, widths: ['*', 60, 90, 90], rows }];
}

function applicationBlocks(one: ExportedApplication, reader: Reader): ReportBlock[] {
  const { w, common } = reader;
  const stage = (name: string) => w.stages[name] ?? name;
  const dated = (moment: string, ...parts: (string | null)[]) =>
    [day(moment, reader), ...parts].filter(Boolean).join(' · ');
  const latest = one.scores.at(-1);
  return [
    { kind: 'heading', level: 3, text: one.offerTitle },
    { kind: 'text', text: common.labelled(w.stage, dated(one.createdAt, stage(one.stage))) },
    ...(latest ? scoreBlocks(latest.score, reader) : []),
    ...list(
      one.history.map(({ from, to, reason, at }) => dated(at, `${stage(from)} › ${stage(to)}`, reason)),
      w.history,
    ),
    ...list(
      one.overrides.map(({ decision, reason, at }) => dated(at, decision, reason)),
      w.overrides,
    ),
    ...list(
      one.tests.map(({ name, status, invitedAt, result }) => dated(invitedAt, name, status, resultText(result))),
      w.tests,
    ),
    ...list(
      one.notes.map(({ text, at }) => dated(at, text)),
      w.notes,
    ),
  ];
}

const resultText = (result: unknown): string => {
  if (result === null || result === undefined) return '';
  return typeof result === 'string' ? result : JSON.stringify(result);
};

function scoreBlocks(score: Score, { w, common, locale }: Reader): ReportBlock[] {
  const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const value = `${tenths.format(score.score)} ${common.outOf100} · ${common.band[score.band]} · ${common.labelled(w.formula, score.formula)}`;
  const said: ReportBlock = { kind: 'text', text: common.labelled(w.score, value) };
  if (score.criteria.length === 0) return [said];
  const rows = score.criteria.map(({ label, status, points, maxPoints, reason }): ReportCell[] => [
    label,
    { text: common.status[status], tone: status },
    { text: `${tenths.format(points)} / ${tenths.format(maxPoints)}`, value: points },
    reason,
  ]);
  return [said, { kind: 'table', head: w.criteriaHead, widths: [130, 60, 56, '*'], rows }];
}

function analysisLine(run: DataExport['analyses'][number], reader: Reader): string {
  const engine = reader.common.engineName[run.engine as keyof typeof reader.common.engineName] ?? run.engine;
  return [day(run.at, reader), engine, run.model, run.modelDigest?.slice(0, 19)].filter(Boolean).join(' · ');
}

function retention(data: DataExport, reader: Reader): string {
  const { dueAt, rule, held } = data.retention;
  return dueAt ? reader.w.keptUntil(day(dueAt, reader), rule, held) : reader.w.nothing;
}
