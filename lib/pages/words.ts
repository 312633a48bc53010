import type { Locale } from '../errors';
import { en } from './words-en';
import { fr } from './words-fr';

export type PageWords = typeof fr;

export const pageWords: Record<Locale, PageWords> = { fr, en };

/** One of many names for one of many values; the value itself when there is none. */
export const named = (names: Record<string, string>, value: string): string => names[value] ?? value;
