import { escapeMarkdown } from '../profile';
import { clean } from './clean';

/** Somebody's words on one line of a Markdown document: nothing in them becomes a mark, a link or HTML. */
export const markdownText = (text: string): string => escapeMarkdown(clean(text)).replace(/ {2,}/g, ' ').trim();
