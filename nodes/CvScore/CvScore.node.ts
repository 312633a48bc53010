import {
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  NodeConnectionTypes,
} from 'n8n-workflow';
import { auditScores } from './audit.operation';
import { checkOffer } from './checkOffer.operation';
import { compareItems } from './compare.operation';
import { description } from './description';
import { findOffers } from './findOffers.operation';
import { rankCandidates } from './rank.operation';
import { scoreCandidates } from './score.operation';

const OPERATIONS = {
  audit: auditScores,
  checkOffer,
  compare: compareItems,
  findOffers,
  rank: rankCandidates,
  score: scoreCandidates,
};

export class CvScore implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'CV Score',
    name: 'cvScore',
    icon: { light: 'file:cvScore.svg', dark: 'file:cvScore.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle:
      '={{ { audit: "Audit for bias", checkOffer: "Check offer", compare: "Compare candidates", findOffers: "Find offers", rank: "Rank candidates", score: "Score a candidate" }[$parameter["operation"]] }}',
    description:
      'Compares profiles with a job offer: points and reasons per criterion. It orders the reading; a person decides.',
    defaults: { name: 'CV Score' },
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    usableAsTool: true,
    properties: description,
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    const operation = this.getNodeParameter('operation', 0) as keyof typeof OPERATIONS;
    return [await OPERATIONS[operation](this)];
  }
}
