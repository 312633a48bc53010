import { analyzeWithRules } from '../../../lib/analyze/rules';
import { documentOf, placed, REFERENCE, type LineInput } from './document';

const read = (lines: LineInput[], language = 'fr') =>
  analyzeWithRules(documentOf(['Lucie Morvan', ...lines], { language }), REFERENCE);
const skills = (lines: LineInput[], language = 'fr') =>
  read(['Compétences', ...lines], language).skills.map((skill) =>
    skill.group ? `${skill.group} > ${skill.name}` : skill.name,
  );
const studies = (lines: LineInput[]) =>
  read(['Formation', ...lines]).education.map((one) =>
    [one.degree, one.field, one.institution, one.start, one.end, one.level].join(' | '),
  );
const languages = (lines: LineInput[]) =>
  read(['Langues', ...lines]).languages.map((one) => [one.code, one.level].join(' '));

describe('skills', () => {
  it('reads groups with their keywords', () =>
    expect(skills(['Bureautique : Word, Excel', 'Métier : Paie'])).toEqual([
      'Bureautique > Word',
      'Bureautique > Excel',
      'Métier > Paie',
    ]));

  it('reads sentences that list skills', () => {
    expect(skills(['Maîtrise de Sage, Excel (TCD) et Silae. Bonne connaissance de Word', 'et PowerPoint.'])).toEqual([
      'Sage',
      'Excel (TCD)',
      'Silae',
      'Word',
      'PowerPoint',
    ]);
  });

  it('drops levels and ratings', () =>
    expect(skills(['Word ●●●○○', 'Excel (avancé)', 'Java 80 %', 'Anglais technique'])).toEqual([
      'Word',
      'Excel',
      'Java',
      'Anglais technique',
    ]));

  it('keeps a name that ends like a level', () =>
    expect(skills(['ADR de base', 'Excel de base, Word'])).toEqual(['ADR de base', 'Excel de base', 'Word']));

  it('keeps « Hygiène et sécurité » whole and parts « Word et Excel »', () => {
    expect(skills(['Hygiène et sécurité, SST, Word et Excel'])).toEqual([
      'Hygiène et sécurité',
      'SST',
      'Word',
      'Excel',
    ]);
  });

  it('takes each line of a list without bullets for itself, though it begins in lower case', () => {
    const list = ['TVA', 'immobilisations', 'liasse fiscale', 'rapprochement bancaire'];
    expect(skills(list)).toEqual(list);
    const rows = list.map((text, i) => placed(text, 40, 130 + 14 * i));
    const above = placed('12 rue des Exemples, 69003 Lyon, permis B', 40, 100);
    expect(read([above, placed('Compétences', 40, 116), ...rows]).skills.map(({ name }) => name)).toEqual(list);
  });

  it('puts a skill together that its line was too short for', () => {
    const wide = placed('Comptabilité générale et analytique', 40, 100);
    const broken = [placed('rapprochement de comptes', 40, 130), placed('fournisseurs internationaux', 40, 144)];
    expect(read([wide, placed('Compétences', 40, 116), ...broken]).skills.map(({ name }) => name)).toEqual([
      'rapprochement de comptes fournisseurs internationaux',
    ]);
  });

  it('begins a skill in lower case where others do, though its first word had no room above', () => {
    const wide = placed('Comptabilité générale et analytique', 40, 100);
    const list = ['tri', 'rapprochement de comptes', 'fournisseurs internationaux'];
    const rows = list.map((text, i) => placed(text, 40, 130 + 14 * i));
    expect(read([wide, placed('Compétences', 40, 116), ...rows]).skills.map(({ name }) => name)).toEqual(list);
  });

  it('reads no page foot as a skill, and what stands small below a heading as one', () => {
    const jobs = Array.from({ length: 12 }, (_, i) => placed(`Suivi du dossier numéro ${i}`, 40, 100 + 14 * i));
    const list = [placed('Compétences', 40, 300, { fontSize: 12, bold: true }), placed('TVA', 40, 320)];
    const foot = placed('Atelier Nord · Camille Exemple', 40, 800, { fontSize: 7 });
    const names = (lines: LineInput[]) => read([...jobs, ...lines]).skills.map(({ name }) => name);
    expect(names([...list, foot])).toEqual(['TVA']);
    expect(names([list[0], placed('Soudure, Tournage', 40, 340, { fontSize: 7 })])).toEqual(['Soudure', 'Tournage']);
  });

  it('takes the first cells of a table for groups where most second ones are lists', () => {
    expect(read(['Compétences', 'Paie\tDSN · Silae · droit du travail', 'Bureautique\tExcel']).skills).toMatchObject([
      { name: 'DSN', group: 'Paie' },
      { name: 'Silae', group: 'Paie' },
      { name: 'droit du travail', group: 'Paie' },
      { name: 'Excel', group: 'Bureautique' },
    ]);
  });

  it('takes the last skill for no group of what follows in smaller letters', () => {
    const sized = (text: string, fontSize: number): LineInput => ({ text, fontSize });
    expect(skills([sized('Sage 100', 9), sized('Chorus Pro', 9), sized('EBP', 7)])).toEqual([
      'Sage 100',
      'Chorus Pro',
      'EBP',
    ]);
  });

  it('takes no sentence for a skill', () => {
    expect(
      skills(['Je suis une personne dynamique et motivée qui aime travailler avec les autres au quotidien']),
    ).toEqual([]);
  });

  it('takes "Languages: Java" inside skills for programming languages', () => {
    expect(skills(['Languages: Java, Python', 'Tools: Git'], 'en')).toEqual([
      'Languages > Java',
      'Languages > Python',
      'Tools > Git',
    ]);
  });
});

describe('education', () => {
  it.each<[string, string[]]>([
    ['degree and years, then school', ['BTS Comptabilité et gestion   2010-2012', 'Lycée Faidherbe']],
    ['school, degree, years', ['Lycée Faidherbe', 'BTS Comptabilité et gestion', '2010 – 2012']],
    ['years in a cell', ['2010-2012\tBTS Comptabilité et gestion, Lycée Faidherbe']],
    ['school and years, degree with a dash', ['Lycée Faidherbe\t2010 — 2012', 'BTS - Comptabilité et gestion']],
  ])('%s', (_name, lines) =>
    expect(studies(lines)).toEqual(['BTS | Comptabilité et gestion | Lycée Faidherbe | 2010 | 2012 | 5']),
  );

  it.each([
    ['CAP Cuisine', 3],
    ['Baccalauréat scientifique', 4],
    ['DUT Informatique', 5],
    ['Licence professionnelle Banque', 6],
    ['Diplôme d’État d’infirmier', 6],
    ['Master Management', 7],
    ['Diplôme d’ingénieur', 7],
    ['Doctorat en chimie', 8],
    ['Titre RNCP niveau 6', 6],
    ['Bachelor of Science in Physics', 6],
  ])('knows the level of « %s »', (degree, level) => {
    expect(read(['Formation', `${degree}   2012`, 'Université de Tours']).education[0].level).toBe(level);
  });

  it('keeps a study without a date apart from dated ones', () => {
    const found = studies([
      'Institut Carnot',
      'NVQ Level 2 - Storage',
      'Lycée Faidherbe\t2004 — 2007',
      'Baccalauréat - Lettres',
    ]);
    expect(found).toEqual([
      'NVQ Level 2 | Storage | Institut Carnot |  |  | 3',
      'Baccalauréat | Lettres | Lycée Faidherbe | 2004 | 2007 | 4',
    ]);
  });

  it('knows the level of a state diploma by its profession', () => {
    const state = (of: string) =>
      studies([`Diplôme d’État ${of}   2021`, 'IFAS de Tours'])[0]
        .split(' | ')
        .at(-1);
    expect(['Aide-soignant', 'd’ambulancier', 'Infirmier', 'Accompagnant éducatif et social'].map(state)).toEqual([
      ...['4', '4', '6', '3'],
    ]);
  });

  it('drops honours', () =>
    expect(studies(['Licence Droit, mention Bien   2015', 'Université de Tours'])).toEqual([
      'Licence | Droit | Université de Tours |  | 2015 | 6',
    ]));
});

describe('languages', () => {
  it('reads levels from words and tests', () => {
    expect(
      languages([
        'Français : langue maternelle',
        'Anglais (lu, écrit, parlé)',
        'Espagnol : TOEIC 960',
        'Allemand - scolaire',
        'Wolof : bilingue',
      ]),
    ).toEqual(['fr native', 'en B2', 'es C1', 'de A2', 'wo C2']);
  });

  it('reads them on one line, and in other languages', () => {
    expect(
      languages(['Deutsch (Muttersprache), Englisch (verhandlungssicher) – Niederländisch (Grundkenntnisse)']),
    ).toEqual(['de native', 'en C1', 'nl A2']);
  });

  it('finds a language with its level among the skills when no section holds any', () => {
    expect(
      read(['Compétences', 'Organisation', 'Anglais courant']).languages.map((one) => [one.code, one.level]),
    ).toEqual([['en', 'C1']]);
  });

  it('takes only known languages', () => expect(languages(['Klingon : courant', 'Python : avancé'])).toEqual([]));
});

describe('sections', () => {
  it('keeps columns apart: a sidebar’s list does not run into the main column', () => {
    const lines = [
      placed('Compétences', 30, 100, { block: 0, bold: true }),
      placed('Word', 30, 115, { block: 0 }),
      placed('Excel', 30, 130, { block: 0 }),
      placed('Lucie Morvan', 220, 40, { block: 1, fontSize: 20 }),
      placed('Je cherche un poste stable dans une équipe soudée.', 220, 70, { block: 1 }),
    ];
    const found = read(lines);
    expect(found.skills.map((skill) => skill.name)).toEqual(['Word', 'Excel']);
  });

  it('goes on with a section in the same column of the next page', () => {
    const lines = [
      placed('Compétences', 30, 700, { bold: true }),
      placed('Word', 30, 715),
      { ...(placed('Excel', 30, 40) as object), text: 'Excel', page: 2 },
    ];
    expect(read(lines).skills.map((skill) => skill.name)).toEqual(['Word', 'Excel']);
  });

  it.each([
    'C O M P É T E N C E S',
    'COMPÉTENCES TECHNIQUES',
    'Mes compétences :',
    'Skills',
    'Kenntnisse',
    'Habilidades',
    'Competenze',
    'Vaardigheden',
  ])('knows the heading « %s »', (heading) => {
    expect(read([heading, 'Word, Excel']).skills.map((skill) => skill.name)).toEqual(['Word', 'Excel']);
  });

  it('does not take a heading’s word inside a bullet for a heading', () => {
    const found = read(['Expériences', 'Vendeuse chez Boutique Nova   2018 - 2020', '- Formation', '- Accueil']);
    expect(found.education).toEqual([]);
  });
});
