/** What the tests need of the server's own module, which is an ES module. */
const load = () => import('../../fixtures/ollama-server/start.mjs');
export type RealModel = Awaited<ReturnType<Awaited<ReturnType<typeof load>>['startRealModel']>>;

/** See `startRealModel` of test/fixtures/ollama-server/start.mjs. */
export async function startRealModel(): Promise<RealModel> {
  return await (await load()).startRealModel();
}
