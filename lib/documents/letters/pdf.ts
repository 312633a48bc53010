import type { Content } from 'pdfmake/interfaces';
import { breakable, clean } from '../clean';
import { renderPdf } from '../pdf';
import { colours } from '../theme';
import { accentOf } from './mail';
import type { Block, Letter, LetterStyle } from './types';

/** Points; A4 with margins of 25 mm, the addressee in the right half. */
const MARGIN = 71;
const RIGHT_HALF = 240;

/** A4 PDF; its dates are the letter's own. */
export async function letterPdf(letter: Letter, style: LetterStyle): Promise<Buffer> {
  const { locale, from, to, placeAndDay, subject, blocks, signature, machineLine, day } = letter;
  const accent = accentOf(style);
  const [first, ...rest] = from;
  const foot = machineLine ? laid(machineLine) : null;
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
      footer: foot
        ? () => ({ text: foot, fontSize: 7.5, color: colours.muted, margin: [MARGIN, 18, MARGIN, 0] })
        : undefined,
      content: [
        ...logoOf(style),
        ...(first ? [{ text: laid(first), bold: true, fontSize: 12, color: accent }] : []),
        ...rest.map((line) => ({ text: laid(line) })),
        { stack: to.map((line) => ({ text: laid(line) })), margin: [RIGHT_HALF, 22, 0, 22] },
        { text: laid(placeAndDay), margin: [to.length > 0 ? RIGHT_HALF : 0, 0, 0, 22] },
        { text: laid(subject), bold: true, margin: [0, 0, 0, 16], headlineLevel: 1 },
        ...blocks.map(blockOf),
        { stack: signature.map((line) => ({ text: laid(line) })), margin: [0, 20, 0, 0], unbreakable: true },
      ],
    },
    day,
  );
}

/** Lora has no glyph for the places where a long word may break: those are set in Roboto, which has. */
function laid(text: string): Content {
  const parts = breakable(text).split('\u200B');
  if (parts.length === 1) return parts[0];
  return parts.flatMap((part, index) => (index === 0 ? [part] : [{ text: '\u200B', font: 'Roboto' }, part]));
}

function logoOf({ logo }: LetterStyle): Content[] {
  if (!logo) return [];
  const type = logo.type === 'png' ? 'png' : 'jpeg';
  const image = `data:image/${type};base64,${Buffer.from(logo.data).toString('base64')}`;
  return [{ image, fit: [120, 42], margin: [0, 0, 0, 12] }];
}

function blockOf(block: Block): Content {
  if (block.kind === 'text') return { text: laid(block.text), margin: [0, 0, 0, 9] };
  return { ul: block.items.map((item) => ({ text: laid(item), margin: [0, 0, 0, 3] })), margin: [6, 0, 0, 9] };
}
