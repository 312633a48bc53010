import { terms } from './terms';

/** Phrases that introduce a list of skills in a sentence, folded: « Maîtrise de Word, Excel et Access. ». */
export const SKILL_LEADS: readonly string[] = [
  "maitrise (?:parfaite |avancee |courante )?(?:de |du |des |d')(?:l'|la |outils |logiciels )?",
  "(?:bonnes? |tres bonnes? |parfaite |excellente )?maitrise (?:de |du |des |d')(?:l'|la )?",
  "(?:bonnes? |tres bonnes? |solides? )?connaissances? (?:de base |approfondies? |solides? )?(?:de |du |des |d'|en )",
  "(?:bonne |tres bonne )?pratique (?:de |du |des |d')",
  "utilisation (?:de |du |des |d')",
  "(?:a l'aise|familiarise) avec ",
  "notions? (?:de |du |des |d'|en )",
  "usage (?:de |du |des |d')",
  '(?:confident|proficient|advanced|experienced|regular) (?:user of |in |with |use of )',
  '(?:good |strong |solid |working |basic |excellent |sound )?(?:working )?knowledge of ',
  '(?:proficient|proficiency|experienced|experience|skilled|expertise|competent|fluent|familiar|familiarity|comfortable|expert) (?:in |with |at )',
  '(?:strong |good |excellent )?command of ',
  'familiar with ',
  '(?:sehr )?(?:gute |sichere |fundierte )?(?:kenntnisse|erfahrung|grundkenntnisse|umgang) (?:in |mit |von )',
  'sicher(?:er umgang)? (?:in |mit )',
  'beherrschung von ',
  'dominio (?:de |del )',
  '(?:buenos )?conocimientos? (?:de |del |en )',
  'manejo (?:de |del )',
  'experiencia (?:en |con )',
  'nociones (?:de )',
  '(?:ottima |buona )?(?:conoscenza|padronanza) (?:di |del |della |dei |delle )',
  '(?:goede |uitstekende )?(?:kennis|beheersing|ervaring) (?:van |met |in )',
  '(?:ervaren|vaardig|bekend) (?:in |met )',
];

/** Levels, ratings and other words beside a skill that are not part of it, folded. */
export const LEVEL_WORDS: readonly string[] = terms(`
    debutant; debutante; intermediaire; avance; avancee; confirme; confirmee; expert; experte; maitrise; maitrisee;
    courant; notions; bon niveau; bonnes notions; tres bon niveau; niveau avance; niveau intermediaire;
    niveau debutant; niveau expert; operationnel; excellent; tres bien; bien; bon; moyen; bases; autonome;
    beginner; novice; intermediate; advanced; proficient; master; good; very good; basic; familiar; competent;
    fluent; elementary; skilled; grundkenntnisse; gut; sehr gut; fortgeschritten; anfanger; basico; medio;
    avanzado; alto; experto; base; intermedio; avanzato; ottimo; buono; basis; gevorderd; goed
  `);

/** Headings of groups within skills that themes print and that are no skill. */
export const GROUP_NOISE: readonly string[] = [
  'keywords',
  'level',
  'niveau',
  'skills',
  'competences',
  'highlights',
  'mots cles',
];
