import type { ILoadOptionsFunctions } from 'n8n-workflow';
import type { TalentPool } from '../../../lib/pool';
import { chosenPool, toNodeError, usePool } from '../../shared';

/** Opens the pool that the panel's credential names while somebody fills it in. */
export async function ask<T>(ctx: ILoadOptionsFunctions, work: (pool: TalentPool) => Promise<T>): Promise<T> {
  try {
    const config = await chosenPool(ctx, ctx.getNodeParameter('authentication', 'vivierTalentPoolApi'));
    return await usePool(config, work);
  } catch (error) {
    throw toNodeError(ctx.getNode(), error, 0);
  }
}

/** What is chosen already in another field; empty when it is an expression, which has no value before a run, and where the panel has no such field. */
export function chosen(ctx: ILoadOptionsFunctions, name: string): string {
  // Not `extractValue`: n8n throws when the field is not one of the operation's.
  const field: unknown = ctx.getCurrentNodeParameter(name);
  const value = typeof field === 'object' && field !== null && 'value' in field ? field.value : field;
  return typeof value === 'string' && !value.startsWith('=') ? value.trim() : '';
}
