import {
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  NodeConnectionTypes,
} from 'n8n-workflow';
import { description } from './description';
import { extract } from './extract.operation';

export class CvExtract implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'CV Extract',
    name: 'cvExtract',
    icon: { light: 'file:cvExtract.svg', dark: 'file:cvExtract.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: 'Read CVs',
    description: 'Reads the text of CVs: PDF, Word, pictures, mails, archives, tables. Nothing leaves this machine.',
    defaults: { name: 'CV Extract' },
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    usableAsTool: true,
    properties: description,
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return [await extract(this)];
  }
}
