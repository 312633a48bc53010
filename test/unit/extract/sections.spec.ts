import { documentSections, type TextLine } from '../../../lib/extract';
import { column, makePdf } from './support/pdf';
import { read } from './support/read';

const summary = async (text: string) =>
  (await read(text, 'cv.txt')).sections.map(({ kind, title, lines }) => [kind, title, ...lines]);

describe('the sections of a document', () => {
  it('cover every line once, in order, under JSON Resume’s names', async () => {
    const text = [
      'Ondine Vauquelin',
      'ondine.vauquelin@example.org',
      '',
      'EXPÉRIENCE PROFESSIONNELLE',
      '2019 - 2021 Comptable, Cabinet Ferrand',
      '',
      'FORMATION',
      '2018 DCG, Orléans',
      '',
      'COMPÉTENCES',
      'Sage, Excel',
      '',
      'RÉFÉRENCES',
      'Sur demande',
    ].join('\n');
    expect(await summary(text)).toEqual([
      ['basics', null, 1, 2],
      ['work', 'EXPÉRIENCE PROFESSIONNELLE', 3, 4],
      ['education', 'FORMATION', 5, 6],
      ['skills', 'COMPÉTENCES', 7, 8],
      ['references', 'RÉFÉRENCES', 9, 10],
    ]);
  });

  it.each([
    [
      'French',
      [
        'Profil',
        'Expériences',
        'Formation',
        'Compétences',
        'Langues',
        'Certifications',
        'Projets',
        'Centres d’intérêt',
        'Bénévolat',
        'Publications',
      ],
    ],
    [
      'English',
      [
        'Summary',
        'Work history',
        'Education',
        'Skills',
        'Languages',
        'Certificates',
        'Projects',
        'Interests',
        'Volunteering',
        'Publications',
      ],
    ],
    [
      'German',
      [
        'Kurzprofil',
        'Berufserfahrung',
        'Ausbildung',
        'Kenntnisse',
        'Sprachen',
        'Zertifikate',
        'Projekte',
        'Interessen',
        'Ehrenamt',
        'Publikationen',
      ],
    ],
    [
      'Spanish',
      [
        'Perfil',
        'Experiencia laboral',
        'Formación',
        'Competencias',
        'Idiomas',
        'Certificados',
        'Proyectos',
        'Intereses',
        'Voluntariado',
        'Publicaciones',
      ],
    ],
    [
      'Dutch',
      [
        'Profiel',
        'Werkervaring',
        'Opleiding',
        'Vaardigheden',
        'Talen',
        'Certificaten',
        'Projecten',
        'Interesses',
        'Vrijwilligerswerk',
        'Publicaties',
      ],
    ],
    [
      'Italian',
      [
        'Profilo',
        'Esperienza lavorativa',
        'Istruzione e formazione',
        'Competenze',
        'Lingue',
        'Certificazioni',
        'Progetti',
        'Interessi',
        'Volontariato',
        'Pubblicazioni',
      ],
    ],
  ])('are told by %s headings', async (_, headings) => {
    const { sections } = await read(headings.map((heading) => `${heading}\n\nxxx yyy\n`).join('\n'), 'cv.txt');
    expect(sections.map((section) => section.kind)).toEqual([
      'summary',
      'work',
      'education',
      'skills',
      'languages',
      'certificates',
      'projects',
      'interests',
      'volunteer',
      'publications',
    ]);
  });

  it.each([
    ['Esperienze professionali', 'work'],
    ['Percorso professionale', 'work'],
    ['Percorso formativo', 'education'],
    ['Titoli di studio', 'education'],
    ['Corsi e certificazioni', 'certificates'],
    ['Competenze tecniche', 'skills'],
    ['Conoscenze informatiche', 'skills'],
    ['Competenze linguistiche', 'languages'],
    ['Conoscenze linguistiche', 'languages'],
    ['Capacità e competenze', 'skills'],
    ['Presentazione', 'summary'],
    ['Obiettivo professionale', 'summary'],
    ['Hobby e interessi', 'interests'],
    ['Attività di volontariato', 'volunteer'],
    ['Dati personali', 'basics'],
    ['Contatti', 'basics'],
    ['Referenze', 'references'],
    ['Premi e riconoscimenti', 'awards'],
  ])('Italian: %s', async (heading, kind) => {
    const { sections } = await read(`Ondina Vasari\n\n${heading}\n\nxxx yyy\n`, 'cv.txt');
    expect(sections.at(-1)).toMatchObject({ kind, title: heading });
  });

  it('a label on the line itself is the title, what follows is not', async () => {
    const text = 'Ondine Vauquelin\n\nFormation\n2018 DCG\n\nLangues : français, anglais';
    expect((await summary(text)).at(-1)).toEqual(['languages', 'Langues', 4, 4]);
  });

  it('a sidebar’s section stands apart from the one beside it', async () => {
    const side = column(['LANGUES', 'Anglais : B2', 'Espagnol : A2'], 40, 100);
    const main = column(
      [
        'EXPÉRIENCE',
        '2019 - 2021',
        'Comptable au cabinet Ferrand de Tours',
        'Tenue de vingt dossiers de sociétés'.normalize('NFC').replace(/é/g, 'e'),
      ],
      250,
      100,
    );
    const { sections, lines } = await read(makePdf({ pages: [[...side, ...main].join('\n')] }), 'cv.pdf');
    const textOf = ([first, last]: [number, number]) => lines.slice(first - 1, last).map((line) => line.text);
    expect(sections.map((s) => s.kind)).toEqual(['languages', 'work']);
    expect(textOf(sections[0].lines)).toEqual(['LANGUES', 'Anglais : B2', 'Espagnol : A2']);
  });

  it('lines of a column without headings belong to the heading in the margin beside them', () => {
    const place = (number: number, text: string, x: number, y: number, block: number): TextLine => ({
      number,
      page: 1,
      text,
      block,
      fontSize: 10,
      box: { x, y, width: 5 * text.length, height: 10 },
    });
    const lines = [
      place(1, 'FORMATION', 40, 100, 0),
      place(2, '2018', 40, 120, 0),
      place(3, 'LANGUES', 40, 150, 0),
      place(4, 'Anglais', 40, 170, 0),
      place(5, 'DCG, Orleans', 200, 120, 1),
      place(6, 'lu et parle', 200, 170, 1),
    ];
    const sections = documentSections({ lines, text: lines.map((line) => line.text).join('\n') });
    expect(sections.map((section) => [section.kind, ...section.lines])).toEqual([
      ['education', 1, 2],
      ['languages', 3, 4],
      ['education', 5, 5],
      ['languages', 6, 6],
    ]);
  });

  it('go on at the top of the next column where a text is set like a newspaper', async () => {
    const left = [
      ...column(['Chloe Marchandise', 'Aide-soignante'], 60, 60),
      ...column(['EXPERIENCE'], 60, 110, 14, { size: 13, bold: true }),
      ...column(['2019 - 2021 Aide-soignante, Clinique du Lac', 'Toilettes et repas des patients.'], 60, 130),
      ...column(['2016 - 2018 Agent de service, Hotel du Parc', 'Entretien de quarante chambres'], 60, 170),
    ];
    const right = [
      ...column(['et de la salle du petit dejeuner.', 'Remplacements le samedi et le dimanche.'], 320, 110),
      ...column(['FORMATION'], 320, 150, 14, { size: 13, bold: true }),
      ...column(['2015 Diplome d Etat, Annecy'], 320, 170),
    ];
    const { sections } = await read(makePdf({ pages: [[...left, ...right].join('\n')] }), 'cv.pdf');
    expect(sections.map(({ kind }) => kind)).toEqual(['basics', 'work', 'education']);
  });

  it('are found under headings of two sizes', async () => {
    const big = { size: 16, bold: true };
    const small = { size: 12, bold: true };
    const page = [
      ...column(['Chloe Marchandise'], 60, 60),
      ...column(['EXPERIENCE'], 60, 100, 14, small),
      ...column(['2019 - 2021 Aide-soignante, Clinique du Lac', 'Toilettes et repas des patients.'], 60, 120),
      ...column(['FORMATION'], 60, 170, 14, small),
      ...column(['2015 Diplome d Etat, Annecy', '2012 Baccalaureat, Annecy'], 60, 190),
      ...['COMPETENCES', 'LANGUES', 'LOISIRS', 'CERTIFICATIONS'].flatMap((title, i) => [
        ...column([title], 60, 250 + 50 * i, 14, big),
        ...column([`Premiere ligne ${i}`], 60, 270 + 50 * i),
      ]),
    ];
    const { sections } = await read(makePdf({ pages: [page.join('\n')] }), 'cv.pdf');
    expect(sections.map(({ kind }) => kind).slice(0, 3)).toEqual(['basics', 'work', 'education']);
  });

  it('stay with their own heading where what goes on below it shares its lines with a sidebar', () => {
    const side = ['COMPETENCES', 'Word', 'Excel', 'Sage', 'LANGUES', 'Anglais', 'Espagnol'];
    const main = [
      'EXPERIENCE',
      'Comptable',
      'Alterna, Nantes',
      'Aide comptable',
      'Morvan, Brest',
      'Assistante',
      'Mairie',
    ];
    const heads = ['COMPETENCES', 'LANGUES', 'EXPERIENCE'];
    const line = (text: string, i: number, x: number, block: number) => ({
      text,
      page: 1,
      block,
      box: { x, y: 100 + 16 * i, width: 90, height: 10 },
      fontSize: heads.includes(text) ? 13 : 10,
      bold: heads.includes(text),
    });
    const lines: TextLine[] = [
      ...side.map((text, i) => line(text, i, 40, 0)),
      ...main.map((text, i) => line(text, i, 200, i === 0 ? 1 : 2)),
    ].map((one, i) => ({ ...one, number: i + 1 }));
    const sections = documentSections({ lines, text: lines.map(({ text }) => text).join('\n') });
    expect(sections.map(({ kind, lines: range }) => [kind, ...range])).toEqual([
      ['skills', 1, 4],
      ['languages', 5, 7],
      ['work', 8, 14],
    ]);
  });
});
