/** A sequence that looks random and is the same in every run (Park and Miller's generator). */
export function sequence(seed) {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

const TRADES =
  `infirmier aide-soignant comptable contrôleur-de-gestion développeur administrateur-systèmes chef-de-projet acheteur vendeur
caissier cuisinier serveur boulanger plombier électricien maçon soudeur mécanicien conducteur cariste magasinier juriste assistant-juridique
secrétaire assistant-de-direction technicien-de-maintenance ingénieur-qualité responsable-logistique enseignant éducateur graphiste
rédacteur journaliste commercial responsable-marketing data-analyst chimiste biologiste architecte géomètre agent-de-sécurité chauffeur
nurse accountant software-engineer project-manager electrician welder teacher sales-manager`.split(/\s+/);
const SKILLS =
  `Excel Word PowerPoint Sage SAP Java JavaScript Python SQL PostgreSQL Docker Kubernetes Linux Windows-Server Photoshop
InDesign AutoCAD SolidWorks Soudure-TIG Soudure-MIG CACES-3 Habilitation-électrique HACCP Soins-palliatifs Prise-de-sang Gestion-de-projet
Gestion-de-stock Négociation Prospection Facturation Paie Fiscalité Audit-interne Droit-du-travail Rédaction Traduction Relation-client
Management Planification Lean Qualité-ISO-9001 Maintenance-préventive Hydraulique Pneumatique Lecture-de-plans Carrelage Peinture
Premiers-secours Anglais-technique Statistiques Machine-learning Power-BI Salesforce Marketing-digital SEO`.split(
    /\s+/,
  );
const TOPICS =
  `suivi gestion préparation contrôle accueil organisation réalisation analyse coordination maintenance rédaction formation
amélioration installation planification vérification encadrement commande livraison inventaire dossier client équipe chantier atelier service
production qualité sécurité budget tableau rapport réunion projet outil procédure norme délai stock fournisseur patient élève contrat`.split(
    /\s+/,
  );
const TOWNS = [
  ['Paris', '75011'],
  ['Marseille', '13002'],
  ['Lyon', '69003'],
  ['Toulouse', '31000'],
  ['Nice', '06000'],
  ['Nantes', '44000'],
  ['Montpellier', '34000'],
  ['Strasbourg', '67000'],
  ['Bordeaux', '33000'],
  ['Lille', '59000'],
  ['Rennes', '35000'],
  ['Reims', '51100'],
  ['Saint-Étienne', '42000'],
  ['Le Havre', '76600'],
  ['Grenoble', '38000'],
  ['Dijon', '21000'],
  ['Angers', '49000'],
  ['Brest', '29200'],
];
const LEVELS = ['A2', 'B1', 'B2', 'C1', 'C2'];
const SYLLABLES =
  'ba be bi bo bra ca ce cla co da de do dra fa fe flo ga gri la le lo ma me mo na ne no pa pe pra ra re ro sa se so ta te tra va ve vo'.split(
    ' ',
  );

/** Profiles with skewed trades, skills and towns (Zipf), and names of made-up syllables. */
export function peopleGenerator(emptyProfile, seed = 5) {
  const next = sequence(seed);
  const zipf = (list) => list[Math.min(list.length - 1, Math.floor(list.length ** next() - 1))];
  const words = (text) => text.replaceAll('-', ' ');
  const name = () => {
    const word = Array.from(
      { length: 2 + Math.floor(next() * 3) },
      () => SYLLABLES[Math.floor(next() * SYLLABLES.length)],
    ).join('');
    return word[0].toUpperCase() + word.slice(1);
  };
  const sentence = () => Array.from({ length: 9 }, () => zipf(TOPICS)).join(' ');
  return (index) => {
    const profile = emptyProfile('2026-11-01');
    const [trade, other] = [zipf(TRADES), zipf(TRADES)].map(words);
    const [city, postalCode] = zipf(TOWNS);
    const months = Math.floor(next() ** 2 * 400);
    profile.identity.fullName = `${name()} ${name()}`;
    Object.assign(profile.contact, { email: `p${index}@exemple.test`, city, postalCode, countryCode: 'FR' });
    profile.headline = trade;
    profile.summary = sentence();
    profile.derived.experienceMonths = months;
    const level = 3 + Math.floor(next() * 5);
    profile.derived.highestDegree = { degree: null, level, year: null };
    profile.skills = [...new Set(Array.from({ length: 4 + Math.floor(next() * 10) }, () => zipf(SKILLS)))].map(
      (skill) => ({
        name: words(skill),
        group: null,
        code: null,
        evidence: {},
      }),
    );
    profile.languages = [
      'fr',
      ...(next() < 0.7 ? ['en'] : []),
      ...(next() < 0.2 ? ['es'] : []),
      ...(next() < 0.1 ? ['de'] : []),
    ].map((code) => ({
      code,
      name: code,
      level: code === 'fr' ? 'native' : LEVELS[Math.floor(next() * LEVELS.length)],
      levelText: null,
      evidence: {},
    }));
    profile.experiences = [trade, trade, other].map((title) => ({
      title,
      employer: `${name()} SARL`,
      description: `${sentence()}\n${sentence()}`,
      start: null,
      end: null,
      current: false,
      place: null,
      kind: null,
      evidence: {},
    }));
    const text = [
      profile.identity.fullName,
      trade,
      ...profile.experiences.map((job) => `${job.title}\n${job.description}`),
      profile.skills.map((skill) => skill.name).join(', '),
      ...Array.from({ length: 8 }, sentence),
    ].join('\n');
    return { profile, text };
  };
}

/** What recruiters ask: words of all frequencies with filters of all frequencies. */
export function queries(count, seed = 11) {
  const next = sequence(seed);
  const any = (list) => list[Math.floor(next() * list.length)].replaceAll('-', ' ');
  return Array.from({ length: count }, () => ({
    query: next() < 0.5 ? any(TRADES) : `${any(TRADES)} ${any(SKILLS)}`,
    filters: {
      ...(next() < 0.6 ? { minYears: 1 + Math.floor(next() * 12) } : {}),
      ...(next() < 0.4 ? { language: 'en', languageLevel: 'B2' } : {}),
      ...(next() < 0.3 ? { minDegree: 5 } : {}),
      ...(next() < 0.3 ? { city: any(TOWNS.map(([town]) => town)) } : {}),
      ...(next() < 0.3 ? { skills: [any(SKILLS)] } : {}),
    },
  }));
}
