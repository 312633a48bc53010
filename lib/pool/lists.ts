import { randomUUID } from 'node:crypto';
import {
  contentSum,
  LIST_MAKERS,
  makeListAgain,
  sha256,
  type DocumentInputs,
  type ListedPerson,
  type Reading,
} from '../documents';
import { currentLocale } from '../errors';
import type { Score } from '../match';
import { SYSTEM } from './audit';
import { listVersions } from './candidates/read';
import { transact, type PoolContext } from './context';
import { explainMade } from './explained';
import { lockCandidate } from './rights/hold';
import { openProfile, openText, place, sealText } from './sealed';
import type { ListRow, RecordRow } from './tables';
import type { ListInfo, NewList, PageInput, RemadeList } from './types';
import { invalid, notFound, optionalText, page, requiredText, storableJson, uuid } from './validate';

/** What is sealed in a person's entry. */
interface Entry {
  position: number;
  score: Score;
  reading: Reading;
}

const NOTHING = Buffer.alloc(0);

/**
 * Keeps what a document about several people was made from, and not the document: what is said of a person stands in an entry of theirs, which
 * refers to a version of their profile and goes with them.
 */
export async function addList(context: PoolContext, input: NewList): Promise<ListInfo> {
  const { made, people } = input ?? {};
  if (!LIST_MAKERS.some((maker) => maker === made?.maker))
    throw invalid(
      'made',
      'a shortlist, a comparison or an activity report is expected',
      'une sélection, une comparaison ou un rapport d’activité est attendu',
    );
  if (!Array.isArray(people)) throw invalid('people', 'a list is expected', 'une liste est attendue');
  const row: ListRow = {
    id: randomUUID(),
    name: requiredText(input.name, 'name', 500),
    mime_type: requiredText(input.mimeType, 'mimeType', 200),
    people: people.length,
    made: storableJson(made) as DocumentInputs,
    created_by: optionalText(input.by, 'by', 200) ?? SYSTEM,
    created_at: context.now(),
  };
  const entries: RecordRow[] = [];
  for (const [position, person] of people.entries()) entries.push(await entryOf(context, row, person, position));
  return transact(context, async (trx) => {
    for (const id of [...new Set(entries.map(({ candidate_id }) => candidate_id))].sort()) await lockCandidate(trx, id);
    await trx
      .insertInto('vivier.lists')
      .values({ ...row, made: JSON.stringify(row.made) })
      .execute();
    for (const entry of entries) await trx.insertInto('vivier_personal.records').values(entry).execute();
    return toInfo(row);
  });
}

async function entryOf(
  context: PoolContext,
  list: ListRow,
  { candidateId, ...person }: ListedPerson,
  position: number,
) {
  const { secrets } = context;
  const candidate_id = uuid(candidateId, 'candidateId');
  const versions = await listVersions(context, candidate_id);
  const version = versions.findLast(({ profile }) => contentSum(profile) === person.profileSha256)?.version;
  if (version === undefined) {
    throw invalid(
      'people',
      `the pool does not hold the profile of number ${position + 1} as it stands in the list; save it before`,
      `le vivier ne contient pas le profil du numéro ${position + 1} tel qu’il figure dans la liste ; enregistrez-le d’abord`,
    );
  }
  const id = randomUUID();
  const entry: Entry = { position, score: person.score, reading: person.reading };
  return {
    ...{ id, candidate_id, application_id: null, kind: 'list_entry', list_id: list.id },
    name: sealText(secrets, list.name, place.recordName(id)),
    ...{ mime_type: list.mime_type, byte_size: 0, content: secrets.seal(NOTHING, place.record(id)) },
    ...{ created_by: list.created_by, created_at: list.created_at, profile_version: version },
    details: sealText(secrets, JSON.stringify(storableJson(entry)), place.recordDetails(id)),
  };
}

/** Newest first. */
export async function listLists(context: PoolContext, input: PageInput = {}): Promise<ListInfo[]> {
  const { limit, offset } = page(input);
  const rows = await context.db
    .selectFrom('vivier.lists')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(toInfo);
}

/** See TalentPool.lists.makeAgain. */
export async function remakeList(context: PoolContext, listId: string): Promise<RemadeList> {
  const id = uuid(listId, 'listId');
  const row = await context.db.selectFrom('vivier.lists').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound('document');
  const people = await peopleOf(context, id);
  const leftOut = Math.max(0, row.people - people.length);
  const data = await makeListAgain(row.made, people, leftOut);
  return {
    ...toInfo(row),
    ...{ data, leftOut, identical: sha256(data) === row.made.sha256 },
    sentences: explainMade({ ...toInfo(row), leftOut }, currentLocale()),
  };
}

/** Who is still there, in the document's order, as they were then. */
async function peopleOf({ db, secrets }: PoolContext, listId: string) {
  const rows = await db
    .selectFrom('vivier_personal.records as entry')
    .innerJoin('vivier_personal.candidate_profiles as version', (join) =>
      join
        .onRef('version.candidate_id', '=', 'entry.candidate_id')
        .onRef('version.version', '=', 'entry.profile_version'),
    )
    .select(['entry.id', 'entry.details', 'version.candidate_id', 'version.version', 'version.body'])
    .where('entry.list_id', '=', listId)
    .execute();
  return rows
    .flatMap(({ id, details, body, candidate_id, version }) => {
      if (!details) return [];
      const entry = JSON.parse(openText(secrets, details, place.recordDetails(id))) as Entry;
      const { position, score, reading } = entry;
      return [{ position, score, profile: { ...openProfile(secrets, body, candidate_id, version), ...reading } }];
    })
    .sort((a, b) => a.position - b.position);
}

/** The lists that name a person, for them. Newest first. */
export async function listsNaming({ db, secrets }: PoolContext, candidateId: string) {
  const rows = await db
    .selectFrom('vivier_personal.records as entry')
    .innerJoin('vivier.lists as list', 'list.id', 'entry.list_id')
    .select(['entry.id', 'entry.details', 'entry.profile_version', 'list.name', 'list.mime_type', 'list.made'])
    .select('entry.created_at')
    .where('entry.candidate_id', '=', candidateId)
    .orderBy('entry.created_at', 'desc')
    .execute();
  return rows.map(({ id, details, ...row }) => ({
    ...row,
    score: details ? (JSON.parse(openText(secrets, details, place.recordDetails(id))) as Entry).score : null,
  }));
}

const toInfo = (row: ListRow): ListInfo => ({
  listId: row.id,
  name: row.name,
  mimeType: row.mime_type,
  by: row.created_by,
  createdAt: row.created_at.toISOString(),
  people: row.people,
  made: row.made,
});
