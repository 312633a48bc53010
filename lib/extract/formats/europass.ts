import { VivierError } from '../../errors';
import { decodeXml } from '../office/archive';
import { flatPage, type FormatReader } from '../reader';
import { europass3 } from '../structured/europass3';
import { europass4 } from '../structured/europass4';
import { hrXml } from '../structured/hr-xml';
import { localeOf, resumeLines } from '../structured/lines';
import type { Resume } from '../structured/resume';
import type { DocumentFormat } from '../types';
import { attribute, child, parseXml, textOf, type XmlElement } from '../xml/parse';

/** What the root element says. Both standards name a root `Candidate`; Europass 4 has a `CandidateProfile` in it. */
function readRoot(root: XmlElement): { format: DocumentFormat; resume: Resume } | null {
  if (root.name === 'SkillsPassport') return { format: 'europass-xml', resume: europass3(root) };
  const resume = hrXml(root);
  if (resume) return { format: 'hr-xml', resume };
  const isEuropass = root.name === 'Candidate' && (child(root, 'CandidatePerson') ?? child(root, 'CandidateProfile'));
  return isEuropass ? { format: 'europass-xml', resume: europass4(root) } : null;
}

/** CVs in XML: Europass 3 (`SkillsPassport`) and 4 (`Candidate`), HR-XML Resume 2.x. Other XML is not a document of ours. */
export const europassReader: FormatReader = {
  format: 'europass-xml',
  async read(file) {
    const root = parseXml(decodeXml(file.data), file.fileName);
    const found = readRoot(root);
    if (!found) throw new VivierError('unknown-type', { fileName: file.fileName, what: 'xml' });
    const declared = attribute(root, 'locale') ?? attribute(root, 'lang');
    const locale = declared ? (declared.startsWith('fr') ? 'fr' : 'en') : localeOf(textOf(root));
    return {
      format: found.format,
      mimeType: 'application/xml',
      pages: [flatPage],
      structured: found.resume,
      ...resumeLines(found.resume, locale),
    };
  },
};
