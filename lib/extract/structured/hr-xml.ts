import { attribute, child, descendants, elementsOf, textOf, type XmlElement } from '../xml/parse';
import { compact, htmlItems, value } from './europass-common';
import type { Resume } from './resume';

/** A date's text under any of the names that HR-XML gives it; `notApplicable` and `notKnown` are no dates. */
function date(element: XmlElement | undefined): string | undefined {
  const text = ['AnyDate', 'YearMonth', 'Year', 'StringDate'].map((name) => value(element, name)).find(Boolean);
  const [iso] = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(text ?? value(element) ?? '') ?? [];
  return iso;
}

const isCurrent = (element: XmlElement | undefined) =>
  /^(?:true|1)$/.test(attribute(element, 'currentEmployer') ?? '') ||
  /current|present/i.test(textOf(child(element, 'EndDate')));

function place(holder: XmlElement | undefined): string | undefined {
  const address = descendants(holder, 'PostalAddress')[0] ?? descendants(holder, 'LocationSummary')[0];
  return [value(address, 'Municipality'), value(address, 'CountryCode')].filter(Boolean).join(', ') || undefined;
}

function basics(resume: XmlElement | undefined): Resume['basics'] {
  const contact = child(resume, 'ContactInfo');
  const person = child(contact, 'PersonName');
  const first = (name: string) =>
    descendants(contact, name)
      .map((e) => value(e))
      .find(Boolean);
  const numbers = ['Mobile', 'Telephone'].flatMap((name) => descendants(contact, name)).map(dialled);
  const address = descendants(contact, 'PostalAddress')[0];
  const parts = ['GivenName', 'MiddleName', 'FamilyName'].map((name) => value(person, name));
  return {
    name: value(person, 'FormattedName') ?? (parts.filter(Boolean).join(' ') || undefined),
    firstName: value(person, 'GivenName'),
    lastName: value(person, 'FamilyName'),
    email: first('InternetEmailAddress'),
    phone: numbers.find(Boolean),
    url: first('InternetWebAddress'),
    summary: [child(resume, 'ExecutiveSummary'), child(resume, 'Objective')].flatMap(htmlItems).join('\n') || undefined,
    birthDate: value(descendants(resume, 'DateOfBirth')[0]),
    nationality: value(descendants(resume, 'Nationality')[0]),
    location: {
      address:
        elementsOf(child(address, 'DeliveryAddress'))
          .map((e) => value(e))
          .filter(Boolean)
          .join(' ') || undefined,
      postalCode: value(address, 'PostalCode'),
      city: value(address, 'Municipality'),
      countryCode: value(address, 'CountryCode'),
    },
  };
}

function dialled(number: XmlElement): string | undefined {
  const whole = value(number, 'FormattedNumber');
  if (whole) return whole;
  const country = value(number, 'InternationalCountryCode');
  const parts = [country && `+${country}`, value(number, 'AreaCityCode'), value(number, 'SubscriberNumber')];
  return parts.filter(Boolean).join(' ') || undefined;
}

function work(resume: XmlElement | undefined): Resume['work'] {
  return elementsOf(child(resume, 'EmploymentHistory'), 'EmployerOrg').flatMap((employer) =>
    elementsOf(employer, 'PositionHistory').map((position) => ({
      name: value(position, 'OrgName', 'OrganizationName') ?? value(employer, 'EmployerOrgName'),
      position: value(position, 'Title'),
      location: place(position) ?? place(child(employer, 'EmployerContactInfo')),
      startDate: date(child(position, 'StartDate')),
      endDate: isCurrent(position) ? undefined : date(child(position, 'EndDate')),
      current: isCurrent(position) || undefined,
      highlights: htmlItems(child(position, 'Description')),
    })),
  );
}

function education(resume: XmlElement | undefined): Resume['education'] {
  return elementsOf(child(resume, 'EducationHistory'), 'SchoolOrInstitution').flatMap((school) => {
    const institution = value(school, 'School', 'SchoolName') ?? value(school, 'SchoolName');
    const degrees = elementsOf(school, 'Degree');
    return (degrees.length > 0 ? degrees : [undefined]).map((degree) => {
      const attended = child(degree, 'DatesOfAttendance') ?? child(school, 'DatesOfAttendance');
      return {
        institution,
        studyType: value(degree, 'DegreeName') ?? attribute(degree, 'degreeType'),
        area: value(degree, 'DegreeMajor', 'Name') ?? value(school, 'Major'),
        location: place(school),
        startDate: date(child(attended, 'StartDate')),
        endDate: date(child(attended, 'EndDate')) ?? date(child(degree, 'DegreeDate')),
        courses: htmlItems(child(degree, 'Comments')),
      };
    });
  });
}

/** HR-XML Resume 2.x (`Resume`, or a `Candidate` that holds one) in JSON Resume's shape; null for anything else. */
export function hrXml(root: XmlElement): Resume | null {
  const holder = root.name === 'Resume' ? root : descendants(root, 'Resume')[0];
  const resume = child(holder, 'StructuredXMLResume');
  if (!resume) return null;
  return compact<Resume>({
    basics: basics(resume),
    work: work(resume),
    education: education(resume),
    skills: descendants(child(resume, 'Qualifications'), 'Competency').flatMap((e) => {
      const name = attribute(e, 'name') ?? value(e, 'CompetencyName');
      return name ? [{ name }] : [];
    }),
    languages: elementsOf(child(resume, 'Languages'), 'Language').map((e) => ({
      language: value(e, 'LanguageCode'),
      fluency: value(e, 'Comments'),
    })),
    certificates: elementsOf(child(resume, 'LicensesAndCertifications')).map((e) => ({
      name: value(e, 'Name'),
      issuer: value(e, 'IssuingAuthority'),
      date: date(child(e, 'EffectiveDate', 'FirstIssuedDate') ?? child(e, 'EffectiveDate', 'ValidFrom')),
    })),
    publications: descendants(child(resume, 'PublicationHistory'), 'Title').map((e) => ({ name: value(e) })),
    references: [],
  });
}
