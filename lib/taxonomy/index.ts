export { loadTaxonomy, withCodes, type Taxonomy } from './taxonomy';
export type { Term, TermKind } from './index-terms';
