import {
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  NodeConnectionTypes,
} from 'n8n-workflow';
import { analyzeCvs } from './analyze.operation';
import { askCvs } from './ask.operation';
import { description, inputs } from './description';
import { checkHealth } from './health.operation';
import { vivierOllamaTest, vivierTalentPoolTest } from '../shared';

export class CvAnalyze implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'CV Analyze',
    name: 'cvAnalyze',
    icon: { light: 'file:cvAnalyze.svg', dark: 'file:cvAnalyze.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle:
      '={{ { analyze: "Profile from CV", ask: "Ask a question", health: "Check the model" }[$parameter["operation"]] }}',
    description: 'Turns the text of a CV into a profile in which every value points to its line. Nothing is invented.',
    defaults: { name: 'CV Analyze' },
    inputs,
    outputs: [NodeConnectionTypes.Main],
    usableAsTool: true,
    credentials: [
      {
        name: 'vivierOllamaApi',
        required: true,
        testedBy: 'vivierOllamaTest',
        displayOptions: { show: { authentication: ['vivierOllamaApi'] }, hide: { engine: ['rules', 'later'] } },
      },
      {
        name: 'ollamaApi',
        required: true,
        displayOptions: { show: { authentication: ['ollamaApi'] }, hide: { engine: ['rules', 'later'] } },
      },
      {
        name: 'vivierTalentPoolApi',
        required: true,
        testedBy: 'vivierTalentPoolTest',
        displayOptions: { show: { keepAnswers: ['pool'] }, hide: { engine: ['rules', 'later'] } },
      },
    ],
    properties: description,
  };

  methods = {
    credentialTest: { vivierOllamaTest, vivierTalentPoolTest },
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    switch (this.getNodeParameter('operation', 0)) {
      case 'health':
        return [await checkHealth(this)];
      case 'ask':
        return [await askCvs(this)];
      default:
        return [await analyzeCvs(this)];
    }
  }
}
