import { analyzeWithRules } from '../../../lib/analyze/rules';
import { documentOf, placed, REFERENCE, type LineInput } from './document';

const jobs = (lines: LineInput[], heading = 'EXPÉRIENCES PROFESSIONNELLES') =>
  analyzeWithRules(
    documentOf(['Lucie Morvan', 'lucie.morvan@mail.example', heading, ...lines]),
    REFERENCE,
  ).experiences.map((job) =>
    [job.title, job.employer, job.place, job.start, job.current ? 'now' : job.end].join(' | '),
  );

const first = 'Comptable générale | Cabinet Ferrand | Arras | 2021-03 | now';
const second = 'Aide-comptable | Transports Briand |  | 2018-01 | 2021-02';

describe('layouts of a job', () => {
  it.each<[string, string[]]>([
    [
      'title and dates, then employer and place',
      [
        'Comptable générale   mars 2021 – à ce jour',
        'Cabinet Ferrand, Arras',
        '- Bilans.',
        'Aide-comptable   janv. 2018 – févr. 2021',
        'Transports Briand',
        '- Factures.',
      ],
    ],
    [
      'dates, then employer, then title',
      [
        'mars 2021 – à ce jour',
        'Cabinet Ferrand – Arras',
        'Comptable générale',
        '- Bilans.',
        'janv. 2018 – févr. 2021',
        'Transports Briand',
        'Aide-comptable',
        '- Factures.',
      ],
    ],
    [
      'employer (place) and dates, then title',
      [
        'Cabinet Ferrand (Arras)   De mars 2021 à ce jour',
        'Comptable générale',
        '- Bilans.',
        'Transports Briand   De janvier 2018 à février 2021',
        'Aide-comptable',
      ],
    ],
    [
      'title, employer, dates, place',
      [
        'Comptable générale',
        'Cabinet Ferrand',
        'Mars 2021 – Présent',
        'Arras',
        'Bilans des clients.',
        'Aide-comptable',
        'Transports Briand',
        'Janv. 2018 – Févr. 2021',
        'Factures des clients.',
      ],
    ],
    [
      'one line with bars',
      [
        'Comptable générale | Cabinet Ferrand, Arras | Depuis mars 2021',
        '- Bilans.',
        'Aide-comptable | Transports Briand | 01/2018 - 02/2021',
      ],
    ],
    [
      'one line with chez',
      [
        'Comptable générale chez Cabinet Ferrand, Arras   03/2021 – à ce jour',
        'Aide-comptable chez Transports Briand   01/2018 – 02/2021',
      ],
    ],
    [
      'one line with commas, employer first',
      [
        'Cabinet Ferrand, Comptable générale, Arras   2021-03 — Présent',
        'Transports Briand, Aide-comptable   2018-01 — 2021-02',
      ],
    ],
    [
      'date first with a colon',
      [
        '03/2021 à ce jour : Comptable générale - Cabinet Ferrand (Arras)',
        '01/2018 - 02/2021 : Aide-comptable - Transports Briand',
      ],
    ],
    [
      'bullets',
      [
        '• Comptable générale, Cabinet Ferrand, Arras – mars 2021 à ce jour',
        '• Aide-comptable, Transports Briand – janvier 2018 à février 2021',
      ],
    ],
    [
      'dates in a cell of their own',
      [
        'mars 2021 – à ce jour\tComptable générale',
        'Cabinet Ferrand, Arras',
        '- Bilans.',
        'janv. 2018 – févr.\tAide-comptable',
        '2021\tTransports Briand',
      ],
    ],
  ])('%s', (_name, lines) => expect(jobs(lines)).toEqual([first, second]));

  it('reads the labels of forms, and keeps what stands below « Missions : »', () => {
    const lines = [
      'De mars 2021 à ce jour',
      'Poste : Comptable',
      'Entreprise : Ferrand, Arras',
      'Missions :',
      '- Bilans',
      'De janvier 2018 à février 2021',
      'Poste : Aide',
      'Entreprise : Briand',
      'Missions :',
      '- Factures',
    ];
    expect(jobs(lines)).toEqual([
      'Comptable | Ferrand | Arras | 2021-03 | now',
      'Aide | Briand |  | 2018-01 | 2021-02',
    ]);
  });

  it('gives no employer that a neighbour’s entry might own', () => {
    const lines = [
      'Cheffe de projet',
      'Groupe Nova',
      '2019 - 2021',
      '- Suivi.',
      'Un nom que rien n’explique',
      '2017 - 2019',
    ];
    expect(jobs(lines).some((job) => job.includes('Groupe Nova |  | 2017'))).toBe(false);
  });

  it('reads English heads with "at" and "Present"', () => {
    expect(
      jobs(
        [
          'Staff Nurse at St Mary’s Hospital, Leeds',
          'April 2022 - Present',
          'Ward Sister at Bluebird Care',
          'May 2019 - March 2022',
        ],
        'Work experience',
      ),
    ).toEqual([
      'Staff Nurse | St Mary’s Hospital | Leeds | 2022-04 | now',
      'Ward Sister | Bluebird Care |  | 2019-05 | 2022-03',
    ]);
  });

  it('keeps « chez » in the name of a restaurant', () => {
    expect(
      jobs(['Bistrot Chez Lucette, Serveuse   2019 - 2021', 'Auberge du Lac, Commis de cuisine   2017 - 2019'])[0],
    ).toBe('Serveuse | Bistrot Chez Lucette |  | 2019 | 2021');
  });

  it('gives several posts under one employer that employer', () => {
    expect(
      jobs([
        'Groupe Nova',
        '5 ans 4 mois',
        'Cheffe de projet',
        'sept. 2017 - déc. 2019',
        'Assistante marketing',
        'sept. 2014 - août 2017',
      ]),
    ).toEqual([
      'Cheffe de projet | Groupe Nova |  | 2017-09 | 2019-12',
      'Assistante marketing | Groupe Nova |  | 2014-09 | 2017-08',
    ]);
  });

  it('does not take a year inside a bullet for a job', () => {
    expect(
      jobs(['Vendeuse', 'Boutique Nova', '2018 - 2020', '- Ouverture de 3 magasins en 2019.', '- Inventaire 2020']),
    ).toHaveLength(1);
  });

  it('takes a description without bullets for no head of the next job', () => {
    const lines = [
      'Vendeuse',
      'Boutique Nova',
      '2018 - 2020',
      'Accueil des clients et tenue de la caisse.',
      'Serveuse',
      'Brasserie du Port',
      '2016 - 2018',
    ];
    expect(jobs(lines)).toEqual([
      'Vendeuse | Boutique Nova |  | 2018 | 2020',
      'Serveuse | Brasserie du Port |  | 2016 | 2018',
    ]);
  });

  it('pairs dates in a margin column with their jobs', () => {
    const lines = [
      placed('mars 2021 – août 2025', 40, 200, { block: 1 }),
      placed('janv. 2018 – févr. 2021', 40, 260, { block: 1 }),
      placed('Comptable générale', 180, 200, { block: 2, bold: true }),
      placed('Cabinet Ferrand', 180, 212, { block: 2 }),
      placed('Aide-comptable', 180, 260, { block: 2, bold: true }),
      placed('Transports Briand', 180, 272, { block: 2 }),
    ];
    const heading = [
      placed('Lucie Morvan', 40, 40, { fontSize: 18 }),
      placed('Expérience professionnelle', 40, 180, { bold: true }),
    ];
    const found = analyzeWithRules(documentOf([...heading, ...lines]), REFERENCE).experiences;
    expect(found.map((job) => [job.title, job.employer, job.start])).toEqual([
      ['Comptable générale', 'Cabinet Ferrand', '2021-03'],
      ['Aide-comptable', 'Transports Briand', '2018-01'],
    ]);
  });

  it('tells internships, apprenticeships and freelance work apart', () => {
    const found = analyzeWithRules(
      documentOf([
        'Expériences',
        'Stagiaire RH – Groupe Nova   2019',
        'Apprentie fleuriste – Fleurs du Port   2015 - 2017',
        'Graphiste freelance – Studio Plume   2020 - 2021',
      ]),
      REFERENCE,
    );
    expect(found.experiences.map((job) => job.kind)).toEqual(['internship', 'apprenticeship', 'freelance']);
  });

  it('backs every value by the line it stands in', () => {
    const document = documentOf([
      'Lucie Morvan',
      'Expériences',
      'Vendeuse chez Boutique Nova, Lens   2018 - 2020',
      '- Accueil',
    ]);
    const [job] = analyzeWithRules(document, REFERENCE).experiences;
    expect(job.evidence.employer).toEqual({
      page: 1,
      lines: [3, 3],
      quote: 'Vendeuse chez Boutique Nova, Lens 2018 - 2020',
      source: 'rules',
    });
    expect(Object.keys(job.evidence).sort()).toEqual(['description', 'employer', 'end', 'place', 'start', 'title']);
  });
});
