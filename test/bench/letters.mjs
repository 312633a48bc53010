import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import { letterPerson, writtenPerson } from './letter-people.mjs';
import { said, SENTENCES } from './letter-sentences.mjs';
import { percent, table } from './tables.mjs';

const PEOPLE = 100;
const SHOWN = 24;
/** The profile's language and the letter's, where they differ; to the language of the sentences. */
const COLUMNS = { fr: 'fr', en: 'en', 'fr-en': 'en' };
const NAMES = [
  'now',
  'before',
  'strange',
  'town',
  'oldTown',
  'strangeTown',
  'degree',
  'strangeDegree',
  'school',
  'strangeSchool',
];

/** The check of sentences in letters: how often lies of each kind are caught, and how often a true sentence is lost. Needs no corpus. */
export async function run() {
  const require = createRequire(join(root, 'package.json'));
  const { checkPassage } = require('./dist/lib/documents');
  const { emptyProfile, derive } = require('./dist/lib/profile');
  const counts = {};
  const through = [];
  const lost = [];
  const started = performance.now();
  for (const [column, locale] of Object.entries(COLUMNS)) {
    for (let seed = 1; seed <= PEOPLE; seed++) {
      const { profile, offer, facts } = personOf(column, seed, emptyProfile, derive);
      for (const [kind, wordings] of Object.entries(SENTENCES[locale])) {
        for (const wording of column === 'fr-en' ? wordings.filter(isTranslated) : wordings) {
          const { removed } = checkPassage([said(wording, facts)], profile, offer, locale);
          const count = ((counts[kind] ??= {})[column] ??= [0, 0]);
          count[1]++;
          if (removed.length > 0) count[0]++;
          if (!isTrue(kind) && removed.length === 0) through.push(`${column} ${kind}: ${wording}`);
          if (isTrue(kind) && removed.length > 0) lost.push(`${column}: ${wording} (${removed[0].reason})`);
        }
      }
    }
  }
  const written = byHand(checkPassage, emptyProfile, derive);
  const sums = (count) => Object.values(count).reduce((sum, [, all]) => sum + all, 0);
  const checked = Object.values(counts).reduce((sum, count) => sum + sums(count), 0);
  const ms = (performance.now() - started) / checked;
  const shares = (count) =>
    Object.keys(COLUMNS).map((column) => percent(count[column] && count[column][0] / count[column][1]));
  const row = (kind) => [kind, sums(counts[kind]), ...shares(counts[kind])];
  const head = ['sentences', 'French %', 'English %', 'English about a French profile %'];
  const lies = Object.keys(counts).filter((kind) => !isTrue(kind));
  const tally = (list) => [...list.reduce((map, one) => map.set(one, (map.get(one) ?? 0) + 1), new Map())];
  return {
    result: { counts, written, ms, lost: Object.fromEntries(tally(lost)), through: Object.fromEntries(tally(through)) },
    sections: [
      { title: 'Invented sentences that were taken out', body: table(['kind of lie', ...head], lies.map(row)) },
      {
        title: 'True sentences that were taken out too',
        body: table(['', ...head], Object.keys(counts).filter(isTrue).map(row)),
      },
      {
        title: 'Written by hand',
        body: table(
          ['', 'true', 'kept %', 'lies', 'caught %'],
          Object.entries(written).map(([locale, count]) => [
            locale === 'fr' ? 'French' : 'English',
            ...[count.true, percent(count.kept / count.true), count.lies, percent(count.caught / count.lies)],
          ]),
        ),
      },
      { title: 'Lies that passed', body: table(['wording', 'times'], tally(through).slice(0, SHOWN)) },
      { title: 'True wordings that were lost', body: table(['wording', 'times'], tally(lost).slice(0, SHOWN)) },
      { title: 'Time', body: `${ms.toFixed(2)} ms a sentence` },
    ],
  };
}

/** Twelve people, with what a candidate or a recruiter could write of them and what would be a lie: read again by test/unit/documents/letters/written.spec.ts. */
function byHand(checkPassage, emptyProfile, derive) {
  const people = JSON.parse(readFileSync(join(root, 'test/bench/letter-written.json'), 'utf8'));
  const counts = {};
  for (const person of people) {
    const count = (counts[person.locale] ??= { true: 0, kept: 0, lies: 0, caught: 0 });
    const profile = writtenPerson(person, emptyProfile, derive);
    const passes = (sentence) => checkPassage([sentence], profile, person.offer, person.locale).removed.length === 0;
    count.true += person.true.length;
    count.kept += person.true.filter(passes).length;
    count.lies += person.lies.length;
    count.caught += person.lies.filter((lie) => !passes(lie)).length;
  }
  return counts;
}

const isTrue = (kind) => kind.startsWith('true');

/** The same person in both languages: the names stay, titles and skills are translated, as a model would. */
function personOf(column, seed, emptyProfile, derive) {
  if (column !== 'fr-en') return letterPerson(column, seed, emptyProfile, derive);
  const french = letterPerson('fr', seed, emptyProfile, derive);
  const english = letterPerson('en', seed, emptyProfile, derive);
  french.profile.meta.language = 'fr';
  const names = Object.fromEntries(NAMES.map((name) => [name, french.facts[name]]));
  const offer = { ...french.offer, title: english.offer.title };
  return { profile: french.profile, offer, facts: { ...english.facts, ...names } };
}

/** What was done is worded freely in another language: only names, titles, skills, dates and levels are compared. */
const isTranslated = (wording) => !/\{(?:\w*[dD]eed|also|oldAlso)\}/.test(wording);
