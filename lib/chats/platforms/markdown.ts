import type { Chat, ChatMessage } from '../types';

const NAMES =
  'user|human|you|vous|moi|utilisateur|utilisatrice|me|you said|vous avez dit|assistant|chatgpt|chatgpt said|chatgpt a dit|claude|le chat|mistral|grok|ia|ai|bot|system|système';
/** « ## Vous : », "**User:** what is said", "You said:"; « ### Assistant » and "**Claude**" alone on their line. */
const SPEAKER = new RegExp(
  `^(?:#{1,6}\\s*)?(?:\\*\\*|__)?(${NAMES})(?:\\*\\*|__)?\\s*:(?:\\*\\*|__)?\\s*(.*)$|^(?:#{1,6}\\s*|\\*\\*|__)(${NAMES})(?:\\*\\*|__)?\\s*$`,
  'iu',
);
const USERS = /^(?:user|human|you|vous|moi|me|utilisat(?:eur|rice)|you said|vous avez dit)$/i;
const SYSTEM = /^syst/i;
const TITLE = /^#\s+(.+)$/;

/** Null when nobody is named as speaking: then it is some text, not a conversation. */
export function markdown(source: string, fileName: string): Chat | null {
  const messages: ChatMessage[] = [];
  let title = '';
  let fenced = false;
  for (const line of source.replace(/\r\n?/g, '\n').split('\n')) {
    const speaker = fenced ? null : SPEAKER.exec(line);
    if (speaker) {
      const name = speaker[1] ?? speaker[3];
      const role = USERS.test(name) ? 'user' : SYSTEM.test(name) ? 'system' : 'assistant';
      messages.push({ role, at: null, text: speaker[2] ?? '' });
      continue;
    }
    if (/^\s*```/.test(line)) fenced = !fenced;
    const last = messages.at(-1);
    if (last) last.text += `\n${line}`;
    else title ||= TITLE.exec(line)?.[1].trim() ?? '';
  }
  const said = messages.map((message) => ({ ...message, text: message.text.trim() })).filter(({ text }) => text !== '');
  if (!said.some(({ role }) => role === 'user') || said.length < 2) return null;
  return {
    platform: 'markdown',
    title: title || fileName.replace(/\.\w+$/, ''),
    ...{ startedAt: null, updatedAt: null, messages: said, attachments: [] },
  };
}
