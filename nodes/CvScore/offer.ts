import type { IExecuteFunctions } from 'n8n-workflow';
import { VivierError } from '../../lib/errors';
import { parseOffer, prepareOffer, type JobOffer, type OfferCriteria, type PreparedOffer } from '../../lib/match';

/** The offer that the node's parameters name, ready to score with. */
export async function readOffer(ctx: IExecuteFunctions, itemIndex: number): Promise<PreparedOffer> {
  return prepareOffer(await readJobOffer(ctx, itemIndex));
}

/** The offer with the weights that a person agreed to, where the node has any. */
export async function readJobOffer(ctx: IExecuteFunctions, index: number): Promise<JobOffer> {
  const offer = withOlderHalf(await givenOffer(ctx, index), ctx.getNodeParameter('halfAfterYears', index, 0));
  const given: unknown = ctx.getNodeParameter('weights', index, '{}');
  const text = typeof given === 'string' ? given.trim() : JSON.stringify(given);
  if (text === '' || text === '{}') return offer;
  const { weights } = parseOffer(`{"title":"-","weights":${text}}`, 'Weights by Kind');
  return { ...offer, weights: { ...offer.weights, ...weights } };
}

const withOlderHalf = (offer: JobOffer, years: unknown): JobOffer =>
  typeof years === 'number' && years > 0 ? { ...offer, halfAfterYears: years } : offer;

async function givenOffer(ctx: IExecuteFunctions, index: number): Promise<JobOffer> {
  switch (ctx.getNodeParameter('offerSource', index)) {
    case 'text': {
      const value: unknown = ctx.getNodeParameter('offer', index);
      return parseOffer(typeof value === 'string' ? value : JSON.stringify(value), 'offer');
    }
    case 'file': {
      const field = ctx.getNodeParameter('offerBinaryPropertyName', index) as string;
      const { fileName = field } = ctx.helpers.assertBinaryData(index, field);
      return parseOffer((await ctx.helpers.getBinaryDataBuffer(index, field)).toString('utf8'), fileName);
    }
    default:
      return fromFields(ctx, index);
  }
}

function fromFields(ctx: IExecuteFunctions, index: number): JobOffer {
  const text = (name: string) => (ctx.getNodeParameter(name, index, '') as string).trim();
  const title = text('title');
  if (!title) throw new VivierError('invalid-input', { what: 'Title' });
  const further = ctx.getNodeParameter('further', index, {}) as {
    degreeLevel?: string;
    languages?: string;
    minYears?: number;
    questions?: string;
    place?: string;
    availability?: string;
  };
  const criteria: OfferCriteria = {
    mustHave: lines(text('mustHave')),
    niceToHave: lines(text('niceToHave')),
    minYears: further.minYears || undefined,
    degreeLevel: further.degreeLevel?.trim() || undefined,
    languages: readLanguages(further.languages ?? ''),
    questions: lines(further.questions ?? ''),
    place: further.place?.trim() || undefined,
    availability: further.availability?.trim() || undefined,
  };
  const given = Object.values(criteria).some((value) =>
    Array.isArray(value) ? value.length > 0 : value !== undefined,
  );
  return { title, text: text('text'), criteria: given ? criteria : undefined };
}

const lines = (value: string) =>
  value
    .split('\n')
    .map((line) => line.replace(/^[-•*\s]+/, '').trim())
    .filter(Boolean);

/** « anglais B2, allemand » -> `[{language: 'anglais', level: 'B2'}, {language: 'allemand'}]`. */
function readLanguages(value: string): OfferCriteria['languages'] {
  return value
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const level = /\s([ABC][12])$/i.exec(part);
      return level
        ? { language: part.slice(0, level.index).trim(), level: level[1].toUpperCase() }
        : { language: part };
    });
}
