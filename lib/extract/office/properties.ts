import type { ExtractedDocument } from '../types';
import { child, textOf, type XmlElement } from '../xml/parse';

function isoDate(text: string | undefined): string | undefined {
  const date = new Date(text ?? '');
  return text && !Number.isNaN(date.getTime()) ? date.toISOString() : undefined;
}

/** Author, title and dates from Dublin Core elements (DOCX `core.xml`, ODT `office:meta`). */
export function coreProperties(root: XmlElement | null | undefined): ExtractedDocument['properties'] {
  const value = (...names: string[]) =>
    names.map((name) => textOf(child(root ?? undefined, name)).trim()).find((text) => text !== '');
  const all = {
    author: value('creator', 'initial-creator'),
    title: value('title'),
    created: isoDate(value('created', 'creation-date')),
    modified: isoDate(value('modified', 'date')),
  };
  return Object.fromEntries(Object.entries(all).filter(([, v]) => v !== undefined));
}
