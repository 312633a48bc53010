import type { CvContent, Entry } from './content';
import type { CvSection, LeftOut } from './types';

/** A content together with the sections that are shown. */
export interface Shown {
  content: CvContent;
  sections: readonly CvSection[];
}

type Step = (shown: Shown) => Shown;

const without =
  (...gone: CvSection[]): Step =>
  ({ content, sections }) => ({ content, sections: sections.filter((section) => !gone.includes(section)) });

/** Leaves `recent` lines in each of the `latest` first jobs, and `older` in the others. */
const jobLines =
  (latest: number, recent: number, older: number): Step =>
  ({ content, sections }) => ({
    sections,
    content: {
      ...content,
      experiences: content.experiences.map((job, place) => ({
        ...job,
        lines: keep(job.lines, place < latest ? recent : older),
      })),
    },
  });

const projectLines =
  (most: number): Step =>
  ({ content, sections }) => ({
    sections,
    content: {
      ...content,
      projects: content.projects.map((project) => ({ ...project, lines: keep(project.lines, most) })),
    },
  });

/** The first entries only; what the offer asks for stands first when there is one. */
const first =
  (most: Partial<Record<'experiences' | 'education' | 'certifications' | 'projects', number>>): Step =>
  ({ content, sections }) => ({
    sections,
    content: {
      ...content,
      ...Object.fromEntries(
        Object.entries(most).map(([name, count]) => [name, content[name as keyof typeof most].slice(0, count)]),
      ),
    },
  });

/** Skills of each group in turn, so that no group loses all of its own. */
const skills =
  (most: number): Step =>
  ({ content, sections }) => {
    const kept = content.skills.map(() => 0);
    const total = content.skills.reduce((sum, { names }) => sum + names.length, 0);
    for (let left = Math.min(most, total); left > 0;) {
      for (const [index, { names }] of content.skills.entries()) {
        if (left === 0 || kept[index] === names.length) continue;
        kept[index] += 1;
        left -= 1;
      }
    }
    const groups = content.skills.map((group, index) => ({ ...group, names: group.names.slice(0, kept[index]) }));
    return { sections, content: { ...content, skills: groups.filter(({ names }) => names.length > 0) } };
  };

/** Lines in their own order, the wanted ones kept before the others. */
function keep(lines: Entry['lines'], most: number): Entry['lines'] {
  if (lines.length <= most) return lines;
  const ranked = [...lines.filter(({ strong }) => strong), ...lines.filter(({ strong }) => !strong)];
  const kept = new Set(ranked.slice(0, most));
  return lines.filter((line) => kept.has(line));
}

/** From what a reader misses least to what they miss most. Each is taken after all those before it. */
const STEPS: readonly Step[] = [
  without('interests'),
  without('interests', 'matrix'),
  jobLines(2, 6, 3),
  projectLines(2),
  jobLines(2, 4, 2),
  without('timeline'),
  skills(30),
  jobLines(2, 4, 1),
  first({ certifications: 6, projects: 4 }),
  jobLines(3, 3, 0),
  first({ experiences: 8, education: 4, projects: 3 }),
  skills(20),
  jobLines(2, 2, 0),
  without('projects'),
  first({ experiences: 6, education: 3, certifications: 3 }),
  without('licences', 'certifications'),
  skills(12),
  first({ experiences: 4, education: 2 }),
  jobLines(1, 1, 0),
  without('summary'),
  skills(6),
  first({ experiences: 3, education: 1 }),
];

/** How often it can be shortened. */
export const SHORTEST = STEPS.length;

/** The same after the first `steps` steps; 0 leaves it as it is. */
export function shortened(shown: Shown, steps: number): Shown {
  return STEPS.slice(0, steps).reduce((changed, step) => step(changed), shown);
}

/** What one has and the other has not, by section. */
export function leftOut(whole: Shown, short: Shown): LeftOut[] {
  return whole.sections
    .map((section) => {
      const [before, after] = [whole, short].map(({ content, sections }) =>
        sections.includes(section) ? sizeOf(content, section) : { entries: 0, lines: 0 },
      );
      const isGone = !short.sections.includes(section);
      return {
        section,
        entries: before.entries - after.entries,
        // The lines of an entry that is gone go without saying.
        lines: isGone ? 0 : before.lines - after.lines - linesOfGone(whole.content, short.content, section),
      };
    })
    .filter(({ entries, lines }) => entries > 0 || lines > 0);
}

function linesOfGone(whole: CvContent, short: CvContent, section: CvSection): number {
  if (section !== 'experiences' && section !== 'projects') return 0;
  return count(whole[section].slice(short[section].length));
}

const count = (entries: Entry[]) => entries.reduce((sum, { lines }) => sum + lines.length, 0);

function sizeOf(content: CvContent, section: CvSection): { entries: number; lines: number } {
  switch (section) {
    case 'summary':
      return { entries: content.summary === '' ? 0 : 1, lines: 0 };
    case 'timeline':
    case 'matrix':
      return { entries: content.timeline.length > 1 ? 1 : 0, lines: 0 };
    case 'skills':
      return { entries: content.skills.reduce((sum, { names }) => sum + names.length, 0), lines: 0 };
    case 'languages':
    case 'licences':
    case 'interests':
      return { entries: content[section].length, lines: 0 };
    case 'experiences':
    case 'education':
    case 'certifications':
    case 'projects':
      return { entries: content[section].length, lines: count(content[section]) };
  }
}

/**
 * The first shortening whose page count keeps to `limit`, found by halving; `pages` says how many pages a content takes. The last one when none does.
 */
export async function fitted(
  shown: Shown,
  limit: number,
  pages: (shown: Shown) => Promise<number>,
): Promise<{ shown: Shown; pages: number }> {
  const whole = await pages(shown);
  if (whole <= limit) return { shown, pages: whole };
  let [low, high] = [1, SHORTEST];
  let best = { shown: shortened(shown, SHORTEST), pages: Number.POSITIVE_INFINITY };
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    const tried = shortened(shown, middle);
    const taken = await pages(tried);
    if (taken <= limit) {
      best = { shown: tried, pages: taken };
      high = middle - 1;
    } else {
      low = middle + 1;
    }
  }
  return Number.isFinite(best.pages) ? best : { ...best, pages: await pages(best.shown) };
}
