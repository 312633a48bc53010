import { openFile } from '../containers/open';
import { drawPages } from '../pages/draw';
import { parseDocument } from '../parse';
import { removeScratch, shareScratch } from '../scratch';
import { openedToWire, toWire, type Answer, type ParseJob } from './wire';

/** The body of a parsing process: one job after the other, an answer to each. Whoever started it decides when it ends. */
async function answer({ file, open, draw, ...settings }: ParseJob): Promise<Answer> {
  try {
    const { signal } = new AbortController();
    const context = { ...settings, check: () => undefined, signal };
    if (draw) return { images: await drawPages(file, draw, context) };
    return open ? openedToWire(await openFile(file, context)) : { document: await parseDocument(file, context) };
  } catch (error) {
    return { error: toWire(error, file.fileName) };
  }
}

if (process.argv[2]) shareScratch(process.argv[2]);
process.on('message', (job: ParseJob) => {
  void answer(job).then((result) => process.send?.(result));
});
// Whoever started it is gone, perhaps by force and without clearing up.
process.on('disconnect', () => {
  removeScratch();
  process.exit();
});
// Ctrl-C in a terminal reaches every process: the one that started this one answers it.
process.on('SIGINT', () => undefined);
