declare module 'word-extractor' {
  interface Filter {
    filterUnicode?: boolean;
  }
  interface Document {
    getBody(options?: Filter): string;
    getHeaders(options?: Filter & { includeFooters?: boolean }): string;
    getFooters(options?: Filter): string;
    getFootnotes(options?: Filter): string;
    getEndnotes(options?: Filter): string;
    getTextboxes(options?: Filter): string;
  }
  export default class WordExtractor {
    extract(source: Buffer | string): Promise<Document>;
  }
}
