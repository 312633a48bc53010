import type { z } from 'zod/v4';
import type { ApiRole } from '../pool';
import * as inputs from './inputs';
import * as outputs from './outputs';

export interface Endpoint {
  id: string;
  summary: string;
  roles: readonly ApiRole[];
  /** What may stand in the address. */
  query?: z.ZodObject;
  /** A JSON body. */
  json?: z.ZodType;
  /** Fields of a form, beside the one file in the field `cv`. */
  form?: z.ZodObject;
  status: 200 | 201;
  /** Without it: not JSON, see `media`. */
  answer?: z.ZodType;
  media?: string[];
  /** Errors beyond those that every endpoint may answer. */
  errors: number[];
}

const PEOPLE = ['recruiter', 'administrator'] as const;
const STATE = ['auditor', 'recruiter', 'administrator'] as const;
/** What a file may be refused for, and a model be missing. */
const FILE = [400, 413, 415, 422];

const endpoint = (id: string, summary: string, rest: Omit<Endpoint, 'id' | 'summary' | 'status'> & { status?: 201 }) =>
  ({ id, summary, status: 200, ...rest }) satisfies Endpoint;

/**
 * Every path of the HTTP API, by method and path: what Vivier API Trigger checks, and what the OpenAPI file is made from. No path holds an ID: n8n puts an
 * ID of its own before such a path, which no description could name.
 */
export const ENDPOINTS = {
  'POST /upload': endpoint('upload', 'Hand in a CV: it is read and kept', {
    roles: ['intake', ...PEOPLE],
    form: inputs.uploadForm,
    status: 201,
    answer: outputs.uploaded,
    errors: FILE,
  }),
  'POST /api/upload_and_analyse': endpoint('uploadAndAnalyse', 'Read a CV; nothing is kept', {
    roles: PEOPLE,
    form: inputs.analysisForm,
    answer: outputs.analysed,
    errors: FILE,
  }),
  'POST /api/mistral/analyze': endpoint('analyzeText', 'Read the text of a CV with the model; nothing is kept', {
    roles: PEOPLE,
    json: inputs.cvText,
    answer: outputs.analysedText,
    errors: FILE,
  }),
  'GET /api/mistral/status': endpoint('modelStatus', 'State of the model and its machines', {
    roles: STATE,
    query: inputs.nothing,
    answer: outputs.modelStatus,
    errors: [400],
  }),
  'GET /api/mistral/health': endpoint('modelHealth', '200 when the model can be used, else 503', {
    roles: STATE,
    query: inputs.nothing,
    answer: outputs.modelHealth,
    errors: [400],
  }),
  'POST /api/ask_from_file': endpoint('askFromFile', 'Ask a question on a CV; nothing is kept', {
    roles: PEOPLE,
    form: inputs.questionForm,
    answer: outputs.asked,
    errors: FILE,
  }),
  'POST /api/query': endpoint('query', 'Candidates: all, by words, or by filters', {
    roles: PEOPLE,
    json: inputs.poolQuery,
    answer: outputs.candidatePage,
    errors: [400, 413, 415],
  }),
  'POST /generate': endpoint('generate', 'Make a document about a candidate', {
    roles: PEOPLE,
    json: inputs.generation,
    media: [
      'application/pdf',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'text/html',
      'text/markdown',
    ],
    errors: [400, 404, 413, 415],
  }),
  'GET /api/candidates': endpoint('listCandidates', 'Candidates, page by page', {
    roles: PEOPLE,
    query: inputs.candidateList,
    answer: outputs.candidatePage,
    errors: [400],
  }),
  'GET /api/candidate': endpoint('getCandidate', 'A candidate with documents and applications', {
    roles: PEOPLE,
    query: inputs.oneCandidate,
    answer: outputs.candidateDetails,
    errors: [400, 404],
  }),
  'DELETE /api/candidate': endpoint('eraseCandidate', 'Erase a candidate for good', {
    roles: ['administrator'],
    query: inputs.erasure,
    answer: outputs.erased,
    errors: [400, 404, 409],
  }),
  'GET /api/offers': endpoint('listOffers', 'Offers, page by page', {
    roles: PEOPLE,
    query: inputs.offerList,
    answer: outputs.offerPage,
    errors: [400],
  }),
  'POST /api/offers': endpoint('createOffer', 'Publish an offer from its text', {
    roles: PEOPLE,
    json: inputs.newOffer,
    status: 201,
    answer: outputs.oneOffer,
    errors: [400, 413, 415, 422],
  }),
  'GET /api/offer': endpoint('getOffer', 'An offer with its criteria', {
    roles: PEOPLE,
    query: inputs.oneOffer,
    answer: outputs.oneOffer,
    errors: [400, 404],
  }),
  'GET /api/matching/candidates': endpoint('candidatesForOffer', 'Candidates for an offer, the best first', {
    roles: PEOPLE,
    query: inputs.forOffer,
    answer: outputs.candidateMatches,
    errors: [400, 404],
  }),
  'GET /api/matching/offers': endpoint('offersForCandidate', 'Open offers for a candidate, the best first', {
    roles: PEOPLE,
    query: inputs.forCandidate,
    answer: outputs.offerMatches,
    errors: [400, 404],
  }),
  'GET /metrics': endpoint('metrics', 'Figures for Prometheus; nobody can be told from them', {
    roles: ['auditor', 'administrator'],
    query: inputs.nothing,
    media: ['text/plain'],
    errors: [400],
  }),
} as const;

export type EndpointName = keyof typeof ENDPOINTS;

export const endpointOf = (name: EndpointName): Endpoint => ENDPOINTS[name];
export const endpointNames = Object.keys(ENDPOINTS) as EndpointName[];
