import type { Locale } from '../../errors';

const WORDS = {
  fr: (count: number) =>
    count === 1
      ? 'Une personne du document d’origine n’y figure plus : ses données ont été effacées ou ne peuvent plus être montrées. Les rangs sont ceux des autres.'
      : `${count} personnes du document d’origine n’y figurent plus : leurs données ont été effacées ou ne peuvent plus être montrées. Les rangs sont ceux des autres.`,
  en: (count: number) =>
    count === 1
      ? 'One person of the first document is no longer in it: their data were erased or may no longer be shown. Ranks are among the others.'
      : `${count} people of the first document are no longer in it: their data were erased or may no longer be shown. Ranks are among the others.`,
};

/** What a list that was made again says of those who are gone; empty when nobody is. */
export const leftOutText = (count: number | undefined, locale: Locale): string => (count ? WORDS[locale](count) : '');
