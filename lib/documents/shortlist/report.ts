import type { Report, ReportBlock, ReportCell } from '../report';
import { words } from '../words';
import { candidateViews, countLine, type CandidateView, type CriterionView, type ShortlistData } from './model';
import { shortlistWords } from './words';

type Words = (typeof words)['fr'];

/** The shortlist for formats that have no layout of their own here: Word and Markdown. */
export function shortlistReport(data: ShortlistData): Report {
  const w = words[data.locale];
  const candidates = candidateViews(data);
  const ranking: ReportBlock =
    candidates.length === 0
      ? { kind: 'text', text: w.noCandidates }
      : {
          kind: 'table',
          head: [w.rank, w.candidate, w.score, w.experience, w.degree, w.missingMusts],
          widths: [32, '*', 72, 64, 92, 118],
          rows: candidates.map((one) => rankingRow(one, w)),
        };
  return {
    ...{ locale: data.locale, generatedAt: data.generatedAt, eyebrow: w.shortlist, title: data.offer.title },
    subtitle: countLine(data),
    blocks: [
      ranking,
      { kind: 'note', title: w.noteTitle, text: w.note },
      ...candidates.flatMap((one) => candidateBlocks(one, data.locale)),
    ],
  };
}

function rankingRow(one: CandidateView, w: Words): ReportCell[] {
  const open = one.openMusts ?? '';
  const musts: ReportCell =
    one.missing.length > 0
      ? { text: one.missing.join(' · '), small: open }
      : open
        ? { text: open }
        : { text: w.nothingMissing, tone: 'met' };
  return [
    String(one.rank),
    { text: one.name, small: one.headline },
    { text: one.score, share: one.share, small: one.bandName },
    one.experience,
    one.degree,
    musts,
  ];
}

function candidateBlocks(one: CandidateView, locale: ShortlistData['locale']): ReportBlock[] {
  const w = words[locale];
  const s = shortlistWords[locale];
  const list = (title: string, items: string[], tone: 'met' | 'missing' | 'unknown'): ReportBlock[] =>
    items.length === 0 ? [] : [{ kind: 'list', title, items, tone }];
  return [
    { kind: 'heading', text: s.rankOf(one.rank, one.name), newPage: true },
    ...(one.headline ? [{ kind: 'text' as const, text: one.headline }] : []),
    {
      kind: 'facts',
      items: [
        { label: w.score, text: [`${one.score} ${w.outOf100}`, one.bandName, one.interval].filter(Boolean).join(', ') },
        { label: w.experience, text: one.experience },
        { label: w.degree, text: one.degree },
      ],
    },
    ...list(w.strengths, one.strengths, 'met'),
    ...list(w.missing, one.gaps, 'missing'),
    ...list(w.toCheck, one.toCheck, 'unknown'),
    { kind: 'heading', level: 3, text: w.criteria },
    {
      ...{ kind: 'table', head: [s.criterion, s.status, w.why], widths: [132, 92, '*'] },
      rows: one.criteria.map(criterionRow),
    },
    ...list(w.warnings, one.warnings, 'unknown'),
    {
      kind: 'text',
      text: [
        w.labelled(w.source, one.source),
        w.labelled(w.engine, one.engine),
        w.labelled(w.reliability, one.reliability),
        w.labelled(w.formula, one.formula),
      ].join(' · '),
    },
  ];
}

function criterionRow(one: CriterionView): ReportCell[] {
  return [
    { text: one.label, small: one.standing },
    {
      ...{ text: `${one.statusName}, ${one.points} / ${one.maxPoints}`, tone: one.status, share: one.share },
    },
    { text: one.reason, small: [one.places, ...one.proofs].filter(Boolean).join('\n') },
  ];
}
