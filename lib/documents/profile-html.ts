import type { Locale } from '../errors';
import type { Evidence, Profile } from '../profile';
import { dateInWords, periodInWords } from './dates';
import { markup, page, type Html } from './html';
import { colours, statusColours } from './theme';
import { words } from './words';

type Evidences = Record<string, Evidence>;

interface Row {
  label: string;
  value: string;
  detail?: string;
  lines?: string[];
  evidence?: Evidence;
}

/**
 * What was read from a CV and where it stands there, as a page for the person who sent the file. Everything is escaped, nothing is loaded or run; a
 * value without evidence is marked as to be checked.
 */
export function renderProfileHtml(profile: Profile, locale: Locale): string {
  const w = words[locale];
  const sections = profileSections(profile, locale).filter(({ rows }) => rows.length > 0);
  const title = profile.identity.fullName ?? w.unnamed;
  return page(
    locale,
    `${w.readTitle} – ${title}`,
    styles,
    markup`<main>
      <header>
        <p class="eyebrow">${w.readTitle}</p>
        <h1>${title}</h1>
        <p class="muted">${w.readIntro}</p>
      </header>
      ${sections.length === 0 ? markup`<p>${w.readNothing}</p>` : markup``}
      ${sections.map(
        ({ title: heading, rows }) =>
          markup`<section>
            <h2>${heading}</h2>
            <dl>${rows.map((row) => rowHtml(row, locale))}</dl>
          </section>`,
      )}
      ${warningsHtml(profile, locale)}
      <p class="source">
        ${w.labelled(w.source, profile.meta.fileName ?? w.notStated)} · ${w.labelled(w.engine, w.engineName[profile.meta.engine])}
      </p>
    </main>`,
  );
}

function rowHtml({ label, value, detail, lines, evidence }: Row, locale: Locale): Html {
  const w = words[locale];
  const proof = evidence
    ? markup`<span class="proof">${w.lineRef(evidence.page, ...evidence.lines)}</span>`
    : markup`<span class="proof open">${w.toVerify}</span>`;
  const list =
    lines && lines.length > 0
      ? markup`<ul>
          ${lines.map((line) => markup`<li>${line}</li>`)}
        </ul>`
      : markup``;
  return markup`<dt>${label}</dt>
    <dd><strong>${value}</strong>${detail ? markup`<br />${detail}` : markup``} ${proof}${list}</dd>`;
}

function warningsHtml({ meta }: Profile, locale: Locale): Html {
  if (meta.warnings.length === 0) return markup``;
  return markup`<section class="warnings">
    <h2>${words[locale].warnings}</h2>
    <ul>
      ${meta.warnings.map(({ message }) => markup`<li>${message}</li>`)}
    </ul>
  </section>`;
}

function profileSections(profile: Profile, locale: Locale): { title: string; rows: Row[] }[] {
  const w = words[locale];
  return [
    { title: w.contact, rows: contactRows(profile, locale) },
    {
      title: w.experiences,
      rows: profile.experiences.map((job) => ({
        label: periodInWords(job, locale),
        value: job.title ?? job.employer ?? w.notStated,
        detail: [job.title && job.employer, job.place].filter(Boolean).join(', '),
        lines: job.description?.split('\n'),
        evidence: first(job.evidence, 'title', 'employer', 'start'),
      })),
    },
    {
      title: w.education,
      rows: profile.education.map((entry) => ({
        label: periodInWords(entry, locale),
        value: [entry.degree, entry.field].filter(Boolean).join(' – ') || (entry.institution ?? w.notStated),
        detail: [entry.institution, entry.place].filter(Boolean).join(', '),
        evidence: first(entry.evidence, 'degree', 'institution', 'field'),
      })),
    },
    {
      title: w.skills,
      rows: profile.skills.map((skill) => ({
        label: skill.group ?? '',
        value: skill.name,
        evidence: first(skill.evidence, 'name'),
      })),
    },
    {
      title: w.languages,
      rows: profile.languages.map((entry) => ({
        label: '',
        value: entry.name,
        detail: entry.level ? w.cefr[entry.level] : (entry.levelText ?? ''),
        evidence: first(entry.evidence, 'name', 'level'),
      })),
    },
    {
      title: w.certifications,
      rows: profile.certifications.map((entry) => ({
        label: dateInWords(entry.date, locale),
        value: entry.name,
        detail: entry.issuer ?? '',
        evidence: first(entry.evidence, 'name'),
      })),
    },
    {
      title: w.projects,
      rows: profile.projects.map((entry) => ({
        label: '',
        value: entry.name,
        lines: entry.description?.split('\n'),
        evidence: first(entry.evidence, 'name', 'description'),
      })),
    },
    {
      title: w.licences,
      rows: profile.drivingLicences.map((entry) => ({
        label: '',
        value: w.licence(entry.category),
        evidence: first(entry.evidence, 'category'),
      })),
    },
    {
      title: w.interests,
      rows: profile.interests.map((entry) => ({
        label: '',
        value: entry.name,
        evidence: first(entry.evidence, 'name'),
      })),
    },
  ];
}

function contactRows({ identity, contact, headline, summary, evidence }: Profile, locale: Locale): Row[] {
  const w = words[locale];
  const town = [contact.postalCode, contact.city].filter(Boolean).join(' ');
  const rows: (Row | null)[] = [
    row(w.name, identity.fullName, first(identity.evidence, 'fullName', 'lastName')),
    row(w.headline, headline, evidence.headline),
    row(w.email, contact.email, contact.evidence.email),
    row(w.phone, contact.phone, contact.evidence.phone),
    row(
      w.address,
      [contact.address, town].filter(Boolean).join(', ') || null,
      first(contact.evidence, 'address', 'city', 'postalCode'),
    ),
    ...contact.links.map((link) => row(w.links, link.url, first(link.evidence, 'url'))),
    row(w.summary, summary, evidence.summary),
  ];
  return rows.filter((one): one is Row => one !== null);
}

function row(label: string, value: string | null, evidence: Evidence | undefined): Row | null {
  return value === null ? null : { label, value, evidence };
}

function first(evidences: Evidences, ...fields: string[]): Evidence | undefined {
  return fields.map((field) => evidences[field]).find((proof) => proof !== undefined) ?? Object.values(evidences)[0];
}

const styles = `
*{box-sizing:border-box}
body{margin:0;background:${colours.soft};color:${colours.text};font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
main{max-width:820px;margin:0 auto;padding:32px 20px 64px}
h1{font-size:26px;line-height:1.2;margin:0 0 4px}
h2{font-size:17px;margin:0 0 12px;color:${colours.accent}}
p{margin:0}
.muted{color:${colours.muted}}
.eyebrow{color:${colours.accent};font-size:12px;font-weight:700;letter-spacing:.08em;text-transform:uppercase}
header{margin-bottom:24px}
section{background:#fff;border-radius:8px;padding:20px 24px;margin-bottom:16px;box-shadow:0 1px 2px rgba(28,39,51,.08)}
dl{display:grid;grid-template-columns:minmax(110px,190px) 1fr;gap:10px 20px;margin:0}
dt{color:${colours.muted};font-size:14px}
dd{margin:0}
dd strong{font-weight:600}
ul{margin:4px 0 0;padding-left:18px}
.proof{display:inline-block;margin-left:6px;padding:0 8px;border-radius:10px;background:${colours.soft};color:${colours.muted};font-size:12px;white-space:nowrap}
.proof.open{background:#fdf3e1;color:${statusColours.partly}}
.warnings h2{color:${statusColours.partly}}
.source{font-size:12px;color:${colours.muted};margin-top:20px}
@media (max-width:600px){dl{grid-template-columns:1fr;gap:2px}dd{margin-bottom:12px}}
`;
