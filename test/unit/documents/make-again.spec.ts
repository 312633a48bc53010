import {
  companyCvInputs,
  composeLetter,
  CV_FORMATS,
  fillTemplate,
  LETTER_FORMATS,
  letterInputs,
  makeAgain,
  profilePageInputs,
  renderCompanyCv,
  renderLetter,
  renderProfileHtml,
  renderReviewSheet,
  reviewSheetInputs,
  templateInputs,
  type CompanyCvOptions,
  type DocumentInputs,
  type ReviewSheetData,
} from '../../../lib/documents';
import { scoreProfile } from '../../../lib/match';
import type { Profile } from '../../../lib/profile';
import { nadia, request } from './letters/people';
import { docxText, pdfText } from './read';
import { logo, offer, person } from './samples';
import { template } from './template';

/** As the talent pool keeps it: through JSON, encrypted and back. */
const stored = (made: DocumentInputs) => JSON.parse(JSON.stringify(made)) as DocumentInputs;

/** As PostgreSQL gives JSON back: keys in an order of its own. */
const turned = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_key, one: unknown) =>
    one !== null && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).reverse())
      : one,
  ) as T;

async function isSame(profile: Profile, made: DocumentInputs, data: Buffer): Promise<boolean> {
  return (await makeAgain(turned(profile), stored(made), data)).equals(data);
}

describe('a document from its stored inputs is the same bytes', () => {
  it.each(CV_FORMATS)('a company CV with all its options: %s', async (format) => {
    const options: CompanyCvOptions = {
      ...{ locale: 'fr', format, style: 'sidebar', companyName: 'Atelier', colour: '#8a3b12', font: 'Arial' },
      ...{ footer: 'SIREN 1', sections: ['experiences', 'skills'], maxPages: 1, identity: 'code', code: 'K-7' },
      ...{ machineNote: 'Mis en page par un programme.', logo: await logo() },
    };
    const cv = await renderCompanyCv(person(), options);
    expect(await isSame(person(), companyCvInputs(person(), options, cv), cv.data)).toBe(true);
  });

  it('a CV for an offer, with the offer named among its inputs', async () => {
    const tailoredTo = { title: offer.title, score: scoreProfile(person(), offer) };
    const options: CompanyCvOptions = { locale: 'fr', format: 'docx', tailoredTo };
    const cv = await renderCompanyCv(person(), options);
    const made = companyCvInputs(person(), options, cv, offer);
    expect(made.offer).toMatchObject({ title: offer.title });
    expect(await isSame(person(), made, cv.data)).toBe(true);
  });

  it.each(LETTER_FORMATS)('a letter in the house style: %s', async (format) => {
    const style = { colour: '#8a3b12', font: 'Arial', footer: 'Atelier SAS, RCS Lyon 1', logo: await logo() };
    const asked = request('refusal');
    const letter = await composeLetter(nadia(), asked);
    const data = await renderLetter(letter, format, style);
    const made = letterInputs(nadia(), asked, { letter, worded: null }, { format, style, data });
    expect(await isSame(nadia(), made, data)).toBe(true);
  });

  it('a letter that was stored when its style was a colour alone', async () => {
    const asked = request('acknowledgement');
    const letter = await composeLetter(nadia(), asked);
    const style = { colour: '#8a3b12' };
    const data = await renderLetter(letter, 'pdf', style);
    const made = letterInputs(nadia(), asked, { letter, worded: null }, { format: 'pdf', style, data });
    const { style: _style, ...before } = made.options;
    expect(await isSame(nadia(), { ...made, options: { ...before, ...style } }, data)).toBe(true);
  });

  it('a filled template, which is kept too', async () => {
    const own = template(['{nom}, {titre}']);
    const options = { locale: 'fr', today: '2026-01-15' } as const;
    const data = await fillTemplate(own, person(), options);
    const made = templateInputs(person(), own, options, { format: 'docx', data });
    expect(made.template.name).toBe('modele.docx');
    expect(await isSame(person(), made, data)).toBe(true);
  });

  it('a profile page', async () => {
    const data = Buffer.from(renderProfileHtml(person(), 'fr'), 'utf8');
    expect(await isSame(person(), profilePageInputs(person(), 'fr', data), data)).toBe(true);
  });

  it('a review sheet, without keeping its pictures a second time', async () => {
    const { data: png } = await logo();
    const document = {
      ...{ fileName: 'cv.pdf', lines: [], hiddenText: [] },
      pages: [{ number: 2, width: 595, height: 842 }] as never[],
    };
    const shown: ReviewSheetData = { profile: person(), document, pictures: [{ page: 2, png }], locale: 'fr' };
    const data = Buffer.from(renderReviewSheet(shown), 'utf8');
    const made = reviewSheetInputs(shown, data);
    expect(JSON.stringify(made)).not.toContain(Buffer.from(png).toString('base64').slice(0, 60));
    expect(await isSame(person(), made, data)).toBe(true);
  });

  it('a kind that nobody knows is refused', async () => {
    const data = Buffer.from(renderProfileHtml(person(), 'fr'), 'utf8');
    const made = { ...profilePageInputs(person(), 'fr', data), maker: 'constructor' };
    await expect(makeAgain(person(), made, data)).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

it('a letter in the house style shows logo, font and foot', async () => {
  const style = { font: 'Arial"; }<b>', footer: 'Atelier SAS\nRCS Lyon 1', logo: await logo() };
  const letter = await composeLetter(nadia(), request('refusal'));
  const word = docxText(await renderLetter(letter, 'docx', style));
  expect(word.all).toContain('RCS Lyon 1');
  expect(word.xml).toContain('<pic:pic');
  expect((await pdfText(await renderLetter(letter, 'pdf', style))).text).toContain('RCS Lyon 1');
  const html = (await renderLetter(letter, 'html', style)).toString('utf8');
  expect(html).toContain('font:16px/1.55 "Arial b",Georgia');
  expect(html).toMatch(/<img class="logo" src="data:image\/png;base64,[^"]+" alt="Verrerie des Trois Ponts">/);
  expect(html).toContain('RCS Lyon 1');
});
