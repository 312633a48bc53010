import { dayInWords } from '../dates';
import { markup, page, type Html } from '../html';
import { words } from '../words';
import { candidateViews, countLine, type CandidateView, type CriterionView, type ShortlistData } from './model';
import { styles } from './styles';

type Words = (typeof words)['fr'];

/** One page that opens offline: the ranked table, then a section for each candidate. */
export function shortlistHtml(data: ShortlistData): string {
  const w = words[data.locale];
  const candidates = candidateViews(data);
  return page(
    data.locale,
    w.shortlistFor(data.offer.title),
    styles,
    markup`<main>
      <header>
        <p class="eyebrow">${w.shortlist}</p>
        <h1>${data.offer.title}</h1>
        <p class="muted">${countLine(data)} · ${w.madeOn(dayInWords(data.generatedAt, data.locale))}</p>
      </header>
      ${candidates.length === 0 ? markup`<p>${w.noCandidates}</p>` : rankingTable(candidates, w)} ${note(w)}
      ${candidates.map((candidate, index) => candidateSection(candidate, index, w))}
    </main>`,
  );
}

function rankingTable(candidates: CandidateView[], w: Words): Html {
  return markup`<table class="ranking">
    <thead>
      <tr>
        <th scope="col">${w.rank}</th>
        <th scope="col">${w.candidate}</th>
        <th scope="col">${w.score}</th>
        <th scope="col">${w.experience}</th>
        <th scope="col">${w.degree}</th>
        <th scope="col">${w.missingMusts}</th>
      </tr>
    </thead>
    <tbody>
      ${candidates.map((one, index) => rankingRow(one, index, w))}
    </tbody>
  </table>`;
}

function rankingRow(one: CandidateView, index: number, w: Words): Html {
  return markup`<tr>
    <td class="rank">${one.rank}</td>
    <td><a href="#c${index + 1}">${one.name}</a><br /><span class="muted">${one.headline}</span></td>
    <td class="score">
      <strong class="${one.band}">${one.score}</strong>
      <span class="band ${one.band}">${one.bandName}</span>${bar(one.share, one.band)}
    </td>
    <td>${one.experience}</td>
    <td>${one.degree}</td>
    <td>${mustHaves(one, w)}</td>
  </tr>`;
}

function mustHaves({ missing, openMusts }: CandidateView, w: Words): Html {
  const open = openMusts === null ? markup`` : markup`<span class="unknown">${openMusts}</span>`;
  if (missing.length > 0) return markup`${list(missing)}${open}`;
  return openMusts === null ? markup`<span class="met">${w.nothingMissing}</span>` : open;
}

/** A picture, not a style: the page's policy allows no inline style. */
function bar(share: number, tone: string): Html {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return markup`<svg class="bar ${tone}" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
    <rect class="track" width="100" height="4" rx="1" />
    <rect class="fill" width="${width}" height="4" rx="1" />
  </svg>`;
}

function note(w: Words): Html {
  return markup`<aside>
    <h2>${w.noteTitle}</h2>
    <p>${w.note}</p>
  </aside>`;
}

function candidateSection(one: CandidateView, index: number, w: Words): Html {
  const position = markup`<p class="eyebrow">${w.rank} ${one.rank}</p>`;
  return markup`<section id="c${index + 1}">
    <header class="person">
      <div>
        ${position}
        <h2>${one.name}</h2>
        <p class="muted">${one.headline}</p>
      </div>
      <div class="figure ${one.band}">
        <strong>${one.score}</strong><span>${w.outOf100}</span><em>${one.bandName}</em>
      </div>
    </header>
    <p class="facts">
      <span>${w.labelled(w.experience, one.experience)}</span
      ><span>${w.labelled(w.degree, one.degree)}</span
      >${one.interval !== null && markup`<span>${w.labelled(w.score, one.interval)}</span>`}
    </p>
    <div class="columns">
      ${block(w.strengths, one.strengths, 'met')}${block(w.missing, one.gaps, 'missing')}${block(w.toCheck, one.toCheck, 'unknown')}
    </div>
    <h3>${w.criteria}</h3>
    <table class="criteria">
      <tbody>
        ${one.criteria.map((criterion) => criterionRow(criterion))}
      </tbody>
    </table>
    ${block(w.warnings, one.warnings, 'unknown')}
    <p class="source">
      ${w.labelled(w.source, one.source)} · ${w.labelled(w.engine, one.engine)} · ${w.labelled(w.reliability, one.reliability)} · ${w.labelled(w.formula, one.formula)}
    </p>
  </section>`;
}

function criterionRow(criterion: CriterionView): Html {
  return markup`<tr>
    <td class="label">
      <strong>${criterion.label}</strong><br /><span class="muted">${criterion.standing}</span>
    </td>
    <td class="measure">
      <span class="${criterion.status}">${criterion.statusName}</span>
      <span class="muted">${criterion.points} / ${criterion.maxPoints}</span>${bar(criterion.share, criterion.status)}
    </td>
    <td>
      ${criterion.reason} <cite>${criterion.places}</cite>${criterion.proofs.map((proof) => markup`<blockquote>${proof}</blockquote>`)}
    </td>
  </tr>`;
}

function block(title: string, items: string[], tone: string): Html {
  if (items.length === 0) return markup``;
  return markup`<div class="block ${tone}">
    <h3>${title}</h3>
    ${list(items)}
  </div>`;
}

function list(items: string[]): Html {
  return markup`<ul>
    ${items.map((item) => markup`<li>${item}</li>`)}
  </ul>`;
}
