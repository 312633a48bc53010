import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { withOutput, withTable } from '../../../nodes/CvAnalyze/output';
import { fullProfile } from '../profile/sample';

/** n8n's context reduced to what the output needs: the option and the making of files. */
const context = (output: string) =>
  ({
    getNodeParameter: () => ({ output }),
    helpers: {
      prepareBinaryData: (data: Buffer, fileName: string, mimeType: string) =>
        Promise.resolve({ data: data.toString('utf8'), fileName, mimeType }),
    },
  }) as unknown as IExecuteFunctions;

const profile = fullProfile();
const item = (): INodeExecutionData => ({ json: { cv: 1, profile: profile as never } });

describe('CV Analyze’s outputs', () => {
  it.each([
    ['jsonResume', 'jsonResume'],
    ['flatFrench', 'candidat'],
  ])('add %s under its own key and keep the profile', async (output, key) => {
    const { json, binary } = await withOutput(context(output), 0, item(), profile);
    expect(Object.keys(json)).toEqual(['cv', 'profile', key]);
    expect(json.profile).toBe(profile);
    expect(binary).toBeUndefined();
  });

  it.each([
    ['europassXml', 'europass', 'lucie.xml', '<?xml'],
    ['markdown', 'markdown', 'lucie.md', '# Lucie Morvan'],
  ])('add %s as a file beside those the item had', async (output, key, fileName, begins) => {
    const had = { ...item(), binary: { data: { data: '', mimeType: 'application/pdf' } } };
    const { json, binary } = await withOutput(context(output), 0, had, profile);
    expect(Object.keys(json)).toEqual(['cv', 'profile']);
    expect(Object.keys(binary ?? {})).toEqual(['data', key]);
    expect(binary?.[key].fileName).toBe(fileName);
    expect(binary?.[key].data.startsWith(begins)).toBe(true);
  });

  it('put one table of all CVs on the first item that has a profile', async () => {
    const failed: INodeExecutionData = { json: { error: { code: 'no-text' } } };
    const items = await withTable(context('csv'), [failed, item(), item()]);
    expect(items.map(({ binary }) => Object.keys(binary ?? {}))).toEqual([[], ['csv'], []]);
    expect(items[1].binary?.csv.data.trimEnd().split('\r\n')).toHaveLength(3);
  });

  it('add nothing unless asked', async () => {
    expect(await withOutput(context('profile'), 0, item(), profile)).toEqual(item());
    expect(await withTable(context('profile'), [item()])).toEqual([item()]);
  });
});
