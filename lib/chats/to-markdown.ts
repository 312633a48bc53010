import type { Locale } from '../errors';
import type { Chat } from './types';

const SPEAKERS: Record<Locale, Record<string, string>> = {
  fr: { user: 'Vous', assistant: 'Assistant', system: 'Système', tool: 'Assistant' },
  en: { user: 'You', assistant: 'Assistant', system: 'System', tool: 'Assistant' },
};

/** A conversation as people can read it, and as `readChats` reads it again: this is what the pool keeps. */
export function toMarkdown({ title, startedAt, messages, attachments }: Chat, locale: Locale): string {
  const head = [`# ${title.replace(/\s+/g, ' ')}`, startedAt ?? '', ...attachments.map(({ name }) => `- ${name}`)];
  const said = messages.map(({ role, text }) => `## ${SPEAKERS[locale][role]}:\n\n${text}`);
  return `${[...head.filter(Boolean), ...said].join('\n\n')}\n`;
}
