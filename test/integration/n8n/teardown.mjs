import { rmSync } from 'node:fs';

export default async function teardown() {
  const n8n = globalThis.vivierTestN8n;
  await n8n.stop();
  rmSync(n8n.folder, { recursive: true, force: true });
}
