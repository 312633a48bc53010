import { createVerifier } from '../../../lib/analyze/verify';
import { CV, documentOf, REFERENCE_DATE } from './document';

const { lines } = documentOf(CV);
const verifier = createVerifier(lines, REFERENCE_DATE);
const lineOf = (part: string) => lines.find(({ text }) => text.includes(part))?.number ?? 0;

describe('a text that the model claims', () => {
  it('is kept when it stands in the line cited, in the spelling of the CV, with its place', () => {
    const line = lineOf('Fonderies');
    expect(verifier.text('FONDERIES malvoisin', line)).toEqual({
      value: 'Fonderies Malvoisin',
      evidence: { page: 1, lines: [line, line], quote: 'Fonderies Malvoisin', source: 'model' },
    });
  });

  it.each([
    ['accents', 'electromecanicien', 'Électromécanicien'],
    ['hyphens', 'Lycée Pré Fleuri', 'Lycée Pré-Fleuri'],
    ['white space', 'automates   Siemens', 'automates Siemens'],
    ['compatibility forms (NFKC)', 'ＧＭＡＯ', 'GMAO'],
  ])('is found in spite of other %s', (_what, claimed, written) => {
    const line = lineOf(written);
    expect(verifier.text(claimed, line)).not.toBeNull();
  });

  it.each([1, 2, -1, -2])('is found when the line is %i off, and the evidence gives the true line', (slip) => {
    const line = lineOf('Fonderies');
    expect(verifier.text('Fonderies Malvoisin', line + slip)?.evidence.lines).toEqual([line, line]);
  });

  it('is dropped when it stands farther away', () => {
    expect(verifier.text('Fonderies Malvoisin', lineOf('Fonderies') + 3)).toBeNull();
  });

  it('is found over a line end, hyphenated or not', () => {
    const broken = createVerifier(documentOf('Responsable de la main-\ntenance préventive').lines, REFERENCE_DATE);
    expect(broken.text('Responsable de la maintenance préventive', 1)?.evidence.lines).toEqual([1, 2]);
    const wrapped = createVerifier(documentOf('Chef de\nprojet').lines, REFERENCE_DATE);
    expect(wrapped.text('chef de projet', 1)?.evidence.lines).toEqual([1, 2]);
  });

  it('is not found as a part of another word', () => {
    const java = createVerifier(documentOf('JavaScript, C++').lines, REFERENCE_DATE);
    expect(java.text('Java', 1)).toBeNull();
    expect(java.text('C', 1)).toBeNull();
    expect(java.text('C++', 1)).not.toBeNull();
  });

  it.each(['', '  ', '—', '...'])('that says nothing (“%s”) is not found', (claimed) => {
    expect(verifier.text(claimed, 1)).toBeNull();
  });

  it.each([0, -5, 9999])('with a line that does not exist (%i) is not found', (line) => {
    expect(verifier.text('Fonderies Malvoisin', line)).toBeNull();
  });
});

describe('dates that the model claims', () => {
  const line = lineOf('Mars 2019');

  it('are read by the parser of the rules', () => {
    expect(verifier.dates({ start: 'mars 2019', end: "aujourd'hui" }, line)).toMatchObject({
      start: '2019-03',
      end: null,
      current: true,
      evidence: { lines: [line, line] },
    });
  });

  it('are found on a line next to the one cited', () => {
    expect(verifier.dates({ start: '2016', end: '2018' }, lineOf('Électromécanicien'))).toMatchObject({
      start: '2016',
      end: '2018',
      current: false,
    });
  });

  it('get the precision of the CV, neither less nor more', () => {
    expect(verifier.dates({ start: '2019', end: '' }, line)?.start).toBe('2019-03');
    expect(verifier.dates({ start: '05/2016', end: '2018' }, lineOf('2016 - 2018'))?.start).toBe('2016');
  });

  it.each([
    ['another start', { start: 'mars 2018', end: '' }],
    ['an end where the job is still held', { start: 'mars 2019', end: '2023' }],
    ['no date at all', { start: 'longtemps', end: '' }],
  ])('are dropped when they say %s', (_what, claim) => {
    expect(verifier.dates(claim, line)).toBeNull();
  });
});

describe('a range of lines', () => {
  it('is the text of those lines', () => {
    const from = lineOf('Dépannage');
    expect(verifier.range(from, from + 1)?.value).toBe(
      '- Dépannage de lignes automatisées\n- Relevé des pannes dans la GMAO',
    );
  });

  it.each([
    [0, 3],
    [3, 2],
    [1, 9999],
  ])('that does not exist (%i to %i) is nothing', (from, to) => expect(verifier.range(from, to)).toBeNull());
});
