import { type ExtractedDocument, type RowSection as Section, rowsIn } from '../../extract';
import type { Contact, Evidence, Link } from '../../profile';
import { evidenceOf } from '../evidence';
import { fold } from '../text';
import { countryHints, readPhones } from './phones';
import { readPlace } from './place';
import { placeBeside } from './place-beside';
import type { Row } from './rows';

const EMAIL = /[\p{L}\p{N}._%+'-]+\s?@\s?(?:[\p{L}\p{N}-]+\.)+[\p{L}]{2,24}/gu;
/** Labels that lost their space: "Emailjane@…", « Courriel:jean@… ». */
const GLUED_LABEL = /^(?:e-?mails?|mails?|courriels?|correo|contact)[:.]?(?=[\p{L}\p{N}])/iu;
const NETWORKS: readonly (readonly [RegExp, string])[] = [
  [/(^|\.)linkedin\.com/, 'linkedin'],
  [/(^|\.)github\.(com|io)/, 'github'],
  [/(^|\.)gitlab\.com/, 'gitlab'],
  [/(^|\.)stackoverflow\.com/, 'stackoverflow'],
  [/(^|\.)(twitter|x)\.com/, 'twitter'],
  [/(^|\.)behance\.net/, 'behance'],
  [/(^|\.)dribbble\.com/, 'dribbble'],
  [/(^|\.)xing\.com/, 'xing'],
  [/(^|\.)viadeo\.com/, 'viadeo'],
  [/(^|\.)medium\.com/, 'medium'],
  [/(^|\.)instagram\.com/, 'instagram'],
  [/(^|\.)facebook\.com/, 'facebook'],
  [/(^|\.)youtube\.com/, 'youtube'],
  [/(^|\.)malt\.(fr|com)/, 'malt'],
];
const URL_TEXT =
  /(?:https?:\/\/|www\.)[^\s<>()"'|,;]+|(?<![\p{L}\p{N}@._-])(?:[a-z0-9-]+\.)+[a-z]{2,12}(?:\/[^\s<>()"'|,;]*)?(?![\p{L}\p{N}@])/giu;
/** A second address that lost the space before it: « …/in/jane-doegithub.com/jane ». */
const GLUED_URL =
  /(?<=\/[^\s]*[a-z0-9-])(?=(?:https?:\/\/|www\.|(?:linkedin|github|gitlab|behance|xing)\.[a-z]{2,3}\/))(?<!\/\/|www\.|[./])/giu;
/** Endings that bare words with a dot really have; "Node.js" and file names have not. */
const SITE_ENDING =
  /^(?:com|org|net|fr|be|ch|lu|de|at|es|it|nl|uk|co\.uk|eu|io|dev|me|info|name|tech|design|studio|pro|app|page|site|online|bzh|paris|corsica|alsace|ca|us|ie|pt|pl|ma|tn|blog|xyz|work|art|photo|example|test)$/i;

interface Found<T> {
  value: T;
  evidence: Evidence;
}

/** Two rows that a narrow column may have cut in the middle of an address. */
function joinable(row: Row, next: Row | undefined): next is Row {
  if (!next || next.page !== row.page || next.block !== row.block || next.cells.length > 1) return false;
  if (/\s/.test(next.text.trim()) && !/^[^\s]+\s*(?:[|,(/–-]|$)/.test(next.text)) return false;
  return row.x0 === null || next.x0 === null || row.cells.length > 1 || Math.abs(row.x0 - next.x0) < 40;
}

function cleanEmail(match: string): string {
  return match
    .replace(/\s/g, '')
    .replace(GLUED_LABEL, '')
    .replace(/^[.'-]+/, '')
    .toLowerCase();
}

function emailsIn(text: string): string[] {
  return (text.match(EMAIL) ?? []).map(cleanEmail).filter((email) => /^[^@]+@[^@]+\.[a-z]{2,}$/u.test(email));
}

/** E-mail addresses in order; wrapped ones are put together when the first row alone ends in the middle of one. */
export function readEmails(rows: readonly Row[]): Found<string>[] {
  const found: Found<string>[] = [];
  rows.forEach((row, i) => {
    const next = rows[i + 1];
    const tail = /(?:^|\s)([^\s@]+@[^\s@]*)$/.exec(row.text);
    const headOnly = /^\S+$/.test(row.text) && !row.text.includes('@') && next && /^@\S+\.\S+$/.test(next.text);
    if (((tail && wrapsEmail(tail[1], next)) || headOnly) && joinable(row, next)) {
      const joined = emailsIn(`${row.text}${next.text.split(/\s/)[0]}`);
      if (joined.length > 0) {
        found.push({ value: joined[0], evidence: evidenceOf([row, next], `${row.text} ${next.text}`) });
        return;
      }
    }
    for (const value of emailsIn(row.text)) found.push({ value, evidence: evidenceOf([row], row.text) });
  });
  return found.filter((one, i) => found.findIndex((other) => other.value === one.value) === i);
}

/** "jane@examp" + "le.org", "jane@example." + "org": the part after the @ is no whole domain, or the next row carries on with one. */
function wrapsEmail(tail: string, next: Row | undefined): boolean {
  if (!next) return false;
  const first = next.text.split(/\s/)[0];
  if (/[@:/]/.test(first) || !/^[a-z0-9.-]+$/.test(first)) return false;
  const domain = tail.split('@')[1];
  const whole = /^[^.]+(?:\.[^.]+)*\.[a-z]{2,12}$/.test(domain);
  return !whole
    ? /^[a-z0-9-]*\.?[a-z0-9.-]*$/.test(first)
    : (domain.length > 10 || !SITE_ENDING.test(domain.replace(/^.*\./, ''))) &&
        /^[a-z0-9-]{1,8}(?:\.[a-z]{2,8})?$/.test(first) &&
        !/^\d+$/.test(first) &&
        next.text === first &&
        !/\.(?:com|org|net|fr|be|ch|de|es|nl|it|eu|uk|io)$/.test(domain);
}

function networkOf(url: string): string | null {
  const host = url
    .replace(/^https?:\/\//i, '')
    .split(/[/?#]/)[0]
    .toLowerCase();
  return NETWORKS.find(([pattern]) => pattern.test(host))?.[1] ?? null;
}

function isSite(text: string): boolean {
  if (/^(?:https?:\/\/|www\.)/i.test(text)) return true;
  const host = text.split('/')[0];
  // Names of technologies: ASP.NET, socket.io.
  if (
    /^(?:[a-z]+\.net|socket\.io)$/i.test(host) &&
    (host !== host.toLowerCase() || /^(?:asp|vb|ado|socket)\./.test(host))
  )
    return false;
  const ending = /\.((?:co\.)?[a-z]+)$/i.exec(host)?.[1] ?? '';
  return SITE_ENDING.test(ending) && host.replace(/\.[^.]+$/, '').length > 2;
}

function linkKey(url: string): string {
  return url
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/^[a-z]{2}\.(?=linkedin)/, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '');
}

/** Links written in the text. A path cut at a hyphen, a slash or the column's edge goes on in the next row. */
function textLinks(rows: readonly Row[]): Found<string>[] {
  const found: Found<string>[] = [];
  const parts = new Set<Row>();
  rows.forEach((row, i) => {
    if (parts.has(row)) return;
    const next = rows[i + 1];
    const masked = row.text
      .replace(GLUED_URL, ' ')
      .replace(EMAIL, (email) => ' '.repeat(email.length))
      .replace(/\S*@\S*/g, (part) => ' '.repeat(part.length));
    for (const match of masked.matchAll(URL_TEXT)) {
      let url = match[0].replace(/[.,;:]+$/, '');
      const used = [row];
      const atEnd = (match.index ?? 0) + match[0].length === masked.trimEnd().length;
      // « (LinkedIn) » behind the address says whose it is.
      const more = next?.text.replace(/\s\(\p{L}+\)$/u, '') ?? '';
      if (
        atEnd &&
        joinable(row, next) &&
        ((url.includes('/') && /^[a-z0-9][a-z0-9_/-]*\/?$/.test(more) && wrapsUrl(url, row, next)) ||
          (/^(?:https?:\/\/|www\.)[^/]*-$/i.test(url) && /^[a-z0-9-]+(?:\.[a-z0-9-]+)+\S*$/.test(more)))
      ) {
        url += more;
        used.push(next);
        parts.add(next);
      }
      if (isSite(url)) found.push({ value: url, evidence: evidenceOf(used, used.map((r) => r.text).join(' ')) });
    }
  });
  return found;
}

function wrapsUrl(url: string, row: Row, next: Row): boolean {
  if (/[-_/]$/.test(url)) return true;
  return /\d/.test(next.text) && row.x1 !== null && next.x1 !== null && row.x1 > next.x1;
}

/** `emails` tells the end of a wrapped address from a site of its own. */
function readLinks(rows: readonly Row[], document: ExtractedDocument, emails: readonly string[]): Link[] {
  const links: Link[] = [];
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const add = (url: string, evidence: Evidence) => {
    const same = links.find(
      (link) => linkKey(link.url) === linkKey(url) || linkKey(url).startsWith(`${linkKey(link.url)}-`),
    );
    if (same && linkKey(url).length <= linkKey(same.url).length) return;
    const link = { url, network: networkOf(url), evidence: { url: evidence } };
    if (same) links[links.indexOf(same)] = link;
    else links.push(link);
  };
  for (const link of document.links) {
    if (!/^https?:\/\//i.test(link.url)) continue;
    const row = link.line === undefined ? undefined : byNumber.get(link.line);
    const quote = row ? row.text : link.url;
    add(link.url, evidenceOf([row ?? { number: link.line ?? 1, page: link.page }], quote));
  }
  for (const found of textLinks(rows)) {
    if (emails.some((email) => email.endsWith(found.value.toLowerCase()))) continue;
    const shorter = links.some(
      (link) => linkKey(link.url).startsWith(linkKey(found.value)) && linkKey(found.value).includes('/'),
    );
    if (!shorter) add(found.value, found.evidence);
  }
  return links;
}

/** Rows where a CV gives its owner's contact data: before the first heading, in contact and personal sections, and any row with a label. */
function contactRows(sections: readonly Section[]): Row[] {
  return rowsIn(sections, 'header', 'contact', 'personal', 'summary');
}

/** Contact data of the CV's owner. Premise: the first e-mail of a CV is its owner's; referees stand in a section of their own. */
export function readContact(sections: readonly Section[], document: ExtractedDocument): Contact {
  const zone = contactRows(sections);
  const owned = sections.filter((section) => section.kind !== 'other').flatMap((section) => section.rows);
  const rows = [...zone, ...owned.filter((row) => !zone.includes(row))];
  const headed = sections.flatMap((section) =>
    section.heading && /[@\d]/.test(section.heading.text) ? [section.heading] : [],
  );
  const emails = readEmails([...rows, ...headed]);
  const place = readPlace(zone, document.language) ?? placeBeside(zone);
  const hints = countryHints(place?.country ?? null, place?.guesses ?? [], document.language);
  const phones = readPhones(zone, owned, hints, place?.country || place?.guesses.length === 1 ? hints[0] : null);
  const linkRows = rows.filter(
    (row) => zone.includes(row) || /linkedin\.com|github\.com|https?:\/\/|www\./i.test(fold(row.text)),
  );
  return {
    email: emails[0]?.value ?? null,
    otherEmails: emails.slice(1).map((email) => email.value),
    phone: phones[0]?.value ?? null,
    otherPhones: phones.slice(1).map((phone) => phone.value),
    address: place?.address ?? null,
    postalCode: place?.postalCode ?? null,
    city: place?.city ?? null,
    countryCode: place?.country ?? null,
    links: readLinks(
      linkRows,
      document,
      emails.map((email) => email.value),
    ),
    evidence: {
      ...(emails[0] && { email: emails[0].evidence }),
      ...(phones[0] && { phone: phones[0].evidence }),
      ...place?.evidence,
    },
  };
}
