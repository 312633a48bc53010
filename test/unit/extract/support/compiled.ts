import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';

const ROOT = path.join(__dirname, '../../../..');
const FOLDERS = ['errors', 'profile', 'extract'];

/** The library as it is shipped (CommonJS, a file a module) in a temporary folder: parsing processes can't run TypeScript. */
export function compileLibrary(): { file(name: string): string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'vivier-compiled-'));
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  for (const name of FOLDERS.flatMap(sources)) {
    const target = path.join(folder, name.replace(/\.ts$/, '.js'));
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, compile(path.join(ROOT, name)));
  }
  return { file: (name) => path.join(folder, name), remove: () => rmSync(folder, { recursive: true }) };
}

function sources(folder: string): string[] {
  const base = path.join('lib', folder);
  const names = readdirSync(path.join(ROOT, base), { recursive: true }) as string[];
  return names.filter((name) => /(?<!\.d)\.ts$/.test(name)).map((name) => path.join(base, name));
}

function compile(fileName: string): string {
  const compilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    esModuleInterop: true,
  };
  return ts.transpileModule(readFileSync(fileName, 'utf8'), { fileName, compilerOptions }).outputText;
}
