import type { Profile } from '../../profile';
import { inputsOf, sha256, type DocumentInputs } from '../made';
import { fillTemplate, templateToPdf, type Template, type TemplateOptions } from './index';

interface Stored {
  /** Base64. */
  template: string;
  fileName: string;
  options: TemplateOptions;
}

/** What a filled template was made from, the template itself included: see `makeAgain`. */
export function templateInputs(
  profile: Profile,
  { data: word, fileName }: Template,
  options: TemplateOptions,
  file: { format: 'docx' | 'pdf'; data: Uint8Array },
): DocumentInputs {
  const stored: Stored = { template: Buffer.from(word).toString('base64'), fileName, options };
  const template = { name: fileName, version: sha256(word) };
  return inputsOf({ maker: 'template', format: file.format, template }, profile, stored, file.data);
}

export async function makeFilledTemplateAgain(profile: Profile, made: DocumentInputs): Promise<Buffer> {
  const { template, fileName, options } = made.options as unknown as Stored;
  const word = await fillTemplate({ data: Buffer.from(template, 'base64'), fileName }, profile, options);
  return made.format === 'pdf' ? await templateToPdf(word) : word;
}
