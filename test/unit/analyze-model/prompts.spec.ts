import { createVerifier } from '../../../lib/analyze/verify';
import { verifyClaims } from '../../../lib/analyze/model/claims';
import { readersFor } from '../../../lib/analyze/model/readers';
import {
  educationTask,
  ENGLISH,
  experiencesTask,
  FRENCH,
  identityTask,
  preambleFor,
  PROMPT_SHA256,
  PROMPT_VERSION,
  skillsTask,
} from '../../../lib/analyze/model/prompts';
import { estimateTokens } from '../../../lib/ollama';
import { documentOf, REFERENCE_DATE } from './document';

const TASKS = { identity: identityTask, experiences: experiencesTask, education: educationTask, skills: skillsTask };

function read(example: typeof FRENCH) {
  const document = documentOf(example.lines.join('\n'));
  const { identity, experiences, education, skills } = example;
  return verifyClaims(
    { identity: [identity], experiences: [experiences], education: [education], skills: [skills] },
    createVerifier(document.lines, REFERENCE_DATE),
    readersFor(document),
    REFERENCE_DATE,
  );
}

describe('the prompts', () => {
  it('bear the version of their words: raise PROMPT_VERSION when this fails, then the hash', () => {
    expect([PROMPT_VERSION, PROMPT_SHA256.slice(0, 12)]).toEqual(['2', '550652d9aa6e']);
  });

  describe.each([FRENCH, ENGLISH])('the example in $language', (example) => {
    it.each(Object.keys(TASKS) as (keyof typeof TASKS)[])('has the shape that is asked for: %s', (name) => {
      expect(TASKS[name].schema.safeParse(example[name]).error).toBeUndefined();
    });

    it('passes the check that the model’s answers go through, whole', () => {
      expect([...read(example).dropped]).toEqual([]);
    });

    it('stands in the prompt as it is here', () => {
      const preamble = preambleFor('skills', 8192);
      for (const line of example.lines) expect(preamble).toContain(`: ${line}\n`);
      for (const name of Object.keys(TASKS) as (keyof typeof TASKS)[])
        expect(preamble).toContain(JSON.stringify(example[name]));
    });
  });

  it('show a job still held, a diploma with its one date, and a certificate', () => {
    const [french, english] = [read(FRENCH).profile, read(ENGLISH).profile];
    expect(french.experiences).toMatchObject([{ employer: 'Librairie Exemple', start: '2019-09', current: true }]);
    expect(french.education).toMatchObject([{ degree: 'BTS', level: 5, start: null, end: '2017' }]);
    expect(english.experiences).toMatchObject([{ title: 'Baker', start: '2015-05', end: '2018-06', current: false }]);
    expect(english.certifications).toMatchObject([{ name: 'First Aid Certificate', date: '2016' }]);
  });

  it('leave a CV most of an ordinary context, and go without examples in a small one', () => {
    expect(estimateTokens(preambleFor('skills', 8192))).toBeLessThan(1100);
    expect(preambleFor('skills', 2048)).not.toContain('<example>');
    expect(preambleFor('question', 8192)).not.toContain('<example>');
    expect(preambleFor('skills', 8192).startsWith(preambleFor('skills', 2048))).toBe(true);
  });
});
