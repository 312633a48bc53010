import { openPool } from '../../../../lib/pool';
import { fileOf, profileOf } from '../support/people';

/**
 * A second process on an embedded pool: `writer.ts FOLDER hold|write|once`. `hold` keeps it open until its input ends, `write` stores
 * candidates until it is killed, `once` stores one and ends without closing anything but its pool. Each step is a line of output.
 */
async function main(folder: string, mode: string): Promise<void> {
  const pool = await openPool({ backend: 'embedded', folder });
  console.log('open');
  if (mode === 'hold') {
    await new Promise((resolve) => process.stdin.on('end', resolve).resume());
    await pool.close();
    return;
  }
  for (let i = 1; mode === 'write' || i === 1; i++) {
    const profile = profileOf({ name: `Personne ${i}`, email: `${mode}${i}@exemple.test` });
    await pool.candidates.upsert({ profile, document: fileOf(`${mode} ${i} `.repeat(1_000)) });
    console.log(`stored ${i}`);
  }
  await pool.close();
}

void main(process.argv[2] ?? '', process.argv[3] ?? '');
