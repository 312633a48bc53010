import { type Fault, inTurn, answer, MODEL, startFaultServer, type FaultServer } from '../../unit/ollama/fault-server';
import { ownPool, readWorkflow } from './api';
import { draft } from './mail-server';
import { itemsOf, type N8n, ownPerson, readFiles, runLine, runningN8n, storeCredential, vivierNode } from './running';

jest.setTimeout(240_000);

/** Stands in for a model that can use tools: it calls the one that the test names, with what the test gives. */
const callsTool =
  (name: string, given: object): Fault =>
  (_request, response) => {
    const message = { role: 'assistant', content: '', tool_calls: [{ function: { name, arguments: given } }] };
    const end = { done: true, done_reason: 'stop', prompt_eval_count: 900, eval_count: 20 };
    response.writeHead(200, { 'content-type': 'application/x-ndjson' });
    response.write(`${JSON.stringify({ model: MODEL, message, done: false })}\n`);
    response.end(`${JSON.stringify({ model: MODEL, message: { role: 'assistant', content: '' }, ...end })}\n`);
  };

interface ToolResult {
  role: string;
  content: string;
}

let n8n: N8n;
let pool: Record<string, object>;
let candidateId: string;
let server: FaultServer | undefined;

beforeAll(async () => {
  n8n = await runningN8n();
  pool = await ownPool(n8n, 'agent');
  const saved = await runLine(n8n, [
    readFiles(ownPerson(n8n, 'agent', { name: 'Solène Avrillac', phone: '06 39 98 12 80' })),
    vivierNode('CV Extract', 'cvExtract', {}),
    vivierNode('CV Analyze', 'cvAnalyze', { engine: 'rules' }),
    vivierNode('Save', 'talentPool', {}, { credentials: pool as never }),
  ]);
  const [{ json }] = await itemsOf(saved, 'Save');
  ({ candidateId } = json.candidate as { candidateId: string });
});
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** “Talk with the pool” as it is shipped, asked once in its chat. */
async function chat(fault: Fault) {
  server = await startFaultServer(fault);
  const model = await storeCredential(n8n, 'ollamaApi', { baseUrl: server.url, apiKey: '' });
  const { id } = await draft(n8n, readWorkflow('talk-with-the-pool'), { credentials: { ...pool, ...model } });
  const run = await n8n.run(id, 'Question in the chat', { data: { chatInput: 'Qui parle anglais ?', sessionId: id } });
  expect(run.error?.message).toBeUndefined();
  const [{ json }] = await itemsOf(run, 'The answer and its sources');
  const { messages } = server.received.at(-1) as { messages: ToolResult[] };
  const results = messages.filter(({ role }) => role === 'tool').map(({ content }) => content);
  return { said: json.output as string, results };
}

it('an agent searches the pool, and its words are followed by the pool’s own with the quotes', async () => {
  const search = callsTool('Search_people', { question: 'qui parle anglais' });
  const { results, said } = await chat(inTurn(search, answer('Une personne parle anglais.', 'stop', 1200)));
  const tools = (server?.received[0]?.tools as { function: { name: string } }[]).map((tool) => tool.function.name);
  expect(tools.sort()).toEqual(['Count_the_pool', 'List_open_offers', 'Read_a_profile', 'Search_people']);
  expect(results.join()).toContain(candidateId);
  expect(results.join()).not.toContain('<html');
  expect(said).toMatch(/^Une personne parle anglais\./);
  expect(said).toMatch(/mot pour mot · The pool, word for word/);
  expect(said).toContain(`[**Solène Avrillac**](/webhook/talent-pool?view=candidate&id=${candidateId})`);
  expect(said).toMatch(/« [^»]*Anglais[^»]* »/);
});

it('an agent reads a profile, the offers and the figures', async () => {
  const calls = [
    callsTool('Read_a_profile', { candidateId }),
    callsTool('List_open_offers', {}),
    callsTool('Count_the_pool', {}),
  ];
  const { results } = await chat(inTurn(...calls, answer('Voilà.', 'stop', 1200)));
  expect(results).toHaveLength(3);
  expect(results[0]).toContain('"nom_complet":"Solène Avrillac"');
  expect(results[2]).toMatch(/"candidates":1/);
});

it('an agent that asks for somebody who is not there learns so, and nothing breaks', async () => {
  const nobody = callsTool('Read_a_profile', { candidateId: '11111111-1111-4111-8111-111111111111' });
  const { results, said } = await chat(inTurn(nobody, answer('Je ne trouve personne.', 'stop', 1200)));
  expect(results.join()).toMatch(/not in the talent pool|error/i);
  expect(said).toBe('Je ne trouve personne.');
});
