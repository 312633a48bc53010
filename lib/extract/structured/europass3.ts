import { attribute, child, descendants, elementsOf, type XmlElement } from '../xml/parse';
import { compact, htmlItems, lowestLevel, value } from './europass-common';
import type { Resume } from './resume';

/** `<From year="2019" month="--03"/>` as 2019-03. */
function date(element: XmlElement | undefined): string | undefined {
  const year = attribute(element, 'year');
  const month = /(\d{1,2})/.exec(attribute(element, 'month') ?? '')?.[1];
  const day = /(\d{1,2})/.exec(attribute(element, 'day') ?? '')?.[1];
  if (!year) return undefined;
  return [year, month?.padStart(2, '0'), month && day?.padStart(2, '0')].filter(Boolean).join('-');
}

function period(element: XmlElement | undefined) {
  const current = value(child(element, 'Period'), 'Current') === 'true';
  return {
    startDate: date(child(element, 'Period', 'From')),
    endDate: current ? undefined : date(child(element, 'Period', 'To')),
    current: current || undefined,
  };
}

const label = (element: XmlElement | undefined) => value(element, 'Label') ?? value(element, 'Code');

function location(holder: XmlElement | undefined): string | undefined {
  const contact = child(holder, 'ContactInfo', 'Address', 'Contact');
  return [value(contact, 'Municipality'), label(child(contact, 'Country'))].filter(Boolean).join(', ') || undefined;
}

function languages(skills: XmlElement | undefined): Resume['languages'] {
  const linguistic = child(skills, 'Linguistic');
  const mother = elementsOf(child(linguistic, 'MotherTongueList')).map((e) => ({
    language: label(child(e, 'Description')),
    code: value(e, 'Description', 'Code'),
    fluency: 'native',
  }));
  const foreign = elementsOf(child(linguistic, 'ForeignLanguageList')).map((e) => ({
    language: label(child(e, 'Description')),
    code: value(e, 'Description', 'Code'),
    fluency: lowestLevel(elementsOf(child(e, 'ProficiencyLevel')).map((l) => value(l))),
    certificates: descendants(e, 'Certificate').flatMap((c) => value(c, 'Title') ?? []),
  }));
  return [...mother, ...foreign];
}

/** Free text skills: each list item or comma-separated phrase a keyword. */
function skills(element: XmlElement | undefined): Resume['skills'] {
  return elementsOf(element)
    .filter((e) => !['Linguistic', 'Driving'].includes(e.name))
    .flatMap((group) => {
      const items = htmlItems(child(group, 'Description'));
      const keywords = items.length === 1 ? items[0].split(/\s*[,;•]\s*/).filter(Boolean) : items;
      return keywords.map((name) => ({ name }));
    });
}

/** Europass XML 3.x (`SkillsPassport`) in JSON Resume's shape. */
export function europass3(root: XmlElement): Resume {
  const learner = child(root, 'LearnerInfo');
  const identification = child(learner, 'Identification');
  const contact = child(identification, 'ContactInfo');
  const address = child(contact, 'Address', 'Contact');
  const headline = child(learner, 'Headline');
  const headlineText = htmlItems(child(headline, 'Description', 'Label')).join('\n') || undefined;
  const isSummary = value(headline, 'Type', 'Code') === 'personal_statement';
  const name = [value(identification, 'PersonName', 'FirstName'), value(identification, 'PersonName', 'Surname')];
  const work = elementsOf(child(learner, 'WorkExperienceList'));
  return compact<Resume>({
    basics: {
      name: name.filter(Boolean).join(' ') || undefined,
      label: isSummary ? undefined : headlineText,
      summary: isSummary ? headlineText : undefined,
      email: value(contact, 'Email', 'Contact'),
      phone: elementsOf(child(contact, 'TelephoneList')).map((t) => value(t, 'Contact'))[0],
      birthDate: date(child(identification, 'Demographics', 'Birthdate')),
      nationality: elementsOf(child(identification, 'Demographics', 'NationalityList')).map(label)[0],
      location: {
        address:
          [value(address, 'AddressLine'), value(address, 'AddressLine2')].filter(Boolean).join(', ') || undefined,
        postalCode: value(address, 'PostalCode'),
        city: value(address, 'Municipality'),
        countryCode: value(address, 'Country', 'Code'),
      },
      profiles: [
        ...elementsOf(child(contact, 'WebsiteList')).map((w) => ({ url: value(w, 'Contact') })),
        ...elementsOf(child(contact, 'InstantMessagingList')).map((m) => ({
          network: label(child(m, 'Use')),
          username: value(m, 'Contact'),
        })),
      ],
      drivingLicences: descendants(child(learner, 'Skills', 'Driving'), 'Licence').flatMap((l) => value(l) ?? []),
    },
    work: work.map((e) => ({
      position: label(child(e, 'Position')),
      name: value(e, 'Employer', 'Name'),
      location: location(child(e, 'Employer')),
      ...period(e),
      highlights: htmlItems(child(e, 'Activities')),
    })),
    education: elementsOf(child(learner, 'EducationList')).map((e) => ({
      studyType: value(e, 'Title'),
      area: label(child(e, 'Field')),
      institution: value(e, 'Organisation', 'Name'),
      location: location(child(e, 'Organisation')),
      ...period(e),
      courses: htmlItems(child(e, 'Activities')),
    })),
    skills: skills(child(learner, 'Skills')),
    languages: languages(child(learner, 'Skills')),
    ...achievements(learner),
  });
}

/** Certificates, projects and the like, by the code of their kind. */
function achievements(learner: XmlElement | undefined): Pick<Resume, 'certificates' | 'projects' | 'awards'> {
  const all = elementsOf(child(learner, 'AchievementList')).map((e) => ({
    kind: value(e, 'Title', 'Code') ?? '',
    items: htmlItems(child(e, 'Description')),
  }));
  const of = (pattern: RegExp) => all.filter((a) => pattern.test(a.kind)).flatMap((a) => a.items);
  const known = /certif|project|honors|award/i;
  return {
    certificates: of(/certif/i).map((name) => ({ name })),
    projects: of(/project/i).map((name) => ({ name })),
    awards: [...of(/honors|award/i), ...all.filter((a) => !known.test(a.kind)).flatMap((a) => a.items)].map(
      (title) => ({ title }),
    ),
  };
}
