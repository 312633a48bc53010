import { VivierError } from '../../errors';
import type { PoolContext } from '../context';
import type { AskedFilter, AskOptions, PoolAnswer, SearchInput } from '../types';
import { optionalText, requiredText } from '../validate';
import { askedBy } from './ask-model';
import { readQuestion, understoodAs } from './ask-rules';
import { proofsOf } from './evidence';
import { readFilters } from './filters';
import { searchCandidates } from './search';

const LONGEST_QUESTION = 500;

/** See TalentPool.candidates.understand. What a model adds has to be in the question; what rules found stays. */
export async function understand(
  context: PoolContext,
  question: string,
  options: AskOptions = {},
): Promise<AskedFilter> {
  const text = requiredText(question, 'question', LONGEST_QUESTION);
  const locale = options.locale ?? 'fr';
  const byRules = readQuestion(text, locale, context.now());
  if (!options.model) return byRules;
  try {
    const asked = await askedBy(options.model, text, byRules, locale);
    readFilters(context, asked.filters);
    return asked;
  } catch (error) {
    if (error instanceof VivierError && error.code === 'cancelled') throw error;
    return byRules;
  }
}

/** See TalentPool.candidates.ask. */
export async function askPool(
  context: PoolContext,
  question: string,
  options: AskOptions & SearchInput & { asked?: AskedFilter } = {},
): Promise<PoolAnswer> {
  const { model, locale, asked: changed, ...input } = options;
  const asked = changed
    ? changedFilter(context, changed, locale ?? 'fr')
    : await understand(context, question, { model, locale });
  const result = await searchCandidates(context, {
    highlights: true,
    ...input,
    query: asked.query,
    filters: asked.filters,
  });
  const evidence = result.candidates.map((candidate) => ({
    candidateId: candidate.candidateId,
    proofs: proofsOf(candidate, asked),
  }));
  return { asked, result, evidence, summary: summaryOf(asked, result.total, result.totalIsExact, locale ?? 'fr') };
}

/** As a person changed it: what is shown as understood follows. */
function changedFilter(context: PoolContext, changed: AskedFilter, locale: 'fr' | 'en'): AskedFilter {
  const query = optionalText(changed.query, 'asked.query', LONGEST_QUESTION) ?? '';
  const filters = changed.filters ?? {};
  readFilters(context, filters);
  return {
    query,
    filters,
    understood: understoodAs({ query, filters }, locale),
    by: changed.by ?? 'rules',
    rest: query,
  };
}

function summaryOf(asked: AskedFilter, total: number, exact: boolean, locale: 'fr' | 'en'): string {
  const by = (asked.understood.length > 0 ? asked.understood : understoodAs(asked, locale)).join(' ; ');
  if (locale === 'en') {
    const people = total === 1 ? '1 candidate' : `${exact ? '' : 'more than '}${total} candidates`;
    return `${people} for: ${by || 'everybody'}.`;
  }
  const people = total <= 1 ? `${total} candidat` : `${exact ? '' : 'plus de '}${total} candidats`;
  return `${people} pour : ${by || 'tout le monde'}.`;
}
