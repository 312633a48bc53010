import { emptyProfile, toCsv, toFlatFrench, toMarkdown, type Profile } from '../../../lib/profile';
import { fullProfile, REFERENCE_DATE } from './sample';

const rows = (csv: string) => csv.replace('\uFEFF', '').split('\r\n').filter(Boolean);
const cells = (line: string) => [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, text]) => text.replace(/""/g, '"'));
const record = (csv: string) => {
  const [head, line] = rows(csv).map(cells);
  return Object.fromEntries(head.map((name, i) => [name, line[i]]));
};

describe('flat French keys', () => {
  it('have the names that were promised, with the values of the profile', () => {
    expect(toFlatFrench(fullProfile())).toMatchObject({
      nom_complet: 'Lucie Morvan',
      domaine_expertise: 'Support à l’entreprise',
      date_diplome_principal: '2012',
      annees_experience: 5.4,
      nationalite: 'française',
      diplomes: ['BTS Comptabilité'],
      identite: { prenom: 'Lucie', nom: 'Morvan', titre: 'Comptable & gestionnaire' },
      contact: { courriel: 'lucie@mail.example', telephone: '+33639981122', ville: 'Lille' },
      experiences: [{ employeur: 'Cabinet Ferrand <SARL>', poste: 'Comptable', en_cours: true, fin: null }, {}],
      formations: [{ etablissement: 'Lycée Faidherbe', niveau: 5 }],
      competences: [{ nom: 'Word', groupe: 'Bureautique' }, {}],
      langues: [{ nom: 'Français', niveau: 'native' }, {}],
    });
  });

  it('leave empty what is not known', () => {
    const { identite, contact, ...flat } = toFlatFrench(emptyProfile(REFERENCE_DATE));
    for (const part of [identite, contact, flat])
      for (const value of Object.values(part))
        expect(value === null || (Array.isArray(value) && value.length === 0)).toBe(true);
  });
});

describe('the table', () => {
  it('opens in French Excel: marked as UTF-8, semicolons, decimal comma, lines of Windows', () => {
    const csv = toCsv([{ profile: fullProfile() }], 'fr');
    expect(csv.startsWith('\uFEFF"fichier";"statut";"nom_complet"')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(record(csv)).toMatchObject({
      annees_experience: '5,4',
      telephone: '06 39 98 11 22',
      poste_actuel: 'Comptable',
      langues: 'Français langue maternelle | Anglais courant',
    });
  });

  it('has commas, points and English names for an English reader', () => {
    const csv = toCsv([{ profile: fullProfile() }], 'en');
    expect(csv.startsWith('\uFEFF"file","status","full_name"')).toBe(true);
    expect(record(csv)).toMatchObject({ years_of_experience: '5.4', main_domain: 'business-support' });
  });

  it('has a row for every document, also for those that could not be read', () => {
    const csv = toCsv([{ profile: fullProfile() }, { fileName: 'abîmé.pdf', status: 'truncated' }], 'fr');
    expect(rows(csv)).toHaveLength(3);
    expect(new Set(rows(csv).map((line) => cells(line).length)).size).toBe(1);
    expect(cells(rows(csv)[2]).filter(Boolean)).toEqual(['abîmé.pdf', 'truncated']);
  });

  it('leaves empty what is not known', () => {
    const empty = { ...emptyProfile(REFERENCE_DATE) };
    expect(Object.entries(record(toCsv([{ profile: empty }], 'fr'))).filter(([, value]) => value !== '')).toEqual([
      ['statut', 'ok'],
    ]);
  });
});

describe('Markdown', () => {
  it('reads as a page in the language asked for', () => {
    const french = toMarkdown(fullProfile(), { locale: 'fr' });
    expect(french).toContain('# Lucie Morvan\n');
    expect(french).toContain('## Expérience professionnelle');
    expect(french).toContain('*2021-03 – à ce jour, Arras*');
    expect(french).toContain('- **Bureautique**: Word');
    expect(toMarkdown(fullProfile(), { locale: 'en' })).toContain('## Languages\n\n- Français – langue maternelle');
  });

  it('shows where a value stands only when asked', () => {
    const quote = '  > p. 1, ligne 4: Comptable, Cabinet Ferrand';
    expect(
      toMarkdown(fullProfile(), { locale: 'fr', evidence: true })
        .split('\n')
        .filter((line) => line === quote),
    ).toHaveLength(1);
    expect(toMarkdown(fullProfile(), { locale: 'fr' })).not.toContain('  > ');
  });

  it('has no heading over nothing', () => {
    expect(toMarkdown(emptyProfile(REFERENCE_DATE), { locale: 'fr' })).toBe('# *Nom non trouvé dans le CV*\n');
  });
});

describe('every output', () => {
  const OUTPUTS: Record<string, (profile: Profile) => string> = {
    flat: (profile) => Object.values(toFlatFrench(profile)).flatMap(leaves).join('\n'),
    csv: (profile) =>
      rows(toCsv([{ profile }], 'fr'))
        .slice(1)
        .flatMap(cells)
        .join('\n'),
    markdown: (profile) => toMarkdown(profile, { locale: 'fr' }),
  };
  function leaves(value: unknown): string[] {
    if (Array.isArray(value)) return value.flatMap(leaves);
    if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leaves);
    return typeof value === 'string' ? [value] : [];
  }

  it.each(Object.keys(OUTPUTS))('%s loses a value when the profile loses it', (name) => {
    const write = OUTPUTS[name];
    const marks = [
      'Morvan',
      'lucie@mail',
      'Lilas',
      'Ferrand',
      'Faidherbe',
      'Word',
      'Anglais',
      'TOSA',
      'Comptable & gestionnaire',
    ];
    const written = write(fullProfile()).replace(/\\/g, '');
    const empty = write(emptyProfile(REFERENCE_DATE));
    for (const mark of marks) {
      expect(written).toContain(mark);
      expect(empty).not.toContain(mark);
    }
  });
});

describe('when somebody can begin', () => {
  const evidence = {
    page: 1,
    lines: [7, 7] as [number, number],
    quote: 'Disponible dès septembre 2026, préavis de 3 mois',
    source: 'rules' as const,
  };
  const profile = (): Profile => ({
    ...fullProfile(),
    availability: { immediate: false, from: '2026-09', notice: 'P3M', evidence: { from: evidence, notice: evidence } },
  });

  it('stands in the flat keys, for people and for programs', () =>
    expect(toFlatFrench(profile()).disponibilite).toEqual({
      texte: 'à partir de : 2026-09 ; préavis ou délai : 3 mois',
      immediate: false,
      a_partir_de: '2026-09',
      preavis: 'P3M',
    }));

  it('is the last column of the table, empty for those who say nothing', () => {
    expect(record(toCsv([{ profile: profile() }], 'en')).availability).toBe('from: 2026-09 ; notice: 3 months');
    expect(record(toCsv([{ profile: fullProfile() }], 'fr')).disponibilite).toBe('');
  });

  it('is a section of the Markdown, with the line that says it', () => {
    expect(toMarkdown(profile(), { locale: 'fr', evidence: true })).toContain(
      '## Disponibilité\n\n- à partir de : 2026-09 ; préavis ou délai : 3 mois\n  > p. 1, ligne 7: Disponible dès septembre 2026',
    );
    expect(toMarkdown(fullProfile(), { locale: 'fr' })).not.toContain('Disponibilité');
  });
});
