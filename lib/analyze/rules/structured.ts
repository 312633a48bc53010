import type { ExtractedDocument } from '../../extract';
import { derive, fromJsonResume, type Evidence, type Profile } from '../../profile';
import { locate } from '../evidence';
import { degreeIn } from './score';
import { levelOf } from './languages';
import { splitName } from './identity';
import { countryHints, normalizePhone } from './phones';

/**
 * A profile from a source that is structured already (JSON Resume, Europass XML). Its values are taken as they are; each gets evidence where it
 * is found in the document's lines.
 * @throws VivierError `invalid-input` when `structured` is no JSON Resume data.
 */
export function analyzeStructured(document: ExtractedDocument, options: { referenceDate: string }): Profile {
  const profile = fromJsonResume(document.structured, options.referenceDate);
  const { identity, contact } = profile;
  if (!identity.firstName && identity.fullName) Object.assign(identity, splitName(identity.fullName, contact.email));
  contact.phone =
    contact.phone &&
    (normalizePhone(contact.phone, countryHints(contact.countryCode, [], document.language)) ?? contact.phone);
  for (const language of profile.languages) language.level ??= levelOf(language.levelText ?? '');
  for (const one of profile.education)
    one.level ??= degreeIn([one.degree, one.field].filter(Boolean).join(' '))?.level ?? null;
  backAll(profile, document);
  return {
    ...profile,
    derived: derive(profile, options.referenceDate),
    meta: {
      ...profile.meta,
      status: document.meta.status,
      fileName: document.fileName,
      sha256: document.sha256,
      language: document.language,
      warnings: document.warnings,
    },
  };
}

/** Evidence for the named fields of one object, where their values stand in the lines. */
function back<T extends { evidence: Record<string, Evidence> }>(
  item: T,
  fields: readonly (keyof T & string)[],
  document: ExtractedDocument,
): void {
  for (const field of fields) {
    const value = item[field];
    const found = typeof value === 'string' ? locate(document, value) : null;
    if (found) item.evidence[field] = found;
  }
}

function backAll(profile: Profile, document: ExtractedDocument): void {
  back(profile.identity, ['fullName', 'firstName', 'lastName', 'birthDate', 'nationality'], document);
  back(profile.contact, ['email', 'phone', 'address', 'postalCode', 'city', 'countryCode'], document);
  back(profile, ['headline', 'summary'], document);
  for (const one of profile.contact.links) back(one, ['url'], document);
  for (const one of profile.experiences)
    back(one, ['employer', 'title', 'start', 'end', 'place', 'description'], document);
  for (const one of profile.education) back(one, ['institution', 'degree', 'field', 'start', 'end', 'place'], document);
  for (const one of profile.skills) back(one, ['name'], document);
  for (const one of profile.languages) back(one, ['name'], document);
  for (const one of profile.certifications) back(one, ['name', 'issuer'], document);
  for (const one of profile.projects) back(one, ['name', 'description'], document);
  for (const one of profile.interests) back(one, ['name'], document);
}
