import type { INodeProperties } from 'n8n-workflow';
import { DEFAULT_LIMITS } from '../../lib/extract';

const MIB = 1024 * 1024;

export const description: INodeProperties[] = [
  {
    displayName: 'Which Files',
    name: 'files',
    type: 'options',
    options: [
      { name: 'All Files of the Item', value: 'all', description: 'Each file becomes an item of its own' },
      { name: 'One Field', value: 'field', description: 'Only the file in the field that you name' },
    ],
    default: 'all',
  },
  {
    displayName: 'Input Binary Field',
    name: 'binaryPropertyName',
    type: 'string',
    default: 'data',
    required: true,
    hint: 'The name of the input field that holds the file',
    displayOptions: { show: { files: ['field'] } },
  },
  {
    displayName: 'Options',
    name: 'options',
    type: 'collection',
    placeholder: 'Add option',
    default: {},
    options: [
      {
        displayName: 'Largest File (MB)',
        name: 'fileMegabytes',
        type: 'number',
        typeOptions: { minValue: 1 },
        default: DEFAULT_LIMITS.fileBytes / MIB,
        description: 'Larger files are refused',
      },
      {
        displayName: 'Longest Text (Characters)',
        name: 'characters',
        type: 'number',
        typeOptions: { minValue: 1000 },
        default: DEFAULT_LIMITS.characters,
        description: 'Longer documents are refused: they are hardly CVs',
      },
      {
        displayName: 'Most Pages',
        name: 'pages',
        type: 'number',
        typeOptions: { minValue: 1 },
        default: DEFAULT_LIMITS.pages,
        description: 'Reading stops there, with a warning on the item',
      },
      {
        displayName: 'Password',
        name: 'password',
        type: 'string',
        typeOptions: { password: true },
        default: '',
        description: 'Opens protected PDF files',
      },
      {
        displayName: 'Text Recognition (OCR)',
        name: 'ocr',
        type: 'options',
        options: [
          { name: 'When a Page Needs It', value: 'auto' },
          { name: 'Always', value: 'always' },
          { name: 'Never', value: 'never' },
        ],
        default: 'auto',
        description: 'For photos and scanned pages. Takes a few seconds a page.',
      },
      {
        displayName: 'Time Limit (Seconds)',
        name: 'seconds',
        type: 'number',
        typeOptions: { minValue: 1 },
        default: DEFAULT_LIMITS.timeMs / 1000,
        description: 'For one file',
      },
    ],
  },
];
