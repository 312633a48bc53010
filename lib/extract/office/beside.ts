import { VivierError } from '../../errors';
import { isPortrait } from '../portrait';
import type { BesideText } from '../suspicion';
import { attribute, child, descendants, elementsOf, textOf, type XmlElement } from '../xml/parse';
import type { Archive } from './archive';

const EMU_PER_POINT = 12_700;
const POINTS: Record<string, number> = { pt: 1, cm: 28.35, mm: 2.835, in: 72, px: 0.75 };

/** A part that the document can do without: damage to it is no reason to refuse the rest. */
function optionalPart(archive: Archive, name: string): XmlElement | undefined {
  try {
    return archive.xml(name) ?? undefined;
  } catch (error) {
    if (error instanceof VivierError) return undefined;
    throw error;
  }
}

const leaves = (element: XmlElement | undefined): string[] =>
  elementsOf(element).flatMap((e) => (elementsOf(e).length > 0 ? leaves(e) : [textOf(e)]));

/** Descriptions that stand in for a picture or shape and are not shown. */
function alternatives(root: XmlElement): string[] {
  const drawn = [...descendants(root, 'docPr'), ...descendants(root, 'cNvPr')];
  const vml = ['shape', 'rect', 'imagedata'].flatMap((name) => descendants(root, name));
  return [
    ...drawn.flatMap((e) => [attribute(e, 'descr'), attribute(e, 'title')]),
    ...vml.flatMap((e) => [attribute(e, 'alt'), attribute(e, 'title')]),
  ].filter((text): text is string => text !== undefined);
}

const REVIEW = ['comments.xml', 'commentsExtended.xml'];

/** What a Word file carries beside its text: properties of three kinds, variables, descriptions of pictures, comments, deleted words. */
export function besideDocx(archive: Archive, folder: string, body: XmlElement): BesideText[] {
  const properties = ['docProps/core.xml', 'docProps/custom.xml', 'docProps/app.xml'].flatMap((name) =>
    leaves(optionalPart(archive, name)),
  );
  const variables = descendants(optionalPart(archive, `${folder}settings.xml`), 'docVar').map(
    (e) => attribute(e, 'val') ?? '',
  );
  const comments = REVIEW.flatMap((name) => descendants(optionalPart(archive, folder + name), 'comment')).map(textOf);
  const deleted = descendants(body, 'del').map((e) => descendants(e, 'delText').map(textOf).join(''));
  return [
    ...[...properties, ...variables, ...alternatives(body)].map((text) => ({ text })),
    ...[...comments, ...deleted].map((text) => ({ text, longIsUsual: true })),
  ];
}

/** Whether a Word file shows a portrait. `roots`: its headers and its body; place is not known before Word lays the text out. */
export function portraitInDocx(roots: readonly XmlElement[]): boolean {
  return roots.some((root) => {
    const drawn = [...descendants(root, 'inline'), ...descendants(root, 'anchor')]
      .filter((drawing) => descendants(drawing, 'pic').length > 0)
      .map((drawing) => child(drawing, 'extent'))
      .map((extent) => ({
        width: Number(attribute(extent, 'cx')) / EMU_PER_POINT,
        height: Number(attribute(extent, 'cy')) / EMU_PER_POINT,
      }));
    const vml = descendants(root, 'shape')
      .filter((shape) => child(shape, 'imagedata'))
      .map((shape) => ({ width: styleLength(shape, 'width'), height: styleLength(shape, 'height') }));
    return [...drawn, ...vml].some(isPortrait);
  });
}

const styleLength = (shape: XmlElement, name: string) =>
  length(new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]+)`).exec(attribute(shape, 'style') ?? '')?.[1]);

function length(text: string | undefined): number {
  const match = /^([\d.]+)\s*([a-z]+)$/.exec(text?.trim() ?? '');
  return match ? Number(match[1]) * (POINTS[match[2]] ?? NaN) : NaN;
}

/** What an OpenDocument carries beside its text: properties, descriptions of pictures, comments. */
export function besideOdt(meta: XmlElement | undefined, content: XmlElement): BesideText[] {
  const described = [...descendants(content, 'frame'), ...descendants(content, 'custom-shape')].flatMap((frame) =>
    ['title', 'desc'].map((name) => textOf(child(frame, name))),
  );
  const comments = descendants(content, 'annotation').map(textOf);
  const deleted = descendants(content, 'deletion').map(textOf);
  return [
    ...[...leaves(meta), ...described].map((text) => ({ text })),
    ...[...comments, ...deleted].map((text) => ({ text, longIsUsual: true })),
  ];
}

export function portraitInOdt(roots: readonly XmlElement[]): boolean {
  return roots
    .flatMap((root) => descendants(root, 'frame'))
    .filter((frame) => child(frame, 'image'))
    .map((frame) => ({ width: length(attribute(frame, 'width')), height: length(attribute(frame, 'height')) }))
    .some(isPortrait);
}
