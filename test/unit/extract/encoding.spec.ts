import iconv from 'iconv-lite';
import { extractDocuments } from '../../../lib/extract';
import { decodeText } from '../../../lib/extract/text/encoding';
import { read } from './support/read';

const FRENCH =
  'Développeur confirmé à Orléans, expérience de l’hôtellerie. Gérante d’un café à Besançon, études supérieures à l’université.';
const GERMAN =
  'Jürgen Müller, Groß- und Außenhandelskaufmann aus Köln. Führerschein, verhandlungssicheres Französisch.';
const CZECH =
  'Zkušený vývojář s praxí v oblasti řízení projektů, znalost češtiny a němčiny, řidičský průkaz skupiny B.';
const POLISH =
  'Doświadczony księgowy z wieloletnią praktyką, znajomość języka francuskiego, wykształcenie wyższe, prawo jazdy.';
const HUNGARIAN = 'Tapasztalt könyvelő, kiváló időbeosztás, felsőfokú végzettség, középfokú nyelvvizsga, jogosítvány.';
const RUSSIAN =
  'Опыт работы: главный бухгалтер, ведение учёта и отчётности. Образование высшее, знание французского языка.';
const TURKISH = 'Deneyimli muhasebe uzmanı, çalışma süresi beş yıl, iyi derecede İngilizce bilgisi, şoför ehliyeti.';
const GREEK = 'Έμπειρος λογιστής με πολυετή προϋπηρεσία, άριστη γνώση της γαλλικής γλώσσας, πτυχίο πανεπιστημίου.';

const codes = (warnings: { code: string }[]) => warnings.map(({ code }) => code);

describe('text in an encoding from before Unicode', () => {
  it.each([
    ['French', 'windows-1252', FRENCH],
    ['French', 'macintosh', FRENCH],
    ['French', 'cp850', FRENCH.replaceAll('’', "'")],
    ['German', 'windows-1252', GERMAN],
    ['German', 'macintosh', GERMAN],
    ['German', 'cp850', GERMAN],
    ['Czech', 'windows-1250', CZECH],
    ['Czech', 'ISO-8859-2', CZECH],
    ['Polish', 'windows-1250', POLISH],
    ['Hungarian', 'windows-1250', HUNGARIAN],
    ['Russian', 'windows-1251', RUSSIAN],
    ['Russian', 'KOI8-R', RUSSIAN],
    ['Russian', 'ISO-8859-5', RUSSIAN],
    ['Russian', 'cp866', RUSSIAN],
    ['Russian', 'maccyrillic', RUSSIAN],
    ['Turkish', 'windows-1254', TURKISH],
    ['Greek', 'windows-1253', GREEK],
  ])('%s in %s is told by its letters', async (_, encoding, text) => {
    expect((await decodeText(iconv.encode(text, encoding))).text).toBe(text);
  });

  it.each([
    ['windows-1252', FRENCH],
    ['macintosh', FRENCH],
    ['windows-1251', RUSSIAN],
  ])('a longer text in %s is certain', async (encoding, text) => {
    expect((await decodeText(iconv.encode(text, encoding))).warnings).toEqual([]);
  });

  it('a name or two can’t settle it, which is said', async () => {
    const data = iconv.encode('Tomáš Nováček, Příbram', 'windows-1250');
    expect(codes((await decodeText(data)).warnings)).toEqual(['encoding-uncertain']);
    const document = await read(data, 'cv.txt');
    expect(codes(document.warnings)).toContain('encoding-uncertain');
  });

  it('UTF-8 is certain, whatever it says', async () => {
    const decoded = await decodeText(Buffer.from(`${FRENCH} ${RUSSIAN}`));
    expect(decoded).toEqual({ text: `${FRENCH} ${RUSSIAN}`, warnings: [] });
  });

  it.each(['windows-1251', 'KOI8-R'])(
    'a letter in %s is read, with or without its name in the mail',
    async (charset) => {
      const mail = (type: string) =>
        Buffer.concat([
          Buffer.from(`From: ivan@example.com\r\nSubject: CV\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n`),
          Buffer.from('Content-Transfer-Encoding: 8bit\r\n\r\n'),
          iconv.encode(`${RUSSIAN}\r\n`, charset),
        ]);
      for (const type of [`text/plain; charset=${charset}`, 'text/plain']) {
        const [letter] = await extractDocuments({ data: mail(type), fileName: 'letter.eml' });
        expect(letter.document?.text).toContain(RUSSIAN);
      }
    },
  );

  it('a page that names its encoding is believed where its bytes allow it', async () => {
    const page = (charset: string) => `<html><head><meta charset="${charset}"></head><body>${HUNGARIAN}</body></html>`;
    const data = iconv.encode(page('iso-8859-2'), 'iso-8859-2');
    expect((await read(data, 'cv.html')).text).toBe(HUNGARIAN);
    const wrong = Buffer.from(page('iso-8859-2'), 'utf8');
    expect((await read(wrong, 'cv.html')).text).toBe(HUNGARIAN);
  });
});
