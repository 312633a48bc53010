import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import { startRealModel } from '../fixtures/ollama-server/start.mjs';
import { readJson } from './corpus.mjs';
import { step } from './run.mjs';

/** @typedef {(offer: object, files: string[], day: string) => Promise<number[]>} Likeness of each profile to the offer, in the order of the files */

const built = (folder) => createRequire(import.meta.url)(join(root, 'dist', 'lib', folder));

/**
 * The similarity that Vivier shows beside the score, by itself, as a baseline: what a search by vectors would rank by.
 * @param {boolean} embedding whether to ask a model at all
 * @returns {Promise<{name: string, likeness: Likeness, stop: () => Promise<void>}[]>} by words; by embeddings too where a model is at hand
 */
export async function likenesses(embedding) {
  const byWords = { name: 'baseline: shared words (no model)', likeness: likenessBy(), stop: async () => undefined };
  if (!embedding) return [byWords];
  const model = await startRealModel().catch((error) => {
    step(`no embedding model: ${error.message}`);
    return null;
  });
  if (!model) return [byWords];
  const { embedModel } = model;
  const client = built('ollama').createOllama({ hosts: [model.host], model: embedModel, embedModel });
  const stop = async () => {
    await client.close();
    await model.stop();
  };
  const likeness = likenessBy(remembering(client, embedModel));
  return [byWords, { name: `baseline: embedding cosine (${embedModel})`, likeness, stop }];
}

/** The same people are compared with every offer: each text is asked for once. */
function remembering(client, model) {
  const known = new Map();
  return async (texts, purpose) => {
    const unknown = [...new Set(texts)].filter((text) => !known.has(purpose + text));
    if (unknown.length > 0) {
      const { vectors } = await client.embed({ texts: unknown, purpose });
      unknown.forEach((text, at) => known.set(purpose + text, vectors[at]));
    }
    return { vectors: texts.map((text) => known.get(purpose + text)), model };
  };
}

function likenessBy(embed) {
  const read = new Map();
  const profileOf = (file, day) => {
    const json = readJson(file);
    return json.meta?.referenceDate ? json : built('profile').fromJsonResume(json, day);
  };
  return async (offer, files, day) => {
    for (const file of files) if (!read.has(file)) read.set(file, profileOf(file, day));
    const found = await built('match').similaritiesTo(
      offer,
      files.map((file) => read.get(file)),
      embed,
    );
    const failed = found.find(({ fallback }) => fallback !== null);
    if (failed) throw new Error(`the embedding model failed: ${failed.fallback}`);
    return found.map(({ value }) => value);
  };
}
