import { strToU8, zipSync } from 'fflate';

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

export const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (content: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
export const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
export const table = (...rows: string[][]) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;

export interface DocxParts {
  body: string;
  header?: string;
  styles?: string;
  relations?: string;
  /** Of the main part, as `[Content_Types].xml` says it. */
  contentType?: string;
  /** Further entries of the archive, by name. */
  others?: Record<string, Uint8Array>;
}

/** The least that Word opens, with a header when given. */
export function makeDocx({ body, header, styles, relations = '', contentType, others = {} }: DocxParts): Uint8Array {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const section = header ? '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/></w:sectPr>' : '';
  const headerRelation = header ? `<Relationship Id="rIdHeader" Type="${type}/header" Target="header1.xml"/>` : '';
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${
        contentType ? `<Override PartName="/word/document.xml" ContentType="${contentType}"/>` : ''
      }</Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships><Relationship Id="r1" Type="${type}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document ${W}><w:body>${body}${section}</w:body></w:document>`,
    ),
    'word/_rels/document.xml.rels': strToU8(`<Relationships>${headerRelation}${relations}</Relationships>`),
    ...(header && { 'word/header1.xml': strToU8(`<w:hdr ${W}>${header}</w:hdr>`) }),
    ...(styles && { 'word/styles.xml': strToU8(`<w:styles ${W}>${styles}</w:styles>`) }),
    ...others,
  });
}
