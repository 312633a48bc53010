import { parseDocument } from '../parse';
import type { ReadContext, SourceFile } from '../reader';
import { detectKind, isContainer } from '../sniff';
import { openTable } from '../tables';
import type { ContainerFormat } from '../types';
import { openEml } from './eml';
import { openMsg } from './msg';
import type { Opened } from './opened';
import { openPortfolio } from './portfolio';
import { openTnef } from './tnef';
import type { Unpacked } from './types';
import { openZip } from './zip';

const openers: Record<
  Exclude<ContainerFormat, 'pdf-portfolio'>,
  (file: SourceFile, context: ReadContext) => Promise<Unpacked>
> = {
  eml: openEml,
  msg: openMsg,
  tnef: openTnef,
  zip: openZip,
  csv: (file, context) => openTable('csv', file, context),
  xlsx: (file, context) => openTable('xlsx', file, context),
};

/** A file as the one document that it is, or as the parts that it holds. Throws what `extractDocument` throws, and whatever a parser throws on hostile files. */
export async function openFile(file: SourceFile, context: ReadContext): Promise<Opened> {
  const kind = await detectKind(file);
  if (isContainer(kind)) return { unpacked: await openers[kind](file, context) };
  const portfolio = kind === 'pdf' ? await openPortfolio(file, context) : null;
  if (portfolio) return { unpacked: portfolio };
  return { document: await parseDocument({ ...file, format: kind }, context) };
}
