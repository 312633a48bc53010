import type { ErrorCode, VivierError } from '../errors';

/** Problem details (RFC 9457): the one shape of every error. `code` and `hint` are ours. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  /** What to do. */
  hint: string;
  fileName?: string;
}

/** What is known of an error: a VivierError, or what a node put on an item for one. */
type Known = Pick<VivierError, 'message' | 'hint'> & { code: string; fileName?: string | null };

export const PROBLEM_TYPE = 'application/problem+json';

const BY_STATUS: Record<number, ErrorCode[]> = {
  400: ['invalid-input', 'invalid-json', 'no-file', 'not-a-chat', 'unlawful-reason'],
  401: ['key-refused'],
  403: ['role-refused', 'not-allowed'],
  404: ['not-found'],
  409: ['on-hold'],
  413: ['too-large', 'context-exceeded', 'text-too-long', 'container-limit'],
  415: ['content-type', 'unknown-type'],
  422: [
    ...(['empty', 'no-text', 'corrupt', 'truncated', 'encrypted', 'zip-bomb', 'too-many-pages'] as const),
    ...(['unsafe-xml', 'not-a-cv', 'image', 'not-candidates', 'no-pages', 'convert', 'template'] as const),
  ],
  429: ['too-many-requests'],
  503: [
    ...(['ollama-unreachable', 'model-missing', 'model-refused', 'model-answer-invalid', 'chat-model-failed'] as const),
    ...(['answer-cut', 'timeout', 'cancelled', 'pool-unreachable', 'pool-locked', 'pool-key', 'pool-newer'] as const),
  ],
};

/** The titles are those of RFC 9110. */
export const TITLES: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** 500 for what has no place of its own. */
export function statusOf(code: string): number {
  const [status] = Object.entries(BY_STATUS).find(([, codes]) => (codes as string[]).includes(code)) ?? ['500'];
  return Number(status);
}

export function problemOf({ code, message, hint, fileName }: Known): Problem {
  const status = statusOf(code);
  const problem = { type: `urn:vivier:problem:${code}`, title: TITLES[status], status, detail: message, code, hint };
  return fileName ? { ...problem, fileName } : problem;
}
