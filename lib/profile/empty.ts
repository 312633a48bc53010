import { PROFILE_SCHEMA_VERSION, type Profile } from './schema';

/** A profile with nothing in it: what every engine starts from, so that an absent value is always `null` or `[]`. */
export function emptyProfile(referenceDate: string): Profile {
  return {
    identity: { fullName: null, firstName: null, lastName: null, birthDate: null, nationality: null, evidence: {} },
    contact: {
      email: null,
      otherEmails: [],
      phone: null,
      otherPhones: [],
      address: null,
      postalCode: null,
      city: null,
      countryCode: null,
      links: [],
      evidence: {},
    },
    headline: null,
    summary: null,
    experiences: [],
    education: [],
    skills: [],
    languages: [],
    certifications: [],
    projects: [],
    drivingLicences: [],
    interests: [],
    derived: { experienceMonths: null, mainDomain: null, highestDegree: null, completeness: 0 },
    evidence: {},
    meta: {
      status: 'ok',
      engine: 'rules',
      schemaVersion: PROFILE_SCHEMA_VERSION,
      fileName: null,
      sha256: null,
      language: null,
      referenceDate,
      model: null,
      ms: 0,
      warnings: [],
      disagreements: [],
    },
  };
}
