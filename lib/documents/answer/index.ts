import type { Locale } from '../../errors';
import { markup, page, type Html } from '../html';
import { markdownText } from '../markdown-text';
import { baseStyles, colours } from '../theme';
import { words } from '../words';
import { answerWords } from './words';

/** A passage of a CV that speaks for the person, and where it stands. */
export interface AnswerProof {
  quote: string;
  page: number | null;
  /** First and last line, counted from 1. */
  lines: [number, number] | null;
}

export interface AnsweredPerson {
  name: string | null;
  headline: string | null;
  city: string | null;
  proofs: AnswerProof[];
  /** Where a person can be looked at: an address of the web, or a path on the same server. */
  link?: string;
}

/** What the pool said to a question in plain words. */
export interface AnswerData {
  /** The filter as it was understood, a part each. */
  understood: string[];
  /** How many match, whatever is shown of them. */
  total: number;
  people: AnsweredPerson[];
}

/** The answer as a page that loads and runs nothing, and as a text for a chat (Markdown). The filter comes first: a person can see what was searched. */
export function renderAnswer(answer: AnswerData, locale: Locale): { html: string; text: string } {
  return { html: asPage(answer, locale), text: asText(answer, locale) };
}

function asPage({ understood, total, people }: AnswerData, locale: Locale): string {
  const w = answerWords[locale];
  const body = markup`<main>
    <header>
      <p class="eyebrow">${w.title}</p>
      <h1>${w.found(total)}</h1>
      <p class="muted">${w.understood}</p>
      ${understood.length ? markup`<ul class="filter">${understood.map((part) => markup`<li>${part}</li>`)}</ul>` : markup`<p>${w.everybody}</p>`}
    </header>
    ${people.length ? markup`<ol>${people.map((person) => personHtml(person, locale))}</ol>` : markup`<p>${w.nobody}</p>`}
    <p class="muted">${w.readOn}</p>
  </main>`;
  return page(locale, `${w.title} – ${w.found(total)}`, styles, body);
}

function personHtml({ name, headline, city, proofs, link }: AnsweredPerson, locale: Locale): Html {
  const w = answerWords[locale];
  const shown = name ?? words[locale].unnamed;
  const where = [headline, city].filter(Boolean).join(' · ');
  return markup`<li>
    <h2>${link ? markup`<a href="${link}" target="_blank" rel="noopener">${shown}</a>` : shown}</h2>
    ${where ? markup`<p class="muted">${where}</p>` : markup``}
    ${proofs.length ? markup`<ul aria-label="${w.quoted}">${proofs.map((proof) => markup`<li><q>${proof.quote}</q> <span class="proof">${placeOf(proof, locale)}</span></li>`)}</ul>` : markup`<p class="muted">${w.noQuote}</p>`}
  </li>`;
}

function placeOf({ page: number, lines }: AnswerProof, locale: Locale): string {
  return number !== null && lines ? words[locale].lineRef(number, ...lines) : words[locale].toVerify;
}

function asText({ understood, total, people }: AnswerData, locale: Locale): string {
  const w = answerWords[locale];
  const filter = understood.length ? understood.map(markdownText).join(' ; ') : w.everybody;
  const head = [`**${w.found(total)}**`, words[locale].labelled(w.understood, filter)];
  const list = people.map((person, index) => {
    const where = [person.headline, person.city].flatMap((part) => (part ? [markdownText(part)] : [])).join(' · ');
    const quotes = person.proofs.map((proof) => `   - « ${markdownText(proof.quote)} » (${placeOf(proof, locale)})`);
    const name = `**${markdownText(person.name ?? words[locale].unnamed)}**`;
    return [
      `${index + 1}. ${person.link ? `[${name}](${person.link})` : name}${where ? `, ${where}` : ''}`,
      ...(quotes.length ? quotes : [`   - ${w.noQuote}`]),
    ];
  });
  return [...head, '', ...(people.length ? list.flat() : [w.nobody]), '', w.readOn].join('\n');
}

const styles = `${baseStyles}main{max-width:820px;margin:0 auto;padding:32px 20px 64px}
h1{font-size:22px;line-height:1.3;margin:0 0 12px}
h2{font-size:17px;margin:0}
h2 a{color:inherit}
p{margin:0 0 4px}
.muted{color:${colours.muted};font-size:14px}
.filter{list-style:none;padding:0;margin:4px 0 24px;display:flex;flex-wrap:wrap;gap:6px}
.filter li{background:#fff;border:1px solid ${colours.line};border-radius:14px;padding:2px 12px;font-size:14px}
ol{list-style:none;padding:0;margin:0 0 16px}
ol>li{background:#fff;border-radius:8px;padding:16px 20px;margin-bottom:12px;box-shadow:0 1px 2px rgba(28,39,51,.08)}
ol ul{margin:8px 0 0;padding-left:18px}
.proof{white-space:nowrap;color:${colours.muted};font-size:12px}
`;
