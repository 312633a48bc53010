import type { Locale } from '../errors';

const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;

const tag = (locale: Locale) => (locale === 'en' ? 'en-GB' : locale);

export const dayOf = (moment: string, locale: Locale): string =>
  new Intl.DateTimeFormat(tag(locale), options).format(new Date(moment));

/** To the second, in UTC, as the log has it. */
export const momentOf = (moment: string): string => `${moment.slice(0, 10)} ${moment.slice(11, 19)} UTC`;
