import type { IBinaryKeyData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { VivierError } from '../../lib/errors';
import {
  extractDocuments,
  findDuplicates,
  type DocumentOutcome,
  type DocumentsOptions,
  type ExtractedDocument,
  type ExtractLimits,
  type ReadBefore,
} from '../../lib/extract';
import { drawPages, extend, failItem, forEachItem } from '../shared';

/** Two files side by side: reading is quick, and recognising scans fills two cores. */
const CONCURRENCY = 2;
const MIB = 1024 * 1024;
/** As Tesseract names its data: `fra`, `chi_sim`. */
const OCR_LANGUAGE = /^[a-z]{3}(?:_[a-z]{3,8})?$/;

/** Pixels: a thumbnail for a list, a page that one can read. */
const PICTURE_WIDTHS = { thumbnail: 200, full: 1200 };

type MailText = 'item' | 'alone' | 'never';

interface NodeOptions {
  archiveMegabytes?: number;
  characters?: number;
  convert?: DocumentsOptions['convert'];
  documents?: number;
  duplicates?: 'mark' | 'leaveOut';
  fileMegabytes?: number;
  mailText?: MailText;
  ocr?: DocumentsOptions['ocr'];
  ocrLanguages?: string;
  pagePictures?: 'none' | keyof typeof PICTURE_WIDTHS;
  pages?: number;
  password?: string;
  passwords?: string[];
  seconds?: number;
}

/** Item with files -> one item per document in them, with `cv` and the document's own file under the field's name. */
export async function extract(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  const readBefore: ReadBefore = new Map();
  const items = await forEachItem(
    ctx,
    async (index, item) => {
      const results: INodeExecutionData[] = [];
      for (const field of fieldsOf(ctx, index, item))
        results.push(...(await readFile(ctx, index, item, field, readBefore)));
      return results;
    },
    CONCURRENCY,
  );
  return withDuplicates(items, chosenOptions(ctx, 0).duplicates ?? 'mark');
}

async function readFile(
  ctx: IExecuteFunctions,
  index: number,
  item: INodeExecutionData,
  field: string,
  readBefore: ReadBefore,
): Promise<INodeExecutionData[]> {
  const binary = ctx.helpers.assertBinaryData(index, field);
  const fileName = binary.fileName ?? field;
  const whole: INodeExecutionData = { ...item, binary: { [field]: binary } };
  const chosen = chosenOptions(ctx, index);
  try {
    const data = await ctx.helpers.getBinaryDataBuffer(index, field);
    const options = { ...libraryOptions(ctx, chosen), readBefore };
    const picture = picturesOf(ctx, data, options, chosen.pagePictures);
    const outcomes = await extractDocuments({ data, fileName, mimeType: binary.mimeType }, options);
    const wanted = withoutLetters(outcomes, chosen.mailText ?? 'item');
    return await Promise.all(
      wanted.map(async (outcome) => {
        const made = await itemOf(ctx, index, whole, field, outcome);
        const pictures = await picture(outcome);
        return pictures ? { ...made, binary: { ...made.binary, ...pictures } } : made;
      }),
    );
  } catch (error) {
    return [failItem(ctx, error, index, { ...whole, json: { ...item.json, fileName } })];
  }
}

/** One document's item. A document that was part of a file carries its own bytes, so that what comes later stores it and not its neighbours. */
async function itemOf(
  ctx: IExecuteFunctions,
  index: number,
  whole: INodeExecutionData,
  field: string,
  outcome: DocumentOutcome,
): Promise<INodeExecutionData> {
  const { data, document, error, fileName, mimeType, origin } = outcome;
  const own = data && (await ctx.helpers.prepareBinaryData(Buffer.from(data), fileName, mimeType));
  const item = origin ? { ...whole, binary: own && { [field]: own } } : whole;
  if (document) return extend(item, index, { cv: document });
  return failItem(ctx, error, index, {
    ...item,
    json: { ...item.json, fileName, ...(origin && { origin: { ...origin } }) },
  });
}

/** The pages of one document of a file as further files of its item: `page1`, `page2`… */
function picturesOf(
  ctx: IExecuteFunctions,
  whole: Uint8Array,
  { password, signal }: DocumentsOptions,
  size: NodeOptions['pagePictures'] = 'none',
): (outcome: DocumentOutcome) => Promise<IBinaryKeyData | undefined> {
  return async ({ data, document }) => {
    if (size === 'none' || !document) return undefined;
    const pages = await drawPages(data ?? whole, document, { width: PICTURE_WIDTHS[size], password, signal });
    const files = pages.map(async ({ page, png }) => {
      const name = `page${page}`;
      return [name, await ctx.helpers.prepareBinaryData(png, `${name}.png`, 'image/png')] as const;
    });
    return Object.fromEntries(await Promise.all(files));
  };
}

/** A mail's own text is an item as well, unless the options say otherwise. */
function withoutLetters(outcomes: DocumentOutcome[], mailText: MailText): DocumentOutcome[] {
  if (mailText === 'item') return outcomes;
  const others = outcomes.filter(({ origin }) => origin?.role !== 'body');
  return mailText === 'alone' && !others.some(({ document }) => document) ? outcomes : others;
}

function withDuplicates(items: INodeExecutionData[], wish: 'mark' | 'leaveOut'): INodeExecutionData[] {
  const cvs = items.map(({ json }) => json.cv as unknown as ExtractedDocument | undefined);
  const found = findDuplicates(cvs);
  return items.flatMap((item, i) => {
    const duplicateOf = found[i];
    if (!duplicateOf) return [item];
    return wish === 'leaveOut'
      ? []
      : [{ ...item, json: { ...item.json, cv: { ...(item.json.cv as object), duplicateOf } } }];
  });
}

function fieldsOf(ctx: IExecuteFunctions, index: number, item: INodeExecutionData): string[] {
  if (ctx.getNodeParameter('files', index) === 'field')
    return [ctx.getNodeParameter('binaryPropertyName', index) as string];
  const fields = Object.keys(item.binary ?? {});
  if (!fields.length) throw new VivierError('no-file');
  return fields;
}

const chosenOptions = (ctx: IExecuteFunctions, index: number) =>
  ctx.getNodeParameter('options', index, {}) as NodeOptions;

function libraryOptions(ctx: IExecuteFunctions, chosen: NodeOptions): DocumentsOptions {
  const limits: Partial<ExtractLimits> = {};
  if (chosen.fileMegabytes) limits.fileBytes = chosen.fileMegabytes * MIB;
  if (chosen.archiveMegabytes) limits.containerBytes = chosen.archiveMegabytes * MIB;
  if (chosen.documents) limits.entries = limits.rows = chosen.documents;
  if (chosen.characters) limits.characters = chosen.characters;
  if (chosen.pages) limits.pages = chosen.pages;
  if (chosen.seconds) limits.timeMs = chosen.seconds * 1000;
  const languages = (chosen.ocrLanguages ?? '')
    .toLowerCase()
    .split(/[\s,;+]+/)
    .filter(Boolean);
  if (languages.some((code) => !OCR_LANGUAGE.test(code)))
    throw new VivierError('invalid-input', { what: 'Text Recognition Languages' });
  return {
    password: [chosen.password ?? '', ...(chosen.passwords ?? [])],
    convert: chosen.convert ?? 'auto',
    ocr: chosen.ocr ?? 'auto',
    ...(languages.length > 0 && { ocrLanguages: languages }),
    limits,
    signal: ctx.getExecutionCancelSignal(),
  };
}
