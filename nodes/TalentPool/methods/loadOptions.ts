import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { STAGES, type TalentPool } from '../../../lib/pool';
import { ask, chosen } from './connect';

const ENDS = ['rejected', 'withdrawn'];
const OFFERS = 100;

/** The stages of the offer that the application is for, in its order. Where an expression names the application: those of all open offers. */
export async function getStages(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
  const applicationId = chosen(this, 'applicationId');
  const offerId = chosen(this, 'offerId');
  return await ask(this, async (pool) => {
    const names = await stagesOf(pool, applicationId, offerId);
    return [...new Set([...names, ...ENDS])].map((value) => ({ name: capitalised(value), value }));
  });
}

async function stagesOf(pool: TalentPool, applicationId: string, offerId: string): Promise<string[]> {
  const offer = applicationId ? (await pool.applications.get(applicationId)).offerId : offerId;
  if (offer) return (await pool.offers.get(offer)).stages.map(({ name }) => name);
  const open = await pool.offers.list({ open: true, limit: OFFERS });
  const usual = STAGES.filter((name) => !ENDS.includes(name));
  return [...usual, ...open.flatMap(({ stages }) => stages.map(({ name }) => name))];
}

const capitalised = (value: string) => value.charAt(0).toUpperCase() + value.slice(1);
