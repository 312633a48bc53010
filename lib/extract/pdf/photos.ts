const STREAM = Buffer.from('stream');
const END = Buffer.from('endstream');
/** Start of a JPEG file: SOI and the first byte of the next marker. */
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

/** `stream` and a line's end stand right before. */
function beginsStream(data: Buffer, at: number): boolean {
  const end = data[at - 1] === 0x0a ? (data[at - 2] === 0x0d ? at - 2 : at - 1) : 0;
  return end >= STREAM.length && data.compare(STREAM, 0, STREAM.length, end - STREAM.length, end) === 0;
}

/**
 * Empties the JPEG files of a PDF in place, so that pdf.js places the pictures without decoding them: a portrait costs more time than all the text beside it.
 * Returns how many there were. JPEGs of an encrypted PDF aren't found and stay.
 */
export function blankPhotos(bytes: Uint8Array): number {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = data.indexOf(JPEG); at >= 0; at = data.indexOf(JPEG, at + JPEG.length)) {
    if (!beginsStream(data, at)) continue;
    const end = data.indexOf(END, at);
    data.fill(0, at, end < 0 ? data.length : end);
    count++;
  }
  return count;
}
