import {
  activityInputs,
  biasAuditInputs,
  compared,
  comparisonInputs,
  listed,
  renderActivity,
  renderBiasAudit,
  renderComparison,
  renderShortlist,
  shortlistInputs,
  type ReportFormat,
} from '../../../lib/documents';
import { auditBias, scoreProfile, type JobOffer } from '../../../lib/match';
import type { TalentPool } from '../../../lib/pool';
import type { Profile } from '../../../lib/profile';
import { accountant, juniorNurse, nurse } from '../match/people';
import { testDatabase, type TestDatabase } from './support/backend';

let database: TestDatabase;
let pool: TalentPool;

beforeAll(async () => {
  database = await testDatabase();
}, 240_000);
afterAll(() => database.close());
beforeEach(async () => {
  await database.clean();
  pool = await database.pool();
});

const by = 'Alice Durand';
const locale = 'fr';
const generatedAt = '2026-02-03T10:00:00Z';
const reason = 'Demande';
const offer: JobOffer = {
  ...{ title: 'Cadre de santé', language: 'fr', text: 'Vous encadrez une équipe de soins palliatifs.' },
  criteria: { mustHave: ['soins palliatifs'], niceToHave: ['anglais B1'] },
};
const NAMES = ['Ondine Vasserot', 'Tibère Lacombrade', 'Maïwenn Ollivro'];

/** Three people in the pool, with their scores. */
async function people() {
  const profiles = [nurse(), juniorNurse(), accountant()].map((profile, index): Profile => {
    const contact = { ...profile.contact, email: `p${index}@exemple.test`, phone: null };
    return { ...profile, contact, identity: { ...profile.identity, fullName: NAMES[index] } };
  });
  const found = [];
  for (const [position, profile] of profiles.entries()) {
    const { candidateId } = await pool.candidates.upsert({ profile });
    found.push({ position, candidateId, profile, score: scoreProfile(profile, offer) });
  }
  return found;
}
type People = Awaited<ReturnType<typeof people>>;

const keep = (name: string, made: ReturnType<typeof shortlistInputs>, who: People | []) =>
  pool.lists.add({ made, people: listed(who) ?? [], name, mimeType: 'text/plain', by });

async function keptShortlist(who: People, format: ReportFormat = 'md') {
  const shown = { offer, rows: who, generatedAt, locale } as const;
  const data = await renderShortlist(shown, format);
  return { data, ...(await keep(`selection.${format}`, shortlistInputs(shown, format, data), who)) };
}

async function keptComparison(who: People) {
  const shown = { ...compared(who), generatedAt, locale } as const;
  const data = await renderComparison(shown, 'md');
  return { data, ...(await keep('comparaison.md', comparisonInputs(shown, 'md', data), who)) };
}

it.each(['pdf', 'xlsx', 'docx', 'md', 'html'] as const)(
  'a shortlist is made again with the same bytes: %s',
  async (format) => {
    const { data, listId } = await keptShortlist(await people(), format);
    const again = await pool.lists.makeAgain(listId);
    expect(again).toMatchObject({ identical: true, leftOut: 0, people: 3 });
    expect(again.data.equals(data)).toBe(true);
    expect(again.sentences.join(' ')).toContain('“Cadre de santé”');
  },
);

it('a comparison, an activity report and a bias audit are made again with the same bytes', async () => {
  const who = await people();
  const comparison = await keptComparison(who);
  const activity = { activity: await pool.activity({}), generatedAt, locale } as const;
  const report = await renderActivity(activity, 'pdf');
  const audit = { audit: auditBias([nurse()], offer, {}), generatedAt, locale } as const;
  const audited = await renderBiasAudit(audit, 'md');
  const kept = [
    comparison,
    { data: report, ...(await keep('activite.pdf', activityInputs(activity, 'pdf', report), [])) },
    { data: audited, ...(await keep('audit.md', biasAuditInputs(audit, 'md', audited), [])) },
  ];
  for (const { listId, data } of kept) {
    const again = await pool.lists.makeAgain(listId);
    expect({ name: again.name, same: again.data.equals(data) }).toEqual({ name: again.name, same: true });
  }
  expect((await pool.lists.list()).map(({ made }) => made.maker).sort()).toEqual([
    'activity',
    'bias-audit',
    'comparison',
  ]);
});

it('a list made from another reading of the same CV is kept, with what that reading said of itself', async () => {
  const who = await people();
  const read = who.map((one) => ({
    ...one,
    profile: { ...one.profile, meta: { ...one.profile.meta, fileName: 'autre-nom.pdf' } },
  }));
  const { listId, data } = await keptShortlist(read);
  const again = await pool.lists.makeAgain(listId);
  expect(again.data.toString('utf8')).toContain('autre');
  expect(again.data.equals(data)).toBe(true);
});

it('a correction made since does not change what the list said', async () => {
  const who = await people();
  const { listId, data } = await keptShortlist(who);
  await pool.candidates.rectify(who[0].candidateId, { by, reason, changes: [{ path: 'headline', value: 'Chef' }] });
  expect((await pool.lists.makeAgain(listId)).data.equals(data)).toBe(true);
});

it('a person who is erased is left out, nothing of theirs stays, and the document says so', async () => {
  const who = await people();
  const { listId } = await keptShortlist(who);
  const comparison = await keptComparison(who);
  const { removed } = await pool.candidates.erase(who[0].candidateId, { by, reason });
  expect(removed.records).toBe(2);
  for (const id of [listId, comparison.listId]) {
    const again = await pool.lists.makeAgain(id);
    const text = again.data.toString('utf8');
    expect(again).toMatchObject({ identical: false, leftOut: 1 });
    expect(text).not.toContain('Vasserot');
    expect(text).toContain('Lacombrade');
    expect(text).toContain('Une personne du document d’origine n’y figure plus');
  }
  const heads = await database.db.selectFrom('vivier.lists').selectAll().execute();
  expect(JSON.stringify(heads)).not.toMatch(/Vasserot|Lacombrade|p0@/);
});

it('says it in every format', async () => {
  const who = await people();
  const rows = who.slice(1);
  for (const format of ['html', 'md'] as const) {
    const text = (await renderShortlist({ offer, rows, generatedAt, locale, leftOut: 2 }, format)).toString('utf8');
    expect(text).toContain('2 personnes du document d’origine');
  }
});

it('a comparison of whom only one is left is refused', async () => {
  const who = await people();
  const { listId } = await keptComparison(who.slice(0, 2));
  await pool.candidates.erase(who[0].candidateId, { by, reason });
  await expect(pool.lists.makeAgain(listId)).rejects.toMatchObject({ code: 'invalid-input' });
});

it('a merge of two entries keeps the list as it was', async () => {
  const who = await people();
  const { listId, data } = await keptShortlist(who);
  await pool.candidates.merge({ keep: who[0].candidateId, remove: who[1].candidateId, by });
  expect((await pool.lists.makeAgain(listId)).data.equals(data)).toBe(true);
});

it('what is said of a person in a list is given to them, and to nobody as a document of its own', async () => {
  const who = await people();
  await keptShortlist(who);
  const { records } = await pool.candidates.export(who[0].candidateId, { by });
  expect(records).toMatchObject([{ kind: 'list_entry', listed: { offerTitle: 'Cadre de santé' } }]);
  expect(records[0].listed?.score).toEqual(who[0].score);
  expect(JSON.stringify(records)).not.toContain('Lacombrade');
  expect(await pool.records.list(who[0].candidateId)).toEqual([]);
});

it('refuses people whom the pool does not hold, and profiles that are no version there', async () => {
  const who = await people();
  const edited = who.map((one) => ({ ...one, profile: { ...one.profile, headline: 'Autre' } }));
  await expect(keptShortlist(edited)).rejects.toMatchObject({ code: 'invalid-input' });
  expect(listed([{ ...who[0], candidateId: undefined }])).toBeNull();
  const made = { ...(await keptShortlist(who)).made, maker: 'constructor' };
  await expect(keep('x.md', made, who)).rejects.toMatchObject({ code: 'invalid-input' });
});
