const attribute = (id: number, data: Uint8Array): Buffer => {
  const head = Buffer.alloc(9);
  head.writeUInt8(2, 0);
  head.writeUInt32LE(id, 1);
  head.writeUInt32LE(data.length, 5);
  return Buffer.concat([head, data, Buffer.alloc(2)]);
};

/** One MAPI property, PidTagAttachLongFilename in UTF-16, as an attachment's property list (MS-OXTNEF, 2.1.3.4). */
function longNameProperty(name: string): Buffer {
  const text = Buffer.from(`${name}\0`, 'utf16le');
  const head = Buffer.alloc(16);
  head.writeUInt32LE(1, 0);
  head.writeUInt32LE(0x3707001f, 4);
  head.writeUInt32LE(1, 8);
  head.writeUInt32LE(text.length, 12);
  return Buffer.concat([head, text, Buffer.alloc((4 - (text.length % 4)) % 4)]);
}

/** A `winmail.dat` with these attachments. */
export function makeTnef(attachments: { shortName: string; longName: string; data: Uint8Array }[]): Buffer {
  const parts = attachments.flatMap(({ shortName, longName, data }) => [
    attribute(0x00069002, Buffer.alloc(14)),
    attribute(0x00018010, Buffer.from(`${shortName}\0`, 'latin1')),
    attribute(0x0006800f, data),
    attribute(0x00069005, longNameProperty(longName)),
  ]);
  return Buffer.concat([Buffer.from('789f3e220100', 'hex'), ...parts]);
}
