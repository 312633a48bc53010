import type { Locale } from '../../errors';
import type { BiasAudit, CounterfactualResult, GroupRate } from '../../match';
import { renderReport, type Bar, type Report, type ReportFormat, type ReportBlock, type ReportCell } from '../report';
import { words } from '../words';
import { auditWords, type AuditWords } from './words';

export interface BiasAuditData {
  audit: BiasAudit;
  generatedAt: string;
  locale: Locale;
}

/** What a bias audit found, its method and limits, for HR, works councils and auditors. */
export async function renderBiasAudit(data: BiasAuditData, format: ReportFormat): Promise<Buffer> {
  return await renderReport(auditReport(data), format);
}

function auditReport({ audit, generatedAt, locale }: BiasAuditData): Report {
  const a = auditWords[locale];
  return {
    ...{ locale, generatedAt, eyebrow: a.eyebrow, title: audit.offer.title },
    subtitle: a.profiles(audit.profiles),
    blocks: [
      { kind: 'heading', text: a.swaps },
      { kind: 'text', text: a.swapsMethod },
      {
        ...{ kind: 'text', tone: audit.swapsAreNeutral ? 'met' : 'missing' },
        text: a.swapsVerdict(sum(audit.counterfactuals, 'pairs'), sum(audit.counterfactuals, 'changed')),
      },
      {
        ...{ kind: 'table', head: a.swapsHead, widths: ['*', 80, 80, 90] },
        rows: audit.counterfactuals.map((result) => swapRow(result, a, locale)),
      },
      ...groupBlocks(audit, a, locale),
      ...riskBlocks(audit, a),
      { kind: 'note', title: a.limitsTitle, text: a.limits },
      { kind: 'note', title: a.sourcesTitle, text: a.sources },
      { kind: 'text', text: words[locale].labelled(words[locale].formula, audit.formula) },
    ],
  };
}

const sum = (results: CounterfactualResult[], field: 'pairs' | 'changed') =>
  results.reduce((total, result) => total + result[field], 0);

function swapRow(result: CounterfactualResult, a: AuditWords, locale: Locale): ReportCell[] {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  return [
    { text: a.kind[result.kind], small: result.examples.join(' · ') },
    { text: number.format(result.pairs), value: result.pairs },
    {
      ...{ text: number.format(result.changed), value: result.changed },
      tone: result.changed === 0 ? 'met' : 'missing',
    },
    { text: number.format(result.greatestDelta), value: result.greatestDelta },
  ];
}

function groupBlocks({ groups }: BiasAudit, a: AuditWords, locale: Locale): ReportBlock[] {
  const heading: ReportBlock = { kind: 'heading', text: a.groups };
  if (!groups) return [heading, { kind: 'text', text: a.noGroups }];
  return [
    heading,
    { kind: 'text', text: a.groupsMethod(groups.selectedBy, groups.smallestGroup, groups.unknown) },
    ...ratioBars(groups.rates, a, locale),
    {
      ...{ kind: 'table', head: a.groupsHead, widths: ['*', 60, 110, 110, 110] },
      rows: groups.rates.map((rate) => groupRow(rate, a, locale)),
    },
  ];
}

/** The rate of each group that is large enough, beside the highest: what the four-fifths rule looks at. */
function ratioBars(rates: GroupRate[], a: AuditWords, locale: Locale): ReportBlock[] {
  const judged = rates.filter(({ verdict }) => verdict !== 'small');
  if (judged.length < 2) return [];
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const items = judged.map(({ group, rate, verdict }): Bar => {
    const text = `${percent.format(rate)} · ${a.verdict[verdict]}`;
    return {
      label: group,
      share: rate,
      value: rate,
      unit: 'percent' as const,
      text,
      tone: verdict === 'below' ? 'missing' : 'met',
    };
  });
  return [{ kind: 'bars', title: a.ratesTitle, head: [a.groupsHead[0], a.groupsHead[2]], items }];
}

function groupRow(one: GroupRate, a: AuditWords, locale: Locale): ReportCell[] {
  const percent = (value: number) =>
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(value);
  const ratio = (value: number) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);
  const tone = one.verdict === 'below' ? 'missing' : one.verdict === 'small' ? 'unknown' : 'met';
  return [
    one.group,
    `${one.selected} / ${one.count}`,
    {
      ...{ text: percent(one.rate), value: one.rate, unit: 'percent', share: one.rate, tone },
      small: one.rateInterval.map(percent).join(' – '),
    },
    {
      ...(one.ratio === null ? { text: '–' } : { text: ratio(one.ratio), value: one.ratio }),
      small: one.ratioInterval ? one.ratioInterval.map(ratio).join(' – ') : '',
    },
    { text: a.verdict[one.verdict], tone },
  ];
}

function riskBlocks({ risks }: BiasAudit, a: AuditWords): ReportBlock[] {
  const heading: ReportBlock = { kind: 'heading', text: a.risks };
  if (risks.length === 0) return [heading, { kind: 'text', text: a.noRisks, tone: 'met' }];
  return [
    heading,
    {
      ...{ kind: 'table', head: a.risksHead, widths: [110, '*', '*'] },
      rows: risks.map(({ quote, severity, message, legal, suggestion }) => [
        { text: quote, tone: severity === 'forbidden' ? 'missing' : 'partly' },
        { text: message, small: legal.join(' ; ') },
        suggestion,
      ]),
    },
  ];
}
