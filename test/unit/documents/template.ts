import { strToU8, zipSync } from 'fflate';
import type { Template } from '../../../lib/documents';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DOCUMENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

const xml = (body: string) => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${body}`);
export const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** The smallest Word file with these paragraphs; `extra` adds or replaces parts. */
export function template(paragraphs: string[], extra: Record<string, string> = {}): Template {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${DOCUMENT}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${W}" xmlns:r="${R}"><w:body>${paragraphs.map(paragraph).join('')}<w:sectPr/></w:body></w:document>`,
    ...extra,
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, body]) => [name, xml(body)]));
  return { data: zipSync(files), fileName: 'modele.docx' };
}

/** Relations of the document's body. */
export const relations = (inside: string) => ({
  'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`,
});
export const relation = (kind: string, target: string, mode = '') =>
  `<Relationship Id="rId9" Type="${R}/${kind}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`;
