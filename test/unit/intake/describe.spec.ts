import { describeMail } from '../../../lib/intake';

const load = () => import('../../fixtures/mails/shapes.mjs');

it('names who wrote, what is attached and where an answer goes', async () => {
  const { shapes } = await load();
  const info = await describeMail(await shapes.webmail(7));
  expect(info).toMatchObject({
    messageId: '<m7@exemple.test>',
    kind: 'direct',
    from: { name: 'Candidat 7', address: 'candidat7@exemple.test' },
    to: ['rh@entreprise.test'],
    answerTo: 'candidat7@exemple.test',
    attachments: [{ fileName: 'CV-7.txt', mimeType: 'text/plain', inline: false }],
  });
  expect(info.attachments[0].sha256).toMatch(/^[0-9a-f]{64}$/);
});

it('answers the candidate, not the colleague who passed the mail on', async () => {
  const { shapes } = await load();
  expect(await describeMail(await shapes.forwardedInline(3))).toMatchObject({
    kind: 'forwarded',
    original: { name: 'Candidat 3', address: 'candidat3@exemple.test' },
    answerTo: 'candidat3@exemple.test',
  });
});

it.each([
  ['Outlook, French', 'TR: CV', '\n\nDe : Zoé Essai <zoe@exemple.test>\nEnvoyé : lundi\nÀ : rh\nObjet : CV\n\nBonjour'],
  [
    'Apple, French',
    'Fwd: CV',
    'Début du message réexpédié :\n\nDe: Zoé Essai <zoe@exemple.test>\nObjet: CV\nDate: lundi\n',
  ],
  ['Outlook, English', 'FW: CV', '\nFrom: Zoé Essai <zoe@exemple.test>\nSent: Monday\nTo: hr\nSubject: CV\n'],
  [
    'Thunderbird',
    'Fwd: CV',
    '-------- Message transféré --------\nSujet : CV\nDate : lundi\nDe : Zoé Essai <zoe@exemple.test>\n',
  ],
])('reads the head of a forwarded mail: %s', async (_, subject, text) => {
  const { compose } = await load();
  const source = await compose({ from: 'accueil@entreprise.test', subject, text });
  expect(await describeMail(source)).toMatchObject({ kind: 'forwarded', answerTo: 'zoe@exemple.test' });
});

it('takes a reply that quotes a mail for a mail of its writer', async () => {
  const { compose } = await load();
  const text = 'Voici mon CV.\n\nDe : RH <rh@entreprise.test>\nEnvoyé : lundi\nObjet : votre CV\n';
  const source = await compose({ from: 'zoe@exemple.test', subject: 'RE: votre CV', text });
  expect(await describeMail(source)).toMatchObject({ kind: 'direct', answerTo: 'zoe@exemple.test' });
});

it('knows a job site’s notification and reports its links', async () => {
  const { shapes } = await load();
  expect(await describeMail(await shapes.board(4))).toMatchObject({
    kind: 'board',
    board: 'HelloWork',
    answerTo: 'candidat4@exemple.test',
    links: [{ url: 'https://www.hellowork.com/cv/4.pdf?t=1', text: 'Voir le CV', document: true }],
  });
});

it.each([
  ['an absence', { 'Auto-Submitted': 'auto-replied' }, 'a@exemple.test'],
  ['a list', { Precedence: 'list' }, 'a@exemple.test'],
  ['a bounce', {}, 'MAILER-DAEMON@exemple.test'],
])('answers no machine: %s', async (_, headers, from) => {
  const { compose } = await load();
  const source = await compose({ from, headers, subject: 'x', text: 'x' });
  expect(await describeMail(source)).toMatchObject({ kind: 'automatic', answerTo: null });
});

it('answers nobody who says that nobody reads there', async () => {
  const { compose } = await load();
  const source = await compose({ from: 'no-reply@exemple.test', subject: 'x', text: 'x' });
  expect((await describeMail(source)).answerTo).toBeNull();
});

it('takes a text file that is shown inside the mail for a file', async () => {
  const { shapes } = await load();
  const { attachments } = await describeMail(await shapes.apple(2));
  expect(attachments.map(({ fileName }) => fileName)).toEqual(['CV-2.txt']);
});

it('answers the candidate of a mail that lies in a colleague’s mail', async () => {
  const { shapes } = await load();
  expect(await describeMail(await shapes.forwardedAsAttachment(5))).toMatchObject({
    kind: 'forwarded',
    answerTo: 'candidat5@exemple.test',
  });
});
