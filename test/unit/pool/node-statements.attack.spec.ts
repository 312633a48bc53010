import { resources } from '../../../nodes/TalentPool/resources';
import type { Operation } from '../../../nodes/TalentPool/operation';
import { ORDINARY, useWorld } from './support/calls';
import { CORPUS } from './support/injections';
import { filledIn, panelOf, textFields } from './support/panel';
import { withText } from './support/parameters';
import { outcomeOf } from './support/statements';

// Each field of the node, as its description has it: a field that is added is found by itself.
const operations = resources.flatMap(({ value, operations: own }) =>
  own.map((operation) => ({ name: `${value}, ${operation.option.value}`, operation })),
);
const EXPECTED = ['done', 'invalid-input', 'invalid-json', 'not-found'];

const world = useWorld();

it.each(operations)('$name: no text in any field changes a statement', async ({ operation }) => {
  const [ordinary, hostile] = [new Set<string>(), new Map<string, string>()];
  const refused: string[] = [];
  const fields = textFields(operation);
  for (const field of fields) for (const text of ORDINARY) await run(field, text, (shape) => ordinary.add(shape));
  for (const field of fields) {
    for (const text of CORPUS) {
      const name = `${field.join('.')}: ${text}`;
      const outcome = await run(field, text, (shape) => hostile.set(shape, name));
      if (!EXPECTED.includes(outcome)) refused.push(`${name} ${outcome}`);
    }
  }
  expect([...hostile].filter(([shape]) => !ordinary.has(shape))).toEqual([]);
  expect(refused).toEqual([]);

  async function run(field: string[], text: string, keep: (shape: string) => void): Promise<string> {
    const [values] = withText([filledIn(operation, world())], ['0', ...field], text);
    return outcomeOf(() => executed(operation, values as Record<string, unknown>), keep);
  }
});

function executed(operation: Operation, values: Record<string, unknown>): Promise<unknown> {
  const ctx = panelOf(values);
  const inTurn = <T>(work: () => Promise<T>) => work();
  return operation.execute({ ctx, pool: world().pool, index: 0, item: ctx.getInputData()[0], inTurn });
}
