import type { Cefr, Language } from '../profile';
import { unknown, type Case, type Finding } from './finding';
import { cefrIn, cefrRank, languageCode, languageName } from './languages';
import { languageMeasure, NO_LEVEL, WRITTEN_IN_IT } from './measures';
import type { Criterion } from './types';
import { words } from './words';

/** A language by the levels of the CEFR; what the CV does not state is unknown, not missing. */
export function evaluateLanguage(criterion: Criterion, { facts, prepared }: Case): Finding {
  const w = words[prepared.locale];
  const code = criterion.languageCode ?? '';
  const name = languageName(code, prepared.locale);
  const { languages, language: ofCv } = facts.profile;
  const spoken = highest(languages.filter((entry) => (entry.code ?? languageCode(entry.name)) === code));
  const level = spoken ? levelOf(spoken) : null;
  const evidence = spoken ? evidenceOf(spoken) : [];
  if (level === null && ofCv === code)
    return { status: 'met', fulfilment: WRITTEN_IN_IT, reason: w.languageOfCv(name), evidence };
  if (!spoken) {
    if (languages.length === 0) return unknown(w.languageUnknown(name));
    return { status: 'missing', fulfilment: 0, reason: w.languageAbsent(name), evidence: [] };
  }
  const wanted = criterion.level as Cefr | undefined;
  if (level === null)
    return wanted === undefined
      ? { status: 'met', fulfilment: WRITTEN_IN_IT, reason: w.languageNamed(name), evidence }
      : { status: 'unknown', fulfilment: NO_LEVEL, reason: w.languageNoLevel(name, wantedName(wanted, w)), evidence };
  return { ...byLevel(level, wanted ?? 'B1', name, w), evidence };
}

/** Of a language that stands in the CV more than once, the best that is said of it; without any level, the first. */
function highest(entries: Language[]): Language | undefined {
  const rank = (entry: Language) => cefrRank(levelOf(entry) ?? 'A1') + (levelOf(entry) === null ? 0 : 1);
  return entries.reduce<Language | undefined>(
    (best, next) => (best && rank(best) >= rank(next) ? best : next),
    undefined,
  );
}

type Sentences = (typeof words)['fr'];

function byLevel(level: Cefr, wanted: Cefr, name: string, w: Sentences): Omit<Finding, 'evidence'> {
  const shown = level === 'native' ? w.nativeSpeaker : level;
  const below = cefrRank(wanted) - cefrRank(level);
  return {
    ...languageMeasure(below),
    reason: below <= 0 ? w.languageMet(name, shown) : w.languageBelow(name, shown, wantedName(wanted, w)),
  };
}

const wantedName = (wanted: Cefr, w: Sentences) => (wanted === 'native' ? w.nativeSpeaker : wanted);

export function levelOf(language: Language): Cefr | null {
  return language.level ?? (language.levelText === null ? null : cefrIn(language.levelText));
}

/** The line that states the level before the one that only names the language. */
function evidenceOf({ evidence }: Language): Finding['evidence'] {
  const proof = evidence.level ?? evidence.levelText ?? evidence.name ?? Object.values(evidence)[0];
  return proof ? [proof] : [];
}
