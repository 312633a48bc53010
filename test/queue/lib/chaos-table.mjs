// What the runs of chaos.mjs found, written into the documents between two marks. A run of some of the faults leaves the rows of the others as they were.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/lib/paths.mjs';
import { FAULTS } from './faults.mjs';

const BEGIN = '<!-- table of test/queue/chaos.mjs -->';
const END = '<!-- end of table -->';

const FILES = {
  'reliability.md': {
    head: ['fault', 'what a user sees', 'CVs meanwhile', 'no CV kept for', 'slowest CV', 'requests made again'],
    sum: (r) =>
      `The last run: ${r.cvs} CVs in all, ${r.candidates} candidates, ${r.missing.length} missing, ${r.twice} twice, ${r.setAside} set aside.`,
    worker: ['a worker, `kill -9`', 'its runs show “Error” and are handed over again; nobody does anything'],
    main: ['n8n’s main process, `kill -9`', 'the editor is away until it is back; forms and webhooks answer on'],
    webhook: ['the webhook processor, `kill -9`', 'forms and webhooks answer 502 until it is back'],
    redis: ['Redis, `kill -9`', 'pages are slow or answer 503; n8n’s processes may restart'],
    postgres: [
      'PostgreSQL, `kill -9`',
      'forms answer with an error; runs under way show “Error” and are handed over again',
    ],
    ollama: ['Ollama away for 12 s', 'CVs of this time and some seconds more are read by the rules alone, and say so'],
    network: ['a worker’s network cable, out for 36 s', 'its runs show “Error”; the other worker goes on'],
    disk: ['the disk full for 12 s', 'forms answer with an error; PostgreSQL may stop and is started again'],
    clock: ['the clock of main and a worker 2 h ahead for 12 s', 'nothing'],
    seconds: (value) => `${value} s`,
  },
  'reliability.fr.md': {
    head: [
      'panne',
      'ce qu’on voit',
      'CV pendant ce temps',
      'aucun CV gardé pendant',
      'CV le plus lent',
      'requêtes refaites',
    ],
    sum: (r) =>
      `La dernière exécution : ${r.cvs} CV en tout, ${r.candidates} candidats, ${r.missing.length} manquants, ${r.twice} en double, ${r.setAside} mis de côté.`,
    worker: [
      'un worker, `kill -9`',
      'ses exécutions affichent « Error » et sont relancées ; personne n’a rien à faire',
    ],
    main: [
      'le processus principal de n8n, `kill -9`',
      'l’éditeur est absent jusqu’à son retour ; formulaires et webhooks répondent',
    ],
    webhook: ['le processus des webhooks, `kill -9`', 'formulaires et webhooks répondent 502 jusqu’à son retour'],
    redis: ['Redis, `kill -9`', 'les pages sont lentes ou répondent 503 ; des processus de n8n peuvent redémarrer'],
    postgres: [
      'PostgreSQL, `kill -9`',
      'les formulaires répondent par une erreur ; les exécutions en cours affichent « Error » et sont relancées',
    ],
    ollama: [
      'Ollama absent pendant 12 s',
      'les CV de ce moment et de quelques secondes encore sont lus par les règles seules, et le disent',
    ],
    network: [
      'le câble réseau d’un worker, débranché 36 s',
      'ses exécutions affichent « Error » ; l’autre worker continue',
    ],
    disk: [
      'le disque plein pendant 12 s',
      'les formulaires répondent par une erreur ; PostgreSQL peut s’arrêter et est relancé',
    ],
    clock: ['l’heure du processus principal et d’un worker avancée de 2 h pendant 12 s', 'rien'],
    seconds: (value) => `${value}\u00A0s`,
  },
};

export function writeChaos(report) {
  for (const [file, words] of Object.entries(FILES)) {
    const path = join(root, 'docs', file);
    const text = readFileSync(path, 'utf8');
    const [from, to] = [text.indexOf(BEGIN) + BEGIN.length, text.indexOf(END)];
    const kept = rowsOf(text.slice(from, to));
    for (const { name, cvs, gap, slowest, askedAgain } of report.faults)
      kept.set(words[name][0], [
        ...words[name],
        String(cvs),
        words.seconds(gap),
        words.seconds(slowest),
        String(askedAgain),
      ]);
    const lines = Object.keys(FAULTS).flatMap((name) => (kept.has(words[name][0]) ? [kept.get(words[name][0])] : []));
    const table = tableOf([words.head, ...lines]);
    writeFileSync(path, `${text.slice(0, from)}\n\n${table}\n\n${words.sum(report)}\n\n${text.slice(to)}`);
  }
}

/** @returns rows of the table by their first cell */
const rowsOf = (text) =>
  new Map(
    text
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .slice(2)
      .map((line) => line.slice(2, -2).split(' | '))
      .map((cells) => cells.map((cell) => cell.trim()))
      .map((cells) => [cells[0], cells]),
  );

/** As prettier writes it. */
function tableOf(lines) {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const row = (line) => `| ${line.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [row(lines[0]), rule, ...lines.slice(1).map(row)].join('\n');
}
