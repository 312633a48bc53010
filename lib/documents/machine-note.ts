import type { Locale } from '../errors';
import type { EngineName } from '../profile';
import { clean } from './clean';

const WORDS: Record<Locale, { laidOut: string; read: string; keywords: string }> = {
  fr: {
    laidOut: 'Document mis en page automatiquement à partir du CV, sans rien y ajouter.',
    read: 'Document mis en page automatiquement à partir du CV, lu avec l’aide d’un modèle de langage ; rien n’y a été ajouté.',
    keywords: 'produit avec une aide automatique',
  },
  en: {
    laidOut: 'Laid out automatically from the CV; nothing was added.',
    read: 'Laid out automatically from the CV, which was read with the help of a language model; nothing was added.',
    keywords: 'made with automatic help',
  },
};

/** The line that says that a machine helped. The sender may word it otherwise; left empty, it is ours: it is never silently absent. */
export function machineNote(locale: Locale, engine: EngineName, own?: string): string {
  const given = clean(own ?? '').trim();
  return given || WORDS[locale][engine === 'rules' ? 'laidOut' : 'read'];
}

/** The same for programs: among the keywords of a document's properties. */
export const machineKeywords = (locale: Locale): string => WORDS[locale].keywords;
