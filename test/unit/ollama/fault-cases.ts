import { createHash } from 'node:crypto';
import { z } from 'zod/v4';
import type { OllamaConfig } from '../../../lib/ollama';
import {
  answer,
  body,
  chunk,
  drop,
  endless,
  half,
  inTurn,
  last,
  never,
  refusedUrl,
  status,
  type Fault,
} from './fault-server';

export const schema = z.object({ name: z.string() });
export const CV = 'Camille Martin, 3 rue des Lilas';
/** Words that never repeat. */
const noise = (n: number) => createHash('sha256').update(String(n)).digest('base64');
export const GOOD = answer('{"name":"Camille"}');

export interface Case {
  /** The case in French, for the table in the documentation. */
  fr: string;
  fault: Fault;
  /** The address to ask, when it is not the server’s own. */
  url?: (serverUrl: string) => string | Promise<string>;
  config?: Partial<OllamaConfig>;
  /** Default 100. */
  maxTokens?: number;
  /** The error's code, or `ok`. */
  outcome: string;
  requests: number;
}

/** Every way in which a model’s server was seen or thought to fail, with what must come of it. */
export const cases: Record<string, Case> = {
  'a good answer': { fr: 'une bonne réponse', fault: GOOD, outcome: 'ok', requests: 1 },
  'a connection dropped each time': {
    fr: 'connexion coupée à chaque fois',
    fault: drop,
    outcome: 'ollama-unreachable',
    requests: 3,
  },
  'a connection dropped once': {
    fr: 'connexion coupée une fois',
    fault: inTurn(drop, GOOD),
    outcome: 'ok',
    requests: 2,
  },
  'half an answer each time': {
    fr: 'moitié de réponse, puis connexion coupée, à chaque fois',
    fault: half,
    outcome: 'ollama-unreachable',
    requests: 3,
  },
  'half an answer once': { fr: 'moitié de réponse une fois', fault: inTurn(half, GOOD), outcome: 'ok', requests: 2 },
  'a stream that ends without its last line': {
    fr: 'flux qui s’arrête sans sa dernière ligne',
    fault: body(chunk('{"name":"x"}')),
    outcome: 'ollama-unreachable',
    requests: 3,
  },
  'no answer within the time of an attempt': {
    fr: 'pas de réponse dans le temps d’un essai',
    fault: never,
    config: { timeoutMs: 300, overallTimeoutMs: 60_000 },
    outcome: 'timeout',
    requests: 3,
  },
  'no answer within the overall time': {
    fr: 'pas de réponse dans le temps total',
    fault: never,
    config: { timeoutMs: 60_000, overallTimeoutMs: 300 },
    outcome: 'timeout',
    requests: 1,
  },
  'slow once, then fine': {
    fr: 'lent une fois, puis bon',
    fault: inTurn(never, GOOD),
    config: { timeoutMs: 800 },
    outcome: 'ok',
    requests: 2,
  },
  'a page of HTML': {
    fr: 'une page HTML',
    fault: body('<html>Camille Martin</html>'),
    outcome: 'model-answer-invalid',
    requests: 3,
  },
  'an empty body': { fr: 'une réponse vide', fault: body(''), outcome: 'ollama-unreachable', requests: 3 },
  'an answer that is not JSON': {
    fr: 'une réponse qui n’est pas du JSON',
    fault: answer('Camille Martin'),
    outcome: 'model-answer-invalid',
    requests: 3,
  },
  'an answer of another shape': {
    fr: 'une réponse d’une autre forme',
    fault: answer('{"nom":1}'),
    outcome: 'model-answer-invalid',
    requests: 3,
  },
  'an answer of another shape once': {
    fr: 'une réponse d’une autre forme une fois',
    fault: inTurn(answer('{}'), GOOD),
    outcome: 'ok',
    requests: 2,
  },
  'an answer cut at its limit': {
    fr: 'réponse coupée à sa limite',
    fault: answer('{"name":"Cam', 'length'),
    outcome: 'answer-cut',
    requests: 1,
  },
  'tokens without end': { fr: 'des jetons sans fin', fault: endless(noise), outcome: 'answer-cut', requests: 1 },
  'the same words without end': {
    fr: 'les mêmes mots sans fin',
    fault: endless(() => 'the same words '),
    maxTokens: 1000,
    outcome: 'model-answer-invalid',
    requests: 3,
  },
  'white space without end': {
    fr: 'des blancs sans fin',
    fault: endless(() => ' \n\t          '),
    outcome: 'model-answer-invalid',
    requests: 3,
  },
  'a line without end': {
    fr: 'une ligne sans fin',
    fault: body('x'.repeat(2_000_000)),
    outcome: 'model-answer-invalid',
    requests: 3,
  },
  'a model that is not there': {
    fr: 'modèle absent (404)',
    fault: status(404, 'model "mistral:7b-instruct" not found, try pulling it first'),
    outcome: 'model-missing',
    requests: 1,
  },
  'a server that is not Ollama': {
    fr: 'serveur qui n’est pas Ollama (404)',
    fault: status(404, 'no such page'),
    outcome: 'ollama-unreachable',
    requests: 3,
  },
  'a wrong key': {
    fr: 'mauvaise clé (401)',
    fault: status(401, 'unauthorized'),
    outcome: 'model-refused',
    requests: 1,
  },
  'a request that Ollama refuses': {
    fr: 'demande refusée (400)',
    fault: status(400),
    outcome: 'model-refused',
    requests: 1,
  },
  'a prompt too long for the model (400)': {
    fr: 'texte trop long pour le modèle (400)',
    fault: status(400, 'the input length exceeds the context length'),
    outcome: 'context-exceeded',
    requests: 1,
  },
  'a prompt too long for the model (500)': {
    fr: 'texte trop long pour le modèle (500)',
    fault: status(500, 'input exceeds maximum context length and cannot be truncated further'),
    outcome: 'context-exceeded',
    requests: 1,
  },
  'HTTP 500 each time': { fr: 'HTTP 500 à chaque fois', fault: status(500), outcome: 'model-refused', requests: 3 },
  'HTTP 500, then 503, then fine': {
    fr: 'HTTP 500, puis 503, puis bon',
    fault: inTurn(status(500), status(503), GOOD),
    outcome: 'ok',
    requests: 3,
  },
  'a complaint in mid-stream': {
    fr: 'plainte d’Ollama au milieu du flux',
    fault: body(`${chunk('{"na')}${JSON.stringify({ error: 'llama runner process has terminated' })}\n`),
    outcome: 'model-refused',
    requests: 3,
  },
  'a redirect to another machine': {
    fr: 'redirection vers une autre machine',
    fault: (_request, response) => void response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end(),
    outcome: 'ollama-unreachable',
    requests: 3,
  },
  'nobody listens': {
    fr: 'personne n’écoute à cette adresse',
    fault: never,
    url: () => refusedUrl(),
    outcome: 'ollama-unreachable',
    requests: 0,
  },
  'a name that does not exist': {
    fr: 'nom de machine inconnu',
    fault: never,
    url: () => 'http://no-such-machine.invalid:11434',
    outcome: 'ollama-unreachable',
    requests: 0,
  },
  'TLS where none is spoken': {
    fr: 'TLS là où le serveur n’en parle pas',
    fault: GOOD,
    url: (url) => url.replace('http:', 'https:'),
    outcome: 'ollama-unreachable',
    requests: 0,
  },
  'HTTP 503 each time (full queue)': {
    fr: 'HTTP 503 à chaque fois (file pleine)',
    fault: status(503, 'server busy, please try again. maximum pending requests exceeded'),
    outcome: 'model-refused',
    requests: 3,
  },
  'another content type than Ollama’s': {
    fr: 'autre type de contenu que celui d’Ollama',
    fault: body(`${chunk('{"name":"Camille"}')}${last()}`, 'text/html'),
    outcome: 'ok',
    requests: 1,
  },
  'an answer in which the text is missing': {
    fr: 'réponse sans texte',
    fault: body(last()),
    outcome: 'model-answer-invalid',
    requests: 3,
  },
};
