import { createOllama, type HostHealth, type OllamaConfig } from '../../ollama';
import { said } from '../said';
import type { Check, Said } from '../types';

/** The model is never needed: the rules read CVs without it. `appliance` changes who is to do what. */
export async function ollamaChecks(config: OllamaConfig, appliance: boolean): Promise<Check<Said>[]> {
  const client = createOllama(config);
  try {
    const { hosts, model } = await client.health();
    return hosts.flatMap((host) => hostChecks(host, model, appliance));
  } finally {
    await client.close();
  }
}

function hostChecks(host: HostHealth, model: string, appliance: boolean): Check<Said>[] {
  const ollama = { id: 'ollama', needed: false };
  if (host.drained) return [{ ...ollama, state: 'ok', what: said.ollamaDrained(host.host), advice: null }];
  if (!host.reachable) {
    const advice = appliance ? said.ollamaAdviceHere : said.ollamaAdvice;
    return [{ ...ollama, state: 'missing', what: said.ollamaAt(host.host), advice }];
  }
  const missing = appliance ? said.modelAdviceHere(model) : said.modelAdvice(model);
  return [
    { ...ollama, state: 'ok', what: said.ollama(host.host, host.version ?? '?'), advice: null },
    {
      id: 'model',
      state: host.modelPresent ? 'ok' : 'missing',
      needed: false,
      what: said.model(model, host.loaded),
      advice: host.modelPresent ? null : missing,
    },
  ];
}
