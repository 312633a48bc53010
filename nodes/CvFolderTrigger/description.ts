import type { INodeProperties } from 'n8n-workflow';

export const description: INodeProperties[] = [
  {
    displayName: 'Folder',
    name: 'folder',
    type: 'string',
    default: '',
    required: true,
    placeholder: 'e.g. ~/.n8n-files/cvs',
    description:
      'A folder or a mounted share that n8n may read and write. Every file in it is handled once and then moved into a sub-folder.',
  },
  {
    displayName: 'Sub-Folders Too',
    name: 'subfolders',
    type: 'boolean',
    default: true,
    description: 'Whether to take files from folders inside the folder as well',
  },
  {
    displayName: 'Sub-Folder for Done',
    name: 'doneFolder',
    type: 'string',
    default: 'processed',
    required: true,
    description: 'Files go there only after the flow ended well. Otherwise they stay and are tried again.',
  },
  {
    displayName: 'Sub-Folder for Problems',
    name: 'failedFolder',
    type: 'string',
    default: 'failed',
    required: true,
    description:
      'For files that are too large, or that fail again and again while others go through. A text file with the reason is put beside each.',
  },
  {
    displayName: 'Options',
    name: 'options',
    type: 'collection',
    placeholder: 'Add option',
    default: {},
    options: [
      {
        displayName: 'Files at Once',
        name: 'parallel',
        type: 'number',
        typeOptions: { minValue: 1, maxValue: 20 },
        default: 2,
        description: 'How many may be under way side by side',
      },
      {
        displayName: 'Largest File (MB)',
        name: 'megabytes',
        type: 'number',
        typeOptions: { minValue: 1 },
        default: 100,
        description: 'Larger ones are set aside without being read',
      },
      {
        displayName: 'Look Every (Seconds)',
        name: 'pollSeconds',
        type: 'number',
        typeOptions: { minValue: 1 },
        default: 5,
        description: 'Shares don’t tell of new files, so the folder is looked into again and again',
      },
      {
        displayName: 'Tries',
        name: 'tries',
        type: 'number',
        typeOptions: { minValue: 1, maxValue: 20 },
        default: 5,
        description:
          'How often a file may fail while others go through before it is set aside. When everything fails, no file is blamed.',
      },
      {
        displayName: 'Unchanged For (Seconds)',
        name: 'settleSeconds',
        type: 'number',
        typeOptions: { minValue: 0 },
        default: 5,
        description: 'A file counts as whole once it has not changed for so long. Raise it for slow copies.',
      },
    ],
  },
];
