import type { Locale } from '../../errors';
import type { Profile } from '../../profile';
import { machineNote } from '../machine-note';
import { cvContent } from '../company-cv/content';
import type { CompanyCvOptions } from '../company-cv';
import { dayInWords } from '../dates';
import { type Fields, FIELDS, type Values } from './placeholders';

export interface TemplateOptions {
  locale: Locale;
  /** ISO 8601: « date » in the template. */
  today: string;
  identity?: CompanyCvOptions['identity'];
  code?: string;
  companyName?: string;
  machineNote?: string;
  /** The offer's title, where the item has one. */
  offer?: string;
}

/** What stands for each placeholder, under its French and its English name. Says what the company CV says. */
export function templateData(profile: Profile, options: TemplateOptions): Values {
  const content = cvContent(profile, options);
  const isShown = (options.identity ?? 'name') === 'name';
  const { identity, contact, meta } = profile;
  const town = [contact.postalCode, contact.city].filter(Boolean).join(' ');
  const entries = (list: typeof content.experiences): Values[] =>
    list.map(({ aside, title, subtitle, lines }) => ({
      ...{ dates: aside, title, place: subtitle },
      lines: lines.map(({ text }) => ({ text })),
    }));
  return named(FIELDS, {
    name: content.name,
    firstName: isShown ? identity.firstName : '',
    lastName: isShown ? identity.lastName : '',
    headline: content.headline,
    email: isShown ? contact.email : '',
    phone: isShown ? contact.phone : '',
    address: isShown ? [contact.address, town].filter(Boolean).join(', ') : '',
    city: isShown ? contact.city : '',
    summary: content.summary,
    experiences: entries(content.experiences),
    education: entries(content.education),
    skillGroups: content.skills.map(({ group, names }) => ({
      group,
      skills: names.map(({ text }) => text).join(', '),
    })),
    skills: content.skills.flatMap(({ names }) => names.map(({ text }) => ({ text }))),
    languages: content.languages.map(({ name, level }) => ({ language: name, level })),
    certifications: entries(content.certifications),
    projects: entries(content.projects),
    licences: content.licences.map((text) => ({ text })),
    interests: content.interests.map((text) => ({ text })),
    company: options.companyName ?? '',
    offer: options.offer ?? '',
    date: dayInWords(options.today, options.locale),
    machineNote: machineNote(options.locale, meta.engine, options.machineNote),
  });
}

/** Every value under both of its names, lists all the way down. */
function named(fields: Fields, values: Values): Values {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, { fr, items }]) => {
      const value = values[name] ?? '';
      const given = Array.isArray(value) && items ? value.map((item) => named(items, item)) : value;
      return [
        [name, given],
        [fr, given],
      ];
    }),
  );
}
