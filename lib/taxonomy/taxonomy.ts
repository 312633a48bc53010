import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Profile } from '../profile';
import { indexTerms, meaningOf, type Term, type TermKind } from './index-terms';
import { termKey } from './words';

export interface Taxonomy {
  /**
   * The concept that a wording surely means, else null: the wording is one of the concept's labels, but for case, accents, articles, plural and
   * gender, and no other concept's. What stands in brackets at its end is left out when the whole is no label.
   */
  find(kind: TermKind, wording: string): Term | null;
}

/** Longer texts are sentences, never labels. */
const MOST_CHARACTERS = 80;

const inBrackets = /\s*[([][^()[\]]*[)\]]\s*$/;

async function read(): Promise<Taxonomy> {
  const packed = await readFile(join(__dirname, 'esco.txt.gz'));
  const indexes = indexTerms((await promisify(gunzip)(packed)).toString('utf8'));
  return {
    find(kind, wording) {
      if (wording.length > MOST_CHARACTERS) return null;
      const bare = wording.replace(inBrackets, '');
      return meaningOf(indexes[kind], termKey(wording)) ?? meaningOf(indexes[kind], termKey(bare));
    },
  };
}

let loading: Promise<Taxonomy> | undefined;

/** ESCO's terms, read once per process and only when first asked for. */
export function loadTaxonomy(): Promise<Taxonomy> {
  loading ??= read();
  return loading;
}

/**
 * The same profile with ESCO codes (`esco:<uuid>`) on the skills, job titles and headline that surely name a concept of ESCO. Words and evidence
 * stay as they are; a code that is there already stays too.
 */
export async function withCodes(profile: Profile): Promise<Profile> {
  const taxonomy = await loadTaxonomy();
  /** Only where there is one: a profile without codes stays as it was. */
  const occupation = (title: string | null, known: string | null | undefined) => {
    const code = known ?? (title === null ? undefined : taxonomy.find('occupation', title)?.code);
    return code === undefined ? {} : { occupation: code };
  };
  return {
    ...profile,
    ...occupation(profile.headline, profile.occupation),
    experiences: profile.experiences.map((one) => ({ ...one, ...occupation(one.title, one.occupation) })),
    skills: profile.skills.map((one) => ({ ...one, code: one.code ?? taxonomy.find('skill', one.name)?.code ?? null })),
  };
}
