import { CV_SECTIONS, type CompanyCv, type CvSection, renderCompanyCv } from '../../../lib/documents';
import type { Profile } from '../../../lib/profile';
import { longest } from './cv-people';
import { bare, linesOf } from './cv-text';
import { pdfText } from './read';
import { person } from './samples';

type Counted = Partial<Record<CvSection, { entries: number; lines: number }>>;

const SHOWN = CV_SECTIONS.filter((section) => section !== 'timeline' && section !== 'matrix');

/** How much of each section the text says: entries by what names them, lines of the jobs and projects that are there. */
function saidOf(profile: Profile, text: string): Counted {
  const says = (value: string | null) => value !== null && ` ${text} `.includes(` ${bare(value)} `);
  const linesIn = (entries: { title: string | null; description: string | null }[]) =>
    entries
      .filter(({ title }) => says(title))
      .flatMap(({ description }) => (description ?? '').split('\n'))
      .filter(says).length;
  const jobs = profile.experiences;
  const projects = profile.projects.map(({ name, description }) => ({ title: name, description }));
  const count = (values: (string | null)[]) => ({ entries: values.filter(says).length, lines: 0 });
  return {
    summary: count([profile.summary]),
    experiences: { ...count(jobs.map(({ title }) => title)), lines: linesIn(jobs) },
    education: count(profile.education.map(({ institution }) => institution)),
    skills: count(profile.skills.map(({ name }) => name)),
    languages: count(profile.languages.map(({ name }) => name)),
    certifications: count(profile.certifications.map(({ name }) => name)),
    projects: { ...count(projects.map(({ title }) => title)), lines: linesIn(projects) },
    licences: count(profile.drivingLicences.map(({ category }) => `Permis ${category}`)),
    interests: count(profile.interests.map(({ name }) => name)),
  };
}

const textOf = async (made: CompanyCv) => bare((await linesOf(made)).join(' '));
const make = (maxPages: number | undefined, changes: Parameters<typeof renderCompanyCv>[1]) =>
  renderCompanyCv(longest(), { ...{ format: 'md', sections: CV_SECTIONS, maxPages }, ...changes });

/** Whole jobs that are gone take their lines with them without a word; a section that is gone counts no lines at all. */
function expectedOf(section: CvSection, whole: Counted, short: Counted) {
  const [before, after] = [whole[section], short[section]];
  const entries = (before?.entries ?? 0) - (after?.entries ?? 0);
  const perEntry = before && before.entries > 0 ? before.lines / before.entries : 0;
  const lines = after?.entries ? after.entries * perEntry - after.lines : 0;
  return { section, entries, lines };
}

describe('company CV with a number of pages', () => {
  it.each([1, 2, 3, 5])('says of %d pages all that it leaves out, and nothing else is missing', async (maxPages) => {
    const whole = saidOf(longest(), await textOf(await make(undefined, { locale: 'fr' })));
    const made = await make(maxPages, { locale: 'fr' });
    const short = saidOf(longest(), await textOf(made));
    const missing = SHOWN.map((section) => expectedOf(section, whole, short));
    const told = made.leftOut.filter(({ section }) => section !== 'timeline' && section !== 'matrix');
    expect(told).toEqual(missing.filter(({ entries, lines }) => entries > 0 || lines > 0));
    expect(told.length).toBeGreaterThan(0);
    expect(made.warnings[0].code).toBe('shortened');
    expect(made.warnings[0].message).toContain('expériences');
  });

  it('has the whole of it to leave something out of', async () => {
    const whole = saidOf(longest(), await textOf(await make(undefined, { locale: 'fr' })));
    expect(whole).toMatchObject({
      experiences: { entries: 30, lines: 270 },
      education: { entries: 8 },
      ...{ skills: { entries: 80 }, projects: { entries: 9, lines: 27 }, certifications: { entries: 14 } },
      ...{ languages: { entries: 4 }, licences: { entries: 3 }, interests: { entries: 6 }, summary: { entries: 1 } },
    });
  });

  it.each(['banner', 'sidebar', 'classic'] as const)(
    'keeps to one page in %s, and counts the pages that there are',
    async (style) => {
      const made = await make(1, { locale: 'en', style, format: 'pdf' });
      expect((await pdfText(made.data)).pages).toBe(1);
      expect(made.pages).toBe(1);
      expect(made.warnings.map(({ code }) => code)).toEqual(['shortened']);
    },
  );

  it('leaves a short CV as it is and says nothing', async () => {
    const [whole, kept] = [undefined, 2].map((maxPages) =>
      renderCompanyCv(person(), { locale: 'fr', format: 'md', maxPages }),
    );
    expect((await kept).data.equals((await whole).data)).toBe(true);
    expect(await kept).toMatchObject({ leftOut: [], warnings: [], pages: 1 });
  });
});
