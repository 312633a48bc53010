import { z } from 'zod/v4';
import { languageCode } from '../../match';
import { cefr } from '../../profile';
import type { AskedFilter, AskOptions, SearchFilters } from '../types';
import { normalise } from '../words';
import { understoodAs } from './ask-rules';

/** Plain, every field required: what grammars of small models can hold to. Empty texts and 0 mean that nothing was asked. */
const answerSchema = z.object({
  words: z.string(),
  skills: z.array(z.string()),
  minYears: z.number(),
  languages: z.array(z.object({ language: z.string(), level: z.string() })),
  city: z.string(),
});

const MOST_TOKENS = 400;

const TASK = `You turn a recruiter's question about candidates into a search filter. Answer with JSON alone, with these fields:
words (the trade or subject in the question's own words), skills (tools or skills that the question names), minYears (0 if none is asked), languages (language and CEFR level, level "" if none is asked), city ("" if none).
Copy words from the question. Add nothing that it does not say.`;

/**
 * The model may tell words from skills and find a place or a language that rules missed; every value has to stand in the question, and what rules
 * read (years, degree, level) stays.
 */
export async function askedBy(
  model: NonNullable<AskOptions['model']>,
  question: string,
  byRules: AskedFilter,
  locale: 'fr' | 'en',
): Promise<AskedFilter> {
  const prompt = `${TASK}\n\nQuestion: ${question}`;
  const { value } = await model.chatJson({ prompt, schema: answerSchema, maxTokens: MOST_TOKENS });
  const answer = answerSchema.parse(value);
  const said = (value: string) => {
    const words = normalise(value)
      .split(/[^\p{L}\p{N}#+]+/u)
      .filter(Boolean);
    const asked = ` ${normalise(question).replace(/[^\p{L}\p{N}#+]+/gu, ' ')} `;
    return words.length > 0 && words.every((word) => asked.includes(` ${word} `));
  };
  const skills = answer.skills.filter(said).slice(0, 20);
  const filters: SearchFilters = { ...byRules.filters };
  if (skills.length > 0) filters.skills = skills;
  if (!filters.city && !filters.department && said(answer.city)) filters.city = answer.city.trim();
  if (!filters.languages) {
    const languages = answer.languages.filter(({ language }) => said(language) && languageCode(language)).slice(0, 5);
    if (languages.length > 0)
      filters.languages = languages.map(({ language, level }) => ({
        language: languageCode(language) ?? language,
        ...(cefr.safeParse(level).success && said(level) ? { level: cefr.parse(level) } : {}),
      }));
  }
  const taken = new Set(normalise([...skills, filters.city ?? ''].join(' ')).split(/[^\p{L}\p{N}#+]+/u));
  const query = byRules.query
    .split(' ')
    .filter((word) => !taken.has(word))
    .join(' ');
  const asked: AskedFilter = { query, filters, understood: [], by: 'model', rest: query };
  return { ...asked, understood: understoodAs(asked, locale) };
}
