import { sequence } from './pool-people.mjs';

/** Fictional people with what a letter could say of them, in one language; made up from these lists, the same in every run. */
const LISTS = {
  fr: {
    towns: 'Nantes Angers Tours Limoges Dijon Amiens Nancy Pau Caen Metz'.split(' '),
    employers:
      'Ateliers Brécourt|Moulins Dorval|Verrerie Castagnel|Groupe Sorvane|Clinique du Val-Moreau|Transports Hédouin|Cabinet Lestrade-Vigan|Brasserie Quintel'.split(
        '|',
      ),
    schools: 'IUT de Besançon|Université de Rouen|Lycée Marie-Lavande|École Vauclair'.split('|'),
    degrees: [
      ['BTS comptabilité', 5],
      ['Licence de gestion', 6],
      ['Master en logistique', 7],
      ['CAP cuisine', 3],
      ['DUT informatique', 5],
      ['Baccalauréat professionnel', 4],
    ],
    titles:
      'Comptable|Technicien de maintenance|Assistante commerciale|Infirmier|Développeuse web|Conducteur de travaux|Acheteuse|Cuisinier'.split(
        '|',
      ),
    skills:
      'Excel|Sage|SAP|JavaScript|soudure TIG|facturation|paie|HACCP|AutoCAD|prospection|Photoshop|soins palliatifs|SQL|négociation'.split(
        '|',
      ),
    deeds: [
      'encadrement de {n} assistants',
      'traitement de {n} factures par mois',
      'suivi de {n} chantiers',
      'formation de {n} apprentis',
      'gestion de {n} commandes par jour',
      'accueil de {n} patients par jour',
    ],
    also: 'préparation des budgets|contrôle des stocks|relance des clients|rédaction des procédures|inventaire annuel|planification des tournées'.split(
      '|',
    ),
    languages: [
      ['en', 'anglais'],
      ['de', 'allemand'],
      ['es', 'espagnol'],
      ['it', 'italien'],
    ],
  },
  en: {
    towns: 'Leeds Bristol Cardiff Exeter Derby Norwich Durham Hull Lincoln York'.split(' '),
    employers:
      'Brecourt Works|Dorval Mills|Castagnel Glass|Sorvane Group|Valmoreau Clinic|Hedouin Transport|Lestrade Associates|Quintel Brewery'.split(
        '|',
      ),
    schools: 'University of Ashdown|Redmarsh College|Wexcombe Institute|Thornbury School'.split('|'),
    degrees: [
      ['BSc in accounting', 6],
      ['MSc in logistics', 7],
      ['HND in computing', 5],
      ['BA in history', 6],
      ['NVQ in cookery', 3],
      ['PhD in chemistry', 8],
    ],
    titles: 'Accountant|Maintenance technician|Sales assistant|Nurse|Web developer|Site manager|Buyer|Cook'.split('|'),
    skills:
      'Excel|Sage|SAP|JavaScript|TIG welding|invoicing|payroll|HACCP|AutoCAD|prospecting|Photoshop|palliative care|SQL|negotiation'.split(
        '|',
      ),
    deeds: [
      'supervision of {n} assistants',
      'processing of {n} invoices a month',
      'follow-up of {n} building sites',
      'training of {n} apprentices',
      'handling of {n} orders a day',
      'reception of {n} patients a day',
    ],
    also: 'preparation of budgets|control of stocks|reminders to customers|writing of procedures|yearly inventory|planning of rounds'.split(
      '|',
    ),
    languages: [
      ['en', 'English'],
      ['de', 'German'],
      ['es', 'Spanish'],
      ['it', 'Italian'],
    ],
  },
};
const LEVELS = ['A2', 'B1', 'B2', 'C1'];

/** @param {'fr' | 'en'} locale @param {number} seed */
export function letterPerson(locale, seed, emptyProfile, derive) {
  const random = sequence(seed * 7919 + 17);
  random();
  const lists = LISTS[locale];
  const number = (from, to) => from + Math.floor(random() * (to - from + 1));
  const some = (list, count) => {
    const left = [...list];
    return Array.from({ length: count }, () => left.splice(Math.floor(random() * left.length), 1)[0]);
  };
  const profile = emptyProfile('2026-06-15');
  const [now, before, strange] = some(lists.employers, 3);
  const [title, oldTitle, strangeTitle] = some(lists.titles, 3);
  const [town, oldTown, strangeTown] = some(lists.towns, 3);
  const [deed, oldDeed] = some(lists.deeds, 2).map((text) => text.replace('{n}', number(2, 9) * number(1, 12)));
  const [also, oldAlso] = some(lists.also, 2);
  const skills = some(lists.skills, 6);
  const [degree, strangeDegree] = some(lists.degrees, 2);
  const [language, second, strangeLanguage] = some(lists.languages, 3);
  const [level, otherLevel] = some(LEVELS, 2);
  const changed = number(2014, 2021);
  const began = changed - number(2, 6);
  const evidence = {};
  const month = () => String(number(1, 12)).padStart(2, '0');
  Object.assign(profile.identity, { fullName: 'Camille Exemple', firstName: 'Camille', lastName: 'Exemple' });
  profile.contact.city = town;
  profile.headline = title;
  profile.experiences = [
    {
      employer: now,
      title,
      start: `${changed}-${month()}`,
      end: null,
      current: true,
      place: town,
      description: `${deed}\n${also}`,
      kind: 'job',
      evidence,
    },
    {
      employer: before,
      title: oldTitle,
      start: `${began}-${month()}`,
      end: `${changed - 1}-${month()}`,
      current: false,
      place: oldTown,
      description: `${oldDeed}\n${oldAlso}`,
      kind: 'job',
      evidence,
    },
  ];
  const school = some(lists.schools, 2);
  profile.education = [
    {
      institution: school[0],
      degree: degree[0],
      field: null,
      level: degree[1],
      start: null,
      end: String(began),
      place: null,
      evidence,
    },
  ];
  profile.skills = skills.slice(0, 4).map((name) => ({ name, group: null, code: null, evidence }));
  profile.languages = [
    { code: language[0], name: language[1], level, levelText: level, evidence },
    { code: second[0], name: second[1], level: otherLevel, levelText: otherLevel, evidence },
  ];
  profile.derived = derive(profile, '2026-06-15');
  return {
    profile,
    offer: { title: strangeTitle, company: strange, place: strangeTown },
    facts: {
      ...{
        now,
        before,
        strange,
        title,
        oldTitle,
        strangeTitle,
        town,
        oldTown,
        strangeTown,
        deed,
        oldDeed,
        also,
        oldAlso,
      },
      ...{
        skill: skills[0],
        skill2: skills[1],
        strangeSkill: skills[5],
        degree: degree[0],
        strangeDegree: strangeDegree[0],
      },
      ...{
        school: school[0],
        strangeSchool: school[1],
        language: language[1],
        second: second[1],
        strangeLanguage: strangeLanguage[1],
      },
      ...{ level, otherLevel, years: Math.floor(profile.derived.experienceMonths / 12), since: changed, began },
      wrongYears: Math.floor(profile.derived.experienceMonths / 12) + number(2, 9),
      wrongSince: changed - 1 - number(1, 4),
      wrongDeed: deed.replace(/\d+/, (count) => String(Number(count) + number(1, 40))),
    },
  };
}

/** A profile of test/bench/letter-written.json, read on 21 November 2026. */
export function writtenPerson(person, emptyProfile, derive) {
  const profile = emptyProfile('2026-11-21');
  const evidence = {};
  const [firstName, lastName] = person.name;
  Object.assign(profile.identity, { fullName: person.name.join(' '), firstName, lastName });
  profile.contact.city = person.city;
  profile.headline = person.headline;
  profile.experiences = person.jobs.map((job) => ({ ...job, current: job.end === null, evidence }));
  profile.education = person.schools.map((school) => ({ ...school, place: null, evidence }));
  profile.skills = person.skills.map((name) => ({ name, group: null, code: null, evidence }));
  profile.languages = person.languages.map(([code, name, level]) => ({
    code,
    name,
    level,
    levelText: level,
    evidence,
  }));
  profile.certifications = person.certifications.map(([name, date]) => ({ name, issuer: null, date, evidence }));
  profile.derived = derive(profile, '2026-11-21');
  return profile;
}
