import { strToU8, zipSync, type Zippable } from 'fflate';
import { safeName, safePath } from '../../../lib/extract/containers/names';
import { letter, makeMail } from './support/mail';
import { open, summary } from './support/open';

const noise = (length: number) => Buffer.from(Array.from({ length }, (_, i) => (i * i * 31 + i * 7) % 251));

describe('archives that mean harm', () => {
  it('can’t name a place outside of themselves', async () => {
    const archive = zipSync({
      '../../etc/cron.d/cv.txt': strToU8('Un'),
      '/root/cv.txt': strToU8('Deux'),
      'C:\\Windows\\cv.txt': strToU8('Trois'),
      'a/./..//b\u0000\u202etxt.exe': strToU8('Quatre'),
      'con.txt': strToU8('Cinq'),
    });
    expect((await open(archive, 'a.zip')).map((o) => o.origin?.path)).toEqual([
      'etc/cron.d/cv.txt',
      'root/cv.txt',
      'C_/Windows/cv.txt',
      'a/b__txt.exe',
      '_con.txt',
    ]);
  });

  it('are refused by what they say they unpack to', async () => {
    const bomb = zipSync({ 'cv.txt': new Uint8Array(2_000_000) }, { level: 9 });
    const [{ error }] = await open(bomb, 'a.zip', { limits: { containerUnpackedBytes: 1_000_000 } });
    expect(error?.code).toBe('zip-bomb');
  });

  it('are held to what they say, entry by entry', async () => {
    const bomb = Buffer.from(zipSync({ 'cv.txt': new Uint8Array(2_000_000) }, { level: 9 }));
    // Both heads lie about the size that the data unpacks to.
    bomb.writeUInt32LE(100, 22);
    bomb.writeUInt32LE(100, bomb.indexOf(Buffer.from('PK\x01\x02', 'latin1')) + 24);
    expect(summary(await open(bomb, 'a.zip'))).toEqual(['cv.txt: !corrupt']);
  });

  it('end at the limit of nesting, and what lies above it is read', async () => {
    let data = zipSync({ 'deep.txt': strToU8('Le fond') });
    for (let depth = 0; depth < 50; depth++) data = zipSync({ 'a.txt': strToU8(`Étage ${depth}`), 'in.zip': data });
    const outcomes = await open(data, 'a.zip');
    expect(outcomes.map((o) => o.document?.text ?? o.error?.code)).toEqual([
      'Étage 49',
      'Étage 48',
      'Étage 47',
      'Étage 46',
      'container-limit',
    ]);
  });

  it('end at the limit of entries, across nested ones', async () => {
    const many = (count: number): Zippable =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}.txt`, strToU8(`Texte ${i}`)]));
    const archive = zipSync({ ...many(3), 'in.zip': zipSync(many(5)) });
    const outcomes = await open(archive, 'a.zip', { limits: { entries: 6 } });
    expect(outcomes.filter((o) => o.document)).toHaveLength(5);
    expect(outcomes.at(-1)?.error).toMatchObject({ code: 'container-limit', details: { what: 'entries', limit: 6 } });
  });

  it.each([
    ['cut in half', zipSync({ 'cv.txt': noise(4000) }).subarray(0, 2000)],
    ['noise behind a mark', Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), noise(3000)])],
    ['with nothing in it', zipSync({})],
    ['only folders', zipSync({ 'a/': new Uint8Array(), 'b/': new Uint8Array() })],
  ])('%s: one outcome says so', async (_, data) => {
    const outcomes = await open(data, 'a.zip');
    expect(outcomes).toHaveLength(1);
    expect(outcomes[0].error?.code).toMatch(/^(corrupt|empty|unknown-type)$/);
  });

  it('stop when the time for the whole is up: what was not read says so', async () => {
    const archive = zipSync({ 'a.txt': strToU8('Un'), 'b.txt': strToU8('Deux') });
    const [{ error }] = await open(archive, 'a.zip', { limits: { containerTimeMs: 0 } });
    expect(error).toMatchObject({ code: 'container-limit', details: { what: 'time' } });
  });

  it('stop when the run is cancelled', async () => {
    const signal = AbortSignal.abort();
    await expect(open(zipSync({ 'a.txt': strToU8('Un') }), 'a.zip', { signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});

describe('mails that mean harm', () => {
  it.each([
    ['names that lead elsewhere', '../../../root/.ssh/authorized_keys', 'authorized_keys'],
    ['names of nothing but dots', '..', 'attachment-1'],
    ['backslashes', '..\\..\\cv.txt', 'cv.txt'],
  ])('%s', async (_, name, expected) => {
    const mail = makeMail([{ type: 'text/plain', name: name.replaceAll('\\', '\\\\'), data: 'Texte' }]);
    expect((await open(mail, 'm.eml')).map((o) => o.fileName)).toEqual([expected]);
  });

  it('mails inside each other end at the limit of nesting', async () => {
    let mail = makeMail([letter('Le fond')]);
    for (let depth = 0; depth < 50; depth++)
      mail = makeMail([letter(`Étage ${depth}`), { type: 'message/rfc822', data: mail }]);
    const outcomes = await open(mail, 'm.eml');
    expect(outcomes.map((o) => o.document?.text ?? o.error?.code)).toEqual([
      'Étage 49',
      'Étage 48',
      'Étage 47',
      'Étage 46',
      'container-limit',
    ]);
  });

  const bounds = 'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n';
  it.each([
    ['parts nested without end', `From: a@example.com\r\nMIME-Version: 1.0\r\n${bounds.repeat(3000)}`],
    [
      'a header of megabytes',
      `From: a@example.com\r\nMIME-Version: 1.0\r\nSubject: ${'x'.repeat(2_000_000)}\r\n\r\nTexte`,
    ],
    ['half a million header lines', `From: a@example.com\r\nDate: now\r\n${'X-A: b\r\n'.repeat(500_000)}\r\nTexte`],
    ['no end of its parts', makeMail([letter('Bonjour')]).subarray(0, 420)],
    ['nothing after its head', 'From: a@example.com\r\nSubject: CV\r\nDate: Tue, 03 Mar 2026 09:15:00 +0100\r\n\r\n'],
    [
      'noise behind its head',
      Buffer.concat([Buffer.from('From: a@example.com\r\nMIME-Version: 1.0\r\n\r\n'), noise(5000)]),
    ],
  ])('%s: every outcome is a document or an error', async (_, data) => {
    const outcomes = await open(data, 'm.eml');
    expect(outcomes.length).toBeGreaterThan(0);
    for (const { document, error } of outcomes) {
      expect(document?.text ?? error?.code).toMatch(/^(?!internal).+/su);
      if (document) expect(document.text.length).toBeLessThan(10_000);
    }
  });

  it('a date that no calendar has is no date', async () => {
    const [{ origin }] = await open(makeMail([letter('Texte')], { Date: 'Tue, 99 Foo 99999' }), 'm.eml');
    expect(origin?.mail?.date).toBeUndefined();
  });

  it('a body is never taken for another format', async () => {
    const [{ document }] = await open(makeMail([letter('%PDF-1.4 est le format de mon CV')]), 'm.eml');
    expect(document).toMatchObject({ format: 'text', text: '%PDF-1.4 est le format de mon CV' });
  });
});

describe('names', () => {
  it.each([
    ['of thousands of letters keep their ending', 'a'.repeat(5000) + '.pdf', /^a{170,180}\.pdf$/],
    ['are cut by bytes', 'é'.repeat(300) + '.docx', /^é{80,90}\.docx$/],
    ['lose control characters', 'cv\n\u0007\u200b.pdf', /^cv___\.pdf$/],
    ['of blanks are none', '   ', /^x$/],
    ['of devices are told from them', 'NUL', /^_NUL$/],
    ['may begin with a dot', '.htaccess', /^\.htaccess$/],
  ])('%s', (_, raw, expected) => {
    expect(safeName(raw, 'x')).toMatch(expected);
  });

  it('keep at most twelve folders', () => {
    expect(safePath('a/'.repeat(1000) + 'cv.pdf', 'x')).toBe('a/'.repeat(11) + 'cv.pdf');
  });
});
