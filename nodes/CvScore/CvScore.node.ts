import {
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  NodeConnectionTypes,
} from 'n8n-workflow';
import { description } from './description';
import { rankCandidates } from './rank.operation';
import { scoreCandidates } from './score.operation';

export class CvScore implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'CV Score',
    name: 'cvScore',
    icon: { light: 'file:cvScore.svg', dark: 'file:cvScore.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: '={{ $parameter["operation"] === "rank" ? "Rank candidates" : "Score a candidate" }}',
    description:
      'Compares profiles with a job offer: points and reasons per criterion. It orders the reading; a person decides.',
    defaults: { name: 'CV Score' },
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    usableAsTool: true,
    properties: description,
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    const operation = this.getNodeParameter('operation', 0);
    return [operation === 'rank' ? await rankCandidates(this) : await scoreCandidates(this)];
  }
}
