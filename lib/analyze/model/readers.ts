import type { ExtractedDocument } from '../../extract';
import { levelOf, readLanguages } from '../rules/languages';
import { rowsOf } from '../rules/rows';
import { degreeIn } from '../rules/score';
import type { Readers } from './claims';

/** The rules' own reading of words that the model pointed at, so that codes and levels mean the same whoever found the words. */
export function readersFor(document: ExtractedDocument): Readers {
  const rowsWith = (text: string) => rowsOf({ ...document, text, lines: [{ number: 1, page: 1, text }] });
  return {
    degreeLevel: (degree) => degreeIn(degree)?.level ?? null,
    languageCode: (name) => readLanguages(rowsWith(name))[0]?.code ?? null,
    cefr: levelOf,
  };
}
