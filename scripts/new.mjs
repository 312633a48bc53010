// `npm run new -- format|operation|workflow …`: begins a reader for a file format, an operation of Talent Pool or a ready-made workflow as the existing
// ones are built, puts it where it is registered, and says what is left to do.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './lib/paths.mjs';
import { fail, say, SetupError } from './lib/words.mjs';

const help = () =>
  say(
    `npm run new -- format NAME               a reader in lib/extract/formats, such as “pages”
npm run new -- operation RESOURCE NAME   an operation of Talent Pool, such as “candidate archive”
npm run new -- workflow NAME             a ready-made workflow, such as “ask-for-references”`,
    `npm run new -- format NOM                un lecteur dans lib/extract/formats, par exemple « pages »
npm run new -- operation RESSOURCE NOM   une opération de Talent Pool, par exemple « candidate archive »
npm run new -- workflow NOM              un flux prêt à l’emploi, par exemple « demander-des-references »`,
  );

const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const words = (name) => camel(name).replace(/([A-Z])/g, ' $1');
const title = (name) => words(name).replace(/(?:^|\s)\w/g, (letter) => letter.toUpperCase());

/** @throws when the place to insert at is not in the file any more. */
function insert(path, before, text) {
  const source = readFileSync(path, 'utf8');
  const at = source.indexOf(before);
  if (at < 0) throw new Error(`${relative(root, path)} has no “${before}”`);
  writeFileSync(path, source.slice(0, at) + text + source.slice(at));
}

function write(path, text) {
  if (existsSync(path)) {
    const name = relative(root, path);
    throw new SetupError(say(`${name} is there already.`, `${name} existe déjà.`));
  }
  writeFileSync(path, text);
}

const FORMAT = (name) => `import { flatPage, type FormatReader } from '../reader';
import { decodeText } from '../text/encoding';

export const ${camel(name)}Reader: FormatReader = {
  format: '${name}',
  async read(file) {
    const { text, warnings } = await decodeText(file.data);
    const lines = text.split(/\\r\\n|[\\n\\r]/).map((line) => ({ text: line, page: 1 }));
    return { format: '${name}', mimeType: 'text/plain', lines, pages: [flatPage], warnings };
  },
};
`;

/** @returns {string[]} what is left to do */
export function newFormat(name, folder = root) {
  const formats = join(folder, 'lib', 'extract', 'formats');
  write(join(formats, `${name}.ts`), FORMAT(name));
  const index = join(formats, 'index.ts');
  insert(index, '\n/** Readers load', `import { ${camel(name)}Reader } from './${name}';\n`);
  insert(index, '};\n\nexport const readerFor', `  '${name}': ${camel(name)}Reader,\n`);
  insert(join(folder, 'lib', 'extract', 'types.ts'), "\n  | 'table-row'", `\n  | '${name}'`);
  return [
    `lib/extract/formats/${name}.ts: read the file; what a person would not see goes into hiddenText`,
    `lib/extract/sniff.ts: recognise it by its content, then by its name`,
    `test/unit/extract/formats.spec.ts: a file made by a program that writes it; ${name}.attack.spec.ts: truncated, huge, hostile (and docs/security.md)`,
    'docs/reading.md and .fr.md, CHANGELOG.md; npx prettier --write lib/extract',
  ];
}

const OPERATION = (resource, name) => `import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { extend } from '../../../shared';
import { ${resource}IdProperty, type OperationCall, textOf } from '../../operation';

export const option = {
  name: '${title(name)}',
  value: '${name}',
  action: '${title(name)} ${/^[aeiou]/.test(resource) ? 'an' : 'a'} ${resource}',
  description: 'What it does for HR, in plain words',
};

export const properties: INodeProperties[] = [${resource}IdProperty];

/** Any item -> the same item with \`${name}\`. */
export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const found = await call.pool.${resource}s.get(textOf(call, '${resource}Id'));
  return [extend(call.item, call.index, { ${name}: found })];
}
`;

export function newOperation(resource, name, folder = root) {
  const node = join(folder, 'nodes', 'TalentPool');
  if (!['application', 'candidate', 'offer'].includes(resource))
    throw new SetupError(
      say('The resource is application, candidate or offer.', 'La ressource est application, candidate ou offer.'),
    );
  const alias = `${resource}${title(name).replaceAll(' ', '')}`;
  write(join(node, 'actions', resource, `${name}.operation.ts`), OPERATION(resource, name));
  const resources = join(node, 'resources.ts');
  insert(
    resources,
    "import type { Operation } from './operation';",
    `import * as ${alias} from './actions/${resource}/${name}.operation';\n`,
  );
  const source = readFileSync(resources, 'utf8');
  const list = new RegExp(`(value: '${resource}',\\s*operations: \\[)`);
  if (!list.test(source)) throw new Error(`nodes/TalentPool/resources.ts has no list for ${resource}`);
  writeFileSync(resources, source.replace(list, `$1${alias}, `));
  return [
    `nodes/TalentPool/actions/${resource}/${name}.operation.ts: its words, its parameters, what it does`,
    'nodes/TalentPool/resources.ts: put it where the alphabet wants it',
    'lib/pool: the method that it calls; test/unit/pool, with a line in support/calls.ts for each text that it takes',
    'test/unit/nodes and test/integration/n8n; docs/pool.md and .fr.md, CHANGELOG.md; npx prettier --write nodes',
  ];
}

function workflow(name) {
  const id = `vivier${title(name).replaceAll(' ', '')}`.slice(0, 16).padEnd(16, '0');
  const note = {
    parameters: {
      content:
        `## Titre\\nCe que fait ce flux, et ce qu’il faut régler.\\n\\n---\\n\\n## ${title(name)}\\nWhat this workflow does, and what to set.`.replaceAll(
          '\\n',
          '\n',
        ),
      height: 240,
      width: 460,
    },
    ...{
      id: 'note',
      name: 'Note: what this does',
      type: 'n8n-nodes-base.stickyNote',
      typeVersion: 1,
      position: [-60, -300],
    },
  };
  const start = {
    parameters: {},
    id: 'start',
    name: 'Start',
    type: 'n8n-nodes-base.manualTrigger',
    typeVersion: 1,
    position: [0, 0],
  };
  return { id, name: title(name), nodes: [note, start], connections: {}, settings: { executionOrder: 'v1' } };
}

export function newWorkflow(name, folder = root) {
  write(join(folder, 'workflows', `${name}.json`), `${JSON.stringify(workflow(name), null, 2)}\n`);
  return [
    'npm start: the workflow is in n8n; draw it there, notes in French first, a line “---”, then English',
    `n8n › Download, into workflows/${name}.json; keep its id and the ids of the credentials; npx prettier --write workflows`,
    'test/integration/n8n: run it as a person would, and look at what the person gets',
    'docs/workflows.md and .fr.md, CHANGELOG.md',
  ];
}

const KINDS = { format: newFormat, operation: newOperation, workflow: newWorkflow };

export function begin(args, folder = root) {
  const [kind, ...names] = args;
  const make = KINDS[kind];
  const wanted = kind === 'operation' ? 2 : 1;
  if (!make || names.length !== wanted || !names.every((name) => /^[a-z][A-Za-z0-9-]*$/.test(name)))
    throw new SetupError(say('What shall begin?', 'Que faut-il commencer ?'), help());
  return make(...names, folder);
}

if (process.argv[1] === import.meta.filename) {
  try {
    for (const step of begin(process.argv.slice(2))) console.log(`→ ${step}`);
  } catch (error) {
    fail(error);
  }
}
