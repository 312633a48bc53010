import type { Locale } from '../../errors';
import type { ExtractedDocument } from '../../extract';
import type { Profile } from '../../profile';
import { markup, page, type Html } from '../html';
import { profileSections, type ProfileRow, type ProfileSection } from '../profile-rows';
import { words } from '../words';
import { placeMarks, type Marks, type RowLink } from './marks';
import { markStyles, styles } from './styles';

/** A page of the CV as a picture; lines' boxes are laid over it by the page's own size in points. */
export interface PagePicture {
  /** 1-based. */
  page: number;
  png: Uint8Array;
}

export interface ReviewSheetData {
  profile: Profile;
  document: Pick<ExtractedDocument, 'lines' | 'pages' | 'hiddenText' | 'fileName'>;
  /** Absent for formats without pages: the lines themselves are shown then. */
  pictures?: PagePicture[];
  locale: Locale;
}

type Words = (typeof words)[Locale];

/**
 * The CV beside what was read from it: each value is linked to its place on the page's picture and back, so that a person checks a reading at a
 * glance. One file that loads nothing and runs no script.
 */
export function renderReviewSheet({ profile, document, pictures = [], locale }: ReviewSheetData): string {
  const w = words[locale];
  const sections = profileSections(profile, locale);
  const marks = placeMarks(sections, document.lines, document.hiddenText);
  const title = profile.identity.fullName ?? w.unnamed;
  const original = pictures.length > 0 ? picturesHtml(pictures, document, marks, w) : linesHtml(document, w);
  return page(
    locale,
    `${w.reviewTitle} – ${title}`,
    styles + sections.map((_, index) => markStyles(index)).join(''),
    markup`<main>
      <header>
        <p class="eyebrow">${w.reviewTitle}</p>
        <h1>${title}</h1>
        <p class="muted">${pictures.length > 0 ? w.reviewIntro : w.reviewIntroLines}</p>
      </header>
      <div class="sheet">
        <div class="original">${original}</div>
        <div class="read">
          ${noticesHtml(profile, document, w)}
          ${sections.length === 0 ? markup`<p>${w.readNothing}</p>` : markup``}
          ${sections.map((section, index) => sectionHtml(section, index, marks.links[index], pictures.length > 0, w))}
          <p class="source">
            ${w.labelled(w.source, document.fileName)} · ${w.labelled(w.engine, w.engineName[profile.meta.engine])}
          </p>
        </div>
      </div>
    </main>`,
    { pictures: pictures.length > 0 },
  );
}

function picturesHtml(pictures: PagePicture[], { pages }: ReviewSheetData['document'], all: Marks, w: Words): Html {
  return markup`${pictures.map((picture) => {
    const { width, height } = pages.find(({ number }) => number === picture.page) ?? { width: 595, height: 842 };
    const source = `data:image/png;base64,${Buffer.from(picture.png).toString('base64')}`;
    const here = all.marks.filter((mark) => mark.page === picture.page);
    const hidden = all.hidden.filter((mark) => mark.page === picture.page);
    return markup`<figure>
      <svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${w.page(picture.page, pages.length)}">
        <image href="${source}" width="${width}" height="${height}" />
        ${here.map(
          (mark) =>
            markup`<a href="#${mark.rowId}"><rect id="${mark.id}" class="mark s${mark.section}" ${place(mark.box)} /></a>`,
        )}
        ${hidden.map(({ box }) => markup`<rect class="hidden" ${place(box)} />`)}
      </svg>
      <figcaption>${w.page(picture.page, pages.length)}</figcaption>
    </figure>`;
  })}`;
}

const place = ({ x, y, width, height }: Marks['hidden'][number]['box']): Html =>
  markup`x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="2"`;

const round = (points: number) => Math.round(points * 10) / 10;

function linesHtml({ lines }: ReviewSheetData['document'], w: Words): Html {
  return markup`<ol class="lines" aria-label="${w.cv}">
    ${lines.map(({ number, text }) => markup`<li id="l${number}">${text}</li>`)}
  </ol>`;
}

function sectionHtml(section: ProfileSection, index: number, links: RowLink[], pictured: boolean, w: Words): Html {
  return markup`<section class="s${index}">
    <h2>${section.title}</h2>
    <dl>${section.rows.map((row, position) => rowHtml(row, links[position], pictured, w))}</dl>
  </section>`;
}

function rowHtml(row: ProfileRow, { rowId, markId }: RowLink, pictured: boolean, w: Words): Html {
  const [evidence] = row.evidence;
  const target = pictured ? markId : evidence && `l${evidence.lines[0]}`;
  const where = evidence ? w.lineRef(evidence.page, ...evidence.lines) : w.toVerify;
  const proof = target
    ? markup`<a class="proof" href="#${target}">${where}</a>`
    : markup`<span class="${evidence ? 'proof' : 'proof open'}">${where}</span>`;
  const detail = row.detail ? markup`<br />${row.detail}` : markup``;
  return markup`<dt>${row.label}</dt>
    <dd id="${rowId}"><strong>${row.value}</strong>${detail} ${proof}</dd>`;
}

/** What a person should know before trusting the reading: warnings, values the engines disagree on, text that the page does not show. */
function noticesHtml({ meta }: Profile, { hiddenText }: ReviewSheetData['document'], w: Words): Html {
  const hidden = hiddenText.map(({ page: number, text }) => w.hiddenText(number, text));
  const notices = [...meta.warnings.map(({ message }) => message), ...hidden];
  const open = meta.disagreements.map(({ kept, other }) => w.disagreement(kept, other));
  if (notices.length + open.length === 0) return markup``;
  return markup`<section class="notices">
    <h2>${w.warnings}</h2>
    <ul>${[...notices, ...open].map((notice) => markup`<li>${notice}</li>`)}</ul>
  </section>`;
}
