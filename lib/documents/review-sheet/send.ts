import type { Locale } from '../../errors';
import { markup, type Html } from '../html';
import { sheetWords } from './words';

/** A site's own address, what it wants back with each form, and who has signed in. */
export interface Within {
  action: string;
  fields: Record<string, string>;
  by: string;
}

interface About {
  candidateId: string | null;
  fileName: string;
  sha256: string | null;
}

/** What was corrected, who says so and why, and the ways out: a form to one address, or a file. */
export function sendHtml({ candidateId, fileName, sha256 }: About, to: URL | Within | null, locale: Locale): Html {
  const address = to instanceof URL ? to : null;
  const within = to instanceof URL ? null : to;
  const s = sheetWords(locale);
  const hidden = (name: string, value: string) => markup`<input type="hidden" name="${name}" value="${value}" />`;
  const away = markup` target="_blank" rel="noopener"`;
  const action = address
    ? markup` action="${address.href}" data-address="${address.origin}"${away}`
    : within
      ? markup` action="${within.action}" data-address="here"`
      : away;
  const known = within ? markup` value="${within.by}" readonly` : markup``;
  const extra = Object.entries(within?.fields ?? {}).map(([name, value]) => hidden(name, value));
  return markup`<section class="corrections" aria-labelledby="corrections-title">
    <h2 id="corrections-title" tabindex="-1">${s.corrections}</h2>
    <p id="none">${s.none}</p>
    <ul id="list"></ul>
    <form id="send" method="post" accept-charset="utf-8"${action}>
      ${hidden('candidateId', candidateId ?? '')}${hidden('fileName', fileName)}${hidden('sha256', sha256 ?? '')}${hidden('changes', '')}${extra}
      <p class="field"><label for="by">${s.by}</label><input id="by" name="by" type="text" required minlength="2" maxlength="200" autocomplete="name"${known} /></p>
      <p class="field"><label for="reason">${s.reason}</label><input id="reason" name="reason" type="text" required minlength="2" maxlength="2000" aria-describedby="reason-hint" /><span class="hint" id="reason-hint">${s.reasonHint}</span></p>
      <p class="buttons">${to && markup`<button type="submit" class="main">${s.send}</button>`}<button type="button" id="download">${s.download}</button></p>
      ${address && markup`<p class="hint">${s.sendHint(address.host)}</p>`}
    </form>
  </section>`;
}
