import {
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  NodeConnectionTypes,
} from 'n8n-workflow';
import { vivierOllamaTest } from '../shared';
import { makeCompanyCv } from './companyCv.operation';
import { description } from './description';
import { makeFromTemplate } from './fromTemplate.operation';
import { makeLetter } from './letter.operation';
import { makeProfilePage } from './profilePage.operation';
import { makeReviewSheet } from './reviewSheet.operation';
import { makeShortlist } from './shortlist.operation';
import { makeTailoredCv } from './tailoredCv.operation';

const OPERATIONS: Record<string, (ctx: IExecuteFunctions) => Promise<INodeExecutionData[]>> = {
  companyCv: makeCompanyCv,
  fromTemplate: makeFromTemplate,
  letter: makeLetter,
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
      '={{ ({ shortlist: "Shortlist", companyCv: "Company CV", tailoredCv: "CV for an offer", fromTemplate: "From your Word template", letter: "Letter: " + $parameter["letterKind"], profilePage: "Profile page", reviewSheet: "Review sheet" })[$parameter["operation"]] }}',
    description:
      'Makes documents from profiles: a shortlist to read, a CV in your company’s style, a page with what was read',
    defaults: { name: 'CV Document' },
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    usableAsTool: true,
    credentials: [
      {
        name: 'vivierOllamaApi',
        required: true,
        testedBy: 'vivierOllamaTest',
        displayOptions: { show: { operation: ['letter'], useModel: [true] } },
      },
    ],
    properties: description,
  };

  methods = {
    credentialTest: { vivierOllamaTest },
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return [await OPERATIONS[this.getNodeParameter('operation', 0) as string](this)];
  }
}
