import { column, fill, makePdf, paint } from './support/pdf';
import { read, texts } from './support/read';

const MAIN = [
  'Ingenieure logiciel chez Alterna depuis mars 2019,',
  'avec une equipe de huit personnes a Nantes.',
  'Refonte de la chaine de livraison continue.',
  'Encadrement de deux apprentis par an.',
  'Mise en place des revues de code croisees.',
  'Migration de la facturation vers PostgreSQL.',
];
const SIDE = ['Competences', 'TypeScript', 'PostgreSQL', 'Docker', 'Langues', 'Anglais C1'];

/** A fixed shuffle, so that a failure repeats. */
const shuffled = <T>(items: T[]) =>
  items
    .map((item, i) => [(i * 7919 + 13) % 101, item] as const)
    .sort((a, b) => a[0] - b[0])
    .map(([, item]) => item);

describe('PDF reading order', () => {
  it('reads one column from top to bottom whatever the order of painting', async () => {
    const pdf = makePdf({ pages: [shuffled(column(MAIN, 60, 80)).join('\n')] });
    expect(texts(await read(pdf, 'cv.pdf'))).toEqual(MAIN);
  });

  it.each([
    ['left', 40, 200],
    ['right', 400, 60],
  ])('never mixes a sidebar on the %s with the main column', async (side, sideX, mainX) => {
    const content = [...column(SIDE, sideX, 84, 17), ...column(MAIN, mainX, 80, 14)];
    const document = await read(makePdf({ pages: [shuffled(content).join('\n')] }), 'cv.pdf');
    expect(texts(document)).toEqual(side === 'left' ? [...SIDE, ...MAIN] : [...MAIN, ...SIDE]);
    expect(new Set(document.lines.map((line) => line.block)).size).toBe(2);
  });

  it('reads a header over both columns first', async () => {
    const header = paint({
      text: 'Camille Rousseau - Ingenieure logiciel, Nantes et alentours',
      x: 60,
      y: 50,
      size: 16,
    });
    const content = [...column(SIDE, 40, 104, 17), ...column(MAIN, 220, 100, 14), header];
    const document = await read(makePdf({ pages: [content.join('\n')] }), 'cv.pdf');
    expect(texts(document)[0]).toMatch(/^Camille Rousseau/);
    expect(texts(document)[1]).toBe('Competences');
  });

  it('reads lists set in columns under their own heading before the next heading', async () => {
    const lists = ['Competences', 'Langues', 'Loisirs'].flatMap((title, i) => [
      paint({ text: title, x: 60, y: 100 + 60 * i, size: 13, bold: true }),
      ...column([`Premier ${i}`, `Second ${i}`], 60, 116 + 60 * i),
      ...column([`Troisieme ${i}`, `Quatrieme ${i}`], 300, 116 + 60 * i),
    ]);
    const lines = texts(await read(makePdf({ pages: [shuffled(lists).join('\n')] }), 'cv.pdf')).join('\n');
    const places = ['Competences', 'Quatrieme 0', 'Langues', 'Quatrieme 1', 'Loisirs', 'Quatrieme 2'].map((text) =>
      lines.indexOf(text),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('reads labels with what stands beside them, though a heading above and the page’s foot stand alone', async () => {
    const content = [
      paint({ text: 'Competences', x: 60, y: 100, size: 13 }),
      ...column(['Comptabilite', 'Logiciels'], 60, 124),
      ...column(['comptabilite generale, TVA, liasse fiscale et rapprochement', 'Sage 100, Excel'], 180, 124),
      paint({ text: 'Page 1', x: 60, y: 800, size: 7 }),
    ];
    expect(texts(await read(makePdf({ pages: [shuffled(content).join('\n')] }), 'cv.pdf'))).toEqual([
      'Competences',
      'Comptabilite\tcomptabilite generale, TVA, liasse fiscale et rapprochement',
      'Logiciels\tSage 100, Excel',
      'Page 1',
    ]);
  });

  it('reads a date at half the height of the two lines beside it before them', async () => {
    const content = [
      paint({ text: '2016 - 2020', x: 60, y: 107 }),
      ...column(['Transports Bourguignon, chauffeur', 'Livraisons en Allemagne'], 200, 100),
    ];
    const lines = texts(await read(makePdf({ pages: [shuffled(content).join('\n')] }), 'cv.pdf'));
    expect(lines).toEqual(['2016 - 2020', 'Transports Bourguignon, chauffeur', 'Livraisons en Allemagne']);
  });

  it('does not read past a rule over both columns before what stands above it', async () => {
    const content = [
      ...column(['Technicienne support', 'Mairie de Vannes'], 60, 100),
      ...column(['Vendeuse polyvalente', 'Librairie du Port', 'Conseil et encaissement'], 320, 100),
      fill('0 0 0', 60, 150, 480, 1),
      ...column(['Assistante de gestion', 'Cabinet Morvan', 'Saisie des factures'], 60, 170),
      ...column(['Hotesse d accueil', 'Salon nautique'], 320, 170),
    ];
    expect(texts(await read(makePdf({ pages: [shuffled(content).join('\n')] }), 'cv.pdf'))).toEqual([
      'Technicienne support',
      'Mairie de Vannes',
      'Vendeuse polyvalente',
      'Librairie du Port',
      'Conseil et encaissement',
      'Assistante de gestion',
      'Cabinet Morvan',
      'Saisie des factures',
      'Hotesse d accueil',
      'Salon nautique',
    ]);
  });

  it('never mixes the letters of two texts that run into each other', async () => {
    const content = [
      paint({ text: 'prenom.nom.tres.long.assurement@example.com', x: 40, y: 112 }),
      ...column(['06 12 34 56 78', 'Rennes', 'Permis B'], 40, 126),
      ...column(MAIN, 215, 98),
    ];
    const document = await read(makePdf({ pages: [content.join('\n')] }), 'cv.pdf');
    expect(document.text).toContain('prenom.nom.tres.long.assurement@example.com');
    expect(document.text).toContain(MAIN[1]);
  });

  it('keeps a date set to the right on the line of its title, after a tab', async () => {
    const content = [
      paint({ text: 'Chef de projet', x: 60, y: 100, bold: true }),
      paint({ text: '2019 - 2021', x: 480, y: 100 }),
      ...column(['Pilotage de douze chantiers en Bretagne et dans les Pays de la Loire, budget et planning.'], 60, 114),
      paint({ text: 'Conducteur de travaux', x: 60, y: 140, bold: true }),
      paint({ text: '2015 - 2018', x: 480, y: 140 }),
      ...column(['Suivi de chantiers de gros oeuvre, de la commande des materiaux a la reception des lots.'], 60, 154),
    ];
    expect(texts(await read(makePdf({ pages: [content.join('\n')] }), 'cv.pdf'))).toEqual([
      'Chef de projet\t2019 - 2021',
      expect.stringMatching(/^Pilotage/),
      'Conducteur de travaux\t2015 - 2018',
      expect.stringMatching(/^Suivi/),
    ]);
  });

  it('reads a table with a column of dates row by row', async () => {
    const rows = [2021, 2018, 2015, 2012].flatMap((year, i) => [
      paint({ text: `${year} - ${year + 2}`, x: 50, y: 100 + i * 60 }),
      ...column(
        [`Poste numero ${i + 1}`, `Premier resultat du poste ${i + 1}`, `Second resultat du poste ${i + 1}`],
        180,
        100 + i * 60,
        13,
      ),
    ]);
    const document = await read(makePdf({ pages: [rows.join('\n')] }), 'cv.pdf');
    expect(texts(document).slice(0, 4)).toEqual([
      '2021 - 2023\tPoste numero 1',
      'Premier resultat du poste 1',
      'Second resultat du poste 1',
      '2018 - 2020\tPoste numero 2',
    ]);
  });

  it('reads headings in a column of their own before the text beside them', async () => {
    const rows = ['Experience', 'Formation', 'Langues'].flatMap((heading, i) => [
      paint({ text: heading, x: 50, y: 100 + i * 80, bold: true, size: 12 }),
      ...column(
        [`Texte ${i} premier`, `Texte ${i} deuxieme`, `Texte ${i} troisieme`, `Texte ${i} dernier`],
        180,
        100 + i * 80,
        13,
      ),
    ]);
    const document = await read(makePdf({ pages: [rows.join('\n')] }), 'cv.pdf');
    expect(texts(document).indexOf('Formation')).toBe(texts(document).indexOf('Texte 0 dernier') + 1);
  });
});

describe('PDF words', () => {
  it('finds words in a stream without space characters', async () => {
    const content = 'BT /F1 10 Tf 1 0 0 1 60 700 Tm [(Chef)-278(de)-278(projet)-278(junior)] TJ ET';
    expect(texts(await read(makePdf({ pages: [content] }), 'cv.pdf'))).toEqual(['Chef de projet junior']);
  });

  it.each([
    ['typed with spaces', paint({ text: 'E X P E R I E N C E   U T I L E', x: 60, y: 100 })],
    ['spaced by the style', paint({ text: 'EXPERIENCE UTILE', x: 60, y: 100, inside: '3 Tc' })],
  ])('closes up a letter-spaced heading %s', async (_, heading) => {
    expect(texts(await read(makePdf({ pages: [heading] }), 'cv.pdf'))).toEqual(['EXPERIENCE UTILE']);
  });

  it('joins an address that a narrow column cut', async () => {
    const content = [
      ...column(['Contact', 'camille.rousseau@exem', 'ple-cv.fr', 'Nantes'], 40, 100),
      ...column(MAIN, 200, 90),
    ];
    expect(texts(await read(makePdf({ pages: [content.join('\n')] }), 'cv.pdf'))).toContain(
      'camille.rousseau@exemple-cv.fr',
    );
  });

  it('gives each line its page, place, size and weight', async () => {
    const document = await read(
      makePdf({ pages: [paint({ text: 'Titre', x: 60, y: 100, size: 14, bold: true })] }),
      'cv.pdf',
    );
    expect(document.lines[0]).toMatchObject({ number: 1, page: 1, fontSize: 14, bold: true, block: 0 });
    expect(document.lines[0].box?.x).toBeCloseTo(60, 0);
    expect(document.pages).toEqual([{ number: 1, width: 595, height: 842, source: 'text' }]);
  });

  it('names the line under a link', async () => {
    const link =
      '/Annots [<< /Type /Annot /Subtype /Link /Rect [58 735 130 755] /A << /S /URI /URI (https://example.com/p) >> >>]';
    const content = [paint({ text: 'Nom', x: 60, y: 60 }), paint({ text: 'Mon profil', x: 60, y: 100 })].join('\n');
    const document = await read(makePdf({ pages: [content], pageExtras: link }), 'cv.pdf');
    expect(document.links).toEqual([{ url: 'https://example.com/p', page: 1, line: 2 }]);
  });

  it('keeps a repeated page foot out of a sentence that runs from page to page', async () => {
    const foot = paint({ text: 'Camille Rousseau - page suivante', x: 60, y: 825, size: 8 });
    const pages = [
      [paint({ text: 'Gestion des commandes et', x: 60, y: 700 }), foot, paint({ text: '1 / 2', x: 300, y: 835 })],
      [paint({ text: 'des stocks du magasin.', x: 60, y: 80 }), foot, paint({ text: '2 / 2', x: 300, y: 835 })],
    ].map((p) => p.join('\n'));
    const document = await read(makePdf({ pages }), 'cv.pdf');
    expect(texts(document)).toEqual([
      'Gestion des commandes et',
      'des stocks du magasin.',
      'Camille Rousseau - page suivante',
    ]);
  });
});
