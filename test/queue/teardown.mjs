export default async function teardown() {
  await globalThis.vivierQueue.stop();
}
