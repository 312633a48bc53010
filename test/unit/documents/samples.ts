import { scoreProfile, type JobOffer } from '../../../lib/match';
import { emptyProfile, type Profile } from '../../../lib/profile';
import { loadPicture, type Logo, type ShortlistData } from '../../../lib/documents';

export const offer: JobOffer = {
  title: 'Infirmier en médecine gériatrique (F/H)',
  text: 'Vous soignez des personnes âgées.',
  language: 'fr',
  criteria: { mustHave: ['diplôme d’infirmier', 'anglais courant'], niceToHave: ['soins palliatifs', 'rigueur'] },
};

/** A fictional person, everything filled, `odd` put into every text that a CV can give. */
export function person(odd = ''): Profile {
  const profile = emptyProfile('2026-01-15');
  const proof = (quote: string) => ({
    page: 2,
    lines: [7, 9] as [number, number],
    quote: quote + odd,
    source: 'rules' as const,
  });
  return {
    ...profile,
    identity: {
      ...profile.identity,
      fullName: `Élodie Noël${odd}`,
      firstName: 'Élodie',
      lastName: 'Noël',
      birthDate: '1990-05-01',
    },
    contact: { ...profile.contact, email: `elodie@example.org${odd}`, phone: '+33612345678', city: `Orléans${odd}` },
    headline: `Infirmière diplômée d’État${odd}`,
    summary: `Douze ans en gériatrie${odd}`,
    experiences: [
      {
        ...{ employer: `CH d’Orléans${odd}`, title: `Infirmière${odd}`, start: '2014-02', end: null, current: true },
        ...{ place: `Orléans${odd}`, description: `Soins palliatifs${odd}\nÉvaluation de la douleur`, kind: 'job' },
        evidence: { title: proof('Infirmière'), description: proof('Soins palliatifs') },
      },
    ],
    education: [
      {
        ...{ institution: `IFSI${odd}`, degree: `Diplôme d’État d’infirmier${odd}`, field: null, level: 6 },
        ...{ start: '2010', end: '2013', place: null, evidence: { degree: proof('Diplôme d’État') } },
      },
    ],
    skills: [
      {
        name: `Transmissions ciblées${odd}`,
        group: `Soins${odd}`,
        code: null,
        evidence: { name: proof('Transmissions') },
      },
    ],
    languages: [{ code: 'fr', name: `français${odd}`, level: 'native', levelText: null, evidence: {} }],
    certifications: [{ name: `AFGSU${odd}`, issuer: `CESU${odd}`, date: '2022', evidence: {} }],
    drivingLicences: [{ category: `B${odd}`, evidence: {} }],
    interests: [{ name: `Voile${odd}`, evidence: {} }],
    derived: {
      experienceMonths: 143,
      mainDomain: null,
      highestDegree: { degree: `Diplôme d’État d’infirmier${odd}`, level: 6, year: 2013 },
      completeness: 0.9,
    },
    meta: {
      ...profile.meta,
      fileName: `cv${odd}.pdf`,
      language: 'fr',
      warnings: [{ code: 'hidden', message: `Texte invisible${odd}` }],
    },
  };
}

export function shortlist(people: Profile[] = [person()], title = offer.title): ShortlistData {
  const rows = people.map((profile) => ({ profile, score: scoreProfile(profile, { ...offer, title }) }));
  return { offer: { ...offer, title }, rows, generatedAt: '2026-01-15T09:30:00Z', locale: 'fr' };
}

/** A company's logo: a red field of 200 by 80 pixels. */
export async function logo(): Promise<Logo> {
  const { createCanvas } = await import('@napi-rs/canvas');
  const canvas = createCanvas(200, 80);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#a02020';
  pen.fillRect(0, 0, 200, 80);
  return await loadPicture(canvas.toBuffer('image/png'));
}
