import { VivierError } from '../../errors';
import { flatPage, type FormatReader } from '../reader';
import { localeOf, resumeLines } from '../structured/lines';
import type { Resume } from '../structured/resume';
import { decodeText } from '../text/encoding';

/** Keys of which a JSON Resume has at least one. */
const KEYS = ['basics', 'work', 'education', 'skills', 'languages', 'projects', 'volunteer', 'certificates'];

/** JSON Resume: the data itself, and a readable text of it. */
export const jsonResumeReader: FormatReader = {
  format: 'json-resume',
  async read(file) {
    const { fileName } = file;
    const text = (await decodeText(file.data)).replace(/^\uFEFF/, '');
    let data: unknown;
    try {
      data = JSON.parse(text);
    } catch (error) {
      throw new VivierError('invalid-json', { fileName }, { cause: error });
    }
    if (!isResume(data)) throw new VivierError('unknown-type', { fileName, what: 'json' });
    return {
      format: 'json-resume',
      mimeType: 'application/json',
      pages: [flatPage],
      structured: data,
      ...resumeLines(data, localeOf(text)),
    };
  },
};

function isResume(data: unknown): data is Resume {
  return typeof data === 'object' && data !== null && !Array.isArray(data) && KEYS.some((key) => key in data);
}
