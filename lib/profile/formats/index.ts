export { availabilityText } from './availability';
export { dialled, neutral, toCsv, type CsvRow } from './csv';
export { toEuropassXml } from './europass3';
export { toFlatFrench, type FlatFrench } from './flat-french';
export { escapeMarkdown, toMarkdown, type MarkdownOptions } from './markdown';
