import type { Profile } from '../profile';
import type { Score } from '../match';
import type { Secrets } from './secrets';

/** Where a sealed value belongs; bound to it by the cipher. */
export const place = {
  profile: (candidateId: string, version: number) => `profile:${candidateId}:${version}`,
  fileName: (documentId: string) => `file-name:${documentId}`,
  content: (documentId: string) => `content:${documentId}`,
  text: (documentId: string) => `text:${documentId}`,
  score: (applicationId: string, version: number) => `score:${applicationId}:${version}`,
};

export function sealText(secrets: Secrets, text: string, about: string): Buffer {
  return secrets.seal(Buffer.from(text), about);
}

export function openText(secrets: Secrets, sealed: Uint8Array, about: string): string {
  return secrets.open(sealed, about).toString();
}

export function sealProfile(secrets: Secrets, profile: Profile, candidateId: string, version: number): Buffer {
  return sealText(secrets, JSON.stringify(profile), place.profile(candidateId, version));
}

export function openProfile(secrets: Secrets, body: Uint8Array, candidateId: string, version: number): Profile {
  return JSON.parse(openText(secrets, body, place.profile(candidateId, version))) as Profile;
}

export function sealScore(secrets: Secrets, score: Score, applicationId: string, version: number): Buffer {
  return sealText(secrets, JSON.stringify(score), place.score(applicationId, version));
}

export function openScore(secrets: Secrets, body: Uint8Array, applicationId: string, version: number): Score {
  return JSON.parse(openText(secrets, body, place.score(applicationId, version))) as Score;
}
