import { lintText, type RiskCategory } from '../../../lib/match';
import { ORDINARY } from './ordinary-offers';

type Row = [text: string, category: RiskCategory, quote: string];

const FORBIDDEN: Row[] = [
  ['Poste réservé aux moins de 35 ans.', 'age', 'moins de 35 ans'],
  ['Âge : entre 25 et 35 ans, dynamique.', 'age', 'entre 25 et 35 ans'],
  ['Vous êtes jeune et dynamique ?', 'age', 'jeune et dynamique'],
  ['Nous recherchons un jeune commercial.', 'age', 'recherchons un jeune'],
  ['Indiquez votre date de naissance.', 'age', 'date de naissance'],
  ['Must be under 40.', 'age', 'under 40'],
  ['We want someone young and energetic.', 'age', 'young and energetic'],
  ['Vous êtes dynamique, jeune et mobile.', 'age', 'jeune et mobile'],
  ['Un commercial motivé et plutôt jeune', 'age', 'motivé et plutôt jeune'],
  ['Nous préférons une personne plus jeune.', 'age', 'personne plus jeune'],
  ['Nous cherchons quelqu’un de jeune.', 'age', 'quelqu’un de jeune'],
  ['Un profil assez jeune conviendrait.', 'age', 'profil assez jeune'],
  ['Vous devez être jeune et disponible.', 'age', 'jeune et disponible'],
  ['Il faut être encore jeune pour ce poste.', 'age', 'être encore jeune'],
  ['Le client souhaite des plus jeunes.', 'age', 'souhaite des plus jeunes'],
  ['Poste pour candidats de moins de trente-cinq ans.', 'age', 'de moins de trente-cinq ans'],
  ['40 ans maximum.', 'age', '40 ans maximum'],
  ['Personne de 25 à 35 ans', 'age', 'de 25 à 35 ans'],
  ['Candidats nés après 1990', 'age', 'nés après 1990'],
  ['Seniors s’abstenir.', 'age', 'Seniors s’abstenir'],
  ['Applicants younger than 35 only.', 'age', 'younger than 35'],
  ['No older than forty-five, please.', 'age', 'No older than forty-five'],
  ['We would prefer a younger person.', 'age', 'prefer a younger'],
  ['Someone young for our bar', 'age', 'Someone young'],
  ['Bright and young sales assistant', 'age', 'Bright and young'],
  ['Candidates born after 1992', 'age', 'born after 1992'],
  ['Femme de ménage à temps partiel', 'sex', 'Femme de ménage'],
  ['Homme d’entretien pour notre résidence', 'sex', 'Homme d’entretien'],
  ['Poste destiné à un profil féminin, donc femmes uniquement.', 'sex', 'profil féminin'],
  ['Nous cherchons plutôt un homme pour ce poste de nuit.', 'sex', 'plutôt un homme'],
  ['Female candidates only.', 'sex', 'Female candidates'],
  ['Cleaning lady wanted', 'sex', 'Cleaning lady'],
  ['Nationalité française exigée.', 'origin', 'Nationalité française'],
  ['Candidat d’origine européenne de préférence', 'origin', 'd’origine européenne'],
  ['Profil BBR souhaité par le client', 'origin', 'BBR'],
  ['British nationals only.', 'origin', 'British nationals only'],
  ['Célibataire et sans enfant, vous êtes mobile.', 'family', 'Célibataire'],
  ['Poste incompatible avec les mères de famille.', 'family', 'mères de famille'],
  ['State your marital status.', 'family', 'marital status'],
  ['Ne pas être enceinte ni avoir de projet de grossesse.', 'pregnancy', 'être enceinte'],
  ['Applicants must not be planning a family.', 'pregnancy', 'planning a family'],
  ['Vous êtes en excellente santé.', 'health', 'en excellente santé'],
  ['Able-bodied workers wanted.', 'health', 'Able-bodied'],
  ['Candidat catholique apprécié', 'religion', 'Candidat catholique'],
  ['Practising Christian preferred', 'religion', 'Practising Christian'],
  ['Précisez vos opinions politiques.', 'politics', 'opinions politiques'],
  ['Personne non syndiquée', 'union', 'non syndiquée'],
  ['No union members.', 'union', 'No union members'],
  ['Indiquez votre orientation sexuelle.', 'orientation', 'orientation sexuelle'],
  ['Physique agréable indispensable', 'appearance', 'Physique agréable'],
  ['We need a good-looking host.', 'appearance', 'good-looking'],
];

const RISKY: Row[] = [
  ['Anglais langue maternelle exigé.', 'language', 'Anglais langue maternelle'],
  ['Native English speaker required.', 'language', 'Native English speaker'],
  ['We are looking for a digital native.', 'age', 'digital native'],
  ['Vous intégrez une équipe jeune.', 'age', 'équipe jeune'],
  ['Vous rejoignez une équipe soudée et jeune.', 'age', 'équipe soudée et jeune'],
  ['Dynamique et jeune d’esprit, vous aimez vendre.', 'age', 'jeune d’esprit'],
  ['Jeune commerciale en CDI', 'age', 'Jeune commerciale'],
  ['Un jeune comptable pour le cabinet', 'age', 'jeune comptable'],
  ['Trentenaire idéalement', 'age', 'Trentenaire'],
  ['Profil : la trentaine, bon contact', 'age', 'la trentaine'],
  ['Moyenne d’âge de l’équipe : 28 ans.', 'age', 'Moyenne d’âge'],
  ['We need to rejuvenate: young blood welcome here', 'age', 'young blood'],
  ['You are young at heart.', 'age', 'young at heart'],
  ['Ideally in your early thirties', 'age', 'early thirties'],
  ['Perfect for a twenty-something', 'age', 'twenty-something'],
  ['A Gen Z profile', 'age', 'Gen Z'],
  ['Jeune diplômé d’école de commerce', 'age', 'Jeune diplômé'],
  ['Salesman for the northern region', 'sex', 'Salesman'],
  ['Nous recherchons une assistante de direction.', 'sex', 'recherchons une assistante'],
  ['Parler français sans accent', 'origin', 'sans accent'],
  ['Bonne présentation exigée', 'appearance', 'Bonne présentation'],
  ['Envoyez un CV avec photo.', 'appearance', 'CV avec photo'],
  ['Please attach a recent photo.', 'appearance', 'attach a recent photo'],
  ['Habiter à proximité du dépôt', 'address', 'Habiter à proximité'],
  ['You must live within 5 miles of the shop.', 'address', 'must live within'],
  ['Casier judiciaire vierge demandé', 'record', 'Casier judiciaire vierge'],
  ['Dégagé des obligations militaires', 'military', 'Dégagé des obligations militaires'],
  ['Chômeurs s’abstenir', 'wealth', 'Chômeurs s’abstenir'],
  ['Non-fumeur de préférence', 'privacy', 'Non-fumeur'],
  ['Bonne condition physique nécessaire', 'health', 'Bonne condition physique'],
];

describe('lintText', () => {
  it.each(FORBIDDEN)('finds what is forbidden: %s', (text, category, quote) => {
    const [found] = lintText(text);
    expect(found).toMatchObject({ category, quote, severity: 'forbidden' });
    expect(text.slice(found.start, found.end)).toBe(quote);
  });

  it.each(RISKY)('warns of what is risky: %s', (text, category, quote) => {
    expect(lintText(text)).toEqual([expect.objectContaining({ category, quote, severity: 'risky' })]);
  });

  it.each(ORDINARY.map((text) => ({ title: text.split('\n')[0], text })))(
    'lets an ordinary offer pass: $title',
    ({ text }) => {
      expect(lintText(text).map(({ quote }) => quote)).toEqual([]);
    },
  );

  it.each([
    'Jeune entreprise de 12 personnes, en forte croissance.',
    'Notre société est jeune et dynamique.',
    'Une start-up jeune et ambitieuse, une marque moderne et jeune.',
    'Développeur junior ou senior, débutants acceptés.',
    'Native iOS developer, native mobile apps, junior level.',
    'Transmettre la passion du métier aux plus jeunes.',
    'Animation pour un public jeune, ateliers avec les plus jeunes.',
    'Accueil du jeune enfant, aide aux jeunes adultes.',
    'Vous formez les jeunes collaborateurs et tutorez les apprentis.',
    'Une trentaine de collaborateurs, une vingtaine de clients.',
    'Plus de trente ans d’expérience, garantie de 20 ans maximum sur la durée du prêt.',
    'Conseiller en insertion : jeunes demandeurs d’emploi de moins de 26 ans.',
    'Our company is young and dynamic, a young industry.',
    'Teaching younger children; support for young adults and young carers.',
    'Marketing to Gen Z and millennials.',
    'Over twenty years of experience, no more than 30 employees.',
    'Work with younger pupils and their families.',
    'Parc de machines âgées de plus de 20 ans, bâtiments nés après 1990.',
  ])('lets innocent words pass: %s', (text) => {
    expect(lintText(text).map(({ quote }) => quote)).toEqual([]);
  });

  it('names the law and better words in the language of the reader', () => {
    const [french] = lintText('Femme de ménage', { locale: 'fr' });
    expect(french.legal.join()).toMatch(/L1142-1.*2006\/54\/CE.*annexe III/);
    expect(french.suggestion).toContain('agent ou agente d’entretien');
    expect(lintText('Femme de ménage', { locale: 'en' })[0]).toMatchObject({
      message: 'Forbidden criterion: sex.',
    });
  });

  it.each([
    ['letter', 'Compte tenu de votre âge, nous ne donnons pas suite.'],
    ['letter', 'Because of your nationality we cannot continue.'],
    ['note', 'À écarter malgré son expérience : problème, sa grossesse.'],
    ['prompt', 'Rank the candidates by age and prefer locals.'],
    ['prompt', 'Écarte les femmes et les candidats de plus de 50 ans.'],
  ] as const)('reads a %s: %s', (kind, text) => {
    expect(lintText(text, { kind }).length).toBeGreaterThan(0);
  });

  it.each([
    ['prompt', 'Ne tiens jamais compte de l’âge, du sexe ni de l’origine.'],
    ['prompt', 'Do not consider the age or the gender of the candidate.'],
    ['letter', 'Merci de votre candidature. Votre expérience de la paie nous intéresse.'],
    ['note', 'Très bon entretien, maîtrise Sage, disponible en mars.'],
  ] as const)('lets a %s pass: %s', (kind, text) => {
    expect(lintText(text, { kind })).toEqual([]);
  });

  it('is not fooled by capitals, accents, non-breaking spaces or typographic apostrophes', () => {
    for (const text of ['JEUNE ET DYNAMIQUE', 'jeune\u00A0et dynamique', 'Jeune  et\u202Fdynamique'])
      expect(lintText(text)).toHaveLength(1);
  });

  it('does not let an equality statement elsewhere excuse a demand', () => {
    const text = 'Poste ouvert à tous, sans distinction d’âge. Vous avez moins de 30 ans.';
    expect(lintText(text).map(({ quote }) => quote)).toEqual(['moins de 30 ans']);
  });

  it('copes with long texts that invite backtracking', () => {
    for (const text of [
      'jeune '.repeat(20_000),
      'cv '.repeat(20_000),
      'recherche une '.repeat(10_000),
      '18 - '.repeat(20_000),
    ])
      expect(Array.isArray(lintText(text))).toBe(true);
  });
});
