import type { Locale } from '../../errors';
import type { Comparison, ComparedCriterion, CriterionResult, RankedCandidate } from '../../match';
import { renderReport, type Report, type ReportFormat, type ReportBlock, type ReportCell } from '../report';
import { leftOutText } from '../made/left-out';
import { typographic } from '../typography';
import { words } from '../words';
import { comparisonWords, type ComparisonWords } from './words';

export interface ComparisonData {
  comparison: Comparison;
  /** How each candidate is called in the document, by id: a name, initials or a number. */
  names: Record<string, string>;
  generatedAt: string;
  locale: Locale;
  /** People of the first document who are gone since: it was made again. */
  leftOut?: number;
}

/** Two to five candidates side by side, criterion by criterion, with what would change their order. For a person to decide from. */
export async function renderComparison(data: ComparisonData, format: ReportFormat): Promise<Buffer> {
  return await renderReport(comparisonReport(data), format);
}

function comparisonReport({ comparison, names, generatedAt, locale, leftOut }: ComparisonData): Report {
  const c = comparisonWords[locale];
  const nameOf = (id: string) => names[id] ?? id;
  const { candidates, criteria, decisive } = comparison;
  const share = candidates.map(() => '*' as const);
  return {
    ...{ locale, generatedAt, eyebrow: c.eyebrow, title: comparison.offer.title, landscape: candidates.length > 2 },
    subtitle: [c.candidates(candidates.length), leftOutText(leftOut, locale)].filter(Boolean).join(' · '),
    blocks: [
      {
        kind: 'table',
        head: ['', ...candidates.map(({ id }) => nameOf(id))],
        widths: [100, ...share],
        rows: overview(candidates, locale, c, nameOf),
      },
      ...decisiveBlocks(criteria, decisive, c),
      ...changeBlocks(candidates, c, nameOf),
      { kind: 'heading', text: words[locale].criteria },
      {
        kind: 'table',
        head: ['', ...candidates.map(({ id }) => nameOf(id))],
        widths: [120, ...share],
        rows: criteria.map((criterion) => [
          { text: criterion.label, small: standing(criterion, locale) },
          ...criterion.cells.map((cell) => criterionCell(cell, locale)),
        ]),
      },
      { kind: 'note', title: words[locale].noteTitle, text: words[locale].note },
      { kind: 'text', text: words[locale].labelled(words[locale].formula, comparison.formula) },
    ],
  };
}

function overview(
  candidates: RankedCandidate[],
  locale: Locale,
  c: ComparisonWords,
  nameOf: (id: string) => string,
): ReportCell[][] {
  const w = words[locale];
  const row = (label: string, cell: (one: RankedCandidate) => ReportCell): ReportCell[] => [
    label,
    ...candidates.map(cell),
  ];
  return [
    row(w.rank, ({ rank, tiedWith }) => ({
      ...{ text: String(rank), value: rank },
      small: tiedWith.length > 0 ? c.tied(tiedWith.map(nameOf)) : '',
    })),
    row(w.score, ({ score }) => ({
      ...{ text: `${Math.round(score.score)} ${w.outOf100}`, value: score.score, share: score.score / 100 },
      small: score.interval[1] - score.interval[0] >= 1 ? w.between(...interval(score.interval)) : w.band[score.band],
    })),
    row(w.reliability, ({ score }) => ({
      ...{ text: percent(score.reliability, locale), value: score.reliability, unit: 'percent' },
    })),
    row(w.missingMusts, ({ score }) => score.missingMustHaves.join(', ') || w.none),
  ];
}

const percent = (share: number, locale: Locale) =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share);

const interval = ([low, high]: [number, number]): [string, string] => [
  String(Math.round(low)),
  String(Math.round(high)),
];

function decisiveBlocks(criteria: ComparedCriterion[], decisive: string[], c: ComparisonWords): ReportBlock[] {
  const labels = decisive.flatMap((id) => criteria.find((criterion) => criterion.id === id)?.label ?? []);
  return [
    { kind: 'heading', text: c.apart },
    { kind: 'text', text: labels.length === 0 ? c.nothingApart : labels.join(' · ') },
  ];
}

function changeBlocks(
  candidates: RankedCandidate[],
  c: ComparisonWords,
  nameOf: (id: string) => string,
): ReportBlock[] {
  const sentences = candidates.flatMap(({ id, change }) =>
    change
      ? [
          c.change(
            nameOf(id),
            nameOf(change.above),
            change.criteria.map(({ label }) => label),
            change.needs,
          ),
        ]
      : [],
  );
  const heading: ReportBlock = { kind: 'heading', text: c.changes };
  if (sentences.length === 0) return [heading, { kind: 'text', text: c.noChange }];
  return [heading, ...sentences.map((text): ReportBlock => ({ kind: 'text', text }))];
}

function standing({ kind, must }: ComparedCriterion, locale: Locale): string {
  const w = words[locale];
  if (kind === 'title' || kind === 'text') return w.alwaysCounted;
  return must ? w.mustHave : w.niceToHave;
}

function criterionCell({ status, points, maxPoints, reason }: CriterionResult, locale: Locale): ReportCell {
  const w = words[locale];
  const name = status === 'missing' && points > 0 ? w.tooLittle : w.status[status];
  const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const text = `${name} (${tenths.format(points)} / ${tenths.format(maxPoints)})`;
  return { text, small: typographic(reason, locale), tone: status, share: maxPoints === 0 ? 0 : points / maxPoints };
}
