import { markup, page, type Html } from '../documents';
import type { Locale } from '../errors';
import { STYLES } from '../health';
import { words, type Words } from './words';

/** What was typed, so that a fault does not cost it; passwords are never given back. */
export type Typed = Record<string, string | undefined>;

interface FieldLook {
  type?: 'text' | 'password' | 'email' | 'number';
  autocomplete?: string;
  hint?: string;
  fallback?: string;
  optional?: boolean;
}

const SENT_TO_US = { formOrigin: "'self'" };

function field(name: string, label: string, typed: Typed, w: Words, look: FieldLook = {}): Html {
  const { type = 'text', autocomplete = 'off', hint, fallback = '', optional = false } = look;
  const value = type === 'password' ? '' : (typed[name] ?? fallback);
  const described = hint ? markup` aria-describedby="${name}-hint"` : markup``;
  return markup`<div><label for="${name}">${label}${optional && ` (${w.optional})`}</label>
    <input id="${name}" name="${name}" type="${type}" value="${value}" autocomplete="${autocomplete}"${optional ? markup`` : markup` required`}${described}>${hint ? markup`<p class="hint" id="${name}-hint">${hint}</p>` : false}</div>`;
}

function choice(name: string, w: Words, typed: Typed): Html {
  const option = (value: 'tls' | 'starttls') =>
    markup`<option value="${value}"${typed[name] === value ? markup` selected` : markup``}>${w[value]}</option>`;
  return markup`<div><label for="${name}">${w.security}</label><select id="${name}" name="${name}">${[option('tls'), option('starttls')]}</select></div>`;
}

function frame(locale: Locale, path: string, title: string, body: Html): string {
  const other = locale === 'fr' ? 'en' : 'fr';
  const w = words[locale];
  return page(
    locale,
    `Vivier – ${title}`,
    STYLES,
    markup`<main>
  <p class="language"><a href="${path}?lang=${other}" hreflang="${other}" lang="${other}">${w.other}</a></p>
  <h1>${title}</h1>
  ${body}
  <p><a href="/health?lang=${locale}">${w.health}</a></p>
</main>`,
    SENT_TO_US,
  );
}

const faultBox = (text: string | null) =>
  text === null ? markup`` : markup`<p class="fault" role="alert">${text}</p>`;

export function setupPage(locale: Locale, fault: string | null = null, typed: Typed = {}): string {
  const w = words[locale];
  return frame(
    locale,
    '/setup',
    w.setupTitle,
    markup`<p>${w.setupIntro}</p>${faultBox(fault)}
  <form method="post" action="/setup?lang=${locale}">
    ${[
      field('code', w.code, typed, w),
      field('firstName', w.firstName, typed, w, { autocomplete: 'given-name' }),
      field('lastName', w.lastName, typed, w, { autocomplete: 'family-name' }),
      field('email', w.email, typed, w, { type: 'email', autocomplete: 'username' }),
      field('password', w.password, typed, w, { type: 'password', autocomplete: 'new-password', hint: w.passwordHint }),
    ]}
    <button>${w.make}</button>
  </form>`,
  );
}

export function claimedPage(locale: Locale): string {
  const w = words[locale];
  return frame(locale, '/setup', w.claimedTitle, markup`<p>${w.claimed}</p><p><a href="/">${w.toN8n}</a></p>`);
}

/** Shown once, as the answer to the form; the token says that the next click comes from this page. */
export function recoveryPage(locale: Locale, key: string, token: string): string {
  const w = words[locale];
  return frame(
    locale,
    '/setup',
    w.doneTitle,
    markup`<p>${w.keyIntro}</p>
  <code class="key">${key}</code>
  <form method="post" action="/setup/noted?lang=${locale}">
    <input type="hidden" name="token" value="${token}">
    <button>${w.keyNoted}</button>
    <p class="hint">${w.keyLater}</p>
  </form>
  <p><a href="/">${w.toN8n}</a></p>`,
  );
}

export function notedPage(locale: Locale): string {
  const w = words[locale];
  const next = markup`<p><a href="/">${w.toN8n}</a></p><p><a href="/setup/mail?lang=${locale}">${w.mailTitle}</a></p>`;
  return frame(locale, '/setup', w.doneTitle, markup`<p>${w.noted}</p>${next}`);
}

export function mailPage(locale: Locale, fault: string | null = null, typed: Typed = {}): string {
  const w = words[locale];
  return frame(
    locale,
    '/setup/mail',
    w.mailTitle,
    markup`<p>${w.mailIntro}</p>${faultBox(fault)}
  <form method="post" action="/setup/mail?lang=${locale}">
    <fieldset><legend>${w.mailbox}</legend>
    ${field('user', w.user, typed, w)}
    ${field('password', w.boxPassword, typed, w, { type: 'password', hint: w.boxPasswordHint })}
    <div class="two">${field('imapHost', w.imapHost, typed, w)}${field('imapPort', w.port, typed, w, { type: 'number', fallback: '993' })}</div>
    ${choice('imapSecurity', w, typed)}
    <div class="two">${field('smtpHost', w.smtpHost, typed, w)}${field('smtpPort', w.port, typed, w, { type: 'number', fallback: '465' })}</div>
    ${choice('smtpSecurity', w, typed)}
    </fieldset>
    <fieldset><legend>${w.people}</legend>
    ${field('sender', w.sender, typed, w, { type: 'email' })}
    ${field('recruiter', w.recruiter, typed, w, { type: 'email' })}
    </fieldset>
    <fieldset><legend>${w.confirm}</legend>
    ${field('email', w.accountEmail, typed, w, { autocomplete: 'username' })}
    ${field('account', w.account, typed, w, { type: 'password', autocomplete: 'current-password' })}
    ${field('mfaCode', w.mfaCode, typed, w, { autocomplete: 'one-time-code', optional: true })}
    <label class="tick"><input type="checkbox" name="open" value="yes" required> ${w.open}</label>
    </fieldset>
    <button>${w.switchOn}</button>
  </form>`,
  );
}

export function mailDonePage(locale: Locale): string {
  const w = words[locale];
  return frame(locale, '/setup/mail', w.mailTitle, markup`<p>${w.mailDone}</p><p><a href="/">${w.toN8n}</a></p>`);
}
