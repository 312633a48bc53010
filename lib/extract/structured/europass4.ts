import { attribute, child, descendants, elementsOf, type XmlElement } from '../xml/parse';
import { compact, htmlItems, lowestLevel, value } from './europass-common';
import type { Resume } from './resume';

const formatted = (element: XmlElement | undefined) => value(element, 'FormattedDateTime') ?? value(element);

function period(element: XmlElement | undefined) {
  const current = [value(element, 'CurrentIndicator'), value(element, 'Ongoing')].includes('true');
  return {
    startDate: formatted(child(element, 'StartDate')),
    endDate: current ? undefined : formatted(child(element, 'EndDate')),
    current: current || undefined,
  };
}

interface Channels {
  email?: string;
  phone?: string;
  urls: { network?: string; url: string }[];
  address?: XmlElement;
}

function channels(person: XmlElement | undefined): Channels {
  const found: Channels = { urls: [] };
  for (const entry of elementsOf(person, 'Communication')) {
    const code = value(entry, 'ChannelCode')?.toLowerCase() ?? '';
    const uri = value(entry, 'URI');
    const dialled = [value(entry, 'CountryDialing'), value(entry, 'DialNumber')].filter(Boolean).join(' ');
    if (code === 'email') found.email ??= uri;
    else if (dialled) found.phone ??= /^\d/.test(dialled) && child(entry, 'CountryDialing') ? `+${dialled}` : dialled;
    else if (uri) found.urls.push({ url: uri, ...(value(entry, 'UseCode') && { network: value(entry, 'UseCode') }) });
    found.address ??= child(entry, 'Address');
  }
  return found;
}

const place = (holder: XmlElement | undefined) => value(descendants(holder, 'CityName')[0]);

function work(history: XmlElement | undefined): Resume['work'] {
  return elementsOf(history, 'EmployerHistory').flatMap((employer) =>
    elementsOf(employer, 'PositionHistory').map((position) => ({
      name: value(employer, 'OrganizationName'),
      position: value(position, 'PositionTitle'),
      location: place(child(employer, 'OrganizationContact')) ?? value(position, 'City'),
      ...period(child(position, 'EmploymentPeriod')),
      highlights: htmlItems(child(position, 'Description')),
    })),
  );
}

function education(history: XmlElement | undefined): Resume['education'] {
  return elementsOf(history, 'EducationOrganizationAttendance').map((entry) => ({
    institution: value(entry, 'OrganizationName'),
    studyType: value(entry, 'EducationDegree', 'DegreeName') ?? value(entry, 'ProgramName'),
    location: place(child(entry, 'OrganizationContact')),
    ...period(child(entry, 'AttendancePeriod')),
    courses: htmlItems(child(entry, 'EducationDegree', 'OccupationalSkillsCovered')),
  }));
}

/** ISO 639-2 codes of the languages that CVs name most; the code itself is shown for others. */
function languageName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

function competencies(profile: XmlElement | undefined, person: XmlElement | undefined, locale: string) {
  const languages: NonNullable<Resume['languages']> = elementsOf(person, 'PrimaryLanguageCode').flatMap((e) => {
    const code = value(e);
    return code ? [{ language: languageName(code, locale), code, fluency: 'native' }] : [];
  });
  const skills: NonNullable<Resume['skills']> = [];
  for (const entry of elementsOf(child(profile, 'PersonQualifications'), 'PersonCompetency')) {
    const id = value(entry, 'CompetencyID') ?? '';
    const isLanguage =
      value(entry, 'TaxonomyID') === 'language' || attribute(child(entry, 'CompetencyID'), 'schemeName') === 'CEFR';
    const name = value(entry, 'CompetencyName') ?? id;
    if (isLanguage) {
      const scores = descendants(entry, 'ScoreText').map((s) => value(s));
      languages.push({ language: languageName(id, locale), code: id, fluency: lowestLevel(scores) });
    } else if (name) skills.push({ name });
  }
  return { languages, skills };
}

const titled = (holder: XmlElement | undefined) =>
  elementsOf(holder).map((e) => ({
    name: value(e, 'Title') ?? value(e, 'CertificationTypeCode') ?? value(e, 'CertificationName') ?? value(e, 'Name'),
    issuer: value(e, 'IssuingAuthority', 'Name') ?? value(e, 'IssuingAuthority'),
    date: formatted(
      descendants(e, 'StartDate')[0] ?? descendants(e, 'FirstIssuedDate')[0] ?? descendants(e, 'Date')[0],
    ),
  }));

/** Europass XML 4 (`Candidate`, after HR-XML) in JSON Resume's shape. */
export function europass4(root: XmlElement): Resume {
  const person = child(root, 'CandidatePerson');
  const profile = child(root, 'CandidateProfile');
  const { email, phone, urls, address } = channels(person);
  const locale = attribute(profile, 'languageCode') ?? 'en';
  const name = [value(person, 'PersonName', 'GivenName'), value(person, 'PersonName', 'FamilyName')];
  const { languages, skills } = competencies(profile, person, locale);
  const other = elementsOf(profile).filter((e) => /^(Others|Skills|DigitalSkills|HobbiesAndInterests)/.test(e.name));
  return compact<Resume>({
    basics: {
      name: name.filter(Boolean).join(' ') || undefined,
      label: value(profile, 'PositionTitle') ?? value(person, 'PersonTitle'),
      summary: htmlItems(child(profile, 'ExecutiveSummary')).join('\n') || undefined,
      email,
      phone,
      birthDate: formatted(child(person, 'BirthDate')),
      nationality: value(person, 'NationalityCode'),
      location: {
        address: value(address, 'AddressLine'),
        postalCode: value(address, 'PostalCode'),
        city: value(address, 'CityName'),
        countryCode: value(address, 'CountryCode')?.toUpperCase(),
      },
      profiles: urls,
      drivingLicences: elementsOf(child(profile, 'Licenses'), 'License').flatMap(
        (e) => value(e, 'LicenseTypeCode') ?? value(e, 'LicenseName') ?? [],
      ),
    },
    work: work(child(profile, 'EmploymentHistory')),
    education: education(child(profile, 'EducationHistory')),
    skills: [...skills, ...other.flatMap((e) => htmlItems(descendants(e, 'Description')[0]).map((n) => ({ name: n })))],
    languages,
    certificates: titled(child(profile, 'Certifications')),
  });
}
