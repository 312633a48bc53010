import care from './care';
import office from './office';
import tech from './tech';
import trade from './trade';

/**
 * What a recruiter knows by heart: which words of different languages and trades mean the same thing, and which is a kind of which. General
 * occupational vocabulary (French and English, with the commonest German, Spanish and Dutch titles), laid out like ESCO's broader and narrower terms.
 * One concept a line: `id < broader, broader : wording | wording`. `#` is a whole field of work, `~` a skill of any trade, `=Word` is case-sensitive.
 */
export const lexiconText = [care, office, tech, trade].join('\n');
