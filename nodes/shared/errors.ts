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
 * The item that stands for a failure: everything the input item had, plus `error`. n8n sends it to the error output where there is one.
 * When the node is not set to continue, the error is thrown instead and stops the flow.
 */
export function failItem(
  ctx: IExecuteFunctions,
  error: unknown,
  itemIndex: number,
  item?: INodeExecutionData,
): INodeExecutionData {
  const nodeError = toNodeError(ctx.getNode(), error, itemIndex);
  if (!ctx.continueOnFail()) throw nodeError;
  const input = item ?? ctx.getInputData()[itemIndex];
  return {
    json: { ...input?.json, error: { ...toItemError(toVivierError(error)) } },
    binary: input?.binary,
    error: nodeError,
    pairedItem: { item: itemIndex },
  };
}
