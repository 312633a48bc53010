import { createHash } from 'node:crypto';
import { z } from 'zod/v4';
import { toPlainSchema, type ChatAnswer, type ChatRequest, type ModelClient } from '../../ollama';
import type { AnalysisCache, CachedAnswer, CacheUse } from './types';

/** Raised when what stands in `CachedAnswer` changes its meaning. */
const CACHE_VERSION = 1;

const kept = z.object({
  value: z.unknown(),
  answerSha256: z.string(),
  tokensIn: z.number().int().min(0),
  tokensOut: z.number().int().min(0),
});

const uses = new WeakMap<AnalysisCache, CacheUse>();

/** How often a cache had the answer, since this process uses it. */
export function cacheUse(cache: AnalysisCache): CacheUse {
  return { ...(uses.get(cache) ?? { hits: 0, lookups: 0 }) };
}

function countLookup(cache: AnalysisCache, hit: boolean): void {
  const { hits, lookups } = cacheUse(cache);
  uses.set(cache, { hits: hits + Number(hit), lookups: lookups + 1 });
}

/** What an answer depends on, as one SHA-256. Lists of pairs, so that the order of an object's keys does not matter. */
export function cacheKey<T>(
  request: ChatRequest<T>,
  model: { name: string; digest: string },
  contextTokens: number,
): string {
  const { prompt, schema, maxTokens } = request;
  const parts = [CACHE_VERSION, model.name, model.digest, contextTokens, maxTokens, toPlainSchema(schema), prompt];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

export interface CachedClientOptions {
  cache: AnalysisCache;
  /** The document's `textSha256`. */
  subject: string;
  /** True: nothing is taken from the cache, what is answered now replaces what it has. */
  again: boolean;
  /** Told that the cache could not be read or written; the work goes on without it. */
  onFailure: () => void;
}

function parseKept<T>(found: CachedAnswer, schema: z.ZodType<T>): { kept: CachedAnswer; value: T } | undefined {
  const entry = kept.safeParse(found);
  const value = entry.success ? schema.safeParse(entry.data.value) : undefined;
  return entry.success && value?.success ? { kept: entry.data, value: value.data } : undefined;
}

/**
 * A client that takes answers from a cache where it has them. A model whose weights nobody names (no digest) is never cached: it may be another
 * one tomorrow.
 */
export function withCache(client: ModelClient, options: CachedClientOptions): ModelClient {
  const { cache, subject, again, onFailure } = options;

  async function lookUp<T>(key: string, schema: z.ZodType<T>) {
    try {
      const found = await cache.get(key);
      return found && parseKept(found, schema);
    } catch {
      onFailure();
      return undefined;
    }
  }

  async function keep(key: string, answer: ChatAnswer<unknown>): Promise<void> {
    const { tokensIn, tokensOut } = answer.usage;
    try {
      await cache.set(key, { value: answer.value, answerSha256: answer.answerSha256, tokensIn, tokensOut }, subject);
    } catch {
      onFailure();
    }
  }

  async function chatJson<T>(request: ChatRequest<T>): Promise<ChatAnswer<T>> {
    const { name, digest } = await client.identify(request.signal);
    if (digest && !again) {
      const hit = await lookUp(cacheKey(request, { name, digest }, client.contextTokens), request.schema);
      countLookup(cache, hit !== undefined);
      if (hit) {
        const { tokensIn, tokensOut, answerSha256 } = hit.kept;
        const usage = { tokensIn, tokensOut, ms: 0, attempts: 0, doneReason: 'stop' };
        return { value: hit.value, usage, model: { name, digest }, answerSha256, fromCache: true };
      }
    }
    const answer = await client.chatJson(request);
    // Of several hosts the one that answered may hold other weights than the one that was asked for its digest.
    const by = answer.model.digest;
    if (by && !answer.cut)
      await keep(cacheKey(request, { name: answer.model.name, digest: by }, client.contextTokens), answer);
    return answer;
  }

  const { model, contextTokens, requestsAtOnce } = client;
  return {
    ...{ model, contextTokens, requestsAtOnce, chatJson },
    identify: (signal) => client.identify(signal),
    sequence: (work, signal, urgent) => client.sequence(work, signal, urgent),
  };
}
