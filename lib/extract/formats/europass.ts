import { VivierError } from '../../errors';
import { decodeXml } from '../office/archive';
import { flatPage, type FormatReader } from '../reader';
import { europass3 } from '../structured/europass3';
import { europass4 } from '../structured/europass4';
import { localeOf, resumeLines } from '../structured/lines';
import { attribute, parseXml, textOf } from '../xml/parse';

/** Europass XML, versions 3 (`SkillsPassport`) and 4 (`Candidate`). Other XML is not a document of ours. */
export const europassReader: FormatReader = {
  format: 'europass-xml',
  async read(file) {
    const root = parseXml(decodeXml(file.data), file.fileName);
    const resume =
      root.name === 'SkillsPassport' ? europass3(root) : root.name === 'Candidate' ? europass4(root) : null;
    if (!resume) throw new VivierError('unknown-type', { fileName: file.fileName, what: 'xml' });
    const declared = attribute(root, 'locale');
    const locale = declared ? (declared.startsWith('fr') ? 'fr' : 'en') : localeOf(textOf(root));
    return {
      format: 'europass-xml',
      mimeType: 'application/xml',
      pages: [flatPage],
      structured: resume,
      ...resumeLines(resume, locale),
    };
  },
};
