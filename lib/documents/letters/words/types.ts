import type { LetterKind } from '../types';

/**
 * A paragraph stands when every `{placeholder}` in it has a value, and is left out when one has none. A paragraph that begins with « • » is a list, one line for
 * each value of its placeholder. Of paragraphs that share a mark such as `?closing`, the first that stands is used.
 */
export interface LetterTemplate {
  subject: string[];
  paragraphs: string[];
}

export interface LetterWords {
  templates: Record<LetterKind, LetterTemplate>;
  /** What a cover letter says when no model words it; first person. */
  about: string[];
  missing: {
    email: string;
    phone: string;
    city: string;
    jobDates: (title: string) => string;
    jobTitle: (employer: string) => string;
    jobs: string;
    education: string;
    degreeYear: (degree: string) => string;
    languages: string;
    languageLevel: (language: string) => string;
    skills: string;
  };
  placeAndDay: (place: string, day: string) => string;
  machineLine: (model: string) => string;
  and: string;
  minutes: (count: number) => string;
  why: Record<string, (words: string) => string>;
  interview: (offer: string, name: string) => string;
  subjectMark: RegExp;
  at: (day: string, time: string, town: string) => string;
}
