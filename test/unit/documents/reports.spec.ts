import { renderBiasAudit, renderComparison } from '../../../lib/documents';
import { auditBias, compareCandidates, scoreProfile, type JobOffer } from '../../../lib/match';
import { accountant, juniorNurse, nurse } from '../match/people';

const offer: JobOffer = {
  ...{
    title: 'Cadre de santé <b>',
    language: 'fr',
    text: 'Vous encadrez une équipe, jeune et dynamique, de soins palliatifs.',
  },
  criteria: { mustHave: ['soins palliatifs', 'encadrement d’équipe'], niceToHave: ['anglais B1'] },
};
const generatedAt = '2026-02-03T10:00:00Z';
const people = [nurse(), juniorNurse(), accountant()];
const comparison = compareCandidates(
  people.map((profile, index) => ({ id: `p${index}`, score: scoreProfile(profile, offer) })),
);
const names = { p0: 'Camille P.', p1: '<script>alert(1)</script>', p2: 'C.' };
const audit = auditBias(people, offer, { groups: ['A', 'B', 'A'], smallestGroup: 1 });

const documents = {
  comparison: (locale: 'fr' | 'en', format: 'html' | 'pdf') =>
    renderComparison({ comparison, names, generatedAt, locale }, format),
  audit: (locale: 'fr' | 'en', format: 'html' | 'pdf') => renderBiasAudit({ audit, generatedAt, locale }, format),
};
const cases = Object.keys(documents) as (keyof typeof documents)[];

describe.each(cases)('the %s document', (name) => {
  it.each(['fr', 'en'] as const)('is a PDF and a page that runs nothing: %s', async (locale) => {
    expect((await documents[name](locale, 'pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    const html = (await documents[name](locale, 'html')).toString('utf8');
    expect(html).toContain(`<html lang="${locale}">`);
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<script|<b>|undefined|NaN|\[object/);
  });

  it('is the same bytes for the same data', async () => {
    for (const format of ['html', 'pdf'] as const)
      expect((await documents[name]('fr', format)).equals(await documents[name]('fr', format))).toBe(true);
  });
});

describe('what the documents say', () => {
  it('the comparison: what sets candidates apart, what would change the order, and that a person decides', async () => {
    const html = (await documents.comparison('fr', 'html')).toString('utf8');
    for (const text of [
      'Ce qui les distingue le plus',
      'Ce qui changerait l’ordre',
      'Une personne décide',
      'Camille P.',
    ])
      expect(html).toContain(text);
  });

  it('the audit: method, result, law and limits', async () => {
    const html = (await documents.audit('fr', 'html')).toString('utf8');
    for (const text of [
      'aucun score, aucun critère',
      'Katz',
      'Wilson',
      'jeune et dynamique',
      'L1132-1',
      'pas leurs causes',
    ])
      expect(html).toContain(text);
  });
});
