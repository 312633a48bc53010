import { renderProfileHtml } from '../../../lib/documents';
import { emptyProfile } from '../../../lib/profile';
import { person } from './samples';

describe('profile page', () => {
  it('shows what was read and where it stands', () => {
    const page = renderProfileHtml(person(), 'fr');
    expect(page).toContain('Infirmière diplômée d’État');
    expect(page).toContain('page 2, lignes 7 à 9');
  });

  it('marks what has no evidence as to be checked', () => {
    expect(renderProfileHtml(person(), 'fr')).toMatch(/Voile<\/strong>[\s\S]{0,80}à vérifier/);
  });

  it('shows the warnings of the reading', () => {
    expect(renderProfileHtml(person(), 'en')).toContain('Texte invisible');
  });

  it('says so when nothing was found', () => {
    expect(renderProfileHtml(emptyProfile('2026-01-15'), 'fr')).toContain('Rien n’a été trouvé');
  });
});
