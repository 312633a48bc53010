export { documentSections } from './document';
export { headingKind, likelyKind } from './headings';
export { languageNamed, mentionsLanguage, namesIn } from './language-names';
export { blocksOf, rowsOf, type Row } from './rows';
export { rowsIn, sectionsOf, type RowSection } from './split';
export type { SectionKind as HeadingKind } from './vocabulary/headings';
