import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Item,
  itemsOf,
  type N8n,
  ownFolder,
  POOL,
  readFiles,
  type Run,
  runLine,
  runningN8n,
  vivierNode,
} from './running';

jest.setTimeout(240_000);

const SAMPLES = join(__dirname, '../../../samples/cvs');

interface Ranked {
  rank: number;
  name: string;
  score: number;
  band: string;
  engine: string;
  fileName: string;
}

describe('“Screen a batch of CVs”, run on the samples', () => {
  let n8n: N8n;
  let run: Run;
  let ranking: Ranked[];

  beforeAll(async () => {
    n8n = await runningN8n();
    writeFileSync(join(n8n.folder, 'cvs', 'empty.pdf'), '');
    run = await n8n.run('vivierScreenBatch', 'Start');
    ranking = (await itemsOf(run, 'Shortlist as PDF'))[0]?.json.ranking as Ranked[];
  });

  it('ends well and ranks every readable CV, best first', () => {
    expect(run.status).toBe('success');
    expect(ranking.map((row) => row.fileName).sort()).toEqual(readdirSync(SAMPLES).sort());
    const scores = ranking.map((row) => row.score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores[0]).toBeGreaterThan(scores[scores.length - 1]);
  });

  it('says that the rules worked alone, without Ollama', async () => {
    expect(new Set(ranking.map((row) => row.engine))).toEqual(new Set(['rules']));
    for (const { json } of await itemsOf(run, 'CV Analyze')) {
      const { meta } = json.profile as { meta: { warnings: { code: string }[] } };
      expect(meta.warnings.map(({ code }) => code)).toContain('model-unavailable');
    }
  });

  it('gives every value of a profile its line in the CV', async () => {
    for (const { json } of await itemsOf(run, 'CV Analyze')) {
      const { lines } = json.cv as { lines: { number: number; text: string }[] };
      const { identity } = json.profile as {
        identity: { fullName: string; evidence: Record<string, { lines: [number, number] }> };
      };
      const [first, last] = identity.evidence.fullName.lines;
      const quoted = lines.filter(({ number }) => number >= first && number <= last).map(({ text }) => text);
      const letters = (text: string) =>
        text
          .normalize('NFKD')
          .replace(/[^a-z]/gi, '')
          .toLowerCase();
      expect(letters(quoted.join(' '))).toContain(letters(identity.fullName.split(' ')[0]));
    }
  });

  it('puts the file that can’t be read on the table for a person, with what to do', async () => {
    const [problem, ...others] = await itemsOf(run, 'What to do');
    expect(others).toHaveLength(0);
    expect(problem.json.file).toBe('empty.pdf');
    expect(problem.json.problem).toMatch(/empty\.pdf/);
    expect(String(problem.json['what to do']).length).toBeGreaterThan(10);
    const [table] = await itemsOf(run, 'Save the table');
    expect(readFileSync(join(n8n.folder, String(table.json.fileName)), 'utf8')).toContain('empty.pdf');
  });

  it('writes the shortlist as PDF and as a web page that loads nothing from elsewhere', async () => {
    const [pdf] = await itemsOf(run, 'Save the PDF');
    expect(
      readFileSync(join(n8n.folder, String(pdf.json.fileName)))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const [page] = await itemsOf(run, 'Save the web page');
    const html = readFileSync(join(n8n.folder, String(page.json.fileName)), 'utf8');
    for (const { name } of ranking) expect(html).toContain(name.split(' ')[0]);
    expect(html).not.toMatch(/(?:src|href)\s*=\s*["']?https?:/i);
    expect(html).not.toMatch(/<script/i);
  });

  it('writes a review sheet for each CV, with its pages where it has any', async () => {
    const sheets = await itemsOf(run, 'Save the review sheets');
    expect(sheets).toHaveLength(ranking.length);
    for (const { json } of sheets) {
      const html = readFileSync(join(n8n.folder, String(json.fileName)), 'utf8');
      expect(html.includes('data:image/png')).toBe(/\.(pdf|jpg)\.html$/.test(String(json.fileName)));
    }
  });

  it('keeps each candidate once, however often the batch is screened', async () => {
    const stored = async (of: Run) =>
      (await itemsOf(of, 'Save to the talent pool')).map(
        ({ json }) => json.candidate as { created: boolean; candidateId: string },
      );
    const first = await stored(run);
    expect(new Set(first.map(({ candidateId }) => candidateId)).size).toBe(ranking.length);
    const before = await counted();
    const again = await n8n.run('vivierScreenBatch', 'Start');
    expect(again.status).toBe('success');
    expect(await stored(again)).toMatchObject(first.map(({ candidateId }) => ({ candidateId, created: false })));
    const after = await counted();
    expect(after.statistics).toEqual(before.statistics);
    const [shortlist] = await itemsOf(run, 'Shortlist as PDF');
    expect(after.titles.filter((title) => title === shortlist.json.offer)).toHaveLength(1);
  });

  /** What the pool holds; other specs' people are in it too. */
  async function counted() {
    const count = await runLine(n8n, [
      vivierNode('Statistics', 'talentPool', { resource: 'pool', operation: 'statistics' }, { credentials: POOL }),
      vivierNode('Offers', 'talentPool', { resource: 'offer', operation: 'getAll' }, { credentials: POOL }),
    ]);
    const [{ json }] = await itemsOf(count, 'Statistics');
    const { candidates, applications } = json;
    const titles = (await itemsOf(count, 'Offers')).map((offer) => offer.json.title);
    return { statistics: { candidates, applications }, titles };
  }

  it('scores the same CV the same, run after run', async () => {
    const again = await n8n.run('vivierScreenBatch', 'Start');
    const [second] = await itemsOf(again, 'Shortlist as PDF');
    expect(second.json.ranking).toEqual(ranking);
  });
});

describe('files that can’t be read', () => {
  it('are told apart, each with its own words, and the others go on', async () => {
    const n8n = await runningN8n();
    const { path: folder, selector } = ownFolder(n8n, 'unreadable');
    writeFileSync(join(folder, 'zz-nothing.pdf'), '');
    writeFileSync(join(folder, 'zz-noise.pdf'), Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251)));
    writeFileSync(join(folder, 'zz-long.txt'), 'Curriculum vitae\n'.repeat(8000));
    const run = await runLine(n8n, [
      readFiles(`${selector}/*`),
      vivierNode('CV Extract', 'cvExtract', { options: {} }, { onError: 'continueErrorOutput' }),
    ]);
    expect(run.status).toBe('success');
    expect(await itemsOf(run, 'CV Extract', 0)).toHaveLength(0);
    const failed = await itemsOf(run, 'CV Extract', 1);
    const codes = Object.fromEntries(failed.map(errorOf).map(({ fileName, code }) => [fileName, code]));
    expect(codes).toEqual({
      'zz-long.txt': 'text-too-long',
      'zz-noise.pdf': 'unknown-type',
      'zz-nothing.pdf': 'empty',
    });
    for (const { message, hint, fileName } of failed.map(errorOf)) {
      expect(message).toContain(fileName);
      expect(hint).toMatch(/\w{4}/);
    }
  });
});

const errorOf = ({ json }: Item) => json.error as { code: string; message: string; hint: string; fileName: string };
