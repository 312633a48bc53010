import { analyzeStructured } from '../../../lib/analyze/rules';
import { extractDocument } from '../../../lib/extract';
import { emptyProfile, toEuropassXml, type Profile } from '../../../lib/profile';
import { fullProfile, hostileProfile, REFERENCE_DATE } from './sample';
import { schemaErrors } from './xsd';

async function readBack(profile: Profile): Promise<Profile> {
  const data = new TextEncoder().encode(toEuropassXml(profile));
  const document = await extractDocument({ data, fileName: 'cv.xml' });
  expect(document.format).toBe('europass-xml');
  return analyzeStructured(document, { referenceDate: REFERENCE_DATE });
}

const without = <T extends { evidence: unknown }>(items: readonly T[], ...dropped: (keyof T)[]) =>
  items.map((item) =>
    Object.fromEntries(Object.entries(item).filter(([key]) => key !== 'evidence' && !dropped.includes(key as keyof T))),
  );

describe('Europass XML', () => {
  it('fits the schema', async () => {
    expect(await schemaErrors(toEuropassXml(fullProfile()))).toEqual([]);
    expect(await schemaErrors(toEuropassXml(emptyProfile(REFERENCE_DATE)))).toEqual([]);
  });

  it('is measured against a schema that refuses what is wrong', async () => {
    const broken = toEuropassXml(fullProfile()).replace('<Code>5</Code>', '<Code>9</Code>');
    expect(await schemaErrors(broken)).not.toEqual([]);
    const moved = toEuropassXml(fullProfile()).replace(
      /<FirstName>.*?<\/FirstName>(<Surname>.*?<\/Surname>)/,
      '$1<FirstName>x</FirstName>',
    );
    expect(await schemaErrors(moved)).not.toEqual([]);
  });

  it('gives the same person back when Vivier reads it', async () => {
    const before = fullProfile();
    const after = await readBack(before);
    const identity = (profile: Profile) => without([profile.identity]);
    expect(identity(after)).toEqual(identity(before));
    expect(after.headline).toBe(before.headline);
    for (const field of ['email', 'phone', 'address', 'postalCode', 'city', 'countryCode'] as const)
      expect(after.contact[field]).toBe(before.contact[field]);
    expect(after.contact.links.map((link) => link.url)).toEqual(before.contact.links.map((link) => link.url));
    expect(without(after.experiences, 'kind')).toEqual(without(before.experiences, 'kind', 'occupation'));
    expect(without(after.education)).toEqual(without(before.education));
    expect(after.skills.map((one) => one.name)).toEqual(before.skills.map((one) => one.name));
    expect(without(after.languages, 'levelText')).toEqual(without(before.languages, 'levelText'));
    expect(after.certifications.map((one) => one.name)).toEqual(['TOSA']);
    expect(after.drivingLicences.map((one) => one.category)).toEqual(['B']);
  });

  it.each([
    ['GB', '<Code>UK</Code>'],
    ['GR', '<Code>EL</Code>'],
  ])('writes %s as the European institutions do, and reads it back', async (code, written) => {
    const profile = fullProfile();
    profile.contact.countryCode = code;
    expect(toEuropassXml(profile)).toContain(written);
    expect((await readBack(profile)).contact.countryCode).toBe(code);
  });

  it.each([
    '</Label><Injected/>',
    ']]>&lol;<!ENTITY',
    'a\u0000b\uFFFF\uD800',
    '<p>x</p>',
    '   ',
    '日本 🙂',
    'a@b',
    '--',
  ])('stays well-formed and valid with %j everywhere', async (text) => {
    expect(await schemaErrors(toEuropassXml(hostileProfile(text)))).toEqual([]);
  });

  it('names occupations by ESCO’s identifiers, which the schema wants', () => {
    expect(toEuropassXml(fullProfile())).toContain(
      '<Position><Code>00cee175-1376-43fb-9f02-ba3d7a910a58</Code><Label>Comptable</Label></Position>',
    );
  });

  it('keeps an end without a start, which the schema has no period for, in the text', async () => {
    const profile = fullProfile();
    profile.education[0].start = null;
    const xml = toEuropassXml(profile);
    expect(xml).toContain('<Title>BTS</Title><Activities>&lt;p&gt;Fin : 2012&lt;/p&gt;</Activities>');
    expect(await schemaErrors(xml)).toEqual([]);
    expect((await readBack(profile)).education[0]).toMatchObject({ start: null, end: null });
  });

  it('keeps a summary that has to make room for the title', () => {
    expect(toEuropassXml(fullProfile())).toContain('Dix ans en cabinet.');
    const untitled = { ...fullProfile(), headline: null };
    expect(toEuropassXml(untitled)).toContain('<Code>personal_statement</Code>');
  });
});
