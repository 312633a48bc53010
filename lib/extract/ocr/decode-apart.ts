import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import type { Grey } from './picture';

/**
 * Runs in a Node process of its own: the file on standard input, its width and height (32 bits each, little-endian) and grey pixels on standard output.
 * Transparent parts are laid on white paper.
 */
const SCRIPT = `
const { createCanvas, loadImage } = require(process.argv[1]);
const parts = [];
process.stdin.on('data', (part) => parts.push(part));
process.stdin.on('end', async () => {
  try {
    const image = await loadImage(Buffer.concat(parts));
    const { width, height } = image;
    if (!(width > 0 && height > 0) || width * height > Number(process.argv[2])) process.exit(2);
    const pen = createCanvas(width, height).getContext('2d');
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, width, height);
    pen.drawImage(image, 0, 0);
    const rgba = pen.getImageData(0, 0, width, height).data;
    const out = Buffer.alloc(8 + width * height);
    out.writeUInt32LE(width, 0);
    out.writeUInt32LE(height, 4);
    for (let i = 8, j = 0; i < out.length; i++, j += 4) out[i] = 0.299 * rgba[j] + 0.587 * rgba[j + 1] + 0.114 * rgba[j + 2];
    process.stdout.write(out, () => process.exit(0));
  } catch {
    process.exit(1);
  }
});`;

/**
 * Decodes a JPEG, PNG, WebP, BMP or GIF in a process of its own: the native decoder ends the whole process on some cut files (seen with @napi-rs/canvas 0.1.100
 * and a PNG that stops after its head), and n8n must survive what a stranger mails. Rejects when the file can't be decoded.
 */
export function decodeApart(data: Uint8Array, mostPixels: number, signal: AbortSignal): Promise<Grey> {
  const canvas = createRequire(__filename).resolve('@napi-rs/canvas');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['-e', SCRIPT, canvas, String(mostPixels)], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: {},
      signal,
      killSignal: 'SIGKILL',
    });
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.on('error', reject);
    child.on('close', (code) => {
      const out = Buffer.concat(parts);
      if (code !== 0 || out.length < 8) {
        reject(new Error(`decoder ended with ${code ?? 'a signal'}`));
        return;
      }
      resolve({ width: out.readUInt32LE(0), height: out.readUInt32LE(4), data: out.subarray(8) });
    });
    // A decoder that has ended already no longer reads: its exit code tells.
    child.stdin.on('error', () => undefined);
    child.stdin.end(data);
  });
}
