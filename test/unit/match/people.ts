import { emptyProfile, type Evidence, type Experience, type Profile } from '../../../lib/profile';

const proof = (quote: string, line: number): Evidence => ({ page: 1, lines: [line, line], quote, source: 'rules' });

export function job(title: string, start: string, end: string | null, description: string, line = 5): Experience {
  return {
    ...{ employer: 'Clinique des Tilleuls', title, start, end, current: end === null, place: 'Nantes' },
    ...{ description, kind: null },
    evidence: { title: proof(title, line), description: proof(description, line + 1) },
  };
}

/** A fictional nurse with 14 years of practice, seven of them leading a unit. */
export function nurse(): Profile {
  const profile = emptyProfile('2026-01-15');
  return {
    ...profile,
    identity: { ...profile.identity, fullName: 'Camille Perrot', firstName: 'Camille', lastName: 'Perrot' },
    contact: { ...profile.contact, email: 'camille.perrot@example.org', phone: '+33612345678', city: 'Nantes' },
    headline: 'Cadre de santé',
    summary: 'Infirmière depuis 2012, je souhaite me former à la gestion de projet.',
    experiences: [
      job('Cadre de santé', '2019-01', null, 'Encadrement de 25 soignants\nPlannings et entretiens annuels', 5),
      job('Infirmière diplômée d’État', '2012-01', '2018-12', 'Pansements complexes\nSoins palliatifs', 12),
    ],
    education: [
      {
        ...{ institution: 'IFSI de Nantes', degree: 'Diplôme d’État', field: 'Infirmier', level: 6 },
        ...{
          start: '2008',
          end: '2011',
          place: null,
          evidence: { degree: proof('Diplôme d’État d’infirmier, 2011', 20) },
        },
      },
    ],
    skills: [{ name: 'Dossier patient informatisé', group: null, code: null, evidence: {} }],
    languages: [
      { code: 'fr', name: 'Français', level: 'native', levelText: 'langue maternelle', evidence: {} },
      { code: 'en', name: 'Anglais', level: 'B1', levelText: 'intermédiaire', evidence: {} },
    ],
    meta: { ...profile.meta, language: 'fr' },
  };
}

/** The same trade with every keyword and one year of practice. */
export function juniorNurse(): Profile {
  const profile = nurse();
  return {
    ...profile,
    experiences: [
      job(
        'Infirmière diplômée d’État',
        '2025-01',
        null,
        'Pansements complexes\nSoins palliatifs\nEncadrement de 3 étudiants',
      ),
      job('Stage infirmier, cadre de santé', '2016-01', '2024-12', 'Encadrement, plannings, soins palliatifs'),
    ],
    skills: ['Encadrement d’équipe', 'Cadre de santé', 'Soins palliatifs', 'Pansements'].map((name) => ({
      ...{ name, group: null, code: null },
      evidence: {},
    })),
  };
}

export function accountant(): Profile {
  const profile = nurse();
  return {
    ...profile,
    headline: 'Comptable',
    summary: null,
    experiences: [job('Comptable général', '2015-03', null, 'Clôture mensuelle\nDéclarations de TVA')],
    education: [{ ...profile.education[0], degree: 'DCG', field: 'Comptabilité', institution: 'Lycée' }],
    skills: [{ name: 'Sage', group: null, code: null, evidence: {} }],
  };
}
