import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { makeDocx, paragraph, run } from './support/docx';
import { makePdf, paint } from './support/pdf';
import { read, texts } from './support/read';

describe('the kind of a file is told by its content', () => {
  const pdf = makePdf({ pages: [paint({ text: 'Camille Rousseau', x: 60, y: 80 })] });
  const docx = makeDocx({ body: paragraph(run('Camille Rousseau')) });
  const html = Buffer.from('<html><body><p>Camille Rousseau</p></body></html>');

  it.each([
    ['a PDF named .docx', pdf, 'cv.docx', 'pdf'],
    ['a Word file named .pdf', docx, 'cv.pdf', 'docx'],
    ['an HTML page named .doc', html, 'cv.doc', 'html'],
    ['a text named .pdf', Buffer.from('Camille Rousseau'), 'cv.pdf', 'text'],
  ])('%s', async (_, data, fileName, format) => {
    expect(await read(data, fileName)).toMatchObject({ format, text: 'Camille Rousseau' });
  });
});

describe('plain text', () => {
  it('parts cells at wide blanks and tells empty lines', async () => {
    const { lines } = await read(Buffer.from('Comptable      2019 - 2021\nCabinet Ferrand\n\nFORMATION'), 'cv.txt');
    expect(lines.map((line) => line.text)).toEqual(['Comptable\t2019 - 2021', 'Cabinet Ferrand', 'FORMATION']);
    expect(lines.map((line) => line.gapBefore ?? false)).toEqual([false, false, true]);
  });

  const text = 'Élodie Noël – ingénieure\nÀ Orléans depuis l’été';
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['Windows-1252', iconv.encode(text, 'windows-1252')],
    ['UTF-16 with a mark', iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['UTF-16 without a mark', iconv.encode(text, 'utf-16le')],
  ])('in %s', async (_, data) => {
    expect((await read(data, 'cv.txt')).text).toBe(text);
  });

  it('takes zero-width characters out of words and reports them', async () => {
    const document = await read('Né\u200bgo\u200bciation\nOrléans', 'cv.txt');
    expect(document.text).toBe('Négociation\nOrléans');
    expect(document.hiddenText).toEqual([{ text: '2 × U+200B', page: 1, reason: 'zero-width' }]);
  });

  it('normalises ligatures and icon characters', async () => {
    expect((await read('\uF095 06 39 98 00 00\nOf\uFB01ce manager', 'cv.txt')).text).toBe(
      '06 39 98 00 00\nOffice manager',
    );
  });

  it('tells the language, and says nothing of a text too short to tell', async () => {
    const french =
      'Conductrice de travaux expérimentée, je recherche un poste dans la région nantaise avec des chantiers variés.';
    expect((await read(french, 'cv.txt')).language).toBe('fr');
    expect((await read('Bob', 'cv.txt')).language).toBeNull();
  });
});

describe('Markdown', () => {
  it('shows the text without its marks, keeps headings, bold and links', async () => {
    const source =
      '# Camille Rousseau\n\n**Ingénieure**\n\n- [Mon *profil*](https://example.com/in/camille)\n\n| 2019 | Alterna |\n|---|---|\n';
    const document = await read(source, 'cv.md');
    expect(texts(document)).toEqual(['Camille Rousseau', 'Ingénieure', '• Mon profil', '2019\tAlterna']);
    expect(document.lines.map((l) => [l.heading, l.bold])).toEqual([
      [true, undefined],
      [undefined, true],
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect(document.links).toEqual([{ url: 'https://example.com/in/camille', page: 1, line: 3 }]);
  });

  it('keeps characters of names that look like marks', async () => {
    expect((await read('anne_marie_dupont@example.com et C# * 2', 'cv.md')).text).toBe(
      'anne_marie_dupont@example.com et C# * 2',
    );
  });

  it('shows escaped punctuation without its backslash, and takes it for no mark', async () => {
    const source = '## 1\\. Poste\n\nNote \\*importante\\* \\[2024\\], **C\\+\\+** \\& Git\n';
    expect(texts(await read(source, 'cv.md'))).toEqual(['1. Poste', 'Note *importante* [2024], C++ & Git']);
  });
});

describe('HTML', () => {
  it('reads headings, items, rows and links', async () => {
    const page =
      '<!doctype html><title>CV</title><h1>Camille</h1><ul><li>Un</li><li>Deux</li></ul><table><tr><td>2019</td><td>Alterna</td></tr></table><p>Ligne<br><a href="https://example.com">site</a></p>';
    const document = await read(page, 'cv.html');
    expect(texts(document)).toEqual(['Camille', '• Un', '• Deux', '2019\tAlterna', 'Ligne', 'site']);
    expect(document.lines[0].heading).toBe(true);
    expect(document.links).toEqual([{ url: 'https://example.com', page: 1, line: 6 }]);
    expect(document.properties.title).toBe('CV');
  });
});

describe('RTF', () => {
  it('reads accents, headings, links, header and Unicode with its stand-in', async () => {
    const rtf =
      '{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\stylesheet{\\s1 heading 1;}}{\\header camille@example.com\\par}' +
      "\\pard\\s1 Exp\\'e9riences\\par\\pard\\b Alterna\\b0  (Nantes) \\u8211 ?2019\\par" +
      '{\\field{\\*\\fldinst HYPERLINK "https://example.com/p"}{\\fldrslt profil}}\\par}';
    const document = await read(rtf, 'cv.rtf');
    expect(texts(document)).toEqual(['camille@example.com', 'Expériences', 'Alterna (Nantes) –2019', 'profil']);
    expect(document.lines[1].heading).toBe(true);
    expect(document.links).toEqual([{ url: 'https://example.com/p', page: 1, line: 4 }]);
  });

  it('reads a drawn text box after the paragraph in which it stands', async () => {
    const box =
      '{\\shp{\\*\\shpinst\\shpleft0{\\sp{\\sn wzName}{\\sv Forme 1}}{\\shptxt\\pard Langues\\par Anglais\\par}}}';
    const rtf = `{\\rtf1\\ansi\\pard Comptable chez ${box}Alterna\\par Nantes\\par}`;
    expect(texts(await read(rtf, 'cv.rtf'))).toEqual(['Comptable chez Alterna', 'Langues', 'Anglais', 'Nantes']);
  });
});

describe('ODT', () => {
  it('reads headings, lists, tables and links', async () => {
    const content =
      '<office:document-content><office:body><office:text><text:h>Formation</text:h>' +
      '<text:list><text:list-item><text:p>Master<text:s text:c="2"/>MIAGE</text:p></text:list-item></text:list>' +
      '<table:table><table:table-row><table:table-cell><text:p>2019</text:p></table:table-cell><table:table-cell><text:p>Alterna</text:p></table:table-cell></table:table-row></table:table>' +
      '<text:p><text:a xlink:href="https://example.com">site</text:a></text:p></office:text></office:body></office:document-content>';
    const odt = zipSync({
      mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
      'content.xml': strToU8(content),
    });
    const document = await read(odt, 'cv.odt');
    expect(document.format).toBe('odt');
    expect(texts(document)).toEqual(['Formation', '• Master MIAGE', '2019\tAlterna', 'site']);
    expect(document.links).toEqual([{ url: 'https://example.com', page: 1, line: 4 }]);
  });

  it('reads what is written on a shape line by line, after the paragraph that holds it', async () => {
    const content =
      '<office:document-content><office:body><office:text><text:p>Comptable<draw:custom-shape draw:name="Forme 1">' +
      '<text:p>Langues</text:p><text:p>Anglais</text:p></draw:custom-shape> chez Alterna</text:p></office:text></office:body></office:document-content>';
    const odt = zipSync({
      mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
      'content.xml': strToU8(content),
    });
    expect(texts(await read(odt, 'cv.odt'))).toEqual(['Comptable chez Alterna', 'Langues', 'Anglais']);
  });
});

describe('structured CVs', () => {
  it('keeps a JSON Resume as it is and shows it as text', async () => {
    const resume = {
      basics: { name: 'Camille Rousseau' },
      work: [{ name: 'Alterna', position: 'Ingénieure', startDate: '2019' }],
      x: 1,
    };
    const document = await read(JSON.stringify(resume), 'cv.json');
    expect(document.structured).toEqual(resume);
    expect(texts(document)).toEqual(expect.arrayContaining(['Camille Rousseau', 'Ingénieure', 'Alterna']));
  });

  it('reads Europass 3 into the shape of JSON Resume', async () => {
    const xml =
      '<SkillsPassport locale="fr"><LearnerInfo><Identification><PersonName><FirstName>Camille</FirstName><Surname>Rousseau</Surname></PersonName></Identification>' +
      '<WorkExperienceList><WorkExperience><Period><From year="2019" month="--03"/><Current>true</Current></Period><Position><Label>Ingénieure</Label></Position>' +
      '<Activities>&lt;ul&gt;&lt;li&gt;Tests&lt;/li&gt;&lt;li&gt;Revues&lt;/li&gt;&lt;/ul&gt;</Activities><Employer><Name>Alterna</Name></Employer></WorkExperience></WorkExperienceList>' +
      '</LearnerInfo></SkillsPassport>';
    const document = await read(xml, 'cv.xml');
    expect(document.structured).toMatchObject({
      basics: { name: 'Camille Rousseau' },
      work: [
        {
          name: 'Alterna',
          position: 'Ingénieure',
          startDate: '2019-03',
          current: true,
          highlights: ['Tests', 'Revues'],
        },
      ],
    });
    expect(texts(document)).toContain('• Revues');
  });

  it('reads Europass 4 into the shape of JSON Resume', async () => {
    const xml =
      '<Candidate><CandidatePerson><PersonName><GivenName>Camille</GivenName><FamilyName>Rousseau</FamilyName></PersonName>' +
      '<Communication><ChannelCode>Email</ChannelCode><URI>camille@example.com</URI></Communication></CandidatePerson>' +
      '<CandidateProfile languageCode="fr"><PersonQualifications><PersonCompetency><CompetencyID schemeName="CEFR">eng</CompetencyID><TaxonomyID>language</TaxonomyID>' +
      '<CompetencyDimension><Score><ScoreText>C1</ScoreText></Score></CompetencyDimension><CompetencyDimension><Score><ScoreText>B2</ScoreText></Score></CompetencyDimension>' +
      '</PersonCompetency></PersonQualifications></CandidateProfile></Candidate>';
    expect((await read(xml, 'cv.xml')).structured).toMatchObject({
      basics: { name: 'Camille Rousseau', email: 'camille@example.com' },
      languages: [{ language: 'anglais', code: 'eng', fluency: 'B2' }],
    });
  });
});
