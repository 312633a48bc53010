import { VivierError, type Locale } from '../../errors';
import type { Block } from './types';
import { letterWords, type LetterTemplate } from './words';

export type Values = Record<string, string | string[] | null>;

const PLACEHOLDER = /\{([^{}]*)\}/g;
const MARK = /^\?(\w+)\s+/;
const BULLET = /^[•–-]\s+(?=\{)/;
const LONGEST_TEMPLATE = 20_000;

/**
 * A template of the company's own: the subject on the first line, after « Objet : » or "Subject:", then paragraphs with an empty line between them.
 * @throws VivierError `invalid-input` that names the line and the placeholder, or says that the subject is missing.
 */
export function parseTemplate(text: string, locale: Locale, known: Values): LetterTemplate {
  const refuse = (reason: string) => new VivierError('invalid-input', { what: 'template', reason });
  if (text.length > LONGEST_TEMPLATE) throw refuse(`${LONGEST_TEMPLATE}`);
  const lines = text.replace(/\r\n?/g, '\n').trim().split('\n');
  const { subjectMark } = letterWords[locale];
  if (!subjectMark.test(lines[0])) throw refuse(locale === 'fr' ? 'ligne 1 : « Objet : … »' : 'line 1: “Subject: …”');
  lines.forEach((line, index) => {
    const stranger = [...line.matchAll(PLACEHOLDER)].find(([, name]) => !Object.hasOwn(known, name));
    if (stranger) throw refuse(`${locale === 'fr' ? 'ligne' : 'line'} ${index + 1}: ${stranger[0]}`);
  });
  const paragraphs = lines
    .slice(1)
    .join('\n')
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter(Boolean);
  return { subject: [lines[0].replace(subjectMark, '')], paragraphs };
}

/** The first line whose placeholders all have values. */
export function firstFilled(lines: string[], values: Values): string {
  for (const line of lines) {
    const filled = fillLine(line, values);
    if (filled !== null) return filled;
  }
  return '';
}

/** The paragraphs that stand, filled; see `LetterTemplate`. */
export function fillTemplate({ paragraphs }: LetterTemplate, values: Values): Block[] {
  const used = new Set<string>();
  return paragraphs.flatMap((paragraph): Block[] => {
    const mark = MARK.exec(paragraph)?.[1];
    if (mark && used.has(mark)) return [];
    const text = paragraph.replace(MARK, '');
    const list = BULLET.test(text) ? values[[...text.matchAll(PLACEHOLDER)][0]?.[1] ?? ''] : null;
    if (Array.isArray(list)) return list.length > 0 ? [{ kind: 'list', items: list }] : [];
    const filled = fillLine(text, values);
    if (filled === null) return [];
    if (mark) used.add(mark);
    return filled.split(/\n{2,}/).map((one) => ({ kind: 'text', text: one.trim() }));
  });
}

/** Null when a value is missing. What is put in is not read for placeholders again. */
function fillLine(line: string, values: Values): string | null {
  let complete = true;
  const filled = line.replace(PLACEHOLDER, (_whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : null;
    const text = Array.isArray(value) ? value.join(', ') : value;
    if (!text) complete = false;
    return text ?? '';
  });
  return complete ? filled : null;
}
