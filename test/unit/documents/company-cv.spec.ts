import { renderCompanyCv } from '../../../lib/documents';
import { docxText } from './read';
import { person } from './samples';

describe('company CV', () => {
  it('says what the profile says, in the words of the language', async () => {
    const { text } = docxText((await renderCompanyCv(person(), { locale: 'fr', companyName: 'Atelier Conseil' })).data);
    for (const shown of [
      'Élodie Noël',
      'elodie@example.org',
      'Expérience professionnelle',
      'février 2014 – aujourd’hui',
      'CH d’Orléans',
      'Soins palliatifs',
      'langue maternelle',
      'Permis B',
      'ATELIER CONSEIL',
    ])
      expect(text.replace(/\u00A0/g, ' ')).toContain(shown);
  });

  it('has English headings and months when asked', async () => {
    const { text } = docxText((await renderCompanyCv(person(), { locale: 'en' })).data);
    expect(text.replace(/\u00A0/g, ' ')).toContain('February 2014 – today');
    expect(text).toContain('Work experience');
  });

  it('shows initials and no trace of the person when anonymous', async () => {
    const profile = person();
    profile.summary = 'Élodie Noël, née le 1er mai 1990, elodie@example.org';
    const { text, all } = docxText((await renderCompanyCv(profile, { locale: 'fr', identity: 'initials' })).data);
    expect(text).toContain('É. N.');
    expect(text).toContain('CV ANONYMISÉ');
    for (const trace of ['Noël', 'Élodie', 'elodie@', '+336']) expect(all).not.toContain(trace);
    for (const year of ['1990', '2010', '2013']) expect(text).not.toContain(year);
  });

  it('uses the colour of the company, and its own when that is not one', async () => {
    const xmlWith = async (colour: string) =>
      docxText((await renderCompanyCv(person(), { locale: 'fr', colour })).data).xml;
    expect(await xmlWith('#7a2048')).toContain('7A2048');
    expect(await xmlWith('red"/><w:evil')).not.toContain('evil');
  });

  it('gives the same bytes for the same input', async () => {
    const [first, second] = [
      await renderCompanyCv(person(), { locale: 'fr' }),
      await renderCompanyCv(person(), { locale: 'fr' }),
    ];
    expect(first.data.equals(second.data)).toBe(true);
  });

  it('leaves out sections that would be empty', async () => {
    const { text } = docxText(
      (await renderCompanyCv({ ...person(), languages: [], certifications: [] }, { locale: 'fr' })).data,
    );
    expect(text).not.toContain('Langues');
    expect(text).not.toContain('Certifications');
  });
});
