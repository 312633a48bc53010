import { renderCompanyCv, CV_SECTIONS, type CompanyCvOptions } from '../../../lib/documents';
import { scoreProfile, type JobOffer } from '../../../lib/match';
import type { Profile } from '../../../lib/profile';
import { fixturePeople } from './cv-people';
import { bare, linesOf } from './cv-text';
import { offer as nurse } from './samples';

const wanted = (language: 'fr' | 'en', title: string, mustHave: string[], niceToHave: string[] = []): JobOffer => ({
  ...{ title, text: `${title}. ${mustHave.join(', ')}`, language, criteria: { mustHave, niceToHave } },
});

/** Offers that fit some of the people and ask the others for what they have not. */
const OFFERS: JobOffer[] = [
  nurse,
  wanted('fr', 'Comptable général', ['TVA', 'clôtures mensuelles', 'Sage 100'], ['anglais courant', 'Excel']),
  wanted('fr', 'Frigoriste', ['pompes et vannes', 'permis C', 'Savoir-faire 42'], ['soudure orbitale']),
  wanted('en', 'Customer support advisor', ['complaint handling', 'Zendesk', 'English C1'], ['Kubernetes']),
];

const MONTHS = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** What a company CV says of its own, whoever it is about: headings, units, notes. */
const LABELS = {
  fr: [
    ...[
      'aujourd’hui',
      'Profil',
      'Parcours',
      'Expérience professionnelle',
      'Compétences',
      'Compétences au fil des postes',
    ],
    ...['Formation', 'Langues', 'Certifications', 'Projets', 'Permis', 'Centres d’intérêt', 'Contact', 'Autres'],
    ...['Stage', 'Alternance', 'Indépendant', 'Bénévolat', 'Pour le poste', 'langue maternelle', 'sur 6'],
    ...['A1, débutant', 'A2, élémentaire', 'B1, intermédiaire', 'B2, avancé', 'C1, courant', 'C2, bilingue'],
    'Une barre couvre les postes dont la description cite la compétence',
    'Document mis en page automatiquement à partir du CV, sans rien y ajouter',
  ],
  en: [
    ...['today', 'Profile', 'Career', 'Work experience', 'Skills', 'Skills over time', 'Education', 'Languages'],
    ...['Certifications', 'Projects', 'Driving licences', 'Interests', 'Contact', 'Other', 'Category'],
    ...['Internship', 'Apprenticeship', 'Freelance', 'Volunteering', 'For the position', 'native'],
    ...[
      'A1, beginner',
      'A2, elementary',
      'B1, intermediate',
      'B2, upper intermediate',
      'C1, fluent',
      'C2, near-native',
    ],
    'A bar covers the jobs whose description names the skill',
    'Laid out automatically from the CV; nothing was added',
  ],
};

/** Every text of the profile that tells something about the person; not where it was read, nor what was computed. */
function valuesOf(profile: Profile): string[] {
  const { meta: _meta, derived: _derived, evidence: _evidence, ...said } = profile;
  const walk = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    if (Array.isArray(value)) return value.flatMap(walk);
    if (value === null || typeof value !== 'object') return [];
    return Object.entries(value).flatMap(([key, inner]) => (key === 'evidence' ? [] : walk(inner)));
  };
  return walk(said);
}

function datesInWords(profile: Profile, locale: 'fr' | 'en'): string[] {
  return valuesOf(profile).flatMap((value) => {
    const [, year, month] = /^(\d{4})-(\d{2})$/.exec(value) ?? [];
    return year ? [`${MONTHS[locale][Number(month) - 1]} ${year}`] : [];
  });
}

/** A line's parts between the marks that a document puts between two facts. */
const piecesOf = (line: string) =>
  line
    .split(/ ?[,|·:;()–] ?|^(?:[-#>]|\*\*)+ /)
    .map(bare)
    .filter((piece) => piece !== '');

/** Pieces of the document that stand neither in the profile, in a row, nor among the labels. */
function inventedIn(lines: string[], profile: Profile, locale: 'fr' | 'en', title: string): string[] {
  const { postalCode, city } = profile.contact;
  const town = `${postalCode} ${city}`;
  const known = [...valuesOf(profile), ...datesInWords(profile, locale), town]
    .map((value) => ` ${bare(value)} `)
    .join('|');
  const labels = new Set([...LABELS[locale], ...LABELS[locale].flatMap(piecesOf), ...piecesOf(title)].map(bare));
  return lines.flatMap(piecesOf).filter((piece) => {
    const withoutLabel = [...labels]
      .filter((label) => piece.startsWith(`${label} `))
      .map((label) => piece.slice(label.length + 1));
    return !labels.has(piece) && ![piece, ...withoutLabel].some((one) => known.includes(` ${one} `));
  });
}

/** What every job of the profile says, text by text. */
const jobTexts = ({ experiences }: Profile) =>
  experiences.flatMap(({ title, employer, place, description }) =>
    [title, employer, place, ...(description ?? '').split('\n')].flatMap((text) =>
      text && bare(text) ? [bare(text)] : [],
    ),
  );

const localeOf = ({ language }: JobOffer) => (language === 'en' ? 'en' : 'fr');

const tailored = (profile: Profile, offer: JobOffer, options: Partial<CompanyCvOptions> = {}) =>
  renderCompanyCv(profile, {
    ...{ locale: localeOf(offer), format: 'md', sections: CV_SECTIONS, ...options },
    tailoredTo: { title: offer.title, score: scoreProfile(profile, offer) },
  });

const cases = fixturePeople().flatMap((profile) => OFFERS.map((offer) => ({ profile, offer })));
const called = ({ profile, offer }: (typeof cases)[number]) => `${profile.identity.fullName} for ${offer.title}`;

describe('CV for an offer', () => {
  it.each(['md', 'html', 'docx'] as const)('says nothing in %s that is not in the profile', async (format) => {
    for (const one of cases) {
      const lines = await linesOf(await tailored(one.profile, one.offer, { format }));
      const invented = inventedIn(lines, one.profile, localeOf(one.offer), one.offer.title);
      expect([called(one), ...invented]).toEqual([called(one)]);
      expect(lines.length).toBeGreaterThan(8);
    }
  });

  it('finds an invented word, date or employer: the test itself is tested', async () => {
    const [{ profile, offer }] = cases;
    const lines = await linesOf(await tailored(profile, offer));
    for (const lie of ['- Kubernetes', 'Expertise reconnue', 'mars 1987', 'Banque Imaginaire, Lyon'])
      expect(inventedIn([...lines, lie], profile, 'fr', offer.title)).not.toEqual([]);
  });

  it.each(['md', 'html', 'docx'] as const)('loses nothing of the jobs in %s', async (format) => {
    for (const one of cases) {
      const made = await tailored(one.profile, one.offer, { format });
      const text = (await linesOf(made)).map(bare).join(' ');
      const lost = jobTexts(one.profile).filter((said) => !text.includes(said));
      expect([called(one), ...lost]).toEqual([called(one)]);
      expect(made.leftOut).toEqual([]);
    }
  });

  it('puts what the offer asks for first, and every line stays once', async () => {
    const nadia = cases.find(({ profile }) => profile.identity.fullName === 'Nadia Valterre')?.profile as Profile;
    const text = (await tailored(nadia, OFFERS[1])).data.toString('utf8');
    expect(text).toContain('**TVA**');
    for (const said of jobTexts(nadia)) expect(bare(text).split(said).length).toBeGreaterThan(1);
  });
});
