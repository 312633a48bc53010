import { fileStem } from '../../../nodes/CvDocument/companyCv.operation';
import { emptyProfile } from '../../../lib/profile';

describe('names of the files of CV Document', () => {
  const profile = emptyProfile('2026-01-15');
  const meta = { ...profile.meta, fileName: 'CV Élodie Noël.pdf', sha256: 'ab12cd34'.repeat(8) };

  it('keep the name of the CV', () => {
    expect(fileStem({ ...profile, meta }, 'name', 0)).toBe('CV Élodie Noël');
    expect(fileStem(profile, undefined, 2)).toBe('cv-3');
  });

  it.each(['initials', 'code'] as const)('tell nobody who a document by %s is about', (identity) => {
    expect(fileStem({ ...profile, meta }, identity, 0)).toBe('cv-ab12cd');
    expect(fileStem({ ...profile, meta: { ...meta, sha256: null } }, identity, 2)).toBe('cv-3');
  });
});
