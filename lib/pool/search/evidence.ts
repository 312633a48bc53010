import { cefrRank, languageCode } from '../../match';
import type { Evidence } from '../../profile';
import type { AnswerEvidence, AskedFilter, FoundCandidate } from '../types';
import { normalise } from '../words';

const MOST_PROOFS = 12;

/** Where a candidate's CV says what was asked for: the lines behind the fields that matched, then passages with the words. */
export function proofsOf(candidate: FoundCandidate, { query, filters }: AskedFilter): AnswerEvidence[] {
  const { profile } = candidate;
  const asked = (value: string | null) =>
    value !== null && wordsOf(query).some((word) => normalise(value).includes(word));
  const proofs: AnswerEvidence[] = [];
  const add = (filter: string, evidence: Evidence | undefined) =>
    evidence && proofs.push({ filter, quote: evidence.quote, page: evidence.page, lines: evidence.lines });
  for (const job of profile.experiences) if (asked(job.title)) add('query', job.evidence.title);
  for (const skill of profile.skills) {
    const name = ` ${normalise(skill.name)} `;
    if (filters.skills?.some((one) => name.includes(` ${normalise(one)} `))) add('skills', skill.evidence.name);
    else if (asked(skill.name)) add('query', skill.evidence.name);
  }
  const languages = [...(filters.languages ?? []), ...(filters.language ? [{ language: filters.language }] : [])];
  for (const { language } of languages) {
    const code = languageCode(language);
    const spoken = profile.languages.filter((one) => (one.code ?? languageCode(one.name)) === code);
    for (const one of [...spoken].sort((a, b) => rankOf(b.level) - rankOf(a.level)))
      add('languages', one.evidence.level ?? one.evidence.name);
  }
  if (filters.minYears !== undefined)
    for (const job of profile.experiences) add('minYears', job.evidence.start ?? job.evidence.end);
  if (filters.minDegree !== undefined)
    for (const entry of profile.education)
      if ((entry.level ?? 0) >= filters.minDegree) add('minDegree', entry.evidence.degree);
  if (filters.availableBy)
    for (const proof of Object.values(profile.availability?.evidence ?? {})) add('availableBy', proof);
  if (filters.city) add('city', profile.contact.evidence.city);
  for (const passage of candidate.highlights ?? [])
    if (passage.marks.length > 0) proofs.push({ filter: 'query', quote: passage.text, page: null, lines: null });
  return proofs.slice(0, MOST_PROOFS);
}

const rankOf = (level: Parameters<typeof cefrRank>[0] | null) => (level ? cefrRank(level) : -1);

/** The beginnings of the words asked for: endings differ. */
const wordsOf = (query: string) =>
  normalise(query)
    .split(/[^\p{L}\p{N}#+]+/u)
    .filter((word) => word.length > 2)
    .map((word) => (word.length > 6 ? word.slice(0, -2) : word));
