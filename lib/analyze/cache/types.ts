/** One answer of a model, as it is kept. Plain JSON: a database may hold it as such. Its value is checked again when it is taken out. */
export interface CachedAnswer {
  value: unknown;
  answerSha256: string;
  tokensIn: number;
  tokensOut: number;
}

/**
 * Where answers of the model are kept, so that a CV that was read is not read again by the same model with the same words.
 *
 * A key is a SHA-256 over everything that an answer depends on: the prompt with the CV's numbered lines, the schema, the digest of the model's
 * weights, the context length and the answer's limit. So nothing ever has to be made invalid; what is no longer asked for ages away.
 */
export interface AnalysisCache {
  get(key: string): Promise<CachedAnswer | undefined>;
  /**
   * @param subject the document's `textSha256`. An answer quotes the CV: whoever keeps it for longer than a run must delete it with the
   * candidate, found by this.
   */
  set(key: string, answer: CachedAnswer, subject: string): Promise<void>;
}

/** Over the life of a cache in this process. */
export interface CacheUse {
  hits: number;
  lookups: number;
}
