import { fold } from '../../../match';
import { PAST, WISH } from './marks';

/** What a letter may name of the job that is applied for. */
export interface OfferNames {
  title?: string | null;
  company?: string | null;
  place?: string | null;
}

const POST = String.raw`(?:poste|offre|annonce|emploi|candidature|fonctions?|role|position|vacancy|job|post|opening|opportunit\p{L}*|application)`;
const MINE =
  /(?<!\p{L})(?:mon|ma|mes|my|votre|vos|your)\s+(?:\p{L}+\s+)?(?:poste|emploi|fonctions?|role|position|job|post)(?!\p{L})/u;
const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * A sentence without the names of the job, the company and the place that it wishes for, which need no proof. Said of what was (« mon poste de », "I worked as"), they
 * stay, and are checked like any claim. Blanks keep the places of the rest.
 */
export function withoutOffer(sentence: string, { title, company, place }: OfferNames): string {
  const folded = fold(sentence);
  if (folded.length !== sentence.length || MINE.test(folded) || PAST.test(folded)) return sentence;
  let kept = sentence;
  for (const name of namesOf(title)) {
    const pattern = `(?<!\\p{L})(?:${POST}[\\s\\p{L}'’«“"]{0,25}?(${name})|(${name})\\s*[»”"]?\\s*${POST})(?!\\p{L})`;
    kept = blank(kept, folded, new RegExp(pattern, 'gu'));
  }
  if (!WISH.test(folded)) return kept;
  for (const name of [...namesOf(company), ...namesOf(place)]) {
    kept = blank(kept, folded, new RegExp(`(?<!\\p{L})(${name})(?!\\p{L})`, 'gu'));
  }
  return kept;
}

/** The title as it stands, and without what is in brackets or after « H/F ». */
function namesOf(name: string | null | undefined): string[] {
  const plain = (name ?? '').replace(/\([^)]*\)|\b[HFMX]\s*\/\s*[HFMXD](?:\s*\/\s*[HFMXD])?\b/g, ' ').trim();
  const both = [name?.trim() ?? '', plain].map((text) => fold(text).replace(/\s+/g, ' '));
  return [...new Set(both)].filter((text) => text.length > 1).map((text) => escape(text).replace(/ /g, '\\s+'));
}

function blank(kept: string, folded: string, pattern: RegExp): string {
  let result = kept;
  for (const match of folded.matchAll(pattern)) {
    const found = match.slice(1).find(Boolean) ?? '';
    const start = match.index + match[0].indexOf(found);
    result = result.slice(0, start) + ' '.repeat(found.length) + result.slice(start + found.length);
  }
  return result;
}
