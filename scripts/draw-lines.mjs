// `node scripts/draw-lines.mjs --out DIR FILE…`: each document's first page as Vivier read it: a box and a number for every line, a colour for every section.
import { createRequire } from 'node:module';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './lib/build.mjs';
import { root } from './lib/paths.mjs';
import { fail, SetupError } from './lib/words.mjs';

const USAGE = `node scripts/draw-lines.mjs [options] FILE…

  --out DIR    where the pictures go (default: .vivier/reading)
  --page N     which page (default: 1)
  --width N    pixels (default: 900)
  --lib DIR    the compiled library (default: dist/lib, built first)`;

const COLOURS = {
  basics: '#2563eb',
  summary: '#0891b2',
  work: '#dc2626',
  education: '#16a34a',
  skills: '#d97706',
  languages: '#9333ea',
  certificates: '#0d9488',
  projects: '#be185d',
  interests: '#65a30d',
  volunteer: '#7c3aed',
  awards: '#a16207',
  publications: '#475569',
  references: '#334155',
  other: '#6b7280',
};

function options() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: Object.fromEntries(['out', 'page', 'width', 'lib'].map((name) => [name, { type: 'string' }])),
  });
  if (positionals.length === 0) throw new SetupError('Which documents?', USAGE);
  return {
    files: positionals,
    out: resolve(values.out ?? join(root, '.vivier', 'reading')),
    page: Number(values.page ?? 1),
    width: Number(values.width ?? 900),
    lib: values.lib,
  };
}

const sectionOf = (document, number) =>
  document.sections.find(({ lines: [first, last] }) => number >= first && number <= last);

function drawLine(context, line, section, scale) {
  const { x, y, width, height } = line.box;
  const colour = COLOURS[section?.kind ?? 'other'];
  const box = [x * scale - 1, y * scale - 1, width * scale + 2, height * scale + 2];
  context.fillStyle = `${colour}22`;
  context.fillRect(...box);
  context.strokeStyle = colour;
  context.lineWidth = section?.lines[0] === line.number ? 2.5 : 1;
  context.strokeRect(...box);
  const text = String(line.number);
  context.font = 'bold 10px sans-serif';
  const label = context.measureText(text).width + 4;
  const left = Math.max(0, box[0] - label);
  context.fillStyle = colour;
  context.fillRect(left, box[1], label, 12);
  context.fillStyle = '#ffffff';
  context.fillText(text, left + 2, box[1] + 10);
}

/** Kinds in the order in which they are read. */
function drawLegend(context, document, page, top, width) {
  const kinds = document.sections.filter((s) =>
    document.lines.slice(s.lines[0] - 1, s.lines[1]).some((l) => l.page === page),
  );
  context.fillStyle = '#ffffff';
  context.fillRect(0, top, width, 26);
  context.font = 'bold 12px sans-serif';
  let x = 8;
  for (const { kind, lines } of kinds) {
    const text = `${kind} ${lines[0]}–${lines[1]}`;
    context.fillStyle = COLOURS[kind];
    context.fillText(text, x, top + 17);
    x += context.measureText(text).width + 12;
  }
}

async function draw(path, { out, page, width }, lib, canvas) {
  const file = { data: readFileSync(path), fileName: basename(path) };
  const document = await lib.extractDocument(file);
  const info = document.pages.find(({ number }) => number === page);
  const turned = info.turned ? { [page]: info.turned } : {};
  const [image] = await lib.renderPages(file, { pages: [page], width, turned });
  const picture = await canvas.loadImage(image.png);
  const scale = picture.width / info.width;
  const surface = canvas.createCanvas(picture.width, picture.height + 26);
  const context = surface.getContext('2d');
  context.drawImage(picture, 0, 0);
  for (const line of document.lines)
    if (line.page === page && line.box) drawLine(context, line, sectionOf(document, line.number), scale);
  drawLegend(context, document, page, picture.height, picture.width);
  const target = join(out, `${basename(path).replace(/\.[^.]+$/, '')}.png`);
  writeFileSync(target, surface.toBuffer('image/png'));
  console.log(target);
}

async function main() {
  const wanted = options();
  if (!wanted.lib) await build();
  const require = createRequire(import.meta.url);
  const lib = require(join(wanted.lib ?? join(root, 'dist', 'lib'), 'extract', 'index.js'));
  const canvas = require('@napi-rs/canvas');
  mkdirSync(wanted.out, { recursive: true });
  for (const path of wanted.files) await draw(path, wanted, lib, canvas);
  await lib.closeExtractors();
}

await main().catch(fail);
