import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { letterAlone, mailOf, type Letter } from '../../lib/analyze';
import type { ExtractedDocument } from '../../lib/extract';
import { isLetter } from '../shared';

/**
 * When the item came in, as its trigger tells: `submittedAt` of n8n's form, or `date` of its mailbox beside what else a mail has. ISO 8601, null
 * when it doesn't.
 */
export function receivedAt(json: IDataObject): string | null {
  const mailed = 'subject' in json || 'from' in json ? json.date : undefined;
  const told = json.submittedAt ?? mailed;
  const date = typeof told === 'string' || told instanceof Date ? new Date(told) : null;
  return date && !Number.isNaN(date.getTime()) ? date.toISOString() : null;
}

const mailOfItem = ({ json }: INodeExecutionData) => {
  const cv = json.cv as unknown as ExtractedDocument | undefined;
  return cv ? mailOf(cv) : null;
};

/** Profiles get the words of the mail they came with; a letter without a profile beside it asks a person to read it. */
export function withMails(items: readonly INodeExecutionData[]): INodeExecutionData[] {
  const letters = new Map<string, string[]>();
  const answered = new Set<string>();
  for (const item of items) {
    const mail = mailOfItem(item);
    if (mail === null) continue;
    if (item.json.profile) answered.add(mail);
    if (isLetter(item)) letters.set(mail, [...(letters.get(mail) ?? []), (item.json.letter as unknown as Letter).text]);
  }
  return items.map((item) => {
    const mail = mailOfItem(item);
    if (mail === null) return item;
    if (isLetter(item)) {
      const needed = !answered.has(mail);
      return withKeys(item, { review: { needed, reasons: needed ? [letterAlone()] : [] } });
    }
    const words = letters.get(mail);
    return item.json.profile && words ? withKeys(item, { coverLetter: words.join('\n\n') }) : item;
  });
}

const withKeys = (item: INodeExecutionData, added: object): INodeExecutionData => ({
  ...item,
  json: { ...item.json, ...(added as IDataObject) },
});
