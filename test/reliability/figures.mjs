// The figures of a run, written into the documents between two marks.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';

const BEGIN = '<!-- figures of test/reliability/intake.mjs -->';
const END = '<!-- end of figures -->';

const rows = (report) => [
  ['mails', report.mails],
  ['hostile', report.hostile],
  ['kills', `${report.kills.mailServer} / ${report.kills.n8n} / ${report.kills.database}`],
  ['seconds', report.seconds],
  ['done', report.done],
  ['setAside', report.setAside],
  ['inbox', report.inbox],
  ['candidates', report.candidates],
  ['twice', report.twice.length],
  ['notices', report.noticesToRecruiter],
  ['acknowledged', `${report.acknowledged} (+${report.acknowledgedAgain})`],
];

const words = {
  'reliability.md': {
    head: ['what', 'figure'],
    mails: 'mails sent in',
    hostile: 'of them hostile or broken',
    kills: '`kill -9` of the mail server / n8n / PostgreSQL',
    seconds: 'seconds in all',
    done: 'mails handled to the end',
    setAside: 'mails set aside, with the reason',
    inbox: 'mails left over',
    candidates: 'candidates in the pool',
    twice: 'CVs stored twice',
    notices: 'notices to the recruiter',
    acknowledged: 'candidates thanked (+ thanked again after a kill)',
  },
  'reliability.fr.md': {
    head: ['quoi', 'chiffre'],
    mails: 'courriels envoyés',
    hostile: 'dont hostiles ou abîmés',
    kills: '`kill -9` du serveur de courrier / de n8n / de PostgreSQL',
    seconds: 'secondes au total',
    done: 'courriels traités jusqu’au bout',
    setAside: 'courriels mis de côté, avec le motif',
    inbox: 'courriels restants',
    candidates: 'candidats dans le vivier',
    twice: 'CV gardés deux fois',
    notices: 'avis au recruteur',
    acknowledged: 'candidats remerciés (+ remerciés de nouveau après un arrêt brutal)',
  },
};

export function writeFigures(report) {
  for (const [file, said] of Object.entries(words)) {
    const path = join(root, 'docs', file);
    const text = readFileSync(path, 'utf8');
    const [from, to] = [text.indexOf(BEGIN) + BEGIN.length, text.indexOf(END)];
    const lines = rows(report).map(([key, value]) => [said[key], String(value)]);
    writeFileSync(path, `${text.slice(0, from)}\n\n${table([said.head, ...lines])}\n\n${text.slice(to)}`);
  }
}

/** As prettier writes it. */
function table(lines) {
  const widths = [0, 1].map((column) => Math.max(...lines.map((line) => line[column].length)));
  const row = (line) => `| ${line.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  return [
    row(lines[0]),
    `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`,
    ...lines.slice(1).map(row),
  ].join('\n');
}
