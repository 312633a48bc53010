import { anonymize, criteriaOf, scoreProfile, type JobOffer } from '../../../lib/match';
import { job, nurse } from './people';

const offer: JobOffer = {
  title: 'Cadre de santé',
  text: 'Vous encadrez une équipe de soins.',
  criteria: { mustHave: ['soins palliatifs', 'encadrement'] },
};

describe('hostile profiles and offers', () => {
  it('gains nothing from repeating a keyword a thousand times', () => {
    const stuffed = nurse();
    stuffed.experiences[1].description = 'Soins palliatifs\n'.repeat(1000);
    const gained = scoreProfile(stuffed, offer).score - scoreProfile(nurse(), offer).score;
    expect(gained).toBeLessThan(3);
  });

  it('gains little from copying the advertisement into the summary', () => {
    const copied = nurse();
    copied.experiences = [job('Serveur', '2015-01', null, 'Service en salle')];
    const before = scoreProfile({ ...copied, summary: null }, offer).score;
    const after = scoreProfile(
      { ...copied, summary: `${offer.title}. ${offer.text} Soins palliatifs, encadrement.` },
      offer,
    ).score;
    expect(after - before).toBeLessThan(45);
    expect(scoreProfile(nurse(), offer).score).toBeGreaterThan(after);
  });

  it('survives patterns, control characters, lone surrogates and prototypes in names and texts', () => {
    const odd = nurse();
    odd.identity.fullName = '(.*)+$[a-z]{9999} \u0000\uD800 __proto__';
    odd.headline = '\uDFFF constructor toString';
    odd.skills = ['__proto__', 'constructor', '(((((', '\u202Egnp.exe'].map((name) => ({
      name,
      group: null,
      code: null,
      evidence: {},
    }));
    expect(anonymize(odd).skills).toHaveLength(4);
    expect(scoreProfile(odd, offer).score).toBeGreaterThan(0);
  });

  it('copes with long texts that invite backtracking', () => {
    const long = nurse();
    long.summary = `${'née '.repeat(5000)}${'1 '.repeat(5000)}${'a@'.repeat(5000)}`;
    const text = `${'cinq '.repeat(5000)}${'ans '.repeat(5000)}${'x'.repeat(20_000)}`;
    expect(scoreProfile(long, { title: 'Infirmier', text }).criteria.length).toBeGreaterThan(0);
  });

  it('makes sense of an offer without meaning', () => {
    const score = scoreProfile(nurse(), { title: '???', text: '!!!' });
    expect(score.score).toBeGreaterThanOrEqual(0);
    expect(criteriaOf({ title: '', text: '' }).map(({ kind }) => kind)).toEqual(['title']);
  });

  it('keeps dates before their own beginning and far in the future in bounds', () => {
    const odd = nurse();
    odd.experiences = [job('Infirmière', '2024-01', '2010-01', 'Soins'), job('Infirmière', '2999-01', null, 'Soins')];
    const { score, interval } = scoreProfile(odd, { ...offer, criteria: { minYears: 5 } });
    expect(score).toBeGreaterThanOrEqual(0);
    expect(interval[1]).toBeLessThanOrEqual(100);
  });
});
