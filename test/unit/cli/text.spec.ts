import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, sample, tempFolder, vivier, type Finished } from './run';

describe('vivier text', () => {
  const work = tempFolder();
  const out = join(work, 'out');
  let run: Finished;

  beforeAll(async () => {
    writeFileSync(join(work, 'empty.pdf'), '');
    writeFileSync(join(work, 'damaged.docx'), readFileSync(sample('cv-sophie-delorbeau.docx')).subarray(0, 4000));
    mkdirSync(join(work, 'again'));
    writeFileSync(join(work, 'again', 'cv-lea-quintavalle.txt'), 'Another person’s file of the same name\nAccountant');
    run = await vivier([
      'text',
      join(work, 'empty.pdf'),
      sample('cv-camille-fontanel.pdf'),
      join(work, 'damaged.docx'),
      sample('cv-lea-quintavalle.txt'),
      join(work, 'again'),
      join(work, 'nowhere.pdf'),
      '--out',
      out,
    ]);
  }, 60_000);

  it('writes one result for every input and nothing else', () => {
    expect(readdirSync(out).sort()).toEqual([
      'cv-camille-fontanel.pdf.json',
      'cv-lea-quintavalle.txt-2.json',
      'cv-lea-quintavalle.txt.json',
      'damaged.docx.json',
      'empty.pdf.json',
      'nowhere.pdf.json',
    ]);
  });

  it('gives text, lines, hidden text and meta of a document it read', () => {
    const result = readJson(out, 'cv-camille-fontanel.pdf.json');
    expect(result).toMatchObject({ hiddenText: [], meta: { status: 'ok', code: null } });
    expect(result.text).toContain('Menuiseries Brivaud');
    expect((result.lines as { text: string }[]).map((line) => line.text).join('\n')).toBe(result.text);
    expect((result.meta as { ms: number }).ms).toBeGreaterThanOrEqual(0);
  });

  it('keeps files of the same name apart', () => {
    expect(readJson(out, 'cv-lea-quintavalle.txt.json').text).toContain('Garage Pélissane');
    expect(readJson(out, 'cv-lea-quintavalle.txt-2.json').text).toContain('Another person');
  });

  it.each([
    ['empty.pdf.json', 'empty'],
    ['damaged.docx.json', 'truncated|corrupt'],
    ['nowhere.pdf.json', 'not-found'],
  ])('says in %s why the document was refused and what to do', (name, codes) => {
    const { text, lines, hiddenText, meta } = readJson(out, name) as {
      text: string;
      lines: unknown[];
      hiddenText: unknown[];
      meta: { status: string; code: string; message: string; hint: string };
    };
    expect({ text, lines, hiddenText, status: meta.status }).toEqual({
      text: '',
      lines: [],
      hiddenText: [],
      status: 'error',
    });
    expect(meta.code).toMatch(new RegExp(`^(${codes})$`));
    expect(meta.message.length * meta.hint.length).toBeGreaterThan(0);
  });

  it('ends with exit code 1 when one was refused, and tells how many', () => {
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('3 read, 3 refused.');
  });

  it('shows no text of a CV on the terminal', () => {
    expect(`${run.stdout}${run.stderr}`).not.toMatch(/Brivaud|Pélissane|Comptable|example\.com/);
  });

  it('ends with exit code 0 when all went well, in French where French is spoken', async () => {
    const good = await vivier(['text', sample('cv-lea-quintavalle.txt'), '--out', join(work, 'good')], {
      VIVIER_LANGUAGE: 'fr',
    });
    expect(good.code).toBe(0);
    expect(good.stderr).toContain('Lus : 1, refusés : 0.');
  });

  it('keeps what was finished, whole, when the person stops it', async () => {
    const many = tempFolder();
    for (let n = 0; n < 80; n++) copyFileSync(sample('cv-nadir-belhacem.pdf'), join(many, `cv-${n}.pdf`));
    const results = join(many, 'out');
    let asked = false;
    const { code, stderr } = await vivier(['text', many, '--out', results, '--concurrency', '1'], {}, (said, child) => {
      if (!asked && said.includes('[1/80]')) asked = child.kill('SIGINT');
    });
    const written = readdirSync(results);
    expect(code).toBe(130);
    expect(written.length).toBeGreaterThan(0);
    expect(written.length).toBeLessThan(80);
    expect(stderr).toContain(`${80 - written.length} left undone`);
    written.forEach((name) => {
      expect(readJson(results, name)).toMatchObject({ meta: { status: 'ok' } });
    });
  }, 60_000);
});
