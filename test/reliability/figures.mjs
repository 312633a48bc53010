// The figures of an intake run, in the words of both languages.
import { table, writeBetween } from './written.mjs';

const rows = (report) => [
  ['mails', report.mails],
  ['hostile', report.hostile],
  ['kills', `${report.kills.mailServer} / ${report.kills.n8n} / ${report.kills.database} / ${report.kills.ollama}`],
  ['seconds', report.seconds],
  ['done', report.done],
  ['setAside', report.setAside],
  ['inbox', report.inbox],
  ['candidates', report.candidates],
  ['engines', `${report.engines.model} / ${report.engines.rules}`],
  ['twice', report.twice.length],
  ['notices', report.noticesToRecruiter],
  ['acknowledged', `${report.acknowledged} (+${report.acknowledgedAgain})`],
];

const words = {
  'reliability.md': {
    head: ['what', 'figure'],
    mails: 'mails sent in',
    hostile: 'of them hostile or broken',
    kills: '`kill -9` of the mail server / n8n / PostgreSQL / model',
    seconds: 'seconds in all',
    done: 'mails handled to the end',
    setAside: 'mails set aside, with the reason',
    inbox: 'mails left over',
    candidates: 'candidates in the pool',
    engines: 'read with the model / by rules while it was away',
    twice: 'CVs stored twice',
    notices: 'notices to the recruiter',
    acknowledged: 'candidates thanked (+ thanked again after a kill)',
  },
  'reliability.fr.md': {
    head: ['quoi', 'chiffre'],
    mails: 'courriels envoyés',
    hostile: 'dont hostiles ou abîmés',
    kills: '`kill -9` du serveur de courrier / de n8n / de PostgreSQL / du modèle',
    seconds: 'secondes au total',
    done: 'courriels traités jusqu’au bout',
    setAside: 'courriels mis de côté, avec le motif',
    inbox: 'courriels restants',
    candidates: 'candidats dans le vivier',
    engines: 'lus avec le modèle / par les règles en son absence',
    twice: 'CV gardés deux fois',
    notices: 'avis au recruteur',
    acknowledged: 'candidats remerciés (+ remerciés de nouveau après un arrêt brutal)',
  },
};

export function writeFigures(report) {
  for (const [file, said] of Object.entries(words)) {
    const lines = rows(report).map(([key, value]) => [said[key], String(value)]);
    writeBetween(file, 'test/reliability/intake.mjs', table([said.head, ...lines]));
  }
}
