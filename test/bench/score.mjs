import { join } from 'node:path';
import { bm25, wordOverlap } from './baselines.mjs';
import { readJson, writeJson } from './corpus.mjs';
import { likenesses } from './embedding.mjs';
import { fromCvs, fromTruth, stringsIn } from './people.mjs';
import { emptyFolder, runCli, runNode, step } from './run.mjs';
import { measureScale, scaleSection } from './scale.mjs';
import { decimal, table } from './tables.mjs';

/** What of an offer is given: all of it, or only what an advertisement shows. */
const QUERIES = {
  'with criteria': (offer) => offer,
  'title and text': ({ criteria: _, ...advertisement }) => advertisement,
};

/** Each: (offer, people, options, day) → ordered, maybe later, `{id, score}`, as the corpus' scorer wants it. */
const RANKERS = {
  '**Vivier**': byVivier,
  'baseline: BM25': (offer, people) => byWords(bm25, offer, people),
  'baseline: word overlap': (offer, people) => byWords(wordOverlap, offer, people),
};

/** Ranks everybody for every offer: from one CV each, and from the truth itself, to tell errors of reading from errors of judgement. */
export async function run(options, entries) {
  const labels = readJson(join(options.bench, 'offers', options.split, 'labels.json'));
  const offers = Object.keys(labels.offers).map((id) =>
    readJson(join(options.bench, 'offers', options.split, `${id}.json`)),
  );
  const day = `${labels.asOf}-01`;
  if (options.scale) {
    const scale = measureScale(fromTruth(options, entries), offers, day);
    return { sections: [scaleSection(scale)], result: scale };
  }
  const sources = { 'one CV each': fromCvs(options, entries, day), 'the truth': fromTruth(options, entries) };

  const similar = await likenesses(options.embedding);
  const rankers = {
    ...RANKERS,
    ...Object.fromEntries(similar.map(({ name, likeness }) => [name, byLikeness(likeness)])),
  };
  const rankAll = async (source, query, ranker) => {
    step(`${source}, ${query}: ${ranker}`);
    const name = [source, query, ranker].join(' ').replace(/\W+/g, '-');
    const folder = emptyFolder(join(options.out, 'score', 'rankings', name));
    for (const offer of offers) {
      const ranking = await rankers[ranker](QUERIES[query](offer), sources[source], options, day);
      writeJson(join(folder, `${offer.id}.json`), ranking);
    }
    return { source, query, ranker, people: sources[source].length, ...judge(options, folder) };
  };
  const result = [];
  for (const source of Object.keys(sources))
    for (const query of Object.keys(QUERIES))
      for (const ranker of Object.keys(rankers)) result.push(await rankAll(source, query, ranker));
  for (const { stop } of similar) await stop();
  return { sections: sectionsOf(result, offers.length), result };
}

function byVivier(offer, people, options, day) {
  const file = join(options.out, 'score', 'offer.json');
  writeJson(file, offer);
  const idOf = new Map(people.map((person) => [person.file, person.id]));
  const printed = runCli(['score', '--json', '--reference-date', day, '--offer', file, ...idOf.keys()]);
  return JSON.parse(printed).map((entry) => ({ id: idOf.get(entry.file), score: entry.score }));
}

/** Ties by id, so that the manifest's order gives nobody an advantage. */
function byWords(baseline, { title, text, criteria }, people) {
  const query = stringsIn([title, text, criteria]).join('\n');
  const points = baseline(
    query,
    people.map((person) => person.text),
  );
  return inOrder(people.map(({ id }, index) => ({ id, score: points[index] })));
}

const byLikeness = (likeness) => async (offer, people, _options, day) => {
  const points = await likeness(
    offer,
    people.map(({ file }) => file),
    day,
  );
  return inOrder(people.map(({ id }, index) => ({ id, score: points[index] })));
};

const inOrder = (rows) => rows.sort((a, b) => b.score - a.score || a.id.localeCompare(b.id));

function judge({ bench, split }, folder) {
  const printed = runNode(join(bench, 'offers', 'score-ranking.mjs'), [folder, split, '--json']);
  const { groups, offers } = JSON.parse(printed);
  return { groups, offers };
}

const figures = ({ ndcg10, mrr3 }) => [decimal(ndcg10, 3), decimal(mrr3, 3)];

/** "Hard" traps mislead a search by words: it puts someone unfit first. */
function sectionsOf(result, offers) {
  const ranking = result.map(({ source, query, ranker, people, groups: { all } }) => [
    ...[source, people, query, ranker],
    ...[...figures(all), decimal(all.first3, 2)],
  ]);
  const traps = result
    .filter(({ source }) => source === 'one CV each')
    .map(({ query, ranker, groups }) => [query, ranker, ...figures(groups.traps), ...figures(groups['hard traps'])]);
  const [{ groups }] = result;
  const [trapped, misleading] = [groups.traps.offers, groups['hard traps'].offers];
  return [
    {
      title: `Ranking for ${offers} offers`,
      body: table(
        [
          'people from',
          'people',
          'offer',
          'ranked by',
          'nDCG@10',
          'MRR of the best grade',
          'best grade in first place',
        ],
        ranking,
      ),
    },
    {
      title: `Offers with a trap (${trapped}), and those that mislead a search by words (${misleading}), from the CVs`,
      body: table(['offer', 'ranked by', 'nDCG@10', 'MRR', 'misleading: nDCG@10', 'misleading: MRR'], traps),
    },
  ];
}
