import { colours, statusColours } from '../theme';

/** Tones that stay apart for colour-blind readers (Okabe and Ito, 2008), in the order of the profile's sections. */
const TONES = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#8a6d00', '#56b4e9', '#555555', '#7b3f9d', '#2f7d8c'];

/** The look of one section's rectangles and heading. */
export function markStyles(section: number): string {
  const tone = TONES[section % TONES.length];
  return `.mark.s${section}{stroke:${tone};fill:${tone}}section.s${section}{border-left-color:${tone}}section.s${section} h2{color:${tone}}`;
}

export const styles = `
*{box-sizing:border-box}
html{scroll-behavior:smooth}
body{margin:0;background:${colours.soft};color:${colours.text};font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
main{max-width:1480px;margin:0 auto;padding:24px 20px 64px}
h1{font-size:26px;line-height:1.2;margin:0 0 4px}
h2{font-size:16px;margin:0 0 10px}
p{margin:0}
.muted{color:${colours.muted}}
.eyebrow{color:${colours.accent};font-size:12px;font-weight:700;letter-spacing:.08em;text-transform:uppercase}
header{margin-bottom:20px}
.sheet{display:grid;grid-template-columns:minmax(0,1.25fr) minmax(0,1fr);gap:20px;align-items:start}
.original,.read{max-height:calc(100vh - 32px);overflow:auto;position:sticky;top:16px}
figure{margin:0 0 16px}
figure svg{display:block;width:100%;height:auto;background:#fff;box-shadow:0 1px 3px rgba(28,39,51,.2)}
figcaption{color:${colours.muted};font-size:12px;text-align:center;margin-top:4px}
.mark{stroke-width:.8;fill-opacity:.1;stroke-opacity:.8}
.mark:hover,.mark:target{fill-opacity:.3;stroke-width:2}
.hidden{fill:none;stroke:${statusColours.missing};stroke-width:1.5;stroke-dasharray:4 3}
.lines{background:#fff;margin:0;padding:16px 16px 16px 56px;border-radius:8px;white-space:pre-wrap}
.lines li::marker{color:${colours.muted};font-size:12px}
.lines li:target{background:#fdf3e1}
section{background:#fff;border-left:4px solid ${colours.line};border-radius:6px;padding:14px 18px;margin-bottom:12px;box-shadow:0 1px 2px rgba(28,39,51,.08)}
dl{display:grid;grid-template-columns:minmax(90px,150px) 1fr;gap:8px 16px;margin:0}
dt{color:${colours.muted};font-size:14px}
dd{margin:0;border-radius:4px}
dd:target{background:#fdf3e1;box-shadow:0 0 0 4px #fdf3e1}
ul{margin:4px 0 0;padding-left:18px}
.proof{display:inline-block;margin-left:6px;padding:0 8px;border-radius:10px;background:${colours.soft};color:${colours.muted};font-size:12px;white-space:nowrap}
a.proof{color:${colours.accent}}
.proof.open{background:#fdf3e1;color:${statusColours.partly}}
.notices{border-left-color:${statusColours.partly}}
.notices h2{color:${statusColours.partly}}
.source{font-size:12px;color:${colours.muted}}
@media (max-width:900px){.sheet{grid-template-columns:1fr}.original,.read{position:static;max-height:none}}
@media print{.sheet{grid-template-columns:1fr}.original,.read{position:static;max-height:none;overflow:visible}}
`;
