import { criteriaOf, scoreProfile } from '../../../lib/match';
import type { Profile } from '../../../lib/profile';
import { nurse } from './people';

const asked = (text: string) =>
  criteriaOf({ title: 'Advisor', text })
    .filter(({ kind }) => kind === 'language')
    .map(({ languageCode, level }) => [languageCode, level ?? null]);

describe('languages in the text of an offer', () => {
  it.each([
    [
      'English at C1 level or native, and French at B2 level.',
      [
        ['en', 'C1'],
        ['fr', 'B2'],
      ],
    ],
    [
      'You must have native Spanish and good Dutch.',
      [
        ['es', 'native'],
        ['nl', 'B2'],
      ],
    ],
    [
      'Vous devez parler anglais et allemand courants.',
      [
        ['en', 'C1'],
        ['de', 'C1'],
      ],
    ],
    [
      'You must be fluent in German and Italian.',
      [
        ['de', 'C1'],
        ['it', 'C1'],
      ],
    ],
    [
      'Anglais courant exigé, notions d’espagnol.',
      [
        ['en', 'C1'],
        ['es', 'A2'],
      ],
    ],
    [
      'Polish (B1), Czech (A2) required',
      [
        ['pl', 'B1'],
        ['cs', 'A2'],
      ],
    ],
    ['Un anglais correct (B1) vous servira.', [['en', 'B1']]],
  ])('« %s » gives each its own level', (text, expected) => {
    expect(asked(text)).toEqual(expected);
  });
});

describe('labels read from the text of an offer', () => {
  it.each(['-', '•', '–', '*', '1.', '✓'])('lose the bullet %s', (bullet) => {
    const [degree] = criteriaOf({ title: 'Advisor', text: `We ask for\n${bullet} A bachelor's degree` }).filter(
      ({ kind }) => kind === 'degree',
    );
    expect(degree.label).toBe("A bachelor's degree");
  });

  it('lose it in a list of criteria too', () => {
    const labels = criteriaOf({ title: 'X', text: '', criteria: { mustHave: ['- Excel', '• permis B'] } }).map(
      ({ label }) => label,
    );
    expect(labels).toEqual(expect.arrayContaining(['Excel', 'permis B']));
  });

  it('are wishes below a heading that says so', () => {
    const criteria = criteriaOf({
      title: 'Advisor',
      text: 'What we ask for\n- English required\nNice to have\n- A bachelor’s degree\n- Dutch at B1\nAbout us\n- German required',
    });
    const must = (kind: string) => criteria.filter((item) => item.kind === kind).map((item) => item.must);
    expect(must('degree')).toEqual([false]);
    expect(must('language')).toEqual([true, false, true]);
  });
});

describe('a language of the CV', () => {
  const speaking = (...languages: Partial<Profile['languages'][number]>[]): Profile => ({
    ...nurse(),
    languages: languages.map((one) => ({ code: null, name: '', level: null, levelText: null, evidence: {}, ...one })),
  });
  const score = (profile: Profile, language: string, level?: string, locale = 'fr') =>
    scoreProfile(profile, {
      ...{ title: 'Poste', text: '', language: locale },
      criteria: { languages: [{ language, level }] },
    });
  const judged = (...given: Parameters<typeof score>) =>
    score(...given).criteria.filter(({ kind }) => kind === 'language')[0];

  it('below the level asked for is partly met, both levels named', () => {
    const b1 = speaking({ code: 'en', name: 'Anglais', level: 'B1' });
    expect(judged(b1, 'English', 'C1', 'en')).toMatchObject({
      status: 'partly',
      reason: 'The CV states English: B1, below the level asked for (C1).',
    });
    expect(judged(b1, 'Anglais', 'C1').reason).toMatch(/B1, en dessous du niveau demandé \(C1\)/);
  });

  it('counts more the nearer it comes to the level asked for', () => {
    const levels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native'] as const;
    const points = levels.map(
      (level) => judged(speaking({ code: 'en', name: 'Anglais', level }), 'Anglais', 'C1').points,
    );
    expect(points).toEqual([...points].sort((a, b) => a - b));
  });

  it('without a level is unknown rather than missing, and widens the interval', () => {
    const silent = speaking({ code: 'en', name: 'Anglais' });
    const result = score(silent, 'Anglais', 'B2');
    expect(result.missingMustHaves).toEqual([]);
    expect(judged(silent, 'Anglais', 'B2')).toMatchObject({ status: 'unknown' });
    expect(result.interval[1]).toBeGreaterThan(result.score);
    expect(result.interval[0]).toBeLessThan(result.score);
  });

  it('without a level is enough where none is asked for', () => {
    expect(judged(speaking({ code: 'en', name: 'Anglais' }), 'Anglais').status).toBe('met');
  });

  it('is not another one', () => {
    expect(judged(speaking({ code: 'nl', name: 'Néerlandais', level: 'C1' }), 'Allemand', 'B1').status).toBe('missing');
  });

  it('quotes the line that states the level', () => {
    const proof = (quote: string, line: number) => ({
      ...{ page: 1, quote, source: 'rules' as const },
      lines: [line, line] as [number, number],
    });
    const evidence = { name: proof('Anglais', 30), level: proof('courant (C1)', 31) };
    expect(judged(speaking({ code: 'en', name: 'Anglais', level: 'C1', evidence }), 'Anglais', 'B2').evidence).toEqual([
      evidence.level,
    ]);
  });
});
