import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { root } from '../../scripts/lib/paths.mjs';
import { asBytes } from './mutate.mjs';

const LINES = [
  'Ondine Vauquelin',
  'ondine.vauquelin@example.org',
  'Expérience',
  'Comptable, Cabinet Ferrand\t2019 - 2021',
  'Langues',
  'Anglais : B2',
];
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const paragraphs = LINES.map(
  (line) =>
    `<w:p><w:pPr><w:pStyle w:val="T"/></w:pPr><w:r><w:rPr><w:sz w:val="22"/></w:rPr><w:t>${line}</w:t></w:r></w:p>`,
);

const zip = (parts) =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]),
      ),
    ),
  );

const docx = () =>
  zip({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels':
      '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<w:document ${W}><w:body>${paragraphs.join('')}<w:tbl><w:tr><w:tc>${paragraphs[0]}</w:tc><w:tc>${paragraphs[3]}</w:tc></w:tr></w:tbl><w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:ins><w:r><w:t>y</w:t></w:r></w:ins></w:p></w:body></w:document>`,
    'word/styles.xml': `<w:styles ${W}><w:style w:styleId="T"><w:basedOn w:val="T"/><w:rPr><w:b/></w:rPr></w:style></w:styles>`,
    'word/comments.xml': `<w:comments ${W}><w:comment>${paragraphs[0]}</w:comment></w:comments>`,
    'docProps/core.xml': '<cp><title>CV</title><keywords>a, b</keywords></cp>',
  });

const odt = () =>
  zip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content><office:automatic-styles><style:style style:name="P1"><style:text-properties fo:color="#112233" fo:font-size="11pt"/></style:style></office:automatic-styles><office:body><office:text>${LINES.map((l) => `<text:p text:style-name="P1">${l}<text:s text:c="3"/></text:p>`).join('')}<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>`,
    'styles.xml': '<office:document-styles/>',
    'meta.xml': '<office:document-meta><office:meta><dc:title>CV</dc:title></office:meta></office:document-meta>',
  });

const xlsx = () =>
  zip({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    'xl/workbook.xml': '<workbook><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml':
      '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Nom</t></is></c><c r="B1" t="inlineStr"><is><t>E-mail</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Ondine Vauquelin</t></is></c><c r="B2" t="inlineStr"><is><t>o@example.org</t></is></c></row></sheetData></worksheet>',
  });

/** Uncompressed, so that changes reach the page's operators: a note, a form field, a layer and a picture of one pixel. */
function pdf() {
  const content = `BT /F1 11 Tf 60 780 Td ${LINES.map((l) => `(${l.normalize('NFD').replace(/[^ -~]/g, '')}) Tj 0 -16 Td`).join(' ')} ET /OC /L1 BDC BT /F1 9 Tf 60 500 Td (layer) Tj ET EMC q 80 0 0 100 450 700 cm /I Do Q 1 0 0 rg 10 10 100 20 re f`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [7 0 R] >> /OCProperties << /OCGs [8 0 R] /D << /OFF [8 0 R] >> >> >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /I 9 0 R >> /Properties << /L1 8 0 R >> >> /Annots [6 0 R 7 0 R] >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Annot /Subtype /Text /Rect [10 10 20 20] /Contents (a note) >>',
    '<< /Type /Annot /Subtype /Widget /FT /Tx /T (f) /V (value) /Rect [300 300 400 320] /DA (/Helv 9 Tf) >>',
    '<< /Type /OCG /Name (L1) >>',
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Length 3 >>\nstream\nabc\nendstream',
    '<< /Title (CV) /Keywords (a, b) >>',
  ];
  let body = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 10 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  );
}

const html = `<!doctype html><html><head><meta name="description" content="CV"><style>.h{display:none} p{color:#123}</style></head><body><h1>${LINES[0]}</h1><p>${LINES[3]}</p><p class="h">x</p><table><tr><td>a</td><td>b</td></tr></table><img src="p.jpg" width=90 height=110 alt="photo"><!-- a --></body></html>`;
const rtf = `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 Arial;}}{\\colortbl;\\red0\\green0\\blue0;\\red255\\green255\\blue255;}{\\info{\\title CV}}\\pard\\fs22 ${LINES.join('\\par ').replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0)} ?`)}{\\cf2 x}{\\v y}\\trowd\\cell a\\cell\\row}`;
const json = JSON.stringify({
  basics: { name: LINES[0], email: LINES[1], profiles: [{ network: 'x', url: 'https://example.org' }] },
  work: [{ name: 'Ferrand', position: 'Comptable', startDate: '2019-01', highlights: ['a'] }],
  languages: [{ language: 'Anglais', fluency: 'B2' }],
});
const europass = `<?xml version="1.0"?><SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass"><LearnerInfo><Identification><PersonName><FirstName>Ondine</FirstName><Surname>Vauquelin</Surname></PersonName></Identification><WorkExperienceList><WorkExperience><Period><From year="2019" month="--01"/></Period><Position><Label>Comptable</Label></Position></WorkExperience></WorkExperienceList></LearnerInfo></SkillsPassport>`;
const europass4 = `<?xml version="1.0"?><Candidate xmlns="http://www.europass.eu/1.0" xmlns:o="http://www.openapplications.org/oagis/9" xmlns:h="http://www.hr-xml.org/3"><CandidatePerson><PersonName><o:GivenName>Ondine</o:GivenName><h:FamilyName>Vauquelin</h:FamilyName></PersonName><Communication><ChannelCode>Email</ChannelCode><o:URI>${LINES[1]}</o:URI></Communication></CandidatePerson><CandidateProfile><EmploymentHistory><EmployerHistory><h:OrganizationName>Ferrand</h:OrganizationName><PositionHistory><PositionTitle>Comptable</PositionTitle><h:EmploymentPeriod><h:StartDate><h:FormattedDateTime>2019-01</h:FormattedDateTime></h:StartDate></h:EmploymentPeriod></PositionHistory></EmployerHistory></EmploymentHistory></CandidateProfile></Candidate>`;
const hrXml = `<?xml version="1.0"?><Resume xmlns="http://ns.hr-xml.org/2007-04-15" xml:lang="fr"><StructuredXMLResume><ContactInfo><PersonName><GivenName>Ondine</GivenName><FamilyName>Vauquelin</FamilyName></PersonName></ContactInfo><EmploymentHistory><EmployerOrg><EmployerOrgName>Ferrand</EmployerOrgName><PositionHistory currentEmployer="true"><Title>Comptable</Title><StartDate><YearMonth>2019-01</YearMonth></StartDate><EndDate><StringDate>current</StringDate></EndDate></PositionHistory></EmployerOrg></EmploymentHistory><Qualifications><Competency name="Paie"/></Qualifications></StructuredXMLResume></Resume>`;
const hrOpen = JSON.stringify({
  candidate: {
    person: {
      name: { given: 'Ondine', family: 'Vauquelin' },
      communication: { email: [{ address: LINES[1] }], phone: [{ formattedNumber: '+33 6 39 98 00 01' }] },
    },
    profiles: [
      {
        employment: [
          {
            organization: { name: 'Ferrand' },
            start: '2019-01-01',
            positionHistories: [{ title: 'Comptable', current: true }],
          },
        ],
        education: [{ institution: 'Lycée', educationDegrees: [{ name: 'BTS' }] }],
        qualifications: [{ competencyName: 'Paie' }],
      },
    ],
  },
});
const mail = (attachment) =>
  [
    'From: Ondine <o@example.org>',
    'To: rh@example.org',
    'Subject: =?utf-8?Q?Candidature_=C3=A9?=',
    'Date: Mon, 5 Jan 2026 10:00:00 +0100',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Bonjour',
    '--b',
    'Content-Type: application/octet-stream; name="cv.docx"',
    'Content-Transfer-Encoding: base64',
    'Content-Disposition: attachment; filename="cv.docx"',
    '',
    attachment.toString('base64').replace(/.{76}/g, '$&\r\n'),
    '--b--',
    '',
  ].join('\r\n');

const made = () => [
  { format: 'pdf', family: 'pdf', name: 'cv.pdf', data: pdf() },
  { format: 'docx', family: 'xml', name: 'cv.docx', data: docx(), zip: true },
  { format: 'odt', family: 'xml', name: 'cv.odt', data: odt(), zip: true },
  { format: 'xlsx', family: 'xml', name: 'cvs.xlsx', data: xlsx(), zip: true },
  {
    format: 'zip',
    family: 'xml',
    name: 'cvs.zip',
    data: zip({ 'a/cv.docx': docx(), 'cv.txt': LINES.join('\n'), 'cv.pdf': pdf() }),
    zip: true,
  },
  {
    format: 'zip',
    family: 'xml',
    name: 'nested.zip',
    data: zip({ 'in.zip': zip({ 'cv.json': json }), 'mail.eml': mail(docx()), 'cvs.xlsx': xlsx() }),
    zip: true,
  },
  { format: 'rtf', family: 'rtf', name: 'cv.rtf', data: Buffer.from(rtf, 'latin1') },
  { format: 'html', family: 'html', name: 'cv.html', data: asBytes(html) },
  { format: 'xml', family: 'xml', name: 'cv.xml', data: asBytes(europass) },
  { format: 'json', family: 'json', name: 'cv.json', data: asBytes(json) },
  { format: 'europass', family: 'xml', name: 'europass.xml', data: asBytes(europass4) },
  { format: 'hr-xml', family: 'xml', name: 'hr.xml', data: asBytes(hrXml) },
  { format: 'hr-open', family: 'json', name: 'hr-open.json', data: asBytes(hrOpen) },
  { format: 'eml', family: 'mail', name: 'cv.eml', data: asBytes(mail(docx())) },
  {
    format: 'csv',
    family: 'csv',
    name: 'cvs.csv',
    data: asBytes(
      'Nom;E-mail;Poste\nOndine Vauquelin;o@example.org;"Comptable; aide"\nAnselme Roux;a@example.org;Chef\n',
    ),
  },
  {
    format: 'md',
    family: 'html',
    name: 'cv.md',
    data: asBytes(
      `# ${LINES[0]}\n\n## Expérience\n\n- **Comptable** [x](https://example.org)\n\n| a | b |\n|---|---|\n| c | d |\n`,
    ),
  },
  { format: 'txt', family: 'csv', name: 'cv.txt', data: asBytes(LINES.join('\r\n')) },
];

const FORMATS = {
  '.pdf': 'pdf',
  '.docx': 'docx',
  '.odt': 'odt',
  '.rtf': 'rtf',
  '.html': 'html',
  '.xml': 'xml',
  '.json': 'json',
  '.eml': 'eml',
  '.msg': 'msg',
  '.dat': 'tnef',
  '.zip': 'zip',
  '.csv': 'csv',
  '.xlsx': 'xlsx',
  '.md': 'md',
  '.txt': 'txt',
  '.doc': 'doc',
  '.png': 'image',
  '.jpg': 'image',
  '.jpeg': 'image',
  '.tif': 'image',
  '.webp': 'image',
};
const ZIPS = ['docx', 'odt', 'zip', 'xlsx'];
const FAMILIES = { docx: 'xml', odt: 'xml', xlsx: 'xml', zip: 'xml', eml: 'mail', md: 'html', txt: 'csv' };

/** The documents of a folder, in a fixed order. Larger ones only make cases slower. */
export function seedsIn(folder, largest = 300_000) {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const format = FORMATS[extname(name).toLowerCase()];
      if (!format) return [];
      const data = readFileSync(join(folder, name));
      return data.length > largest
        ? []
        : [{ format, family: FAMILIES[format] ?? format, name, data, zip: ZIPS.includes(format) }];
    });
}

/** What is mutated: small documents made here, one a format, and the repository's own samples. */
export const ownSeeds = () => [
  ...made(),
  ...seedsIn(join(root, 'samples', 'cvs')),
  ...seedsIn(join(root, 'test', 'fixtures', 'extract')),
];
