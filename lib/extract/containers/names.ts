/** File systems take 255 bytes; what is added to a name (a number, `.json`) needs some. */
const LONGEST_BYTES = 180;
/** Deeper folders than this are joined into one name's worth of path by leaving out the outermost. */
const MOST_FOLDERS = 12;
/** Refused by Windows; control and format characters could steer a terminal or turn a name's letters around. */
const UNSAFE = /[<>:"|?*\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
/** Devices of Windows, whatever comes after the dot. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** A name without folders that any file system takes; `fallback` when nothing of it is left. */
export function safeName(raw: string, fallback: string): string {
  const last = raw.split(/[/\\]/).pop() ?? '';
  return safeSegment(last) || fallback;
}

/** The folders and the name of a path inside a container; it can't lead out of it. */
export function safePath(raw: string, fallback: string): string {
  const segments = raw.split(/[/\\]/).map(safeSegment).filter(Boolean);
  return segments.slice(-MOST_FOLDERS).join('/') || fallback;
}

function safeSegment(raw: string): string {
  const clean = raw
    .normalize('NFC')
    .replace(UNSAFE, '_')
    .replace(/^[\s.]+(?=[\s.]*$)|[\s.]+$/g, '')
    .trim();
  return shortened(DEVICE.test(clean) ? `_${clean}` : clean);
}

/** Cut in the middle, so that the ending stays. */
function shortened(name: string): string {
  if (Buffer.byteLength(name) <= LONGEST_BYTES) return name;
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? '';
  let stem = [...name.slice(0, 300)];
  while (stem.length > 0 && Buffer.byteLength(stem.join('') + ending) > LONGEST_BYTES) stem = stem.slice(0, -1);
  return stem.join('') + ending;
}
