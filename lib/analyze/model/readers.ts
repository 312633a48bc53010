import { levelOf, readLanguages } from '../rules/languages';
import { degreeIn } from '../rules/score';
import type { Row } from '../rules/rows';
import type { Readers } from './claims';

/** A text that stands for itself, without the looks of a page. */
function bareRow(text: string): Row {
  return {
    number: 1,
    page: 1,
    block: 0,
    text,
    cells: [text],
    bullet: false,
    upper: false,
    bold: false,
    heading: false,
    ruled: false,
    size: null,
    x0: null,
    x1: null,
    y: null,
    gapAbove: false,
  };
}

/** The rules' own reading of words that the model pointed at, so that codes and levels mean the same whoever found the words. */
export const ruleReaders: Readers = {
  degreeLevel: (degree) => degreeIn(degree)?.level ?? null,
  languageCode: (name) => readLanguages([bareRow(name)])[0]?.code ?? null,
  cefr: levelOf,
};
