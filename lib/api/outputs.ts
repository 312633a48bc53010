import { z } from 'zod/v4';
import { profileSchema } from '../profile';
import { API_ROLES, STAGES } from '../pool';

/** What answers hold: for the OpenAPI description alone; the nodes make them. */

const moment = z.iso.datetime();
const open = <T extends z.ZodRawShape>(shape: T) => z.looseObject(shape);
const stage = z.string().describe(`One of ${STAGES.join(', ')}, or of the offer’s own`);
const next = z.union([z.string(), z.number(), z.null()]).describe('For the next page; null on the last one');

export const problem = z
  .object({
    type: z.string().describe('urn:vivier:problem: and the code'),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().describe('What happened, in words'),
    code: z.string().describe('Stays the same; for programs'),
    hint: z.string().describe('What to do'),
    fileName: z.string().optional(),
  })
  .meta({ id: 'Problem' });

const profile = profileSchema.meta({ id: 'Profile' });
const problems = z.array(problem).describe('What could not be read of the file’s documents');
const review = open({ needed: z.boolean() }).describe('Whether a person should look at the CV itself');
const fileName = z.string().nullable();
const found = open({
  candidateId: z.uuid(),
  profile,
  profileVersion: z.number().int(),
  createdAt: moment,
  updatedAt: moment,
});
const offer = open({ offerId: z.uuid(), title: z.string(), text: z.string(), open: z.boolean(), createdAt: moment });

export const uploaded = z.object({
  candidates: z.array(
    z.object({
      candidateId: z.uuid(),
      created: z.boolean().describe('False: the person was known already'),
      duplicateOf: z.enum(['email', 'phone', 'file', 'text']).nullable(),
      profileVersion: z.number().int(),
      engine: z.string(),
      review,
      fileName,
    }),
  ),
  problems,
});
export const analysed = z.object({ profiles: z.array(z.object({ fileName, profile, review })), problems });
export const analysedText = z.object({ profile, review });
export const asked = z.object({
  answers: z.array(
    z.object({ fileName, answer: open({ question: z.string(), outcome: z.string(), message: z.string() }) }),
  ),
  problems,
});
export const modelStatus = open({
  ok: z.boolean(),
  state: z.enum(['up', 'degraded', 'down']),
  model: z.string(),
  hosts: z.array(open({ host: z.string(), reachable: z.boolean(), modelPresent: z.boolean() })),
});
export const modelHealth = z.object({ status: z.literal('ok'), model: z.string() });
export const candidatePage = z.object({
  candidates: z.array(found),
  total: z.number().int(),
  totalIsExact: z.boolean(),
  next,
});
export const candidateDetails = found.extend({
  documents: z.array(open({ documentId: z.uuid(), fileName: z.string() })),
  applications: z.array(open({ applicationId: z.uuid(), offerId: z.uuid(), stage })),
});
export const erased = z.object({ erasure: open({}) });
export const offerPage = z.object({ offers: z.array(offer), next });
export const oneOffer = offer;
export const candidateMatches = z.object({
  matches: z.array(
    z.object({
      candidateId: z.uuid(),
      score: z.number().describe('0 to 100, made by code from the profile without name, gender, age or address'),
      missingMustHaves: z.number().int(),
      reliability: z.number(),
    }),
  ),
  next,
});
export const offerMatches = z.object({
  matches: z.array(z.object({ offerId: z.uuid(), title: z.string(), score: open({ score: z.number() }) })),
  next,
});

export const roles = z.enum(API_ROLES);
