import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { Locale } from '../../errors';
import type { Score } from '../../match';
import type { Profile } from '../../profile';
import { breakable, clean } from '../clean';
import { dayInWords, periodInWords } from '../dates';
import { renderPdf } from '../pdf';
import { colours, statusColours } from '../theme';
import { words } from '../words';
import type { DataExport, ExportedApplication } from './types';
import { exportWords, type ExportWords } from './words';

interface Reader {
  w: ExportWords;
  common: (typeof words)['fr'];
  locale: Locale;
}

/** A4, for the person whose data these are: read from top to bottom without knowing anything of programs. */
export async function dataExportPdf(data: DataExport, locale: Locale): Promise<Buffer> {
  const reader: Reader = { w: exportWords[locale], common: words[locale], locale };
  const { w, common } = reader;
  const definition: TDocumentDefinitions = {
    info: { title: clean(w.title), creator: 'Vivier', producer: 'Vivier' },
    language: locale,
    pageSize: 'A4',
    pageMargins: [48, 48, 48, 56],
    defaultStyle: { fontSize: 9.5, color: colours.text, lineHeight: 1.25 },
    footer: (current, count) => ({
      margin: [48, 18, 48, 0],
      fontSize: 7.5,
      color: colours.muted,
      columns: [
        { text: w.title, width: '*' },
        { text: common.page(current, count), width: 'auto' },
      ],
    }),
    content: [
      { text: w.title, fontSize: 22, bold: true },
      {
        text: `${w.madeOn(dayInWords(data.generatedAt, locale))} · ${w.identifier} ${data.candidateId}`,
        color: colours.muted,
        margin: [0, 2, 0, 10],
      },
      { text: w.intro, margin: [0, 0, 0, 4] },
      ...section(w.profile, profileLines(data.profile, reader)),
      ...section(
        w.documents,
        data.documents.map((document) => documentLine(document, reader)),
        w.nothing,
      ),
      ...section(
        w.applications,
        data.applications.flatMap((one) => applicationBlock(one, reader)),
        w.nothing,
      ),
      ...section(w.logic, [{ text: w.logicText }]),
      ...section(
        w.analyses,
        data.analyses.map((run) => analysisLine(run, reader)),
        w.nothing,
      ),
      ...section(
        w.records,
        data.records.map(({ name, createdAt }) => line(`${name}, ${day(createdAt, reader)}`)),
        w.nothing,
      ),
      ...section(
        w.corrections,
        data.corrections.map(({ paths, reason, at }) => line(`${day(at, reader)} · ${paths.join(', ')} · ${reason}`)),
        w.nothing,
      ),
      ...section(
        w.recipients,
        data.recipients.map((recipient) => line(w.recipient(recipient))),
      ),
      ...section(w.sources, data.sources.length ? data.sources.map(line) : [line(w.noSource)]),
      ...section(w.retention, [retentionLine(data, reader)]),
      ...section(w.rights, [{ text: w.rightsText }]),
      ...section(
        w.events,
        data.events.map(({ at, action }) => line(`${day(at, reader)} · ${w.event[action] ?? action}`)),
        w.nothing,
      ),
    ],
  };
  return await renderPdf(definition, data.generatedAt);
}

function section(title: string, content: Content[], whenEmpty = ''): Content[] {
  return [
    { text: title, fontSize: 13, bold: true, color: colours.accent, margin: [0, 14, 0, 4], headlineLevel: 1 },
    ...(content.length > 0 ? content : [{ text: whenEmpty, color: colours.muted }]),
  ];
}

const line = (text: string): Content => ({ text: breakable(text), margin: [0, 0, 0, 2] });
const day = (moment: string, { locale }: Reader) => dayInWords(moment, locale);

const labelled = (label: string, value: string | null | undefined, { common }: Reader): Content[] =>
  value ? [{ text: [{ text: common.labelled(label, ''), color: colours.muted }, breakable(value)] }] : [];

function profileLines(profile: Profile, reader: Reader): Content[] {
  const { common, locale } = reader;
  const { identity, contact } = profile;
  const list = (title: string, items: string[]): Content[] =>
    items.length === 0
      ? []
      : [
          { text: title, bold: true, margin: [0, 5, 0, 1] },
          { ul: items.map(breakable), fontSize: 9 },
        ];
  const dated = (entry: { start: string | null; end: string | null; current?: boolean }, ...parts: (string | null)[]) =>
    [...parts, periodInWords(entry, locale)].filter(Boolean).join(' · ');
  return [
    ...labelled(common.name, identity.fullName, reader),
    ...labelled(common.email, [contact.email, ...contact.otherEmails].filter(Boolean).join(', '), reader),
    ...labelled(common.phone, [contact.phone, ...contact.otherPhones].filter(Boolean).join(', '), reader),
    ...labelled(common.address, [contact.address, contact.postalCode, contact.city].filter(Boolean).join(' '), reader),
    ...labelled(common.links, contact.links.map(({ url }) => url).join(', '), reader),
    ...labelled(common.headline, profile.headline, reader),
    ...labelled(common.summary, profile.summary, reader),
    ...list(
      common.experiences,
      profile.experiences.map((job) =>
        [dated(job, job.title, job.employer, job.place), job.description].filter(Boolean).join('\n'),
      ),
    ),
    ...list(
      common.education,
      profile.education.map((entry) => dated(entry, entry.degree, entry.field, entry.institution)),
    ),
    ...list(common.skills, profile.skills.length ? [profile.skills.map(({ name }) => name).join(', ')] : []),
    ...list(
      common.languages,
      profile.languages.map(({ name, level }) => (level ? `${name} (${common.cefr[level]})` : name)),
    ),
    ...list(
      common.certifications,
      profile.certifications.map(({ name, issuer }) => [name, issuer].filter(Boolean).join(', ')),
    ),
    ...list(
      common.projects,
      profile.projects.map(({ name, description }) => [name, description].filter(Boolean).join(' · ')),
    ),
    ...list(
      common.licences,
      profile.drivingLicences.map(({ category }) => common.licence(category)),
    ),
    ...list(
      common.interests,
      profile.interests.map(({ name }) => name),
    ),
  ];
}

function documentLine(document: DataExport['documents'][number], reader: Reader): Content {
  const { fileName, bytes, createdAt, current, sha256 } = document;
  const size = new Intl.NumberFormat(reader.locale).format(Math.max(1, Math.round(bytes / 1024)));
  const state = current ? reader.w.current : reader.w.replaced;
  return {
    stack: [
      { text: breakable(`${fileName} · ${size} Kio · ${day(createdAt, reader)} · ${state}`) },
      { text: breakable(`SHA-256 ${sha256}`), fontSize: 7, color: colours.muted },
    ],
    margin: [0, 0, 0, 3],
  };
}

function applicationBlock(one: ExportedApplication, reader: Reader): Content[] {
  const { w, common } = reader;
  const stage = (name: string) => w.stages[name] ?? name;
  const items = (title: string, texts: string[]): Content[] =>
    texts.length === 0
      ? []
      : [
          { text: title, bold: true, margin: [0, 4, 0, 1] },
          { ul: texts.map(breakable), fontSize: 9 },
        ];
  const latest = one.scores.at(-1);
  return [
    { text: breakable(one.offerTitle), bold: true, fontSize: 11, margin: [0, 6, 0, 1] },
    ...labelled(w.stage, `${stage(one.stage)} · ${day(one.createdAt, reader)}`, reader),
    ...(latest ? scoreBlock(latest.score, reader) : []),
    ...items(
      w.history,
      one.history.map(({ from, to, reason, at }) =>
        [`${day(at, reader)}${common.labelled('', '')}${stage(from)} → ${stage(to)}`, reason]
          .filter(Boolean)
          .join(' · '),
      ),
    ),
    ...items(
      w.overrides,
      one.overrides.map(({ decision, reason, at }) => `${day(at, reader)} · ${decision} · ${reason}`),
    ),
    ...items(
      w.tests,
      one.tests.map(({ name, status, invitedAt, result }) =>
        [name, status, day(invitedAt, reader), resultText(result)].filter(Boolean).join(' · '),
      ),
    ),
    ...items(
      w.notes,
      one.notes.map(({ text, at }) => `${day(at, reader)} · ${text}`),
    ),
  ];
}

const resultText = (result: unknown): string => {
  if (result === null || result === undefined) return '';
  return typeof result === 'string' ? result : JSON.stringify(result);
};

function scoreBlock(score: Score, reader: Reader): Content[] {
  const { w, common, locale } = reader;
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return [
    ...labelled(w.score, `${number.format(score.score)} ${common.outOf100} · ${common.band[score.band]}`, reader),
    ...labelled(w.formula, score.formula, reader),
    ...(score.criteria.length === 0 ? [] : [criteriaTable(score, reader)]),
  ];
}

function criteriaTable(score: Score, { common, locale }: Reader): Content {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return {
    fontSize: 8.5,
    margin: [0, 3, 0, 2],
    table: {
      widths: [130, 60, 46, '*'],
      dontBreakRows: true,
      body: score.criteria.map((criterion) => [
        { text: breakable(criterion.label) },
        { text: common.status[criterion.status], color: statusColours[criterion.status] },
        { text: `${number.format(criterion.points)} / ${number.format(criterion.maxPoints)}`, alignment: 'right' },
        { text: breakable(criterion.reason), color: colours.muted },
      ]),
    },
    layout: { hLineWidth: () => 0.5, vLineWidth: () => 0, hLineColor: () => colours.line },
  };
}

function analysisLine(run: DataExport['analyses'][number], reader: Reader): Content {
  const engine = reader.common.engineName[run.engine as keyof typeof reader.common.engineName] ?? run.engine;
  return line([day(run.at, reader), engine, run.model, run.modelDigest?.slice(0, 19)].filter(Boolean).join(' · '));
}

function retentionLine(data: DataExport, reader: Reader): Content {
  const { dueAt, rule, held } = data.retention;
  return { text: dueAt ? reader.w.keptUntil(day(dueAt, reader), rule, held) : reader.w.nothing };
}
