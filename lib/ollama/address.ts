import { invalid } from '../errors';

const DEFAULT_PORT = 11434;
const MOST_WEIGHT = 100;
const MOST_AT_ONCE = 64;

/** One machine as a person wrote it: `http://gpu1:11434 weight=3 parallel=2`, or `… drain`. */
export interface HostSpec {
  url: string;
  /** Among machines that are free, one of weight 3 is preferred as if it were three times as fast; default 1. */
  weight: number;
  /** Requests at once; undefined: the configuration's own. */
  parallel?: number;
  /** True: what is under way ends there, nothing new begins. */
  drained: boolean;
}

const wrong = (en: string, fr: string) => invalid('hosts', en, fr);

/**
 * `http://host:port` out of what people type: a bare host, or an address with `/api` or `/v1` behind it.
 * @throws VivierError `invalid-input`.
 */
export function normaliseHost(typed: string): string {
  const text = typed.trim();
  const hasScheme = /^https?:\/\//i.test(text);
  let url: URL;
  try {
    url = new URL(hasScheme ? text : `http://${text}`);
  } catch {
    throw wrong('not an address', 'ce n’est pas une adresse');
  }
  if (url.username || url.password) {
    throw wrong('use the key field, not a password in the address', 'le mot de passe va dans le champ de la clé');
  }
  const port = url.port || (hasScheme ? '' : String(DEFAULT_PORT));
  const path = url.pathname.replace(/\/+$/, '').replace(/\/(api|v1)$/, '');
  return `${url.protocol}//${url.hostname}${port ? `:${port}` : ''}${path}`;
}

const isWord = (text: string) => /^(weight|parallel)=|^drain(ed)?$/i.test(text);

/**
 * Several machines in one text, by commas, semicolons, blanks or lines; words behind an address belong to it.
 * @returns one entry a machine, its words behind it, as `OllamaConfig.hosts` takes them.
 */
export function splitHosts(text: string): string[] {
  const hosts: string[] = [];
  for (const part of text.split(/[\s,;]+/).filter(Boolean)) {
    const last = hosts.length - 1;
    if (isWord(part) && last >= 0) hosts[last] += ` ${part}`;
    else hosts.push(part);
  }
  return hosts;
}

function wholeNumber(text: string, most: number, word: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > most) {
    throw wrong(`${word}= takes a number from 1 to ${most}`, `${word}= prend un nombre de 1 à ${most}`);
  }
  return value;
}

/** @throws VivierError `invalid-input` for an address or a word that can't be read: a misspelt word must not be passed over. */
export function readHost(entry: string): HostSpec {
  const [address = '', ...words] = entry.trim().split(/\s+/);
  const spec: HostSpec = { url: normaliseHost(address), weight: 1, drained: false };
  for (const word of words) {
    const [name, value = ''] = word.toLowerCase().split('=', 2);
    if (name === 'weight') spec.weight = wholeNumber(value, MOST_WEIGHT, name);
    else if (name === 'parallel') spec.parallel = wholeNumber(value, MOST_AT_ONCE, name);
    else if (/^drain(ed)?$/.test(word.toLowerCase())) spec.drained = true;
    else {
      const said = word.slice(0, 20);
      throw wrong(
        `“${said}” is not one of weight=, parallel=, drain`,
        `« ${said} » n’est ni weight=, ni parallel=, ni drain`,
      );
    }
  }
  return spec;
}
