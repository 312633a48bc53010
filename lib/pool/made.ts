import { makeAgain, profileSum, sha256 } from '../documents';
import { currentLocale, type Locale } from '../errors';
import { getCandidate } from './candidates/read';
import type { PoolContext } from './context';
import { profileBehind, readRecord } from './records';
import type { RecordExplanation, RecordInfo, RemadeRecord } from './types';
import { invalid } from './validate';

/** See TalentPool.records.explain. */
export async function explainRecord(context: PoolContext, recordId: string): Promise<RecordExplanation> {
  const { data, ...record } = await readRecord(context, recordId);
  const { profile } = await getCandidate(context, record.candidateId);
  const sum = sha256(data);
  const profileChanged = Boolean(record.made?.profileSha256) && record.made?.profileSha256 !== profileSum(profile);
  const untouched = record.made ? record.made.sha256 === sum : true;
  return {
    ...record,
    sha256: sum,
    profileChanged,
    untouched,
    sentences: sentencesOf(record, profileChanged, currentLocale()),
  };
}

/** See TalentPool.records.makeAgain. */
export async function makeRecordAgain(context: PoolContext, recordId: string): Promise<RemadeRecord> {
  const { data: stored, ...record } = await readRecord(context, recordId);
  const profile = await profileBehind(context, recordId);
  if (!record.made || !profile) {
    throw invalid(
      'documentId',
      'what it was made from was not kept',
      'ce dont le document est issu n’a pas été conservé',
    );
  }
  const data = await makeAgain(profile, record.made, stored);
  return { ...record, data, identical: sha256(data) === sha256(stored) };
}

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
  },
} as const;

function sentencesOf({ made, chat, by, createdAt, profileVersion }: RecordInfo, changed: boolean, locale: Locale) {
  const w = SENTENCES[locale];
  const day = new Intl.DateTimeFormat(locale === 'fr' ? 'fr' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return [
    w.by(day.format(new Date(createdAt)), by),
    ...(chat ? [w.chat(chat.platform, chat.title)] : []),
    ...(made ? [w.template(made.template.name, made.template.version.slice(0, 12))] : []),
    ...(made?.profileSha256 ? [w.profile(profileVersion)] : []),
    ...(changed ? [w.changed] : []),
    ...(made?.offer ? [w.offer(made.offer.title)] : []),
    ...(made ? [made.model ? w.model(made.model.name) : w.noModel] : []),
  ];
}
