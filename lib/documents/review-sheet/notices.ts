import type { Locale } from '../../errors';
import type { HiddenText } from '../../extract';
import type { Profile } from '../../profile';
import { markup, type Html } from '../html';
import type { ProfileSection } from '../profile-rows';
import { typographic } from '../typography';
import { words } from '../words';
import { rowOf } from './entries';
import type { Marks } from './marks';
import { sheetWords } from './words';

/** What a person should know before trusting the reading: warnings, values the engines disagree on, text that the page does not show; each linked to its place. */
export function noticesHtml(
  { meta }: Profile,
  hiddenText: HiddenText[],
  sections: ProfileSection[],
  { links, hidden }: Marks,
  locale: Locale,
): Html {
  const w = words[locale];
  const rowIds = new Map(
    sections.flatMap(({ rows }, section) => rows.map(({ path }, row) => [path, links[section][row].rowId] as const)),
  );
  const linked = (text: string, id: string | undefined) =>
    id ? markup`<a href="#${id}">${text}</a>` : markup`${text}`;
  const print = (text: string) => typographic(text, locale);
  const notices = [
    ...meta.warnings.map(({ message }) => markup`${message}`),
    ...hiddenText.map((one) =>
      linked(print(w.hiddenText(one.page, one.text)), hidden.find(({ box }) => box === one.box)?.id),
    ),
    ...meta.disagreements.map(({ path, kept, other }) =>
      linked(print(w.disagreement(kept, other)), rowIds.get(rowOf(path))),
    ),
  ];
  if (notices.length === 0) return markup``;
  return markup`<section class="notices" aria-labelledby="notices-title">
    <h2 id="notices-title">${sheetWords(locale).notices}</h2>
    <ul>${notices.map((notice) => markup`<li dir="auto">${notice}</li>`)}</ul>
  </section>`;
}
