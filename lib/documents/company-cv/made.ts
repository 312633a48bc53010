import type { JobOffer } from '../../match';
import type { Profile } from '../../profile';
import { inputsOf, logoOf, sha256, sortedJson, storedLogo, type DocumentInputs, type StoredPicture } from '../made';
import { words } from '../words';
import { renderCompanyCv } from './index';
import { styleOf } from './styles';
import type { CompanyCv, CompanyCvOptions } from './types';
import { cvWords } from './words';

type Stored = Omit<CompanyCvOptions, 'logo'> & { logo?: StoredPicture };

/** What a company CV was made from, to be stored with the candidate: see `makeAgain`. */
export function companyCvInputs(
  profile: Profile,
  options: CompanyCvOptions,
  { data, format, style }: CompanyCv,
  offer: Partial<JobOffer> & { id?: string | null } = {},
): DocumentInputs {
  const { logo, ...rest } = options;
  const stored: Stored = { ...rest, format, style, ...(logo ? { logo: storedLogo(logo) } : {}) };
  const { locale, tailoredTo, colour, font } = options;
  const version = sha256(sortedJson([styleOf(style, colour, font), words[locale], cvWords[locale]]));
  return inputsOf(
    {
      ...{ maker: 'company-cv', format, template: { name: style, version } },
      offer: tailoredTo ? { id: offer.id ?? null, title: tailoredTo.title, sha256: sha256(sortedJson(offer)) } : null,
    },
    profile,
    stored,
    data,
  );
}

export async function makeCompanyCvAgain(profile: Profile, made: DocumentInputs): Promise<Buffer> {
  const { logo, ...options } = made.options as unknown as Stored;
  const { data } = await renderCompanyCv(profile, { ...options, ...(logo ? { logo: logoOf(logo) } : {}) });
  return data;
}
