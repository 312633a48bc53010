import { clean } from '../clean';
import { markup, ownFont, page, type Html } from '../html';
import { markdownText } from '../markdown-text';
import { colours } from '../theme';
import type { Letter, LetterStyle } from './types';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
}

const FONT = "font-family:Georgia,'Times New Roman',serif";

/** What n8n's Send Email takes. Styles stand on the elements: mail programs drop style sheets. Nothing is loaded. */
export function mailOf(letter: Letter, style: LetterStyle = {}): Mail {
  return {
    to: letter.email ?? '',
    subject: letter.subject,
    text: textOf(letter),
    html: mailHtml(letter, style).markup,
  };
}

export function textOf({ blocks, signature, machineLine }: Letter): string {
  const parts = blocks.map((block) =>
    block.kind === 'text' ? block.text : block.items.map((item) => `– ${item.replace(/\n/g, ' ')}`).join('\n'),
  );
  return [...parts, signature.join('\n'), machineLine ? `-- \n${machineLine}` : ''].filter(Boolean).join('\n\n');
}

export const accentOf = ({ colour }: LetterStyle): string =>
  /^#[0-9a-f]{6}$/i.test(colour ?? '') ? (colour as string) : colours.accent;

/** At the foot of the printed letter: the company's own line, and the one that says that a model helped. */
export const footLines = ({ machineLine }: Letter, { footer }: LetterStyle): string[] =>
  [...clean(footer ?? '').split('\n'), machineLine ?? ''].map((line) => line.trim()).filter(Boolean);

function mailHtml(letter: Letter, style: LetterStyle): Html {
  const { locale, signature, machineLine } = letter;
  return markup`<div lang="${locale}" style="${FONT};font-size:16px;line-height:1.55;color:${colours.text};max-width:640px">
${blocksHtml(letter)}
<p style="margin:24px 0 0;padding-top:12px;border-top:2px solid ${accentOf(style)}">${linesHtml(signature)}</p>
${machineLine !== null && markup`<p style="margin:20px 0 0;font-size:13px;color:${colours.muted}">${machineLine}</p>`}
</div>`;
}

function blocksHtml({ blocks }: Letter): Html[] {
  return blocks.map((block) =>
    block.kind === 'text'
      ? markup`<p style="margin:0 0 14px">${linesHtml(block.text.split('\n'), true)}</p>`
      : markup`<ul style="margin:0 0 14px;padding-left:22px">${block.items.map((item) => markup`<li style="margin:0 0 4px">${item}</li>`)}</ul>`,
  );
}

const LINK = /https:\/\/[^\s<>"']+[^\s<>"'.,;:)]/g;

function linesHtml(lines: string[], withLinks = false): Html[] {
  return lines.map((line, index) => markup`${index > 0 && markup`<br>`}${withLinks ? linked(line) : line}`);
}

/** Addresses that the sender gave can be clicked; only https, and shown as they are. */
function linked(line: string): Html[] {
  const links = [...line.matchAll(LINK)];
  const ends = links.map((link) => link.index + link[0].length);
  return [
    ...links.map((link, at) => {
      const before = line.slice(at === 0 ? 0 : ends[at - 1], link.index);
      return markup`${before}<a href="${link[0]}">${link[0]}</a>`;
    }),
    markup`${line.slice(ends.at(-1) ?? 0)}`,
  ];
}

/** A page of its own, as the printed letter reads. */
export function letterPage(letter: Letter, style: LetterStyle): string {
  const { from, to, placeAndDay, subject, signature } = letter;
  const { logo = null } = style;
  const styles = `body{margin:0;background:${colours.soft};color:${colours.text};font:16px/1.55 ${ownFont(style.font)}Georgia,"Times New Roman",serif;overflow-wrap:anywhere}
main{max-width:640px;margin:32px auto;padding:56px 64px;background:#fff;border-top:6px solid ${accentOf(style)}}.from strong{color:${accentOf(style)}}.to{margin:28px 0 28px 50%}
.day{margin:0 0 20px}h1{font-size:16px;margin:0 0 24px}footer{margin-top:28px}.logo{display:block;max-width:160px;max-height:56px;margin:0 0 14px}.foot{margin-top:32px;font-size:13px;color:${colours.muted}}
p{margin:0 0 14px}ul{margin:0 0 14px;padding-left:22px}@media(max-width:600px){main{padding:28px 20px}.to{margin-left:0}}@media print{body{background:#fff}main{margin:0;border:0}}`;
  const body = markup`<main>
${logo && markup`<img class="logo" src="data:image/${logo.type === 'png' ? 'png' : 'jpeg'};base64,${Buffer.from(logo.data).toString('base64')}" alt="${from[0] ?? 'Logo'}">`}
<p class="from"><strong>${from[0] ?? ''}</strong>${from.slice(1).map((line) => markup`<br>${line}`)}</p>
<p class="to">${linesHtml(to)}</p>
<p class="day">${placeAndDay}</p>
<h1>${subject}</h1>
${letter.blocks.map((block) => (block.kind === 'text' ? markup`<p>${linesHtml(block.text.split('\n'))}</p>` : markup`<ul>${block.items.map((item) => markup`<li>${item}</li>`)}</ul>`))}
<footer>${linesHtml(signature)}</footer>
${footLines(letter, style).map((line) => markup`<p class="foot">${line}</p>`)}
</main>`;
  return page(letter.locale, subject, styles, body, { pictures: logo !== null });
}

export function letterMarkdown(letter: Letter): string {
  const lines = (values: string[]) => values.map(markdownText).join('  \n');
  const { from, to, placeAndDay, subject, blocks, signature, machineLine } = letter;
  const body = blocks.map((block) =>
    block.kind === 'text'
      ? lines(block.text.split('\n'))
      : block.items.map((item) => `- ${markdownText(item)}`).join('\n'),
  );
  const parts = [
    lines(from),
    lines(to),
    markdownText(placeAndDay),
    `## ${markdownText(subject)}`,
    ...body,
    lines(signature),
  ];
  return `${[...parts, machineLine ? `*${markdownText(machineLine)}*` : ''].filter(Boolean).join('\n\n')}\n`;
}
