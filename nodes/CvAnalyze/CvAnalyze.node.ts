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
import { analyzeCvs } from './analyze.operation';
import { description } from './description';
import { checkHealth, testOllama } from './health.operation';

export class CvAnalyze implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'CV Analyze',
    name: 'cvAnalyze',
    icon: { light: 'file:cvAnalyze.svg', dark: 'file:cvAnalyze.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: '={{ $parameter["operation"] === "health" ? "Check the model" : "Profile from CV" }}',
    description: 'Turns the text of a CV into a profile in which every value points to its line. Nothing is invented.',
    defaults: { name: 'CV Analyze' },
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    usableAsTool: true,
    credentials: [
      {
        name: 'vivierOllamaApi',
        required: true,
        testedBy: 'vivierOllamaTest',
        displayOptions: { show: { authentication: ['vivierOllamaApi'] }, hide: { engine: ['rules'] } },
      },
      {
        name: 'ollamaApi',
        required: true,
        displayOptions: { show: { authentication: ['ollamaApi'] }, hide: { engine: ['rules'] } },
      },
    ],
    properties: description,
  };

  methods = {
    credentialTest: {
      async vivierOllamaTest(
        this: ICredentialTestFunctions,
        credential: ICredentialsDecrypted<ICredentialDataDecryptedObject>,
      ): Promise<INodeCredentialTestResult> {
        return await testOllama(credential.data ?? {});
      },
    },
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    const operation = this.getNodeParameter('operation', 0);
    return [operation === 'health' ? await checkHealth(this) : await analyzeCvs(this)];
  }
}
