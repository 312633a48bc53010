/** What a chat template and the model's own start and end marks add to a prompt. */
const TEMPLATE_TOKENS = 32;

/**
 * Upper estimate of a text's tokens: UTF-8 bytes / 3. Mistral's tokenizer takes about 3.3 characters a token in French and
 * 4 in English; accents and other scripts, which it splits more finely, weigh 2 or 3 bytes a character.
 */
export function estimateTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text, 'utf8') / 3) + TEMPLATE_TOKENS;
}
