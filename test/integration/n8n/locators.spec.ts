import { cpSync } from 'node:fs';
import { join } from 'node:path';
import {
  itemsOf,
  type N8n,
  OTHER_POOL,
  ownFolder,
  ownPerson,
  readFiles,
  runLine,
  runningN8n,
  vivierNode,
} from './running';

jest.setTimeout(120_000);

const OFFER = 'customer-support-advisor.txt';
const SAMPLES = join(__dirname, '../../../samples');

interface Listed {
  results: { name: string; value: string }[];
  paginationToken?: string;
}

describe('choosing from lists in the editor', () => {
  let n8n: N8n;
  let candidateId: string;
  let applicationId: string;

  beforeAll(async () => {
    n8n = await runningN8n();
    cpSync(join(SAMPLES, 'offers', OFFER), join(ownFolder(n8n, 'offers').path, OFFER));
    const cv = ownPerson(n8n, 'locators', { name: 'Ondine Valbrègue', phone: '06 39 98 66 41' });
    const pool = (name: string, parameters: object) =>
      vivierNode(name, 'talentPool', parameters as never, { credentials: OTHER_POOL });
    const run = await runLine(
      n8n,
      [
        readFiles(`cvs/offers/${OFFER}`),
        pool('Create', { resource: 'offer', operation: 'create', from: 'file' }),
        pool('Own stages', {
          resource: 'offer',
          operation: 'upsert',
          offer: '={{ $json.savedOffer }}',
          options: { offerId: '={{ $json.savedOffer.offerId }}', stages: 'tri, essai?, embauche' },
        }),
        pool('Confirm', { resource: 'offer', operation: 'confirm', by: 'A. Martin, RH' }),
        readFiles(cv),
        vivierNode('CV Extract', 'cvExtract', {}),
        vivierNode('CV Analyze', 'cvAnalyze', { engine: 'rules' }),
        pool('Save', {}),
        pool('Apply', {
          resource: 'application',
          operation: 'upsert',
          offerId: { __rl: true, mode: 'id', value: "={{ $('Confirm').item.json.savedOffer.offerId }}" },
        }),
      ].map((node, index) => (index === 4 ? { ...node, name: 'Read CV' } : node)),
    );
    if (run.status !== 'success') throw new Error(JSON.stringify(run.error));
    const [created] = await itemsOf(run, 'Create');
    expect(created.json.savedOffer).toMatchObject({ criteria: { confirmed: false } });
    const [confirmed] = await itemsOf(run, 'Confirm');
    expect(confirmed.json.savedOffer).toMatchObject({ criteria: { confirmed: true } });
    const [{ json }] = await itemsOf(run, 'Apply');
    ({ candidateId, applicationId } = json.application as { candidateId: string; applicationId: string });
  });

  const ask = async (path: string, methodName: string, more: object) =>
    (await n8n.rest(`/dynamic-node-parameters/${path}`, {
      method: 'POST',
      body: {
        path: 'parameters.any',
        methodName,
        nodeTypeAndVersion: { name: 'n8n-nodes-vivier.talentPool', version: 1 },
        credentials: OTHER_POOL,
        currentNodeParameters: { authentication: 'vivierTalentPoolApi' },
        ...more,
      },
    })) as unknown;
  const list = async (method: string, more: object = {}) =>
    (await ask('resource-locator-results', method, more)) as Listed;

  it('finds candidates by name, offers by title, applications by either', async () => {
    expect((await list('searchCandidates', { filter: 'Valbrègue' })).results).toEqual([
      { name: expect.stringContaining('Valbrègue') as string, value: candidateId },
    ]);
    expect((await list('searchCandidates', { filter: 'Personne-De-Ce-Nom' })).results).toEqual([]);
    expect((await list('searchOffers', { filter: 'SUPPORT' })).results).toHaveLength(1);
    for (const more of [{ filter: 'Valbrègue' }, {}]) {
      const values = (await list('searchApplications', more)).results.map(({ value }) => value);
      expect(values).toContain(applicationId);
    }
  });

  it('shows the files of the candidate that was chosen', async () => {
    const currentNodeParameters = {
      authentication: 'vivierTalentPoolApi',
      resource: 'candidate',
      operation: 'getDocument',
      candidateId: { __rl: true, mode: 'list', value: candidateId },
    };
    const { results } = await list('searchDocuments', { currentNodeParameters });
    expect(results).toEqual([{ name: expect.stringMatching(/^cv-ondine-valbregue\.txt/), value: expect.any(String) }]);
  });

  it('shows the stages of the offer that was applied for, in its order', async () => {
    const currentNodeParameters = {
      authentication: 'vivierTalentPoolApi',
      resource: 'application',
      operation: 'moveStage',
      applicationId: { __rl: true, mode: 'list', value: applicationId },
    };
    const options = (await ask('options', 'getStages', { currentNodeParameters })) as { value: string }[];
    expect(options.map(({ value }) => value)).toEqual(['tri', 'essai', 'embauche', 'rejected', 'withdrawn']);
  });

  it('tells in words when the pool can’t be opened', async () => {
    const data = { backend: 'postgres', host: '127.0.0.1', port: 9, database: 'd', user: 'u', password: 'secret' };
    const { id } = await n8n.rest('/credentials', {
      method: 'POST',
      body: { name: 'nowhere', type: 'vivierTalentPoolApi', data },
    });
    const credentials = { vivierTalentPoolApi: { id: id as string, name: 'nowhere' } };
    await expect(list('searchOffers', { credentials })).rejects.toThrow(/can’t be reached|joignable/);
  });
});

describe('what a run read of a candidate', () => {
  it('is named by the erasure, so that it can be deleted too', async () => {
    const n8n = await runningN8n();
    const found = await runLine(n8n, [
      vivierNode(
        'List',
        'talentPool',
        { resource: 'candidate', operation: 'getAll', returnAll: true },
        { credentials: OTHER_POOL },
      ),
    ]);
    const [{ json }] = await itemsOf(found, 'List');
    const erased = await runLine(n8n, [
      vivierNode(
        'Erase',
        'talentPool',
        {
          resource: 'candidate',
          operation: 'erase',
          candidateId: { __rl: true, mode: 'id', value: json.candidateId as string },
          by: 'A. Martin, RH',
          reason: 'demande',
        },
        { credentials: OTHER_POOL },
      ),
    ]);
    const { executions } = (await itemsOf(erased, 'Erase'))[0].json.erasure as {
      executions: { executionId: string }[];
    };
    expect(executions.length).toBeGreaterThanOrEqual(1);
  });
});
