import { derive, emptyProfile, fromJsonResume, profileSchema, toJsonResume, type Profile } from '../../../lib/profile';

function sample(): Profile {
  const empty = emptyProfile('2026-01-15');
  const profile: Profile = {
    ...empty,
    identity: { ...empty.identity, fullName: 'Lucie Morvan', birthDate: '1990-04-03', nationality: 'française' },
    contact: {
      ...empty.contact,
      email: 'lucie@mail.example',
      otherEmails: ['l.morvan@work.example'],
      phone: '+33639981122',
      address: '12 rue des Lilas',
      postalCode: '59000',
      city: 'Lille',
      countryCode: 'FR',
      links: [
        { url: 'https://morvan.example', network: null, evidence: {} },
        { url: 'https://www.linkedin.com/in/lucie-morvan', network: 'linkedin', evidence: {} },
      ],
    },
    headline: 'Comptable',
    summary: 'Dix ans en cabinet.',
    experiences: [
      {
        employer: 'Cabinet Ferrand',
        title: 'Comptable',
        start: '2021-03',
        end: null,
        current: true,
        place: 'Arras',
        description: 'Bilans\nPaie',
        kind: 'job',
        evidence: {},
      },
      {
        employer: 'Groupe Nova',
        title: 'Stagiaire',
        start: '2018',
        end: '2018',
        current: false,
        place: null,
        description: null,
        kind: 'internship',
        evidence: {},
      },
    ],
    education: [
      {
        institution: 'Lycée Faidherbe',
        degree: 'BTS',
        field: 'Comptabilité',
        level: 5,
        start: '2010',
        end: '2012',
        place: null,
        evidence: {},
      },
    ],
    skills: [
      { name: 'Word', group: 'Bureautique', code: null, evidence: {} },
      { name: 'Excel', group: 'Bureautique', code: null, evidence: {} },
      { name: 'Paie', group: null, code: null, evidence: {} },
    ],
    languages: [{ code: 'en', name: 'Anglais', level: 'C1', levelText: 'courant', evidence: {} }],
    certifications: [{ name: 'TOSA', issuer: 'Isograd', date: '2018', evidence: {} }],
    projects: [{ name: 'Outil de paie', description: 'Macro', url: null, evidence: {} }],
    drivingLicences: [{ category: 'B', evidence: {} }],
    interests: [{ name: 'Chant', evidence: {} }],
  };
  return { ...profile, derived: derive(profile, '2026-01-15') };
}

describe('JSON Resume', () => {
  it('gives the same profile back', () =>
    expect(fromJsonResume(toJsonResume(sample()), '2026-01-15')).toEqual(sample()));

  it('keeps when somebody can begin, and takes no such thing from other files on trust', () => {
    const said = { immediate: true, from: '2026-09', notice: 'P15D' };
    const full: Profile = { ...sample(), availability: { ...said, evidence: {} } };
    expect(fromJsonResume(toJsonResume(full), '2026-01-15').availability).toEqual({ ...said, evidence: {} });
    const odd = { basics: {}, meta: { availability: { immediate: 'yes', from: 'soon', notice: '<b>' } } };
    expect(fromJsonResume(odd, '2026-01-15').availability).toBeUndefined();
  });

  it('survives being written to a file', () =>
    expect(fromJsonResume(JSON.parse(JSON.stringify(toJsonResume(sample()))), '2026-01-15')).toEqual(sample()));

  it('groups skills under the heading of the CV', () => {
    expect(toJsonResume(sample()).skills).toEqual([
      { name: 'Bureautique', keywords: ['Word', 'Excel'] },
      { name: 'Paie', keywords: [] },
    ]);
  });

  it('keeps status and milliseconds in meta', () =>
    expect(toJsonResume(sample()).meta).toMatchObject({ status: 'ok', ms: 0 }));

  it('takes wrong types for absent values and stays valid', () => {
    const found = fromJsonResume(
      {
        basics: { name: 7, email: null, profiles: 'x' },
        work: [3, { name: ' ', startDate: 'soon' }],
        skills: {},
        languages: [{}],
      },
      '2026-01-15',
    );
    expect(profileSchema.safeParse(found).success).toBe(true);
    expect([found.identity.fullName, found.languages, found.skills]).toEqual([null, [], []]);
  });

  it('refuses what is no JSON Resume', () => {
    expect(() => fromJsonResume([], '2026-01-15')).toThrow(expect.objectContaining({ code: 'invalid-input' }));
    expect(() => fromJsonResume({ hello: 1 }, '2026-01-15')).toThrow(
      expect.objectContaining({ code: 'invalid-input' }),
    );
  });
});
