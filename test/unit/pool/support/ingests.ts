import { createHash } from 'node:crypto';
import { closeIdlePools, openPool, type CandidateInput, type PoolConfig, type TalentPool } from '../../../../lib/pool';
import { startProcess, type OtherProcess } from '../embedded/process';
import { profileOf } from './people';

export const FILES = 200;

const textOf = (number: number) => `Fichier ${number} `.repeat(300 + number);
const hash = (data: Uint8Array) => createHash('sha256').update(data).digest('hex');

function inputOf(number: number): CandidateInput & { document: { data: Buffer } } {
  const data = Buffer.from(textOf(number));
  return {
    profile: profileOf({ name: `Personne ${number}`, email: `n${number}@exemple.test`, skills: ['Excel'] }),
    document: { fileName: `${number}.txt`, mimeType: 'text/plain', data, text: textOf(number) },
  };
}

/** Asks first, then stores; as an import does. */
export async function ingestFile(pool: TalentPool, number: number): Promise<'done' | 'known'> {
  const input = inputOf(number);
  if ((await pool.candidates.known({ data: input.document.data })).known) return 'known';
  await pool.candidates.upsert(input);
  return 'done';
}

/** The same for several at once. @returns a line for each: `done N`, `known N` or `failed N CODE`. */
export async function ingestBatch(pool: TalentPool, numbers: number[]): Promise<string[]> {
  const lines: string[] = [];
  const missing: number[] = [];
  for (const number of numbers) {
    const known = await pool.candidates.known({ data: inputOf(number).document.data }).catch(() => null);
    if (known?.known) lines.push(`known ${number}`);
    else missing.push(number);
  }
  const outcomes = await pool.candidates.upsertMany(missing.map(inputOf));
  outcomes.forEach(({ error }, index) =>
    lines.push(error ? `failed ${missing[index]} ${error.code}` : `done ${missing[index]}`),
  );
  return lines;
}

/** @param batch how many at once; 1: each alone. */
export const startIngest = (config: PoolConfig, count = FILES, batch = 1): OtherProcess =>
  startProcess('../support/ingest.ts', JSON.stringify(config), String(count), String(batch));

/** The numbers that a process said it was done with, or found there. */
export const confirmedBy = (output: string): number[] =>
  [...output.matchAll(/^(?:done|known) (\d+)$/gm)].map(([, number]) => Number(number));

export const failedBy = (output: string): number[] =>
  [...output.matchAll(/^failed (\d+) pool-unreachable$/gm)].map(([, number]) => Number(number));

export interface Found {
  /** The files that are there, whole: by hash. */
  whole: number[];
  candidates: number;
  documents: number;
  profileVersions: number;
  log: { ok: boolean; checked: number };
}

/** Opens the pool as the next program would, and looks for every file. */
export async function inspect(config: PoolConfig): Promise<Found> {
  const pool = await openPool(config);
  try {
    const whole: number[] = [];
    for (let number = 1; number <= FILES; number++) {
      const data = Buffer.from(textOf(number));
      const { candidateId } = await pool.candidates.known({ data });
      if (!candidateId) continue;
      const stored = await pool.candidates.document(candidateId);
      if (hash(stored.data) === hash(data) && stored.text === textOf(number)) whole.push(number);
    }
    const { candidates, documents, profileVersions } = await pool.statistics();
    return { whole, candidates, documents, profileVersions, log: await pool.audit.verify() };
  } finally {
    await pool.close();
    await closeIdlePools();
  }
}

/** Nothing twice, nothing by halves, and every one that was confirmed. */
export function expectConsistent(found: Found, confirmed: Iterable<number>): void {
  const count = found.whole.length;
  expect(found).toMatchObject({ candidates: count, documents: count, profileVersions: count });
  expect(found.log.ok).toBe(true);
  expect(found.whole).toEqual(expect.arrayContaining([...new Set(confirmed)]));
}

export const ALL = Array.from({ length: FILES }, (_, index) => index + 1);
