import {
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  NodeConnectionTypes,
} from 'n8n-workflow';
import { description } from './description';
import { read } from './read.operation';

export class ChatExport implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Chat Export',
    name: 'chatExport',
    icon: { light: 'file:chatExport.svg', dark: 'file:chatExport.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: 'Read conversations',
    description:
      'Reads conversations that a candidate exported from ChatGPT, Claude, Grok or Le Chat, and suggests facts for the profile',
    defaults: { name: 'Chat Export' },
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    usableAsTool: true,
    properties: description,
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return [await read(this)];
  }
}
