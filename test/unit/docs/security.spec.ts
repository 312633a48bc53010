import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

const test = resolve(__dirname, '../..');
const page = readFileSync(resolve(test, '../docs/security.md'), 'utf8');

/** `unit/pool/audit` for `test/unit/pool/audit.spec.ts`. */
const specs = readdirSync(test, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.spec.ts'));

/** The names in the table's last column, as `pool/audit`. */
const named = [...page.matchAll(/^\|.*\|([^|]*)\|$/gm)]
  .flatMap(([, cell = '']) => [...cell.matchAll(/`([a-z\d-]+(?:\/[a-z\d-]+)+)`/g)].map(([, name = '']) => name))
  .filter((name) => !name.startsWith('test/'));

const isOf = (path: string, name: string) => {
  const whole = /^(unit|integration)\//.test(name) ? name : `unit/${name}`;
  return path.startsWith(`${whole}.`) || path.startsWith(`${whole}-`);
};

describe('the page on security', () => {
  it('names tests', () => expect(named.length).toBeGreaterThan(20));

  it.each(named)('names a test that is there: %s', (name) => {
    expect(specs.filter((path) => isOf(path, name))).not.toEqual([]);
  });

  it('leaves no test of attacks out', () => {
    const attacks = specs.filter((path) => basename(path).includes('.attack.'));
    expect(attacks.filter((path) => !named.some((name) => isOf(path, name)))).toEqual([]);
  });

  it('is found beside the French one', () => {
    expect(readFileSync(join(test, '../docs/security.fr.md'), 'utf8').match(/^\|/gm)).toHaveLength(
      page.match(/^\|/gm)?.length ?? 0,
    );
  });
});
