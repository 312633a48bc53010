import { analyzeWithRules } from '../../../lib/analyze/rules';
import { documentOf, placed, REFERENCE, type LineInput } from './document';

const contact = (lines: LineInput[], language = 'fr', links: { url: string; page: number; line?: number }[] = []) =>
  analyzeWithRules(documentOf(['Camille Aubertin', ...lines], { language, links }), REFERENCE).contact;

describe('contact data', () => {
  it('reads an e-mail glued to its label', () =>
    expect(contact(['Emailcamille.aubertin@mail.example']).email).toBe('camille.aubertin@mail.example'));

  it('puts together an e-mail that a narrow column wrapped', () => {
    expect(contact(['camille.aubertin@examp', 'le.org']).email).toBe('camille.aubertin@example.org');
  });

  it.each([
    ['fr', '12 rue des Lilas, 59000 Lille', 'Tél. : 06 39 98 11 22', '+33639981122'],
    ['fr', '12 rue des Lilas, 59000 Lille', '+33 (0)6 39 98 11 22', '+33639981122'],
    ['fr', '19 rue de la Station, 5000 Namur', '0470 00 62 05', '+32470006205'],
    ['fr', 'Chemin du Lac 6, 1006 Lausanne', '079 000 84 51', '+41790008451'],
    ['en', '3 Harbour Street, BS1 5TT Bristol', '07700 900570', '+447700900570'],
    ['en', '77 Beacon St, Boston, MA 02108', '(617) 555-0171', '+16175550171'],
    ['nl', 'Oudegracht 112, 3511 AX Utrecht', '06-12345678', '+31612345678'],
  ])('gives phones as E.164 by the address (%s, %s, %s)', (language, address, phone, expected) => {
    expect(contact([address, phone], language).phone).toBe(expected);
  });

  it('keeps two numbers on one line apart', () => {
    const found = contact(['Comptable générale', '03 80 12 34 56 / 06 11 22 33 44']);
    expect([found.phone, ...found.otherPhones]).toEqual(['+33380123456', '+33611223344']);
  });

  it.each([
    ['fr', '12 rue des Lilas, 59000 Lille', 'Lille', '59000'],
    ['fr', '27 avenue Jean Jaurès – 69007 Lyon', 'Lyon', '69007'],
    ['fr', 'Rennes 35000 FR', 'Rennes', '35000'],
    ['fr', 'Lille, France', 'Lille', null],
    ['fr', 'Marseille (13)', 'Marseille', null],
    ['en', '6 Patrick Street, T12 W8KP Cork', 'Cork', 'T12 W8KP'],
    ['en', '1822 Lakeview Dr, 60614 Chicago', 'Chicago', '60614'],
    ['es', 'Calle Mayor 17, 46002 Valencia', 'Valencia', '46002'],
  ])('reads the town of « %s %s »', (language, line, city, postalCode) => {
    expect(contact([line], language)).toMatchObject({ city, postalCode });
  });

  it('takes a town from contact data only, not from a school or an employer', () => {
    const found = contact(['Formation', 'BTS Tourisme, Lycée Molière, Nantes', '2012 - 2014']);
    expect(found.city).toBeNull();
  });

  it('does not take a wrapped postcode’s street for the town', () => {
    const lines = [placed('8 bis rue Pasteur, 31000', 40, 80), placed('Toulouse', 40, 92)];
    expect(contact(lines).city).toBe('Toulouse');
  });

  it('lists links of the text and of annotations once, without mailto and tel', () => {
    const lines = ['linkedin.com/in/camille-aubertin', 'github.com/caubertin'];
    const links = [
      { url: 'https://www.linkedin.com/in/camille-aubertin', page: 1, line: 2 },
      { url: 'mailto:camille@mail.example', page: 1, line: 2 },
      { url: 'tel:+33639981122', page: 1, line: 2 },
    ];
    expect(contact(lines, 'fr', links).links.map((link) => [link.network, link.url])).toEqual([
      ['linkedin', 'https://www.linkedin.com/in/camille-aubertin'],
      ['github', 'github.com/caubertin'],
    ]);
  });

  it('takes no technology with a dot for a site', () =>
    expect(contact(['Développeuse Node.js, ASP.NET et Vue.js']).links).toEqual([]));

  it('leaves the e-mails of referees out', () => {
    const found = contact(['c.aubertin@mail.example', 'Références', 'Paul Rey, p.rey@corp.example']);
    expect([found.email, found.otherEmails]).toEqual(['c.aubertin@mail.example', []]);
  });
});
