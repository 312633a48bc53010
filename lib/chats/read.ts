import { VivierError } from '../errors';
import { chatGpt, isChatGpt } from './platforms/chatgpt';
import { claude, isClaude } from './platforms/claude';
import { grok, isGrok } from './platforms/grok';
import { isLeChat, leChat } from './platforms/lechat';
import { markdown } from './platforms/markdown';
import { isObject, list, own } from './read-json';
import type { Chat, ChatPlatform, Json } from './types';

export interface ReadChatsOptions {
  /** Of the file, and of all that is taken out of an archive together; default 256 MiB, as a whole export is held in memory. */
  mostBytes?: number;
  /** Default 20,000 conversations. */
  mostChats?: number;
}

const MOST_BYTES = 256 * 1024 * 1024;
const MOST_CHATS = 20_000;
const MOST_FILES = 50_000;
const MEBIBYTE = 1024 * 1024;
const ZIP = [0x50, 0x4b, 0x03, 0x04];

type Reader = (value: Json, fileName: string) => Chat;
/** By what stands in a conversation, not by the file's name. The most telling marks first. */
const READERS: [Exclude<ChatPlatform, 'markdown'>, (value: Json) => boolean, Reader][] = [
  ['chatgpt', isChatGpt, chatGpt],
  ['claude', isClaude, claude],
  ['grok', isGrok, grok],
  ['lechat', isLeChat, leChat],
];

/**
 * The conversations of an export of ChatGPT, Claude, Grok or Le Chat, as JSON or as the ZIP that was downloaded, or of one written as Markdown. Those without a word in
 * them are left out.
 * @throws VivierError `empty`, `too-large`, `zip-bomb`, `corrupt`, `encrypted`, `invalid-json` or `not-a-chat`.
 */
export async function readChats(
  { data, fileName }: { data: Uint8Array; fileName: string },
  { mostBytes = MOST_BYTES, mostChats = MOST_CHATS }: ReadChatsOptions = {},
): Promise<Chat[]> {
  if (data.length === 0) throw new VivierError('empty', { fileName });
  if (data.length > mostBytes) throw tooLarge(fileName, data.length, mostBytes);
  const files = ZIP.every((byte, index) => data[index] === byte)
    ? await unpack(data, fileName, mostBytes)
    : [{ name: fileName, data }];
  const chats: Chat[] = [];
  for (const file of files) {
    chats.push(...chatsIn(file.data, file.name, files.length > 1));
    if (chats.length > mostChats) {
      throw new VivierError('too-large', { fileName, actual: chats.length, limit: mostChats });
    }
  }
  const spoken = chats.filter(({ messages }) => messages.length > 0);
  if (spoken.length === 0) throw new VivierError('not-a-chat', { fileName });
  return spoken;
}

const tooLarge = (fileName: string, bytes: number, most: number) =>
  new VivierError('too-large', {
    fileName,
    ...{ actual: `${Math.ceil(bytes / MEBIBYTE)} MiB`, limit: `${Math.floor(most / MEBIBYTE)} MiB` },
  });

/** The JSON and Markdown files of an archive; pictures and the rest are not unpacked. Sizes are counted while unpacking, never believed. */
async function unpack(data: Uint8Array, fileName: string, mostBytes: number) {
  const { BlobReader, Uint8ArrayWriter, ZipReader } = await import('@zip.js/zip.js');
  const zip = new ZipReader(new BlobReader(new Blob([new Uint8Array(data)])), { useWebWorkers: false });
  const files: { name: string; data: Uint8Array }[] = [];
  try {
    const entries = await zip.getEntries();
    if (entries.length > MOST_FILES) throw new VivierError('zip-bomb', { fileName });
    let total = 0;
    for (const entry of entries) {
      if (entry.directory || !/\.(?:json|md|markdown|txt)$/i.test(entry.filename)) continue;
      if (entry.encrypted) throw new VivierError('encrypted', { fileName });
      total += entry.uncompressedSize;
      if (total > mostBytes) throw new VivierError('zip-bomb', { fileName });
      const content = await entry.getData(new Uint8ArrayWriter(), { useWebWorkers: false });
      if (content.length > entry.uncompressedSize) throw new VivierError('zip-bomb', { fileName });
      files.push({ name: entry.filename.split('/').at(-1) ?? entry.filename, data: content });
    }
    return files;
  } catch (error) {
    if (error instanceof VivierError) throw error;
    throw new VivierError('corrupt', { fileName }, { cause: error });
  } finally {
    await zip.close().catch(() => undefined);
  }
}

/** @param among others of an archive, which may hold files about the account: those are passed over. */
function chatsIn(data: Uint8Array, fileName: string, among: boolean): Chat[] {
  const source = new TextDecoder('utf-8').decode(data);
  const trimmed = source.trimStart();
  if (!/^[[{]/.test(trimmed)) {
    const chat = markdown(source, fileName);
    if (!chat && !among) throw new VivierError('not-a-chat', { fileName });
    return chat ? [chat] : [];
  }
  let parsed: Json;
  try {
    parsed = JSON.parse(trimmed) as Json;
  } catch (error) {
    throw new VivierError('invalid-json', { fileName }, { cause: error });
  }
  const chats = conversationsOf(parsed, fileName);
  if (chats.length === 0 && !among) throw new VivierError('not-a-chat', { fileName });
  return chats;
}

/** One conversation, a list of them, or an object that holds the list under `conversations` or `chats`. */
function conversationsOf(value: Json, fileName: string): Chat[] {
  const one = chatOf(value, fileName);
  if (one) return [one];
  const inside = isObject(value) ? [...list(own(value, 'conversations')), ...list(own(value, 'chats'))] : list(value);
  return inside.flatMap((entry) => chatOf(entry, fileName) ?? []);
}

function chatOf(value: Json, fileName: string): Chat | null {
  const reader = READERS.find(([, recognises]) => recognises(value));
  return reader ? reader[2](value, fileName) : null;
}
