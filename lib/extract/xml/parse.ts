import { SaxesParser } from 'saxes';
import { VivierError } from '../../errors';

export interface XmlElement {
  /** Without its prefix. */
  name: string;
  /** By full name (`w:val`). */
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
}

/** No document of an office suite nests this deep; a hostile one would exhaust the stack. */
const DEEPEST = 400;

const local = (name: string) => name.slice(name.indexOf(':') + 1);

/**
 * A small tree of an XML text. A DOCTYPE is refused (`unsafe-xml`): it is what external entities and entity expansion need, and none of the formats read
 * here has one. Throws `corrupt` for what is not well-formed.
 */
export function parseXml(text: string, fileName: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const stack = [root];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('doctype', () => {
    throw new VivierError('unsafe-xml', { fileName });
  });
  parser.on('opentag', (tag) => {
    if (stack.length > DEEPEST) throw new VivierError('corrupt', { fileName, reason: 'nested too deep' });
    const element = { name: local(tag.name), attributes: tag.attributes as Record<string, string>, children: [] };
    stack[stack.length - 1].children.push(element);
    stack.push(element);
  });
  parser.on('closetag', () => {
    stack.pop();
  });
  const addText = (value: string) => {
    stack[stack.length - 1].children.push(value);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  try {
    parser.write(text.replace(/^\uFEFF/, '')).close();
  } catch (error) {
    if (error instanceof VivierError) throw error;
    throw new VivierError('corrupt', { fileName, reason: 'XML' }, { cause: error });
  }
  const [first] = elementsOf(root);
  if (!first) throw new VivierError('corrupt', { fileName, reason: 'XML' });
  return first;
}

export function elementsOf(element: XmlElement | undefined, name?: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const node of element?.children ?? []) {
    if (typeof node !== 'string' && (name === undefined || node.name === name)) found.push(node);
  }
  return found;
}

/** The first child element of that name, following a path of names. */
export function child(element: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>((at, name) => elementsOf(at, name)[0], element);
}

/** An attribute by its name without prefix. */
export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  if (!element) return undefined;
  if (name in element.attributes) return element.attributes[name];
  const key = Object.keys(element.attributes).find((full) => local(full) === name);
  return key === undefined ? undefined : element.attributes[key];
}

/** Every element of that name at any depth, in document order. */
export function descendants(element: XmlElement | undefined, name: string): XmlElement[] {
  return elementsOf(element).flatMap((e) => [...(e.name === name ? [e] : []), ...descendants(e, name)]);
}

export function textOf(element: XmlElement | undefined): string {
  return (element?.children ?? []).map((node) => (typeof node === 'string' ? node : textOf(node))).join('');
}
