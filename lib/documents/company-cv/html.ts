import { type Html, markup, page } from '../html';
import { cvWords } from './words';
import type { Entry, Item } from './content';
import type { Block, CvLayout, Section } from './layout';
import type { CvStyle } from './styles';

/** One page that loads nothing; printed, it is A4. */
export function layoutHtml(layout: CvLayout): Buffer {
  const { head, sections, style, locale, properties } = layout;
  const side = sections.filter(({ place }) => place === 'side');
  const main = sections.filter(({ place }) => place === 'main');
  const body = markup`<div class="sheet ${style.name}">
    <header>
      ${logoHtml(layout)}
      <div>
        ${optional(head.eyebrow, (text) => markup`<p class="eyebrow">${text}</p>`)}
        <h1>${head.name}</h1>
        ${optional(head.headline, (text) => markup`<p class="headline">${text}</p>`)}
        ${head.contact.length > 0 && markup`<ul class="contact">${head.contact.map((one) => markup`<li>${one}</li>`)}</ul>`}
      </div>
    </header>
    <main>${main.map((section) => sectionHtml(section, layout))}</main>
    ${side.length > 0 && markup`<aside>${side.map((section) => sectionHtml(section, layout))}</aside>`}
    <footer>
      <p>${layout.footer}</p>
      <p><em>${layout.machineNote}</em></p>
    </footer>
  </div>`;
  return Buffer.from(page(locale, properties.title, sheet(style), body, { pictures: true }), 'utf8');
}

const optional = (text: string, html: (text: string) => Html): Html | false => text !== '' && html(text);

function logoHtml({ logo, head }: CvLayout): Html | false {
  if (!logo) return false;
  const source = `data:image/${logo.type === 'png' ? 'png' : 'jpeg'};base64,${Buffer.from(logo.data).toString('base64')}`;
  return markup`<img class="logo" src="${source}" alt="${head.eyebrow || 'Logo'}">`;
}

function sectionHtml({ title, block }: Section, layout: CvLayout): Html {
  return markup`<section>
    <h2>${title}</h2>
    ${blockHtml(block, layout)}
  </section>`;
}

function blockHtml(block: Block, { locale }: CvLayout): Html {
  switch (block.kind) {
    case 'text':
      return markup`<p>${block.text}</p>`;
    case 'entries':
      return markup`${block.entries.map(entryHtml)}`;
    case 'groups':
      return markup`${block.groups.map(
        ({ group, names }) => markup`<div class="row">
          ${group !== '' && markup`<h3 class="label">${group}</h3>`}
          <ul class="inline">${names.map((name) => markup`<li>${itemHtml(name)}</li>`)}</ul>
        </div>`,
      )}`;
    case 'levels':
      return markup`<ul class="levels">${block.levels.map(
        ({ name, level, filled }) => markup`<li>
          <span class="label">${name}</span>
          ${filled !== null && markup`<span class="bar" role="img" aria-label="${cvWords[locale].levelOf6(level, filled)}">${bars(filled)}</span>`}
          <span class="level">${level}</span>
        </li>`,
      )}</ul>`;
    case 'list':
      return markup`<ul class="inline">${block.items.map((item) => markup`<li>${item}</li>`)}</ul>`;
    case 'picture':
      return markup`<img class="chart" src="data:image/png;base64,${block.picture.png.toString('base64')}" alt="${block.picture.alt}">
        ${block.caption !== '' && markup`<p class="caption">${block.caption}</p>`}`;
  }
}

const bars = (filled: number): Html[] =>
  Array.from({ length: 6 }, (_, place) => (place < filled ? markup`<i class="on"></i>` : markup`<i></i>`));

const itemHtml = ({ text, strong }: Item): Html => (strong ? markup`<strong>${text}</strong>` : markup`${text}`);

function entryHtml({ aside, title, subtitle, lines }: Entry): Html {
  return markup`<article>
    ${aside !== '' && markup`<p class="dates">${aside}</p>`}
    <div>
      ${title !== '' && markup`<h3>${title}</h3>`}
      ${subtitle !== '' && markup`<p class="where">${subtitle}</p>`}
      ${lines.length > 0 && markup`<ul>${lines.map((line) => markup`<li>${itemHtml(line)}</li>`)}</ul>`}
    </div>
  </article>`;
}

/** One sheet for all styles; what tells them apart follows what they share. */
function sheet({ name, accent, tint, text, muted, line, webFont }: CvStyle): string {
  const shared = `*{box-sizing:border-box}body{margin:0;background:#e9ecef;color:${text};font:14px/1.5 ${webFont};overflow-wrap:anywhere}
.sheet{position:relative;max-width:860px;margin:24px auto;background:#fff;box-shadow:0 2px 14px rgba(0,0,0,.12)}header{display:flex;gap:24px}header>div{flex:1;min-width:0}
h1{font-size:36px;line-height:1.1;margin:0;font-weight:600}.headline{font-size:17px;margin:4px 0 0}.eyebrow{font-size:11px;font-weight:600;letter-spacing:.1em;text-transform:uppercase;margin:0 0 8px}
h2{font-size:16px;line-height:1.3;color:${accent};margin:26px 0 10px;font-weight:600;break-after:avoid}h3{font-size:14px;margin:0;font-weight:600}p{margin:0}ul{margin:4px 0 0;padding:0;list-style:none}
article li{padding-left:14px;text-indent:-14px}article li::before{content:"–";color:${accent};display:inline-block;width:14px;text-indent:0}article{margin:0 0 14px;break-inside:avoid}.where,.dates,.level,.caption{color:${muted}}
.caption,footer{font-size:12px}.logo{max-width:160px;max-height:56px;align-self:flex-start}.chart{display:block;width:100%;height:auto}.contact,.inline{display:flex;flex-wrap:wrap}
.inline{margin:0}.inline li:not(:last-child)::after,.contact li:not(:last-child)::after{content:"·";margin:0 8px;color:${muted}}.levels li{display:flex;gap:14px;align-items:center;margin-bottom:3px}
.bar{display:inline-flex;gap:3px}.bar i{width:12px;height:6px;border-radius:2px;background:${line}}.bar i.on{background:${accent}}.row{margin-bottom:6px}footer{color:${muted};padding-top:24px}
@page{size:A4;margin:14mm 0}@media print{body{background:#fff;font-size:9.5pt}.sheet{margin:0;max-width:none;box-shadow:none}}`;
  switch (name) {
    case 'banner':
      return `${shared}
header{background:${accent};color:#fff;padding:44px 56px 32px;print-color-adjust:exact}header .contact{margin-top:14px;font-size:13px}.contact li:not(:last-child)::after{color:#fff}.logo{order:2;background:#fff;padding:8px;border-radius:4px}
main{padding:6px 56px 0}h2{border-bottom:1px solid ${line};padding-bottom:4px}article,.row{display:grid;grid-template-columns:140px 1fr;gap:0 16px}article>div,.row .inline{grid-column:2}.dates,.row .label{font-size:13px;font-weight:400;color:${muted}}
.levels .label{width:142px;color:${muted}}footer{padding:24px 56px 36px}@media(max-width:640px){header,main,footer{padding-left:22px;padding-right:22px}article,.row{display:block}}`;
    case 'sidebar':
      return `${shared}
.sheet{display:grid;grid-template-columns:minmax(0,1fr) 260px;grid-template-rows:auto 1fr auto}header{padding:48px 36px 0 52px;flex-direction:column;gap:0}h1{color:${accent}}.headline,.eyebrow{color:${muted}}header>div::after{content:"";display:block;width:56px;height:4px;background:${accent};margin-top:14px}
.logo{margin-bottom:18px}main{padding:0 36px 0 52px;grid-row:2}aside{grid-column:2;grid-row:1/4;background:${tint};border-left:4px solid ${accent};padding:30px 26px;print-color-adjust:exact}aside .inline,aside .contact{display:block}aside .inline li::after{display:none}aside h2{font-size:15px;margin:18px 0 8px}
.levels li{flex-wrap:wrap;gap:2px 8px;margin-bottom:7px}.levels .label{font-weight:600}.levels .bar{order:3;width:100%}aside,aside h3{font-size:13px}aside .row{margin-bottom:10px}.dates{font-size:13px}footer{padding:24px 36px 36px 52px;grid-row:3}@media(max-width:640px){.sheet{display:block}header,main,footer{padding-left:22px;padding-right:22px}}`;
    case 'classic':
      return `${shared}
.sheet{padding:52px 76px 40px}header{display:block;text-align:center}h1{color:${accent};font-weight:400}.headline{font-style:italic;color:${muted};padding-bottom:14px;border-bottom:1px solid ${line}}.eyebrow{color:${muted};font-weight:400}.contact{justify-content:center;font-size:13px;margin-top:10px}.logo{margin:0 auto 14px;display:block}
h2{font-size:13.5px;text-transform:uppercase;letter-spacing:.1em;border-bottom:1px solid ${line};padding-bottom:4px}article{position:relative}.dates{float:right;font-style:italic;font-size:13px;margin-left:16px}.levels .label{width:120px;font-weight:600}@media(max-width:640px){.sheet{padding:28px 22px}.dates{float:none;margin:0}}`;
  }
}
