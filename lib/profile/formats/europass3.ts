import type { Education, Experience, Language, Profile } from '../schema';
import { formatWords, type FormatWords } from './words';
import { cleanText, element, htmlLeaf, leaf, type Xml } from './xml';

const NAMESPACE = 'http://europass.cedefop.europa.eu/Europass';
const SCHEMA = 'http://europass.cedefop.europa.eu/xml/v3.4.0/EuropassSchema.xsd';

/** The schema's list of categories (EUDrivingLicence); others are written as an achievement. */
const LICENCES = new Set('A A1 A2 AM B B1 BE C C1 C1E CE D D1 D1E DE'.split(' '));

/** Codes that are surely in the schema's list (EuropassISOLanguages); a language of another code is written by its name alone. */
const LANGUAGE_CODES = new Set(
  'bg cs da nl en et fi fr de el hu ga it lv lt mt pl pt ro sk sl es sv hr is mk tr ar ru zh ja uk hi'.split(' '),
);

/** The European institutions' own codes for two countries. */
const COUNTRY_CODES: Record<string, string> = { GB: 'UK', GR: 'EL' };

function date(name: string, value: string | null): Xml | null {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value ?? '');
  if (!parts) return null;
  return element(name, [], {
    year: parts[1],
    month: parts[2] ? `--${parts[2]}` : null,
    day: parts[3] ? `---${parts[3]}` : null,
  });
}

/** The schema has no period without a start: what is known of its end stands in the text then. */
function period({ start, end, current }: { start: string | null; end: string | null; current: boolean }): Xml | null {
  if (start === null) return null;
  return element('Period', [
    date('From', start),
    current ? null : date('To', end),
    current ? leaf('Current', 'true') : null,
  ]);
}

const loneEnd = ({ start, end }: { start: string | null; end: string | null }, words: FormatWords): string[] =>
  start === null && end !== null ? [words.ended(end)] : [];

const place = (town: string | null) =>
  element('ContactInfo', [element('Address', [element('Contact', [leaf('Municipality', town)])])]);

/** As `xsd:anyURI` wants it (RFC 3986): what a URI can't hold is percent-encoded. */
function uri(text: string): string {
  const [before, ...fragment] = cleanText(text)
    .trim()
    .replace(/%(?![\da-f]{2})/gi, '%25')
    .replace(/[^\w\-.~:/?#@!$&'()*+,;=%]/gu, (character) => encodeURIComponent(character))
    .split('#');
  const scheme = /^[a-z][a-z\d+.-]*:/i.test(before);
  const head = scheme ? before : before.replace(/^[^/?]+/, (segment) => segment.replaceAll(':', '%3A'));
  return fragment.length > 0 ? `${head}#${fragment.join('%23')}` : head;
}

/** Two capitals, or nothing: the schema lists what a country may be. */
function country(code: string | null): string | null {
  return code !== null && /^[A-Z]{2}$/.test(code) ? (COUNTRY_CODES[code] ?? code) : null;
}

const EMAIL = /^[^@]+@[^.]+\..+$/;

function identification({ identity, contact }: Profile): Xml | null {
  const named = identity.firstName !== null || identity.lastName !== null;
  const phones = [contact.phone, ...contact.otherPhones];
  return element('Identification', [
    element('PersonName', [
      leaf('FirstName', identity.firstName),
      leaf('Surname', named ? identity.lastName : identity.fullName),
    ]),
    element('ContactInfo', [
      element('Address', [
        element('Contact', [
          leaf('AddressLine', contact.address),
          leaf('PostalCode', contact.postalCode),
          leaf('Municipality', contact.city),
          element('Country', [leaf('Code', country(contact.countryCode))]),
        ]),
      ]),
      element('Email', [EMAIL.test(contact.email ?? '') ? leaf('Contact', contact.email) : null]),
      element(
        'TelephoneList',
        phones.map((phone) => element('Telephone', [leaf('Contact', phone)])),
      ),
      element(
        'WebsiteList',
        contact.links.map((link) => element('Website', [leaf('Contact', uri(link.url))])),
      ),
    ]),
    element('Demographics', [
      date('Birthdate', identity.birthDate),
      element('NationalityList', [element('Nationality', [leaf('Label', identity.nationality)])]),
    ]),
  ]);
}

/** A CV has one headline in Europass: the title, or the summary where there is no title. */
function headline(profile: Profile): Xml | null {
  const { headline: title, summary } = profile;
  const code = title === null ? null : occupationCode(profile.occupation);
  const description = element('Description', [code, leaf('Label', title ?? summary)]);
  const type = leaf('Code', title === null ? 'personal_statement' : 'position');
  return description && element('Headline', [element('Type', [type]), description]);
}

/** Since 3.4 the schema's codes of occupations are ESCO's identifiers. */
const occupationCode = (code: string | null | undefined): Xml | null =>
  leaf('Code', /^esco:([a-z\d]{8}(?:-[a-z\d]{4}){3}-[a-z\d]{12})$/.exec(code ?? '')?.[1] ?? null);

const work = (one: Experience, words: FormatWords) =>
  element('WorkExperience', [
    period(one),
    element('Position', [one.title === null ? null : occupationCode(one.occupation), leaf('Label', one.title)]),
    htmlLeaf('Activities', [...(one.description?.split('\n') ?? []), ...loneEnd(one, words)]),
    element('Employer', [leaf('Name', one.employer), place(one.place)]),
  ]);

const education = (one: Education, words: FormatWords) =>
  element('Education', [
    period({ ...one, current: false }),
    leaf('Title', one.degree),
    htmlLeaf('Activities', loneEnd(one, words)),
    element('Organisation', [leaf('Name', one.institution), place(one.place)]),
    element('Level', [leaf('Code', one.level === null ? null : String(one.level))]),
    element('Field', [leaf('Label', one.field)]),
  ]);

const languageName = (one: Language) =>
  element('Description', [
    leaf('Code', one.code !== null && LANGUAGE_CODES.has(one.code) ? one.code : null),
    leaf('Label', one.name),
  ]);

/** Europass knows no overall level: the CV's one level stands in all five skills, as its own editor shows it. */
const LANGUAGE_SKILLS = ['Listening', 'Reading', 'SpokenInteraction', 'SpokenProduction', 'Writing'];

function linguistic(languages: readonly Language[]): Xml | null {
  return element('Linguistic', [
    element(
      'MotherTongueList',
      languages.filter((one) => one.level === 'native').map((one) => element('MotherTongue', [languageName(one)])),
    ),
    element(
      'ForeignLanguageList',
      languages
        .filter((one) => one.level !== 'native')
        .map((one) =>
          element('ForeignLanguage', [
            languageName(one),
            element(
              'ProficiencyLevel',
              LANGUAGE_SKILLS.map((skill) => leaf(skill, one.level)),
            ),
          ]),
        ),
    ),
  ]);
}

function skills(profile: Profile): Xml | null {
  const licences = profile.drivingLicences.filter((one) => LICENCES.has(one.category));
  return element('Skills', [
    linguistic(profile.languages),
    element('JobRelated', [
      htmlLeaf(
        'Description',
        profile.skills.map((one) => one.name),
      ),
    ]),
    element('Driving', [
      element(
        'Description',
        licences.map((one) => leaf('Licence', one.category)),
      ),
    ]),
  ]);
}

function achievement(code: string | null, label: string, items: readonly (string | null)[]): Xml | null {
  const description = htmlLeaf(
    'Description',
    items.filter((item): item is string => item !== null),
  );
  return (
    description && element('Achievement', [element('Title', [leaf('Code', code), leaf('Label', label)]), description])
  );
}

function achievements(profile: Profile, words: FormatWords): Xml | null {
  const licences = profile.drivingLicences.map((one) => one.category).filter((category) => !LICENCES.has(category));
  const certified = profile.certifications.map((one) => {
    const source = [one.issuer, one.date].filter(Boolean).join(', ');
    return achievement('certifications', [words.certification, source].filter(Boolean).join(' – '), [one.name]);
  });
  const secondSummary = profile.headline === null ? null : profile.summary;
  return element('AchievementList', [
    achievement(null, words.summary, [secondSummary]),
    ...certified,
    ...profile.projects.map((one) => achievement('projects', words.projects, [one.name, one.description, one.url])),
    achievement(
      null,
      words.interests,
      profile.interests.map((one) => one.name),
    ),
    achievement(null, words.drivingLicences, licences),
  ]);
}

/**
 * A profile as Europass XML 3.4 (`SkillsPassport`, the schema of `europass.cedefop.europa.eu`, namespace above).
 *
 * What that schema can't hold stays behind: further e-mail addresses, groups of skills, the kind of a job.
 * The dates of the document itself are the profile's reference date, so that the same profile always gives the same bytes.
 */
export function toEuropassXml(profile: Profile): string {
  const { language, referenceDate } = profile.meta;
  const locale = /^[a-z]{2}$/.test(language ?? '') ? (language as string) : 'en';
  const words = formatWords[locale === 'fr' ? 'fr' : 'en'];
  const written = `${referenceDate}T00:00:00Z`;
  const info = element('DocumentInfo', [
    leaf('DocumentType', 'ECV'),
    leaf('CreationDate', written),
    leaf('LastUpdateDate', written),
    leaf('XSDVersion', 'V3.4'),
    leaf('Generator', 'Vivier'),
  ]);
  const learner = element('LearnerInfo', [
    identification(profile),
    headline(profile),
    element(
      'WorkExperienceList',
      profile.experiences.map((one) => work(one, words)),
    ),
    element(
      'EducationList',
      profile.education.map((one) => education(one, words)),
    ),
    skills(profile),
    achievements(profile, words),
  ]);
  const root = element('SkillsPassport', [info, learner ?? '<LearnerInfo/>'], {
    xmlns: NAMESPACE,
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xsi:schemaLocation': `${NAMESPACE} ${SCHEMA}`,
    locale,
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root ?? ''}\n`;
}
