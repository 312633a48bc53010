import care from './care';
import office from './office';
import tech from './tech';
import trade from './trade';

export { headOf, parseLexicon, type Concept, type Form, type Lexicon } from './parse';

/**
 * What a recruiter knows by heart: which words of different languages and trades mean the same thing, which is a kind of which, and which are only
 * related. General occupational vocabulary (French and English, with the commonest German, Spanish and Dutch titles), laid out like ESCO's terms.
 *
 * One concept a line: `id <= kind of < belongs to : wording ; same thing | related thing | > a kind of the first`.
 * - `;` joins wordings of the same thing (synonyms, translations): one proves the other.
 * - `|` parts things of one family that do not prove each other (clôture, bilan). The first group names the concept.
 * - `| >` begins a kind of the first group: Excel proves "tableur", not the other way round.
 * - `<=` every wording of the concept is also a kind of that other one (CATIA is CAD); `<` it only belongs there (ADR and truck drivers).
 * - `~` a skill of any trade, `#` a whole field of work, `*` software; `=Word` is matched with its case.
 */
export const lexiconText = [care, office, tech, trade].join('\n');
