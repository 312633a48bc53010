import type { Locale } from '../../errors';
import type { Profile } from '../../profile';
import { clean } from '../clean';
import { markup, type Html } from '../html';
import type { ProfileRow, ProfileSection } from '../profile-rows';
import { words } from '../words';
import { fieldsOf, isList, missingFields, type EditField } from './fields';
import type { RowLink } from './marks';
import { sheetWords } from './words';

/** Letters after which a value is a paragraph, which nobody wants to read in bold. */
const LONG = 90;

interface SectionInput {
  profile: Profile;
  section: ProfileSection;
  index: number;
  links: RowLink[];
  pictured: boolean;
  locale: Locale;
}

export function sectionHtml(input: SectionInput): Html {
  const { section, index } = input;
  return markup`<section class="s${index}" aria-labelledby="h-${index}">
    <h2 id="h-${index}">${section.title}</h2>
    <dl>${section.rows.map((row, position) => rowHtml(row, position, input))}</dl>
  </section>`;
}

function rowHtml(row: ProfileRow, position: number, { profile, section, links, pictured, locale }: SectionInput): Html {
  const { rowId, markId } = links[position];
  const detail = row.detail ? markup`<br /><span dir="auto">${row.detail}</span>` : markup``;
  const label = row.label ? markup`${row.label}` : markup`<span class="unseen">${section.title}</span>`;
  return markup`<dt>${label}</dt>
    <dd id="${rowId}">${valueHtml(row, pictured ? markId : undefined, locale)}${detail}${differsHtml(profile, row, locale)}
    ${editHtml(profile, row, rowId, locale)}</dd>`;
}

/** The value, linked to its place: its frame on the page, else its line. */
function valueHtml({ value, evidence: [evidence] }: ProfileRow, markId: string | undefined, locale: Locale): Html {
  const w = words[locale];
  const text =
    value.length > LONG ? markup`<span dir="auto">${value}</span>` : markup`<strong dir="auto">${value}</strong>`;
  if (!evidence) return markup`${text} <span class="proof open">${w.toVerify}</span>`;
  const where = w.lineRef(evidence.page, ...evidence.lines);
  return markup`<a class="value" href="#${markId ?? `l${evidence.lines[0]}`}" data-lines="${evidence.lines.join('-')}" data-where="${where}">${text} <span class="proof">${where}</span></a>`;
}

/** What the other reading said, to be taken with one key. */
function differsHtml({ meta }: Profile, { path }: ProfileRow, locale: Locale): Html {
  const s = sheetWords(locale);
  const open = meta.disagreements.filter((one) => rowOf(one.path) === path);
  return markup`${open.map(({ path: field, other, kept }) => {
    const badge = markup`<span class="proof open">${s.differs}</span>`;
    const take = markup`<button type="button" data-take="${field}" data-value="${other ?? ''}">${s.take(other ?? '')}</button>`;
    const typed = !/\.dates$/.test(field) && other !== null && kept !== null;
    return markup`<p class="differs">${badge} ${typed ? take : markup`${words[locale].disagreement(kept, other)}`}</p>`;
  })}`;
}

/** The row that shows a path of the profile. */
export function rowOf(path: string): string {
  const [first, second] = path.split('.');
  if (isList(first)) return `${first}.${second}`;
  if (first === 'identity') return 'identity.fullName';
  return /^contact\.(?:address|city|postalCode)/.test(path) ? 'contact.address' : path;
}

function editHtml(profile: Profile, row: ProfileRow, rowId: string, locale: Locale): Html {
  const s = sheetWords(locale);
  const fields = fieldsOf(profile, row.path, locale);
  const [first] = row.path.split('.');
  if (fields.length === 0 && !isList(first)) return markup``;
  const remove = markup`<p class="field check"><input type="checkbox" id="x-${rowId}" data-remove="${row.path}" data-label="${row.value}" /><label for="x-${rowId}">${s.remove}</label></p>`;
  return markup`<details class="edit"><summary aria-label="${s.correctWhat(row.value)}">${s.correct}</summary>
    ${fields.map((field, index) => fieldHtml(field, `f-${rowId}-${index}`, fields.length > 1 ? row.value : '', locale))}
    ${isList(first) && remove}</details>`;
}

/** What the CV was not found to say, to be filled in by hand. */
export function addMissingHtml(profile: Profile, locale: Locale): Html {
  const s = sheetWords(locale);
  const fields = missingFields(profile, locale);
  if (fields.length === 0) return markup``;
  return markup`<section class="add"><details><summary>${s.addMissing}</summary>
    ${fields.map((field, index) => fieldHtml(field, `n-${index}`, '', locale))}</details></section>`;
}

const LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native'] as const;

function fieldHtml(field: EditField, id: string, of: string, locale: Locale): Html {
  const s = sheetWords(locale);
  // As browsers keep it, so that what nobody touched is not taken for a correction.
  const was = clean(field.value).replace(/\r\n?/g, '\n').trim();
  const what = of ? `${of} – ${field.label}` : field.label;
  const data = markup`id="${id}" data-path="${field.path}" data-was="${was}" data-label="${what}"`;
  const label = markup`<label for="${id}">${field.label}</label>`;
  const required = field.needed ? markup` required` : markup``;
  switch (field.kind === 'text' && was.includes('\n') ? 'lines' : field.kind) {
    case 'check':
      return markup`<p class="field check"><input type="checkbox" ${data}${was === 'true' ? markup` checked` : markup``} />${label}</p>`;
    case 'lines':
      return markup`<p class="field">${label}<textarea ${data} rows="4" dir="auto"${required}>${was}</textarea></p>`;
    case 'level': {
      const options = LEVELS.map(
        (level) =>
          markup`<option value="${level}"${level === was ? markup` selected` : markup``}>${words[locale].cefr[level]}</option>`,
      );
      return markup`<p class="field">${label}<select ${data}><option value="">${s.noLevel}</option>${options}</select></p>`;
    }
    case 'date':
      return markup`<p class="field">${label}<input type="text" ${data} value="${was}" pattern="[0-9]{4}(-(0[1-9]|1[0-2]))?" placeholder="2019-03" aria-describedby="hint-${id}" /><span class="hint" id="hint-${id}">${s.dateHint}</span></p>`;
    case 'text':
      return markup`<p class="field">${label}<input type="text" ${data} value="${was}" dir="auto" autocomplete="off"${required} /></p>`;
  }
}
