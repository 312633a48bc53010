import { VivierError } from '../../errors';
import type { Worker as TesseractWorker } from 'tesseract.js';
import type { OcrEngine, RawLine } from './engine';
import { hasNative, nativeEngine } from './native';
import { toPgm } from './picture';
import { gatheredData, withWorker } from './pool';

/** Runs `task` with the Tesseract that is installed, and with tesseract.js where there is none or it fails. Throws `ocr-language-missing`. */
export async function withEngine<T>(
  languages: string[],
  signal: AbortSignal,
  task: (engine: OcrEngine) => Promise<T>,
): Promise<T> {
  if (await hasNative()) {
    const data = gatheredData(languages, true);
    try {
      return await task(nativeEngine(languages, data, signal));
    } catch (error) {
      // Anything else is the program's own trouble: a library that is missing, a crash, too much time.
      if (signal.aborted || error instanceof VivierError) throw error;
    }
  }
  return withWorker(languages, signal, (worker) => task(scriptEngine(worker)));
}

/** The type of tesseract.js calls the measure `row_height`, its output `rowHeight`. */
interface Row {
  rowHeight?: number;
  row_height?: number;
}

function scriptEngine(worker: TesseractWorker): OcrEngine {
  return {
    async recognise(picture) {
      const { data } = await worker.recognize(toPgm(picture), {}, { blocks: true, text: false });
      const lines = (data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
      return lines.map(({ words, baseline, bbox, rowAttributes }): RawLine => {
        const row = rowAttributes as Row | undefined;
        return { words, baseline, bbox, height: row?.rowHeight ?? row?.row_height ?? 0 };
      });
    },
  };
}
