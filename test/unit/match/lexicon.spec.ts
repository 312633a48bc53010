import { lexiconText, parseLexicon } from '../../../lib/match/lexicon';

const lines = lexiconText.split('\n').filter((line) => line.trim() !== '');
const { concepts, kindsOf } = parseLexicon(lexiconText);

describe('the lexicon', () => {
  it('is read to its last line, each concept once', () => {
    expect(concepts.size).toBe(lines.length);
  });

  it('refers to no concept that it does not have', () => {
    const unknown = [...concepts.values()].flatMap(({ parents }) => parents.filter((parent) => !concepts.has(parent)));
    expect(unknown).toEqual([]);
  });

  it('has no circle of kinds', () => {
    const circles = [...kindsOf.keys()].filter((start) => {
      const seen = new Set<string>();
      const queue = [...(kindsOf.get(start) ?? [])];
      for (let next = queue.pop(); next !== undefined; next = queue.pop())
        if (!seen.has(next)) queue.push(...(kindsOf.get(seen.add(next) && next) ?? []));
      return seen.has(start);
    });
    expect(circles).toEqual([]);
  });

  it('reads its own notation', () => {
    const small = parseLexicon('~*crm <= software < sales : CRM ; client base | > Salesforce | leads');
    expect(small.concepts.get('crm')).toMatchObject({ parents: ['software', 'sales'], tool: true, transversal: true });
    expect(small.kindsOf.get('crm/1')).toEqual(['software/0', 'crm/0']);
    expect(small.kindsOf.get('crm/2')).toEqual(['software/0']);
  });
});
