import { cefrIn, languageName, languagesIn } from '../match';
import type { Locale } from '../errors';
import type { Profile } from '../profile';
import type { Chat } from './types';

/** A fact that a person told in a chat, offered to their profile. Nothing changes until somebody accepts it. */
export interface ChatSuggestion {
  /** Into the profile. `add` puts one more into a list, `set` fills a value that is empty. */
  path: 'contact.email' | 'contact.phone' | 'contact.city' | 'languages' | 'skills';
  action: 'add' | 'set';
  value: unknown;
  /** For people: « anglais, C1 ». */
  label: string;
  /** What the person wrote, word for word. */
  quote: string;
  chat: { title: string; platform: string; at: string | null };
}

const MOST = 50;
const MAIL = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/u;
const PHONE = /(?<![\d-])(?:\+|00)?\d(?:[\s.]?\d){8,13}(?!\d)/;
const SPEAK =
  /(?<!\p{L})(?:je (?:parle|comprends|suis bilingue|maîtrise l)|mon niveau|ma langue|i (?:speak|am fluent|am bilingual)|my (?:level|mother tongue))/iu;
const LIVE =
  /(?<!\p{L})(?:j[’']habite|je vis|i live)\s+(?:à|au|en|in)\s+(\p{Lu}[\p{L}'’-]+(?:[ -]\p{Lu}[\p{L}'’-]+)*)/u;
const KNOW =
  /(?<!\p{L})(?:je (?:maîtrise|connais|utilise)|je sais utiliser|i (?:know|use|am experienced in))\s+([^.!?;\n]{2,80})/iu;

/** Rules alone, over what the person wrote; what the other side said is nobody's fact. What the profile has already is not offered again. */
export function suggestFromChats(chats: Chat[], profile: Profile, locale: Locale): ChatSuggestion[] {
  const found = chats.flatMap((chat) =>
    chat.messages
      .filter(({ role }) => role === 'user')
      .flatMap(({ text, at }) =>
        sentencesOf(text).flatMap((quote) =>
          factsIn(quote, profile, locale).map((fact) => ({
            ...fact,
            ...{ quote, chat: { title: chat.title, platform: chat.platform, at: at ?? chat.startedAt } },
          })),
        ),
      ),
  );
  const seen = new Set<string>();
  return found
    .filter(({ path, label }) => !seen.has(`${path} ${label}`) && Boolean(seen.add(`${path} ${label}`)))
    .slice(0, MOST);
}

const sentencesOf = (text: string) =>
  text
    .split(/\n+|(?<=[.!?])\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 3 && sentence.length < 400);

type Fact = Omit<ChatSuggestion, 'quote' | 'chat'>;

function factsIn(quote: string, profile: Profile, locale: Locale): Fact[] {
  // A question or a quotation tells nothing of the person.
  if (/\?\s*$/.test(quote) || /^[>«“"]/.test(quote)) return [];
  const { contact } = profile;
  const set = (path: Fact['path'], value: string | undefined, known: string | null): Fact[] =>
    value && !known ? [{ path, action: 'set', value, label: value }] : [];
  const mine = /(?<!\p{L})(?:mon|ma|mes|my|me|moi)(?!\p{L})/iu.test(quote);
  return [
    ...(mine ? set('contact.email', MAIL.exec(quote)?.[0], contact.email) : []),
    ...(mine ? set('contact.phone', PHONE.exec(quote)?.[0].trim(), contact.phone) : []),
    ...set('contact.city', LIVE.exec(quote)?.[1], contact.city),
    ...(SPEAK.test(quote) ? languageFacts(quote, profile, locale) : []),
    ...skillFacts(quote, profile),
  ];
}

function languageFacts(quote: string, { languages }: Profile, locale: Locale): Fact[] {
  const level = cefrIn(quote);
  const named = languagesIn(quote);
  return named
    .filter(({ code }) => !languages.some((known) => known.code === code))
    .map(({ code, word }) => {
      // One level for several languages belongs to none of them for certain.
      const own = named.length === 1 ? level : null;
      const value = { code, name: languageName(code, locale) || word, level: own, levelText: null, evidence: {} };
      return { path: 'languages', action: 'add', value, label: [value.name, own].filter(Boolean).join(', ') };
    });
}

function skillFacts(quote: string, { skills }: Profile): Fact[] {
  const known = new Set(skills.map(({ name }) => name.toLowerCase()));
  const named = (KNOW.exec(quote)?.[1] ?? '')
    .split(/,|\s(?:et|and)\s/u)
    .map((part) => part.trim().replace(/^(?:le|la|les|l[’']|the)\s*/iu, ''));
  return named
    .filter((name) => name.length > 1 && name.split(/\s+/).length <= 3 && !known.has(name.toLowerCase()))
    .map((name) => ({
      path: 'skills',
      action: 'add',
      value: { name, group: null, code: null, evidence: {} },
      label: name,
    }));
}
