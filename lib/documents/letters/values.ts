import { fold } from '../../match';
import type { Locale } from '../../errors';
import type { Profile } from '../../profile';
import { clean } from '../clean';
import { dateInWords, dayInWords, monthsInWords, periodInWords } from '../dates';
import { words } from '../words';
import { missingFrom } from './missing';
import type { Values } from './template';
import type { LetterRequest } from './types';
import { whenInWords } from './when';
import { letterWords } from './words';

const MOST_SKILLS = 6;

/** Every placeholder of a letter with its value, null where there is none. */
export function valuesOf(profile: Profile, request: LetterRequest): Values {
  const { locale, offer, sender, appointment, test, note, reasons, decidedBy, answerBy } = request;
  const w = letterWords[locale];
  const day = (date: string | undefined) => (date ? dayInWords(date, locale) || null : null);
  return {
    ...aboutValues(profile, request),
    name: text(profile.identity.fullName),
    offer: text(offer?.title),
    company: text(offer?.company) ?? text(sender?.company),
    sender: text(sender?.name),
    today: day(request.today),
    when: appointment ? whenInWords(appointment, locale) : null,
    duration: appointment ? w.minutes(appointment.minutes) : null,
    place: text(appointment?.place),
    videoLink: text(appointment?.videoLink),
    people: text(appointment?.people),
    test: text(test?.name),
    testLink: text(test?.link),
    testDuration: test?.minutes ? w.minutes(test.minutes) : null,
    deadline: day(test?.deadline),
    terms: termsOf(request),
    reasons: (reasons ?? []).map((reason) => clean(reason).trim()).filter(Boolean),
    decidedBy: text(decidedBy),
    answerBy: day(answerBy) ?? day(request.terms?.answerBy),
    missing: [...missingFrom(profile, locale), ...(request.alsoAsk ?? [])]
      .map((item) => clean(item).trim())
      .filter(Boolean),
    note: text(note),
    passage: null,
  };
}

const text = (value: string | null | undefined): string | null => clean(value ?? '').trim() || null;

/** What the lines about the candidate say, all of it out of the profile. */
function aboutValues(profile: Profile, { locale, offer }: LetterRequest): Values {
  const current = profile.experiences.find((job) => job.current && job.title && job.employer);
  const last = current ? undefined : profile.experiences.find((job) => job.title && job.employer);
  const months = profile.derived.experienceMonths;
  const degree = profile.education.find((entry) => entry.degree);
  return {
    currentTitle: text(current?.title && lowered(current.title)),
    currentEmployer: text(current?.employer),
    lastTitle: text(last?.title),
    lastEmployer: text(last?.employer),
    lastPeriod: last ? text(periodInWords(last, locale)) : null,
    experience: months !== null && months >= 12 ? monthsInWords(months, locale) : null,
    skills: wantedFirst(
      profile.skills.map(({ name }) => clean(name)),
      offer?.title ?? '',
    ),
    degree: degree
      ? text(
          [degree.degree, degree.field, degree.institution, dateInWords(degree.end, locale)].filter(Boolean).join(', '),
        )
      : null,
    languages: profile.languages.map(({ name, level, levelText }) => {
      const said = level ? words[locale].cefr[level] : levelText;
      return clean(said ? `${name} (${lowered(said)})` : name);
    }),
  };
}

/** « Comptable » inside a sentence is « comptable »; « DRH », « Chef de projet SAP » keep their capitals. */
function lowered(title: string): string {
  return /^\p{Lu}\p{Ll}+(?![\p{L}\d])/u.test(title) ? title.charAt(0).toLocaleLowerCase() + title.slice(1) : title;
}

/** Those that the offer's title names come first; else the CV's own order. */
function wantedFirst(skills: string[], title: string): string[] {
  const wanted = fold(title);
  const named = (skill: string) => wanted.includes(fold(skill));
  return [...skills.filter(named), ...skills.filter((skill) => !named(skill))].slice(0, MOST_SKILLS);
}

const TERMS: Record<Locale, Record<string, string>> = {
  fr: {
    ...{ contract: 'Contrat', start: 'Début', salary: 'Rémunération', hours: 'Temps de travail', place: 'Lieu' },
    trial: 'Période d’essai',
  },
  en: { contract: 'Contract', start: 'Start', salary: 'Salary', hours: 'Hours', place: 'Place', trial: 'Trial period' },
};

function termsOf({ locale, terms = {} }: LetterRequest): string[] {
  const given = terms as Record<string, string | undefined>;
  return Object.entries(TERMS[locale]).flatMap(([key, label]) => {
    const value = text(given[key]);
    if (!value) return [];
    const said = /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayInWords(value, locale) : value;
    return [words[locale].labelled(label, said)];
  });
}
