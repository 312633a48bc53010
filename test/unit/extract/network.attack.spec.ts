import { channel } from 'node:diagnostics_channel';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { closeExtractors, renderPages } from '../../../lib/extract';
import { makeDocx, paragraph, run } from './support/docx';
import { open } from './support/open';
import { makePdf, paint } from './support/pdf';
import { read } from './support/read';

const NAME = 'Camille Rousseau';

let server: Server;
let web: string;
const asked: string[] = [];
/** Node publishes every TCP connection that is begun. */
const connections: unknown[] = [];
const note = (socket: unknown) => void connections.push(socket);

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('<Relationships/>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  web = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  channel('net.client.socket').subscribe(note);
});

afterAll(async () => {
  channel('net.client.socket').unsubscribe(note);
  await closeExtractors();
  await new Promise((resolve) => server.close(resolve));
});

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const outside = (id: string, kind: string) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${web}/${kind}" TargetMode="External"/>`;

function wordFile(): Uint8Array {
  const picture =
    '<w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:link="rA"/></w:drawing>';
  const relations = ['image', 'hyperlink', 'aFChunk', 'subDocument', 'oleObject', 'header', 'frame'];
  const settings = `<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${OFFICE}"><w:attachedTemplate r:id="rT"/></w:settings>`;
  return makeDocx({
    body:
      paragraph(run(NAME) + `<w:r>${picture}</w:r>`) +
      paragraph('<w:r><w:instrText>INCLUDEPICTURE "' + web + '/field" \\d</w:instrText></w:r>') +
      '<w:altChunk r:id="rC"/><w:subDoc r:id="rD"/>',
    relations: relations.map((kind, i) => outside(`r${'ABCDEFG'[i]}`, kind)).join(''),
    others: {
      'word/settings.xml': Buffer.from(settings),
      'word/_rels/settings.xml.rels': Buffer.from(
        `<Relationships>${outside('rT', 'attachedTemplate')}</Relationships>`,
      ),
    },
  });
}

function pdfFile(): Uint8Array {
  const uri = `<< /S /URI /URI (${web}/uri) >>`;
  const remote = `<< /FS /URL /F (${web}/stream) >>`;
  return makePdf({
    pages: [`${paint({ text: NAME, x: 60, y: 80 })} /X1 Do`],
    pageExtras: `/AA << /O ${uri} >> /Annots [10 0 R 11 0 R 12 0 R]`,
    resources: '/XObject << /X1 13 0 R >>',
    objects: [
      `<< /Type /Annot /Subtype /Link /Rect [0 0 90 90] /A ${uri} >>`,
      `<< /Type /Annot /Subtype /Link /Rect [0 0 90 90] /A << /S /GoToR /F ${remote} /D [0 /Fit] >> >>`,
      `<< /Type /Annot /Subtype /Widget /FT /Btn /T (b) /Rect [0 0 9 9] /AA << /PV << /S /SubmitForm /F ${remote} >> >> >>`,
      `<< /Type /XObject /Subtype /Image /Width 9 /Height 9 /BitsPerComponent 8 /ColorSpace /DeviceGray /F ${remote} /Length 0 >>\nstream\n\nendstream`,
    ],
  });
}

const page = () => `<!doctype html><html><head><base href="${web}/"><link rel="stylesheet" href="style.css">
<style>@import url("${web}/import.css"); body { background: url(${web}/back.png) } @font-face { font-family: a; src: url(${web}/a.woff) }</style>
<meta http-equiv="refresh" content="0;url=${web}/refresh"><script src="${web}/script.js"></script></head>
<body><p>${NAME}</p><img src="${web}/pixel.png"><iframe src="${web}/frame"></iframe><object data="${web}/object"></object>
<svg><image href="${web}/svg.png"/><use href="${web}/use.svg#a"/></svg></body></html>`;

const mail = () =>
  [
    'From: a@example.org',
    `Subject: ${NAME}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    page(),
    '--b',
    `Content-Type: message/external-body; access-type=URL; URL="${web}/body"`,
    '',
    'Content-Type: application/pdf',
    '',
    '--b',
    `Content-Type: application/pdf; name="cv.pdf"`,
    `Content-Location: ${web}/location`,
    '',
    '',
    '--b--',
    '',
  ].join('\r\n');

const europass = (head: string) =>
  `<?xml version="1.0"?>${head}<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://europass.cedefop.europa.eu/Europass ${web}/schema.xsd"><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="${web}/include"/><LearnerInfo><Identification><PersonName><FirstName>Camille</FirstName><Surname>Rousseau</Surname></PersonName></Identification></LearnerInfo></SkillsPassport>`;

const json = () =>
  JSON.stringify({
    $schema: `${web}/schema.json`,
    basics: { name: NAME, image: `${web}/photo.png`, url: `${web}/site`, profiles: [{ url: `${web}/profile` }] },
  });

const rtf = () =>
  `{\\rtf1\\ansi{\\*\\template ${web}/template.dot}{\\field{\\*\\fldinst INCLUDEPICTURE "${web}/p.png"}{\\fldrslt }}${NAME}\\par}`;

const files: [name: string, make: () => Uint8Array | string][] = [
  ['word.docx', wordFile],
  ['paper.pdf', pdfFile],
  ['page.html', page],
  ['europass.xml', () => europass(`<?xml-stylesheet href="${web}/style.xsl"?>`)],
  ['resume.json', json],
  ['text.rtf', rtf],
  ['text.md', () => `# ${NAME}\n\n![x](${web}/md.png) <img src="${web}/md2.png"> [site](${web}/link)\n`],
  ['text.txt', () => `${NAME}\n${web}/plain\n`],
];

describe('a document that names addresses', () => {
  it.each(files)('is read without a connection: %s', async (fileName, make) => {
    const document = await read(make(), fileName);
    expect(document.text).toContain('Rousseau');
    expect({ asked, connections: connections.length }).toEqual({ asked: [], connections: 0 });
  });

  it('has its pages drawn without a connection', async () => {
    expect(await renderPages({ data: pdfFile(), fileName: 'paper.pdf' })).toHaveLength(1);
    expect({ asked, connections: connections.length }).toEqual({ asked: [], connections: 0 });
  });

  it.each([
    ['an outer DTD', () => `<!DOCTYPE SkillsPassport SYSTEM "${web}/outer.dtd">`],
    ['an outer entity', () => `<!DOCTYPE SkillsPassport [<!ENTITY e SYSTEM "${web}/entity">]>`],
    ['a parameter entity', () => `<!DOCTYPE SkillsPassport [<!ENTITY % e SYSTEM "${web}/parameter"> %e;]>`],
  ])('is refused without a connection: %s', async (_, head) => {
    await expect(read(europass(head()), 'europass.xml')).rejects.toMatchObject({ code: 'unsafe-xml' });
    expect({ asked, connections: connections.length }).toEqual({ asked: [], connections: 0 });
  });

  it('is read from a mail without a connection, whose parts lie elsewhere', async () => {
    const outcomes = await open(mail(), 'mail.eml');
    expect(outcomes.length).toBeGreaterThan(0);
    expect({ asked, connections: connections.length }).toEqual({ asked: [], connections: 0 });
  });
});

describe('the measure itself', () => {
  it('sees a connection when there is one', async () => {
    await (await fetch(`${web}/seen`)).text();
    const { get } = await import('node:http');
    await new Promise((resolve) => get(`${web}/seen-too`, (response) => response.resume().on('end', resolve)));
    expect(asked).toEqual(['/seen', '/seen-too']);
    expect(connections.length).toBeGreaterThan(0);
  });
});
