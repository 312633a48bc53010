import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ICredentialType, INodeProperties, INodePropertyOptions, INodeType } from 'n8n-workflow';

const ROOT = join(__dirname, '../../..');
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  name: string;
  n8n: { nodes: string[]; credentials: string[] };
};

/** What package.json names in dist/, loaded from its source. */
function load<T>(built: string): { path: string; instance: T } {
  const path = join(ROOT, built.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
  const className = path.split('/').at(-1)?.split('.')[0] ?? '';
  const { [className]: Class } = jest.requireActual<Record<string, new () => T>>(path);
  return { path, instance: new Class() };
}

const nodes = manifest.n8n.nodes.map((built) => load<INodeType>(built));
const credentials = manifest.n8n.credentials.map((built) => load<ICredentialType>(built));

/** A node's parameters with those inside collections. */
const allProperties = (properties: INodeProperties[]): INodeProperties[] =>
  properties.flatMap((property) => [
    property,
    ...(property.type === 'collection' ? allProperties(property.options as INodeProperties[]) : []),
  ]);

describe.each(nodes.map(({ path, instance }) => [instance.description.displayName, path, instance] as const))(
  '%s',
  (_, path, node) => {
    const { description } = node;
    const properties = allProperties(description.properties);

    it('has a light and a dark icon and an entry for n8n’s search', () => {
      const { light, dark } = description.icon as { light: string; dark: string };
      for (const icon of [light, dark]) expect(existsSync(join(dirname(path), icon.replace('file:', '')))).toBe(true);
      const codex = JSON.parse(readFileSync(path.replace(/\.ts$/, '.json'), 'utf8')) as {
        node: string;
        alias: string[];
      };
      expect(codex.node).toBe(`${manifest.name}.${description.name}`);
      expect(codex.alias).toEqual(expect.arrayContaining(['CV', 'candidature']));
    });

    it('can be used as a tool and names what it does', () => {
      // A trigger starts flows; an agent can't call it.
      expect(description.usableAsTool).toBe(description.group.includes('trigger') ? undefined : true);
      expect(description.subtitle).toBeTruthy();
      expect(description.description.length).toBeGreaterThan(20);
    });

    it('gives each operation an action and a description', () => {
      for (const operation of properties.filter(({ name }) => name === 'operation')) {
        for (const option of operation.options as INodePropertyOptions[]) {
          expect(option).toMatchObject({
            action: expect.stringMatching(/\w/) as string,
            description: expect.stringMatching(/\w/) as string,
          });
        }
      }
    });

    it('has a default that is one of the options', () => {
      const fixed = properties.filter(({ type, typeOptions }) => type === 'options' && !typeOptions?.loadOptionsMethod);
      for (const property of fixed) {
        const values = (property.options as INodePropertyOptions[]).map(({ value }) => value);
        expect({ name: property.name, known: values.includes(property.default as string) }).toEqual({
          name: property.name,
          known: true,
        });
      }
    });

    it('has every list that its fields are filled from', () => {
      const { listSearch = {}, loadOptions = {} } = node.methods ?? {};
      for (const { typeOptions, modes = [] } of properties) {
        const search = modes.find(({ type }) => type === 'list')?.typeOptions?.searchListMethod;
        if (search) expect(Object.keys(listSearch)).toContain(search);
        const load = typeOptions?.loadOptionsMethod;
        if (load) expect(Object.keys(loadOptions)).toContain(load);
      }
    });

    it('offers a list wherever it asks for an entry of the pool', () => {
      const ids = properties.filter(({ name }) => /^(?:candidate|offer|application|document)Id$/.test(name));
      for (const { name, type, displayOptions } of ids) {
        if (displayOptions) expect({ name, type }).toEqual({ name, type: 'resourceLocator' });
      }
    });

    it('asks only for credentials that exist, each with a test', () => {
      const own = new Map(credentials.map(({ instance }) => [instance.name, instance]));
      for (const { name, testedBy } of description.credentials ?? []) {
        if (!own.has(name)) expect(['ollamaApi', 'postgres', 'imap']).toContain(name);
        else expect(Object.keys(node.methods?.credentialTest ?? {})).toContain(testedBy);
      }
    });
  },
);

interface Workflow {
  id: string;
  name: string;
  settings: { errorWorkflow?: string };
  nodes: {
    name: string;
    type: string;
    position: [number, number];
    parameters: Record<string, unknown>;
    credentials?: object;
  }[];
  /** By kind: main, or what hangs on an AI node. */
  connections: Record<string, Record<string, { node: string }[][]>>;
}

/** “Tell a person what failed”, which every other workflow names. */
const ERROR_WORKFLOW = 'vivierErrors00001';

interface Named {
  id: string;
  name: string;
}

/** The first workflow's name for each kind of credential is everybody's. */
const credentialOf = new Map<string, Named>();

const workflows = readdirSync(join(ROOT, 'workflows')).map((file) => ({
  file,
  text: readFileSync(join(ROOT, 'workflows', file), 'utf8'),
}));

describe.each(workflows.map(({ file, text }) => [file, text] as const))('workflow %s', (_, text) => {
  const workflow = JSON.parse(text) as Workflow;
  const steps = workflow.nodes.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote');

  it('uses parameters that our nodes have', () => {
    for (const step of steps.filter(({ type }) => type.startsWith(`${manifest.name}.`))) {
      const [, type, asTool] = /\.(\w+?)(Tool)?$/.exec(step.type) ?? [];
      const node = nodes.find(({ instance }) => instance.description.name === type);
      expect(node).toBeDefined();
      const known = node?.instance.description.properties.map(({ name }) => name) ?? [];
      if (asTool) known.push('descriptionType', 'toolDescription');
      for (const name of Object.keys(step.parameters)) expect(known).toContain(name);
    }
  });

  it('explains itself in French and English', () => {
    const notes = workflow.nodes
      .filter(({ type }) => type === 'n8n-nodes-base.stickyNote')
      .map(({ parameters }) => String(parameters.content));
    expect(notes.length).toBeGreaterThanOrEqual(4);
    for (const note of notes) expect(note.split('---')).toHaveLength(2);
  });

  it('hides no step and no note under another', () => {
    const boxes = workflow.nodes.map(({ name, type, position: [x, y], parameters: { width = 96, height = 140 } }) => {
      const note = type === 'n8n-nodes-base.stickyNote';
      // A step of n8n's canvas is 96 wide and as high; its name stands below.
      return { name, x, y, right: x + (note ? Number(width) : 96), bottom: y + (note ? Number(height) : 140) };
    });
    const covered = boxes.flatMap((one, n) =>
      boxes
        .slice(n + 1)
        .filter(({ x, y, right, bottom }) => one.x < right && x < one.right && one.y < bottom && y < one.bottom)
        .map(({ name }) => `${one.name} / ${name}`),
    );
    expect(covered).toEqual([]);
  });

  it('connects every step', () => {
    const targets = Object.values(workflow.connections).flatMap((kinds) => Object.values(kinds).flat(2));
    const reached = new Set(targets.map(({ node }) => node));
    // What hangs on an AI node leads there instead of being led to.
    const hangsOn = (name: string) =>
      Object.keys(workflow.connections[name] ?? {}).some((kind) => kind.startsWith('ai_'));
    for (const { name, type } of steps)
      if (!/trigger$|pages$|\.webhook$|emailReadImap$/i.test(type) && !hangsOn(name))
        expect([...reached]).toContain(name);
    for (const name of reached) expect(steps.map((step) => step.name)).toContain(name);
  });

  it('tells a person when it fails', () => {
    const { id, settings } = workflow;
    if (id !== ERROR_WORKFLOW) expect(settings.errorWorkflow).toBe(ERROR_WORKFLOW);
  });

  it('names its credentials as all others do', () => {
    for (const { credentials } of steps) {
      for (const [kind, { id, name }] of Object.entries(credentials ?? {}) as [string, Named][]) {
        expect(name).toMatch(/^Vivier /);
        expect(id).toMatch(/^vivier\w{10}$/);
        // The two headers of the tests by a provider are two credentials of one kind.
        if (kind === 'httpHeaderAuth') continue;
        expect({ kind, ...(credentialOf.get(kind) ?? { id, name }) }).toEqual({ kind, id, name });
        credentialOf.set(kind, { id, name });
      }
    }
  });

  it('goes to no address of its own', () => {
    const said = JSON.stringify(steps);
    expect(said).not.toMatch(/https?:\/\/(?!schemas?\.)[\w-]+/);
    expect(said).not.toMatch(/[\w.-]+@[\w-]+\.(?:fr|com|org|net|test)\b/);
  });

  it('holds no secret and no path of somebody’s machine', () => {
    expect(text).not.toMatch(/password|apiKey|\/home\/|\/Users\/|[A-Z]:\\\\/i);
  });
});
