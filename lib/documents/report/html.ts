import { dayInWords } from '../dates';
import { Html, markup, page } from '../html';
import { colours, statusColours } from '../theme';
import { words } from '../words';
import { columnsSvg } from './columns';
import type { Report, ReportBlock, ReportCell } from './types';

const tones = Object.entries(statusColours)
  .map(([name, colour]) => `.${name}{color:${colour}}svg.${name} .fill{fill:${colour}}`)
  .join('');
export const reportStyles = `*{box-sizing:border-box}body{margin:0;background:${colours.soft};color:${colours.text};font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
main{max-width:1080px;margin:0 auto;padding:40px 24px 80px}h1{font-size:28px;line-height:1.2;margin:0 0 6px}h2{font-size:19px;margin:32px 0 10px}h3{font-size:15px;margin:20px 0 6px}p{margin:0 0 8px;max-width:90ch}
.muted{color:${colours.muted}}.small{font-size:12.5px;color:${colours.muted};display:block}.eyebrow{color:${colours.accent};font-size:12px;font-weight:700;letter-spacing:.08em;text-transform:uppercase;margin-bottom:4px}
.scroll{overflow-x:auto;background:#fff;border-radius:8px;box-shadow:0 1px 2px rgba(28,39,51,.08);margin-bottom:12px}table{width:100%;border-collapse:collapse}th{font-size:12px;font-weight:600;color:${colours.muted};text-align:left;padding:10px 14px;border-bottom:2px solid ${colours.line};vertical-align:bottom}
td{padding:10px 14px;border-bottom:1px solid ${colours.line};vertical-align:top;font-size:14px;overflow-wrap:break-word;min-width:90px}td:first-child{font-weight:600}tr:last-child td{border-bottom:0}
svg.bar{display:block;width:100%;max-width:220px;height:6px;margin-top:5px}svg .track{fill:${colours.track}}svg .fill{fill:${colours.accent}}
ul{margin:0 0 12px;padding-left:20px;max-width:90ch}li{margin-bottom:3px}li::marker{color:${colours.muted}}dl.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(170px,1fr));gap:12px;margin:0 0 16px}
.facts div{background:#fff;border-radius:8px;padding:14px 16px;box-shadow:0 1px 2px rgba(28,39,51,.08)}.facts dt{color:${colours.muted};font-size:13px}.facts dd{margin:2px 0 0;font-size:17px;font-weight:600;line-height:1.3}
figure{margin:0 0 16px;padding:16px 18px;background:#fff;border-radius:8px;box-shadow:0 1px 2px rgba(28,39,51,.08);overflow-x:auto}figcaption{font-weight:600;font-size:14px;margin-bottom:10px}figure>svg{display:block;width:100%;min-width:560px;height:auto}
.bars{display:grid;grid-template-columns:minmax(80px,auto) 1fr auto;gap:8px 14px;align-items:center;margin:0;padding:0;list-style:none;max-width:none;font-size:14px}.bars li{display:contents}.bars svg.bar{max-width:none;height:12px;margin:0}.bars strong{font-weight:600;text-align:right}
aside{margin:28px 0;padding:16px 20px;background:#fff;border-left:4px solid ${colours.accent};border-radius:0 8px 8px 0}aside strong{display:block;margin-bottom:4px}aside p{font-size:13px;color:${colours.muted}}
td strong{font-weight:600}${tones}@media print{body{background:#fff}main{padding:0}.scroll,figure,.facts div{box-shadow:none}tr,aside,figure{break-inside:avoid}h2,h3{break-after:avoid}.new-page{break-before:page}}`;

/** The blocks of a report as a part of another page, which has `reportStyles`. */
export const reportBlocks = (blocks: ReportBlock[]): Html => markup`${blocks.map(blockHtml)}`;

/** One page that loads nothing and runs nothing. */
export function reportHtml(report: Report): string {
  const made = words[report.locale].madeOn(dayInWords(report.generatedAt, report.locale));
  return page(
    report.locale,
    `${report.eyebrow} – ${report.title}`,
    reportStyles,
    markup`<main>
      <header>
        <p class="eyebrow">${report.eyebrow}</p>
        <h1>${report.title}</h1>
        <p class="muted">${[report.subtitle, made].filter(Boolean).join(' · ')}</p>
      </header>
      ${report.blocks.map(blockHtml)}
    </main>`,
  );
}

function blockHtml(block: ReportBlock): Html {
  switch (block.kind) {
    case 'heading': {
      const start = block.newPage ? markup` class="new-page"` : markup``;
      return block.level === 3 ? markup`<h3>${block.text}</h3>` : markup`<h2${start}>${block.text}</h2>`;
    }
    case 'text':
      return markup`<p class="${block.tone ?? ''}">${block.text}</p>`;
    case 'note':
      return markup`<aside><strong>${block.title}</strong><p>${block.text}</p></aside>`;
    case 'list':
      return markup`${block.title ? markup`<h3 class="${block.tone ?? ''}">${block.title}</h3>` : markup``}
        <ul>${block.items.map((item) => markup`<li>${item}</li>`)}</ul>`;
    case 'facts':
      return markup`<dl class="facts">${block.items.map(({ label, text }) => markup`<div><dt>${label}</dt><dd>${text}</dd></div>`)}</dl>`;
    case 'table':
      return markup`<div class="scroll" tabindex="0" role="region" aria-label="${block.head.filter(Boolean).join(', ')}"><table>
        <thead><tr>${block.head.map((text) => markup`<th scope="col">${text}</th>`)}</tr></thead>
        <tbody>${block.rows.map((row) => markup`<tr>${row.map(cellHtml)}</tr>`)}</tbody>
      </table></div>`;
    case 'bars':
      return markup`<figure><figcaption>${block.title}</figcaption>
        <ul class="bars">${block.items.map(({ label, share, text, tone }) => markup`<li><span>${label}</span>${barHtml(share, tone)}<strong>${text}</strong></li>`)}</ul></figure>`;
    case 'columns':
      return markup`<figure role="img" tabindex="0" aria-label="${block.title} : ${block.items.map(({ label, value }) => `${label} ${value}`).join(', ')}">
        <figcaption>${block.title}</figcaption>${new Html(columnsSvg(block.items, 'system-ui, sans-serif'))}</figure>`;
  }
}

function cellHtml(cell: ReportCell): Html {
  if (typeof cell === 'string') return markup`<td>${cell}</td>`;
  const main = cell.tone ? markup`<strong class="${cell.tone}">${cell.text}</strong>` : markup`${cell.text}`;
  const bar = cell.share === undefined ? false : barHtml(cell.share, cell.tone);
  return markup`<td>${main}${bar}${cell.small ? markup`<span class="small">${cell.small}</span>` : false}</td>`;
}

/** A picture, not a style: the page's policy allows no inline style. The number stands beside it in words. */
function barHtml(share: number, tone = ''): Html {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return markup`<svg class="bar ${tone}" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="4" /><rect class="fill" width="${width}" height="4" /></svg>`;
}
