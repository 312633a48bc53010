import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { activityInputs, MIME, renderActivity, type ReportFormat } from '../../../../lib/documents';
import { documentLocale, localeParameter, reportFormats } from '../../../shared';
import { type OperationCall, outputFieldProperty, textOf, toItem } from '../../operation';

export const option = {
  name: 'Activity Report',
  value: 'activity',
  action: 'Make an activity report',
  description:
    'Intake by week, time to first look, sources, stages and decisions, as data and as a document; nobody is named',
};

export const withoutPeople = true;

export const properties: INodeProperties[] = [
  {
    displayName: 'From',
    name: 'from',
    type: 'dateTime',
    default: '',
    description: 'The first day; twelve weeks before the end when left empty',
  },
  {
    displayName: 'To',
    name: 'to',
    type: 'dateTime',
    default: '',
    description: 'The end; now when left empty',
  },
  {
    displayName: 'Smallest Group',
    name: 'smallestGroup',
    type: 'number',
    typeOptions: { minValue: 2, maxValue: 100 },
    default: 5,
    description: 'Groups of fewer people are not shown, so that the report says nothing of single people',
  },
  { displayName: 'Format', name: 'format', type: 'options', options: reportFormats, default: 'pdf' },
  localeParameter,
  outputFieldProperty,
];

/** Any item -> an item with `activity` and the report as a file. */
export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const { ctx, pool, index } = call;
  const activity = await pool.activity({
    from: textOf(call, 'from'),
    to: textOf(call, 'to'),
    smallestGroup: ctx.getNodeParameter('smallestGroup', index, 5) as number,
  });
  const format = ctx.getNodeParameter('format', index, 'pdf') as ReportFormat;
  const locale = documentLocale(ctx, index, null);
  const shown = { activity, generatedAt: new Date().toISOString(), locale };
  const data = await renderActivity(shown, format);
  const made = activityInputs(shown, format, data);
  const name = locale === 'fr' ? 'rapport-d-activite' : 'activity-report';
  const file = await ctx.helpers.prepareBinaryData(data, `${name}.${format}`, MIME[format]);
  return [{ ...toItem({ activity, made }, index), binary: { [textOf(call, 'binaryPropertyName') || 'data']: file } }];
}
