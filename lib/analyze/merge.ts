import type { Disagreement, EngineName, Evidence, Profile } from '../profile';
import { mergeEducation, mergeExperiences } from './merge-entries';
import { mergeNamed } from './merge-lists';
import { pickText, type Evidenced } from './merge-values';
import { key } from './text';

const IDENTITY = ['fullName', 'firstName', 'lastName'] as const;

/** Fields of one object, each picked on its own; the rules win where both have a value. */
function mergeFields<K extends string, T extends Record<K, string | null> & Evidenced>(
  rules: T,
  model: T,
  fields: readonly K[],
  path: string,
  disagreements: Disagreement[],
): T {
  const merged: T = { ...rules, evidence: { ...rules.evidence } };
  for (const field of fields) {
    const picked = pickText(rules, model, field, 'rules', `${path}${field}`, disagreements);
    Object.assign(merged, { [field]: picked.value });
    if (picked.evidence) merged.evidence[field] = picked.evidence;
  }
  return merged;
}

/** Names that the profile already carries elsewhere: a model likes to list an employer or a language among the skills. */
function takenNames(profile: Profile): Set<string> {
  const { identity, experiences, education, languages, certifications } = profile;
  const names = [
    ...[identity.fullName, identity.firstName, identity.lastName],
    ...experiences.flatMap(({ employer, title, place }) => [employer, title, place]),
    ...education.flatMap(({ institution, degree, place }) => [institution, degree, place]),
    ...[...languages, ...certifications].map(({ name }) => name),
  ];
  return new Set(names.map((name) => key(name ?? '')));
}

function engineOf(evidences: Iterable<Evidence>): EngineName {
  for (const { source } of evidences) if (source !== 'rules') return 'both';
  return 'rules';
}

/** Every evidence of a profile, wherever it hangs. */
export function* allEvidence(profile: Profile): Generator<Evidence> {
  const holders: Evidenced[] = [
    ...[profile, profile.identity, profile.contact, ...profile.contact.links],
    ...[...profile.experiences, ...profile.education, ...profile.skills, ...profile.languages],
    ...[...profile.certifications, ...profile.projects, ...profile.drivingLicences, ...profile.interests],
    ...(profile.availability ? [profile.availability] : []),
  ];
  for (const { evidence } of holders) yield* Object.values(evidence);
}

/** The model's summary, unless the lines it points to are those of the name, of the contact data or of an entry in the rules' reading. */
function withoutStraySummary(rules: Profile, model: Profile): Profile {
  const proof = model.evidence.summary;
  if (!proof) return model;
  const { identity, contact, experiences, education } = rules;
  const taken = [identity, contact, ...experiences, ...education].flatMap(({ evidence }) => Object.values(evidence));
  const inside = ({ lines }: Evidence) => lines[0] <= proof.lines[1] && lines[1] >= proof.lines[0];
  return taken.some(inside) ? { ...model, summary: null } : model;
}

/**
 * Rules and model as one profile, field by field. `model` must hold verified values only.
 *
 * - Both say the same: kept once, its evidence says `both`.
 * - Only one says something: kept, with its own evidence.
 * - They differ: the rules win on name, contact, headline, dates, places and levels, which are read from patterns and positions;
 *   the model wins on which text of an entry's head is the employer and which the title, a matter of meaning, as long as it gives
 *   both and they are two different texts. The value not kept goes to `meta.disagreements`.
 * - Entries and list members of the rules are never removed.
 */
export function mergeProfiles(rules: Profile, model: Profile): Profile {
  const disagreements: Disagreement[] = [...rules.meta.disagreements];
  const own = mergeFields(rules, withoutStraySummary(rules, model), ['headline', 'summary'], '', disagreements);
  const merged: Profile = {
    ...rules,
    ...own,
    identity: mergeFields(rules.identity, model.identity, IDENTITY, 'identity.', disagreements),
    contact: mergeFields(rules.contact, model.contact, ['city'], 'contact.', disagreements),
    experiences: mergeExperiences(rules, model, disagreements),
    education: mergeEducation(rules, model, disagreements),
    certifications: mergeNamed(rules.certifications, model.certifications),
    projects: mergeNamed(rules.projects, model.projects),
    interests: mergeNamed(rules.interests, model.interests),
    languages: mergeNamed(rules.languages, model.languages, ({ code, name }) => code ?? key(name)),
  };
  merged.skills = mergeNamed(rules.skills, model.skills, ({ name }) => key(name), takenNames(merged));
  merged.meta = { ...rules.meta, engine: engineOf(allEvidence(merged)), disagreements };
  return merged;
}
