export { cacheUse, withCache } from './client';
export { createMemoryCache, type MemoryCache, type MemoryCacheLimits } from './memory';
export type { AnalysisCache, CachedAnswer, CacheUse } from './types';
