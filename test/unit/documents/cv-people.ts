import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyProfile, fromJsonResume, type Profile } from '../../../lib/profile';
import { nadia } from './letters/people';
import { person } from './samples';

const DAY = '2026-01-15';
const evidence = {};

/** Some of the fictional people of samples/people.json: each is drawn in every style and format. */
export function samplePeople(): Profile[] {
  const people = JSON.parse(readFileSync(join('samples', 'people.json'), 'utf8')) as Record<string, unknown>[];
  return people.slice(0, 7).map((one) => fromJsonResume(one, DAY));
}

/** Fictional people of several trades, in two languages, with a little and with a lot to say. */
export const fixturePeople = (): Profile[] => [...samplePeople(), nadia(), person(), longest()];

/** A career of thirty jobs; every text is told apart from every other by its number. */
export function longest(): Profile {
  const many = <T>(count: number, make: (number: number) => T): T[] =>
    Array.from({ length: count }, (_, at) => make(at));
  const from = (number: number) => `${2025 - number}-03`;
  return {
    ...person(),
    headline:
      'Responsable de la maintenance des installations thermiques et frigorifiques, sites industriels et tertiaires',
    summary: many(12, (n) => `Conduite de chantiers numéro ${n} avec des équipes de plusieurs métiers.`).join('\n'),
    experiences: many(30, (n) => ({
      ...{ employer: `Ateliers réunis ${n}`, title: `Chef d’équipe ${n}`, start: from(n), end: `${2026 - n}-02` },
      ...{
        current: false,
        place: `Bourg-${n}`,
        kind: n % 5 === 4 ? ('internship' as const) : ('job' as const),
        evidence,
      },
      description: many(9, (line) => `Mission ${n}.${line} : pompes, vannes et régulation du bâtiment ${n}`).join('\n'),
    })),
    education: many(8, (n) => ({
      ...{ institution: `Lycée ${n}`, degree: `Brevet ${n}`, field: `froid ${n}`, level: 4, place: `Vallon-${n}` },
      ...{ start: String(1990 + n), end: String(1991 + n), evidence },
    })),
    skills: many(80, (n) => ({ name: `Savoir-faire ${n}`, group: `Domaine ${n % 6}`, code: null, evidence })),
    languages: ['français', 'anglais', 'allemand', 'portugais'].map((name, n) => ({
      ...{ code: null, name, level: n === 0 ? ('native' as const) : ('B2' as const), levelText: null, evidence },
    })),
    certifications: many(14, (n) => ({
      name: `Habilitation ${n}`,
      issuer: `Organisme ${n}`,
      date: `20${10 + n}`,
      evidence,
    })),
    projects: many(9, (n) => ({
      ...{
        name: `Réseau ${n}`,
        url: `https://reseau-${n}.example`,
        description: `Plans ${n}\nEssais ${n}\nRecette ${n}`,
        evidence,
      },
    })),
    drivingLicences: ['B', 'C', 'CE'].map((category) => ({ category, evidence })),
    interests: many(6, (n) => ({ name: `Marche ${n}`, evidence })),
  };
}

/** Nobody: not even a name was found. */
export const nobody = (): Profile => emptyProfile(DAY);

/** Only a name. */
export function onlyNamed(): Profile {
  const profile = nobody();
  return { ...profile, identity: { ...profile.identity, fullName: 'Ève Aubrac' } };
}

const LONG_WORD = 'Kraftfahrzeug'.repeat(16);
/** Right-to-left scripts, emoji of several code points, a very long word, markup, control and direction characters. */
export const ODD = ` שלום مرحبا 👩🏽‍🔧🇫🇷 ${LONG_WORD} <b onclick="x">&amp;{{7*7}} **g** [l](x) | a\u0000b\u0007\u202Egpj\u2066\u200B\uFEFF\uD800z`;

export const strangest = (): Profile => person(ODD);

/** Every text is there and says nothing: spaces, characters that are taken out, empty strings. */
export function hollow(): Profile {
  const blank = ' \u00A0\u0000\u202E\u200B';
  const profile = person();
  const [job, degree, skill, language, certificate] = [
    ...[
      profile.experiences[0],
      profile.education[0],
      profile.skills[0],
      profile.languages[0],
      profile.certifications[0],
    ],
  ] as const;
  return {
    ...profile,
    identity: { ...profile.identity, fullName: blank },
    contact: { ...profile.contact, email: blank, phone: '', city: blank, address: blank },
    headline: blank,
    summary: `${blank}\n${blank}`,
    experiences: [{ ...job, title: blank, employer: blank, place: blank, description: `${blank}\n \n` } as typeof job],
    education: [{ ...degree, institution: blank, degree: blank, field: '' } as typeof degree],
    skills: [{ ...skill, name: blank, group: blank } as typeof skill],
    languages: [{ ...language, name: blank } as typeof language],
    certifications: [{ ...certificate, name: blank, issuer: blank } as typeof certificate],
    projects: [{ name: blank, url: blank, description: blank, evidence }],
    drivingLicences: [{ category: blank, evidence }],
    interests: [{ name: blank, evidence }],
  };
}
