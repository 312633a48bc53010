import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { ExtractedDocument } from '../../../../lib/extract';
import { extend } from '../../../shared';
import { type OperationCall, textOf } from '../../operation';

export const option = {
  name: 'Is This File Known?',
  value: 'known',
  action: 'Look up whether a file is known',
  description: 'By the file’s bytes, else by its words: before any work is done on it',
};

export const properties: INodeProperties[] = [
  {
    displayName: 'Input Binary Field',
    name: 'inputBinaryField',
    type: 'string',
    default: 'data',
    hint: 'The name of the input binary field with the file. Not needed after CV Extract.',
  },
];

/** Item with `cv` or a file -> the same item with `knownFile`. */
export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const { ctx, pool, item, index } = call;
  const cv = item.json.cv as unknown as ExtractedDocument | undefined;
  const file = cv
    ? { sha256: cv.sha256, textSha256: cv.textSha256 }
    : { data: await ctx.helpers.getBinaryDataBuffer(index, textOf(call, 'inputBinaryField')) };
  return [extend(item, index, { knownFile: await pool.candidates.known(file) })];
}
