import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import {
  composeLetter,
  renderActivity,
  renderBiasAudit,
  renderComparison,
  renderLetter,
  renderReviewSheet,
  renderShortlist,
  type Activity,
} from '../../../lib/documents';
import { auditBias, compareCandidates, scoreProfile } from '../../../lib/match';
import { nadia, request } from './letters/people';
import { compared, differenceFrom, drawnPage, isSame } from './pictures';
import { logo, offer, person, shortlist } from './samples';

const generatedAt = '2026-01-15T09:30:00Z';
const locale = 'fr';
const people = [person(), nadia()];

const activity: Activity = {
  ...{ from: '2026-01-05T00:00:00Z', to: '2026-01-26T00:00:00Z', smallestGroup: 5, erased: 1 },
  weeks: ['05', '12', '19'].map((day, index) => ({
    ...{ start: `2026-01-${day}`, candidates: 4 + 3 * index, applications: 6 + 4 * index },
  })),
  firstLook: { looked: 24, waiting: 6, medianHours: 20, slowestTenthHours: 70 },
  sources: [{ name: 'E-mail', count: 18 }],
  stages: [{ name: 'screening', count: 20 }],
  decisions: [{ name: 'interview', count: 9 }],
  overrides: { decided: 20, against: 5, rate: 0.25 },
};

const letter = async (colour: string) =>
  renderLetter(await composeLetter(nadia(), request('interview-invitation')), 'pdf', { colour, logo: await logo() });

/** These pages have so little colour that another accent in a letter makes 0.04. */
const SPARSE = { difference: 0.03, changed: 0.0006 };

const pages: Record<string, () => Promise<Buffer>> = {
  letter: async () => drawnPage(await letter('#8a3b12')),
  shortlist: async () => drawnPage(await renderShortlist(shortlist(people), 'pdf')),
  'shortlist-candidate': async () => drawnPage(await renderShortlist(shortlist(people), 'pdf'), 2),
  comparison: async () => {
    const scores = people.map((profile, index) => ({ id: `${index}`, score: scoreProfile(profile, offer) }));
    const names = { 0: 'Élodie Noël', 1: 'Nadia Valterre' };
    const comparison = compareCandidates(scores);
    return drawnPage(await renderComparison({ comparison, names, generatedAt, locale }, 'pdf'));
  },
  'bias-audit': async () => {
    const audit = auditBias(people, offer, { groups: ['A', 'B'], smallestGroup: 1 });
    return drawnPage(await renderBiasAudit({ audit, generatedAt, locale }, 'pdf'));
  },
  activity: async () => drawnPage(await renderActivity({ activity, generatedAt, locale }, 'pdf')),
};

describe('the look of letters and reports', () => {
  it.each(Object.keys(pages))('is the one that was agreed on: %s', async (name) => {
    const found = await differenceFrom(`reports/${name}`, await pages[name]());
    expect({ ...found, isSame: isSame(found, SPARSE) }).toMatchObject({ isSame: true });
  });

  it('would see a letter in another colour, and another candidate', async () => {
    const found = [
      await compared(await pages.letter(), await drawnPage(await letter('#1f6e23'))),
      await compared(await pages.shortlist(), await drawnPage(await renderShortlist(shortlist([nadia()]), 'pdf'))),
    ];
    expect(found.filter((one) => isSame(one, SPARSE))).toEqual([]);
  });
});

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
/** The fonts are the machine's own: blocks and colours are compared, not letters. */
const OTHER_FONTS = { difference: 2, changed: 0.03 };

/** The sheet in a browser, so small that letters become grey. */
async function sheetPicture(changes: object = {}): Promise<Buffer> {
  const { createCanvas, loadImage } = await import('@napi-rs/canvas');
  const pages = [{ number: 1, width: 595, height: 842, source: 'text' as const }];
  const document = { fileName: 'cv.pdf', lines: [], pages, hiddenText: [] };
  const cv = await drawnPage(await letter('#8a3b12'));
  const pictures = [{ page: 1, png: cv }];
  const html = renderReviewSheet({ profile: { ...person(), ...changes }, document, pictures, locale });
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    await page.setContent(html);
    const image = await loadImage(await page.screenshot());
    const canvas = createCanvas(200, 150);
    canvas.getContext('2d').drawImage(image, 0, 0, 200, 150);
    return canvas.toBuffer('image/png');
  } finally {
    await browser.close();
  }
}

(existsSync(CHROMIUM) ? describe : describe.skip)('the look of the review sheet', () => {
  it('is the one that was agreed on, and a sheet with nothing read looks otherwise', async () => {
    const now = await sheetPicture();
    const found = await differenceFrom('reports/review-sheet', now);
    expect({ ...found, isSame: isSame(found, OTHER_FONTS) }).toMatchObject({ isSame: true });
    const empty = await sheetPicture({ experiences: [], education: [], skills: [], languages: [], headline: null });
    const other = await compared(now, empty);
    expect({ ...other, isSame: isSame(other, OTHER_FONTS) }).toMatchObject({ isSame: false });
  });
});
