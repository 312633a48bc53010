import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { currentLocale, type Locale } from '../../lib/errors';

/** The language of what a node writes for people. */
export const localeParameter: INodeProperties = {
  displayName: 'Language',
  name: 'locale',
  type: 'options',
  options: [
    { name: 'As the Offer or the CV', value: 'auto' },
    { name: 'English', value: 'en' },
    { name: 'French', value: 'fr' },
  ],
  default: 'auto',
  description: 'Language of the document’s own words; what the candidate wrote stays as it is',
};

/** The chosen language; with “auto” the one of the source when it is French or English, else this machine's. */
export function documentLocale(ctx: IExecuteFunctions, itemIndex: number, source: string | null | undefined): Locale {
  const chosen = ctx.getNodeParameter('locale', itemIndex, 'auto');
  if (chosen === 'fr' || chosen === 'en') return chosen;
  return source === 'fr' || source === 'en' ? source : currentLocale();
}
