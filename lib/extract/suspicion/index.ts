import { currentLocale } from '../../errors';
import type { Warning } from '../../profile';
import type { ExtractedDocument } from '../types';
import { findInstructions } from './instructions';

export { findInstructions, type InstructionLike } from './instructions';
export { payloads, type BesideText } from './payload';

/** Numbers of the lines that a warning names; more are counted only. */
const MOST_NAMED = 5;

/** A warning that names the visible lines that speak to a program, without judging why they are there; none for an ordinary CV. */
export function instructionWarnings(lines: ExtractedDocument['lines']): Warning[] {
  const starts: number[] = [];
  let at = 0;
  for (const line of lines) {
    starts.push(at);
    at += line.text.length + 1;
  }
  const places = findInstructions(lines.map((line) => line.text).join('\n'));
  if (places.length === 0) return [];
  const numbers = [
    ...new Set(places.map((place) => lines[starts.findLastIndex((start) => start <= place.from)].number)),
  ];
  const named = numbers.slice(0, MOST_NAMED).join(', ') + (numbers.length > MOST_NAMED ? '…' : '');
  return [
    {
      code: 'instructions-in-text',
      message: currentLocale() === 'fr' ? inFrench(named, numbers.length) : inEnglish(named, numbers.length),
    },
  ];
}

const inFrench = (lines: string, count: number) =>
  `Le texte contient ${count > 1 ? 'des passages qui semblent s’adresser' : 'un passage qui semble s’adresser'} à un logiciel plutôt qu’à une personne (ligne${count > 1 ? 's' : ''} ${lines}). Il est traité comme du simple texte et n’a aucun effet sur l’analyse ; relisez-le avant de conclure.`;
const inEnglish = (lines: string, count: number) =>
  `The text has ${count > 1 ? 'passages that seem' : 'a passage that seems'} addressed to software rather than to a person (line${count > 1 ? 's' : ''} ${lines}). It is treated as plain text and has no effect on the analysis; read it before you conclude anything.`;
