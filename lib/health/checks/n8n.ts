import { said } from '../said';
import type { Check, Said } from '../types';
import { withClient } from './database';

const ANSWER_MS = 5000;
const MAIL_INTAKE = 'vivierMailIntake';

export async function n8nCheck(url: string): Promise<Check<Said>> {
  const answers = await fetch(new URL('/healthz/readiness', url), { signal: AbortSignal.timeout(ANSWER_MS) }).then(
    ({ ok }) => ok,
    () => false,
  );
  return {
    id: 'n8n',
    state: answers ? 'ok' : 'problem',
    needed: true,
    what: said.n8n,
    advice: answers ? null : said.n8nAdvice,
  };
}

/** Which of the workflows are on, and whether mails are among what comes in. */
export async function workflowChecks(address: string): Promise<Check<Said>[]> {
  try {
    const rows = await withClient(address, (query) => query('select id, name, active from workflow_entity'));
    const on = rows.filter(({ active }) => active === true);
    const count = on.length;
    return [
      {
        id: 'workflows',
        state: count > 0 ? 'ok' : 'warning',
        needed: false,
        what: said.workflows(count),
        advice: count > 0 ? null : said.workflowsAdvice,
      },
      mailCheck(on.some(({ id }) => id === MAIL_INTAKE)),
    ];
  } catch {
    return [
      { id: 'workflows', state: 'problem', needed: false, what: said.workflows(null), advice: said.workflowsUnknown },
    ];
  }
}

const mailCheck = (isOn: boolean): Check<Said> => ({
  id: 'mail',
  state: isOn ? 'ok' : 'missing',
  needed: false,
  what: said.mail,
  advice: isOn ? null : said.mailAdvice,
});
