// The two flows that are compared, as a builder would draw them in n8n: Vivier's node, and n8n's Information Extractor with its Ollama Chat Model.
import { makeCredentials } from '../../scripts/lib/demo.mjs';

const ANSWER_TOKENS = 2048;
const N8N_OLLAMA = 'benchOllama00001';
const text = { type: 'string' };
const object = (properties) => ({ type: 'object', properties });
const list = (properties) => ({ type: 'array', items: object(properties) });

/** JSON Resume's fields, as far as the scorer of profiles compares them. */
const RESUME_SCHEMA = object({
  basics: object({ name: text, email: text, phone: text, location: object({ city: text }) }),
  work: list({ name: text, position: text, startDate: text, endDate: text, summary: text }),
  education: list({ institution: text, studyType: text, area: text, startDate: text, endDate: text }),
  skills: list({ name: text }),
  languages: list({ language: text, fluency: text }),
});

const place = (nodes) => nodes.map((node, index) => ({ id: `node-${index}`, position: [index * 220, 0], ...node }));
const main = (from, to) => ({ [from]: { main: [[{ node: to, type: 'main', index: 0 }]] } });

const common = (file) => [
  { name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
  {
    name: 'Read',
    type: 'n8n-nodes-base.readWriteFile',
    typeVersion: 1.1,
    parameters: { fileSelector: `cvs/${file}`, options: {} },
  },
  { name: 'CV Extract', type: 'n8n-nodes-vivier.cvExtract', typeVersion: 1, parameters: {} },
];
const commonWires = { ...main('Start', 'Read'), ...main('Read', 'CV Extract') };

const flow = (name, nodes, connections) => ({
  name,
  nodes: place(nodes),
  connections: { ...commonWires, ...connections },
  settings: { executionOrder: 'v1' },
});

/** @param {string} file in the folder `cvs` */
export const vivierFlow = (file) =>
  flow(
    `Vivier: ${file}`,
    [
      ...common(file),
      {
        name: 'Reader',
        type: 'n8n-nodes-vivier.cvAnalyze',
        typeVersion: 1,
        parameters: { engine: 'auto', options: { seconds: 3600 } },
        credentials: { vivierOllamaApi: { id: 'vivierOllama0001', name: 'Vivier Ollama' } },
        onError: 'continueRegularOutput',
      },
    ],
    main('CV Extract', 'Reader'),
  );

/**
 * The same text, the same model, the same room for it: n8n leaves Ollama 2048 tokens, which would cut most CVs. Its answers have no bound either; a small
 * model then goes on until Ollama's own, ten times the context. The one given here is more than any of these CVs needs.
 */
export const extractorFlow = (file, model, contextTokens) =>
  flow(
    `Information Extractor: ${file}`,
    [
      ...common(file),
      {
        name: 'Reader',
        type: '@n8n/n8n-nodes-langchain.informationExtractor',
        typeVersion: 1.2,
        parameters: {
          text: '={{ $json.cv.text }}',
          schemaType: 'manual',
          inputSchema: JSON.stringify(RESUME_SCHEMA),
          options: {},
        },
        onError: 'continueRegularOutput',
      },
      {
        name: 'Ollama Chat Model',
        type: '@n8n/n8n-nodes-langchain.lmChatOllama',
        typeVersion: 1,
        parameters: { model, options: { temperature: 0, numCtx: contextTokens, numPredict: ANSWER_TOKENS } },
        credentials: { ollamaApi: { id: N8N_OLLAMA, name: 'Ollama' } },
      },
    ],
    {
      ...main('CV Extract', 'Reader'),
      'Ollama Chat Model': { ai_languageModel: [[{ node: 'Reader', type: 'ai_languageModel', index: 0 }]] },
    },
  );

/** @param {{host: string, model: string, poolFolder: string, contextTokens: number}} where */
export function benchCredentials({ host, model, poolFolder, contextTokens }) {
  const [ollama] = makeCredentials({ ollamaHost: host, model, poolFolder, encryptionKey: 'only for this measurement' });
  return [
    { ...ollama, data: { ...ollama.data, contextTokens, timeoutSeconds: 1800 } },
    { id: N8N_OLLAMA, name: 'Ollama', type: 'ollamaApi', data: { baseUrl: host, apiKey: '' } },
  ];
}
