import type { Locale } from '../../../errors';
import { en } from './en';
import { fr } from './fr';
import type { LetterWords } from './types';

export const letterWords: Record<Locale, LetterWords> = { fr, en };
export type { LetterTemplate, LetterWords } from './types';
