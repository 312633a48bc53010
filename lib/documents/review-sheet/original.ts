import type { Locale } from '../../errors';
import type { ExtractedDocument, TextLine } from '../../extract';
import { markup, type Html } from '../html';
import { words } from '../words';
import type { PagePicture } from './index';
import type { Marks } from './marks';
import { sheetWords } from './words';

type Document = Pick<ExtractedDocument, 'lines' | 'pages'>;

/**
 * The pages with what was read framed, and each page's text below it, for those who don't see the picture. Frames answer to the mouse only: with the keyboard
 * one goes from the values, which say the same.
 */
export function picturesHtml(pictures: PagePicture[], { pages, lines }: Document, all: Marks, locale: Locale): Html {
  const w = words[locale];
  const s = sheetWords(locale);
  return markup`${pictures.map((picture) => {
    const { width, height } = pages.find(({ number }) => number === picture.page) ?? { width: 595, height: 842 };
    const source = `data:image/png;base64,${Buffer.from(picture.png).toString('base64')}`;
    const here = all.marks.filter((mark) => mark.page === picture.page);
    const hidden = all.hidden.filter((mark) => mark.page === picture.page);
    const text = lines.filter((line) => line.page === picture.page);
    return markup`<figure>
      <svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${w.page(picture.page, pages.length)}">
        <image href="${source}" width="${width}" height="${height}" />
        ${here.map(
          (mark) =>
            markup`<a href="#${mark.rowId}" tabindex="-1" data-mark="${mark.rowId}"><rect id="${mark.id}" data-row="${mark.rowId}" class="mark s${mark.section}" ${place(mark.box)} /></a>`,
        )}
        ${hidden.map(
          ({ id, box }) =>
            markup`<rect id="${id}" class="hidden" ${place(box)} /><text class="hidden-label" x="${round(box.x)}" y="${round(Math.max(box.y - 2, 7))}">${s.hiddenLabel}</text>`,
        )}
      </svg>
      <figcaption>${w.page(picture.page, pages.length)}</figcaption>
      ${text.length > 0 && markup`<details class="text"><summary>${s.pageText(picture.page)}</summary>${linesHtml(text, locale)}</details>`}
    </figure>`;
  })}`;
}

const place = ({ x, y, width, height }: Marks['hidden'][number]['box']): Html =>
  markup`x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="2"`;

const round = (points: number) => Math.round(points * 10) / 10;

export function linesHtml(lines: TextLine[], locale: Locale): Html {
  return markup`<ol class="lines" aria-label="${words[locale].cv}">
    ${lines.map(({ number, text }) => markup`<li id="l${number}" value="${number}" dir="auto">${text}</li>`)}
  </ol>`;
}
