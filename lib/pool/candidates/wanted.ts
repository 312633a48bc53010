import { createHash } from 'node:crypto';
import { profileSchema, type Profile } from '../../profile';
import { SYSTEM } from '../audit';
import { identityKeys, type IdentityKey } from '../identity';
import type { Secrets } from '../secrets';
import type { CandidateInput, NewDocument } from '../types';
import { invalid, optionalDate, optionalText, requiredText, sha256Of, uuid } from '../validate';

/** A CandidateInput that was looked at: nothing in it is uncertain any more. */
export interface Wanted {
  candidateId: string | null;
  profile: Profile;
  document: CheckedDocument | null;
  source: string | null;
  by: string;
  receivedAt: Date | null;
  consentUntil: Date | null;
  execution: CandidateInput['execution'];
  modelLater: 'person' | 'batch' | null;
  readingOf: string | null;
}

export interface CheckedDocument {
  fileName: string;
  mimeType: string;
  data: Uint8Array;
  sha256: string;
  text: string;
  textSha256: string | null;
}

/** @throws VivierError `invalid-input` */
export function readWanted(input: CandidateInput): Wanted {
  const parsed = profileSchema.safeParse(input?.profile);
  if (!parsed.success) {
    // The path alone: a message could quote the CV.
    const path = parsed.error.issues[0]?.path.join('.') ?? '';
    throw invalid('profile', `not a profile, at “${path}”`, `ce n’est pas un profil, à « ${path} »`);
  }
  return {
    candidateId: input.candidateId ? uuid(input.candidateId, 'candidateId') : null,
    // Not `parsed.data`: what a later version adds to profiles is kept.
    profile: input.profile,
    document: input.document ? readDocument(input.document) : null,
    source: optionalText(input.source, 'source', 200),
    by: optionalText(input.by, 'by', 200) ?? SYSTEM,
    receivedAt: optionalDate(input.receivedAt, 'receivedAt'),
    consentUntil: optionalDate(input.consentUntil, 'consentUntil'),
    execution: input.execution,
    modelLater: input.modelLater === 'person' || input.modelLater === 'batch' ? input.modelLater : null,
    readingOf: input.candidateId && input.readingOf ? uuid(input.readingOf, 'readingOf') : null,
  };
}

function readDocument(document: NewDocument): CheckedDocument {
  if (!(document.data instanceof Uint8Array) || document.data.length === 0) {
    throw invalid('document.data', 'the file’s bytes are expected', 'les octets du fichier sont attendus');
  }
  const sha256 = createHash('sha256').update(document.data).digest('hex');
  if (document.sha256 && document.sha256.toLowerCase() !== sha256) {
    throw invalid('document.sha256', 'it is not the hash of these bytes', 'ce n’est pas l’empreinte de ces octets');
  }
  return {
    fileName: requiredText(document.fileName, 'document.fileName', 500),
    mimeType: requiredText(document.mimeType, 'document.mimeType', 200),
    data: document.data,
    sha256,
    text: typeof document.text === 'string' ? document.text : '',
    textSha256: document.textSha256 ? sha256Of(document.textSha256, 'document.textSha256') : null,
  };
}

/** What this candidate may be known by already. */
export function keysOf(secrets: Secrets, { profile, document }: Wanted): IdentityKey[] {
  return identityKeys(secrets, profile, { file: document?.sha256 ?? null, text: document?.textSha256 ?? null });
}
