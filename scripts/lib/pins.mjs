// What an appliance is built from, and whether each download of it is named by version and checksum.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const SHA256 = /^[0-9a-f]{64}$/;
const SHA512 = /^sha512-[A-Za-z0-9+/]{86}==$/;
const VERSION = /^\d+\.\d+\.\d+$/;

/** Each pin of vm/pins.env, what it is about, and its form. */
const PINS = {
  NODE_VERSION: ['Node', VERSION],
  NODE_INTEGRITY: ['Node', SHA512],
  NPM_VERSION: ['npm', VERSION],
  NPM_INTEGRITY: ['npm', SHA512],
  OLLAMA_VERSION: ['Ollama', VERSION],
  OLLAMA_FILE: ['Ollama', /^ollama-linux-amd64\.(tar\.zst|tgz)$/],
  OLLAMA_SHA256: ['Ollama', SHA256],
  MODEL_NAME: ['the model', /^[\w./-]+(:[\w.-]+)?$/],
  MODEL_DIGEST: ['the model', SHA256],
  EMBEDDING_NAME: ['the embedding model', /^[\w./-]+(:[\w.-]+)?$/],
  EMBEDDING_DIGEST: ['the embedding model', SHA256],
  DEBIAN_ISO_URL: ['Debian’s installer', /^https:\/\/cdimage\.debian\.org\/.*\/debian-13[\d.]*-amd64-netinst\.iso$/],
  DEBIAN_ISO_SHA256: ['Debian’s installer', SHA256],
};

/** @returns {Record<string, string>} */
export const readPins = (root) =>
  Object.fromEntries(
    [...readFileSync(join(root, 'vm/pins.env'), 'utf8').matchAll(/^(\w+)=(.*)$/gm)].map(([, key, value]) => [
      key,
      value,
    ]),
  );

/** The same for Packer, which reads the file by itself. */
export const packerPins = (pins) =>
  `# From vm/pins.env, by \`npm run appliance:pins\`.\niso_url    = "${pins.DEBIAN_ISO_URL}"\niso_sha256 = "${pins.DEBIAN_ISO_SHA256}"\n`;

/** A lock file's packages that come from somewhere without a checksum. */
function unlocked(root, file) {
  const { packages } = JSON.parse(readFileSync(join(root, file), 'utf8'));
  return Object.entries(packages)
    .filter(([name, { link, inBundle, integrity }]) => name !== '' && !link && !inBundle && !integrity)
    .map(([name]) => `${file}: ${name} has no checksum`);
}

/** One of the ways in which something gets in, and the places that have a reason for it. */
const WAYS = [
  // `fetch` of both: by checksum in the image's own, by one that somebody types in the machine's.
  [/\b(curl|wget)\b.*(https?:|\$url|\$\{?[A-Z])/, /vm\/(provision|files\/usr\/lib\/vivier)\/common\.sh$/],
  [/\bnpm (i|install|add|exec)\b|\bnpx\b|\bpip3? install\b|\bgit clone\b|\b(docker|podman) pull\b/, /^$/],
  [/\bollama pull\b/, /vm\/provision\/65-model\.sh$/],
];
/** This machine itself. */
const LOCAL = /127\.0\.0\.1|\$OLLAMA_HOST|\$\(setting VIVIER_(N8N_URL|HEALTH_PORT)\)/;

function strayDownloads(root) {
  const files = ['vm', 'packer'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.md$/.test(entry.name) && !/output/.test(entry.parentPath))
      .map((entry) => relative(root, join(entry.parentPath, entry.name))),
  );
  return files.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .map((line, at) => ({ line: line.replace(/^\s*#.*/, ''), at: at + 1 }))
      .filter(({ line }) => WAYS.some(([way, where]) => way.test(line) && !where.test(file)) && !LOCAL.test(line))
      .map(({ at }) => `${file}:${at} gets something by a way of its own: use fetch, with a pin`),
  );
}

/** @returns {string[]} what is not pinned, in words; none when all is */
export function notPinned(root) {
  const pins = readPins(root);
  const plugins = readFileSync(join(root, 'packer/plugins.pkr.hcl'), 'utf8');
  return [
    ...Object.entries(PINS)
      .filter(([key, [, form]]) => !form.test(pins[key] ?? ''))
      .map(([key, [what]]) => `${what}: ${key} is ${pins[key] ? 'malformed' : 'empty'} (npm run appliance:pins)`),
    ...Object.keys(pins)
      .filter((key) => !PINS[key])
      .map((key) => `${key}: nobody checks the form of this pin`),
    ...(readFileSync(join(root, 'packer/pins.auto.pkrvars.hcl'), 'utf8') === packerPins(pins)
      ? []
      : ['packer/pins.auto.pkrvars.hcl does not say the same as vm/pins.env (npm run appliance:pins)']),
    ...[...plugins.matchAll(/^\s+version = "(.*)"$/gm)]
      .filter(([, version]) => !/^= \d+\.\d+\.\d+$/.test(version))
      .map(([, version]) => `packer/plugins.pkr.hcl: “${version}” leaves the version open`),
    ...unlocked(root, 'package-lock.json'),
    ...unlocked(root, 'runtime/package-lock.json'),
    ...strayDownloads(root),
  ];
}
