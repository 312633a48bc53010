import type { DraftLine } from '../reader';
import type { ExtractedDocument, ReadingQuality } from '../types';
import { signsOf, type Signs } from './signs';
import { percent, qualityWords, type QualityCode } from './words';

type Judged = Pick<ExtractedDocument, 'lines' | 'pages' | 'text' | 'hiddenText' | 'language' | 'meta'>;

interface Remark {
  code: QualityCode;
  /** Share of the trust that it takes away, 0 to 1. */
  loss: number;
  facts?: Record<string, number>;
}

/** A CV of fewer letters lacks something; below the second one it can hardly be one. */
const LITTLE = 400;
const VERY_LITTLE = 150;
const at = (most: number, value: number) => Math.min(most, value);

/** What there is to remark, each with its loss. The weights say how much of a profile is at stake, not how often it happens. */
function remarks(signs: Signs, document: Judged): Remark[] {
  const { letters, ocrShare, ocrConfidence, emptyPages, pages, lostShare, gluedShare, brokenShare } = signs;
  const pieces = document.hiddenText.length;
  const all: (Remark | false)[] = [
    ocrShare > 0 && {
      code: 'ocr',
      loss: ocrShare * at(0.9, 0.05 + 1.5 * (1 - ocrConfidence)),
      facts: { pages: Math.round(ocrShare * pages), of: pages, confidence: Math.round(ocrConfidence * 100) },
    },
    lostShare > 0.002 && {
      code: 'lost-characters',
      loss: at(0.8, 0.05 + 4 * lostShare),
      facts: { share: percent(lostShare) },
    },
    emptyPages > 0 && {
      code: 'empty-pages',
      loss: 0.6 * (emptyPages / pages),
      facts: { pages: emptyPages, of: pages },
    },
    pieces > 0 && { code: 'hidden-text', loss: 0.1, facts: { pieces } },
    gluedShare > 0.01 && { code: 'glued-words', loss: at(0.5, 4 * gluedShare) },
    brokenShare > 0.02 && { code: 'broken-words', loss: at(0.5, 2 * brokenShare) },
    document.meta.status === 'partial' && { code: 'partial', loss: 0.4 },
    letters < LITTLE && { code: 'little-text', loss: letters < VERY_LITTLE ? 0.5 : 0.25, facts: { letters } },
    document.language === null && { code: 'language-unknown', loss: 0.1 },
  ];
  return all.filter((remark): remark is Remark => remark !== false);
}

/**
 * How far a reading can be trusted: 1, less each remark's loss in turn (losses multiply, so that none counts twice). No clock, no chance, no model:
 * the same file always gets the same score. `raw`: the reader's lines before cleaning.
 */
export function qualityOf(document: Judged, raw: readonly DraftLine[]): ReadingQuality {
  const found = remarks(signsOf(document, raw), document).sort((a, b) => b.loss - a.loss);
  const score = found.reduce((trust, { loss }) => trust * (1 - loss), 1);
  return {
    score: Math.round(score * 100) / 100,
    reasons: found.map(({ code, facts = {} }) => ({ code, message: qualityWords(code, facts) })),
  };
}
