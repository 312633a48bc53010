import { colours, statusColours } from '../theme';

/** Tones that stay apart for colour-blind readers (Okabe and Ito, 2008), in the order of the profile's sections. */
const TONES = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#8a6d00', '#56b4e9', '#555555', '#7b3f9d', '#2f7d8c'];

/** The look of one section's rectangles and heading. */
export function markStyles(section: number): string {
  const tone = TONES[section % TONES.length];
  return `.mark.s${section}{stroke:${tone};fill:${tone}}main section.s${section}{border-left-color:${tone}}`;
}

export const styles = `
*{box-sizing:border-box}
html{scroll-padding:24px}
body{margin:0;padding:24px 20px 72px;background:${colours.soft};color:${colours.text};font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
header,.sheet{max-width:1480px;margin:0 auto}
h1{font-size:26px;line-height:1.2;margin:0 0 4px}
h2{font-size:16px;margin:0 0 10px}
p{margin:0}
.muted{color:${colours.muted};max-width:95ch}
.eyebrow{color:${colours.accent};font-size:12px;font-weight:700;letter-spacing:.08em;text-transform:uppercase}
.missing{color:${statusColours.missing}}
header{margin-bottom:20px}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.skip{position:absolute;left:-9999px;top:8px;background:#fff;padding:8px 14px;border-radius:6px;z-index:2}
.skip:focus{left:20px}
:focus-visible{outline:3px solid ${colours.accent};outline-offset:2px;border-radius:3px}
.sheet{display:grid;grid-template-columns:minmax(0,1.2fr) minmax(0,1fr);gap:20px;align-items:start}
.original{order:-1}
.original,.read{max-height:calc(100vh - 32px);overflow:auto;position:sticky;top:16px}
figure{margin:0 0 16px}
figure svg{display:block;width:100%;height:auto;background:#fff;box-shadow:0 1px 3px rgba(28,39,51,.2)}
figcaption{color:${colours.muted};font-size:12px;text-align:center;margin-top:4px}
.mark{stroke-width:.8;fill-opacity:.07;stroke-opacity:.7}
.mark:hover{fill-opacity:.2}
.mark.mark.lit,.mark.mark:target{fill:#ffd400;fill-opacity:.4;stroke:#7a4a00;stroke-opacity:1;stroke-width:2}
.hidden{fill:none;stroke:${statusColours.missing};stroke-width:1.5;stroke-dasharray:4 3}
.hidden-label{fill:${statusColours.missing};font:700 8px system-ui,sans-serif}
.text{font-size:13px}
.lines{background:#fff;margin:0;padding:16px 16px 16px 56px;border-radius:8px}.lines li{white-space:pre-wrap}
.lines li::marker{color:${colours.muted};font-size:12px}
.lines li:target,.lines li.lit{background:#ffe98a;box-shadow:-4px 0 0 #7a4a00}
section{margin-bottom:12px}
.read section{background:#fff;border-left:5px solid ${colours.line};border-radius:6px;padding:14px 18px;box-shadow:0 1px 2px rgba(28,39,51,.08)}
dl{display:grid;grid-template-columns:minmax(90px,140px) 1fr;gap:8px 16px;margin:0}
dt{color:${colours.muted};font-size:14px}
dd{position:relative;margin:0;border-radius:4px;padding-right:78px;min-height:24px}
dd.lit,dd:target{background:#fff6cf;box-shadow:0 0 0 4px #fff6cf}
dd.changed{background:#e6f3ee;box-shadow:0 0 0 4px #e6f3ee}
ul{margin:4px 0 0;padding-left:18px}
.value{color:inherit;text-decoration:none}
.value:hover strong{text-decoration:underline}
.proof{display:inline-block;margin-left:4px;padding:0 8px;border-radius:10px;background:#e6eef0;color:${colours.accent};font-size:12px;white-space:nowrap}
.proof.open{background:#fdf0d5;color:#7a4a00}
.differs{margin-top:4px}
.edit summary{position:absolute;top:0;right:0;font-size:13px;color:${colours.accent};cursor:pointer;padding:1px 6px;border-radius:4px;list-style:none;text-decoration:underline}
.edit summary::-webkit-details-marker{display:none}
.edit[open]{margin:8px -78px 8px 0;padding:10px 12px;border:1px solid ${colours.line};border-radius:6px;background:#fff}
.add summary,.text summary{cursor:pointer;color:${colours.accent};font-weight:600}
.field{display:grid;gap:2px;margin:0 0 10px}
.field label{font-size:13px;color:${colours.muted}}
.field.check{display:flex;gap:8px;align-items:center}
.field.check label{color:${colours.text}}
input[type=text],textarea,select{font:inherit;color:inherit;width:100%;padding:6px 8px;border:1px solid #7a8793;border-radius:5px;background:#fff}
input:invalid:not(:placeholder-shown):not(:focus){border-color:${statusColours.missing};border-width:2px}
.hint{font-size:12px;color:${colours.muted}}
button{font:inherit;font-size:14px;padding:6px 14px;border:1px solid ${colours.accent};border-radius:6px;background:#fff;color:${colours.accent};cursor:pointer}
button.main{background:${colours.accent};color:#fff}
.buttons{display:flex;flex-wrap:wrap;gap:10px;margin-bottom:6px}
.read .corrections{border-left-color:${colours.accent}}
#list{list-style:none;padding:0;margin:0 0 12px}
#list li{display:flex;gap:12px;justify-content:space-between;align-items:start;padding:6px 0;border-bottom:1px solid ${colours.line}}
#list button{padding:2px 10px;font-size:13px;flex:none}
del{color:${colours.muted}}
ins{font-weight:600;text-decoration:none}
form{margin-top:12px}
.read .notices{border-left-color:#7a4a00;background:#fffaf0}
.notices li{margin-bottom:4px}
.notices a{color:inherit}
.source{font-size:12px;color:${colours.muted}}
#status{position:fixed;left:50%;bottom:14px;transform:translateX(-50%);max-width:90vw;padding:8px 18px;border-radius:20px;background:${colours.text};color:#fff;font-size:14px;pointer-events:none}
#status:empty{display:none}
html:not(.live) form,html:not(.live) .edit,html:not(.live) .add{display:none}
@media (max-width:900px){.sheet{grid-template-columns:minmax(0,1fr)}.original{order:0}.original,.read{position:static;max-height:none}}
@media (max-width:560px){body{padding:16px 12px 72px}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:10px}.read section{padding:12px 14px}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media print{body{background:#fff;padding:0}.sheet{display:block}.original,.read{position:static;max-height:none;overflow:visible}.edit,.add,form,#status,.skip,.text summary,button{display:none}dd{padding-right:0}.read section,figure{break-inside:avoid;box-shadow:none}}
`;
