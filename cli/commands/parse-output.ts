import { currentLocale, type Locale } from '../../lib/errors';
import {
  toCsv,
  toEuropassXml,
  toFlatFrench,
  toJsonResume,
  toMarkdown,
  type CsvRow,
  type Profile,
} from '../../lib/profile';
import type { ExplainedField } from '../../lib/analyze';
import type { Batch, Slot } from '../batch';
import { writeJson, writeText } from '../files';
import { words } from '../words';
import { explanationText } from './explanation';

export const FORMATS = ['profile', 'json-resume', 'europass-xml', 'csv', 'flat-fr', 'markdown'] as const;

export interface OutputFlags {
  out: string;
  format: (typeof FORMATS)[number];
  locale?: Locale;
  evidence?: boolean;
}

/** One CV's result; `meta` is the profile's. */
export interface Parsed {
  profile: Profile;
  /** How it was found, when that was asked for. */
  explained: ExplainedField[] | null;
  meta: Profile['meta'];
}

/** Where results go in the chosen format. `close` writes what all documents share. */
export interface Output extends Required<Pick<Batch<Parsed>, 'save' | 'refused'>> {
  close(): Promise<void>;
}

const renamed = (name: string, ending: string) => name.replace(/json$/, ending);

function writerOf({ out, format, locale, evidence }: OutputFlags): (profile: Profile, name: string) => Promise<void> {
  switch (format) {
    case 'json-resume':
      return (profile, name) => writeJson(out, name, asJsonResume(profile));
    case 'flat-fr':
      return (profile, name) => writeJson(out, name, { ...toFlatFrench(profile), meta: profile.meta });
    case 'europass-xml':
      return (profile, name) => writeText(out, renamed(name, 'xml'), toEuropassXml(profile));
    case 'markdown':
      return (profile, name) => {
        const text = toMarkdown(profile, { locale: locale ?? localeOf(profile), evidence });
        return writeText(out, renamed(name, 'md'), text);
      };
    case 'csv':
      return () => Promise.resolve();
    case 'profile':
      return (profile, name) => writeJson(out, name, profile);
  }
}

/** The CV's own language where we have words in it. */
const localeOf = ({ meta }: Profile): Locale =>
  meta.language === 'fr' || meta.language === 'en' ? meta.language : currentLocale();

export function createOutput(flags: OutputFlags): Output {
  const write = writerOf(flags);
  const rows = new Map<number, CsvRow>();
  const isTable = flags.format === 'csv';
  return {
    async save({ profile: found, explained, meta }: Parsed, { name, index }: Slot) {
      const profile = { ...found, meta };
      if (isTable) rows.set(index, { profile });
      await write(profile, name);
      if (explained) await writeExplanation(flags.out, name, profile, explained);
    },
    refused(refusal, { name, index }) {
      rows.set(index, {
        fileName: refusal.details.fileName ?? name,
        status: `${words.state.error}: ${refusal.message}`,
      });
    },
    async close() {
      if (!isTable || rows.size === 0) return;
      const ordered = [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
      await writeText(flags.out, words.csvName, toCsv(ordered, flags.locale ?? currentLocale()));
    },
  };
}

/** Printed and kept beside the result: it holds text of the CV, so only where a person asked for it. */
async function writeExplanation(out: string, name: string, profile: Profile, fields: ExplainedField[]): Promise<void> {
  process.stdout.write(`${explanationText(profile.meta.fileName ?? name, fields)}\n`);
  await writeJson(out, renamed(name, 'explain.json'), { fileName: profile.meta.fileName, fields });
}

/** JSON Resume with our `meta` beside its own, so that both formats tell how it went. */
function asJsonResume(profile: Profile): object {
  const resume = toJsonResume(profile);
  return { ...resume, meta: { ...profile.meta, ...resume.meta } };
}
