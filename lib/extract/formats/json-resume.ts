import { VivierError } from '../../errors';
import { flatPage, type FormatReader } from '../reader';
import { hrOpen, hrOpenCandidate } from '../structured/hr-open';
import { localeOf, resumeLines } from '../structured/lines';
import type { Resume } from '../structured/resume';
import { decodeText } from '../text/encoding';

/** Keys of which a JSON Resume has at least one. */
const KEYS = ['basics', 'work', 'education', 'skills', 'languages', 'projects', 'volunteer', 'certificates'];

/** CVs in JSON: JSON Resume as it is, an HR-Open candidate in JSON Resume's shape; and a readable text of either. */
export const jsonResumeReader: FormatReader = {
  format: 'json-resume',
  async read(file) {
    const { fileName } = file;
    const text = (await decodeText(file.data)).text.replace(/^\uFEFF/, '');
    let data: unknown;
    try {
      data = JSON.parse(text);
    } catch (error) {
      throw new VivierError('invalid-json', { fileName }, { cause: error });
    }
    const candidate = isResume(data) ? null : hrOpenCandidate(data);
    const resume = isResume(data) ? data : candidate && hrOpen(candidate);
    if (!resume) throw new VivierError('unknown-type', { fileName, what: 'json' });
    return {
      format: candidate ? 'hr-open-json' : 'json-resume',
      mimeType: 'application/json',
      pages: [flatPage],
      structured: resume,
      ...resumeLines(resume, localeOf(text)),
    };
  },
};

function isResume(data: unknown): data is Resume {
  return typeof data === 'object' && data !== null && !Array.isArray(data) && KEYS.some((key) => key in data);
}
