import { CV_FORMATS, CV_SECTIONS, CV_STYLES, type CompanyCvOptions, renderCompanyCv } from '../../../lib/documents';
import { extractDocument, type TextLine } from '../../../lib/extract';
import type { Profile } from '../../../lib/profile';
import { hollow, longest, nobody, onlyNamed, strangest } from './cv-people';
import { bare, linesOf } from './cv-text';

const PEOPLE: Record<string, () => Profile> = { longest, nobody, onlyNamed, hollow, strangest };

const HEADINGS = [
  ...['Profil', 'Parcours', 'Expérience professionnelle', 'Compétences au fil des postes', 'Formation', 'Compétences'],
  ...['Langues', 'Certifications', 'Projets', 'Permis', 'Centres d’intérêt', 'Contact'],
].map(bare);
const isHeading = (line: string) => HEADINGS.includes(bare(line));

const cases = Object.keys(PEOPLE).flatMap((who) =>
  CV_STYLES.flatMap((style) => CV_FORMATS.map((format) => ({ who, style, format }))),
);
const make = (who: string, options: Partial<CompanyCvOptions>) =>
  renderCompanyCv(PEOPLE[who](), { locale: 'fr', sections: CV_SECTIONS, companyName: 'Atelier Conseil', ...options });

/** Footers stand at the foot of each page and are no part of the text. */
const FOOT = 770;
const isText = ({ box }: TextLine) => box !== undefined && box.y < FOOT;

describe('company CV of extreme profiles', () => {
  it.each(cases)('has no hole, empty section or odd character: $who, $style, $format', async ({ who, ...options }) => {
    const lines = await linesOf(await make(who, options));
    const text = lines.join('\n');
    expect(text).not.toMatch(/\b(?:undefined|null|NaN|Infinity|Invalid Date|\[object)\b/);
    expect(text).not.toMatch(/(?!\s)\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFEFF\uFFFD]/u);
    const headings = lines.filter(isHeading);
    if (['nobody', 'onlyNamed', 'hollow'].includes(who)) expect(headings).toEqual([]);
    else expect(headings.length).toBeGreaterThan(6);
    expect(text).toContain(
      who === 'onlyNamed'
        ? 'Ève Aubrac'
        : ({ nobody: 'Nom non trouvé', hollow: 'Nom non trouvé' }[who] ?? 'Élodie Noël'),
    );
  });

  it.each(CV_STYLES.flatMap((style) => ['longest', 'strangest'].map((who) => ({ style, who }))))(
    'ends no page with a heading and runs over no edge: $who, $style',
    async ({ who, style }) => {
      const { data } = await make(who, { style, format: 'pdf' });
      const { lines, pages } = await extractDocument({ data, fileName: 'cv.pdf' });
      for (const { number, width } of pages) {
        const here = lines.filter((line) => line.page === number && isText(line));
        const main = style === 'sidebar' ? here.filter(({ box }) => (box?.x ?? 0) < width - 178) : here;
        const last = [...main].sort((a, b) => (a.box?.y ?? 0) - (b.box?.y ?? 0)).at(-1);
        expect([number, isHeading(last?.text ?? '')]).toEqual([number, false]);
        const edges = here.map(({ box }) => (box?.x ?? 0) + (box?.width ?? 0));
        expect(Math.max(...edges)).toBeLessThan(width - 15);
      }
    },
  );

  it.each(CV_FORMATS)('writes no markup of its own out of a CV in %s', async (format) => {
    const { data } = await make('strangest', { format });
    if (format === 'html') expect(data.toString('utf8')).not.toMatch(/<b onclick/);
    if (format === 'md') expect(data.toString('utf8')).not.toMatch(/(?<!\\)<b onclick|(?<!\\)\*\*g|(?<!\\)\[l/);
    const lines = await linesOf({ data, format });
    if (format !== 'pdf') expect(lines.join('\n')).toContain('<b onclick="x">&amp;{{7*7}}');
    expect(bare(lines.join('')).replace(/ /g, '')).toContain('kraftfahrzeug'.repeat(16));
  });
});
