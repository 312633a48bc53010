import { createRequire } from 'node:module';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { root } from '../../scripts/lib/paths.mjs';
import { readJson } from './corpus.mjs';
import { step } from './run.mjs';
import { decimal, median, table } from './tables.mjs';

/** A million candidates side by side would fill the memory; they are scored in parts of so many, one after the other. */
const PART = 100_000;
const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const OFFERS = 1_000;
const MIXTURES = 500;

/** A sequence that looks random and is the same in every run (Park and Miller's generator). */
function sequence(seed) {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/**
 * Time to score stored candidates, one core: mixtures of the corpus' people, repeated to the size wanted.
 * @param {{file: string}[]} people profiles that `fromJsonResume` reads
 * @param {object[]} offers
 * @param {string} day
 */
export function measureScale(people, offers, day) {
  const lib = createRequire(import.meta.url)(join(root, 'dist', 'lib', 'match'));
  const { fromJsonResume } = createRequire(import.meta.url)(join(root, 'dist', 'lib', 'profile'));
  const profiles = people.map(({ file }) => fromJsonResume(readJson(file), day));
  const start = performance.now();
  const facts = mixturesOf(profiles).map((profile) => lib.prepareCandidate(profile));
  const preparing = (performance.now() - start) / facts.length;
  const prepared = offers.map((offer) => lib.prepareOffer(offer));
  const sizes = SIZES.map((size) => ({ size, ms: timeOf(lib, facts, prepared, size) }));
  return { preparing, bytes: JSON.stringify(facts[0]).length, sizes, ...single(lib, profiles, facts, prepared) };
}

function mixturesOf(profiles) {
  const next = sequence(2026);
  const pick = () => profiles[Math.floor(next() * profiles.length)];
  return Array.from({ length: MIXTURES }, () => {
    const [one, other] = [pick(), pick()];
    return {
      ...one,
      experiences: [...one.experiences, ...other.experiences].filter(() => next() < 0.6),
      skills: [...one.skills, ...other.skills].filter(() => next() < 0.6),
    };
  });
}

/** Median over a few offers of the milliseconds that the best fifty of so many take. */
function timeOf(lib, facts, prepared, size) {
  step(`${size} candidates`);
  const times = prepared.slice(0, size > PART ? 1 : 5).map(() => 0);
  for (let done = 0; done < size; done += PART) {
    const index = new lib.CandidateIndex();
    for (let at = 0; at < Math.min(PART, size - done); at += 1) index.add(facts[at % facts.length]);
    times.forEach((_, place) => {
      const start = performance.now();
      new lib.QuickScorer(prepared[place], index).best(50);
      times[place] += performance.now() - start;
    });
  }
  return median(times);
}

function single(lib, profiles, facts, prepared) {
  const candidates = profiles.map((profile) => lib.readCandidate(profile));
  const explained = medianOf(9, () => {
    for (const candidate of candidates) lib.scoreProfile(candidate, prepared[0]);
  });
  const index = new lib.CandidateIndex([facts[0]]);
  const stored = Array.from({ length: OFFERS }, (_, at) => ({ ...prepared[at % prepared.length] }));
  const forCandidate = medianOf(9, () => {
    for (const offer of stored) new lib.QuickScorer(offer, index).score(0);
  });
  return { explained: explained / candidates.length, forCandidate };
}

function medianOf(times, work) {
  return median(
    Array.from({ length: times }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );
}

export function scaleSection({ preparing, bytes, sizes, explained, forCandidate }) {
  const rows = sizes.map(({ size, ms }) => [String(size), decimal(ms, 0), decimal((ms * 1000) / size, 1)]);
  const body = [
    table(['stored candidates', 'ms for the best 50', 'µs each'], rows),
    '',
    `one candidate against one offer, with reasons: ${decimal(explained, 2)} ms; ${OFFERS} offers for a candidate: ${decimal(forCandidate, 0)} ms;`,
    `preparing one candidate, once: ${decimal(preparing, 1)} ms, ${bytes} bytes as JSON`,
  ];
  return { title: 'Scoring stored candidates, on one core', body: body.join('\n') };
}
