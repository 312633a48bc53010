import { VivierError, type Locale } from '../../errors';
import type { ExtractedDocument } from '../../extract';
import type { Profile } from '../../profile';
import { dataBlock, markup, page, type Html } from '../html';
import { profileSections } from '../profile-rows';
import { words } from '../words';
import { addMissingHtml, sectionHtml } from './entries';
import { isList, listNames } from './fields';
import { placeMarks } from './marks';
import { linesHtml, picturesHtml } from './original';
import { noticesHtml } from './notices';
import { script } from './script';
import { sendHtml, type Within } from './send';
import { markStyles, styles } from './styles';
import { sheetWords } from './words';

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
  /** Whom corrections are about, when the profile is in the talent pool. */
  candidateId?: string;
  /** Where corrections are sent as a form: a workflow's address (http or https). Without it they are only downloaded. */
  correctionsUrl?: string;
  /** Where the sheet is a page of a site that knows who reads it: corrections go back to that site. */
  within?: Within & { head: Html; styles: string };
}

/**
 * The CV beside what was read from it: each value is linked to its place on the page's picture and back, so that a person checks a reading at a glance and
 * corrects what is wrong. Corrections have the shape that `TalentPool.candidates.rectify` takes. One file that loads nothing, runs its own program only, and
 * sends nothing but the corrections, to the one address given.
 * @throws VivierError `invalid-input` when the address is none.
 */
export function renderReviewSheet(data: ReviewSheetData): string {
  const { profile, document, pictures = [], locale } = data;
  const w = words[locale];
  const s = sheetWords(locale);
  const address = addressOf(data.correctionsUrl);
  const sections = profileSections(profile, locale);
  const marks = placeMarks(sections, document.lines, document.hiddenText);
  const title = profile.identity.fullName ?? w.unnamed;
  const pictured = pictures.length > 0;
  const lists = Object.fromEntries(listNames.filter(isList).map((name) => [name, profile[name]]));
  const about = { candidateId: data.candidateId ?? null, fileName: document.fileName, sha256: profile.meta.sha256 };
  const { within } = data;
  return page(
    locale,
    `${w.reviewTitle} – ${title}`,
    styles + (within?.styles ?? '') + sections.map((_, index) => markStyles(index)).join(''),
    markup`${within ? within.head : markup``}<a class="skip" href="#send">${s.skip}</a>
    <header>
      <p class="eyebrow">${w.reviewTitle}</p>
      <h1 dir="auto">${title}</h1>
      <p class="muted">${s.intro}</p>
      <noscript><p class="missing">${s.noScript}</p></noscript>
    </header>
    <div class="sheet">
      <main class="read" aria-label="${s.profileColumn}">
        ${noticesHtml(profile, document.hiddenText, sections, marks, locale)}
        ${sections.length === 0 ? markup`<p>${w.readNothing}</p>` : markup``}
        ${sections.map((section, index) => sectionHtml({ profile, section, index, links: marks.links[index], pictured, locale }))}
        ${addMissingHtml(profile, locale)}
        ${sendHtml(about, within ?? address, locale)}
        <p class="source">
          ${w.labelled(w.source, document.fileName)} · ${w.labelled(w.engine, w.engineName[profile.meta.engine])}
        </p>
      </main>
      <section class="original" aria-label="${w.cv}">
        ${pictured ? picturesHtml(pictures, document, marks, locale) : linesHtml(document.lines, locale)}
      </section>
    </div>
    <p id="status" role="status" aria-live="polite"></p>
    ${dataBlock('sheet-data', { words: within ? { ...s.script, sent: '' } : s.script, lists, about })}`,
    { pictures: pictured, script, formOrigin: within ? "'self'" : address?.origin },
  );
}

function addressOf(text: string | undefined): URL | null {
  if (!text?.trim()) return null;
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  if (url && /^https?:$/.test(url.protocol) && !url.username) return url;
  throw new VivierError('invalid-input', { what: 'correctionsUrl', reason: 'http(s)://…' });
}
