import { strFromU8, unzipSync } from 'fflate';
import { CV_FORMATS, CV_SECTIONS, CV_STYLES, renderCompanyCv, type CompanyCvOptions } from '../../../lib/documents';
import type { Profile } from '../../../lib/profile';
import { linesOf } from './cv-text';
import { streamsOfPdf } from './read';
import { person } from './samples';

const TELLING = ' – Élodie Noël, elodie@example.org, 06 12 34 56 78, linkedin.com/in/elodie-noel';
const TRACES = [
  ...['Élodie', 'Elodie', 'Noël', 'Noel', 'NOËL', 'elodie@', 'example.org', '612345678', '12 34 56 78', 'linkedin'],
  ...['rue des Lilas', '45000', 'Orléans', '1990', 'CV-Elodie', 'photo-secrete', 'c0ffee'],
];

/** Someone who writes who they are into every field. */
function telling(): Profile {
  const profile = person(TELLING);
  const { identity, contact } = person();
  return {
    ...profile,
    identity,
    contact: {
      ...contact,
      ...{ address: '3 rue des Lilas', postalCode: '45000', city: 'Orléans' },
      links: [{ url: 'https://www.linkedin.com/in/elodie-noel', network: 'LinkedIn', evidence: {} }],
    },
    experiences: [
      { ...profile.experiences[0], employer: `Clinique${TELLING}`, place: 'Orléans' },
      { ...profile.experiences[0], employer: 'Maison de retraite', start: '2010-02', end: '2014-01', current: false },
    ],
    projects: [{ name: `Livret${TELLING}`, url: 'https://elodie-noel.example', description: TELLING, evidence: {} }],
    meta: { ...profile.meta, fileName: 'CV-Elodie-Noel-photo-secrete.pdf', sha256: 'c0ffee'.padEnd(64, '0') },
  };
}

/** All that lies in the bytes of a document: every part of an archive, every stream of a PDF, unpacked, in the encodings that text can have there. */
function contentsOf(data: Buffer): string {
  if (data.subarray(0, 2).toString() === 'PK') {
    return Object.entries(unzipSync(data))
      .map(([name, part]) => `${name}\n${strFromU8(part)}\n${strFromU8(part, true)}`)
      .join('\n');
  }
  const parts = [data, ...(data.subarray(0, 4).toString() === '%PDF' ? streamsOfPdf(data) : [])];
  return parts.map((part) => `${part.toString('utf8')}\n${part.toString('latin1')}\n${wide(part)}`).join('\n');
}

/** UTF-16, as a PDF writes its properties, without its zero bytes. */
const wide = (part: Buffer) => part.toString('latin1').replace(/\0/g, '');

const cases = (['initials', 'code'] as const).flatMap((identity) =>
  CV_FORMATS.flatMap((format) => CV_STYLES.map((style) => ({ identity, format, style }))),
);

const make = (options: Partial<CompanyCvOptions>) =>
  renderCompanyCv(telling(), { locale: 'fr', sections: CV_SECTIONS, code: 'K-17', ...options });

describe('company CV without a name', () => {
  it.each(cases)('has no trace of the person in $format, $style, by $identity', async (options) => {
    const made = await make(options);
    const shown = (await linesOf(made)).join('\n');
    const everything = `${contentsOf(made.data)}\n${shown}\n${made.warnings.map(({ message }) => message).join('\n')}`;
    expect(TRACES.filter((trace) => everything.includes(trace))).toEqual([]);
    expect(shown.replace(/\u00A0/g, ' ')).toContain(options.identity === 'code' ? 'Candidature K-17' : 'É. N.');
    expect(shown).toContain('Maison de retraite');
  });

  it.each(CV_FORMATS)('finds such traces in %s when the name is shown: the search itself is tested', async (format) => {
    const made = await make({ format, identity: 'name' });
    const shown = (await linesOf(made)).join('\n');
    expect(`${contentsOf(made.data)}\n${shown}`).toContain('Élodie');
    expect(shown).toContain('elodie@example.org');
    if (format !== 'md') expect(contentsOf(made.data)).toContain(format === 'pdf' ? 'lodie No' : 'Élodie Noël');
  });

  it('has a code of its own when none is given, and the same each time', async () => {
    const [first, second] = [await make({ identity: 'code', code: '' }), await make({ identity: 'code', code: '' })];
    expect(first.data.equals(second.data)).toBe(true);
    expect((await linesOf(await make({ identity: 'code', code: ' ', format: 'md' })))[1]).toBe('# Candidature C0FFEE');
  });
});
