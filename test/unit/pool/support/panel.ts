import type { IExecuteFunctions, INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import { VivierError } from '../../../../lib/errors';
import { emptyProfile } from '../../../../lib/profile';
import type { Operation } from '../../../../nodes/TalentPool/operation';
import type { World } from './calls';

const TEXTS = ['string', 'json', 'dateTime', 'options', 'resourceLocator'];

/** Every field of an operation that a text can be given to, as the way to it: `filters.city`, `where.values[].value`. */
export function textFields({ properties }: Operation): string[][] {
  return properties.flatMap((property) => fieldsIn(property));
}

function fieldsIn({ name, type, options = [], typeOptions }: INodeProperties): string[][] {
  if (TEXTS.includes(type)) return [[name]];
  if (type === 'multiOptions') return [[name, '[]']];
  if (type === 'collection') return (options as INodeProperties[]).flatMap(fieldsIn).map((path) => [name, ...path]);
  if (type !== 'fixedCollection') return [];
  return (options as INodePropertyCollection[]).flatMap((group) =>
    group.values
      .flatMap(fieldsIn)
      .map((path) => [name, group.name, ...(typeOptions?.multipleValues ? ['[]'] : []), ...path]),
  );
}

/** What a person would have put into the fields, by their names; else what the panel starts with. */
export function filledIn({ properties }: Operation, world: World): Record<string, unknown> {
  const { candidateId, applicationId, testId, recordId } = world;
  const known: Record<string, unknown> = {
    ...{
      candidateId,
      applicationId,
      testId,
      offerId: 'o1',
      documentId: recordId,
      keep: candidateId,
      remove: candidateId,
    },
    ...{
      by: 'Alice Durand',
      reason: 'Suite',
      text: 'Soudeur TIG\nSoudure',
      question: 'soudeur à Lyon',
      query: 'soudeur',
    },
    ...{ name: 'Test', to: 'Bob', decision: 'oui', stage: 'test', result: '{"points": 1}', suggestions: '[]' },
    ...{ changes: '[{"path": "headline", "value": "Chef"}]', offer: OFFER, inputBinaryField: 'data', source: 'mail' },
    ...{ where: { values: [{ field: 'createdAt', comparison: 'isNotEmpty', value: '' }] }, dryRun: true },
  };
  return Object.fromEntries(properties.map(({ name, default: start }) => [name, known[name] ?? start]));
}

const OFFER = '{"title": "Soudeur", "text": "Soudeur TIG"}';
const DATA = Buffer.from('Soudeur TIG');

/** As much of n8n as an operation sees for one item: its fields' values, and a file. */
export function panelOf(values: Record<string, unknown>): IExecuteFunctions {
  const binary = { data: DATA.toString('base64'), mimeType: 'text/plain', fileName: 'cv.txt' };
  const item = { json: { profile: emptyProfile('2026-01-15') }, binary: { data: binary } };
  const ctx = {
    getNodeParameter: (name: string, _index: number, fallback?: unknown) => values[name] ?? fallback,
    getCredentials: () => Promise.reject(new VivierError('not-found', { what: 'Ollama' })),
    getInputData: () => [item],
    getExecutionCancelSignal: () => undefined,
    getExecutionId: () => '1',
    getWorkflow: () => ({ id: '1' }),
    getNode: () => ({ name: 'Talent Pool' }),
    continueOnFail: () => false,
    helpers: {
      assertBinaryData: () => binary,
      getBinaryDataBuffer: () => Promise.resolve(DATA),
      prepareBinaryData: (data: Buffer, fileName: string) =>
        Promise.resolve({ fileName, data: data.toString('base64') }),
    },
  };
  return ctx as unknown as IExecuteFunctions;
}
