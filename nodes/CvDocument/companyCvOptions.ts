import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { loadPicture } from '../../lib/documents';
import type { CompanyCvOptions, CvFormat, CvSection, CvStyleName, Logo } from '../../lib/documents';
import type { Profile } from '../../lib/profile';
import { documentLocale } from '../shared';

const show = { operation: ['companyCv', 'tailoredCv'] };

/** What the company CV and the CV for an offer are asked in the editor. */
export const companyCvParameters: INodeProperties[] = [
  {
    displayName: 'Format',
    name: 'cvFormat',
    type: 'options',
    options: [
      { name: 'Markdown', value: 'md', description: 'Plain text with headings, for other programs' },
      { name: 'PDF', value: 'pdf', description: 'To print or send (PDF/A, fonts included)' },
      { name: 'Web Page (HTML)', value: 'html', description: 'One file that opens in any browser, even offline' },
      { name: 'Word (DOCX)', value: 'docx', description: 'To go on writing in Word or LibreOffice' },
    ],
    default: 'docx',
    displayOptions: { show },
  },
  {
    displayName: 'Style',
    name: 'style',
    type: 'options',
    options: [
      { name: 'Banner', value: 'banner', description: 'A band of colour at the head, dates at the left' },
      { name: 'Classic', value: 'classic', description: 'Centred name, serif letters, thin lines' },
      { name: 'Sidebar', value: 'sidebar', description: 'Contact, languages and skills beside the text' },
    ],
    default: 'banner',
    displayOptions: { show },
  },
  {
    displayName: 'Show the Person As',
    name: 'identity',
    type: 'options',
    options: [
      { name: 'Code', value: 'code', description: 'A code instead of the name, and no contact details' },
      { name: 'Initials', value: 'initials', description: 'Initials instead of the name, and no contact details' },
      { name: 'Name', value: 'name', description: 'Name and contact details' },
    ],
    default: 'name',
    displayOptions: { show: { operation: [...show.operation, 'fromTemplate'] } },
  },
];

const SECTIONS: { name: string; value: CvSection }[] = [
  { name: 'Career (Picture)', value: 'timeline' },
  { name: 'Certifications', value: 'certifications' },
  { name: 'Driving Licences', value: 'licences' },
  { name: 'Education', value: 'education' },
  { name: 'Interests', value: 'interests' },
  { name: 'Languages', value: 'languages' },
  { name: 'Profile', value: 'summary' },
  { name: 'Projects', value: 'projects' },
  { name: 'Skills', value: 'skills' },
  { name: 'Skills over Time (Picture)', value: 'matrix' },
  { name: 'Work Experience', value: 'experiences' },
];

export const companyCvOptions: INodeProperties = {
  displayName: 'Options',
  name: 'options',
  type: 'collection',
  placeholder: 'Add option',
  default: {},
  displayOptions: { show },
  options: [
    {
      displayName: 'Code',
      name: 'code',
      type: 'string',
      default: '',
      description: 'Stands for the name when the person is shown as a code; without it, one is made from the file',
    },
    {
      displayName: 'Colour',
      name: 'colour',
      type: 'color',
      default: '#1f4e79',
      description: 'Your company’s colour, for headings and bands; darkened where it could not be read',
    },
    {
      displayName: 'Company Name',
      name: 'companyName',
      type: 'string',
      default: '',
      description: 'Shown in the head and the footer',
    },
    {
      displayName: 'Font',
      name: 'font',
      type: 'string',
      default: '',
      description: 'Name of your company’s font, for Word files and web pages; PDF files use the style’s own',
    },
    {
      displayName: 'Footer Text',
      name: 'footer',
      type: 'string',
      default: '',
      description: 'Shown at the foot of every page',
    },
    {
      displayName: 'Input Binary Field of the Logo',
      name: 'logoField',
      type: 'string',
      default: 'logo',
      description: 'The name of the input field that holds your logo (PNG or JPEG)',
    },
    {
      displayName: 'Line About the Machine',
      name: 'machineNote',
      type: 'string',
      default: '',
      description: 'Your own words for the line that says that a program helped; it is never left out',
    },
    {
      displayName: 'Most Pages',
      name: 'maxPages',
      type: 'number',
      typeOptions: { minValue: 1, maxValue: 20 },
      default: 2,
      description: 'The document is shortened to that many pages; the item says what was left out',
    },
    {
      displayName: 'Sections',
      name: 'sections',
      type: 'multiOptions',
      options: SECTIONS,
      default: [],
      description: 'Which sections to show, in the order in which you choose them; all but the interests when empty',
    },
  ],
};

interface Chosen {
  code?: string;
  colour?: string;
  companyName?: string;
  font?: string;
  footer?: string;
  logoField?: string;
  machineNote?: string;
  maxPages?: number;
  sections?: CvSection[];
}

/** What was chosen for one item, in the library's words. */
export async function chosenOptions(
  ctx: IExecuteFunctions,
  index: number,
  profile: Profile,
): Promise<CompanyCvOptions> {
  const { logoField, sections, ...texts } = ctx.getNodeParameter('options', index, {}) as Chosen;
  return {
    ...texts,
    locale: documentLocale(ctx, index, profile.meta.language),
    format: ctx.getNodeParameter('cvFormat', index, 'docx') as CvFormat,
    style: ctx.getNodeParameter('style', index, 'banner') as CvStyleName,
    identity: ctx.getNodeParameter('identity', index, 'name') as CompanyCvOptions['identity'],
    sections: sections && sections.length > 0 ? sections : undefined,
    logo: logoField ? await logoOf(ctx, index, logoField) : undefined,
  };
}

async function logoOf(ctx: IExecuteFunctions, index: number, field: string): Promise<Logo> {
  ctx.helpers.assertBinaryData(index, field);
  return await loadPicture(await ctx.helpers.getBinaryDataBuffer(index, field));
}
