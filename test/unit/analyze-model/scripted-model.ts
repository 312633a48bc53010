import type { OllamaClient, OllamaConfig } from '../../../lib/ollama';
import { createOllama, HostRegistry } from '../../../lib/ollama';
import { answer, startFaultServer, type Fault, type FaultServer } from '../ollama/fault-server';

export type TaskName = 'identity' | 'experiences' | 'education' | 'skills' | 'question';

/** How each task's request is recognised. */
const MARKS: Record<TaskName, string> = {
  identity: 'Task: whose CV',
  experiences: 'Task: list every job',
  education: 'Task: list every degree',
  skills: 'Task: languages',
  question: 'Task: answer a question',
};

export const NOTHING: Record<TaskName, object> = {
  identity: {
    ...{ nameLine: 0, firstName: '', lastName: '', headlineLine: 0, headline: '', cityLine: 0, city: '' },
    ...{ summaryFrom: 0, summaryTo: 0 },
  },
  experiences: { experiences: [] },
  education: { education: [] },
  skills: { languages: [], certifications: [], projects: [], interests: [], skills: [] },
  question: { quotes: [], answer: '' },
};

export interface ScriptedModel {
  client: OllamaClient;
  server: FaultServer;
  close(): Promise<void>;
}

/**
 * Fault injection: a server that speaks Ollama's protocol and answers each task with what the test says a model claimed, wrong claims above
 * all, or fails as told.
 */
export async function scriptModel(
  script: Partial<Record<TaskName, object | Fault>>,
  config: Partial<OllamaConfig> = {},
): Promise<ScriptedModel> {
  const started: { server?: FaultServer } = {};
  const fault: Fault = (request, response, count) => {
    const content = JSON.stringify(started.server?.received[count - 1]);
    const task = (Object.keys(MARKS) as TaskName[]).find((name) => content.includes(MARKS[name]));
    if (!task) throw new Error('a request of no known task');
    const scripted = script[task] ?? NOTHING[task];
    const act = typeof scripted === 'function' ? (scripted as Fault) : answer(JSON.stringify(scripted));
    return act(request, response, count);
  };
  const server = await startFaultServer(fault);
  started.server = server;
  const { url, close } = server;
  const client = createOllama({ hosts: [url], ...config }, { hosts: new HostRegistry(), backoffMs: 1 });
  return {
    client,
    server,
    close: async () => {
      await client.close();
      await close();
    },
  };
}
