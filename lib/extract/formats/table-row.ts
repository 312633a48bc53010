import { VivierError } from '../../errors';
import { flatPage, type FormatReader } from '../reader';

interface Row {
  cells: [string, string][];
  resume: object;
}

/** One candidate of a table, as `lib/extract/tables` takes it out: the filled cells as lines, and what they say in JSON Resume's shape. */
export const tableRowReader: FormatReader = {
  format: 'table-row',
  async read(file) {
    const { cells, resume } = parse(file.data, file.fileName);
    const lines = cells.map(([header, value]) => ({ text: header ? `${header}: ${value}` : value, page: 1 }));
    return { format: 'table-row', mimeType: 'application/json', pages: [flatPage], lines, structured: resume };
  },
};

function parse(data: Uint8Array, fileName: string): Row {
  try {
    return JSON.parse(Buffer.from(data).toString('utf8')) as Row;
  } catch (error) {
    throw new VivierError('invalid-json', { fileName }, { cause: error });
  }
}
