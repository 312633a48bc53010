import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import {
  MIME,
  letterInputs,
  mailOf,
  renderLetter,
  usualReasons,
  writeLetter,
  type LetterFormat,
  type LetterRequest,
  type LetterStyle,
  type Sender,
} from '../../lib/documents';
import type { ModelClient } from '../../lib/ollama';
import type { Profile } from '../../lib/profile';
import { logoFrom } from './houseStyle';
import { documentLocale, extend, forEachItem, ollamaConfig, profileOf, sharedOllama } from '../shared';

interface LetterOptions {
  alsoAsk?: string;
  answerBy?: string;
  colour?: string;
  company?: string;
  font?: string;
  footer?: string;
  logoField?: string;
  machineLine?: string;
  note?: string;
  template?: string;
  testDeadline?: string;
  testMinutes?: number;
  wishes?: string;
}

const CALENDAR = { field: 'calendar', name: 'invitation.ics', mime: 'text/calendar' };

/**
 * Item with `profile` -> the same item with `mail` for a node that sends mail, `letter` with what was removed and why, `made` for the Talent Pool, and the letter and
 * the calendar entry as files.
 */
export async function makeLetter(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  return await forEachItem(ctx, async (index, item, signal) => {
    const profile = profileOf(item);
    const options = ctx.getNodeParameter('letterOptions', index, {}) as LetterOptions;
    const request = requestOf(ctx, index, profile, options);
    const { colour, font, footer } = options;
    const style: LetterStyle = { colour, font, footer, logo: await logoFrom(ctx, index, options.logoField) };
    const model = await modelOf(ctx, index);
    const written = await writeLetter(profile, request, { model, wishes: linesOf(options.wishes), signal });
    const { letter, removed, warnings } = written;
    const { kind, subject, missing, template } = letter;
    const binary = { ...item.binary };
    if (letter.calendar) {
      binary[CALENDAR.field] = await ctx.helpers.prepareBinaryData(
        Buffer.from(letter.calendar),
        CALENDAR.name,
        CALENDAR.mime,
      );
    }
    const added = {
      mail: mailOf(letter, style),
      letter: {
        kind,
        subject,
        missing,
        removed,
        template,
        warnings: [...letter.warnings, ...warnings.map(({ message }) => message)],
      },
    };
    const format = ctx.getNodeParameter('letterFormat', index) as LetterFormat | 'none';
    if (format === 'none') return [{ ...extend(item, index, added), binary }];
    const data = await renderLetter(letter, format, style);
    const field = ctx.getNodeParameter('binaryPropertyName', index) as string;
    binary[field] = await ctx.helpers.prepareBinaryData(data, `${kind}.${format}`, MIME[format]);
    const made = letterInputs(profile, request, written, { format, style, data });
    return [{ ...extend(item, index, { ...added, made }), binary }];
  });
}

const linesOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
const dayOf = (moment: string | undefined): string | undefined => moment?.slice(0, 10) || undefined;

async function modelOf(ctx: IExecuteFunctions, index: number): Promise<ModelClient | undefined> {
  if (ctx.getNodeParameter('useModel', index, false) !== true) return undefined;
  return sharedOllama(ollamaConfig(await ctx.getCredentials('vivierOllamaApi', index)));
}

function requestOf(ctx: IExecuteFunctions, index: number, profile: Profile, options: LetterOptions): LetterRequest {
  const given = (name: string): string => {
    const value: unknown = ctx.getNodeParameter(name, index, '');
    return typeof value === 'string' ? value.trim() : '';
  };
  const kind = given('letterKind') as LetterRequest['kind'];
  const locale = documentLocale(ctx, index, profile.meta.language);
  const sender = ctx.getNodeParameter('sender', index, {}) as Sender;
  const item = ctx.getInputData()[index].json;
  const offerId = (item.offer as { id?: string } | undefined)?.id ?? null;
  return {
    ...{ kind, locale, sender, today: new Date().toISOString().slice(0, 10) },
    offer: { id: offerId, title: given('offerTitle'), company: options.company || sender.company },
    ...(kind === 'interview-invitation' ? { appointment: appointmentOf(ctx, index, given) } : {}),
    ...(kind === 'test-invitation' ? { test: testOf(given, options) } : {}),
    ...(kind === 'employment-offer'
      ? { terms: ctx.getNodeParameter('terms', index, {}) as LetterRequest['terms'] }
      : {}),
    ...(kind === 'refusal' ? refusalOf(ctx, index, given, locale) : {}),
    ...{ alsoAsk: linesOf(options.alsoAsk), answerBy: dayOf(options.answerBy), note: options.note },
    ...{ template: options.template || undefined, machineLine: options.machineLine },
  };
}

type Given = (name: string) => string;

const appointmentOf = (ctx: IExecuteFunctions, index: number, given: Given) => ({
  start: given('start'),
  minutes: ctx.getNodeParameter('minutes', index, 45) as number,
  timeZone: given('timeZone') || ctx.getTimezone(),
  ...{ place: given('place'), videoLink: given('videoLink'), people: given('people') },
});

const testOf = (given: Given, { testDeadline, testMinutes }: LetterOptions) => ({
  ...{ name: given('testName'), link: given('testLink') },
  ...{ deadline: dayOf(testDeadline), minutes: testMinutes },
});

const refusalOf = (ctx: IExecuteFunctions, index: number, given: Given, locale: LetterRequest['locale']) => ({
  reasons: [
    ...usualReasons(ctx.getNodeParameter('usualReasons', index, []) as string[], locale),
    ...linesOf(given('reasons')),
  ],
  decidedBy: given('decidedBy'),
});
