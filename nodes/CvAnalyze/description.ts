import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { outputOption } from './output';

/** Inside a collection. */
const forAnalyzeOnly = { show: { '/operation': ['analyze'] } };
const forReading = { show: { operation: ['analyze', 'ask'] } };

/** A second input for a chat model, only where one was asked for: most people never see it. */
export const inputs: INodeTypeDescription['inputs'] = `={{ $parameter["authentication"] === "chatModel" && $parameter["engine"] !== "rules" && $parameter["engine"] !== "later" && $parameter["operation"] !== "health" ? ["main", { type: "ai_languageModel", displayName: "Chat Model", maxConnections: 1, required: true }] : ["main"] }}`;

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
        description:
          'Identity, experience, education, skills and languages, each with the line it stands on. The text of a mail is no CV and passes as a letter.',
      },
      {
        name: 'Ask',
        value: 'ask',
        action: 'Ask a question on a CV',
        description: 'An answer with the lines it stands on, or that the CV does not say',
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
    displayName: 'Question',
    name: 'question',
    type: 'string',
    default: '',
    required: true,
    placeholder: 'e.g. Parle-t-elle allemand ?',
    description: 'In French or English, on facts of the CV. Whether a person suits a job is for people to decide.',
    displayOptions: { show: { operation: ['ask'] } },
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
          'Rules and model together; when the model does not answer, the rules alone, and the result says so',
      },
      { name: 'Model Required', value: 'model', description: 'An error when the model does not answer' },
      {
        name: 'Rules Now, Model Later',
        value: 'later',
        description:
          'The rules answer at once, and Talent Pool: Save puts the CV in line for the model. The workflow “Let the model read what waits” does the rest.',
      },
      { name: 'Rules Only', value: 'rules', description: 'Needs no model. Takes less than a second a CV.' },
    ],
    default: 'auto',
    displayOptions: forReading,
  },
  {
    displayName: 'Authentication',
    name: 'authentication',
    type: 'options',
    options: [
      {
        name: 'Chat Model Connected to This Node',
        value: 'chatModel',
        description: 'Any chat model of n8n, by the second input. In the cloud, CVs leave this machine.',
      },
      {
        name: 'Vivier Ollama',
        value: 'vivierOllamaApi',
        description: 'One or several machines with Ollama, and the model',
      },
      { name: 'Ollama (N8n’s Own)', value: 'ollamaApi', description: 'The credential that n8n’s own nodes use' },
    ],
    default: 'vivierOllamaApi',
    displayOptions: { hide: { engine: ['rules', 'later'] } },
  },
  {
    displayName:
      'With a provider in the cloud, whole CVs leave this machine, and the promise “nothing leaves the machine” no longer holds. Use a model on your own premises. — Chez un fournisseur en ligne, les CV entiers quittent cette machine : préférez un modèle dans vos murs.',
    name: 'chatModelNotice',
    type: 'notice',
    default: '',
    displayOptions: { show: { authentication: ['chatModel'] }, hide: { engine: ['rules', 'later'] } },
  },
  {
    displayName: 'Model',
    name: 'model',
    type: 'string',
    default: 'mistral:7b-instruct',
    required: true,
    description: 'Name of the model as Ollama lists it',
    displayOptions: { show: { authentication: ['ollamaApi'] }, hide: { engine: ['rules', 'later'] } },
  },
  {
    displayName: 'Keep Answers',
    name: 'keepAnswers',
    type: 'options',
    options: [
      {
        name: 'In Memory',
        value: 'memory',
        description: 'For some hours at most, until n8n restarts or somebody is erased from the talent pool',
      },
      {
        name: 'In the Talent Pool',
        value: 'pool',
        description:
          'Beside the candidates, encrypted with their key, for all machines, and deleted with the candidate',
      },
      { name: 'Nowhere', value: 'nowhere', description: 'The model is asked each time' },
    ],
    default: 'memory',
    description:
      'Where answers of the model are kept, so that a CV that was read is not read again by the same model. They quote the CV.',
    displayOptions: { show: { operation: ['analyze', 'ask'] }, hide: { engine: ['rules', 'later'] } },
  },
  {
    displayName: 'Ask the Model for a Word',
    name: 'probe',
    type: 'boolean',
    default: false,
    description:
      'Whether to have each machine answer one short question and time it. Loads the model, which may take a minute.',
    displayOptions: { show: { operation: ['health'] } },
  },
  {
    displayName: 'Options',
    name: 'options',
    type: 'collection',
    placeholder: 'Add option',
    default: {},
    displayOptions: forReading,
    options: [
      {
        displayName: 'Analyze Again',
        name: 'again',
        type: 'boolean',
        default: false,
        description:
          'Whether to ask the model again for a CV that it has read before. Otherwise its answers are taken from where they are kept.',
      },
      {
        displayName: 'Context Length (Tokens)',
        name: 'contextTokens',
        type: 'number',
        typeOptions: { minValue: 2048 },
        default: 8192,
        description:
          'What a connected chat model reads at once; a longer CV goes in parts. Ollama’s is in its credential.',
      },
      {
        displayName: 'Flag for Review',
        name: 'review',
        type: 'options',
        options: [
          { name: 'Never', value: 'never' },
          { name: 'On Any Doubt', value: 'anyDoubt', description: 'Also when values were dropped or parts not read' },
          { name: 'When Rules and Model Disagree', value: 'disagreements' },
        ],
        default: 'disagreements',
        description: 'When “review” on the item asks a person to look at the CV itself. Never lowers a score.',
        displayOptions: forAnalyzeOnly,
      },
      {
        displayName: 'Mail Texts',
        name: 'mailTexts',
        type: 'options',
        options: [
          {
            name: 'Are Letters',
            value: 'letters',
            description:
              'Nobody is made a candidate by a mail’s own text. It passes as “letter”, and its CVs get it as “coverLetter”.',
          },
          { name: 'May Be CVs', value: 'cvs', description: 'For people who write their CV into the mail itself' },
        ],
        default: 'letters',
        description:
          'What the text of a mail is. A letter without a CV beside it asks for “review”, so that nobody is lost.',
        displayOptions: forAnalyzeOnly,
      },
      { ...outputOption, displayOptions: forAnalyzeOnly },
      {
        displayName: 'Reference Date',
        name: 'referenceDate',
        type: 'dateTime',
        default: '',
        description:
          'What “present” means in the CV. When empty: the day of its mail or form, else the file’s own date, else today.',
        displayOptions: forAnalyzeOnly,
      },
      {
        displayName: 'Somebody Is Waiting',
        name: 'urgent',
        type: 'boolean',
        default: false,
        description:
          'Whether these CVs go before others that wait for the model, also later. A question on a CV always does. What runs already is not stopped.',
        displayOptions: forAnalyzeOnly,
      },
      {
        displayName: 'Time Limit (Seconds)',
        name: 'seconds',
        type: 'number',
        typeOptions: { minValue: 1 },
        default: 900,
        description: 'For one CV. With the engine “Automatic”, the rules’ result is given when it has passed.',
      },
    ],
  },
];
