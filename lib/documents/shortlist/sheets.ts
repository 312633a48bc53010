import { dialled, type Profile } from '../../profile';
import { renderWorkbook, type Sheet, type SheetCell } from '../spreadsheet';
import { bandColours, statusColours } from '../theme';
import { leftOutText } from '../made/left-out';
import { words } from '../words';
import { candidateViews, type CandidateView, type ShortlistData, type ShortlistRow } from './model';
import { shortlistWords } from './words';

const TENTHS = '0.0';

/** Three sheets: the ranking, each criterion of each candidate, how to read them. Scores and points are numbers. */
export async function shortlistSheets(data: ShortlistData): Promise<Buffer> {
  const views = candidateViews(data);
  const sheets = [ranking(data, views), criteria(data, views), howToRead(data)];
  return await renderWorkbook(sheets, data.locale, data.generatedAt);
}

function ranking({ rows, locale }: ShortlistData, views: CandidateView[]): Sheet {
  const w = words[locale];
  const { columns: c, ranking: name } = shortlistWords[locale];
  const columns: [string, number][] = [
    [w.rank, 7],
    ...([w.candidate, c.headline] as const).map((title): [string, number] => [title, 30]),
    [w.score, 9],
    [c.band, 14],
    ...([c.lowest, c.highest, c.years] as const).map((title): [string, number] => [title, 13]),
    [w.degree, 28],
    [c.missing, 36],
    [c.toCheck, 36],
    [c.email, 30],
    [c.phone, 18],
    [c.city, 18],
    [w.source, 28],
  ];
  return {
    name,
    columns: columns.map(([title, width]) => ({ title, width })),
    rows: views.map((view, index) => rankingRow(view, rows[index])),
  };
}

function rankingRow(view: CandidateView, { profile, score }: ShortlistRow): SheetCell[] {
  const [low, high] = score.interval;
  const open = score.criteria.filter(({ must, status }) => must && (status === 'unknown' || status === 'partly'));
  return [
    view.rank,
    { value: view.name, bold: true },
    view.headline,
    { value: score.score, format: TENTHS, bold: true, colour: bandColours[score.band] },
    { value: view.bandName, colour: bandColours[score.band] },
    { value: low, format: TENTHS },
    { value: high, format: TENTHS },
    years(profile),
    view.degree,
    { value: view.missing.join('\n'), colour: statusColours.missing },
    open.map(({ label }) => label).join('\n'),
    profile.contact.email,
    profile.contact.phone ? dialled(profile.contact.phone) : null,
    profile.contact.city,
    view.source,
  ];
}

function years({ derived }: Profile): SheetCell {
  return derived.experienceMonths === null ? null : { value: derived.experienceMonths / 12, format: TENTHS };
}

function criteria({ rows, locale }: ShortlistData, views: CandidateView[]): Sheet {
  const w = words[locale];
  const s = shortlistWords[locale];
  const columns: [string, number][] = [
    [w.rank, 7],
    [w.candidate, 28],
    [s.criterion, 30],
    [s.standing, 16],
    [s.status, 13],
    [s.got, 11],
    [s.most, 11],
    [w.why, 48],
    [s.place, 18],
    [s.quote, 60],
  ];
  return {
    name: w.criteria,
    columns: columns.map(([title, width]) => ({ title, width })),
    rows: views.flatMap((view, index) =>
      view.criteria.map((one, position): SheetCell[] => {
        const { points, maxPoints } = rows[index].score.criteria[position];
        return [
          view.rank,
          view.name,
          one.label,
          one.standing,
          { value: one.statusName, colour: statusColours[one.status] },
          { value: points, format: TENTHS },
          { value: maxPoints, format: TENTHS },
          one.reason,
          one.evidence.map(({ place }) => place).join('\n'),
          one.evidence.map(({ quote }) => quote).join('\n'),
        ];
      }),
    ),
  };
}

function howToRead({ offer, rows, leftOut, locale }: ShortlistData): Sheet {
  const w = words[locale];
  const { howTitle, how } = shortlistWords[locale];
  const formula = rows.at(0)?.score.formula;
  return {
    name: w.toRead,
    columns: [
      { title: howTitle, width: 32 },
      { title: w.shortlistFor(offer.title), width: 110 },
    ],
    rows: [
      ...how.map(([name, text]): SheetCell[] => [{ value: name, bold: true }, text]),
      [{ value: w.noteTitle, bold: true }, [w.note, leftOutText(leftOut, locale)].filter(Boolean).join('\n')],
      ...(formula ? [[{ value: w.formula, bold: true }, formula]] : []),
    ],
  };
}
