import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  allowedFolder,
  watchFolder,
  type FolderOptions,
  type FolderSettings,
  type IncomingFile,
} from '../../../lib/intake';
import type { VivierError } from '../../../lib/errors';
import { until } from '../../integration/mailbox/mailbox';

let folder: string;
let watches: { close(): Promise<void> }[] = [];
const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
const inDone = (name: string) => existsSync(join(folder, 'processed', name));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vivier-folder-'));
});
afterEach(async () => {
  await Promise.all(watches.map((one) => one.close()));
  watches = [];
  rmSync(folder, { recursive: true, force: true });
});

function watch(
  fails: (file: IncomingFile) => boolean | Promise<boolean> = () => false,
  { settings = {}, ...more }: Partial<Omit<FolderOptions, 'settings'>> & { settings?: Partial<FolderSettings> } = {},
) {
  const handled: IncomingFile['info'][] = [];
  const aside: string[] = [];
  const troubles: VivierError[] = [];
  const one = watchFolder({
    settings: {
      folder,
      doneFolder: 'processed',
      failedFolder: 'failed',
      subfolders: true,
      settleMs: 60,
      pollMs: 20,
      maxBytes: 1000,
      parallel: 2,
      tries: 3,
      retryMs: 10,
      ...settings,
    },
    handler: {
      handle: async (file) => {
        if (await fails(file)) return false;
        handled.push(file.info);
        return true;
      },
      setAside: ({ error }) => Promise.resolve(void aside.push(error.code)),
      trouble: (error) => void troubles.push(error),
    },
    ...more,
  });
  watches.push(one);
  return { handled, aside, troubles, close: () => one.close() };
}

it('hands over each file once and moves it, also from sub-folders', async () => {
  put('a.txt', 'a');
  mkdirSync(join(folder, 'été'));
  put('été/b.txt', 'b');
  const { handled } = watch();
  await until(() => inDone('a.txt') && inDone('été/b.txt'), 'both moved');
  expect(handled.map(({ path }) => path).sort()).toEqual(['a.txt', 'été/b.txt']);
});

it('waits until a file is whole', async () => {
  put('a.txt', 'half');
  const { handled } = watch(undefined, { settings: { settleMs: 400 } });
  for (let n = 0; n < 5; n++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    put('a.txt', 'half'.repeat(n + 2));
  }
  expect(handled).toEqual([]);
  await until(() => inDone('a.txt'), 'moved');
  expect(handled.map(({ bytes }) => bytes)).toEqual([24]);
});

it('keeps two files of one name apart', async () => {
  put('cv.pdf', 'one');
  watch();
  await until(() => inDone('cv.pdf'), 'first');
  put('cv.pdf', 'two');
  await until(() => inDone('cv-2.pdf'), 'second');
  expect(readFileSync(join(folder, 'processed/cv.pdf'), 'utf8')).toBe('one');
});

it('leaves alone what is hidden, unfinished, or a link to somewhere else', async () => {
  for (const name of ['.hidden', '~$cv.docx', 'cv.pdf.part', 'cv.crdownload']) put(name, 'x');
  symlinkSync('/etc/hostname', join(folder, 'link.txt'));
  put('a.txt', 'a');
  const { handled } = watch();
  await until(() => inDone('a.txt'), 'moved');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(handled.map(({ path }) => path)).toEqual(['a.txt']);
});

it('moves a file that was renamed while it was under way, once', async () => {
  put('a.txt', 'a');
  const { handled } = watch(({ info }) => {
    if (info.path === 'a.txt') renameSync(join(folder, 'a.txt'), join(folder, 'b.txt'));
    return false;
  });
  await until(() => inDone('b.txt'), 'moved under its new name');
  expect(handled).toHaveLength(1);
});

it('handles again what was written into while it was under way', async () => {
  put('a.txt', 'old');
  let first = true;
  const { handled } = watch(() => {
    if (first) put('a.txt', 'newer');
    return (first = false);
  });
  await until(() => inDone('a.txt'), 'moved');
  expect(handled.map(({ bytes }) => bytes)).toEqual([3, 5]);
});

it('tries again what failed, and sets aside what alone fails, with the reason beside it', async () => {
  for (const name of ['bad', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) put(`${name}.txt`, name);
  const { aside, handled } = watch(({ info }) => info.fileName === 'bad.txt', { settings: { parallel: 1 } });
  for (let n = 0; n < 60 && !existsSync(join(folder, 'failed')); n++) {
    put(`more-${n}.txt`, 'x');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await until(() => existsSync(join(folder, 'failed/bad.txt.reason.txt')), 'set aside');
  expect(aside).toEqual(['intake-gave-up']);
  expect(handled.map(({ path }) => path)).not.toContain('bad.txt');
  expect(readdirSync(join(folder, 'failed')).sort()).toEqual(['bad.txt', 'bad.txt.reason.txt']);
});

it('sets aside what is too large', async () => {
  put('big.txt', 'x'.repeat(2000));
  const { aside } = watch();
  await until(() => existsSync(join(folder, 'failed/big.txt.reason.txt')), 'set aside');
  expect(aside).toEqual(['too-large']);
});

it('waits for a locked file and tells once', async () => {
  put('a.txt', 'a');
  let locked = true;
  // A fault: other programs’ locks can’t be made on every system.
  const read = (path: string) =>
    locked ? Promise.reject(Object.assign(new Error('busy'), { code: 'EBUSY' })) : Promise.resolve(readFileSync(path));
  const { handled, troubles } = watch(undefined, { read });
  await until(() => troubles.length === 1, 'told');
  await new Promise((resolve) => setTimeout(resolve, 200));
  locked = false;
  await until(() => inDone('a.txt'), 'moved');
  expect(troubles.map(({ code }) => code)).toEqual(['file-unreadable']);
  expect(handled).toHaveLength(1);
});

it('says that the folder is gone, once, and goes on when it is back', async () => {
  const { handled, troubles } = watch();
  rmSync(folder, { recursive: true });
  await until(() => troubles.length === 1, 'told');
  await new Promise((resolve) => setTimeout(resolve, 200));
  mkdirSync(folder);
  put('a.txt', 'a');
  await until(() => handled.length === 1, 'handled');
  expect(troubles.map(({ code }) => code)).toEqual(['folder-unreachable']);
});

it('keeps to what the administrator allowed', async () => {
  mkdirSync(join(folder, 'in'));
  symlinkSync('/etc', join(folder, 'in/out'));
  const allowed = join(folder, 'in');
  expect(await allowedFolder(allowed, { allowed })).toBe(allowed);
  for (const path of [folder, join(allowed, 'out'), join(allowed, '..'), '/etc'])
    await expect(allowedFolder(path, { allowed })).rejects.toMatchObject({ code: 'folder-unreachable' });
  mkdirSync(join(folder, '.n8n'));
  const own = { allowed: folder, userFolder: folder };
  await expect(allowedFolder(join(folder, '.n8n'), own)).rejects.toMatchObject({ code: 'folder-unreachable' });
});
