import type { INodeProperties } from 'n8n-workflow';
import { DEFAULT_LIMITS } from '../../lib/extract';

const MIB = 1024 * 1024;

export const description: INodeProperties[] = [
  {
    displayName: 'Which Files',
    name: 'files',
    type: 'options',
    options: [
      {
        name: 'All Files of the Item',
        value: 'all',
        description: 'Each document becomes an item of its own, also those inside mails, archives and tables',
      },
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
        displayName: 'Convert With LibreOffice',
        name: 'convert',
        type: 'options',
        options: [
          { name: 'When a File Can’t Be Read Otherwise', value: 'auto' },
          { name: 'Never', value: 'never' },
        ],
        default: 'auto',
        description:
          'For damaged or very old Word, OpenDocument and RTF files, where LibreOffice is installed beside n8n. The item then carries a warning.',
      },
      {
        displayName: 'Duplicates',
        name: 'duplicates',
        type: 'options',
        options: [
          {
            name: 'Mark',
            value: 'mark',
            description: 'The later one of two gets “cv.duplicateOf” with the earlier one’s name',
          },
          { name: 'Leave Out', value: 'leaveOut', description: 'Only the first of several is given' },
        ],
        default: 'mark',
        description: 'For the same file under another name, and the same text in another file, within one run',
      },
      {
        displayName: 'Largest Archive or Mail (MB)',
        name: 'archiveMegabytes',
        type: 'number',
        typeOptions: { minValue: 1 },
        default: DEFAULT_LIMITS.containerBytes / MIB,
        description: 'Larger archives, mails and tables are refused',
      },
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
        displayName: 'Mail Text',
        name: 'mailText',
        type: 'options',
        options: [
          { name: 'As an Item of Its Own', value: 'item', description: 'Marked by “cv.origin.role” as “body”' },
          { name: 'Only When No Attachment Could Be Read', value: 'alone' },
          { name: 'Leave Out', value: 'never' },
        ],
        default: 'item',
        description: 'What to do with the letter that a saved mail (EML, MSG) consists of, beside its attachments',
      },
      {
        displayName: 'More Passwords',
        name: 'passwords',
        type: 'string',
        typeOptions: { password: true, multipleValues: true, multipleValueButtonText: 'Add Password' },
        default: [],
        description: 'For files of one run that have different passwords: each is tried on each protected file',
      },
      {
        displayName: 'Most Documents in an Archive',
        name: 'documents',
        type: 'number',
        typeOptions: { minValue: 1 },
        default: DEFAULT_LIMITS.entries,
        description: 'Also the most rows of a table. Reading stops there, with an error item that says so.',
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
        displayName: 'Page Pictures',
        name: 'pagePictures',
        type: 'options',
        options: [
          { name: 'Full Pages', value: 'full' },
          { name: 'None', value: 'none' },
          { name: 'Thumbnails', value: 'thumbnail' },
        ],
        default: 'none',
        description:
          'Pictures of the first 12 pages of PDF files and photos, as files <code>page1</code>, <code>page2</code>… of the item. Word and text files have no pages.',
      },
      {
        displayName: 'Password',
        name: 'password',
        type: 'string',
        typeOptions: { password: true },
        default: '',
        description: 'Opens protected PDF files and ZIP archives',
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
        displayName: 'Text Recognition Languages',
        name: 'ocrLanguages',
        type: 'string',
        default: 'fra, eng',
        description:
          'Three-letter codes, separated by commas. Others than French and English work once the package @tesseract.js-data/… of the language is installed beside Vivier.',
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
