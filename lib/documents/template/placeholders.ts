/** What a placeholder gives: a text, or the items of a list, each with values of its own. */
export type Value = string | null | Values[];
export interface Values {
  [name: string]: Value;
}

export interface Field {
  /** The French name; the English one is the key. */
  fr: string;
  meaning: { fr: string; en: string };
  /** Of a list: what may stand between `{#name}` and `{/name}`. */
  items?: Fields;
}
export type Fields = Record<string, Field>;

const field = (fr: string, french: string, english: string, items?: Fields): Field => ({
  fr,
  meaning: { fr: french, en: english },
  ...(items ? { items } : {}),
});

const TEXT: Fields = { text: field('texte', 'Le texte', 'The text') };
const ENTRY: Fields = {
  dates: field('dates', 'Période, par exemple « mars 2021 – aujourd’hui »', 'Period, for example “March 2021 – today”'),
  title: field('intitule', 'Poste, diplôme ou nom', 'Job title, degree or name'),
  place: field('lieu', 'Employeur ou établissement, et ville', 'Employer or school, and town'),
  lines: field('lignes', 'Liste : les lignes de la description', 'List: the lines of the description', TEXT),
};

/** All placeholders of a template, by their English names. The guides are tested against this table. */
export const FIELDS: Fields = {
  name: field('nom', 'Nom complet, initiales ou code', 'Full name, initials or code'),
  firstName: field('prenom', 'Prénom', 'First name'),
  lastName: field('nom_famille', 'Nom de famille', 'Last name'),
  headline: field('titre', 'Titre du CV', 'Headline of the CV'),
  email: field('courriel', 'Adresse e-mail', 'E-mail address'),
  phone: field('telephone', 'Téléphone', 'Phone number'),
  address: field('adresse', 'Adresse, code postal et ville', 'Address, postal code and town'),
  city: field('ville', 'Ville', 'Town'),
  summary: field('profil', 'Texte de présentation', 'Introductory text'),
  experiences: field('experiences', 'Liste : les expériences', 'List: the jobs', ENTRY),
  education: field('formations', 'Liste : les formations', 'List: the degrees', ENTRY),
  skillGroups: field('groupes_competences', 'Liste : les compétences par groupe', 'List: the skills by group', {
    group: field('groupe', 'Nom du groupe', 'Name of the group'),
    skills: field(
      'competences',
      'Compétences du groupe, séparées par des virgules',
      'Skills of the group, with commas',
    ),
  }),
  skills: field('competences', 'Liste : les compétences une à une', 'List: the skills one by one', TEXT),
  languages: field('langues', 'Liste : les langues', 'List: the languages', {
    language: field('langue', 'Langue', 'Language'),
    level: field('niveau', 'Niveau', 'Level'),
  }),
  certifications: field('certifications', 'Liste : les certifications', 'List: the certifications', ENTRY),
  projects: field('projets', 'Liste : les projets', 'List: the projects', ENTRY),
  licences: field('permis', 'Liste : les permis', 'List: the driving licences', TEXT),
  interests: field('loisirs', 'Liste : les centres d’intérêt', 'List: the interests', TEXT),
  company: field('entreprise', 'Nom de votre entreprise', 'Name of your company'),
  offer: field('poste', 'Intitulé de l’offre, s’il y en a une', 'Title of the offer, where there is one'),
  date: field('date', 'Date du jour', 'Today’s date'),
  machineNote: field('mention', 'Ligne qui dit qu’un programme a aidé', 'Line that says that a program helped'),
};

/** The field of that name, in either language; null when there is none. */
export function fieldNamed(fields: Fields, name: string): Field | null {
  const found = Object.entries(fields).find(([english, { fr }]) => english === name || fr === name);
  return found?.[1] ?? null;
}

/** The known name that is spelt most like this one, when that is not far off. */
export function nearest(fields: Fields, name: string): string | null {
  const known = Object.entries(fields).flatMap(([english, { fr }]) => [fr, english]);
  const best = known
    .map((one) => ({ one, far: distance(plain(one), plain(name)) }))
    .sort((a, b) => a.far - b.far)
    .at(0);
  return best && best.far <= Math.max(1, Math.floor(name.length / 3)) ? best.one : null;
}

const plain = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]/g, '');

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length];
}
