import { renderBiasAudit, renderShortlist } from '../../../lib/documents';
import { auditBias } from '../../../lib/match';
import { emptyProfile } from '../../../lib/profile';
import { docxText } from './read';
import { offer, person, shortlist } from './samples';

describe('shortlist as a Word document', () => {
  it('has a heading for each candidate, head rows that repeat, and the note', async () => {
    const { xml, text } = docxText(await renderShortlist(shortlist([person(), emptyProfile('2026-01-15')]), 'docx'));
    expect(xml.match(/w:val="Heading1"/g)).toHaveLength(2);
    expect(xml).toContain('<w:tblHeader/>');
    for (const shown of ['Élodie Noël', 'Nom non trouvé', 'Une personne décide', 'anglais courant'])
      expect(text).toContain(shown);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });

  it('is the same bytes for the same data', async () => {
    const [first, second] = [await renderShortlist(shortlist(), 'docx'), await renderShortlist(shortlist(), 'docx')];
    expect(first.equals(second)).toBe(true);
  });
});

describe('shortlist as Markdown', () => {
  it('keeps what a CV says from becoming markup, a link or a table', async () => {
    const odd = ' | a\n# b [c](http://evil.example) <img src=x onerror=alert(1)> **d** `e`';
    const text = (await renderShortlist(shortlist([person(odd)]), 'md')).toString('utf8');
    expect(text).not.toMatch(/(?<!\\)\[c\](?!\()|(?<!\\)<img|^# b|(?<!\\)\*\*d/m);
    const table = text.split('\n').filter((line) => line.startsWith('| 1 |'));
    expect(table).toHaveLength(1);
    expect(table[0].replace(/\\\|/g, '').split('|')).toHaveLength(8);
  });

  it('shows the ranking and each criterion', async () => {
    const text = (await renderShortlist(shortlist(), 'md')).toString('utf8');
    expect(text).toMatch(/^# Infirmier en médecine gériatrique \(F\/H\)$/m);
    expect(text).toContain('## 1\\. Élodie Noël');
    expect(text).toContain('| Critère | État | Raison |');
  });
});

describe.each(['docx', 'md', 'xlsx'] as const)('bias audit as %s', (format) => {
  it('is made, the same each time', async () => {
    const audit = auditBias([person(), emptyProfile('2026-01-15')], offer, { groups: ['A', 'B'], smallestGroup: 1 });
    const data = { audit, generatedAt: '2026-01-15T09:30:00Z', locale: 'en' as const };
    const [first, second] = [await renderBiasAudit(data, format), await renderBiasAudit(data, format)];
    expect(first.length).toBeGreaterThan(500);
    expect(first.equals(second)).toBe(true);
  });
});
