import { derive, emptyProfile, type Evidence, type Profile } from '../../../lib/profile';

export const REFERENCE_DATE = '2026-01-15';

const at = (line: number, quote: string): Evidence => ({ page: 1, lines: [line, line], quote, source: 'rules' });

/** A fictional person with something in every field. */
export function fullProfile(): Profile {
  const empty = emptyProfile(REFERENCE_DATE);
  const profile: Profile = {
    ...empty,
    identity: {
      fullName: 'Lucie Morvan',
      firstName: 'Lucie',
      lastName: 'Morvan',
      birthDate: '1990-04-03',
      nationality: 'française',
      evidence: { fullName: at(1, 'Lucie MORVAN') },
    },
    contact: {
      email: 'lucie@mail.example',
      otherEmails: ['l.morvan@work.example'],
      phone: '+33639981122',
      otherPhones: ['+442079460000'],
      address: '12 rue des Lilas',
      postalCode: '59000',
      city: 'Lille',
      countryCode: 'FR',
      links: [{ url: 'https://www.linkedin.com/in/lucie-morvan', network: 'linkedin', evidence: {} }],
      evidence: {},
    },
    headline: 'Comptable & gestionnaire',
    summary: 'Dix ans en cabinet.',
    experiences: [
      {
        employer: 'Cabinet Ferrand <SARL>',
        title: 'Comptable',
        start: '2021-03',
        end: null,
        current: true,
        place: 'Arras',
        description: 'Bilans & liasses\nPaie',
        kind: 'job',
        occupation: 'esco:00cee175-1376-43fb-9f02-ba3d7a910a58',
        evidence: { title: at(4, 'Comptable, Cabinet Ferrand'), employer: at(4, 'Comptable, Cabinet Ferrand') },
      },
      {
        employer: 'Groupe Nova',
        title: 'Stagiaire',
        start: '2018',
        end: '2018',
        current: false,
        place: null,
        description: 'Classement',
        kind: 'internship',
        evidence: {},
      },
    ],
    education: [
      {
        institution: 'Lycée Faidherbe',
        degree: 'BTS',
        field: 'Comptabilité',
        level: 5,
        start: '2010',
        end: '2012',
        place: 'Lille',
        evidence: {},
      },
    ],
    skills: [
      { name: 'Word', group: 'Bureautique', code: null, evidence: {} },
      { name: 'C++', group: null, code: null, evidence: {} },
    ],
    languages: [
      { code: 'fr', name: 'Français', level: 'native', levelText: 'langue maternelle', evidence: {} },
      { code: 'en', name: 'Anglais', level: 'C1', levelText: 'courant', evidence: {} },
    ],
    certifications: [{ name: 'TOSA', issuer: 'Isograd', date: '2018', evidence: {} }],
    projects: [{ name: 'Outil de paie', description: 'Macro', url: null, evidence: {} }],
    drivingLicences: [{ category: 'B', evidence: {} }],
    interests: [{ name: 'Chant', evidence: {} }],
    meta: { ...empty.meta, fileName: 'lucie.pdf', language: 'fr' },
  };
  return { ...profile, derived: derive(profile, REFERENCE_DATE) };
}

/** The same with every text replaced by what a hostile CV may hold. */
export function hostileProfile(text: string): Profile {
  const replaced = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((one) => replaced(one, key));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, replaced(one, name)]));
    const kept = /^(?:start|end|birthDate|date|level|kind|code|page|source|language|referenceDate|status|engine)$/;
    return typeof value === 'string' && !kept.test(key) ? text : value;
  };
  const { derived, ...rest } = fullProfile();
  return { ...(replaced(rest, '') as Omit<Profile, 'derived'>), derived };
}
