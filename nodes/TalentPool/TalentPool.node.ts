import {
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  NodeConnectionTypes,
} from 'n8n-workflow';
import { poolCredentials, vivierOllamaTest, vivierTalentPoolTest } from '../shared';
import { properties, subtitle } from './description';
import { listSearch, loadOptions } from './methods';
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
      ...poolCredentials,
      // Once: n8n looks at the first entry of a name alone. Every operation that may use the model asks for it by `meaning`.
      {
        name: 'vivierOllamaApi',
        required: true,
        testedBy: 'vivierOllamaTest',
        displayOptions: { show: { meaning: [true] } },
      },
    ],
    properties,
  };

  methods = {
    listSearch,
    loadOptions,
    credentialTest: { vivierOllamaTest, vivierTalentPoolTest },
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return [await route(this)];
  }
}
