import { strToU8, unzipSync, zipSync } from 'fflate';

/** Tokens that parsers take seriously, by family; any of them may land anywhere. */
const TOKENS = {
  pdf: [
    'obj',
    'endobj',
    'stream\n',
    '\nendstream',
    '<<',
    '>>',
    '/Length 99999999',
    '/Kids [2 0 R]',
    '/Parent 2 0 R',
    '/Filter /FlateDecode',
    '/Encrypt 5 0 R',
    'xref',
    'trailer',
    'startxref\n0\n%%EOF',
    '1 0 R',
    '/Count -1',
    '/MediaBox [0 0 1e9 1e9]',
    'BT',
    'Tj',
    '(',
    '1e38 0 0 1e38 0 0 cm',
    '/Type /ObjStm',
    '/Rotate 37',
    '9 Tr',
    '/OC /x BDC',
  ],
  xml: [
    '<',
    '>',
    '</',
    '<!--',
    ']]>',
    '<![CDATA[',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '&amp;',
    '&#0;',
    '&#x110000;',
    '<w:tbl><w:tr><w:tc>',
    '</w:p>',
    'w:val="999999999"',
    'xmlns:w="x"',
    '<mc:AlternateContent>',
    '<w:vanish/>',
    '<a:blip/>',
    '"',
    '\u0000',
  ],
  html: [
    '<table>',
    '<tr>',
    '<details>',
    '<style>a{',
    '}</style>',
    '<template>',
    '<svg>',
    '<!--',
    '-->',
    'style="display:none"',
    '&#xD800;',
    '<plaintext>',
    '<select>',
    'colspan=999999',
  ],
  rtf: [
    '{',
    '}',
    '{\\*',
    '\\u-1 ?',
    "\\'zz",
    '\\bin99999999 ',
    '\\fs-1',
    '\\uc9999',
    '{\\fonttbl',
    '\\cf999999',
    '\\par',
    '\\pict',
    '\\deleted',
  ],
  mail: [
    '\r\n\r\n',
    'Content-Type: multipart/mixed; boundary=""',
    '--',
    'Content-Transfer-Encoding: base64',
    '=?utf-8?B?////?=',
    'Content-Type: message/rfc822',
    'begin 644 a',
    'filename="../../a"',
    'Content-Type: text/html; charset=nope',
  ],
  json: ['{', '}', '[', ']', ':', '"', 'null', '1e999', '"work":', '"basics":', '\\ud800', '-'],
  csv: [';', ',', '"', '\n', '\r', '=cmd()', '\t'],
};
const ALL = Object.values(TOKENS).flat();
const NUMBERS = [
  '0',
  '-1',
  '1',
  '65536',
  '2147483647',
  '4294967296',
  '99999999999999999999',
  '1e308',
  'NaN',
  '0.00000001',
];

const splice = (data, from, to, insert) => Buffer.concat([data.subarray(0, from), insert, data.subarray(to)]);
const span = (random, data, most) => {
  const from = random.below(data.length + 1);
  return [from, Math.min(data.length, from + 1 + random.below(most))];
};

/** Each takes bytes and gives other ones. `others`: further seeds of the run, to splice with. */
const MUTATORS = {
  flipBits(data, random) {
    const out = Buffer.from(data);
    for (let i = 1 + random.below(16); i > 0 && out.length > 0; i--)
      out[random.below(out.length)] ^= 1 << random.below(8);
    return out;
  },
  setBytes(data, random) {
    const out = Buffer.from(data);
    const [from, to] = span(random, out, 8);
    out.fill(random.pick([0, 0xff, 0x7f, 0x80, 0x20]), from, to);
    return out;
  },
  truncate: (data, random) => data.subarray(0, random.below(data.length)),
  drop: (data, random) => splice(data, ...span(random, data, 400), Buffer.alloc(0)),
  repeat(data, random) {
    const [from, to] = span(random, data, 300);
    return splice(data, to, to, Buffer.concat(Array(1 + random.below(40)).fill(data.subarray(from, to))));
  },
  swap(data, random) {
    const [a, b] = [span(random, data, 300), span(random, data, 300)].sort((x, y) => x[0] - y[0]);
    if (a[1] > b[0]) return data;
    return Buffer.concat([
      data.subarray(0, a[0]),
      data.subarray(...b),
      data.subarray(a[1], b[0]),
      data.subarray(...a),
      data.subarray(b[1]),
    ]);
  },
  insertToken(data, random, { family }) {
    const at = random.below(data.length + 1);
    return splice(data, at, at, Buffer.from(random.pick(random.chance(0.8) ? (TOKENS[family] ?? ALL) : ALL), 'latin1'));
  },
  blowUpNumber(data, random) {
    const text = data.toString('latin1');
    const found = [...text.matchAll(/-?\d+(?:\.\d+)?/g)];
    if (found.length === 0) return data;
    const { index, 0: number } = random.pick(found);
    return splice(data, index, index + number.length, Buffer.from(random.pick(NUMBERS)));
  },
  splice(data, random, { others }) {
    const other = random.pick(others);
    return Buffer.concat([
      data.subarray(0, random.below(data.length + 1)),
      other.subarray(random.below(other.length + 1)),
    ]);
  },
};

function mutateOnce(data, random, context) {
  return MUTATORS[random.pick(Object.keys(MUTATORS))](data, random, context);
}

const LARGEST_PART = 4 * 1024 * 1024;

/** Inside an archive: one part is changed and all is packed again, so that its check sums hold and the damage reaches the reader of the part. */
function mutateInside(data, random) {
  // A size that an earlier change blew up would be believed, and set aside.
  const parts = unzipSync(data, { filter: (file) => file.originalSize < LARGEST_PART });
  const names = Object.keys(parts).filter((name) => parts[name].length > 0);
  if (names.length === 0) return data;
  const name = random.pick(names);
  const family = /\.(xml|rels)$/.test(name) ? 'xml' : undefined;
  const others = names.map((other) => Buffer.from(parts[other]));
  const part = mutateOnce(Buffer.from(parts[name]), random, { family, others });
  const entries = { ...parts, [random.chance(0.05) ? `../${name}` : name]: part };
  return Buffer.from(zipSync(entries, { level: random.pick([0, 6]) }));
}

/** One to four changes. */
export function mutate(seed, random, others) {
  let data = Buffer.from(seed.data);
  for (let rounds = 1 + random.below(4); rounds > 0; rounds--) {
    const inside = seed.zip && random.chance(0.7);
    try {
      data = inside ? mutateInside(data, random) : mutateOnce(data, random, { family: seed.family, others });
    } catch {
      // Already too broken to be unpacked: what there is, is the case.
      break;
    }
  }
  return data;
}

export const asBytes = (text) => Buffer.from(strToU8(text));
