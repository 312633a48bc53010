import type { DefaultTreeAdapterTypes } from 'parse5';
import { isPortrait } from '../portrait';
import type { BesideText } from '../suspicion';
import { cssLength, parseDeclarations } from './css';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Attributes whose text a browser shows only when asked, or never. */
const UNSHOWN = ['alt', 'title', 'aria-label', 'aria-description', 'summary', 'placeholder', 'longdesc', 'data-prompt'];
/** What pages call a portrait. */
const PORTRAIT_NAME = /photo|portrait|avatar|headshot|profile|identite|bewerbungsbild|passfoto|foto/i;
/** Names of pictures that are no portrait whatever their size. */
const OTHER_NAME = /logo|icon|qr|badge|flag|banner|signature/i;

const valueOf = (element: Element, name: string) => element.attrs.find((a) => a.name === name)?.value;

/** Every element of a page. Iterative: pages nest deeper than the stack. */
function elementsIn(nodes: readonly Node[]): Element[] {
  const found: Element[] = [];
  const waiting = [...nodes].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!('tagName' in node)) continue;
    found.push(node);
    waiting.push(...[...node.childNodes].reverse());
  }
  return found;
}

function unshown(element: Element): string[] {
  if (element.tagName === 'meta') return [valueOf(element, 'content') ?? ''];
  const texts = UNSHOWN.map((name) => valueOf(element, name) ?? '');
  if (element.tagName === 'input' && valueOf(element, 'type') === 'hidden') texts.push(valueOf(element, 'value') ?? '');
  return texts;
}

/** Points; null where neither attribute nor style says it. */
function side(element: Element, name: 'width' | 'height'): number | null {
  const css = parseDeclarations(valueOf(element, 'style') ?? '')[name];
  return cssLength(css ?? valueOf(element, name), 12);
}

function looksLikePortrait(image: Element): boolean | null {
  const names = ['alt', 'class', 'id', 'src']
    .map((name) => valueOf(image, name) ?? '')
    .map((text) => text.slice(0, 200));
  const own = names.filter((name) => !name.startsWith('data:')).join(' ');
  if (OTHER_NAME.test(own)) return false;
  if (PORTRAIT_NAME.test(own)) return true;
  const [width, height] = [side(image, 'width'), side(image, 'height')];
  return width === null || height === null ? null : isPortrait({ width, height });
}

/** What a page carries beside its text, and whether it shows a portrait: null when there are pictures of which nothing tells the size. */
export function besidePage(nodes: readonly Node[]): { beside: BesideText[]; photo: boolean | null } {
  const elements = elementsIn(nodes);
  const beside = elements
    .flatMap(unshown)
    .filter(Boolean)
    .map((text) => ({ text }));
  const answers = elements.filter((e) => e.tagName === 'img').map(looksLikePortrait);
  return { beside, photo: answers.includes(true) ? true : answers.includes(null) ? null : false };
}
