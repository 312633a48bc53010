import {
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  NodeConnectionTypes,
} from 'n8n-workflow';
import { vivierOllamaTest } from '../shared';
import { auditScores } from './audit.operation';
import { calibrateWeights } from './calibrate.operation';
import { checkOffer } from './checkOffer.operation';
import { checkOversight } from './checkOversight.operation';
import { checkText } from './checkText.operation';
import { compareItems } from './compare.operation';
import { description } from './description';
import { findOffers } from './findOffers.operation';
import { rankCandidates } from './rank.operation';
import { readOffers } from './readOffer.operation';
import { scoreCandidates } from './score.operation';

const OPERATIONS = {
  audit: auditScores,
  calibrate: calibrateWeights,
  checkOffer,
  checkOversight,
  checkText,
  compare: compareItems,
  findOffers,
  rank: rankCandidates,
  readOffer: readOffers,
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
      '={{ { audit: "Audit for bias", calibrate: "Propose weights", checkOffer: "Check offer", checkOversight: "Check oversight", checkText: "Check text", compare: "Compare candidates", findOffers: "Find offers", rank: "Rank candidates", readOffer: "Read offer", score: "Score a candidate" }[$parameter["operation"]] }}',
    description:
      'Compares profiles with a job offer: points and reasons per criterion. It orders the reading; a person decides.',
    defaults: { name: 'CV Score' },
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    usableAsTool: true,
    credentials: [
      {
        name: 'vivierOllamaApi',
        required: true,
        testedBy: 'vivierOllamaTest',
        displayOptions: { show: { operation: ['rank', 'readOffer', 'score'], method: ['model'] } },
      },
    ],
    properties: description,
  };

  methods = {
    credentialTest: { vivierOllamaTest },
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    const operation = this.getNodeParameter('operation', 0) as keyof typeof OPERATIONS;
    return [await OPERATIONS[operation](this)];
  }
}
