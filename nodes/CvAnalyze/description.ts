import type { INodeProperties } from 'n8n-workflow';
import { outputOption } from './output';

const forAnalyze = { show: { operation: ['analyze'] } };

export const description: INodeProperties[] = [
  {
    displayName: 'Operation',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    options: [
      {
        name: 'Analyze',
        value: 'analyze',
        action: 'Make a profile from a CV',
        description: 'Identity, experience, education, skills and languages, each with the line it stands on',
      },
      {
        name: 'Check the Model',
        value: 'health',
        action: 'Check the model',
        description: 'Whether Ollama answers and has the model, for an alarm',
      },
    ],
    default: 'analyze',
  },
  {
    displayName: 'Engine',
    name: 'engine',
    type: 'options',
    options: [
      {
        name: 'Automatic',
        value: 'auto',
        description:
          'Rules and model together; when the model does not answer, the rules alone, and the profile says so',
      },
      { name: 'Model Required', value: 'model', description: 'An error when the model does not answer' },
      { name: 'Rules Only', value: 'rules', description: 'Needs no model. Takes less than a second a CV.' },
    ],
    default: 'auto',
    displayOptions: forAnalyze,
  },
  {
    displayName: 'Authentication',
    name: 'authentication',
    type: 'options',
    options: [
      {
        name: 'Vivier Ollama',
        value: 'vivierOllamaApi',
        description: 'One or several machines with Ollama, and the model',
      },
      { name: 'Ollama (N8n’s Own)', value: 'ollamaApi', description: 'The credential that n8n’s own nodes use' },
    ],
    default: 'vivierOllamaApi',
    displayOptions: { hide: { engine: ['rules'] } },
  },
  {
    displayName: 'Model',
    name: 'model',
    type: 'string',
    default: 'mistral:7b-instruct',
    required: true,
    description: 'Name of the model as Ollama lists it',
    displayOptions: { show: { authentication: ['ollamaApi'] }, hide: { engine: ['rules'] } },
  },
  {
    displayName: 'Options',
    name: 'options',
    type: 'collection',
    placeholder: 'Add option',
    default: {},
    displayOptions: forAnalyze,
    options: [
      outputOption,
      {
        displayName: 'Reference Date',
        name: 'referenceDate',
        type: 'dateTime',
        default: '',
        description: 'What “present” means in the CV, best the day it was received. Today when empty.',
      },
      {
        displayName: 'Time Limit (Seconds)',
        name: 'seconds',
        type: 'number',
        typeOptions: { minValue: 1 },
        default: 900,
        description: 'For one CV. With the engine “Automatic”, the rules’ profile is given when it has passed.',
      },
    ],
  },
];
