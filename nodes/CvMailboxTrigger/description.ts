import type { INodeProperties } from 'n8n-workflow';

export const description: INodeProperties[] = [
  {
    displayName: 'Authentication',
    name: 'authentication',
    type: 'options',
    options: [
      { name: 'IMAP (N8n’s Own)', value: 'imap', description: 'The credential that n8n’s own Email Trigger uses' },
      { name: 'Vivier Mailbox', value: 'vivierImapApi', description: 'User name and password' },
      {
        name: 'Vivier Mailbox OAuth2',
        value: 'vivierImapOAuth2Api',
        description: 'Signing in with the provider, for example Microsoft 365 or Google',
      },
    ],
    default: 'vivierImapApi',
  },
  {
    displayName: 'Folder',
    name: 'folder',
    type: 'string',
    default: 'INBOX',
    required: true,
    description: 'Every message in it is handled once, the oldest first. Sub-folders with “/”.',
  },
  {
    displayName: 'When Done',
    name: 'whenDone',
    type: 'options',
    options: [
      { name: 'Move to a Folder', value: 'move' },
      {
        name: 'Mark and Leave',
        value: 'mark',
        description: 'With a keyword on the server that few mail programs show',
      },
    ],
    default: 'move',
    description: 'Only after the flow ended well. Otherwise the message stays and is tried again.',
  },
  {
    displayName: 'Folder for Done',
    name: 'doneFolder',
    type: 'string',
    default: 'Vivier/Done',
    required: true,
    displayOptions: { show: { whenDone: ['move'] } },
    description: 'Made if it is not there',
  },
  {
    displayName: 'Folder for Problems',
    name: 'quarantineFolder',
    type: 'string',
    default: 'Vivier/Quarantine',
    required: true,
    description:
      'For messages that are too large, or that fail again and again while others go through. A note with the reason is put beside each.',
  },
  {
    displayName: 'Options',
    name: 'options',
    type: 'collection',
    placeholder: 'Add option',
    default: {},
    options: [
      {
        displayName: 'Largest Message (MB)',
        name: 'megabytes',
        type: 'number',
        typeOptions: { minValue: 1 },
        default: 50,
        description: 'Larger ones are set aside without being fetched',
      },
      {
        displayName: 'Look Every (Seconds)',
        name: 'pollSeconds',
        type: 'number',
        typeOptions: { minValue: 1 },
        default: 60,
        description: 'Most servers tell of new messages at once; this is for those that don’t',
      },
      {
        displayName: 'Mark as Read',
        name: 'markRead',
        type: 'boolean',
        default: true,
        description: 'Whether to mark messages as read when they are done',
      },
      {
        displayName: 'Messages at Once',
        name: 'parallel',
        type: 'number',
        typeOptions: { minValue: 1, maxValue: 20 },
        default: 2,
        description: 'How many may be under way side by side',
      },
      {
        displayName: 'Only Unread Messages',
        name: 'unreadOnly',
        type: 'boolean',
        default: false,
        description: 'Whether to leave out messages that somebody has read already',
      },
      {
        displayName: 'Received Since',
        name: 'since',
        type: 'dateTime',
        default: '',
        description: 'Leaves alone what came in before that day. Empty: everything in the folder.',
      },
      {
        displayName: 'Tries',
        name: 'tries',
        type: 'number',
        typeOptions: { minValue: 1, maxValue: 20 },
        default: 5,
        description:
          'How often a message may fail while others go through before it is set aside. When everything fails, no message is blamed.',
      },
    ],
  },
];
