/**
 * The code of an error: PostgreSQL's SQLSTATE (appendix A of its manual), or Node's own, such as `ECONNREFUSED`. By its shape and not
 * by `instanceof`: errors may come from another realm (vm contexts, workers).
 */
export function errorCode(error: unknown): string | null {
  const known = typeof error === 'object' && error !== null && 'code' in error;
  return known && typeof error.code === 'string' ? error.code : null;
}

export function errorMessage(error: unknown): string {
  const known = typeof error === 'object' && error !== null && 'message' in error;
  return known && typeof error.message === 'string' ? error.message : '';
}
