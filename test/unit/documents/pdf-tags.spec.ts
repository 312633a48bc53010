import {
  composeLetter,
  CV_STYLES,
  renderCompanyCv,
  renderLetter,
  renderShortlist,
  type CompanyCvOptions,
  type CvStyleName,
} from '../../../lib/documents';
import { renderReport, type Report } from '../../../lib/documents/report';
import { nadia, request } from './letters/people';
import { taggedPdf, type TaggedPdf } from './pdf-structure';
import { streamsOfPdf } from './read';
import { logo, person, shortlist } from './samples';

const texts = ({ elements }: TaggedPdf, ...tags: string[]) =>
  elements.filter(({ tag, text }) => tags.includes(tag) && text !== '').map(({ text }) => text);

/** Letters that stand apart, and spaces that a PDF draws alike. */
const together = (text: string) => text.replace(/\s/g, '').toLowerCase();

async function companyCv(style: CvStyleName) {
  const options: CompanyCvOptions = {
    ...{ locale: 'fr', format: 'pdf', style },
    ...{ companyName: 'Atelier Conseil', logo: await logo() },
  };
  return await taggedPdf((await renderCompanyCv(nadia(), options)).data);
}

describe('a PDF for those who do not see it', () => {
  it.each(CV_STYLES)('has the headings of a company CV in order, and every text in the tree: %s', async (style) => {
    const pdf = await companyCv(style);
    expect(pdf).toMatchObject({ language: 'fr', isMarked: true, title: 'CV – Nadia Valterre', unmarked: [] });
    expect(texts(pdf, 'H1')).toEqual(['Nadia Valterre']);
    const headings = texts(pdf, 'H2').map(together);
    expect(headings).toEqual(expect.arrayContaining(['expérienceprofessionnelle', 'formation', 'langues']));
    expect(texts(pdf, 'H3').slice(0, 2)).toEqual(['Comptable générale', 'Aide-comptable']);
    expect(texts(pdf, 'LBody')).toEqual(expect.arrayContaining(['Clôtures mensuelles et déclarations de TVA']));
  });

  it.each(CV_STYLES)('reads a job as title, dates, place and what was done: %s', async (style) => {
    const said = texts(await companyCv(style), 'H3', 'P', 'LBody').join(' ');
    expect(said).toMatch(/Aide-comptable.*septembre 2015.*(?:Moulins Dorval.*)?Saisie de 400 factures/);
    expect(said.indexOf('Clôtures mensuelles')).toBeLessThan(said.indexOf('Aide-comptable'));
  });

  it.each(CV_STYLES)('says each picture in words: %s', async (style) => {
    const { elements } = await companyCv(style);
    const pictures = elements.filter(({ tag }) => tag === 'Figure').map(({ alt }) => alt);
    expect(pictures).toEqual(
      expect.arrayContaining(['Atelier Conseil', expect.stringContaining('Aide-comptable 2015–2019')]),
    );
  });

  it('has letters with a heading, paragraphs and lists', async () => {
    const letter = await composeLetter(nadia(), request('employment-offer'));
    const pdf = await taggedPdf(await renderLetter(letter, 'pdf', { logo: await logo() }));
    expect(pdf).toMatchObject({ language: 'fr', isMarked: true, title: letter.subject, unmarked: [] });
    expect(texts(pdf, 'H1').map(together)).toEqual([together(letter.subject)]);
    expect(texts(pdf, 'LBody')).toEqual(expect.arrayContaining([expect.stringContaining('CDI')]));
    expect(texts(pdf, 'P').at(0)).toBe('Verrerie des Trois Ponts');
  });

  it('has a ranking as a table with heads, and a heading for each candidate', async () => {
    const pdf = await taggedPdf(await renderShortlist(shortlist([person(), person(' bis')]), 'pdf'));
    expect(pdf.unmarked).toEqual([]);
    expect(texts(pdf, 'TH')).toEqual(expect.arrayContaining(['Candidat', 'Score']));
    expect(texts(pdf, 'H2')).toEqual(['Élodie Noël', 'Élodie Noël bis']);
  });

  it('reads the head of a long table once, and a chart in words', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => [`ligne ${index}`, 'valeur']);
    const report: Report = {
      ...{ locale: 'fr', eyebrow: 'Rapport', title: 'Longue table', subtitle: '', generatedAt: '2026-01-15T00:00:00Z' },
      blocks: [
        { kind: 'table', head: ['Nom', 'Valeur'], rows, widths: [100, '*'] },
        { kind: 'columns', title: 'Semaines', head: ['Semaine', 'Nombre'], items: [{ label: 'S1', value: 4 }] },
      ],
    };
    const pdf = await taggedPdf(await renderReport(report, 'pdf'));
    expect(texts(pdf, 'TH')).toEqual(['Nom', 'Valeur']);
    expect(texts(pdf, 'TD')).toHaveLength(240);
    expect(pdf.elements.find(({ tag }) => tag === 'Figure')?.alt).toBe('Semaines – S1: 4');
  });
});

describe('a PDF that hostile text goes into', () => {
  const report: Report = {
    ...{
      locale: 'fr',
      eyebrow: 'A',
      title: 'R&D <script>"x"</script>',
      subtitle: '',
      generatedAt: '2026-01-15T00:00:00Z',
    },
    blocks: [{ kind: 'text', text: 'Nom : 田中 太郎' }],
  };

  it('has metadata that XML readers can read', async () => {
    const { metadata, title } = await taggedPdf(await renderReport(report, 'pdf'));
    expect(title).toBe('A – R&D <script>"x"</script>');
    expect(metadata).toContain('A – R&amp;D &lt;script&gt;');
    expect(metadata).not.toContain('<script>');
  });

  it('draws ◊ for letters that no font has, and keeps what they were for copying and reading aloud', async () => {
    const bytes = await renderReport(report, 'pdf');
    expect((await taggedPdf(bytes)).elements.some(({ text }) => text.includes('◊◊ ◊◊'))).toBe(true);
    const utf16 = Buffer.from('田中 太郎', 'utf16le').swap16();
    expect(streamsOfPdf(bytes).some((stream) => stream.includes(utf16))).toBe(true);
  });
});
