import type { Locale } from '../errors';
import type { ListInfo, RecordInfo } from './types';

const SENTENCES = {
  fr: {
    by: (day: string, by: string) => `Établi le ${day} par ${by}.`,
    template: (name: string, version: string) => `Modèle de texte : ${name}, version ${version}.`,
    profile: (version: number | null) =>
      version === null
        ? 'Établi à partir d’un profil qui n’est pas une version du vivier ; il est conservé avec le document.'
        : `Établi à partir de la version ${version} du profil.`,
    changed: 'Le profil a changé depuis.',
    offer: (title: string) => `Pour l’offre « ${title} ».`,
    model: (name: string) =>
      `Des passages ont été rédigés par le modèle de langage ${name}, puis vérifiés avec le profil.`,
    noModel: 'Aucun modèle de langage n’y a pris part.',
    chat: (platform: string, title: string) => `Conversation « ${title} » exportée de ${platform}.`,
    people: (count: number) => `Personnes citées à l’origine : ${count}.`,
    leftOut: (count: number) =>
      `Laissées de côté depuis, parce que leurs données ont été effacées ou ne peuvent plus être montrées : ${count}.`,
  },
  en: {
    by: (day: string, by: string) => `Made on ${day} by ${by}.`,
    template: (name: string, version: string) => `Template: ${name}, version ${version}.`,
    profile: (version: number | null) =>
      version === null
        ? 'Made from a profile that is no version in the pool; it is kept with the document.'
        : `Made from version ${version} of the profile.`,
    changed: 'The profile has changed since.',
    offer: (title: string) => `For the offer “${title}”.`,
    model: (name: string) => `Passages were worded by the language model ${name}, then checked against the profile.`,
    noModel: 'No language model took part.',
    chat: (platform: string, title: string) => `Conversation “${title}” exported from ${platform}.`,
    people: (count: number) => `People in it at first: ${count}.`,
    leftOut: (count: number) => `Left out since, because their data were erased or may no longer be shown: ${count}.`,
  },
} as const;

/** A record, or a list of several people. */
type Made = Pick<RecordInfo, 'made' | 'by' | 'createdAt'> &
  Partial<Pick<RecordInfo, 'chat' | 'profileVersion'> & Pick<ListInfo, 'people'>> & {
    profileChanged?: boolean;
    leftOut?: number;
  };

/** How a document came to be, in sentences. */
export function explainMade(document: Made, locale: Locale): string[] {
  const { made, chat, by, createdAt, profileVersion = null, profileChanged, people, leftOut } = document;
  const w = SENTENCES[locale];
  const day = new Intl.DateTimeFormat(locale === 'fr' ? 'fr' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return [
    w.by(day.format(new Date(createdAt)), by),
    ...(chat ? [w.chat(chat.platform, chat.title)] : []),
    ...(made ? [w.template(made.template.name, made.template.version.slice(0, 12))] : []),
    ...(made?.profileSha256 ? [w.profile(profileVersion)] : []),
    ...(profileChanged ? [w.changed] : []),
    ...(made?.offer ? [w.offer(made.offer.title)] : []),
    ...(people ? [w.people(people)] : []),
    ...(leftOut ? [w.leftOut(leftOut)] : []),
    ...(made ? [made.model ? w.model(made.model.name) : w.noModel] : []),
  ];
}
