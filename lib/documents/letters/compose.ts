import { VivierError } from '../../errors';
import { lintText } from '../../match';
import type { Profile } from '../../profile';
import { clean } from '../clean';
import { dayInWords } from '../dates';
import { sha256, sortedJson } from '../made';
import { typographic } from '../typography';
import { calendarOf } from './calendar';
import { groundIn } from './grounds';
import { fillTemplate, firstFilled, parseTemplate, type Values } from './template';
import { LETTER_KINDS, type Block, type Letter, type LetterRequest, type Worded } from './types';
import { valuesOf } from './values';
import { letterWords, type LetterTemplate } from './words';

const MOST_REASONS = 10;
const LONGEST_REASON = 500;

/**
 * A letter from a profile and what a person decided, without a model: the same input gives the same letter. `worded` are passages that a model wrote and the check
 * left (see `writeLetter`).
 * @throws VivierError `invalid-input` for what the kind needs and was not given, or a template with an unknown placeholder; `unlawful-reason` for a refusal whose
 * reason the law forbids.
 */
export async function composeLetter(
  profile: Profile,
  request: LetterRequest,
  worded: Worded | null = null,
): Promise<Letter> {
  const warnings = refuseUnfit(request);
  const { kind, locale } = request;
  const values = valuesOf(profile, request);
  if (kind === 'missing-information' && values.missing?.length === 0) throw needed('alsoAsk');
  const template = request.template
    ? parseTemplate(request.template, locale, values)
    : letterWords[locale].templates[kind];
  values.passage = passageOf(request, values, worded);
  const own = (text: string) => typographic(clean(text), locale);
  const blocks = fillTemplate(template, values).map((block): Block =>
    block.kind === 'text' ? { kind: 'text', text: own(block.text) } : { kind: 'list', items: block.items.map(own) },
  );
  const usesModel = worded !== null && worded.sentences.length > 0;
  const sheet = headOf(profile, request);
  return {
    ...{ kind, locale, blocks, warnings, ...sheet },
    subject: own(firstFilled(template.subject, values))
      .replace(/\s*\n\s*/g, ' ')
      .trim(),
    day: request.today.slice(0, 10),
    email: kind === 'cover-letter' ? null : profile.contact.email,
    machineLine: usesModel
      ? own(request.machineLine?.trim() || letterWords[locale].machineLine(worded.model.name))
      : null,
    calendar: await calendarFor(profile, request, blocks),
    template: { name: request.template ? `${kind} (own)` : kind, version: versionOf(template, request) },
    missing: kind === 'missing-information' ? (values.missing as string[]) : [],
  };
}

const versionOf = (template: LetterTemplate, { kind, locale }: LetterRequest) =>
  sha256(sortedJson([template, kind === 'cover-letter' ? letterWords[locale].about : null]));

const needed = (what: string, reason?: string) => new VivierError('invalid-input', { what, reason });

/** @returns wordings of reasons that are risky, for the person to look at. */
function refuseUnfit(request: LetterRequest): string[] {
  const { kind, locale, appointment, reasons = [], decidedBy, test, terms, note, template } = request;
  if (!LETTER_KINDS.includes(kind)) throw needed('kind', String(kind));
  if (kind === 'interview-invitation' && !appointment) throw needed('appointment');
  if (kind === 'test-invitation' && !test?.name.trim()) throw needed('test');
  if (kind === 'employment-offer' && !Object.values(terms ?? {}).some(Boolean)) throw needed('terms');
  if (kind !== 'refusal') return [];
  const given = reasons.filter((reason) => reason.trim() !== '');
  if (given.length === 0 || given.length > MOST_REASONS) throw needed('reasons', `1–${MOST_REASONS}`);
  if (given.some((reason) => reason.length > LONGEST_REASON)) throw needed('reasons', `${LONGEST_REASON}`);
  if (!decidedBy?.trim()) throw needed('decidedBy');
  const ground = given.map(groundIn).find((words) => words !== null);
  if (ground) throw new VivierError('unlawful-reason', { what: ground });
  const risks = [...given, note ?? '', template ?? ''].flatMap((text) => lintText(text, { kind: 'letter', locale }));
  const unlawful = risks.find(({ severity }) => severity === 'forbidden');
  if (unlawful) throw new VivierError('unlawful-reason', { what: unlawful.quote, reason: unlawful.message });
  return risks.map(({ quote, message }) => `${quote} – ${message}`);
}

/** What stands where the template says {passage}: the model's checked sentences, or for a cover letter what the rules say. */
function passageOf({ kind, locale }: LetterRequest, values: Values, worded: Worded | null): string | null {
  if (worded && worded.sentences.length > 0) return worded.sentences.join(' ');
  if (kind !== 'cover-letter') return null;
  const lines = letterWords[locale].about.map((line) => firstFilled([line], values)).filter(Boolean);
  return lines.join(' ') || null;
}

function headOf(profile: Profile, request: LetterRequest): Pick<Letter, 'from' | 'to' | 'placeAndDay' | 'signature'> {
  const { kind, locale, offer, sender = {}, today } = request;
  const { identity, contact } = profile;
  const lines = (values: (string | null | undefined)[]) =>
    values
      .flatMap((value) => clean(value ?? '').split('\n'))
      .map((line) => line.trim())
      .filter(Boolean);
  const town = [contact.postalCode, contact.city].filter(Boolean).join(' ');
  const person = lines([identity.fullName, contact.address, town]);
  const day = dayInWords(today, locale);
  const w = letterWords[locale];
  if (kind === 'cover-letter') {
    return {
      from: [...person, ...lines([contact.phone, contact.email])],
      to: lines([offer?.company, offer?.place]),
      placeAndDay: w.placeAndDay(clean(contact.city ?? ''), day),
      signature: lines([identity.fullName]),
    };
  }
  return {
    from: lines([sender.company, sender.address, sender.phone, sender.email]),
    to: person,
    placeAndDay: w.placeAndDay('', day),
    signature: sender.signature
      ? lines([sender.signature])
      : lines([sender.name, sender.role, sender.company, sender.phone]),
  };
}

async function calendarFor(profile: Profile, request: LetterRequest, blocks: Block[]): Promise<string | null> {
  const { kind, locale, appointment, offer, sender, today } = request;
  if (kind !== 'interview-invitation' || !appointment) return null;
  const name = profile.identity.fullName ?? '';
  return await calendarOf({
    appointment,
    title: letterWords[locale].interview(offer?.title ?? '', sender?.company ?? ''),
    description: blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : block.items)).join('\n\n'),
    organizer: sender?.email ? { name: sender.name ?? sender.company ?? sender.email, email: sender.email } : null,
    attendee: profile.contact.email ? { name: name || profile.contact.email, email: profile.contact.email } : null,
    day: today.slice(0, 10),
  });
}
