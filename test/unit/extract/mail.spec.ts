import { strToU8, zipSync } from 'fflate';
import { receivedDay } from '../../../lib/extract';
import { makeDocx, paragraph, run } from './support/docx';
import { letter, makeMail } from './support/mail';
import { open, pngHead, summary } from './support/open';

const cv = makeDocx({ body: paragraph(run('Léa Quintavalle, comptable')) });
const greeting = letter('Madame, Monsieur,\nvoici mon CV.\n');

describe('a mail', () => {
  it('gives its letter and its attachments as documents of their own', async () => {
    const mail = makeMail([greeting, { type: 'application/octet-stream', name: 'CV Léa.docx', data: cv }]);
    const outcomes = await open(mail, 'candidature.eml');
    expect(summary(outcomes)).toEqual(['message.txt: text', 'CV Léa.docx: docx']);
    expect(outcomes[0].document?.text).toBe('Madame, Monsieur,\nvoici mon CV.');
    expect(outcomes[1].document?.text).toBe('Léa Quintavalle, comptable');
    expect(outcomes[1].data).toEqual(new Uint8Array(cv));
  });

  it('keeps date, sender, subject and id apart from the text, and the date as the day of receipt', async () => {
    const [{ document }] = await open(makeMail([greeting]), 'candidature.eml');
    expect(document?.origin).toEqual({
      container: 'candidature.eml',
      path: 'message.txt',
      role: 'body',
      mail: {
        date: '2026-03-03T08:15:00.000Z',
        from: { name: 'Léa Quintavalle', address: 'lea.quintavalle@example.com' },
        subject: 'Candidature au poste de comptable',
        messageId: '<a1b2c3@example.com>',
      },
    });
    expect(document && receivedDay(document)).toBe('2026-03-03');
    expect(document?.text).not.toMatch(/Candidature|example/);
  });

  it('is known by its head, whatever it is called, and a CV with labels is none', async () => {
    expect(summary(await open(makeMail([greeting]), 'note.txt'))).toEqual(['message.txt: text']);
    const labelled = 'Nom: Quintavalle\nDate: 03/03/1990\nSubject: comptabilité\n\nExpérience\n';
    expect(summary(await open(labelled, 'cv.txt'))).toEqual(['cv.txt: text']);
  });

  it('leaves logos of a signature out by name, and keeps a page sent as a picture', async () => {
    const html = '<p>Bonjour</p><img src="cid:logo1"><img src="cid:page1">';
    const mail = makeMail([
      { type: 'text/html; charset=utf-8', data: html },
      { type: 'image/png', name: 'logo.png', disposition: 'inline', id: 'logo1', data: pngHead(180, 60) },
      { type: 'image/png', name: 'page.png', disposition: 'inline', id: 'page1', data: pngHead(1240, 1754) },
      { type: 'application/pkcs7-signature', name: 'smime.p7s', data: 'x' },
    ]);
    const outcomes = await open(mail, 'candidature.eml', { ocr: 'never' });
    expect(outcomes.map((o) => o.fileName)).toEqual(['message.html', 'page.png']);
    expect(outcomes[0].origin?.mail?.leftOut).toEqual(['logo.png', 'smime.p7s']);
  });

  it('is opened inside another, with the inner one’s date, and so is an archive in it', async () => {
    const archive = zipSync({ 'cv.txt': strToU8('Léa Quintavalle') });
    const inner = makeMail([greeting, { type: 'application/zip', name: 'dossier.zip', data: archive }]);
    const outer = makeMail([letter('Pour information.'), { type: 'message/rfc822', data: inner }], {
      Date: 'Fri, 06 Mar 2026 10:00:00 +0100',
    });
    const outcomes = await open(outer, 'transfert.eml');
    expect(summary(outcomes)).toEqual([
      'message.txt: text',
      'message.eml/message.txt: text',
      'message.eml/dossier.zip/cv.txt: text',
    ]);
    expect(outcomes.map((o) => o.origin?.mail?.date?.slice(0, 10))).toEqual(['2026-03-06', '2026-03-03', '2026-03-03']);
  });

  it('goes on after an attachment that can’t be read', async () => {
    const mail = makeMail([
      { type: 'application/pdf', name: 'a.pdf', data: 'not a pdf\u0000\u0001\u0002\u0003' },
      { type: 'text/plain', name: 'b.txt', data: 'Léa Quintavalle' },
      { type: 'application/pdf', name: 'c.pdf', data: '' },
    ]);
    expect(summary(await open(mail, 'm.eml'))).toEqual(['a.pdf: !unknown-type', 'b.txt: text', 'c.pdf: !empty']);
  });

  it('numbers attachments of one name', async () => {
    const same = { type: 'text/plain', name: 'cv.txt' };
    const mail = makeMail([
      { ...same, data: 'Un' },
      { ...same, data: 'Deux' },
    ]);
    expect((await open(mail, 'm.eml')).map((o) => o.fileName)).toEqual(['cv.txt', 'cv-2.txt']);
  });
});
