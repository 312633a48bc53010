// A private n8n in a folder of its own: environment, package link, import of workflows and credentials, start, and the few calls of its REST interface
// that `npm start` and the tests make. n8n's version is pinned in runtime/, so its internal interface is too.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { n8nCommand, nodeForN8n, packageName, root, runtime } from './paths.mjs';
import { SetupError, say } from './words.mjs';

const requireFromRuntime = createRequire(join(runtime, 'package.json'));

/** n8n's modules that would call out to n8n's own servers; a name n8n does not know would stop it. */
const CHATTY_MODULES = ['mcp-registry', 'instance-reporting'];

export class N8n {
  /**
   * @param folder where this n8n keeps everything: `n8n/` (its own data), `cvs/`, `results/`, `pool/`.
   * @param port where it listens, on this machine only.
   * @param link false where the package was installed there from its tarball, as users do.
   */
  constructor({ folder, port, env = {}, link = true }) {
    this.folder = folder;
    this.port = port;
    this.url = `http://localhost:${port}`;
    this.extraEnv = env;
    /** The owner's session, once logged in. @type {string | undefined} */
    this.cookie = undefined;
    for (const name of ['n8n', 'cvs', 'results', 'pool']) mkdirSync(join(folder, name), { recursive: true });
    this.owner = this.#readOwner();
    if (link) this.#linkPackage();
  }

  /** The folder into which n8n's own installer puts community packages. */
  get packages() {
    return join(this.folder, 'n8n', '.n8n', 'nodes');
  }

  /** The owner account, made once with a random password and kept where only this user may read it. */
  #readOwner() {
    const path = join(this.folder, 'owner.json');
    if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
    const password = `Vivier-${randomBytes(9).toString('base64url')}1`;
    const hash = requireFromRuntime('bcryptjs').hashSync(password, 10);
    const owner = { email: 'rh@vivier.example', password, hash };
    writeFileSync(path, JSON.stringify(owner, null, 2), { mode: 0o600 });
    return owner;
  }

  #linkPackage() {
    const link = join(this.packages, 'node_modules', packageName);
    mkdirSync(dirname(link), { recursive: true });
    rmSync(link, { force: true, recursive: true });
    symlinkSync(root, link, 'junction');
  }

  get env() {
    const node = nodeForN8n();
    return {
      ...process.env,
      PATH: `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
      NODE_ENV: 'production',
      N8N_USER_FOLDER: join(this.folder, 'n8n'),
      N8N_PORT: String(this.port),
      N8N_LISTEN_ADDRESS: '127.0.0.1',
      N8N_EDITOR_BASE_URL: this.url,
      N8N_WEBHOOK_URL: `${this.url}/`,
      N8N_SECURE_COOKIE: 'false',
      N8N_RESTRICT_FILE_ACCESS_TO: `${join(this.folder, 'cvs')};${join(this.folder, 'results')}`,
      N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
      N8N_INSTANCE_OWNER_MANAGED_BY_ENV: 'true',
      N8N_INSTANCE_OWNER_EMAIL: this.owner.email,
      N8N_INSTANCE_OWNER_FIRST_NAME: 'Vivier',
      N8N_INSTANCE_OWNER_LAST_NAME: 'RH',
      N8N_INSTANCE_OWNER_PASSWORD_HASH: this.owner.hash,
      // Nothing leaves the machine.
      N8N_DIAGNOSTICS_ENABLED: 'false',
      N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
      N8N_TEMPLATES_ENABLED: 'false',
      N8N_PERSONALIZATION_ENABLED: 'false',
      N8N_HIRING_BANNER_ENABLED: 'false',
      N8N_DYNAMIC_BANNERS_ENABLED: 'false',
      N8N_DISABLED_MODULES: CHATTY_MODULES.join(','),
      EXTERNAL_FRONTEND_HOOKS_URLS: '',
      // SQLite leaves the bytes of deleted runs in its file until it is compacted.
      DB_SQLITE_VACUUM_ON_STARTUP: 'true',
      N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
      N8N_LOG_LEVEL: 'warn',
      GENERIC_TIMEZONE: Intl.DateTimeFormat().resolvedOptions().timeZone,
      ...this.extraEnv,
    };
  }

  /** Runs one of n8n's own commands, for example `import:workflow`. */
  command(args) {
    return new Promise((resolve, reject) => {
      const child = spawn(nodeForN8n(), [n8nCommand, ...args], {
        cwd: this.folder,
        env: this.env,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let output = '';
      child.stdout.on('data', (chunk) => (output += chunk));
      child.stderr.on('data', (chunk) => (output += chunk));
      child.on('close', (code) =>
        code === 0 ? resolve(output) : reject(new Error(`n8n ${args[0]} ended with ${code}:\n${output.slice(-4000)}`)),
      );
    });
  }

  /** Imports workflows (parsed JSON with fixed ids), makes those active that are meant to be, and stores credentials. Before `start`. */
  async import({ workflows, credentials = [] }) {
    const temp = mkdtempSync(join(tmpdir(), 'vivier-import-'));
    try {
      if (credentials.length) {
        const path = join(temp, 'credentials.json');
        writeFileSync(path, JSON.stringify(credentials), { mode: 0o600 });
        await this.command(['import:credentials', `--input=${path}`]);
      }
      if (workflows.length) {
        const path = join(temp, 'workflows.json');
        writeFileSync(path, JSON.stringify(workflows));
        await this.command(['import:workflow', `--input=${path}`]);
        for (const { id } of workflows.filter((workflow) => workflow.active))
          await this.command(['publish:workflow', `--id=${id}`]);
      }
    } finally {
      rmSync(temp, { recursive: true, force: true });
    }
  }

  /** Starts n8n and waits until it answers. */
  async start({ timeoutMs = 180_000 } = {}) {
    const broker = await freePort();
    this.process = spawn(nodeForN8n(), [n8nCommand, 'start'], {
      cwd: this.folder,
      env: { ...this.env, N8N_RUNNERS_BROKER_PORT: String(broker) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk) => (output = (output + chunk).slice(-8000));
    this.process.stdout.on('data', keep);
    this.process.stderr.on('data', keep);
    this.log = () => output;
    let ended = null;
    this.exited = new Promise((resolve) => this.process.on('close', (code) => resolve((ended = code ?? -1))));

    const deadline = Date.now() + timeoutMs;
    while (Date.now() < deadline) {
      if (ended !== null) throw new Error(`n8n ended with ${ended} while starting:\n${output}`);
      // Ready comes a moment before the routes of the interface do.
      if ((await this.#answers('/healthz/readiness')) && (await this.#answers('/rest/settings'))) return;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    await this.stop();
    throw new Error(`n8n did not answer within ${timeoutMs / 1000} s:\n${output}`);
  }

  async #answers(path) {
    try {
      return (await fetch(`http://127.0.0.1:${this.port}${path}`)).ok;
    } catch {
      return false;
    }
  }

  async stop() {
    if (!this.process || this.process.exitCode !== null) return;
    this.process.kill('SIGTERM');
    const killer = setTimeout(() => this.process.kill('SIGKILL'), 15_000);
    await this.exited;
    clearTimeout(killer);
  }

  async logIn() {
    const response = await fetch(`http://127.0.0.1:${this.port}/rest/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ emailOrLdapLoginId: this.owner.email, password: this.owner.password }),
    });
    if (!response.ok) throw new Error(`n8n refused the owner account (HTTP ${response.status})`);
    this.cookie = response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
  }

  /**
   * A call of n8n's REST interface as the owner; returns its `data`.
   * @param {string} path
   * @param {{method?: string, body?: unknown}} [request]
   */
  async rest(path, { method = 'GET', body } = {}) {
    if (!this.cookie) await this.logIn();
    const response = await fetch(`http://127.0.0.1:${this.port}/rest${path}`, {
      method,
      headers: {
        cookie: this.cookie,
        connection: 'close',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok)
      throw new Error(`n8n answered HTTP ${response.status} to ${method} ${path}: ${text.slice(0, 500)}`);
    return text ? JSON.parse(text).data : undefined;
  }

  /**
   * Publishes a workflow and waits until its triggers work: n8n answers as soon as it has written down that it shall publish.
   * @param {{id: string, versionId: string}} workflow
   */
  async publish({ id, versionId }) {
    await this.rest(`/workflows/${id}/activate`, { method: 'POST', body: { versionId } });
    const { status, triggers } = await this.#settled(id);
    if (status !== 'published') throw new Error(`n8n did not publish ${id}: ${status}, ${JSON.stringify(triggers)}`);
  }

  /** Takes a workflow back and waits until its triggers have ended. */
  async unpublish(id) {
    await this.rest(`/workflows/${id}/deactivate`, { method: 'POST', body: {} });
    await this.#settled(id);
  }

  async #settled(workflowId) {
    const deadline = Date.now() + 60_000;
    while (Date.now() < deadline) {
      const state = await this.rest(`/workflows/${workflowId}/publication-status`);
      if (state.status !== 'in_progress') return state;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`n8n is still publishing ${workflowId}`);
  }

  /**
   * Runs a workflow as the button in the editor does and waits for its end.
   * @param {string} workflowId
   * @param {string} trigger
   * @param {{data?: Record<string, unknown>, timeoutMs?: number, onTick?: () => void}} [options] data: what somebody typed into the trigger.
   * @returns {Promise<{id: string, status: string, error?: {message?: string, description?: string}, runData: Record<string, any[]>}>} n8n's own run data by node name.
   */
  async run(workflowId, trigger, { data, timeoutMs = 600_000, onTick = () => {} } = {}) {
    const { executionId } = await this.rest(`/workflows/${workflowId}/run`, {
      method: 'POST',
      body: { triggerToStartFrom: { name: trigger, ...(data && { data: asTriggered(data) }) } },
    });
    return await this.waitFor(executionId, { timeoutMs, onTick });
  }

  async waitFor(executionId, { timeoutMs = 600_000, onTick = () => {} } = {}) {
    const deadline = Date.now() + timeoutMs;
    while (Date.now() < deadline) {
      const execution = await this.rest(`/executions/${executionId}`);
      if (!['new', 'running', 'waiting'].includes(execution.status)) return readExecution(execution);
      onTick();
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    throw new SetupError(
      say(
        `The workflow did not end within ${timeoutMs / 1000} s.`,
        `Le workflow ne s’est pas terminé en ${timeoutMs / 1000} s.`,
      ),
      say('Open n8n and look at “Executions”.', 'Ouvrez n8n et regardez « Executions ».'),
    );
  }
}

/** What the editor hands over when somebody fills in a trigger there: one item. */
const asTriggered = (json) => ({
  startTime: Date.now(),
  executionTime: 0,
  executionIndex: 0,
  executionStatus: 'success',
  source: [],
  data: { main: [[{ json }]] },
});

function readExecution(execution) {
  const { parse } = requireFromRuntime('flatted');
  const data = typeof execution.data === 'string' ? parse(execution.data) : execution.data;
  return {
    id: execution.id,
    status: execution.status,
    error: data?.resultData?.error,
    runData: data?.resultData?.runData ?? {},
  };
}

/** The items that a node gave in its last run, by output: `itemsOf(run, 'Rank the candidates')`. */
export function itemsOf(run, node, output = 0) {
  return run.runData[node]?.at(-1)?.data?.main?.[output] ?? [];
}

/** A port of this machine that nothing listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Whether a port can be listened on. */
export function portIsFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
