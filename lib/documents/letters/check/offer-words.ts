import { fold } from '../../../match';
import { PAST, WISH } from './marks';

/** What a letter may name of the job that is applied for. */
export interface OfferNames {
  title?: string | null;
  company?: string | null;
  place?: string | null;
}

const POST = String.raw`(?:poste|offre|annonce|emploi|candidature|fonctions?|role|position|vacancy|job|post|opening|opportunit\p{L}*|application|advert\p{L}*)`;
/** What a company does with a post of its own. */
const SOUGHT = String.raw`(?:recherche[zr]?|recrute[zr]?|cherche[zr]?|looking for|seeking|recruiting|hiring|besoin d|need)`;
const MINE =
  /(?<!\p{L})(?:mon|ma|mes|my|votre|vos|your)\s+(?:\p{L}+\s+)?(?:poste|emploi|fonctions?|role|position|job|post)(?!\p{L})/u;
const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * A sentence without the names of the job, the company and the place that it wishes for, which need no proof. Said of what was (« mon poste de », "I worked as"), they
 * stay, and are checked like any claim. Blanks keep the places of the rest.
 */
export function withoutOffer(sentence: string, { title, company, place }: OfferNames): string {
  const folded = fold(sentence);
  if (folded.length !== sentence.length || MINE.test(folded)) return sentence;
  const unfelt = folded.replace(FELT, (felt) => ' '.repeat(felt.length));
  if (!PAST.test(unfelt)) return blanked(sentence, folded, { title, company, place });
  return sentence
    .split(/(?<=,)/u)
    .map((clause) => {
      const own = fold(clause);
      const wish = own.length === clause.length && WISHED.test(own) && !PAST.test(own.replace(FELT, ' '));
      return wish ? blanked(clause, own, { title, company, place }) : clause;
    })
    .join('');
}

/** "I was delighted to read": a feeling, not a past. */
const FELT =
  /(?<!\p{L})(?:was|were|am|have been|ai ete|etais)\s+(?:very\s+|tres\s+)?(?:delighted|pleased|glad|happy|interested|excited|attracted|drawn|ravie?|heureu\w+|interessee?|attiree?)/gu;
const WISHED =
  /(?<!\p{L})(?:souhait\w*|aimerais|voudrais|postul\w*|would (?:like|love|welcome|be)|wish|hope|apply|rejoindre|integrer|join)(?!\p{L})/u;

function blanked(sentence: string, folded: string, { title, company, place }: OfferNames): string {
  let kept = sentence;
  for (const name of namesOf(title)) {
    const pattern = `(?<!\\p{L})(?:(?:${POST}|${SOUGHT})[\\s\\p{L}'’«“"]{0,25}?(${name})|(${name})\\s*[»”"]?\\s*${POST})(?!\\p{L})`;
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
