import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { fillTemplate, MIME, templateInputs, templateToPdf, type TemplateOptions } from '../../lib/documents';
import type { JobOffer } from '../../lib/match';
import { documentLocale, extend, forEachItem, profileOf } from '../shared';
import { fileStem } from './companyCv.operation';
import { HOUSE_STYLE } from './houseStyle';

const show = { operation: ['fromTemplate'] };

export const fromTemplateParameters: INodeProperties[] = [
  {
    displayName: 'Input Binary Field of the Template',
    name: 'templateField',
    type: 'string',
    default: 'template',
    required: true,
    hint: 'The name of the input field that holds your Word file with placeholders such as {name}',
    displayOptions: { show },
  },
  {
    displayName: 'Format',
    name: 'templateFormat',
    type: 'options',
    options: [
      { name: 'PDF', value: 'pdf', description: 'Needs LibreOffice on the machine' },
      { name: 'Word (DOCX)', value: 'docx' },
    ],
    default: 'docx',
    displayOptions: { show },
  },
];

/** Item with `profile` and a Word template -> the same item with the filled document as a file. */
export async function makeFromTemplate(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  return await forEachItem(ctx, async (index, item, signal) => {
    const profile = profileOf(item);
    const source = ctx.getNodeParameter('templateField', index) as string;
    const { fileName: given } = ctx.helpers.assertBinaryData(index, source);
    const template = { data: await ctx.helpers.getBinaryDataBuffer(index, source), fileName: given ?? 'template.docx' };
    const options = optionsOf(ctx, index, item, profile.meta.language);
    const filled = await fillTemplate(template, profile, options);
    const format = ctx.getNodeParameter('templateFormat', index) as 'docx' | 'pdf';
    const data = format === 'pdf' ? await templateToPdf(filled, signal) : filled;
    const fileName = `${fileStem(profile, options.identity, index)}-vivier.${format}`;
    const file = await ctx.helpers.prepareBinaryData(data, fileName, MIME[format]);
    const document = { kind: 'fromTemplate', fileName, format, template: template.fileName };
    const made = templateInputs(profile, template, options, { format, data });
    const field = ctx.getNodeParameter('binaryPropertyName', index) as string;
    return [{ ...extend(item, index, { document, made }), binary: { ...item.binary, [field]: file } }];
  });
}

function optionsOf(
  ctx: IExecuteFunctions,
  index: number,
  item: INodeExecutionData,
  language: string | null,
): TemplateOptions {
  const { title } = (item.json.offer ?? {}) as Partial<JobOffer>;
  return {
    locale: documentLocale(ctx, index, language),
    today: new Date().toISOString(),
    identity: ctx.getNodeParameter('identity', index, 'name') as TemplateOptions['identity'],
    offer: title,
    ...(ctx.getNodeParameter('templateOptions', index, {}) as Pick<
      TemplateOptions,
      'code' | 'companyName' | 'machineNote'
    >),
  };
}

export const fromTemplateOptions: INodeProperties = {
  displayName: 'Options',
  name: 'templateOptions',
  type: 'collection',
  placeholder: 'Add option',
  default: {},
  displayOptions: { show },
  options: [
    HOUSE_STYLE.code,
    { ...HOUSE_STYLE.companyName, description: 'Stands for the placeholder {company}' },
    HOUSE_STYLE.machineNote,
  ],
};
