import { fill, makePdf, paint, type Painted } from './pdf';

const SIDE = 18;
const MAIN = 224;
const at =
  (x: number, more: Partial<Painted> = {}) =>
  (text: string, y: number) =>
    paint({ x, text, y, ...more });
const sideHeading = at(SIDE, { size: 13, before: '1 g' });
const side = at(SIDE, { size: 10.5, before: '1 g' });
const name = at(MAIN, { size: 26 });
const large = at(MAIN, { size: 12 });
const heading = at(MAIN, { size: 15.75 });
const title = at(MAIN, { size: 11.5 });
const small = at(MAIN, { size: 10.5 });
const grey = at(MAIN, { size: 10.5, before: '0.69 g' });
const bar = fill('0.16 0.24 0.29', 0, 0, 200, 842);
const footer = (page: number) => paint({ text: `Page ${page} of 2`, x: 370, y: 815, size: 9, before: '0.5 g' });

/** A profile as LinkedIn exports it: a dark sidebar, one employer with several posts under its total duration, a page number under the text. */
export function makeLinkedInPdf(): Uint8Array {
  const first = [
    bar,
    sideHeading('Contact', 40),
    side('+33639980001 (Mobile)', 58),
    side('oriane.vasseur@example.com', 72),
    side('www.linkedin.com/in/oriane-', 94),
    side('vasseur-example (LinkedIn)', 107),
    sideHeading('Top Skills', 140),
    side('Supply Chain Management', 158),
    side('SAP MM', 174),
    side('Lean Six Sigma', 190),
    sideHeading('Languages', 222),
    side('French (Native or Bilingual)', 240),
    side('English (Full Professional)', 256),
    side('Spanish (Elementary)', 272),
    sideHeading('Certifications', 304),
    side('APICS CPIM', 322),
    side('Green Belt Lean Six Sigma', 338),
    name('Oriane Vasseur', 60),
    large('Supply Chain Manager at Mirandole', 84),
    large('Lyon, Auvergne-Rhone-Alpes, France', 102),
    heading('Summary', 140),
    large('I run flows and stocks for industrial groups, from forecast', 160),
    large('to delivery, with teams of up to twelve people.', 176),
    heading('Experience', 216),
    large('Mirandole', 240),
    small('6 years 2 months', 255),
    title('Supply Chain Manager', 276),
    small('March 2021 - Present (4 years)', 291),
    grey('Lyon, France', 306),
    small('Team of twelve, three warehouses.', 328),
    small('Forecast accuracy raised from 71 to 88 percent.', 342),
    title('Demand Planner', 372),
    small('February 2019 - March 2021 (2 years 2 months)', 387),
    grey('Villeurbanne, France', 402),
    large('Cordelis Industries', 440),
    title('Logistics Coordinator', 456),
    small('September 2015 - January 2019 (3 years 5 months)', 471),
    grey('Grenoble, France', 486),
    footer(1),
  ];
  const second = [
    bar,
    large('Transports Avelin', 50),
    title('Logistics Intern', 66),
    small('February 2015 - August 2015 (7 months)', 81),
    heading('Education', 130),
    large('EM Lyon Business School', 152),
    small('Master of Science, Supply Chain Management · (2013 - 2015)', 168),
    large('Université Grenoble Alpes', 196),
    small('Licence, Economie et gestion · (2010 - 2013)', 212),
    footer(2),
  ];
  return makePdf({ pages: [first.join('\n'), second.join('\n')] });
}
