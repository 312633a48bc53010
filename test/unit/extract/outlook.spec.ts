import { makeMsg } from './support/msg';
import { makeTnef } from './support/tnef';
import { letter, makeMail } from './support/mail';
import { open, summary } from './support/open';

const base = {
  subject: 'Candidature',
  sender: 'Léa Quintavalle',
  address: 'lea@example.com',
  sentAt: new Date('2026-03-03T08:15:00Z'),
};
const cv = { name: 'CV Léa.txt', mimeType: 'text/plain', data: Buffer.from('Léa Quintavalle, comptable') };

describe('a mail saved by Outlook', () => {
  it('gives its letter and its attachments, and keeps what it says about itself', async () => {
    const msg = makeMsg({ ...base, body: 'Madame, Monsieur,\r\nvoici mon CV.', attachments: [cv] });
    const outcomes = await open(msg, 'candidature.msg');
    expect(summary(outcomes)).toEqual(['message.txt: text', 'CV Léa.txt: text']);
    expect(outcomes[1].document?.text).toBe('Léa Quintavalle, comptable');
    expect(outcomes[1].origin).toMatchObject({
      container: 'candidature.msg',
      role: 'attachment',
      mail: {
        date: '2026-03-03T08:15:00.000Z',
        from: { name: 'Léa Quintavalle', address: 'lea@example.com' },
        subject: 'Candidature',
      },
    });
  });

  it('is read as its reader saw it, in HTML', async () => {
    const html = '<p>Bonjour</p><p style="display:none">Rien à voir</p>';
    const [{ document }] = await open(makeMsg({ ...base, body: 'autre', html, attachments: [] }), 'x.msg');
    expect(document).toMatchObject({ format: 'html', text: 'Bonjour', hiddenText: [{ text: 'Rien à voir' }] });
  });

  it('is opened inside a mail', async () => {
    const msg = makeMsg({ ...base, body: 'Voici.', attachments: [cv] });
    const mail = makeMail([letter('Pour info'), { type: 'application/vnd.ms-outlook', name: 'in.msg', data: msg }]);
    expect(summary(await open(mail, 'm.eml'))).toEqual([
      'message.txt: text',
      'in.msg/message.txt: text',
      'in.msg/CV Léa.txt: text',
    ]);
  });

  const whole = makeMsg({ ...base, body: 'Voici.', attachments: [cv] });
  it.each([0.3, 0.6, 0.9])('cut after %d of its length: every outcome is a document or an error', async (share) => {
    const outcomes = await open(whole.subarray(0, Math.floor(whole.length * share)), 'x.msg');
    expect(outcomes.length).toBeGreaterThan(0);
    for (const { document, error } of outcomes) expect(document?.text ?? error?.code).toMatch(/^(?!internal)./su);
  });

  it('with bytes changed at random: every outcome is a document or an error', async () => {
    for (let seed = 1; seed <= 60; seed++) {
      const bytes = Buffer.from(whole);
      for (let i = 0; i < 12; i++) bytes[(seed * 7919 + i * 104_729) % bytes.length] = (seed * 31 + i * 17) % 256;
      const outcomes = await open(bytes, 'x.msg', { limits: { timeMs: 5000 } });
      for (const { document, error } of outcomes) expect(document?.text ?? error?.code).toMatch(/^(?!internal)./su);
    }
  });
});

describe('winmail.dat', () => {
  const winmail = makeTnef([{ shortName: 'CVLEA~1.TXT', longName: 'CV Léa.txt', data: cv.data }]);

  it('gives the attachments that Outlook packed into it, by their long names', async () => {
    const mail = makeMail([letter('Voici'), { type: 'application/ms-tnef', name: 'winmail.dat', data: winmail }]);
    expect(summary(await open(mail, 'm.eml'))).toEqual(['message.txt: text', 'winmail.dat/CV Léa.txt: text']);
  });

  it.each([
    ['cut', winmail.subarray(0, winmail.length - 30), 'truncated'],
    ['with nothing in it', winmail.subarray(0, 6), 'no-text'],
    ['with a length that lies', lying(), 'truncated'],
  ])('%s: says so', async (_, data, code) => {
    expect((await open(data, 'winmail.dat')).map((o) => o.error?.code)).toEqual([code]);
  });

  function lying(): Buffer {
    const bytes = Buffer.from(winmail);
    bytes.writeUInt32LE(0xfffffff0, 11);
    return bytes;
  }
});
