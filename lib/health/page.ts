import type { Locale } from '../errors';
import { markup, page, type Html } from '../documents';
import { colourOf, overall, type Check, type Colour } from './types';

const words = {
  en: {
    title: 'State of Vivier',
    overall: {
      green: 'All is well.',
      amber: 'Vivier works. Something can be done better.',
      red: 'Something is broken.',
    },
    colour: { green: 'well', amber: 'to do', red: 'broken' },
    at: (time: string) => `Looked at ${time}. This page shows no person’s data.`,
    other: 'En français',
    links: 'Where to go',
    n8n: 'n8n, the workflows',
    form: 'Form for candidates',
    mail: 'Receive CVs by mail',
    json: 'The same for monitoring (JSON)',
    setup: 'First visit: make the owner’s account',
  },
  fr: {
    title: 'État de Vivier',
    overall: {
      green: 'Tout va bien.',
      amber: 'Vivier fonctionne. Quelque chose reste à faire.',
      red: 'Quelque chose est en panne.',
    },
    colour: { green: 'bien', amber: 'à faire', red: 'en panne' },
    at: (time: string) => `Vérifié à ${time}. Cette page ne montre aucune donnée personnelle.`,
    other: 'In English',
    links: 'Où aller',
    n8n: 'n8n, les workflows',
    form: 'Formulaire pour les candidats',
    mail: 'Recevoir les CV par courriel',
    json: 'La même chose pour la surveillance (JSON)',
    setup: 'Première visite : créer le compte du propriétaire',
  },
};

const SIGNS: Record<Colour, string> = { green: '✓', amber: '!', red: '✗' };
const WORST_FIRST: Colour[] = ['red', 'amber', 'green'];

export interface HealthView {
  checks: Check[];
  at: Date;
  locale: Locale;
  /** Before there is an owner, the page leads to the first visit instead of n8n. */
  claimed: boolean;
}

/** The state of each part as a page that needs no script; the worst first. */
export function healthPage({ checks, at, locale, claimed }: HealthView): string {
  const w = words[locale];
  const state = overall(checks);
  const other = locale === 'fr' ? 'en' : 'fr';
  const time = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { timeStyle: 'medium' }).format(at);
  const sorted = WORST_FIRST.flatMap((colour) => checks.filter((check) => colourOf(check) === colour));
  const body = markup`<main>
  <p class="language"><a href="/health?lang=${other}" hreflang="${other}" lang="${other}">${w.other}</a></p>
  <h1>${w.title}</h1>
  <p class="overall ${state}"><span aria-hidden="true">${SIGNS[state]}</span> ${w.overall[state]}</p>
  <ul class="checks">${sorted.map((check) => row(check, locale))}</ul>
  <nav aria-label="${w.links}"><ul>${links(locale, claimed).map(([href, text]) => markup`<li><a href="${href}">${text}</a></li>`)}</ul></nav>
  <p class="muted">${w.at(time)}</p>
</main>`;
  return page(locale, w.title, STYLES, body);
}

function row(check: Check, locale: Locale): Html {
  const colour = colourOf(check);
  return markup`<li class="${colour}">
    <span class="sign" aria-hidden="true">${SIGNS[colour]}</span>
    <div><strong>${sentence(check.what)}</strong> <span class="state">${words[locale].colour[colour]}</span>${check.advice !== null && markup`<p>${check.advice}</p>`}</div>
  </li>`;
}

const sentence = (text: string) => (text.startsWith('n8n') ? text : text.charAt(0).toUpperCase() + text.slice(1));

function links(locale: Locale, claimed: boolean): [string, string][] {
  const w = words[locale];
  const always: [string, string][] = [['/health.json', w.json]];
  if (!claimed) return [[`/setup?lang=${locale}`, w.setup], ...always];
  return [['/', w.n8n], ['/form/cv', w.form], [`/setup/mail?lang=${locale}`, w.mail], ...always];
}

export const STYLES = `
*{box-sizing:border-box}
body{margin:0;background:#f4f6f8;color:#1c2733;font:1rem/1.5 system-ui,sans-serif}
main{max-width:46rem;margin:0 auto;padding:1rem 1rem 3rem}
h1{font-size:1.6rem;margin:.5rem 0}
h2{font-size:1.15rem;margin:1.5rem 0 .5rem}
a{color:#1f5f6b}
.language{text-align:right;margin:0}
.muted{color:#5b6875}
.overall{font-size:1.15rem;font-weight:600;padding:.75rem 1rem;border-radius:.5rem;color:#fff}
.overall.green{background:#17694a}.overall.amber{background:#8a5406}.overall.red{background:#a02c21}
.checks,nav ul{list-style:none;margin:0;padding:0}
.checks li{display:flex;gap:.75rem;background:#fff;border:1px solid #dde3e9;border-left:.35rem solid;border-radius:.4rem;padding:.6rem .9rem;margin:.5rem 0}
.checks li.green{border-left-color:#17694a}.checks li.amber{border-left-color:#8a5406}.checks li.red{border-left-color:#a02c21}
.checks p{margin:.25rem 0 0}
.checks div{min-width:0;overflow-wrap:anywhere}
.sign{font-weight:700;flex:0 0 1rem;text-align:center}
.state{font-size:.85rem;padding:0 .45rem;border-radius:1rem;border:1px solid currentcolor;white-space:nowrap}
.green .sign,.green .state{color:#17694a}.amber .sign,.amber .state{color:#8a5406}.red .sign,.red .state{color:#a02c21}
nav{margin-top:1.5rem}nav li{margin:.3rem 0}
form{background:#fff;border:1px solid #dde3e9;border-radius:.5rem;padding:1rem}
fieldset{border:0;padding:0;margin:0 0 1rem}legend{font-weight:600;padding:0;font-size:1.1rem}
label{display:block;margin:.7rem 0 .2rem;font-weight:600}
.tick{display:flex;gap:.6rem;align-items:flex-start;font-weight:400}
.hint{margin:.1rem 0;color:#5b6875;font-size:.9rem}
input,select{font:inherit;width:100%;padding:.5rem;border:1px solid #7a828b;border-radius:.3rem;background:#fff;color:inherit}
input[type=checkbox]{width:auto;margin-top:.3rem}
button{font:inherit;font-weight:600;margin-top:1rem;padding:.6rem 1.2rem;border:0;border-radius:.3rem;background:#1f5f6b;color:#fff;cursor:pointer}
:focus-visible{outline:3px solid #2f7d8c;outline-offset:2px}
.two{display:grid;gap:0 1rem}@media(min-width:36rem){.two{grid-template-columns:2fr 1fr}}
.fault{border-left:.35rem solid #a02c21;background:#fff;padding:.6rem .9rem;margin:1rem 0}
.key{display:block;font:1.05rem/1.6 ui-monospace,monospace;background:#fff;border:1px solid #7a828b;border-radius:.3rem;padding:.75rem;overflow-wrap:anywhere;user-select:all}
`;
