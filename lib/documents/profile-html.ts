import type { Locale } from '../errors';
import type { Profile } from '../profile';
import { markup, page, type Html } from './html';
import { inputsOf, sha256, sortedJson, type DocumentInputs } from './made';
import { profileSections, type ProfileRow } from './profile-rows';
import { baseStyles, colours, statusColours } from './theme';
import { words } from './words';

/**
 * What was read from a CV and where it stands there, as a page for the person who sent the file. Everything is escaped, nothing is loaded or run; a
 * value without evidence is marked as to be checked.
 */
export function renderProfileHtml(profile: Profile, locale: Locale): string {
  const w = words[locale];
  const title = profile.identity.fullName ?? w.unnamed;
  return page(
    locale,
    `${w.readTitle} – ${title}`,
    styles,
    markup`<main>
      <header>
        <p class="eyebrow">${w.readTitle}</p>
        <h1>${title}</h1>
        <p class="muted">${w.readIntro}</p>
      </header>
      ${profileBody(profile, locale)}
      <p class="source">
        ${w.labelled(w.source, profile.meta.fileName ?? w.notStated)} · ${w.labelled(w.engine, w.engineName[profile.meta.engine])}
      </p>
    </main>`,
  );
}

/** The same as a part of another page. @param quotes also the line of the CV that each value came from, as it stands there */
export function profileBody(profile: Profile, locale: Locale, quotes = false): Html {
  const w = words[locale];
  const sections = profileSections(profile, locale);
  return markup`${sections.length === 0 ? markup`<p>${w.readNothing}</p>` : markup``}
      ${sections.map(
        ({ title: heading, rows }) =>
          markup`<section>
            <h2>${heading}</h2>
            <dl>${rows.map((row) => rowHtml(row, locale, quotes))}</dl>
          </section>`,
      )}
      ${warningsHtml(profile, locale)}`;
}

function rowHtml(row: ProfileRow, locale: Locale, quotes: boolean): Html {
  const { label, value, detail, lines, evidence } = row;
  const w = words[locale];
  const [first] = evidence;
  const proof = first
    ? markup`<span class="proof">${w.lineRef(first.page, ...first.lines)}</span>`
    : markup`<span class="proof open">${w.toVerify}</span>`;
  const list =
    lines && lines.length > 0
      ? markup`<ul>
          ${lines.map((line) => markup`<li>${line}</li>`)}
        </ul>`
      : markup``;
  const quote = quotes && first ? markup`<q class="quote" dir="auto">${first.quote}</q>` : false;
  return markup`<dt>${label}</dt>
    <dd><strong>${value}</strong>${detail ? markup`<br />${detail}` : markup``} ${proof}${quote}${list}</dd>`;
}

function warningsHtml({ meta }: Profile, locale: Locale): Html {
  if (meta.warnings.length === 0) return markup``;
  return markup`<section class="warnings">
    <h2>${words[locale].warnings}</h2>
    <ul>
      ${meta.warnings.map(({ message }) => markup`<li>${message}</li>`)}
    </ul>
  </section>`;
}

/** What a profile page was made from: see `makeAgain`. */
export function profilePageInputs(profile: Profile, locale: Locale, data: Uint8Array): DocumentInputs {
  const template = { name: 'profile-page', version: sha256(sortedJson([styles, words[locale]])) };
  return inputsOf({ maker: 'profile-page', format: 'html', template }, profile, { locale }, data);
}

export const makeProfilePageAgain = (profile: Profile, { options }: DocumentInputs): Buffer =>
  Buffer.from(renderProfileHtml(profile, (options as { locale: Locale }).locale), 'utf8');

const styles = `${baseStyles}main{max-width:820px;margin:0 auto;padding:32px 20px 64px}
h1{font-size:26px;line-height:1.2;margin:0 0 4px}
h2{font-size:17px;margin:0 0 12px;color:${colours.accent}}
p{margin:0}
.muted{color:${colours.muted}}
header{margin-bottom:24px}
section{background:#fff;border-radius:8px;padding:20px 24px;margin-bottom:16px;box-shadow:0 1px 2px rgba(28,39,51,.08)}
dl{display:grid;grid-template-columns:minmax(110px,190px) 1fr;gap:10px 20px;margin:0}
dt{color:${colours.muted};font-size:14px}
dd{margin:0}
dd strong{font-weight:600}
ul{margin:4px 0 0;padding-left:18px}
.proof{display:inline-block;margin-left:6px;padding:0 8px;border-radius:10px;background:${colours.soft};color:${colours.muted};font-size:12px;white-space:nowrap}
.proof.open{background:#fdf3e1;color:${statusColours.partly}}
.warnings h2{color:${statusColours.partly}}
.source{font-size:12px;color:${colours.muted};margin-top:20px}
@media (max-width:600px){dl{grid-template-columns:1fr;gap:2px}dd{margin-bottom:12px}}
`;
