import { strFromU8, strToU8, unzipSync, type Zippable } from 'fflate';

const SHEET = /^xl\/worksheets\/sheet(\d+)\.xml$/;

/**
 * The parts of a workbook, set up to be printed: each sheet as wide as a page, its head row on every page, page numbers below (ECMA-376, 18.3.1.65 and 18.2.5, where
 * `_xlnm.Print_Titles` is named). The writer knows the orientation only.
 */
export function printable(xlsx: Uint8Array): Zippable {
  const parts: Zippable = unzipSync(xlsx);
  const titles: string[] = [];
  const book = textOf(parts['xl/workbook.xml']);
  const names = [...book.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name);
  for (const path of Object.keys(parts)) {
    const number = Number(SHEET.exec(path)?.[1] ?? 0);
    if (number === 0) continue;
    parts[path] = strToU8(onPages(textOf(parts[path])));
    const quoted = (names[number - 1] ?? '').replaceAll("'", "''").replaceAll('&apos;', '&apos;&apos;');
    titles.push(`<definedName name="_xlnm.Print_Titles" localSheetId="${number - 1}">'${quoted}'!$1:$1</definedName>`);
  }
  const defined = `<definedNames>${titles.sort().join('')}</definedNames>`;
  parts['xl/workbook.xml'] = strToU8(
    book.replace(/<definedNames\s*\/>|<definedNames>\s*<\/definedNames>/, () => defined),
  );
  return parts;
}

const onPages = (sheet: string): string =>
  sheet
    .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace(/<pageMargins[^>]*\/>/, MARGINS)
    .replace(/<pageSetup ([^>]*)\/>/, '<pageSetup $1 fitToWidth="1" fitToHeight="0"/>' + FOOTER);

const MARGINS = '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>';
const FOOTER = '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>';

const textOf = (part: Zippable[string]): string => (part instanceof Uint8Array ? strFromU8(part) : '');
