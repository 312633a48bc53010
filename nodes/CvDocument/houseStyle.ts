import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { loadPicture, type Logo } from '../../lib/documents';

const text = (displayName: string, name: string, description: string): INodeProperties => ({
  ...{ displayName, name, type: 'string', default: '', description },
});

/** Options that documents of several kinds have in common. */
export const HOUSE_STYLE = {
  code: text(
    'Code',
    'code',
    'Stands for the name when the person is shown as a code; without it, one is made from the file',
  ),
  colour: {
    displayName: 'Colour',
    name: 'colour',
    type: 'color',
    default: '#1f4e79',
    description: 'Your company’s colour, for headings and bands; darkened where it could not be read',
  },
  companyName: text('Company Name', 'companyName', 'Shown in the head and the footer'),
  font: text(
    'Font',
    'font',
    'Name of your company’s font, for Word files and web pages; PDF files use the style’s own',
  ),
  footer: text('Footer Text', 'footer', 'Shown at the foot of every page'),
  logoField: {
    displayName: 'Input Binary Field of the Logo',
    name: 'logoField',
    type: 'string',
    default: 'logo',
    description: 'The name of the input field that holds your logo (PNG or JPEG)',
  },
  machineNote: text(
    'Line About the Machine',
    'machineNote',
    'Your own words for the line that says that a program helped; it is never left out',
  ),
} satisfies Record<string, INodeProperties>;

/** The logo of the item's field, or none where no field was named. */
export async function logoFrom(ctx: IExecuteFunctions, index: number, field?: string): Promise<Logo | undefined> {
  if (!field) return undefined;
  ctx.helpers.assertBinaryData(index, field);
  return await loadPicture(await ctx.helpers.getBinaryDataBuffer(index, field));
}
