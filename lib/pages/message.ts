import { markup } from '../documents';
import { link } from './layout';
import type { Page, Visit } from './types';

/** A page that says one thing. */
export const messagePage = ({ request, w }: Visit, status: number, title: string, text: string): Page => ({
  title,
  status,
  body: markup`<main id="content" class="narrow"><h1>${title}</h1><p role="alert">${text}</p>
    <p><a class="button" href="${link(request, {})}">${w.back}</a></p></main>`,
});
