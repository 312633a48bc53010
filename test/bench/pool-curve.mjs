// How search grows with the pool, as a picture: figures of `npm run bench -- pool`, both axes logarithmic.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

const [WIDTH, HEIGHT] = [900, 520];
const FRAME = { left: 80, right: 640, top: 70, bottom: 440 };
const SERIES = [
  { key: 'words', name: 'words + filter', colour: '#0072b2', goal: 50 },
  { key: 'hybrid', name: 'words and meaning', colour: '#d55e00', goal: 100 },
  { key: 'facets', name: 'with facets', colour: '#009e73', goal: 300 },
  { key: 'typos', name: 'misspelt or absent', colour: '#cc79a7' },
  { key: 'radius', name: '50 km around a city', colour: '#56b4e9' },
];

const NUMBERS = new Intl.NumberFormat('en');

/**
 * As SVG for the documents, and beside the bench's figures also as PNG, to be looked at.
 * @param {object[]} rows of the bench, two or more
 * @param {{ figures: string, documents: string }} folders
 * @returns {Promise<string[]>} the names of the files
 */
export async function drawCurve(rows, { figures, documents }) {
  const svg = curve(rows);
  const { createCanvas, loadImage } = require('@napi-rs/canvas');
  const canvas = createCanvas(WIDTH, HEIGHT);
  canvas.getContext('2d').drawImage(await loadImage(Buffer.from(svg)), 0, 0);
  for (const folder of [figures, documents]) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'pool-search.svg'), svg);
  }
  writeFileSync(join(figures, 'pool-search.png'), canvas.toBuffer('image/png'));
  return ['pool-search.svg', 'pool-search.png'];
}

function curve(rows) {
  const drawn = SERIES.filter(({ key }) => rows.filter((row) => row[key]).length > 1);
  const times = drawn.flatMap(({ key }) => rows.flatMap((row) => row[key]?.p95 ?? []));
  const across = scale(Math.min(...rows.map(sizeOf)), Math.max(...rows.map(sizeOf)), FRAME.left, FRAME.right);
  const up = scale(1, 10 ** Math.ceil(Math.log10(Math.max(300, ...times))), FRAME.bottom, FRAME.top);
  const parts = [
    text(FRAME.left, 32, 'Talent pool: search time by number of candidates', 'font-size="19" font-weight="bold"'),
    text(FRAME.left, 54, 'PostgreSQL, 95th percentile in milliseconds; dashed: goal at a million', GREY),
    ...powers(up.most).map((ms) => rule(up(ms), NUMBERS.format(ms))),
    ...rows.map((row) =>
      text(across(row.size), FRAME.bottom + 24, NUMBERS.format(row.size), `${GREY} text-anchor="middle"`),
    ),
    ...drawn.map((series) => line(series, rows, across, up)),
    ...drawn.map((series, index) => label(series, rows, index)),
    text((FRAME.left + FRAME.right) / 2, FRAME.bottom + 52, 'candidates', `${GREY} text-anchor="middle"`),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="DejaVu Sans, sans-serif" font-size="13">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>
${parts.join('\n')}
</svg>
`;
}

const GREY = 'fill="#555555"';
const sizeOf = ({ size }) => size;

function scale(least, most, from, to) {
  const span = Math.log(most / least) || 1;
  const place = (value) => from + ((to - from) * Math.log(Math.max(value, least) / least)) / span;
  return Object.assign(place, { most });
}

const powers = (most) => Array.from({ length: Math.round(Math.log10(most)) + 1 }, (_, power) => 10 ** power);

const text = (x, y, words, more = '') => `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${words}</text>`;

const rule = (y, name) =>
  `<line x1="${FRAME.left}" x2="${FRAME.right}" y1="${y.toFixed(1)}" y2="${y.toFixed(1)}" stroke="#dddddd"/>${text(FRAME.left - 8, y + 4, name, `${GREY} text-anchor="end"`)}`;

function line({ key, colour, goal }, rows, across, up) {
  const points = rows
    .filter((row) => row[key])
    .map((row) => [across(row.size), up(row[key].p95)].map((at) => at.toFixed(1)));
  const dots = points.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="4" fill="${colour}"/>`).join('');
  const dashed = goal
    ? `<line x1="${FRAME.right - 60}" x2="${FRAME.right}" y1="${up(goal)}" y2="${up(goal)}" stroke="${colour}" stroke-width="2" stroke-dasharray="5 4"/>`
    : '';
  return `<polyline points="${points.map((point) => point.join(',')).join(' ')}" fill="none" stroke="${colour}" stroke-width="2.5"/>${dots}${dashed}`;
}

function label({ key, name, colour, goal }, rows, index) {
  const y = FRAME.top + 20 + index * 50;
  const last = rows.filter((row) => row[key]).at(-1);
  const figures = `${last[key].p95.toFixed(0)} ms at ${NUMBERS.format(last.size)}${goal ? `, goal ${goal}` : ''}`;
  return `<rect x="${FRAME.right + 24}" y="${y - 10}" width="12" height="12" fill="${colour}"/>${text(FRAME.right + 44, y, name)}${text(FRAME.right + 44, y + 18, figures, GREY)}`;
}
