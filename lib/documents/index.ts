export type { ReportFormat } from './report';
export { baseStyles, colours, statusColours } from './theme';
export { reportBlocks, reportStyles } from './report/html';
export { renderShortlist, type ShortlistData, type ShortlistRow } from './shortlist';
export {
  CV_FORMATS,
  CV_SECTIONS,
  CV_STYLES,
  renderCompanyCv,
  type CompanyCv,
  type CompanyCvOptions,
  type CvFormat,
  type CvSection,
  type CvStyleName,
  type LeftOut,
} from './company-cv';
export { companyCvInputs } from './company-cv/made';
export { loadPicture } from './logo';
export { MIME } from './mime';
export type { Logo } from './types';
export { profileBody, profilePageInputs, renderProfileHtml } from './profile-html';
export { renderReviewSheet, type PagePicture, type ReviewSheetData } from './review-sheet';
export { reviewSheetInputs } from './review-sheet/made';
export { renderDataExport, type DataExport, type ExportedApplication } from './data-export';
export { renderComparison, type ComparisonData } from './comparison';
export {
  activityBlocks,
  renderActivity,
  stageNames,
  type Activity,
  type ActivityData,
  type ActivityGroup,
} from './activity';
export { renderBiasAudit, type BiasAuditData } from './bias-audit';
export { makeAgain } from './made/again';
export {
  activityInputs,
  biasAuditInputs,
  compared,
  comparisonInputs,
  contentSum,
  LIST_MAKERS,
  listed,
  makeListAgain,
  shortlistInputs,
  type FoundPerson,
  type ListedPerson,
  type Reading,
} from './made/lists';
export { profileSum, sha256, type DocumentInputs } from './made';
export { renderAnswer, type AnswerData, type AnsweredPerson } from './answer';
export {
  checkPassage,
  composeLetter,
  LETTER_FORMATS,
  LETTER_KINDS,
  letterInputs,
  mailOf,
  missingFrom,
  renderLetter,
  usualReasons,
  writeLetter,
  type Letter,
  type LetterFormat,
  type LetterKind,
  type LetterRequest,
  type LetterStyle,
  type Mail,
  type RemovedSentence,
  type Sender,
  type WrittenLetter,
} from './letters';
export {
  fillTemplate,
  TEMPLATE_FIELDS,
  templateToPdf,
  type Field,
  type Fields,
  type Template,
  type TemplateOptions,
} from './template';
export { markup, page, type Html } from './html';
export { templateInputs } from './template/made';
