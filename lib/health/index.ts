import { backupChecks } from './checks/backup';
import { databaseCheck, waitingCheck } from './checks/database';
import { diskCheck, memoryCheck, timeCheck } from './checks/machine';
import { n8nCheck, workflowChecks } from './checks/n8n';
import { certificateCheck, egressCheck } from './checks/network';
import { ollamaChecks } from './checks/ollama';
import type { HealthSettings } from './settings';
import type { Check, Said } from './types';

export { healthPage, STYLES } from './page';
export { healthSettings, type HealthSettings } from './settings';
export { colourOf, inLanguage, overall, type Check, type Colour, type Said, type State } from './types';

type Maybe = Check<Said> | Check<Said>[] | null;

/** Everything that is set up on this machine, looked at for real and at the same time. Reads no person's data. */
export async function checkHealth(settings: HealthSettings, now = new Date()): Promise<Check<Said>[]> {
  const { pool, n8nUrl, n8nDatabase, https, stateFolder, egressFolder } = settings;
  const found: Maybe[] = await Promise.all([
    pool === null ? null : databaseCheck(pool),
    pool === null ? null : waitingCheck(pool),
    n8nUrl === null ? null : n8nCheck(n8nUrl),
    n8nDatabase === null ? null : workflowChecks(n8nDatabase),
    ollamaChecks(settings.ollama, stateFolder !== null),
    diskCheck(settings.folder),
    memoryCheck(),
    timeCheck(),
    stateFolder === null ? null : backupChecks(stateFolder, now),
    https === null ? null : certificateCheck(https, now),
    egressFolder === null ? null : egressCheck(egressFolder),
  ]);
  return found.flatMap((one) => one ?? []);
}
