import type { Locale } from '../../errors';

/** Reasons that a person may choose from when they refuse an application; each is about the post, not the person. Alphabetical by key. */
export const USUAL_REASONS = {
  closer: {
    fr: 'D’autres candidatures étaient plus proches de ce que demande le poste.',
    en: 'Other applications were closer to what the post asks for.',
  },
  experience: {
    fr: 'Le poste demande une expérience que nous n’avons pas trouvée dans votre dossier.',
    en: 'The post asks for experience that we did not find in your file.',
  },
  filled: { fr: 'Le poste a été pourvu.', en: 'The post has been filled.' },
  level: {
    fr: 'Le poste demande un diplôme ou une habilitation que nous n’avons pas trouvés dans votre dossier.',
    en: 'The post asks for a degree or a licence that we did not find in your file.',
  },
  skills: {
    fr: 'Le poste demande des compétences que nous n’avons pas trouvées dans votre dossier.',
    en: 'The post asks for skills that we did not find in your file.',
  },
  withdrawn: { fr: 'Le poste n’est plus à pourvoir.', en: 'The post is no longer open.' },
} satisfies Record<string, Record<Locale, string>>;

export type UsualReason = keyof typeof USUAL_REASONS;

/** The sentences of chosen reasons; unknown keys are left out. */
export const usualReasons = (keys: string[], locale: Locale): string[] =>
  keys.filter((key): key is UsualReason => Object.hasOwn(USUAL_REASONS, key)).map((key) => USUAL_REASONS[key][locale]);
