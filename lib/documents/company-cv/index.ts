import type { Profile } from '../../profile';
import { MIME } from '../mime';
import { cvContent } from './content';
import { emphasisOf, none } from './emphasis';
import { type CvLayout, layoutOf } from './layout';
import { layoutDocx } from './docx';
import { layoutHtml } from './html';
import { layoutMarkdown } from './markdown';
import { layoutPdf } from './pdf';
import { fitted, leftOut, type Shown } from './shorten';
import { type CompanyCv, type CompanyCvOptions, CV_SECTIONS, type CvFormat } from './types';
import { cvWords } from './words';

export { CV_FORMATS, CV_SECTIONS, CV_STYLES } from './types';
export type { CompanyCv, CompanyCvOptions, CvFormat, CvSection, CvStyleName, LeftOut } from './types';

/** What a company shows a client; what somebody does in their free time only when it is asked for. */
const USUAL_SECTIONS = CV_SECTIONS.filter((section) => section !== 'interests');

/**
 * A profile in the company's own style, to be edited and sent on. Says only what the profile says; `tailoredTo` changes order and weight, never words. Its
 * dates are the profile's reference date, so that the same input gives the same bytes.
 */
export async function renderCompanyCv(profile: Profile, options: CompanyCvOptions): Promise<CompanyCv> {
  const { format = 'docx', style = 'banner', maxPages, locale, tailoredTo } = options;
  const emphasis = tailoredTo ? emphasisOf(tailoredTo.score) : none;
  const whole: Shown = {
    content: cvContent(profile, options, emphasis),
    sections: [...new Set(options.sections ?? USUAL_SECTIONS)],
  };
  const asLayout = (shown: Shown) => layoutOf(shown, profile.meta, options);
  const countPages = async (shown: Shown) => (await layoutPdf(await asLayout(shown))).pages;
  const { shown, pages } = maxPages ? await fitted(whole, maxPages, countPages) : { shown: whole, pages: null };
  const missing = leftOut(whole, shown);
  const made = await DRAW[format](await asLayout(shown));
  const w = cvWords[locale];
  return {
    ...{ data: made.data, format, mimeType: MIME[format], style, pages: made.pages ?? pages, leftOut: missing },
    warnings: [
      ...(maxPages && missing.length > 0
        ? [{ code: 'shortened' as const, message: w.shortened(maxPages, missing.map(w.leftOut)) }]
        : []),
      ...(maxPages && pages !== null && pages > maxPages
        ? [{ code: 'too-long' as const, message: w.tooLong(pages, maxPages) }]
        : []),
    ],
  };
}

type Drawn = { data: Buffer; pages: number | null };

const DRAW: Record<CvFormat, (layout: CvLayout) => Drawn | Promise<Drawn>> = {
  pdf: layoutPdf,
  docx: async (layout) => ({ data: await layoutDocx(layout), pages: null }),
  html: (layout) => ({ data: layoutHtml(layout), pages: null }),
  md: (layout) => ({ data: layoutMarkdown(layout), pages: null }),
};
