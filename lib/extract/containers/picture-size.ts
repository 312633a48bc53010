/** Width and height in pixels as a picture's head declares them; null for a head that is not understood. */
export function pictureSize(data: Uint8Array): { width: number; height: number } | null {
  if (data.length < 30) return null;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const head = view.getUint32(0);
  if (head === 0x89504e47) return { width: view.getUint32(16), height: view.getUint32(20) };
  if (head === 0x47494638) return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  if (head >>> 16 === 0xffd8) return jpegSize(view);
  return null;
}

/** JPEG: the first frame header (SOF0 to SOF15, not the tables between them). ITU-T T.81, B.2.2. */
function jpegSize(view: DataView): { width: number; height: number } | null {
  for (let at = 2; at + 9 < view.byteLength;) {
    const marker = view.getUint16(at);
    if (marker < 0xff01) return null;
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}
