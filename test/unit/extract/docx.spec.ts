import { cell, makeDocx, paragraph, run, table } from './support/docx';
import { read, texts } from './support/read';

describe('Word files', () => {
  it('reads contact data in the page header before the body', async () => {
    const docx = makeDocx({ header: paragraph(run('camille@example.com')), body: paragraph(run('Expériences')) });
    expect(texts(await read(docx, 'cv.docx'))).toEqual(['camille@example.com', 'Expériences']);
  });

  it('marks headings by style, bold runs and list items', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/><w:rPr><w:sz w:val="28"/></w:rPr></w:style>';
    const body =
      paragraph(run('Formation'), '<w:pStyle w:val="Titre1"/>') +
      paragraph(run('Master MIAGE', '<w:b/>')) +
      paragraph(run('Mention bien'), '<w:numPr><w:numId w:val="1"/></w:numPr>');
    const { lines } = await read(makeDocx({ body, styles }), 'cv.docx');
    expect(lines[0]).toMatchObject({ text: 'Formation', heading: true, fontSize: 14 });
    expect(lines[1]).toMatchObject({ text: 'Master MIAGE', bold: true });
    expect(lines[2].text).toBe('• Mention bien');
  });

  it('reads a layout table cell by cell and a row of short cells as one line', async () => {
    const left = cell(paragraph(run('Compétences')) + paragraph(run('Gestion de paie')));
    const right = cell(paragraph(run('Chargée de paie')) + paragraph(run('Cabinet Armor')));
    const dated = [cell(paragraph(run('2019 – 2021'))), cell(paragraph(run('Assistante')))];
    const document = await read(makeDocx({ body: table([left, right], dated) }), 'cv.docx');
    expect(texts(document)).toEqual([
      'Compétences',
      'Gestion de paie',
      'Chargée de paie',
      'Cabinet Armor',
      '2019 – 2021\tAssistante',
    ]);
  });

  it('reads text boxes once, though Word writes them twice', async () => {
    const box = (text: string) => `<w:txbxContent>${paragraph(run(text))}</w:txbxContent>`;
    const body = paragraph(
      `<w:r><mc:AlternateContent><mc:Choice><w:drawing>${box('06 39 98 00 00')}</w:drawing></mc:Choice>` +
        `<mc:Fallback><w:pict>${box('06 39 98 00 00')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    );
    expect(texts(await read(makeDocx({ body }), 'cv.docx'))).toEqual(['06 39 98 00 00']);
  });

  it('gives the address behind a link and the line that shows it', async () => {
    const relations = '<Relationship Id="rId9" TargetMode="External" Target="https://example.com/in/camille"/>';
    const body =
      paragraph(run('Camille Rousseau')) + paragraph(`<w:hyperlink r:id="rId9">${run('Mon profil')}</w:hyperlink>`);
    const document = await read(makeDocx({ body, relations }), 'cv.docx');
    expect(document.links).toEqual([{ url: 'https://example.com/in/camille', page: 1, line: 2 }]);
  });

  it('leaves deleted text out', async () => {
    const body = paragraph(`${run('Gardé')}<w:del><w:r><w:delText>Supprimé</w:delText></w:r></w:del>`);
    expect((await read(makeDocx({ body }), 'cv.docx')).text).toBe('Gardé');
  });

  it.each([
    ['docm', 'application/vnd.ms-word.document.macroEnabled.main+xml'],
    ['dotx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml'],
    ['dotm', 'application/vnd.ms-word.template.macroEnabledTemplate.main+xml'],
  ])(
    'reads .%s like .docx, by its content and whatever it is called, and runs nothing in it',
    async (extension, type) => {
      const others = { 'word/vbaProject.bin': Buffer.from('Sub AutoOpen()\nEnd Sub') };
      const file = makeDocx({ body: paragraph(run('Camille Rousseau')), contentType: type, others });
      for (const name of [`cv.${extension}`, 'cv.docx', 'cv', 'cv.pdf']) {
        const document = await read(file, name);
        expect(document).toMatchObject({ format: 'docx', text: 'Camille Rousseau', hiddenText: [] });
      }
    },
  );
});
