import { z } from 'zod/v4';
import { STAGES } from '../pool';

/** What requests may hold. Values of an address are texts: numbers among them are written as digits. */

const digits = (least: number, most: number, usual: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.number().int().min(least).max(most))
    .default(usual);

const number = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.number().int().min(least).max(most))
    .optional();

const MOST_A_PAGE = 200;
const USUAL_A_PAGE = 50;

const limit = digits(1, MOST_A_PAGE, USUAL_A_PAGE).describe('How many at most (1 to 200)');
const offset = digits(0, 100_000, 0).describe('How many to pass over: `next` of the page before');
const after = z.string().min(1).max(500).optional().describe('`next` of the page before');
const id = (what: string) => z.uuid().describe(`ID of the ${what}`);
const day = () => z.iso.date().optional();
const words = (most: number) => z.string().trim().min(1).max(most);
const CEFR = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native'] as const;

const texts = {
  skills: words(500).optional().describe('All of them, separated by commas'),
  language: words(50).optional().describe('ISO 639-1 code, or a name such as « anglais »'),
  languageLevel: z.enum(CEFR).optional().describe('The least level of that language'),
  city: words(100).optional(),
  department: z
    .string()
    .regex(/^[0-9][0-9AB][0-9]{0,3}$/)
    .optional()
    .describe('French département, or a postal code in it'),
  availableBy: day().describe('Leaves out whose CV tells a later day'),
  source: words(200).optional(),
  stage: z.enum(STAGES).optional(),
  offerId: id('offer').optional(),
  receivedFrom: day(),
  receivedTo: day(),
  updatedFrom: day(),
  updatedTo: day(),
};

const inAddress = {
  ...texts,
  minYears: number(0, 70),
  maxYears: number(0, 70),
  minDegree: number(1, 8).describe('EQF level of the highest diploma'),
  radiusKm: number(1, 200).describe('Around the city'),
};

const whole = (least: number, most: number) => z.number().int().min(least).max(most).optional();
const inBody = z.strictObject({
  ...texts,
  minYears: whole(0, 70),
  maxYears: whole(0, 70),
  minDegree: whole(1, 8).describe('EQF level of the highest diploma'),
  radiusKm: whole(1, 200).describe('Around the city'),
});

const paging = { limit: z.number().int().min(1).max(MOST_A_PAGE).default(USUAL_A_PAGE), after };

export const candidateList = z.strictObject({
  query: words(500).optional().describe('Words, « "a phrase" », begin*, -without'),
  ...inAddress,
  limit,
  after,
});
export const offerList = z.strictObject({
  which: z.enum(['open', 'closed', 'all']).default('open'),
  limit,
  offset,
});
export const oneCandidate = z.strictObject({ candidateId: id('candidate') });
export const oneOffer = z.strictObject({ offerId: id('offer') });
export const erasure = z.strictObject({
  candidateId: id('candidate'),
  reason: words(200).describe('Goes into the decision log; names nobody'),
});
export const forOffer = z.strictObject({ ...inAddress, offerId: id('offer'), limit, offset });
export const forCandidate = z.strictObject({ candidateId: id('candidate'), limit, offset });
export const nothing = z.strictObject({});

export const newOffer = z.strictObject({
  title: words(200).optional().describe('Without it: the first line of the text'),
  text: words(50_000).describe('The advertisement; criteria are read from it and stay unconfirmed'),
});
export const cvText = z.strictObject({ cv_text: words(200_000).describe('A CV as plain text') });
export const poolQuery = z.discriminatedUnion('operation', [
  z.strictObject({ operation: z.literal('Get All'), ...paging }),
  z.strictObject({ operation: z.literal('Search'), query: words(500), filters: inBody.optional(), ...paging }),
  z.strictObject({ operation: z.literal('Filter'), filters: inBody, ...paging }),
]);
export const generation = z.strictObject({
  candidateId: id('candidate'),
  kind: z.enum(['company-cv', 'anonymous-cv', 'cover-letter', 'acknowledgement']).default('company-cv'),
  offerTitle: words(200).optional().describe('Name of the post, for letters'),
  format: z.enum(['docx', 'pdf', 'html', 'md']).default('docx'),
  language: z.enum(['fr', 'en', 'auto']).default('auto').describe('`auto`: as the CV'),
});

/** Beside the file, in a form: every value is a text. */
export const uploadForm = z.strictObject({ source: words(200).optional().describe('Where the CV came from') });
export const analysisForm = z.strictObject({
  engine: z.enum(['auto', 'rules', 'model']).default('auto').describe('`model`: 503 when the model does not answer'),
});
export const questionForm = z.strictObject({
  question: words(500).describe('On facts of the CV, in French or English'),
});
