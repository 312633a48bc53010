import { burn } from '@kenjiuno/msgreader/lib/Burner';

/** MAPI properties of an Outlook mail: text ones by their tag, the time by FILETIME. */
interface MsgParts {
  subject: string;
  sender: string;
  address: string;
  body?: string;
  html?: string;
  sentAt: Date;
  attachments: { name: string; mimeType: string; data: Uint8Array }[];
}

const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const stream = (tag: string) => `__substg1.0_${tag}`;

/** Properties of fixed length stand in one stream behind a head of 8 (attachment) or 32 (message) bytes (MS-OXMSG, 2.4). */
function propertyStream(headBytes: number, times: [number, Date][], attachments = 0): Uint8Array {
  const data = Buffer.alloc(headBytes + times.length * 16);
  if (headBytes === 32) data.writeUInt32LE(attachments, 20);
  times.forEach(([tag, date], i) => {
    const at = headBytes + i * 16;
    data.writeUInt32LE(tag, at);
    data.writeUInt32LE(6, at + 4);
    data.writeBigUInt64LE(BigInt(date.getTime() + 11_644_473_600_000) * 10_000n, at + 8);
  });
  return data;
}

type Entry = Parameters<typeof burn>[0][number];

/** A `.msg` file as Outlook saves it, small. */
export function makeMsg({ subject, sender, address, body, html, sentAt, attachments }: MsgParts): Uint8Array {
  const entries: Entry[] = [{ name: 'Root Entry', type: 5, children: [], length: 0 }];
  const add = (parent: number, name: string, data?: Uint8Array) => {
    const at = entries.length;
    entries[parent].children?.push(at);
    entries.push(
      data
        ? { name, type: 2, binaryProvider: () => Uint8Array.from(data), length: data.length }
        : { name, type: 1, children: [], length: 0 },
    );
    return at;
  };
  add(0, '__properties_version1.0', propertyStream(32, [[0x00390040, sentAt]], attachments.length));
  const texts = {
    '0037001F': subject,
    '0C1A001F': sender,
    '5D01001F': address,
    ...(body !== undefined && { '1000001F': body }),
  };
  for (const [tag, text] of Object.entries(texts)) add(0, stream(tag), utf16(text));
  if (html !== undefined) add(0, stream('10130102'), Buffer.from(html, 'utf8'));
  const names = add(0, '__nameid_version1.0');
  for (const tag of ['00020102', '00030102', '00040102']) add(names, stream(tag), new Uint8Array(0));
  attachments.forEach(({ name, mimeType, data }, i) => {
    const folder = add(0, `__attach_version1.0_#${i.toString(16).padStart(8, '0')}`);
    add(folder, '__properties_version1.0', propertyStream(8, []));
    add(folder, stream('37010102'), data);
    add(folder, stream('3707001F'), utf16(name));
    add(folder, stream('370E001F'), utf16(mimeType));
  });
  return burn(entries);
}
