import type { Profile } from '../../profile';
import type { RenewalMail } from '../types';

const day = (moment: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(moment));

const MAILS = {
  fr: (name: string, dueAt: string) => ({
    subject: 'Souhaitez-vous rester dans notre vivier de candidats ?',
    text: `Bonjour${name},\n\nVous nous avez confié votre CV. Sans réponse de votre part, vos données seront effacées le ${day(dueAt, 'fr')}.\n\nPour rester dans notre vivier, répondez « oui » à ce message. Pour être effacé dès maintenant, répondez « non ». Vous pouvez aussi demander une copie de vos données ou leur correction.`,
  }),
  en: (name: string, dueAt: string) => ({
    subject: 'Would you like to stay in our talent pool?',
    text: `Hello${name},\n\nYou sent us your CV. If we don’t hear from you, your data will be erased on ${day(dueAt, 'en-GB')}.\n\nTo stay in our talent pool, answer “yes” to this message. To be erased now, answer “no”. You may also ask for a copy of your data, or for a correction.`,
  }),
};

/** In the CV's language, French when that is neither French nor English. Null when there is no address to write to. */
export function renewalMail(profile: Profile, dueAt: string): RenewalMail | null {
  const { email } = profile.contact;
  if (!email) return null;
  const language = profile.meta.language === 'en' ? 'en' : 'fr';
  const name = profile.identity.fullName;
  return { email, name, language, ...MAILS[language](name ? ` ${name.replace(/\s+/g, ' ')}` : '', dueAt) };
}
