import type { Locale } from '../../errors';
import type { Score } from '../../match';
import type { Logo } from '../types';

export const CV_FORMATS = ['docx', 'pdf', 'html', 'md'] as const;
export type CvFormat = (typeof CV_FORMATS)[number];

export const CV_STYLES = ['banner', 'sidebar', 'classic'] as const;
export type CvStyleName = (typeof CV_STYLES)[number];

/** In the order in which they stand when nobody says otherwise. */
export const CV_SECTIONS = [
  ...(['summary', 'timeline', 'experiences', 'matrix', 'education', 'skills', 'languages'] as const),
  ...(['certifications', 'projects', 'licences', 'interests'] as const),
] as const;
export type CvSection = (typeof CV_SECTIONS)[number];

export interface CompanyCvOptions {
  locale: Locale;
  /** Word when nothing is said. */
  format?: CvFormat;
  style?: CvStyleName;
  /** Stands in the head and the foot of every page. */
  companyName?: string;
  logo?: Logo;
  /** `#rrggbb` for headings, rules and bands; anything else is ignored. */
  colour?: string;
  /** A font by name, for Word files and web pages; PDF files carry the style's own. */
  font?: string;
  /** Stands in the foot beside the company's name. */
  footer?: string;
  /** Which sections, in this order; an empty one is left out whatever is said here. */
  sections?: readonly CvSection[];
  /** The document is shortened until it fits, and says what was left out. */
  maxPages?: number;
  /** Anything but `name` also takes out contact, place, birth date and the years of degrees. */
  identity?: 'name' | 'initials' | 'code';
  /** Stands for the name with `identity: 'code'`; made from the CV's hash when there is none. */
  code?: string;
  /** Another wording of the line that says that a machine helped. */
  machineNote?: string;
  /** Puts what the offer asks for first and in bold; adds nothing. */
  tailoredTo?: { title: string; score: Score };
}

/** What was left out of one section to keep to the number of pages. */
export interface LeftOut {
  section: CvSection;
  /** Whole entries: jobs, degrees, skills… */
  entries: number;
  /** Lines of the descriptions that stay. */
  lines: number;
}

export interface CompanyCv {
  data: Buffer;
  format: CvFormat;
  mimeType: string;
  style: CvStyleName;
  /** Counted in the PDF; Word may break lines otherwise. Null where no limit was given and the format has no pages. */
  pages: number | null;
  leftOut: LeftOut[];
  /** `shortened` and `too-long`, in the language of the document. */
  warnings: { code: 'shortened' | 'too-long'; message: string }[];
}
