import type { Locale } from './catalogue';

/** The language of messages: VIVIER_LANGUAGE, else n8n's own locale, else the system's; English when none says French. */
export function currentLocale(env: NodeJS.ProcessEnv = process.env): Locale {
  const wanted = env.VIVIER_LANGUAGE ?? env.N8N_DEFAULT_LOCALE ?? env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? '';
  return wanted.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}
