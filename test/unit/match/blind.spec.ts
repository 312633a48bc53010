import { join } from 'node:path';
import ts from 'typescript';
import { anonymize, prepareCandidate, prepareOffer, scoreProfile, type AnonymousProfile } from '../../../lib/match';
import { nurse } from './people';

/** Names of fields that would tell who somebody is. */
const IDENTITY =
  /^(?:identity|contact|fullName|firstName|lastName|name_?|birth\w*|age|gender|sex|nationality|origin|photo\w*|picture|address|postal\w*|city|country\w*|place|region|email\w*|phone\w*|otherPhones|otherEmails|links?|url|family|marital\w*|children|interests|religion|health|year|graduation\w*)$/i;
/** A skill, a certificate or a project has a name; so has a language. */
const NAMED_THINGS = ['skills.name', 'languages.name', 'certifications.name', 'projects.name'];

const file = join(__dirname, '../../../lib/match/anonymize.ts');
const quick = join(__dirname, '../../../lib/match/quick/candidate.ts');

/** Paths of all fields that can be reached from an exported type, as the compiler sees them. */
function fieldsOf(source: string, name: string): string[] {
  const program = ts.createProgram([source], {
    strict: true,
    skipLibCheck: true,
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
  });
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(source) as ts.SourceFile) as ts.Symbol;
  const symbol = checker.getExportsOfModule(module).find((one) => one.name === name) as ts.Symbol;
  const found: string[] = [];
  const walk = (type: ts.Type, path: string, depth: number): void => {
    if (depth > 6) return;
    if (type.isUnion()) return type.types.forEach((one) => walk(one, path, depth));
    const element = checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference)[0] : null;
    if (element) return walk(element, path, depth + 1);
    if (!(type.flags & ts.TypeFlags.Object)) return;
    if (checker.isTupleType(type)) return;
    const indexed = checker.getIndexTypeOfType(type, ts.IndexKind.String);
    if (indexed) walk(indexed, path, depth + 1);
    for (const property of checker.getPropertiesOfType(type)) {
      const at = path === '' ? property.name : `${path}.${property.name}`;
      found.push(at);
      walk(checker.getTypeOfSymbol(property), at, depth + 1);
    }
  };
  walk(checker.getDeclaredTypeOfSymbol(symbol), '', 0);
  return found;
}

const last = (path: string) => path.split('.').at(-1) ?? '';

describe('the scorer is blind', () => {
  it.each([
    ['AnonymousProfile', file],
    ['CandidateFacts', quick],
  ])('by its types: no field that can be reached from %s is one of identity', (name, source) => {
    const fields = fieldsOf(source, name);
    expect(fields.length).toBeGreaterThan(15);
    expect(fields.filter((path) => IDENTITY.test(last(path)) && !NAMED_THINGS.includes(path))).toEqual([]);
  });

  it('would find such a field, were there one', () => {
    const profile = join(__dirname, '../../../lib/profile/schema.ts');
    const fields = fieldsOf(profile, 'Profile').filter((path) => IDENTITY.test(last(path)));
    expect(fields).toEqual(expect.arrayContaining(['identity.birthDate', 'contact.address']));
  });

  it('at run time: scoring reads nothing outside of the anonymous fields', () => {
    const guarded = guard(anonymize(nurse()));
    const offer = prepareOffer({ title: 'Cadre de santé', text: 'Soins palliatifs, anglais B1, permis B.' });
    expect(scoreProfile(guarded, offer)).toEqual(scoreProfile(nurse(), offer));
    expect(prepareCandidate(guarded)).toEqual(prepareCandidate(nurse()));
  });
});

/** Throws when anything else than what is there is read. */
function guard(profile: AnonymousProfile): AnonymousProfile {
  return new Proxy(profile, {
    get(target, key, receiver) {
      if (typeof key === 'string' && !(key in target) && key !== 'all') throw new Error(`The scorer asked for ${key}.`);
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
}
