import { VivierError } from '../errors';
import type { Correction } from '../pool';
import type { Profile } from '../profile';
import type { ChatSuggestion } from './suggest';

const ADDED_TO = ['languages', 'skills'] as const;
const SET = ['contact.email', 'contact.phone', 'contact.city'];

/**
 * Accepted suggestions as changes for TalentPool.candidates.rectify. The profile's schema is checked there.
 * @throws VivierError `invalid-input` for a suggestion that is none, or that names another part of the profile.
 */
export function changesFrom(suggestions: ChatSuggestion[], profile: Profile): Correction[] {
  const refuse = (what: string) => new VivierError('invalid-input', { what: 'suggestions', reason: what });
  if (!Array.isArray(suggestions) || suggestions.length === 0) throw refuse('1–50');
  const changes = new Map<string, unknown>();
  for (const suggestion of suggestions) {
    const { path, value } = suggestion ?? {};
    const list = ADDED_TO.find((name) => name === path);
    if (list) changes.set(list, [...((changes.get(list) as unknown[] | undefined) ?? profile[list]), value]);
    else if (SET.includes(path) && typeof value === 'string') changes.set(path, value);
    else throw refuse(String(path).slice(0, 40));
  }
  return [...changes].map(([path, value]) => ({ path, value }));
}
