import type { Locale } from '../../errors';
import { dayInWords } from '../dates';
import { renderReport, type Bar, type Report, type ReportBlock, type ReportFormat } from '../report';
import type { Activity, ActivityGroup } from './types';
import { activityWords, type ActivityWords } from './words';

export type { Activity, ActivityGroup } from './types';
export { stageNames } from './words';

export interface ActivityData {
  activity: Activity;
  generatedAt: string;
  locale: Locale;
}

/** Intake, time to first look, sources, stages and decisions, for HR and works councils. Numbers alone: nobody is named. */
export async function renderActivity(data: ActivityData, format: ReportFormat): Promise<Buffer> {
  return await renderReport(activityReport(data), format);
}

/** The same as a part of another page, which has `reportStyles`. */
export const activityBlocks = (data: ActivityData): ReportBlock[] => activityReport(data).blocks;

const DAY = 24 * 3_600_000;

function activityReport({ activity, generatedAt, locale }: ActivityData): Report {
  const a = activityWords[locale];
  const last = new Date(new Date(activity.to).getTime() - 1).toISOString();
  return {
    ...{ locale, generatedAt, eyebrow: a.eyebrow, title: a.title },
    subtitle: a.period(dayInWords(activity.from, locale), dayInWords(last, locale)),
    blocks: [
      { kind: 'heading', text: a.summary },
      { kind: 'facts', items: facts(activity, a, locale) },
      { kind: 'heading', text: a.intake },
      ...intakeBlocks(activity, a, locale),
      ...groupBlocks(a.sources, a.sourcesTitle, activity.sources, activity, a, locale),
      ...groupBlocks(a.stages, a.stagesTitle, activity.stages.map(stageNamed(a)), activity, a, locale),
      ...groupBlocks(a.decisions, a.decisionsTitle, activity.decisions.map(stageNamed(a)), activity, a, locale),
      { kind: 'heading', text: a.overrides },
      { kind: 'text', text: overridesText(activity, a, locale) },
      { kind: 'note', title: a.howTitle, text: a.how(activity.smallestGroup) },
    ],
  };
}

function facts(activity: Activity, a: ActivityWords, locale: Locale) {
  const { weeks, firstLook, overrides, erased } = activity;
  const sum = (field: 'candidates' | 'applications') => weeks.reduce((total, week) => total + week[field], 0);
  const counted = (label: string, value: number) => ({ label, value, text: number(value, locale) });
  return [
    counted(a.candidates, sum('candidates')),
    counted(a.applications, sum('applications')),
    ...(firstLook
      ? [
          { label: a.firstLook, text: duration(firstLook.medianHours, a, locale) },
          { label: a.slowest, text: duration(firstLook.slowestTenthHours, a, locale) },
          counted(a.waiting, firstLook.waiting),
        ]
      : []),
    { label: a.against, text: overrides.rate === null ? a.tooFew : percent(overrides.rate, locale) },
    counted(a.erased, erased),
  ];
}

function intakeBlocks({ weeks }: Activity, a: ActivityWords, locale: Locale): ReportBlock[] {
  if (weeks.every(({ candidates, applications }) => candidates + applications === 0))
    return [{ kind: 'text', text: a.noOne }];
  const short = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    ...{ day: 'numeric', month: 'short', timeZone: 'UTC' },
  });
  const items = weeks.map(({ start, applications }) => ({
    ...{ label: short.format(new Date(start)), value: applications, day: start },
  }));
  return [
    { kind: 'columns', title: a.perWeek, head: [a.week, a.applications], items },
    {
      ...{ kind: 'table', head: a.weekHead, widths: ['*', 140, 140] },
      rows: weeks.map(({ start, candidates, applications }) => [
        { text: dayInWords(start, locale), day: start },
        ...[candidates, applications].map((value) => ({ text: number(value, locale), value })),
      ]),
    },
  ];
}

function groupBlocks(
  heading: string,
  title: string,
  groups: ActivityGroup[] | null,
  { smallestGroup }: Activity,
  a: ActivityWords,
  locale: Locale,
): ReportBlock[] {
  const head: ReportBlock = { kind: 'heading', text: heading };
  if (groups === null) return [head, { kind: 'text', text: a.notAllowed }];
  if (groups.length === 0) return [head, { kind: 'text', text: a.noOne }];
  const total = groups.reduce((sum, { count }) => sum + (count ?? 0), 0);
  // A share of what is shown would be taken for one of all.
  const whole = groups.every(({ count }) => count !== null);
  const items = groups.map(({ name, count }): Bar => {
    const label = name ?? a.notStated;
    if (count === null) return { label, share: 0, value: null, text: a.hidden(smallestGroup) };
    const share = total === 0 ? 0 : count / total;
    const text = [number(count, locale), ...(whole ? [percent(share, locale)] : [])].join(' · ');
    return { label, share, value: count, text };
  });
  return [head, { kind: 'bars', title, head: [a.group, a.count], items }];
}

/** An offer's own stages keep their names. */
const stageNamed =
  (a: ActivityWords) =>
  ({ name, count }: ActivityGroup): ActivityGroup => ({ count, name: a.stage[name ?? ''] ?? name });

function overridesText({ overrides }: Activity, a: ActivityWords, locale: Locale): string {
  const { decided, against, rate } = overrides;
  if (against === null || rate === null) return a.overridesFew;
  return a.overridesText(decided, number(against, locale), percent(rate, locale));
}

function duration(hours: number | null, a: ActivityWords, locale: Locale): string {
  if (hours === null) return a.tooFew;
  const days = (hours * 3_600_000) / DAY;
  const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return days >= 2 ? a.days(tenths.format(days), false) : a.hours(tenths.format(hours));
}

const number = (value: number, locale: Locale) => new Intl.NumberFormat(locale).format(value);
const percent = (share: number, locale: Locale) =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: share < 0.1 ? 1 : 0 }).format(share);
