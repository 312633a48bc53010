import { strFromU8, strToU8, type Zippable } from 'fflate';

/**
 * A package of docx or write-excel-file as Office's own rules want it, where the libraries are looser than those: the style that all others of letters are based on is
 * there, and the parts of a font stand in their order (ECMA-376-1, 17.7.4.3 and 18.8.22; Excel's own schema is a sequence).
 */
export function mended(parts: Zippable): Zippable {
  return {
    ...parts,
    ...changed(parts, 'word/styles.xml', withDefaultFontStyle),
    ...changed(parts, 'xl/styles.xml', withFontsInOrder),
  };
}

function changed(parts: Zippable, name: string, mend: (xml: string) => string): Zippable {
  const part = Object.hasOwn(parts, name) ? parts[name] : null;
  return part instanceof Uint8Array ? { [name]: strToU8(mend(strFromU8(part))) } : {};
}

const DEFAULT_FONT =
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>';

const withDefaultFontStyle = (xml: string): string =>
  xml.includes('w:styleId="DefaultParagraphFont"') ? xml : xml.replace(/(?=<w:style )/, DEFAULT_FONT);

const ORDER = ['b', 'i', 'strike', 'u', 'vertAlign', 'sz', 'color', 'name', 'family', 'charset', 'scheme'];

const withFontsInOrder = (xml: string): string =>
  xml.replace(/<font>(.*?)<\/font>/gs, (_, inside: string) => {
    const places = (part: string) => ORDER.indexOf(/^<(\w+)/.exec(part)?.[1] ?? '');
    const inOrder = (inside.match(/<[^>]+\/>/g) ?? []).sort((one, other) => places(one) - places(other));
    return `<font>${inOrder.join('')}</font>`;
  });
