export { checkRequest, FILE_FIELD, keyIn, requireRole, type CheckedRequest } from './check';
export type { RawRequest, SentFile } from './body';
export { endpointNames, endpointOf, type Endpoint, type EndpointName } from './endpoints';
export { collect, type HealthSeen } from './figures';
export { openApi } from './openapi';
export { PROBLEM_TYPE, problemOf, statusOf, type Problem } from './problem';
export { perMinute, RateLimit, within, type Rate } from './rate-limit';
export { isSigned, signedHeaders, type Message } from './standard-webhooks';
