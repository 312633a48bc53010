import { CV_STYLES, type CvStyleName, renderCompanyCv } from '../../../lib/documents';
import { nadia } from './letters/people';
import { compared, differenceFrom, drawnPage, isSame } from './pictures';

async function firstPage(style: CvStyleName, profile = nadia(), colour?: string): Promise<Buffer> {
  const { data } = await renderCompanyCv(profile, {
    ...{ locale: 'fr', format: 'pdf', style, companyName: 'Atelier Conseil', colour },
  });
  return await drawnPage(data);
}

describe('the look of the company CV', () => {
  it.each(CV_STYLES)('is the one that was agreed on: %s', async (style) => {
    const found = await differenceFrom(`company-cv/${style}`, await firstPage(style));
    expect({ ...found, isSame: isSame(found) }).toMatchObject({ isSame: true });
  });

  it('would see another colour, another style and a line that moved', async () => {
    const classic = await firstPage('classic');
    const others = [
      await firstPage('classic', nadia(), '#1f6e23'),
      await firstPage('classic', { ...nadia(), headline: null }),
      await firstPage('banner'),
    ];
    const found = await Promise.all(others.map((other) => compared(classic, other)));
    expect(found.filter((one) => isSame(one))).toEqual([]);
  });
});
