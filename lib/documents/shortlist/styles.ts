import { bandColours, colours, statusColours } from '../theme';

const tones = [...Object.entries(bandColours), ...Object.entries(statusColours)]
  .map(
    ([name, colour]) =>
      `.${name}{color:${colour}}svg.${name} .fill{fill:${colour}}.block.${name}{border-color:${colour}}`,
  )
  .join('\n');

export const styles = `
*{box-sizing:border-box}
body{margin:0;background:${colours.soft};color:${colours.text};font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
main{max-width:1080px;margin:0 auto;padding:40px 24px 80px}
h1{font-size:28px;line-height:1.2;margin:0 0 6px}
h2{font-size:22px;line-height:1.25;margin:0}
h3{font-size:14px;margin:0 0 6px}
p{margin:0}
a{color:inherit;font-weight:600;text-decoration-color:${colours.line};text-underline-offset:3px}
.muted{color:${colours.muted}}
.eyebrow{color:${colours.accent};font-size:12px;font-weight:700;letter-spacing:.08em;text-transform:uppercase;margin-bottom:4px}
main>header{margin-bottom:28px}
table{width:100%;border-collapse:collapse;background:#fff}
th{font-size:12px;font-weight:600;color:${colours.muted};text-align:left;white-space:nowrap;padding:12px 14px;border-bottom:2px solid ${colours.line};vertical-align:bottom}
td{padding:12px 14px;border-bottom:1px solid ${colours.line};vertical-align:top}
tr:last-child td{border-bottom:0}
.ranking{border-radius:8px;overflow:hidden;box-shadow:0 1px 2px rgba(28,39,51,.08)}
.ranking td.rank{font-size:20px;font-weight:600;color:${colours.muted};width:60px;text-align:center}
.ranking td{overflow-wrap:break-word}
.ranking td:nth-child(2){overflow-wrap:anywhere}
.ranking td.score{width:180px}
.ranking td.score strong{font-size:20px}
.ranking ul{margin:0;padding-left:16px}
.band{font-size:13px;font-weight:600;margin-left:4px}
svg.bar{display:block;width:100%;height:6px;margin-top:6px}
svg .track{fill:${colours.track}}
aside{margin:24px 0 40px;padding:16px 20px;background:#fff;border-left:4px solid ${colours.accent};border-radius:0 8px 8px 0}
aside h2{font-size:15px;margin-bottom:4px}
aside p{font-size:13px;color:${colours.muted};max-width:90ch}
section{background:#fff;border-radius:8px;padding:28px;margin-bottom:28px;box-shadow:0 1px 2px rgba(28,39,51,.08);break-before:page}
.person{display:flex;justify-content:space-between;gap:24px;align-items:flex-start}
.figure{text-align:right;white-space:nowrap}
.figure strong{font-size:40px;line-height:1}
.figure span{margin-left:6px;color:${colours.muted}}
.figure em{display:block;font-style:normal;font-weight:600}
.facts{display:flex;flex-wrap:wrap;gap:6px 24px;margin:14px 0 20px;color:${colours.muted};font-size:14px}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(240px,1fr));gap:16px;margin-bottom:24px}
.block{border-top:3px solid;padding-top:10px;font-size:14px}
.block ul{margin:0;padding-left:18px;color:${colours.text}}
.block li{margin-bottom:4px}
.criteria td{padding:12px 14px 12px 0;font-size:14px}
.criteria td.label{width:27%}
.criteria td.measure{width:21%;font-size:13px}
.criteria td.measure span:first-child{font-weight:600}
blockquote{margin:6px 0 0;padding:4px 10px;border-left:2px solid ${colours.line};color:${colours.muted};font-size:13px}
cite{font-style:normal;font-size:12px;white-space:nowrap;opacity:.85}
.source{margin-top:20px;padding-top:12px;border-top:1px solid ${colours.line};font-size:12px;color:${colours.muted}}
@media print{body{background:#fff}main{padding:0}section,.ranking{box-shadow:none}tr,blockquote{break-inside:avoid}}
@media (max-width:720px){.ranking,.ranking tbody,.ranking tr,.ranking td,.criteria,.criteria tbody,.criteria tr,.criteria td{display:block;width:auto!important;text-align:left!important}.ranking thead{display:none}.person{flex-direction:column}.figure{text-align:left}td{border:0;padding:6px 14px}tr{border-bottom:1px solid ${colours.line};padding:8px 0;display:block}}
${tones}
`;
