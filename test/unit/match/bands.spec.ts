import { scoreProfile, type Score } from '../../../lib/match';
import { accountant, job } from './people';

/** An accountant who has all but some of eight must-haves. */
function withMissing(count: number): Score {
  const wishes = ['Sage', 'clôture mensuelle', 'déclarations de TVA', 'comptabilité', 'Excel', 'immobilisations'];
  const person = accountant();
  person.experiences[0].description = [...wishes].join('\n');
  const absent = ['plongée', 'soudure', 'apiculture', 'ferronnerie', 'poterie', 'reliure', 'tissage'].slice(0, count);
  return scoreProfile(person, {
    ...{ title: 'Comptable', text: '', language: 'fr' },
    criteria: { mustHave: [...wishes.slice(0, 6), ...absent.map((text) => ({ text, weight: 0.01 }))] },
  });
}

describe('bands and must-haves', () => {
  it.each([
    [0, 'strong'],
    [1, 'good'],
    [2, 'partial'],
    [3, 'partial'],
    [7, 'weak'],
  ])('with %i missing, the band is %s though the score is high', (count, band) => {
    const score = withMissing(count);
    expect(score.score).toBeGreaterThanOrEqual(70);
    expect(score.missingMustHaves).toHaveLength(count);
    expect(score.band).toBe(band);
  });

  it('one missing must-have never makes a CV weak by itself, even when it is the only one', () => {
    const score = scoreProfile(accountant(), {
      ...{ title: 'Comptable', text: '', language: 'fr' },
      criteria: { mustHave: ['soudure'], niceToHave: ['Sage', 'clôture', 'TVA', 'comptabilité'] },
    });
    expect(score.score).toBeGreaterThanOrEqual(50);
    expect(score.band).toBe('good');
  });

  it('internships in the trade are no other trade', () => {
    const trainee = accountant();
    trainee.experiences = [
      { ...job('Stage de comptable', '2025-01', '2025-06', 'Déclarations de TVA sous Sage'), kind: 'internship' },
    ];
    const score = scoreProfile(trainee, {
      ...{ title: 'Comptable', text: '', language: 'fr' },
      criteria: { mustHave: ['Sage', 'comptabilité', 'français'], minYears: 2 },
    });
    expect(score.missingMustHaves).toHaveLength(1);
    expect(score.band).not.toBe('weak');
  });
});
