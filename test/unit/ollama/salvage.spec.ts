import { z } from 'zod/v4';
import { salvage } from '../../../lib/ollama/salvage';

const schema = z.object({
  languages: z.array(z.object({ line: z.number().int(), name: z.string() })),
  skills: z.array(z.object({ line: z.number().int(), names: z.array(z.string()) })),
});

const whole = { languages: [{ line: 3, name: 'anglais' }], skills: [{ line: 7, names: ['SQL', 'R {base}'] }] };

describe('an answer that was cut', () => {
  it('gives its whole entries and leaves out the one being written', async () => {
    const text = '{"languages":[{"line":3,"name":"anglais"},{"line":4,"name":"alle';
    expect(await salvage(text, schema)).toEqual({ languages: [{ line: 3, name: 'anglais' }], skills: [] });
  });

  it('gives nothing before its first whole entry', async () => {
    expect(await salvage('{"languages":[{"line":3,"na', schema)).toBeUndefined();
    expect(await salvage('', schema)).toBeUndefined();
  });

  it('never gives what the schema does not allow', async () => {
    expect(
      await salvage('{"languages":[{"line":"three","name":"anglais"},{"line":4,"name":"x"}', schema),
    ).toBeUndefined();
    expect(await salvage('Sure! {"answer":"yes"}', schema)).toBeUndefined();
  });

  it('wherever it was cut, says no more than the whole answer did', async () => {
    const text = JSON.stringify(whole);
    for (let length = 0; length <= text.length; length++) {
      const part = await salvage(text.slice(0, length), schema);
      if (!part) continue;
      expect(whole.languages).toEqual(expect.arrayContaining(part.languages));
      for (const { line, names } of part.skills) {
        expect(whole.skills[0].line).toBe(line);
        expect(whole.skills[0].names).toEqual(expect.arrayContaining(names));
      }
    }
    expect(await salvage(text, schema)).toEqual(whole);
  });
});
