import type { IBinaryData, IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { currentLocale, type Locale } from '../../lib/errors';
import { toCsv, toEuropassXml, toFlatFrench, toJsonResume, toMarkdown, type Profile } from '../../lib/profile';

type Format = 'profile' | 'jsonResume' | 'flatFrench' | 'europassXml' | 'markdown' | 'csv';

/** An entry of the node's options. */
export const outputOption: INodeProperties = {
  displayName: 'Output',
  name: 'output',
  type: 'options',
  options: [
    {
      name: 'CSV',
      value: 'csv',
      description: 'One table of all CVs for a spreadsheet, as file “csv” on the first item',
    },
    { name: 'Europass XML', value: 'europassXml', description: 'Europass 3.4, as file “europass”' },
    { name: 'French Keys', value: 'flatFrench', description: 'Flat French keys such as nom_complet, as “candidat”' },
    { name: 'JSON Resume', value: 'jsonResume', description: 'The open standard, as “jsonResume”' },
    { name: 'Markdown', value: 'markdown', description: 'A page to read, as file “markdown”' },
    { name: 'Profile Only', value: 'profile', description: 'Nothing beside “profile”' },
  ],
  default: 'profile',
  description: 'Another form of the profile, added beside “profile”, which always stays',
};

const asObject = (value: unknown): IDataObject => JSON.parse(JSON.stringify(value)) as IDataObject;

const localeOf = (profile: Profile): Locale => {
  const { language } = profile.meta;
  return language === 'fr' || language === 'en' ? language : currentLocale();
};

const fileStem = (profile: Profile, index: number) =>
  profile.meta.fileName?.replace(/\.[^.]+$/, '') || `cv-${index + 1}`;

/** The item with the form chosen for it beside its profile; a table is made of all items at once (`withTable`). */
export async function withOutput(
  ctx: IExecuteFunctions,
  index: number,
  item: INodeExecutionData,
  profile: Profile,
): Promise<INodeExecutionData> {
  const file = (text: string, name: string, mime: string) =>
    ctx.helpers.prepareBinaryData(Buffer.from(text, 'utf8'), `${fileStem(profile, index)}.${name}`, mime);
  switch (formatOf(ctx, index)) {
    case 'jsonResume':
      return { ...item, json: { ...item.json, jsonResume: asObject(toJsonResume(profile)) } };
    case 'flatFrench':
      return { ...item, json: { ...item.json, candidat: asObject(toFlatFrench(profile)) } };
    case 'europassXml':
      return withFile(item, 'europass', await file(toEuropassXml(profile), 'xml', 'application/xml'));
    case 'markdown': {
      const text = toMarkdown(profile, { locale: localeOf(profile) });
      return withFile(item, 'markdown', await file(text, 'md', 'text/markdown'));
    }
    case 'profile':
    case 'csv':
      return item;
  }
}

/** All profiles as one table on the first item that has one: what a person opens is one file, not one for each CV. */
export async function withTable(ctx: IExecuteFunctions, items: INodeExecutionData[]): Promise<INodeExecutionData[]> {
  const profiles = items.flatMap((item) => (item.json.profile ? [item.json.profile as unknown as Profile] : []));
  const first = items.findIndex((item) => item.json.profile);
  if (first < 0 || formatOf(ctx, 0) !== 'csv') return items;
  const table = toCsv(
    profiles.map((profile) => ({ profile })),
    currentLocale(),
  );
  const name = currentLocale() === 'fr' ? 'candidats.csv' : 'candidates.csv';
  const file = await ctx.helpers.prepareBinaryData(Buffer.from(table, 'utf8'), name, 'text/csv');
  return items.map((item, index) => (index === first ? withFile(item, 'csv', file) : item));
}

const formatOf = (ctx: IExecuteFunctions, index: number): Format =>
  (ctx.getNodeParameter('options', index, {}) as { output?: Format }).output ?? 'profile';

const withFile = (item: INodeExecutionData, key: string, file: IBinaryData): INodeExecutionData => ({
  ...item,
  binary: { ...item.binary, [key]: file },
});
