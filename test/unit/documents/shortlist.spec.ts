import { renderShortlist } from '../../../lib/documents';
import { scoreProfile } from '../../../lib/match';
import { emptyProfile } from '../../../lib/profile';
import { pdfText } from './read';
import { offer, person, shortlist } from './samples';

const htmlOf = async (data = shortlist()) => (await renderShortlist(data, 'html')).toString('utf8');

describe('shortlist as a web page', () => {
  it('shows rank, name, score, band, degree and the must-haves that were not found', async () => {
    const page = await htmlOf();
    const { score } = scoreProfile(person(), offer);
    for (const shown of [
      'Élodie Noël',
      String(Math.round(score)),
      'Diplôme d’État d’infirmier',
      '11 ans',
      'anglais courant',
      '15 janvier 2026',
    ])
      expect(page).toContain(shown);
  });

  it('gives for each criterion its points, its reason and its place in the CV', async () => {
    const page = (await htmlOf()).replaceAll('\u00A0', ' ');
    for (const { reason } of scoreProfile(person(), offer).criteria)
      expect(page).toContain(reason.replace(/'/g, '&#39;'));
    expect(page).toContain('p. 2, l. 7-9');
  });

  it('says that a person decides, and which formula was used', async () => {
    const page = await htmlOf();
    expect(page).toContain('Une personne décide');
    expect(page).toMatch(/vivier-score\/\d/);
  });

  it('loads nothing and runs nothing', async () => {
    const page = await htmlOf();
    expect(page).toContain('default-src &#39;none&#39;'.replace(/&#39;/g, "'"));
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\bsrc=|url\(|@import|\son\w+=|\sstyle=/i);
  });

  it('speaks English when asked', async () => {
    const page = await htmlOf({ ...shortlist(), locale: 'en' });
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('A person decides');
    expect(page).toContain('15 January 2026');
  });

  it('gives people with equal scores the same rank', async () => {
    const page = await htmlOf(shortlist([person(), person(), emptyProfile('2026-01-15')]));
    expect([...page.matchAll(/class="rank">(\d)/g)].map(([, rank]) => rank)).toEqual(['1', '1', '3']);
  });

  it('does not claim that all was found when a CV leaves it open', async () => {
    expect(await htmlOf(shortlist([emptyProfile('2026-01-15')]))).not.toContain('Tous remplis');
  });

  it('names what is met in part only, instead of claiming that all is met', async () => {
    const data = structuredClone(shortlist([person()]));
    const [{ score }] = data.rows;
    score.missingMustHaves = [];
    score.criteria = [{ ...score.criteria[0], label: 'Sage', must: true, status: 'partly' }];
    const page = await htmlOf(data);
    expect(page).toMatch(/En partie\s: Sage/);
    expect(page).not.toContain('Tous remplis');
  });

  it('says so when there is nobody', async () => {
    expect(await htmlOf(shortlist([]))).toContain('Aucune candidature à présenter.');
  });
});

describe('shortlist as PDF', () => {
  it('has the table on its first page and a page for each candidate, accents right', async () => {
    const { text, pages } = await pdfText(
      await renderShortlist(shortlist([person(), emptyProfile('2026-01-15')]), 'pdf'),
    );
    expect(pages).toBe(3);
    for (const shown of [
      'Présélection'.toUpperCase(),
      'Élodie Noël',
      'Nom non trouvé',
      'Une personne décide',
      'Proche',
      'Page 1 sur 3',
    ])
      expect(text.normalize('NFC')).toContain(shown);
  });

  it('gives the same bytes for the same data, dated by the moment given', async () => {
    const [first, second] = [await renderShortlist(shortlist(), 'pdf'), await renderShortlist(shortlist(), 'pdf')];
    expect(first.equals(second)).toBe(true);
    expect((await pdfText(first)).info.CreationDate).toMatch(/^D:20260115/);
  });

  it('goes on over as many pages as a long list needs', async () => {
    const { text, pages } = await pdfText(
      await renderShortlist(shortlist(Array.from({ length: 12 }, () => person())), 'pdf'),
    );
    expect(pages).toBeGreaterThan(12);
    expect(text).toContain(`sur ${pages}`);
  });
});
