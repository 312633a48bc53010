import type { CriterionStatus, ScoreBand } from '../match';

/** Colours of all documents: dark text on white, one accent, and tones for states that stay apart in greyscale and for colour-blind readers. */
export const colours = {
  text: '#1c2733',
  muted: '#5b6875',
  line: '#dde3e9',
  soft: '#f4f6f8',
  accent: '#1f5f6b',
  track: '#e6eaee',
};

/** What all web pages begin with. */
export const baseStyles = `
*{box-sizing:border-box}
body{margin:0;background:${colours.soft};color:${colours.text};font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
.eyebrow{color:${colours.accent};font-size:12px;font-weight:700;letter-spacing:.08em;text-transform:uppercase}
`;

export const bandColours: Record<ScoreBand, string> = {
  strong: '#17694a',
  good: '#2f7d8c',
  partial: '#a8690b',
  weak: '#7a828b',
};

export const statusColours: Record<CriterionStatus, string> = {
  met: '#17694a',
  partly: '#a8690b',
  missing: '#b3382c',
  unknown: '#5b6875',
};
