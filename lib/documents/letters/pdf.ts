import type { Content } from 'pdfmake/interfaces';
import { breakable, clean } from '../clean';
import { renderPdf, withFallback } from '../pdf';
import { colours } from '../theme';
import { accentOf, footLines } from './mail';
import type { Block, Letter, LetterStyle } from './types';

/** Points; A4 with margins of 25 mm, the addressee in the right half. */
const MARGIN = 71;
const RIGHT_HALF = 240;

/** A4 PDF; its dates are the letter's own. */
export async function letterPdf(letter: Letter, style: LetterStyle): Promise<Buffer> {
  const { locale, from, to, placeAndDay, subject, blocks, signature, machineLine, day } = letter;
  const accent = accentOf(style);
  const [first, ...rest] = from;
  const foot = footLines(letter, style).map((text) => withFallback({ text: breakable(text) }));
  return await renderPdf(
    {
      info: {
        ...{ title: clean(subject), creator: 'Vivier', producer: 'Vivier' },
        ...(machineLine ? { keywords: clean(machineLine) } : {}),
      },
      language: locale,
      pageSize: 'A4',
      pageMargins: [MARGIN, 60, MARGIN, 66],
      defaultStyle: { font: 'Lora', fontSize: 10.5, color: colours.text, lineHeight: 1.3 },
      footer:
        foot.length > 0
          ? () => ({ stack: foot, fontSize: 7.5, color: colours.muted, margin: [MARGIN, 18, MARGIN, 0] })
          : undefined,
      content: withFallback([
        ...logoOf(style, first ?? 'Logo'),
        ...(first ? [{ text: breakable(first), bold: true, fontSize: 12, color: accent }] : []),
        ...rest.map((line) => ({ text: breakable(line) })),
        { stack: to.map((line) => ({ text: breakable(line) })), margin: [RIGHT_HALF, 22, 0, 22] },
        { text: breakable(placeAndDay), margin: [to.length > 0 ? RIGHT_HALF : 0, 0, 0, 22] },
        { text: breakable(subject), tag: 'H1', bold: true, margin: [0, 0, 0, 16], headlineLevel: 1 },
        ...blocks.map(blockOf),
        { stack: signature.map((line) => ({ text: breakable(line) })), margin: [0, 20, 0, 0], unbreakable: true },
      ]),
    },
    day,
  );
}

function logoOf({ logo }: LetterStyle, alt: string): Content[] {
  if (!logo) return [];
  const type = logo.type === 'png' ? 'png' : 'jpeg';
  const image = `data:image/${type};base64,${Buffer.from(logo.data).toString('base64')}`;
  return [{ image, alt, fit: [120, 42], margin: [0, 0, 0, 12] }];
}

function blockOf(block: Block): Content {
  if (block.kind === 'text') return { text: breakable(block.text), margin: [0, 0, 0, 9] };
  return { ul: block.items.map((item) => ({ text: breakable(item), margin: [0, 0, 0, 3] })), margin: [6, 0, 0, 9] };
}
