import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { CompanyCvOptions, CvFormat, CvSection, CvStyleName } from '../../lib/documents';
import type { Profile } from '../../lib/profile';
import { documentLocale, textFormats } from '../shared';
import { HOUSE_STYLE, logoFrom } from './houseStyle';

const show = { operation: ['companyCv', 'tailoredCv'] };

/** What the company CV and the CV for an offer are asked in the editor. */
export const companyCvParameters: INodeProperties[] = [
  {
    displayName: 'Format',
    name: 'cvFormat',
    type: 'options',
    options: textFormats,
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
    HOUSE_STYLE.code,
    HOUSE_STYLE.colour,
    HOUSE_STYLE.companyName,
    HOUSE_STYLE.font,
    HOUSE_STYLE.footer,
    HOUSE_STYLE.logoField,
    HOUSE_STYLE.machineNote,
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
    logo: await logoFrom(ctx, index, logoField),
  };
}
