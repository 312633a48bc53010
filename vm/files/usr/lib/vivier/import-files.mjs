// What n8n imports at first boot: the ready-made workflows and the credentials that they name. Secrets stay in files that only n8n's user reads.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, poolEnv, ollamaHost, model, vivier = '/opt/vivier'] = process.argv.slice(2);
const encryptionKey = /^VIVIER_POOL_KEY=(.+)$/m.exec(readFileSync(poolEnv, 'utf8'))[1];

const workflows = readdirSync(join(vivier, 'workflows'))
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => JSON.parse(readFileSync(join(vivier, 'workflows', name), 'utf8')));

const hosts = ollamaHost || 'http://127.0.0.1:11434';

/** The ids that the workflows name. Mailbox and mail are filled in by the page /setup/mail. */
const credentials = [
  {
    id: 'vivierOllama0001',
    name: 'Vivier Ollama',
    type: 'vivierOllamaApi',
    data: { hosts, model: model || 'mistral:7b-instruct', apiKey: '' },
  },
  // n8n's own kind, for its AI Agent: one machine only.
  {
    id: 'vivierOllamaChat',
    name: 'Vivier Ollama Chat',
    type: 'ollamaApi',
    data: { baseUrl: hosts.split(/[\s,]+/)[0], apiKey: '' },
  },
  {
    id: 'vivierPool000001',
    name: 'Vivier Talent Pool',
    type: 'vivierTalentPoolApi',
    data: {
      backend: 'postgres',
      host: '/run/postgresql',
      port: 5432,
      database: 'vivier',
      user: 'vivier',
      password: '',
      ssl: false,
      encryptionKey,
    },
  },
  { id: 'vivierImap000001', name: 'Vivier Mailbox', type: 'vivierImapApi', data: {} },
  { id: 'vivierSmtp000001', name: 'Vivier Mail', type: 'smtp', data: {} },
];

const write = (name, text) => writeFileSync(join(folder, name), text, { mode: 0o600 });
write('workflows.json', JSON.stringify(workflows.map((workflow) => ({ ...workflow, active: false }))));
write('credentials.json', JSON.stringify(credentials));
write(
  'publish',
  workflows
    .filter(({ active }) => active)
    .map(({ id }) => `${id}\n`)
    .join(''),
);
