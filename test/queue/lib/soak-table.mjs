// The figures of a soak, in the words of both languages.
import { table, writeBetween } from '../../reliability/written.mjs';

/** Over less, what the memory does by chance is more than what it grows by. */
const TELLS_GROWTH_MINUTES = 30;

const comma = (seconds) => seconds.toLocaleString('fr');

const WORDS = {
  'reliability.md': {
    head: ['process', 'MiB after warming up, at the end', 'MiB an hour', 'open descriptors, first and last'],
    names: { main: 'n8n’s main process', webhook: 'webhook processor', redis: 'Redis' },
    sum: (r) =>
      `The last run: ${r.minutes} minutes, ${r.cvs} CVs, ${r.candidates} candidates, ${r.missing.length} missing, ${r.twice} twice, ${r.setAside} set aside; from arrival to being kept: half within ${r.seconds[0.5]} s, 95 % within ${r.seconds[0.95]} s, 99 % within ${r.seconds[0.99]} s.`,
  },
  'reliability.fr.md': {
    head: [
      'processus',
      'Mio après la mise en température, à la fin',
      'Mio par heure',
      'descripteurs ouverts, au début et à la fin',
    ],
    names: { main: 'processus principal de n8n', webhook: 'processus des webhooks', redis: 'Redis' },
    sum: (r) =>
      `La dernière exécution : ${r.minutes} minutes, ${r.cvs} CV, ${r.candidates} candidats, ${r.missing.length} manquants, ${r.twice} en double, ${r.setAside} mis de côté ; de l’arrivée à la mise en vivier : la moitié en ${comma(r.seconds[0.5])}\u00A0s, 95\u00A0% en ${comma(r.seconds[0.95])}\u00A0s, 99\u00A0% en ${comma(r.seconds[0.99])}\u00A0s.`,
  },
};

export function writeSoak(report) {
  for (const [file, { head, names, sum }] of Object.entries(WORDS)) {
    const lines = report.parts.map(({ name, mebibytes, mebibytesAnHour, descriptors }) => [
      names[name] ?? name,
      mebibytes.join(', '),
      report.minutes < TELLS_GROWTH_MINUTES ? '–' : String(mebibytesAnHour),
      descriptors.join(', '),
    ]);
    writeBetween(file, 'test/queue/soak.mjs', `${table([head, ...lines])}\n\n${sum(report)}`);
  }
}
