const headings = {
  fr: {
    summary: 'Profil',
    contact: 'Contact',
    work: 'Expériences professionnelles',
    education: 'Formation',
    skills: 'Compétences',
    languages: 'Langues',
    interests: 'Centres d’intérêt',
  },
  en: {
    summary: 'Profile',
    contact: 'Contact',
    work: 'Work experience',
    education: 'Education',
    skills: 'Skills',
    languages: 'Languages',
    interests: 'Interests',
  },
};

const months = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

export const heading = (person, section) => headings[person.language][section];

/** `2020-03` as « mars 2020 »; a bare year stays one. */
function dateText(date, language) {
  const [year, month] = date.split('-');
  return month ? `${months[language][Number(month) - 1]} ${year}` : year;
}

/** « mars 2020 – aujourd’hui », « 2014 – 2017 » or a lone year. */
export function period({ startDate, endDate }, language) {
  const end = endDate ? dateText(endDate, language) : language === 'fr' ? 'aujourd’hui' : 'present';
  return startDate ? `${dateText(startDate, language)} – ${end}` : end;
}

/** « Lycée X, Lyon »; an entry that was no ordinary job says so. */
export const placeOf = (job) => [job.name, job.location].filter(Boolean).join(', ');
export const titleOf = (job) => (job.kind ? `${job.position} (${job.kind})` : job.position);
export const degreeOf = (item) => `${item.studyType} ${item.area}`;
export const schoolOf = (item) => [item.institution, item.location].filter(Boolean).join(', ');

function addressOf({ basics }) {
  const { address, postalCode, city } = basics.location;
  return `${address}, ${/^\d/.test(postalCode) ? `${postalCode} ${city}` : `${city} ${postalCode}`}`;
}

/** The address, and the driving licence beside it, where French CVs put it. */
export const addressLine = (person) => [addressOf(person), ...person.licences].join('  |  ');

export const contactLines = (person) => [
  person.basics.email,
  person.basics.phone,
  addressLine(person),
  ...person.basics.profiles.map((profile) => profile.url),
];

export const languageText = (item, language) =>
  language === 'fr' ? `${item.language} : ${item.fluency}` : `${item.language}: ${item.fluency}`;
export const skillText = (group, language) =>
  `${group.name}${language === 'fr' ? ' : ' : ': '}${group.keywords.join(', ')}`;
export const interestsText = (person) => person.interests.join(', ');
