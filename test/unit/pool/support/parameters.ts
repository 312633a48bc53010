import { join } from 'node:path';
import ts from 'typescript';

/** One place where a text can be given to a method: `input.filters.city`, `input.skills[]`, a key of `criteria{}`. */
export interface TextParameter {
  /** `candidates.search` */
  method: string;
  /** Names of properties, `[]` for an entry of a list, `{}` for a key of a record, from the list of arguments on. */
  path: string[];
}

const ROOT = join(__dirname, '..', '..', '..', '..');
const SOURCE = join(ROOT, 'lib', 'pool', 'types', 'pool.ts');
const INDEX = join(ROOT, 'lib', 'pool', 'index.ts');
/** Not looked into: they hold no texts, or are no data. */
const CLOSED = ['Uint8Array', 'Buffer', 'AbortSignal', 'Date', 'Promise'];

/** Every text that the methods of `TalentPool` take, read from their signatures: what is added there later is found by itself. */
export function textParameters(): TextParameter[] {
  const { checker, source } = readSource(SOURCE);
  const found: TextParameter[] = [];
  source?.forEachChild((node) => {
    if (!ts.isInterfaceDeclaration(node) || node.name.text !== 'TalentPool') return;
    methodsOf(checker, checker.getTypeAtLocation(node), []).forEach((method) => {
      found.push(...textsOf(checker, method, node));
    });
  });
  return found;
}

/** The same for the functions that lib/pool gives beside the pool itself: backups, a move, another key. */
export function textParametersOfFunctions(): TextParameter[] {
  const { checker, source } = readSource(INDEX);
  const module = source && checker.getSymbolAtLocation(source);
  if (!source || !module) return [];
  return checker.getExportsOfModule(module).flatMap((symbol) => {
    const real = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const [signature] = checker.getTypeOfSymbolAtLocation(real, source).getCallSignatures();
    return signature ? textsOf(checker, { name: symbol.name, signature }, source) : [];
  });
}

function readSource(path: string): { checker: ts.TypeChecker; source?: ts.SourceFile } {
  const options = { strict: true, skipLibCheck: true, target: ts.ScriptTarget.ES2022, types: ['node'] };
  const module = { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 };
  const program = ts.createProgram([path], { ...options, ...module });
  return { checker: program.getTypeChecker(), source: program.getSourceFile(path) };
}

function textsOf(checker: ts.TypeChecker, { name, signature }: Method, at: ts.Node): TextParameter[] {
  return signature.getParameters().flatMap((parameter, index) =>
    textsIn(checker, checker.getTypeOfSymbolAtLocation(parameter, at), at, []).map((path) => ({
      method: name,
      path: [String(index), ...path],
    })),
  );
}

interface Method {
  name: string;
  signature: ts.Signature;
}

function methodsOf(checker: ts.TypeChecker, type: ts.Type, path: string[]): Method[] {
  return type.getProperties().flatMap((property) => {
    const name = [...path, property.name];
    const own = checker.getTypeOfSymbol(property);
    const [signature] = own.getCallSignatures();
    return signature ? [{ name: name.join('.'), signature }] : methodsOf(checker, own, name);
  });
}

function textsIn(checker: ts.TypeChecker, type: ts.Type, at: ts.Node, within: ts.Type[]): string[][] {
  if (type.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.Unknown)) return [[]];
  if (type.isUnionOrIntersection()) {
    const all = type.types.flatMap((one) => textsIn(checker, one, at, within));
    return [...new Map(all.map((path) => [path.join('.'), path])).values()];
  }
  if (!(type.flags & ts.TypeFlags.Object) || within.includes(type)) return [];
  if (CLOSED.includes(type.symbol?.name ?? '') || type.getCallSignatures().length > 0) return [];
  const inside = [...within, type];
  const entry = type.getNumberIndexType();
  if (entry) return textsIn(checker, entry, at, inside).map((path) => ['[]', ...path]);
  const value = type.getStringIndexType();
  const record = value ? [['{}'], ...textsIn(checker, value, at, inside).map((path) => ['{}', ...path])] : [];
  const named = type.getProperties().flatMap((property) => {
    const own = checker.getTypeOfSymbolAtLocation(property, at);
    return textsIn(checker, own, at, inside).map((path) => [property.name, ...path]);
  });
  return [...record, ...named];
}

/** The arguments with another text at that place; what leads there is made where it is missing. */
export function withText(given: unknown[], [index, ...path]: string[], text: string): unknown[] {
  const changed = [...given];
  changed[Number(index)] = put(changed[Number(index)], path, text);
  return changed;
}

function put(value: unknown, path: string[], text: string): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return text;
  if (step === '[]') {
    const [first, ...others] = Array.isArray(value) ? (value as unknown[]) : [];
    return [put(first, rest, text), ...others];
  }
  const object = value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
  if (step !== '{}') return { ...object, [step]: put(object[step], rest, text) };
  const [[key, first] = ['key', {}], ...others] = Object.entries(object);
  const entry = rest.length > 0 ? [[key, put(first, rest, text)]] : [[text, first]];
  return Object.fromEntries([...entry, ...others]) as unknown;
}
