import { closeIdlePools, openPool, type PoolConfig } from '../../../../lib/pool';
import { toVivierError } from '../../../../lib/errors';
import { ingestFile } from './ingests';

/**
 * A process that takes files into a pool, as an import does: `ingest.ts CONFIG COUNT`. What is known is passed over. Each file ends in a
 * line of output: `done N`, `known N` or `failed N CODE`; `end` comes last.
 */
async function main(config: PoolConfig, count: number): Promise<void> {
  const pool = await openPool(config);
  console.log('open');
  for (let number = 1; number <= count; number++) {
    try {
      console.log(`${await ingestFile(pool, number)} ${number}`);
    } catch (error) {
      console.log(`failed ${number} ${toVivierError(error).code}`);
    }
  }
  await pool.close();
  await closeIdlePools();
  console.log('end');
}

void main(JSON.parse(process.argv[2] ?? '') as PoolConfig, Number(process.argv[3]));
