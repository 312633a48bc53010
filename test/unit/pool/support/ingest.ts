import { closeIdlePools, openPool, type PoolConfig, type TalentPool } from '../../../../lib/pool';
import { toVivierError } from '../../../../lib/errors';
import { ingestBatch, ingestFile } from './ingests';

/**
 * A process that takes files into a pool, as an import does: `ingest.ts CONFIG COUNT BATCH`. What is known is passed over. Each file ends in
 * a line of output: `done N`, `known N` or `failed N CODE`; `end` comes last.
 */
async function main(config: PoolConfig, count: number, batch: number): Promise<void> {
  const pool = await openPool(config);
  console.log('open');
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  for (let from = 0; from < count; from += batch) {
    const some = numbers.slice(from, from + batch);
    const lines = batch > 1 ? await ingestBatch(pool, some) : [await one(pool, some[0])];
    console.log(lines.join('\n'));
  }
  await pool.close();
  await closeIdlePools();
  console.log('end');
}

async function one(pool: TalentPool, number: number): Promise<string> {
  try {
    return `${await ingestFile(pool, number)} ${number}`;
  } catch (error) {
    return `failed ${number} ${toVivierError(error).code}`;
  }
}

void main(JSON.parse(process.argv[2] ?? '') as PoolConfig, Number(process.argv[3]), Number(process.argv[4]));
