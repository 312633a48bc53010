import type { INodeProperties } from 'n8n-workflow';

const forScores = { show: { operation: ['rank', 'score'] } };

/** What a model may do here: show how alike texts are, and read an offer. It never sets a number. */
export const modelParameters: INodeProperties[] = [
  {
    displayName: 'Similarity',
    name: 'method',
    type: 'options',
    options: [
      {
        name: 'By Embeddings',
        value: 'model',
        description:
          'Vectors of the anonymised text, from Ollama; by words where it does not answer, and the item says so',
      },
      { name: 'By Words', value: 'words', description: 'How many words the two texts share. Needs no model.' },
      { name: 'None', value: 'none' },
    ],
    default: 'words',
    description: 'How alike offer and profile are as texts. Stands beside the score and is no part of it.',
    displayOptions: forScores,
  },
  {
    displayName: 'Embedding Model',
    name: 'embedModel',
    type: 'string',
    default: 'bge-m3',
    required: true,
    description: 'Name of the model as Ollama lists it',
    displayOptions: { show: { operation: ['rank', 'score'], method: ['model'] } },
  },
  {
    displayName: 'Read By',
    name: 'method',
    type: 'options',
    options: [
      {
        name: 'Rules and Model',
        value: 'model',
        description:
          'The model points to lines, code checks them. By rules alone where it does not answer, and the item says so.',
      },
      { name: 'Rules Only', value: 'rules' },
    ],
    default: 'rules',
    displayOptions: { show: { operation: ['readOffer'] } },
  },
  {
    displayName: 'Explain the Best',
    name: 'explain',
    type: 'number',
    typeOptions: { minValue: 0 },
    default: 0,
    description: 'How many of the first get reasons and evidence; 0 for all. All have the same scores either way.',
    displayOptions: { show: { operation: ['rank'] } },
  },
];

/** Checks of texts and of how people decide. */
export const reviewParameters: INodeProperties[] = [
  {
    displayName: 'Text to Check',
    name: 'textToCheck',
    type: 'string',
    typeOptions: { rows: 6 },
    default: '',
    required: true,
    displayOptions: { show: { operation: ['checkText'] } },
  },
  {
    displayName: 'Kind of Text',
    name: 'textKind',
    type: 'options',
    options: [
      { name: 'Letter', value: 'letter' },
      { name: 'Note', value: 'note' },
      { name: 'Offer', value: 'offer' },
      { name: 'Prompt', value: 'prompt' },
    ],
    default: 'note',
    description: 'A note or a prompt speaks of a person, a letter to one, an offer to everybody',
    displayOptions: { show: { operation: ['checkText'] } },
  },
  {
    displayName:
      'Each item is one decision: “by”, “at” (date and time), “rank”, “selected” (true or false), and where known “offerId” and “openedEvidence”.',
    name: 'oversightNotice',
    type: 'notice',
    default: '',
    displayOptions: { show: { operation: ['checkOversight'] } },
  },
  {
    displayName: 'Fewest Decisions',
    name: 'fewestDecisions',
    type: 'number',
    typeOptions: { minValue: 20 },
    default: 20,
    description: 'How many of a person’s last decisions have to follow the ranking before the hint comes',
    displayOptions: { show: { operation: ['checkOversight'] } },
  },
  {
    displayName:
      'Each item is one decision of the past: “profile”, whether the person was selected, and the “offer” of that time; without one, the offer above counts.',
    name: 'calibrateNotice',
    type: 'notice',
    default: '',
    displayOptions: { show: { operation: ['calibrate'] } },
  },
  {
    displayName: 'Selected Field',
    name: 'selectedField',
    type: 'string',
    default: 'selected',
    required: true,
    description: 'Field of the item that is true for people who were selected',
    displayOptions: { show: { operation: ['calibrate'] } },
  },
];
