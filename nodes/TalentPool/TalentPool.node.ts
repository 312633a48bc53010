import {
  type ICredentialDataDecryptedObject,
  type ICredentialsDecrypted,
  type ICredentialTestFunctions,
  type IExecuteFunctions,
  type INodeCredentialTestResult,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  NodeConnectionTypes,
} from 'n8n-workflow';
import { testPool } from './credentialTest';
import { properties, subtitle } from './description';
import { route } from './router';

export class TalentPool implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Talent Pool',
    name: 'talentPool',
    icon: { light: 'file:talentPool.svg', dark: 'file:talentPool.dark.svg' },
    group: ['input'],
    version: 1,
    subtitle,
    description: 'Keeps candidates, offers and applications on your own premises, and finds them again',
    defaults: { name: 'Talent Pool' },
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    usableAsTool: true,
    credentials: [
      {
        name: 'vivierTalentPoolApi',
        required: true,
        testedBy: 'vivierTalentPoolTest',
        displayOptions: { show: { authentication: ['vivierTalentPoolApi'] } },
      },
      { name: 'postgres', required: true, displayOptions: { show: { authentication: ['postgres'] } } },
    ],
    properties,
  };

  methods = {
    credentialTest: {
      async vivierTalentPoolTest(
        this: ICredentialTestFunctions,
        credential: ICredentialsDecrypted<ICredentialDataDecryptedObject>,
      ): Promise<INodeCredentialTestResult> {
        return await testPool(credential.data ?? {});
      },
    },
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return [await route(this)];
  }
}
