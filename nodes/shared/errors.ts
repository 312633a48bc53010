import { type IExecuteFunctions, type INode, type INodeExecutionData, NodeOperationError } from 'n8n-workflow';
import { toVivierError, type VivierError } from '../../lib/errors';

/** What a failed item carries under `error`: words for people, a code for flows. */
export interface ItemError {
  code: string;
  message: string;
  /** What to do next. */
  hint: string;
  fileName: string | null;
}

/** n8n's error with ours in it: the message says what happened, the description what to do. */
export function toNodeError(node: INode, error: unknown, itemIndex: number): NodeOperationError {
  if (error instanceof NodeOperationError) return error;
  const known = toVivierError(error);
  return new NodeOperationError(node, known.message, { itemIndex, description: known.hint });
}

export const toItemError = (error: VivierError): ItemError => ({
  code: error.code,
  message: error.message,
  hint: error.hint,
  fileName: error.details.fileName ?? null,
});

/**
 * Whether an earlier node failed on this item. Where all items go on by one output, so do these: the first failure is what a person is told, not that later
 * nodes miss what the failed one would have made.
 */
export function isFailed(ctx: IExecuteFunctions, { json }: INodeExecutionData): boolean {
  if (ctx.getNode().onError !== 'continueRegularOutput') return false;
  const { code, message, hint } = (json.error ?? {}) as Partial<ItemError>;
  return [code, message, hint].every((words) => typeof words === 'string');
}

/**
 * The item that stands for a failure. When the node is not set to continue, the error is thrown instead and stops the flow.
 *
 * With an error output, n8n takes an item whose `json` is nothing but `error` for a failed one, sends it there and puts the input item's fields
 * back beside it. It would flatten `error` to its message if the item carried an error object of its own (n8n-core, workflow-execute).
 */
export function failItem(
  ctx: IExecuteFunctions,
  error: unknown,
  itemIndex: number,
  item?: INodeExecutionData,
): INodeExecutionData {
  if (!ctx.continueOnFail()) throw toNodeError(ctx.getNode(), error, itemIndex);
  const input = item ?? ctx.getInputData()[itemIndex];
  const rest = ctx.getNode().onError === 'continueErrorOutput' ? {} : input?.json;
  return {
    json: { ...rest, error: { ...toItemError(toVivierError(error)) } },
    binary: input?.binary,
    pairedItem: { item: itemIndex },
  };
}
