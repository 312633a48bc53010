import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../../lib/analyze';
import { extractDocument, type ExtractedDocument } from '../../../lib/extract';
import { createOllama, HostRegistry, type OllamaClient, type OllamaConfig } from '../../../lib/ollama';
import { profileSchema, type Evidence, type Profile } from '../../../lib/profile';
import { startRealModel, type RealModel } from './real-model';

jest.setTimeout(280_000);

const REFERENCE_DATE = '2026-11-01';
const FILE = 'cv-lea-quintavalle.txt';

let real: RealModel;
let ollama: OllamaClient;
let document: ExtractedDocument;
let rules: Profile;
let both: Profile;

function client(config: Partial<OllamaConfig> = {}): OllamaClient {
  const own = { hosts: [real.host], model: real.model, contextTokens: 3072 };
  return createOllama({ ...own, ...config }, { hosts: new HostRegistry(), backoffMs: 10 });
}

beforeAll(async () => {
  real = await startRealModel();
  ollama = client();
  const data = readFileSync(join(__dirname, '../../../samples/cvs', FILE));
  document = await extractDocument({ data, fileName: FILE });
  rules = await analyze(document, { engine: 'rules', referenceDate: REFERENCE_DATE });
  both = await analyze(document, { engine: 'auto', ollama, referenceDate: REFERENCE_DATE });
});

afterAll(async () => {
  await ollama?.close();
  await real?.stop();
});

/** Letters and digits alone, written apart from the code under test. */
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

interface Backed {
  evidence: Record<string, Evidence>;
}

/** Every object of a profile that carries evidence. */
function backed(value: unknown): Backed[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'evidence' in value ? [value as Backed] : [];
  const parts = Array.isArray(value)
    ? value
    : Object.entries(value).flatMap(([key, part]) => (key === 'evidence' ? [] : [part]));
  return [...own, ...parts.flatMap(backed)];
}

describe('a sample CV read by rules and model', () => {
  it('the profile is valid, and says which model read it and what that took', () => {
    expect(profileSchema.safeParse(both).error).toBeUndefined();
    expect(both.meta.warnings.map(({ code }) => code)).not.toContain('model-unavailable');
    expect(both.meta.model).toMatchObject({ name: real.model, digest: expect.any(String) });
    expect(both.meta.model?.requests).toBeGreaterThan(0);
    expect(both.meta.model?.tokensOut).toBeGreaterThan(0);
  });

  it('every quote stands in the lines that it cites', () => {
    for (const { evidence } of backed(both)) {
      for (const { lines, quote, page } of Object.values(evidence)) {
        const cited = document.lines.filter(({ number }) => number >= lines[0] && number <= lines[1]);
        expect(plain(cited.map(({ text }) => text).join(' '))).toContain(plain(quote).slice(0, 150));
        expect(page).toBe(cited[0]?.page);
      }
    }
  });

  it('every text that the model alone gave is what its quote says', () => {
    for (const holder of backed(both)) {
      for (const [field, { source, quote }] of Object.entries(holder.evidence)) {
        const value = (holder as unknown as Record<string, unknown>)[field];
        if (source !== 'model' || typeof value !== 'string' || /^\d{4}/.test(value)) continue;
        expect(plain(quote)).toBe(plain(value).slice(0, plain(quote).length));
      }
    }
  });

  it('nothing of the rules is lost: each value is still there, or kept as the other side of a disagreement', () => {
    const kept = plain(JSON.stringify([both, both.meta.disagreements]));
    const { identity, contact, experiences, education, skills, languages, interests } = rules;
    const values = [
      ...[identity.fullName, contact.email, contact.phone, contact.city, rules.headline, rules.summary],
      ...experiences.flatMap(({ employer, title, start, end, place, description }) => [
        employer,
        title,
        start,
        end,
        place,
        description,
      ]),
      ...education.flatMap(({ institution, degree, start, end }) => [institution, degree, start, end]),
      ...[...skills, ...languages, ...interests].map(({ name }) => name),
    ];
    for (const value of values) if (value) expect(kept).toContain(plain(JSON.stringify(value)));
  });

  it('the profile is never below that of the rules alone', () => {
    expect(both.contact).toMatchObject({
      email: rules.contact.email,
      phone: rules.contact.phone,
      links: rules.contact.links,
    });
    expect(both.experiences.slice(0, rules.experiences.length).map(({ start, end }) => [start, end])).toEqual(
      rules.experiences.map(({ start, end }) => [start, end]),
    );
    for (const list of ['experiences', 'education', 'skills', 'languages', 'interests'] as const) {
      expect(both[list].length).toBeGreaterThanOrEqual(rules[list].length);
    }
    expect(both.derived.completeness).toBeGreaterThanOrEqual(rules.derived.completeness);
  });
});

describe('when the model cannot be used', () => {
  const facts = ({ meta: _meta, ...rest }: Profile) => rest;

  it('time spent: “auto” gives the rules’ profile with a warning, “model” fails', async () => {
    const options = { ollama, referenceDate: REFERENCE_DATE, timeoutMs: 50 };
    const profile = await analyze(document, { ...options, engine: 'auto' });
    expect(facts(profile)).toEqual(facts(rules));
    expect(profile.meta).toMatchObject({ engine: 'rules', status: 'ok' });
    expect(profile.meta.warnings.map(({ code }) => code)).toContain('model-unavailable');
    await expect(analyze(document, { ...options, engine: 'model' })).rejects.toMatchObject({ code: 'timeout' });
  });

  it('a model that is not installed: “auto” gives the rules’ profile and names the command that installs it', async () => {
    const other = client({ model: 'no-such-model:1b' });
    const profile = await analyze(document, { engine: 'auto', ollama: other, referenceDate: REFERENCE_DATE });
    expect(facts(profile)).toEqual(facts(rules));
    expect(profile.meta.warnings.at(-1)?.message).toContain('ollama pull no-such-model:1b');
    await other.close();
  });

  it('a context too small for any request: “auto” gives the rules’ profile', async () => {
    const small = client({ contextTokens: 512 });
    const profile = await analyze(document, { engine: 'auto', ollama: small, referenceDate: REFERENCE_DATE });
    expect(facts(profile)).toEqual(facts(rules));
    await small.close();
  });

  it('cancelled: the analysis ends with that, whatever the engine', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 300);
    const { signal } = controller;
    const call = analyze(document, { engine: 'auto', ollama, referenceDate: REFERENCE_DATE, signal });
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
  });
});
