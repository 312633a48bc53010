import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { DocumentInputs, ListedPerson } from '../../../../lib/documents';
import { extend, required } from '../../../shared';
import { type OperationCall, textOf } from '../../operation';

export const option = {
  name: 'Save List',
  value: 'saveList',
  action: 'Save what a list was made from',
  description:
    'Keep what a shortlist, comparison or activity report was made from, so that it can be explained and made again; people erased since are left out',
};

export const properties: INodeProperties[] = [
  {
    displayName: 'Input Binary Field',
    name: 'inputBinaryField',
    type: 'string',
    default: 'document',
    required: true,
    hint: 'The name of the input binary field with the file; the file itself is not kept, as it would outlive the people in it',
  },
  { displayName: 'By', name: 'by', type: 'string', default: '', placeholder: 'e.g. A. Martin, RH' },
];

/** Numbers alone. */
const WITHOUT_PEOPLE = ['activity', 'bias-audit'];

/** Item with `made`, `people` and a file -> the same item with `list`. */
export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const { ctx, pool, item, index } = call;
  const { fileName, mimeType } = ctx.helpers.assertBinaryData(index, textOf(call, 'inputBinaryField'));
  const made = required<DocumentInputs>(item, 'made', 'CV Document: Shortlist');
  const people = WITHOUT_PEOPLE.includes(made.maker)
    ? []
    : required<ListedPerson[]>(item, 'people', 'Talent Pool: Save” for each person, and then “CV Document: Shortlist');
  const { made: _made, ...list } = await pool.lists.add({
    ...{ made, people, mimeType, name: fileName ?? made.maker },
    by: textOf(call, 'by') || undefined,
  });
  return [extend(item, index, { list })];
}
