import { decodeText } from '../text/encoding';
import { flatPage, type DraftLine, type DraftLink, type FormatReader } from '../reader';
import type { HiddenText } from '../types';

const INLINE: [RegExp, string][] = [
  [/!\[([^\]]*)\]\([^)]*\)/g, '$1'],
  [/\[([^\]]+)\]\[[^\]]*\]/g, '$1'],
  [/(\*\*\*|___)(?=\S)(.+?)(?<=\S)\1/g, '$2'],
  [/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2'],
  [/\*(?=\S)(.+?)(?<=\S)\*/g, '$1'],
  [/(?<![\p{L}\p{N}])_(?=\S)(.+?)(?<=\S)_(?![\p{L}\p{N}])/gu, '$1'],
  [/~~(.+?)~~/g, '$1'],
  [/`([^`]+)`/g, '$1'],
  [/<\/?(?:b|i|u|em|strong|span|div|p|sub|sup|small|center|br|hr|a|img)\b[^>]*>/gi, ''],
];

/** Escaped punctuation is kept apart in the last private use plane (no icon font goes there), so that it marks nothing. */
const KEPT_APART = 0x10f700;

/** What the line shows. Any ASCII punctuation may be escaped by a backslash and then means itself (CommonMark 2.4). */
function inline(text: string): string {
  const apart = text.replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) =>
    String.fromCodePoint(KEPT_APART + mark.charCodeAt(0)),
  );
  const shown = INLINE.reduce((t, [pattern, kept]) => t.replace(pattern, kept), apart);
  return shown.replace(/[\u{10f700}-\u{10f77f}]/gu, (mark) =>
    String.fromCharCode((mark.codePointAt(0) ?? 0) - KEPT_APART),
  );
}

/** Whole text bold, as in `**Chef de projet**`. */
const isBold = (text: string) => /^(\*\*|__)[^*_]+\1$/.test(text.trim());

/** Comments are not seen by a reader of the rendered page. */
function takeComments(text: string): { text: string; hidden: HiddenText[] } {
  const hidden: HiddenText[] = [];
  const take = (_: string, comment: string) => {
    if (comment.trim()) hidden.push({ text: comment.trim(), page: 1, reason: 'hidden-run' });
    return '';
  };
  // `[//]: # (…)` is a link definition that nothing refers to, used as a comment.
  const visible = text
    .replace(/<!--([\s\S]*?)(?:-->|$)/g, take)
    .replace(/^\s{0,3}\[[^\]\n]+\]:\s*(?:#|<>)\s*(?:["'(](.*)["')])?\s*$/gm, take);
  return { text: visible, hidden };
}

/** `[1]: https://…`: where a link leads, not shown. */
const LINK_DEFINITION = /^\s{0,3}\[([^\]\n]+)\]:\s*<?(\S+?)>?(?:\s+["'(].*)?$/;

function toLine(raw: string): DraftLine | null {
  if (LINK_DEFINITION.test(raw)) return null;
  if (/^\s*(?:[-*_]\s*){3,}$/.test(raw) || /^\s*(?:```|~~~)/.test(raw)) return null;
  if (/^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/.test(raw)) return null;
  const heading = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$/.exec(raw);
  if (heading) return { text: inline(heading[2]), page: 1, heading: true };
  const quoted = raw.replace(/^\s*(?:>\s?)+/, '');
  const item = quoted.replace(/^(\s*)[*+-]\s+(?:\[[ xX]\]\s+)?/, '$1• ');
  const cells = /^\s*\|.*\|\s*$/.test(item)
    ? item
        .trim()
        .slice(1, -1)
        .split('|')
        .map((c) => c.trim())
        .join('\t')
    : item;
  return { text: inline(cells), page: 1, ...(isBold(quoted) && { bold: true }) };
}

function linksOf(text: string, line: number): DraftLink[] {
  const links = [
    ...text.matchAll(/\[[^\]]*\]\(\s*<?([^)\s>]+)>?[^)]*\)/g),
    ...text.matchAll(/<((?:https?:\/\/|mailto:)[^>\s]+)>/g),
  ];
  return links.map((m) => ({ url: m[1], page: 1, draft: line }));
}

/** `[text](url)` shows its text; when the text is all there is of it, the address is in the links. */
const showLinks = (text: string) =>
  text
    .replace(/(?<!!)\[([^\]]*)\]\(\s*<?[^)\s>]+>?[^)]*\)/g, '$1')
    .replace(/<((?:https?:\/\/|mailto:)[^>\s]+)>/g, '$1');

/** Front matter is the author's own data (title, e-mail…): its values are kept as lines, the fences are not. */
const withoutFences = (text: string) => text.replace(/^---\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)\s*(?:\r?\n|$)/, '$1\n');

export const markdownReader: FormatReader = {
  format: 'markdown',
  async read(file) {
    const decoded = await decodeText(file.data);
    const { text, hidden } = takeComments(withoutFences(decoded.text));
    const raw = text.split(/\r\n|[\n\r]/);
    const lines: DraftLine[] = [];
    const links: DraftLink[] = [];
    raw.forEach((source, i) => {
      const underlined = /^\s*(?:=+|-{2,})\s*$/.test(source) && lines.length > 0 && raw[i - 1]?.trim();
      if (underlined) {
        lines[lines.length - 1].heading = true;
        return;
      }
      const line = toLine(showLinks(source));
      const defined = LINK_DEFINITION.exec(source);
      if (defined) links.push({ url: defined[2], page: 1 });
      if (!line) return;
      links.push(...linksOf(source, lines.length));
      lines.push(line);
    });
    const { warnings } = decoded;
    return {
      format: 'markdown',
      mimeType: 'text/markdown',
      lines,
      pages: [flatPage],
      links,
      hiddenText: hidden,
      warnings,
    };
  },
};
