import iconv from 'iconv-lite';
import { open, summary } from './support/open';
import { makeXlsx, rowsXml } from './support/xlsx';

const CSV = [
  'Nom;Prénom;E-mail;Téléphone;Ville;Poste actuel;Employeur actuel;Compétences;Langues;Permis de conduire;Remarque',
  'Quintavalle;Léa;lea.quintavalle@example.com;06 39 98 00 01;Orléans;Comptable;Garage Pélissane;Sage, Excel;Anglais (B2), Italien : courant;B;"dit ""oui""; rappeler"',
  ';;;;;;;;;;',
  'Belhacem;Nadir;nadir@example.com;;Lille;;;;;;=HYPERLINK("http://example.com")',
].join('\r\n');

describe('a CSV of candidates', () => {
  it('gives each row as a document of lines and in JSON Resume’s shape', async () => {
    const outcomes = await open(CSV, 'candidats.csv');
    expect(summary(outcomes)).toEqual(['#2: table-row', '#4: table-row']);
    const [lea, nadir] = outcomes;
    expect(lea.document).toMatchObject({
      fileName: 'candidats.csv#2',
      origin: { container: 'candidats.csv', role: 'row' },
      structured: {
        basics: {
          name: 'Léa Quintavalle',
          firstName: 'Léa',
          lastName: 'Quintavalle',
          label: 'Comptable',
          email: 'lea.quintavalle@example.com',
          phone: '06 39 98 00 01',
          location: { city: 'Orléans' },
          drivingLicences: ['B'],
        },
        work: [{ name: 'Garage Pélissane', position: 'Comptable', current: true }],
        skills: [{ name: 'Sage' }, { name: 'Excel' }],
        languages: [
          { language: 'Anglais', fluency: 'B2' },
          { language: 'Italien', fluency: 'courant' },
        ],
      },
    });
    expect(lea.document?.text).toContain('Ville: Orléans');
    expect(lea.document?.text).toContain('Remarque: dit "oui"; rappeler');
    expect(lea.data).toBeUndefined();
    // A formula is a text like any other.
    expect(nadir.document?.text).toContain('Remarque: =HYPERLINK("http://example.com")');
  });

  const rows = (join: string) =>
    ['Nom', 'Prénom', 'E-mail', 'Métier'].join(join) +
    '\n' +
    ['Noël', 'Élodie', 'e@example.com', 'Ingénieure'].join(join);
  it.each([
    ['semicolons in Windows-1252', iconv.encode(rows(';'), 'windows-1252')],
    ['commas with a mark', Buffer.from(`\uFEFF${rows(',')}`)],
    ['tabs in UTF-16', iconv.encode(rows('\t'), 'utf-16le', { addBOM: true })],
    ['bars', Buffer.from(rows('|'))],
    ['Excel’s own first line', Buffer.from(`sep=;\r\n${rows(';')}`)],
  ])('with %s', async (_, data) => {
    const [{ document }] = await open(data, 'export.csv');
    expect(document?.structured).toMatchObject({ basics: { name: 'Élodie Noël', label: 'Ingénieure' } });
  });

  it.each([
    ['English', 'First name,Last name,Email,Job title\nLea,Quintavalle,l@example.com,Accountant'],
    ['German', 'Vorname;Nachname;E-Mail-Adresse;Beruf\nLea;Quintavalle;l@example.com;Accountant'],
    ['Spanish', 'Nombre;Apellidos;Correo electrónico;Puesto\nLea;Quintavalle;l@example.com;Accountant'],
    ['Dutch', 'Voornaam;Achternaam;E-mailadres;Functie\nLea;Quintavalle;l@example.com;Accountant'],
  ])('with headers in %s', async (_, text) => {
    const [{ document }] = await open(text, 'x.csv');
    expect(document?.structured).toMatchObject({
      basics: { name: 'Lea Quintavalle', email: 'l@example.com', label: 'Accountant' },
    });
  });

  it('is known without its name, and a text with commas is none', async () => {
    expect(summary(await open('Nom,Prénom,E-mail,Poste\nNoël,Élodie,e@example.com,Ingénieure\n', 'liste.txt'))).toEqual(
      ['#2: table-row'],
    );
    expect(summary(await open('Nom, prénom, e-mail et poste de la candidate.\nUn, deux, trois.', 'cv.txt'))).toEqual([
      'cv.txt: text',
    ]);
  });

  it('finds the headers under a title, and passes over repeated headers and totals', async () => {
    const text =
      'Candidatures 2026;;;\n\nNom;Prénom;Ville;Diplôme\nNoël;Élodie;Tours;Master\nNom;Prénom;Ville;Diplôme\nRoux;Ali;Metz;BTS\nTotal;;;2 personnes\nFin de liste;;;';
    const outcomes = await open(text, 'x.csv');
    expect(outcomes.map((o) => (o.document?.structured as { basics: { name: string } }).basics.name)).toEqual([
      'Élodie Noël',
      'Ali Roux',
    ]);
  });
});

describe('a table of something else is refused, not turned into people', () => {
  it.each([
    ['goods', 'Référence;Désignation;Prix;Quantité\nA1;Vis;0,10;200'],
    ['customers', 'Nom;Prénom;E-mail;Ville;Facture;Montant\nNoël;Élodie;e@example.com;Tours;F-12;99,90'],
    [
      'firms',
      'Nom;Téléphone;E-mail;Ville\nMenuiserie Brivaud SARL;0102030405;a@example.com;Tours\nFerrand SAS;01;b@example.com;Metz',
    ],
    ['suppliers', 'Société;Fournisseur;SIRET;Téléphone\nX;Y;1;2'],
    ['numbers', '1;2;3\n4;5;6'],
    ['places', 'name,city,country\nLouvre,Paris,France\nPrado,Madrid,Spain'],
    ['a header alone', 'Nom;Prénom;E-mail;Poste\n'],
  ])('%s', async (_, text) => {
    const outcomes = await open(text, 'x.csv');
    expect(outcomes).toHaveLength(1);
    expect(outcomes[0].error?.code).toBe('not-candidates');
  });
});

describe('an Excel workbook of candidates', () => {
  const header = ['Nom', 'Prénom', 'E-mail', 'Poste', 'Date de naissance'];

  it('reads texts, numbers, dates and what a formula gave', async () => {
    const data =
      rowsXml([header]) +
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="str"><f>CONCAT("lea","@example.com")</f><v>lea@example.com</v></c><c r="D2" t="inlineStr"><is><r><t>Compt</t></r><r><t>able</t></r></is></c><c r="E2" s="1"><v>32994</v></c><c r="F2" s="2"><v>12</v></c></row>';
    const [{ document, origin }] = await open(makeXlsx([{ name: 'Feuil1', data }], ['Quintavalle', 'Léa']), 'c.xlsx');
    expect(origin?.path).toBe('Feuil1#2');
    expect(document?.structured).toMatchObject({
      basics: { name: 'Léa Quintavalle', email: 'lea@example.com', label: 'Comptable', birthDate: '1990-05-01' },
    });
    expect(document?.lines.at(-1)?.text).toBe('12');
  });

  it('counts days from 1904 where the workbook does', async () => {
    const data = `${rowsXml([header])}<row r="2"><c r="A2" t="inlineStr"><is><t>Noël</t></is></c><c r="C2" t="inlineStr"><is><t>e@example.com</t></is></c><c r="E2" s="1"><v>31532</v></c></row>`;
    const [{ document }] = await open(makeXlsx([{ name: 'A', data }], [], true), 'c.xlsx');
    expect(document?.structured).toMatchObject({ basics: { birthDate: '1990-05-01' } });
  });

  it('reads every visible sheet of candidates, and headers that are merged', async () => {
    const workbook = makeXlsx([
      { name: 'Notice', data: rowsXml([['Mode d’emploi'], ['Une ligne par personne']]) },
      {
        name: 'Nord',
        data: rowsXml([
          ['Nom', 'Prénom', 'Coordonnées', '', 'Métier'],
          ['', '', 'E-mail', 'Téléphone', ''],
          ['Noël', 'Élodie', 'e@example.com', '0601', 'Soudeuse'],
        ]),
        after:
          '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/><mergeCell ref="C1:D1"/><mergeCell ref="E1:E2"/></mergeCells>',
      },
      { name: 'Sud', data: rowsXml([header, ['Roux', 'Ali', 'a@example.com', 'Maçon', '']]) },
      { name: 'Caché', state: 'hidden', data: rowsXml([header, ['Secret', 'Jean', 's@example.com', 'X', '']]) },
    ]);
    const outcomes = await open(workbook, 'c.xlsx');
    expect(outcomes.map((o) => o.fileName)).toEqual(['c.xlsx#Nord-3', 'c.xlsx#Sud-2']);
    expect(outcomes[0].document?.structured).toMatchObject({
      basics: { name: 'Élodie Noël', phone: '0601', email: 'e@example.com', label: 'Soudeuse' },
    });
  });
});
