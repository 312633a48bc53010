import type { INodeProperties } from 'n8n-workflow';
import { localeParameter } from '../shared';

export const description: INodeProperties[] = [
  {
    displayName: 'Operation',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    options: [
      {
        name: 'Read',
        value: 'read',
        action: 'Read a chat export',
        description: 'One item for each conversation; on an item with a profile, also facts to suggest for it',
      },
    ],
    default: 'read',
  },
  {
    displayName: 'Input Binary Field',
    name: 'inputBinaryField',
    type: 'string',
    default: 'data',
    required: true,
    hint: 'The name of the input binary field with the export: ZIP, JSON or Markdown',
  },
  localeParameter,
  {
    displayName: 'Put Output File in Field',
    name: 'binaryPropertyName',
    type: 'string',
    default: 'document',
    required: true,
    hint: 'The name of the output binary field for the conversation as text, which Talent Pool can save',
  },
  {
    displayName: 'Options',
    name: 'options',
    type: 'collection',
    placeholder: 'Add option',
    default: {},
    options: [
      {
        displayName: 'From',
        name: 'from',
        type: 'dateTime',
        default: '',
        description: 'Only conversations that were changed on this day or later',
      },
      {
        displayName: 'Largest File (MiB)',
        name: 'mostMebibytes',
        type: 'number',
        typeOptions: { minValue: 1, maxValue: 1024 },
        default: 256,
        description: 'A larger export is refused: it is held in memory while it is read',
      },
      {
        displayName: 'Title Contains',
        name: 'titleContains',
        type: 'string',
        default: '',
        description: 'Only conversations with these words in their title',
      },
    ],
  },
];
