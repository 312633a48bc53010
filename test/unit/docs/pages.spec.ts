import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { Command } from 'commander';
import { scripts } from '../../../package.json';

const root = resolve(__dirname, '../../..');
const LEFT_OUT = new Set(['node_modules', 'dist', 'runtime', '.vivier', '.git', 'fixtures', 'release', 'coverage']);

function pagesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (LEFT_OUT.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return pagesBelow(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

const pages = pagesBelow(root).map((path) => ({ name: relative(root, path), path, text: readFileSync(path, 'utf8') }));
const withoutCode = (text: string) => text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');

/** GitHub's name of a heading in a link: lower case, marks left out, blanks as hyphens. */
const anchorOf = (heading: string) =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replace(/ /g, '-');

const anchorsIn = (text: string) => [...text.matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

function deadLinks(page: { path: string; text: string }): string[] {
  const targets = [...withoutCode(page.text).matchAll(/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/g)].map(
    ([, target = '']) => target,
  );
  return targets
    .filter((target) => !/^[a-z][a-z0-9+.-]*:/i.test(target))
    .filter((target) => {
      const [file = '', anchor] = decodeURI(target).split('#');
      const path = file ? resolve(dirname(page.path), file) : page.path;
      if (!existsSync(path)) return true;
      return anchor !== undefined && path.endsWith('.md') && !anchorsIn(readFileSync(path, 'utf8')).includes(anchor);
    });
}

/** What a page tells its reader to type, a line each. */
const typedLines = (text: string) =>
  [...text.matchAll(/^```(?:sh|bash|console)?\n([\s\S]*?)^```/gm)]
    .flatMap(([, block = '']) => block.replace(/\\\n\s*/g, ' ').split('\n'))
    .concat([...text.matchAll(/`((?:npm|npx|vivier) [^`\n]+)`/g)].map(([, line = '']) => line));

/** The command as its files make it: `cli/commands/NAME.ts` exports `NAMECommand`. */
const vivier = new Command('vivier');
beforeAll(async () => {
  for (const file of readdirSync(join(root, 'cli', 'commands')).filter((name) => name.endsWith('.ts'))) {
    const made = (await import(join(root, 'cli', 'commands', file))) as Record<string, () => Command>;
    for (const [name, make] of Object.entries(made)) if (name.endsWith('Command')) vivier.addCommand(make());
  }
});

/** What is wrong with a line that calls `vivier`: a command or an option that it does not have. */
function unknownWords(line: string): string[] {
  const call = /^(?:\$ )?(?:[A-Z_]+=\S+ )*(?:npx )?vivier ((?:[a-z-]|\s--?[a-z]).*)$/.exec(
    line.split(' #')[0] ?? '',
  )?.[1];
  if (!call) return [];
  let command = vivier;
  const unknown: string[] = [];
  for (const word of call.split(/\s+/)) {
    const below = command.commands.find((one) => one.name() === word);
    if (below) command = below;
    else if (command.commands.length && /^[a-z][a-z-]*$/.test(word) && command.registeredArguments.length === 0)
      unknown.push(word);
    else if (/^--[a-z]/.test(word) && !['--help', '--version'].includes(word)) {
      const name = word.split('=')[0];
      if (!command.options.some((option) => option.long === name)) unknown.push(word);
    }
  }
  return unknown;
}

describe('the pages of the documentation', () => {
  it('are found', () => {
    expect(pages.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['README.md', 'README.fr.md', 'docs/pool.md']),
    );
  });

  it.each(pages)('$name: links lead somewhere', (page) => {
    expect(deadLinks(page)).toEqual([]);
  });

  it.each(pages)('$name: commands exist', ({ text }) => {
    const lines = typedLines(text);
    expect(lines.flatMap(unknownWords)).toEqual([]);
    const run = lines.flatMap((line) =>
      [...line.matchAll(/npm run (?:-s |--silent )?([a-z][\w:-]*)/g)].map(([, name = '']) => name),
    );
    expect(run.filter((name) => !(name in scripts))).toEqual([]);
  });

  it.each(pages.filter(({ name }) => name.endsWith('.fr.md')))(
    '$name has an English twin with as many headings',
    (page) => {
      const twin = readFileSync(page.path.replace(/\.fr\.md$/, '.md'), 'utf8');
      expect(anchorsIn(withoutCode(page.text)).length).toBe(anchorsIn(withoutCode(twin)).length);
    },
  );

  it('a dead link and an unknown command would be found', () => {
    const page = {
      path: join(root, 'README.md'),
      text: '[a](docs/none.md) [b](docs/pool.md#none) [c](https://example.com) [d](docs/pool.md)',
    };
    expect(deadLinks(page)).toEqual(['docs/none.md', 'docs/pool.md#none']);
    expect(vivier.commands.map((command) => command.name())).toEqual(expect.arrayContaining(['parse', 'pool']));
    expect(unknownWords('npx vivier parse cv.pdf --nonsense x')).toEqual(['--nonsense']);
    expect(unknownWords('vivier pool dance')).toEqual(['dance']);
    expect(unknownWords('npx vivier score --offer o.json *.json')).toEqual([]);
  });
});
