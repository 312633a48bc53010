import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import { breakable, clean } from '../clean';
import { dayInWords } from '../dates';
import { renderPdf } from '../pdf';
import { bandColours, colours, statusColours } from '../theme';
import { words } from '../words';
import { candidateViews, countLine, type CandidateView, type CriterionView, type ShortlistData } from './model';

type Words = (typeof words)['fr'];

/** A4: the ranked table with the note on page one, then each candidate on a page of their own. */
export async function shortlistPdf(data: ShortlistData): Promise<Buffer> {
  const w = words[data.locale];
  const candidates = candidateViews(data);
  const definition: TDocumentDefinitions = {
    info: { title: clean(w.shortlistFor(data.offer.title)), creator: 'Vivier', producer: 'Vivier' },
    language: data.locale,
    pageSize: 'A4',
    pageMargins: [40, 44, 40, 52],
    defaultStyle: { fontSize: 9, color: colours.text, lineHeight: 1.2 },
    footer: (current, count) => footer(w, data.offer.title, current, count),
    content: [...front(data, candidates, w), ...candidates.flatMap((candidate) => candidatePage(candidate, w))],
  };
  return await renderPdf(definition, data.generatedAt);
}

function footer(w: Words, title: string, current: number, count: number): Content {
  return {
    margin: [40, 18, 40, 0],
    fontSize: 7.5,
    color: colours.muted,
    columns: [
      { text: breakable(title), width: '*' },
      { text: w.page(current, count), width: 'auto' },
    ],
  };
}

function front(data: ShortlistData, candidates: CandidateView[], w: Words): Content[] {
  return [
    {
      text: w.shortlist.toUpperCase(),
      fontSize: 8,
      bold: true,
      color: colours.accent,
      characterSpacing: 0.8,
      margin: [0, 0, 0, 3],
    },
    { text: breakable(data.offer.title), tag: 'H1', fontSize: 19, bold: true, lineHeight: 1.1 },
    {
      text: `${countLine(data)} · ${w.madeOn(dayInWords(data.generatedAt, data.locale))}`,
      color: colours.muted,
      margin: [0, 4, 0, 18],
    },
    candidates.length === 0 ? { text: w.noCandidates } : rankingTable(candidates, w),
    note(w),
  ];
}

function rankingTable(candidates: CandidateView[], w: Words): Content {
  const head = [w.rank, w.candidate, w.score, w.experience, w.degree, w.missingMusts].map((text) => ({
    text,
    fontSize: 7.5,
    color: colours.muted,
  }));
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [24, '*', 86, 50, 82, 118],
      body: [head, ...candidates.map((one) => rankingRow(one, w))],
    },
    layout: lines(1.2),
  };
}

function rankingRow(one: CandidateView, w: Words): TableCell[] {
  return [
    { text: String(one.rank), fontSize: 13, color: colours.muted, alignment: 'center' },
    {
      stack: [
        { text: breakable(one.name), bold: true, fontSize: 10 },
        { text: breakable(one.headline), color: colours.muted, fontSize: 8 },
      ],
    },
    {
      stack: [
        {
          text: [
            { text: one.score, bold: true, fontSize: 13 },
            { text: `  ${one.bandName}`, bold: true, fontSize: 8 },
          ],
          color: bandColours[one.band],
        },
        bar(one.share, 84, bandColours[one.band]),
      ],
    },
    { text: one.experience },
    { text: breakable(one.degree) },
    mustHaves(one, w),
  ];
}

function mustHaves({ missing, openMusts }: CandidateView, w: Words): Content {
  const open = openMusts === null ? [] : [{ text: openMusts, color: statusColours.unknown }];
  if (missing.length > 0) return { fontSize: 8, stack: [{ ul: missing.map(breakable) }, ...open] };
  return open[0] ?? { text: w.nothingMissing, color: statusColours.met };
}

/** Horizontal lines only. */
function lines(first: number, padding = 6) {
  return {
    hLineWidth: (row: number, node: { table: { body: unknown[] } }) =>
      row === 0 || row === node.table.body.length ? 0 : row === 1 ? first : 0.5,
    vLineWidth: () => 0,
    hLineColor: () => colours.line,
    paddingLeft: (column: number) => (column === 0 ? 0 : 6),
    paddingRight: () => 6,
    paddingTop: () => padding,
    paddingBottom: () => padding,
  };
}

function bar(share: number, width: number, colour: string): Content {
  const filled = Math.max(0, Math.min(1, share)) * width;
  const rect = (w: number, color: string) => ({ type: 'rect' as const, x: 0, y: 2, w, h: 4, r: 2, color });
  return {
    canvas: filled > 0 ? [rect(width, colours.track), rect(Math.max(filled, 3), colour)] : [rect(width, colours.track)],
  };
}

function note(w: Words): Content {
  return {
    margin: [0, 22, 0, 0],
    unbreakable: true,
    table: {
      widths: ['*'],
      body: [
        [
          {
            stack: [
              { text: w.noteTitle, bold: true, margin: [0, 0, 0, 2] },
              { text: w.note, fontSize: 8, color: colours.muted },
            ],
          },
        ],
      ],
    },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: (column) => (column === 0 ? 3 : 0),
      vLineColor: () => colours.accent,
      fillColor: () => colours.soft,
      paddingLeft: () => 12,
      paddingRight: () => 12,
      paddingTop: () => 9,
      paddingBottom: () => 9,
    },
  };
}

function candidatePage(one: CandidateView, w: Words): Content[] {
  const facts = [
    w.labelled(w.experience, one.experience),
    w.labelled(w.degree, one.degree),
    ...(one.interval === null ? [] : [w.labelled(w.score, one.interval)]),
  ];
  return [
    {
      text: `${w.rank} ${one.rank}`.toUpperCase(),
      isAfterNext: true,
      pageBreak: 'before',
      fontSize: 8,
      bold: true,
      color: colours.accent,
      characterSpacing: 0.8,
    },
    {
      columns: [
        {
          width: '*',
          stack: [
            { text: breakable(one.name), tag: 'H2', fontSize: 18, bold: true, lineHeight: 1.1 },
            { text: breakable(one.headline), color: colours.muted, fontSize: 10 },
          ],
        },
        {
          width: 120,
          alignment: 'right',
          color: bandColours[one.band],
          stack: [
            {
              text: [
                { text: one.score, fontSize: 26, bold: true },
                { text: ` ${w.outOf100}`, color: colours.muted },
              ],
              lineHeight: 1,
            },
            { text: one.bandName, bold: true },
          ],
        },
      ],
    },
    { text: breakable(facts.join('   ·   ')), color: colours.muted, margin: [0, 6, 0, 12] },
    ...blocks(one, w),
    { text: w.criteria, tag: 'H3', bold: true, fontSize: 11, margin: [0, 4, 0, 4] },
    {
      tag: 'Table',
      table: {
        widths: [132, 92, '*'],
        dontBreakRows: true,
        body: one.criteria.map((criterion) => criterionRow(criterion)),
      },
      fontSize: 8.5,
      layout: { ...lines(0.5, 3), hLineWidth: (row) => (row === 0 ? 0.8 : 0.5) },
    },
    ...(one.warnings.length === 0 ? [] : [block(w.warnings, one.warnings, colours.muted, [0, 12, 0, 0])]),
    {
      margin: [0, 14, 0, 0],
      fontSize: 7.5,
      color: colours.muted,
      text: breakable(
        [
          w.labelled(w.source, one.source),
          w.labelled(w.engine, one.engine),
          w.labelled(w.reliability, one.reliability),
          w.labelled(w.formula, one.formula),
        ].join('   ·   '),
      ),
    },
  ];
}

function blocks(one: CandidateView, w: Words): Content[] {
  const shown = [
    { title: w.strengths, items: one.strengths, colour: statusColours.met },
    { title: w.missing, items: one.gaps, colour: statusColours.missing },
    { title: w.toCheck, items: one.toCheck, colour: statusColours.unknown },
  ].filter(({ items }) => items.length > 0);
  if (shown.length === 0) return [];
  return [
    {
      columnGap: 16,
      margin: [0, 0, 0, 10],
      columns: shown.map(({ title, items, colour }) => ({ width: '*', stack: [block(title, items, colour)] })),
    },
  ];
}

function block(
  title: string,
  items: string[],
  colour: string,
  margin: [number, number, number, number] = [0, 0, 0, 0],
): Content {
  return {
    margin,
    stack: [
      { text: title, tag: 'H3', bold: true, color: colour, margin: [0, 0, 0, 3] },
      { ul: items.map(breakable), fontSize: 8, markerColor: colour },
    ],
  };
}

function criterionRow(criterion: CriterionView): TableCell[] {
  const quotes = criterion.proofs.map((proof) => ({ text: breakable(proof), fontSize: 7, color: colours.muted }));
  const places = { text: `  ${criterion.places}`, fontSize: 7, color: colours.muted };
  return [
    {
      stack: [
        { text: breakable(criterion.label), bold: true },
        { text: criterion.standing, color: colours.muted, fontSize: 7 },
      ],
    },
    {
      stack: [
        {
          columns: [
            { text: criterion.statusName, bold: true, color: statusColours[criterion.status], fontSize: 8 },
            {
              text: `${criterion.points} / ${criterion.maxPoints}`,
              alignment: 'right',
              color: colours.muted,
              fontSize: 8,
            },
          ],
        },
        bar(criterion.share, 86, statusColours[criterion.status]),
      ],
    },
    { stack: [{ text: [breakable(criterion.reason), places] }, ...quotes] },
  ];
}
