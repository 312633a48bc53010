import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { invalid } from '../validate';

/** OWASP, Password Storage Cheat Sheet (2023): scrypt with N=2^16, r=8, p=2 or more work; 64 MB and about 0.2 s here. */
const COST = { N: 2 ** 16, r: 8, p: 2, maxmem: 128 * 2 ** 20 };
const BYTES = 32;
const SHORTEST = 12;
const LONGEST = 200;
/** Without letters that are taken for others when a password is read out. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

const derive = (password: string, salt: Buffer, cost = COST): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(password.normalize('NFKC'), salt, BYTES, cost, (error, key) => (error ? reject(error) : resolve(key))),
  );

/** `scrypt$N$r$p$salt$hash`, so that the cost can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64'), key.toString('base64')].join('$');
}

/** The same work for an unknown person (`stored` null), so that time tells nothing. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const [, N, r, p, salt, hash] = (stored ?? '').split('$');
  if (!hash) {
    await derive(password.slice(0, LONGEST), Buffer.alloc(16));
    return false;
  }
  const cost = { N: Number(N), r: Number(r), p: Number(p), maxmem: COST.maxmem };
  const key = await derive(password.slice(0, LONGEST), Buffer.from(salt, 'base64'), cost);
  return timingSafeEqual(key, Buffer.from(hash, 'base64'));
}

/** Four groups of four, 80 bits. */
export function makePassword(): string {
  const letter = () => LETTERS[randomInt(LETTERS.length)];
  const group = () => Array.from({ length: 4 }, letter).join('');
  return Array.from({ length: 4 }, group).join('-');
}

/** @throws VivierError `invalid-input` when it is too short, too long, or says who it belongs to. */
export function readPassword(value: unknown, login: string): string {
  const password = typeof value === 'string' ? value : '';
  if (password.length < SHORTEST || password.length > LONGEST) {
    throw invalid('password', `${SHORTEST} to ${LONGEST} characters`, `${SHORTEST} à ${LONGEST} caractères`);
  }
  if (password.toLowerCase().includes(login) || new Set(password).size < 5) {
    throw invalid('password', 'it is too easy to guess', 'il est trop facile à deviner');
  }
  return password;
}
