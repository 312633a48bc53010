import { strToU8, zipSync } from 'fflate';
import { findDuplicates, type ReadBefore } from '../../../lib/extract';
import { makeDocx, paragraph, run } from './support/docx';
import { letter, makeMail } from './support/mail';
import { open, summary } from './support/open';

const docx = makeDocx({ body: paragraph(run('Camille Rousseau')) });

describe('an archive', () => {
  it('gives each file in it, with its folder, and passes over what systems put there', async () => {
    const archive = zipSync({
      'Comptables/cv Camille.docx': docx,
      'cv-lea.txt': strToU8('Léa Quintavalle'),
      '__MACOSX/._cv-lea.txt': strToU8('x'),
      'Comptables/.DS_Store': strToU8('x'),
      'Thumbs.db': strToU8('x'),
      '~$cv.docx': strToU8('x'),
      'Vide/': new Uint8Array(),
    });
    const outcomes = await open(archive, 'candidatures.zip');
    expect(summary(outcomes)).toEqual(['Comptables/cv Camille.docx: docx', 'cv-lea.txt: text']);
    expect(outcomes[0]).toMatchObject({
      fileName: 'cv Camille.docx',
      origin: { container: 'candidatures.zip', role: 'entry' },
      document: { fileName: 'cv Camille.docx', text: 'Camille Rousseau' },
    });
  });

  it('is known by its content, and a Word file is no archive', async () => {
    expect(summary(await open(zipSync({ 'a.txt': strToU8('Un') }), 'cv.pdf'))).toEqual(['a.txt: text']);
    expect(summary(await open(docx, 'cv.zip'))).toEqual(['cv.zip: docx']);
  });

  it('says of each file what is wrong with it', async () => {
    const archive = zipSync({ 'photo.heic': heic, 'son.mp3': strToU8('ID3\u0004'), 'vide.pdf': new Uint8Array() });
    expect(summary(await open(archive, 'a.zip'))).toEqual([
      'photo.heic: !convert',
      'son.mp3: !unknown-type',
      'vide.pdf: !empty',
    ]);
  });

  it('opens entries with the password, and says that they need one', async () => {
    const zip = await import('@zip.js/zip.js');
    zip.configure({ useWebWorkers: false });
    const writer = new zip.ZipWriter(new zip.Uint8ArrayWriter(), { password: 'sésame' });
    await writer.add('cv.txt', new zip.TextReader('Léa Quintavalle'));
    const locked = await writer.close();
    expect(summary(await open(locked, 'a.zip'))).toEqual(['cv.txt: !encrypted']);
    expect(summary(await open(locked, 'a.zip', { password: 'faux' }))).toEqual(['cv.txt: !encrypted']);
    expect(summary(await open(locked, 'a.zip', { password: 'sésame' }))).toEqual(['cv.txt: text']);
  });
});

const heic = Buffer.from('00000018667479706865696300000000686569636d696631', 'hex');

describe('a plain file', () => {
  it('is one outcome without an origin', async () => {
    const outcomes = await open('Camille Rousseau', 'cv.txt');
    expect(outcomes).toHaveLength(1);
    expect(outcomes[0]).toMatchObject({ fileName: 'cv.txt', document: { text: 'Camille Rousseau' } });
    expect(outcomes[0].origin).toBeUndefined();
    expect(outcomes[0].document?.origin).toBeUndefined();
  });

  it.each([
    ['empty.pdf', '', 'empty'],
    ['photo.heic', heic, 'convert'],
    ['classeur.rar', Buffer.from('526172211a0701003392b5e50a010506000501018080', 'hex'), 'convert'],
  ])('%s: its error is an outcome', async (fileName, data, code) => {
    const [{ error }] = await open(data, fileName);
    expect(error).toMatchObject({ code, details: { fileName } });
  });

  it('says in words how to send a photo that can’t be read', async () => {
    const [{ error }] = await open(heic, 'photo.heic');
    expect(error?.hint).toMatch(/JPEG/);
  });
});

describe('duplicates', () => {
  it('are read once and marked: the same file, and the same text in another file', async () => {
    const readBefore: ReadBefore = new Map();
    const text = 'Camille Rousseau\nConductrice de travaux à Nantes depuis dix ans\n';
    const first = await open(text, 'cv.txt', { readBefore });
    const second = await open(text, 'cv (1).txt', { readBefore });
    const third = await open(text.replace('\n', '\n\n'), 'autre.txt', { readBefore });
    expect(readBefore.size).toBe(2);
    const documents = [...first, ...second, ...third].map((o) => o.document);
    expect(findDuplicates(documents)).toEqual([
      undefined,
      { fileName: 'cv.txt', by: 'file' },
      { fileName: 'cv.txt', by: 'text' },
    ]);
    expect(documents[1]?.fileName).toBe('cv (1).txt');
  });

  it('do not make a long run remember all that it has read', async () => {
    const readBefore: ReadBefore = new Map();
    for (let i = 0; i < 230; i++) await open(`{"basics":{"name":"Camille Exemple ${i}"}}`, `${i}.json`, { readBefore });
    expect(readBefore.size).toBe(200);
  });

  it('are not seen in letters that say the same', async () => {
    const mail = makeMail([letter('Veuillez trouver ci-joint mon CV. Cordialement')]);
    const outcomes = [...(await open(mail, 'a.eml')), ...(await open(mail, 'b.eml'))];
    expect(findDuplicates(outcomes.map((o) => o.document))).toEqual([undefined, undefined]);
  });
});
