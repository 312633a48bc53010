import { emptyProfile, type Profile } from '../../../../lib/profile';
import type { Score } from '../../../../lib/match/types';

export interface Person {
  name?: string;
  email?: string | null;
  phone?: string | null;
  headline?: string;
  skills?: string[];
  languages?: [code: string, name: string][];
  months?: number;
  job?: { title: string; employer?: string; description?: string };
}

/** A fictional person's profile, with as much in it as the test needs. */
export function profileOf(person: Person): Profile {
  const profile = emptyProfile('2026-01-15');
  profile.identity.fullName = person.name ?? 'Camille Exemple';
  profile.contact.email = person.email ?? null;
  profile.contact.phone = person.phone ?? null;
  profile.headline = person.headline ?? null;
  profile.skills = (person.skills ?? []).map((name) => ({ name, group: null, code: null, evidence: {} }));
  profile.languages = (person.languages ?? []).map(([code, name]) => ({
    code,
    name,
    level: null,
    levelText: null,
    evidence: {},
  }));
  profile.derived.experienceMonths = person.months ?? null;
  if (person.job) {
    const { title, employer = null, description = null } = person.job;
    const job = { title, employer, description, start: null, end: null, current: false, place: null, kind: null };
    profile.experiences = [{ ...job, evidence: {} }];
  }
  return profile;
}

export function fileOf(text: string, fileName = 'cv.txt') {
  return { fileName, mimeType: 'text/plain', data: Buffer.from(text), text };
}

export function scoreOf(score: number): Score {
  return {
    offer: { id: null, title: 'Offer' },
    score,
    band: 'good',
    interval: [score, score],
    criteria: [],
    missingMustHaves: [],
    reliability: 1,
    formula: 'test',
    warnings: [],
  };
}
