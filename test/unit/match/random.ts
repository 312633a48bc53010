import type { JobOffer } from '../../../lib/match';
import type { Profile } from '../../../lib/profile';

export const skill = (name: string): Profile['skills'][number] => ({ name, group: null, code: null, evidence: {} });

export const OFFERS: JobOffer[] = [
  {
    ...{ title: 'Comptable fournisseurs (F/H)', language: 'fr' },
    text: 'Vous tenez la comptabilité fournisseurs sous Sage, faites les rapprochements bancaires et les déclarations de TVA. Anglais B1.',
    criteria: {
      mustHave: ['Sage', 'rapprochements bancaires', 'déclarations de TVA et immobilisations', 'Excel'],
      niceToHave: ['encadrement', 'SAP ou autre ERP', 'CACES 3', 'permis B'],
      minYears: 3,
      degreeLevel: 'Bac+2 en comptabilité',
    },
  },
  {
    ...{ title: 'Ward manager', language: 'en' },
    text: 'You lead the nurses of a palliative care ward and plan the rota. Wound care and infection control are essential. 5 years of nursing required.',
  },
  {
    title: 'Data engineer',
    text: 'Python, SQL, Airflow required. Kubernetes is a plus. Fluent English.',
    language: 'en',
  },
];
export const SKILLS =
  `Sage|EBP|Excel|Rapprochements bancaires|Déclarations de TVA|Immobilisations|Comptabilité analytique|SAP FI|CACES 1|CACES 3|Permis B|Wound care|Soins palliatifs
|Rota|Infection control|Python|SQL|Airflow|Docker|Kubernetes|Management d’équipe|Bilan|Liasse fiscale|Vue.js|Poterie`
    .split('|')
    .map((name) => skill(name.trim()));

/** A sequence that looks random and is the same in every run (Park and Miller's generator). */
export function sequence(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

export function some<T>(list: T[], next: () => number): T[] {
  return list.filter(() => next() < 0.3);
}
