export * from './schema';
export { emptyProfile } from './empty';
export { derive } from './derive';
export { fromJsonResume, toJsonResume, type JsonResume } from './json-resume';
export {
  availabilityText,
  dialled,
  neutral,
  toCsv,
  toEuropassXml,
  toFlatFrench,
  escapeMarkdown,
  toMarkdown,
  type CsvRow,
  type FlatFrench,
  type MarkdownOptions,
} from './formats';
