import { baseStyles, colours, statusColours } from '../documents';

const BORDER = '#7a8793';

/** The bar above every page; the review sheet, which has a look of its own, takes it too. */
export const barStyles = `
.bar-top{background:#fff;border-bottom:1px solid ${colours.line};display:flex;flex-wrap:wrap;gap:6px 18px;align-items:center;padding:8px 20px;font-size:14px}
.bar-top .brand{font-weight:700;color:${colours.accent};text-decoration:none;font-size:17px}
.bar-top nav ul{display:flex;flex-wrap:wrap;gap:2px 4px;list-style:none;margin:0;padding:0}
.bar-top nav a{display:inline-block;padding:6px 10px;border-radius:6px;color:${colours.text};text-decoration:none}
.bar-top nav a:hover{background:${colours.soft}}
.bar-top nav a[aria-current]{background:${colours.accent};color:#fff}
.bar-top .who{margin-left:auto;display:flex;flex-wrap:wrap;gap:4px 12px;align-items:center;color:${colours.muted}}
.bar-top .who a{color:${colours.accent};padding:4px 0}
.bar-top+p a{color:${colours.accent}}
.bar-top form{display:inline;margin:0}
.bar-top button{font:inherit;font-size:13px;background:#fff;border:1px solid ${colours.accent};color:${colours.accent};border-radius:6px;padding:4px 10px;cursor:pointer}
`;

export const pageStyles = `${baseStyles}${barStyles}
main{max-width:1280px;margin:0 auto;padding:24px 20px 64px}
main.narrow{max-width:460px}
h1{font-size:26px;line-height:1.2;margin:0 0 6px}
h2{font-size:17px;margin:0 0 10px}
h3{font-size:15px;margin:0 0 4px}
p{margin:0 0 8px}
a{color:${colours.accent}}
.muted{color:${colours.muted}}
.small{font-size:13px}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-9999px;top:8px;background:#fff;padding:8px 14px;border-radius:6px;z-index:2}
.skip:focus{left:20px}
:focus-visible{outline:3px solid ${colours.accent};outline-offset:2px;border-radius:3px}
.panel,main>section,.results li.person{background:#fff;border-radius:8px;padding:16px 20px;margin:0 0 14px;box-shadow:0 1px 2px rgba(28,39,51,.08)}
.notice{background:#e6f3ee;border-left:5px solid ${statusColours.met};border-radius:6px;padding:10px 14px;margin:0 0 16px;white-space:pre-line}
.notice.bad{background:#fdecea;border-color:${statusColours.missing}}
.field{display:grid;gap:3px;margin:0 0 12px}
.field.check{display:flex;gap:8px;align-items:center}
label,legend{font-size:13px;color:${colours.muted};font-weight:600}
.hint{font-size:12px;color:${colours.muted}}
input,select,textarea{font:inherit;color:inherit;width:100%;min-height:38px;padding:6px 8px;border:1px solid ${BORDER};border-radius:5px;background:#fff}
input[type=checkbox]{width:20px;min-height:20px;height:20px;flex:none}
button,.button{display:inline-block;font:inherit;min-height:38px;padding:6px 16px;border:1px solid ${colours.accent};border-radius:6px;background:#fff;color:${colours.accent};cursor:pointer;text-decoration:none}
button.main,.button.main{background:${colours.accent};color:#fff}
.buttons{display:flex;flex-wrap:wrap;gap:8px;align-items:center}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:0 12px}
details>summary{cursor:pointer;color:${colours.accent};font-weight:600;padding:6px 0}
ul.plain,ol.plain{list-style:none;margin:0;padding:0}
.chips{display:flex;flex-wrap:wrap;gap:6px;list-style:none;margin:0 0 10px;padding:0}
.chips li{background:${colours.soft};border-radius:12px;padding:1px 10px;font-size:13px}
.chips a[aria-current]{color:inherit;font-weight:700;text-decoration:none}
.notices{max-width:1280px;margin:16px auto -8px;padding:0 20px}
.understood{background:#fff;border:1px solid ${colours.line};border-radius:8px;padding:10px 14px;margin:0 0 14px}
.find{display:grid;grid-template-columns:minmax(250px,320px) minmax(0,1fr);gap:0 20px;align-items:start;grid-template-rows:auto 1fr}
.find .results{grid-row:1/3;grid-column:2}
.find>.facets{grid-column:1}
.results li.person h2{margin:0 0 2px}
.results .passage{color:${colours.muted};font-size:14px;margin:4px 0 0}
mark{background:#ffe98a;color:inherit;border-radius:2px}
.facets button{display:flex;justify-content:space-between;gap:8px;width:100%;min-height:32px;border:0;background:none;padding:4px 8px;text-align:left;font-size:14px}
.facets button:hover{background:${colours.soft}}
.facets h3{margin:10px 0 2px;font-size:13px;color:${colours.muted}}
.pages{display:flex;gap:14px;align-items:center;flex-wrap:wrap}
dl.profile dt,main.card dl dt{color:${colours.muted};font-size:14px}
main.card dl{display:grid;grid-template-columns:minmax(110px,190px) 1fr;gap:10px 20px;margin:0}
main.card dd{margin:0}
main.card dd ul{margin:4px 0 0;padding-left:18px}
.proof{display:inline-block;margin-left:6px;padding:0 8px;border-radius:10px;background:${colours.soft};color:${colours.muted};font-size:12px;white-space:nowrap}
.proof.open{background:#fdf3e1;color:#7a4a00}
.quote{display:block;color:${colours.muted};font-size:13px;border-left:3px solid ${colours.line};padding-left:8px;margin:2px 0}
.quote::before,.quote::after{content:none}
.head{display:flex;flex-wrap:wrap;gap:8px 20px;justify-content:space-between;align-items:flex-start;margin-bottom:14px}
.columns{display:grid;grid-auto-flow:column;grid-auto-columns:minmax(165px,1fr);gap:12px;overflow-x:auto;padding-bottom:12px;align-items:start}
.column{background:${colours.track};border-radius:8px;padding:10px;min-height:120px}
.column.over{outline:3px dashed ${colours.accent}}
.column h2{font-size:14px;display:flex;justify-content:space-between;margin:0 0 8px}
.column li{background:#fff;border-radius:6px;padding:10px 12px;margin:0 0 8px;box-shadow:0 1px 2px rgba(28,39,51,.12)}
.column li[draggable=true]{cursor:grab}
.column li:target{outline:3px solid ${colours.accent}}
.column summary{font-size:13px;font-weight:400}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:14px}
th{text-align:left;font-size:12px;color:${colours.muted};padding:8px 10px;border-bottom:2px solid ${colours.line}}
td{padding:8px 10px;border-bottom:1px solid ${colours.line};vertical-align:top}
@media (max-width:860px){.find{grid-template-columns:minmax(0,1fr)}.find .results,.find>.facets{grid-row:auto;grid-column:auto}}
@media (max-width:600px){
main{padding:16px 12px 48px}
.bar-top{padding:8px 12px}.bar-top .who{margin-left:0;width:100%}
main.card dl{grid-template-columns:1fr;gap:2px}main.card dd{margin-bottom:10px}
.panel,main>section,.results li.person{padding:14px}
.columns{grid-auto-flow:row;grid-auto-columns:auto;overflow:visible}.column{min-height:0}
}
@media print{.bar-top,.skip,form,.buttons{display:none}body{background:#fff}}
`;
