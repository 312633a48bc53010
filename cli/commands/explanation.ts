import type { ExplainedCandidate, ExplainedField } from '../../lib/analyze';
import { currentLocale } from '../../lib/errors';
import { printable } from '../output';
import { words } from '../words';
import { FEATURES_FR } from './explanation-words';

/** More were weighed now and then; the file has them all. */
const MOST_SHOWN = 5;

const signed = (points: number) => `${points < 0 ? '−' : '+'}${Math.abs(points)}`;
const featureName = (name: string) => (currentLocale() === 'fr' ? (FEATURES_FR[name] ?? name) : name);

const candidateLines = ({ text, line, score, features }: ExplainedCandidate): string[] => [
  `  ${score.toFixed(1).padStart(6)}  ${words.explained.line(line)}  ${text}`,
  ...(features.length > 0
    ? [`          ${features.map(({ name, points }) => `${signed(points)} ${featureName(name)}`).join(', ')}`]
    : []),
];

function fieldLines({ field, chosen, decidedBy, candidates }: ExplainedField): string[] {
  const answer =
    chosen === null ? words.explained.nothing : `${words.explained.quoted(chosen)} (${words.explained.by[decidedBy]})`;
  return [
    `${words.explained.fields[field] ?? field}${words.explained.colon} ${answer}`,
    ...candidates.slice(0, MOST_SHOWN).flatMap(candidateLines),
    ...(candidates.length > MOST_SHOWN ? [`  ${words.explained.more(candidates.length - MOST_SHOWN)}`] : []),
  ];
}

/** How each scored field of one CV was found, for a person to read. Control characters of the CV don't reach the terminal. */
export function explanationText(fileName: string, fields: readonly ExplainedField[]): string {
  const body = fields.length > 0 ? fields.flatMap((field) => ['', ...fieldLines(field)]) : ['', words.explained.none];
  return [`== ${fileName}`, ...body, '', words.explained.rest, ''].map(printable).join('\n');
}
