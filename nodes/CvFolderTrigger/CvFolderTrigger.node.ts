import {
  type INodeType,
  type INodeTypeDescription,
  type ITriggerFunctions,
  type ITriggerResponse,
  NodeConnectionTypes,
} from 'n8n-workflow';
import { description } from './description';
import { startFolder } from './watch';

export class CvFolderTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'CV Folder Trigger',
    name: 'cvFolderTrigger',
    icon: { light: 'file:cvFolderTrigger.svg', dark: 'file:cvFolderTrigger.dark.svg' },
    group: ['trigger'],
    version: 1,
    subtitle: '={{ $parameter["folder"] }}',
    description: 'Starts once for every file put into a folder or share, when it is whole, and loses none',
    defaults: { name: 'CV Folder Trigger' },
    inputs: [],
    outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
    outputNames: ['Files', 'Set Aside'],
    properties: description,
  };

  async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
    return await startFolder(this);
  }
}
