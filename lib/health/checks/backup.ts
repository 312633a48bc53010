import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { said } from '../said';
import type { Check, Said } from '../types';

const HOUR = 3600_000;
/** One night may be missed when the machine was off. */
const OLDEST = 50 * HOUR;

const report = z.object({ at: z.string().datetime(), ok: z.boolean(), bytes: z.number().nullish() });

/** What the nightly backup left in `backup.json`, and whether somebody has noted the key that opens it. */
export async function backupChecks(folder: string, now: Date): Promise<Check<Said>[]> {
  const pending = await access(join(folder, 'recovery-key-pending')).then(
    () => true,
    () => false,
  );
  const key: Check<Said> = {
    id: 'recovery-key',
    state: 'warning',
    needed: true,
    what: said.recoveryKey,
    advice: said.recoveryKeyAdvice,
  };
  return [await lastBackup(folder, now), ...(pending ? [key] : [])];
}

async function lastBackup(folder: string, now: Date): Promise<Check<Said>> {
  const check = { id: 'backup', needed: true };
  const text = await readFile(join(folder, 'backup.json'), 'utf8').catch(() => null);
  if (text === null) return { ...check, state: 'warning', what: said.backup(null), advice: said.noBackupYet };
  const read = report.safeParse(asJson(text));
  if (!read.success) return { ...check, state: 'problem', what: said.backup(null), advice: said.backupFailed };
  const at = new Date(read.data.at);
  const what = said.backup(at);
  if (!read.data.ok) return { ...check, state: 'problem', what, advice: said.backupFailed };
  if (now.getTime() - at.getTime() > OLDEST) return { ...check, state: 'problem', what, advice: said.backupOld };
  return { ...check, state: 'ok', what, advice: null };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
