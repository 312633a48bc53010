import { invalid, VivierError, type Locale } from '../../errors';
import { compareCandidates, type JobOffer, type Score } from '../../match';
import type { Profile } from '../../profile';
import { renderActivity, type ActivityData } from '../activity';
import { activityWords } from '../activity/words';
import { renderBiasAudit, type BiasAuditData } from '../bias-audit';
import { auditWords } from '../bias-audit/words';
import { renderComparison, type ComparisonData } from '../comparison';
import { comparisonWords } from '../comparison/words';
import type { ReportFormat } from '../report';
import { renderShortlist, type ShortlistData } from '../shortlist';
import { shortlistWords } from '../shortlist/words';
import { words } from '../words';
import { sha256, sortedJson, type DocumentInputs } from './index';

export type Reading = Pick<Profile, 'meta' | 'derived'>;

/** The same for every reading of a CV that found the same in it. */
export function contentSum({ meta: _meta, derived: _derived, ...content }: Profile): string {
  return sha256(sortedJson(content));
}

/** Somebody whom a document about several people names: a reference, and what was said of them there. */
export interface ListedPerson {
  candidateId: string;
  /** See `contentSum`: which version of their profile it was. */
  profileSha256: string;
  /** What each reading of the same CV says anew: when, with what, counted up to which day. */
  reading: Reading;
  score: Score;
}

/** The same, with the profile that the reference leads to. */
export interface FoundPerson {
  /** From 0, in the document that was made first. */
  position: number;
  profile: Profile;
  score: Score;
}

interface Stored {
  locale: Locale;
  generatedAt: string;
}

type Maker = (made: DocumentInputs, people: FoundPerson[], leftOut: number) => Promise<Buffer>;

const MAKERS: Record<string, Maker> = {
  shortlist: (made, people, leftOut) => {
    const { offer, ...rest } = made.options as unknown as Stored & { offer: JobOffer };
    return renderShortlist({ ...rest, offer, rows: people, leftOut }, made.format as ReportFormat);
  },
  comparison: (made, people, leftOut) => {
    if (people.length < 2) {
      throw invalid('comparison', 'fewer than two of its people are left', 'il reste moins de deux de ses personnes');
    }
    const { locale, generatedAt } = made.options as unknown as Stored;
    return renderComparison({ ...compared(people), locale, generatedAt, leftOut }, made.format as ReportFormat);
  },
  'bias-audit': (made) => renderBiasAudit(made.options as unknown as BiasAuditData, made.format as ReportFormat),
  activity: (made) => renderActivity(made.options as unknown as ActivityData, made.format as ReportFormat),
};

/** Documents about several people, or about numbers alone. */
export const LIST_MAKERS = Object.keys(MAKERS);

const idOf = (position: number) => String(position + 1);

/** People side by side, called by their names, or by their number where the CV has none. */
export function compared(people: FoundPerson[]): Pick<ComparisonData, 'comparison' | 'names'> {
  return {
    comparison: compareCandidates(people.map(({ position, score }) => ({ id: idOf(position), score }))),
    names: Object.fromEntries(
      people.map(({ position, profile }) => [idOf(position), profile.identity.fullName ?? idOf(position)]),
    ),
  };
}

const readingOf = ({ meta, derived }: Profile): Reading => ({ meta, derived });

/** Null for somebody whom the talent pool does not know: what they are in could not be erased with them. */
export const listed = (people: { candidateId?: string; profile: Profile; score: Score }[]): ListedPerson[] | null => {
  const known = people.flatMap(({ candidateId, profile, score }) =>
    candidateId ? [{ candidateId, profileSha256: contentSum(profile), reading: readingOf(profile), score }] : [],
  );
  return known.length === people.length ? known : null;
};

/** What a shortlist was made from, but for the people, who are referred to. */
export function shortlistInputs(
  { offer, locale, generatedAt }: ShortlistData,
  format: ReportFormat,
  data: Uint8Array,
): DocumentInputs {
  const said = { id: offer.id ?? null, title: offer.title, sha256: sha256(sortedJson(offer)) };
  return inputs(
    'shortlist',
    format,
    { offer, locale, generatedAt },
    [words[locale], shortlistWords[locale]],
    data,
    said,
  );
}

export function comparisonInputs(
  { comparison, locale, generatedAt }: ComparisonData,
  format: ReportFormat,
  data: Uint8Array,
): DocumentInputs {
  const { offer } = comparison;
  const said = { ...offer, sha256: sha256(sortedJson(offer)) };
  return inputs('comparison', format, { locale, generatedAt }, [words[locale], comparisonWords[locale]], data, said);
}

export const activityInputs = (activity: ActivityData, format: ReportFormat, data: Uint8Array): DocumentInputs =>
  inputs('activity', format, activity, [activityWords[activity.locale]], data, null);

/** Counts by group, and nobody's name. */
export function biasAuditInputs(shown: BiasAuditData, format: ReportFormat, data: Uint8Array): DocumentInputs {
  const { offer } = shown.audit;
  const said = { ...offer, sha256: sha256(sortedJson(offer)) };
  return inputs('bias-audit', format, shown, [auditWords[shown.locale]], data, said);
}

function inputs(
  maker: string,
  format: ReportFormat,
  options: object,
  wording: unknown[],
  data: Uint8Array,
  offer: DocumentInputs['offer'],
): DocumentInputs {
  return {
    ...{ maker, format, offer, model: null, profileSha256: null, sha256: sha256(data) },
    template: { name: maker, version: sha256(sortedJson(wording)) },
    options: JSON.parse(JSON.stringify(options)) as Record<string, unknown>,
  };
}

/**
 * The same document from the same inputs, about those who are still there; `leftOut` of the first document's people are not.
 * @throws VivierError `invalid-input` for a kind that is no such list, and for a comparison of fewer than two.
 */
export async function makeListAgain(made: DocumentInputs, people: FoundPerson[], leftOut: number): Promise<Buffer> {
  if (!Object.hasOwn(MAKERS, made.maker)) throw new VivierError('invalid-input', { what: made.maker });
  return await MAKERS[made.maker](made, people, leftOut);
}
