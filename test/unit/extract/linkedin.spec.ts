import { makeLinkedInPdf } from './support/linkedin';
import { read, texts } from './support/read';

describe('a profile exported by LinkedIn', () => {
  it('is read column by column, over both pages, without page numbers and with its white sidebar', async () => {
    const document = await read(makeLinkedInPdf(), 'Profile.pdf');
    const lines = texts(document);
    const place = (text: string) => lines.findIndex((line) => line.includes(text));
    const order = [
      'Supply Chain Manager at',
      'Summary',
      'Experience',
      'Mirandole',
      'March 2021',
      'Demand Planner',
      'Cordelis',
      'Logistics Intern',
      'Education',
      'Licence, Economie',
    ];
    const places = order.map((text, i) =>
      lines.findIndex((line, at) => at > (i > 0 ? place(order[i - 1]) : -1) && line.includes(text)),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places.every((at) => at >= 0)).toBe(true);
    expect(lines.join('\n')).not.toMatch(/Page \d of/);
    expect(document.hiddenText).toEqual([]);
    expect(lines).toEqual(
      expect.arrayContaining([
        'Contact',
        'Top Skills',
        'SAP MM',
        'English (Full Professional)',
        'Green Belt Lean Six Sigma',
      ]),
    );
    const skills = place('Top Skills');
    expect(lines.slice(skills, skills + 4)).toEqual([
      'Top Skills',
      'Supply Chain Management',
      'SAP MM',
      'Lean Six Sigma',
    ]);
  });
});
