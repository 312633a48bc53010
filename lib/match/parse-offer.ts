import { z } from 'zod/v4';
import { invalid, VivierError } from '../errors';
import { CRITERION_KINDS, type JobOffer } from './types';

const criterionText = z.union([
  z.string(),
  z.object({ text: z.string(), weight: z.number().positive().max(100).optional() }),
]);
const question = z.union([
  z.string(),
  z.object({ text: z.string(), weight: z.number().positive().max(100).optional(), must: z.boolean().optional() }),
]);
/** Absent and null mean the same in the files people keep. */
const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);

const offerSchema = z.object({
  id: optional(z.string()),
  language: optional(z.string()),
  title: z.string().trim().min(1),
  text: optional(z.string()).transform((value) => value ?? ''),
  criteria: optional(
    z.object({
      mustHave: optional(z.array(criterionText)),
      niceToHave: optional(z.array(criterionText)),
      minYears: optional(z.number().min(0).max(60)),
      degreeLevel: optional(z.string()),
      questions: optional(z.array(question)),
      place: optional(z.string()),
      availability: optional(z.string()),
      languages: optional(z.array(z.object({ language: z.string(), level: optional(z.string()) }))),
      confirmed: optional(z.boolean()),
    }),
  ),
  halfAfterYears: optional(z.number().min(1).max(40)),
  weights: optional(z.partialRecord(z.enum(CRITERION_KINDS), z.number().positive().max(100))),
});

const LONGEST = 100_000;

/**
 * A job offer from a file's text: JSON with `title`, `text` and maybe `criteria`, or plain text whose first line is the title.
 * @throws VivierError `invalid-input` when there is nothing in it or a field has the wrong shape, `invalid-json` when it begins like JSON but is not,
 * `text-too-long` above 100,000 characters.
 */
export function parseOffer(input: string, fileName?: string): JobOffer {
  const text = input.replace(/^\uFEFF/, '').trim();
  if (text === '') throw invalid(fileName ?? 'offer', 'it is empty', 'l’offre est vide', { fileName });
  if (text.length > LONGEST) throw new VivierError('text-too-long', { fileName, actual: text.length, limit: LONGEST });
  return text.startsWith('{') ? fromJson(text, fileName) : fromText(text);
}

/**
 * Several offers from a JSON list of objects or texts.
 * @throws VivierError as `parseOffer`, and `invalid-input` when it is no list
 */
export function parseOffers(input: string, what = 'offers'): JobOffer[] {
  let list: unknown;
  try {
    list = JSON.parse(input);
  } catch (cause) {
    throw new VivierError('invalid-json', { fileName: what }, { cause });
  }
  if (!Array.isArray(list)) throw new VivierError('invalid-input', { what });
  return list.map((offer) => parseOffer(typeof offer === 'string' ? offer : JSON.stringify(offer), what));
}

function fromText(text: string): JobOffer {
  const [title, ...rest] = text.split(/\r?\n/);
  return { title: title.replace(/^#+\s*/, '').trim(), text: rest.join('\n').trim() };
}

function fromJson(text: string, fileName?: string): JobOffer {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw new VivierError('invalid-json', { fileName }, { cause });
  }
  const parsed = offerSchema.safeParse(data);
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.join('.') || 'offer';
  throw new VivierError('invalid-input', { fileName, what: field }, { cause: parsed.error });
}
