import type { Profile } from '../schema';
import { availabilityText } from './availability';
import { DOMAINS_FR } from './words';

/** A profile under flat French keys, for forms, tables and the software of French HR departments. What is not known is `null` or `[]`. */
export interface FlatFrench {
  nom_complet: string | null;
  domaine_expertise: string | null;
  /** Year of the highest degree, as `AAAA`. */
  date_diplome_principal: string | null;
  /** Years worked, to a tenth. */
  annees_experience: number | null;
  nationalite: string | null;
  diplomes: string[];
  /** When the person can begin, if the CV says so: `texte` for people, the rest for programs (`AAAA-MM-JJ` or shorter, ISO 8601 duration). */
  disponibilite: { texte: string; immediate: boolean; a_partir_de: string | null; preavis: string | null } | null;
  identite: {
    prenom: string | null;
    nom: string | null;
    date_naissance: string | null;
    nationalite: string | null;
    titre: string | null;
    resume: string | null;
    permis: string[];
    centres_interet: string[];
  };
  contact: {
    courriel: string | null;
    autres_courriels: string[];
    telephone: string | null;
    autres_telephones: string[];
    adresse: string | null;
    code_postal: string | null;
    ville: string | null;
    pays: string | null;
    liens: { url: string; reseau: string | null }[];
  };
  experiences: {
    employeur: string | null;
    poste: string | null;
    debut: string | null;
    fin: string | null;
    en_cours: boolean;
    lieu: string | null;
    description: string | null;
    nature: string | null;
    /** `esco:<uuid>` of the occupation. */
    code_metier: string | null;
  }[];
  formations: {
    etablissement: string | null;
    diplome: string | null;
    domaine: string | null;
    niveau: number | null;
    debut: string | null;
    fin: string | null;
    lieu: string | null;
  }[];
  competences: { nom: string; groupe: string | null; code: string | null }[];
  langues: { nom: string; code: string | null; niveau: string | null; niveau_texte: string | null }[];
  certifications: { nom: string; organisme: string | null; date: string | null }[];
  projets: { nom: string; description: string | null; url: string | null }[];
}

const KINDS: Record<NonNullable<Profile['experiences'][number]['kind']>, string> = {
  job: 'emploi',
  internship: 'stage',
  apprenticeship: 'alternance',
  freelance: 'indépendant',
  volunteer: 'bénévolat',
};

/** Years to a tenth. */
export const yearsOf = (months: number | null): number | null =>
  months === null ? null : Math.round(months / 1.2) / 10;

/** Each degree with its field, as the CV names them. */
export const degreesOf = (profile: Profile): string[] =>
  profile.education.map((one) => [one.degree, one.field].filter(Boolean).join(' ')).filter((text) => text !== '');

function availabilityOf({ availability }: Profile): FlatFrench['disponibilite'] {
  const texte = availabilityText(availability, 'fr');
  if (texte === null || !availability) return null;
  return {
    texte,
    immediate: availability.immediate,
    a_partir_de: availability.from,
    preavis: availability.notice,
  };
}

/** @returns nothing that is not in the profile; `derived.mainDomain` is put into French. */
export function toFlatFrench(profile: Profile): FlatFrench {
  const { identity, contact, derived } = profile;
  const year = derived.highestDegree?.year ?? null;
  return {
    nom_complet: identity.fullName,
    domaine_expertise: derived.mainDomain && (DOMAINS_FR[derived.mainDomain] ?? derived.mainDomain),
    date_diplome_principal: year === null ? null : String(year),
    annees_experience: yearsOf(derived.experienceMonths),
    nationalite: identity.nationality,
    diplomes: degreesOf(profile),
    disponibilite: availabilityOf(profile),
    identite: {
      prenom: identity.firstName,
      nom: identity.lastName,
      date_naissance: identity.birthDate,
      nationalite: identity.nationality,
      titre: profile.headline,
      resume: profile.summary,
      permis: profile.drivingLicences.map((one) => one.category),
      centres_interet: profile.interests.map((one) => one.name),
    },
    contact: {
      courriel: contact.email,
      autres_courriels: contact.otherEmails,
      telephone: contact.phone,
      autres_telephones: contact.otherPhones,
      adresse: contact.address,
      code_postal: contact.postalCode,
      ville: contact.city,
      pays: contact.countryCode,
      liens: contact.links.map((one) => ({ url: one.url, reseau: one.network })),
    },
    experiences: profile.experiences.map((one) => ({
      employeur: one.employer,
      poste: one.title,
      debut: one.start,
      fin: one.end,
      en_cours: one.current,
      lieu: one.place,
      description: one.description,
      nature: one.kind && KINDS[one.kind],
      code_metier: one.occupation ?? null,
    })),
    formations: profile.education.map((one) => ({
      etablissement: one.institution,
      diplome: one.degree,
      domaine: one.field,
      niveau: one.level,
      debut: one.start,
      fin: one.end,
      lieu: one.place,
    })),
    competences: profile.skills.map((one) => ({ nom: one.name, groupe: one.group, code: one.code })),
    langues: profile.languages.map((one) => ({
      nom: one.name,
      code: one.code,
      niveau: one.level,
      niveau_texte: one.levelText,
    })),
    certifications: profile.certifications.map((one) => ({ nom: one.name, organisme: one.issuer, date: one.date })),
    projets: profile.projects.map((one) => ({ nom: one.name, description: one.description, url: one.url })),
  };
}
