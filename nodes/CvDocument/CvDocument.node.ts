import {
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  NodeConnectionTypes,
} from 'n8n-workflow';
import { makeCompanyCv } from './companyCv.operation';
import { description } from './description';
import { makeProfilePage } from './profilePage.operation';
import { makeReviewSheet } from './reviewSheet.operation';
import { makeShortlist } from './shortlist.operation';
import { makeTailoredCv } from './tailoredCv.operation';

const OPERATIONS: Record<string, (ctx: IExecuteFunctions) => Promise<INodeExecutionData[]>> = {
  companyCv: makeCompanyCv,
  profilePage: makeProfilePage,
  reviewSheet: makeReviewSheet,
  shortlist: makeShortlist,
  tailoredCv: makeTailoredCv,
};

export class CvDocument implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'CV Document',
    name: 'cvDocument',
    icon: { light: 'file:cvDocument.svg', dark: 'file:cvDocument.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle:
      '={{ ({ shortlist: "Shortlist", companyCv: "Company CV", tailoredCv: "CV for an offer", profilePage: "Profile page", reviewSheet: "Review sheet" })[$parameter["operation"]] }}',
    description:
      'Makes documents from profiles: a shortlist to read, a CV in your company’s style, a page with what was read',
    defaults: { name: 'CV Document' },
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    usableAsTool: true,
    properties: description,
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return [await OPERATIONS[this.getNodeParameter('operation', 0) as string](this)];
  }
}
