import type { INodeProperties } from 'n8n-workflow';
import { localeParameter, reportFormats } from '../shared';
import { letterParameters } from './letterParameters';
import { companyCvOptions, companyCvParameters } from './companyCvOptions';
import { fromTemplateOptions, fromTemplateParameters } from './fromTemplate.operation';

export const description: INodeProperties[] = [
  {
    displayName: 'Operation',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    options: [
      {
        name: 'Company CV',
        value: 'companyCv',
        action: 'Make a company CV',
        description: 'A CV in your company’s style for each candidate (Word, PDF, web page), with or without the name',
      },
      {
        name: 'CV for an Offer',
        value: 'tailoredCv',
        action: 'Make a CV for an offer',
        description: 'The company CV with what the offer asks for first and in bold; nothing is added',
      },
      {
        name: 'From Your Word Template',
        value: 'fromTemplate',
        action: 'Fill your word template',
        description: 'Your own Word file with placeholders, filled for each candidate',
      },
      {
        name: 'Letter or E-Mail',
        value: 'letter',
        action: 'Write a letter or an email',
        description: 'Acknowledgement, invitation, refusal and more, ready for a node that sends mail',
      },
      {
        name: 'Profile Page',
        value: 'profilePage',
        action: 'Make a profile page',
        description: 'A web page that shows what was read from a CV and where it stands',
      },
      {
        name: 'Review Sheet',
        value: 'reviewSheet',
        action: 'Make a review sheet',
        description: 'A web page with the CV beside what was read in it, each value linked to its place on the page',
      },
      {
        name: 'Shortlist',
        value: 'shortlist',
        action: 'Make a shortlist',
        description: 'One document for all candidates: ranked table, then a page for each with reasons and evidence',
      },
    ],
    default: 'shortlist',
  },
  {
    displayName: 'Format',
    name: 'format',
    type: 'options',
    options: reportFormats,
    default: 'pdf',
    displayOptions: { show: { operation: ['shortlist'] } },
  },
  ...companyCvParameters,
  ...letterParameters,
  ...fromTemplateParameters,
  localeParameter,
  {
    displayName: 'Input Binary Field',
    name: 'sourceBinaryPropertyName',
    type: 'string',
    default: 'data',
    required: true,
    hint: 'The name of the input field that holds the CV; without it, the sheet shows the CV’s lines instead of its pages',
    displayOptions: { show: { operation: ['reviewSheet'] } },
  },
  {
    displayName: 'Send Corrections To',
    name: 'correctionsUrl',
    type: 'string',
    default: '',
    placeholder: 'e.g. https://n8n.example.org/webhook/cv-corrections',
    description:
      'Address of a workflow that begins with a Webhook node (method POST): corrections are sent there as a form with <code>candidateId</code>, <code>by</code>, <code>reason</code> and <code>changes</code>, which Talent Pool: Rectify takes. Without it, they can be downloaded as a file.',
    displayOptions: { show: { operation: ['reviewSheet'] } },
  },
  {
    displayName: 'Put Output File in Field',
    name: 'binaryPropertyName',
    type: 'string',
    default: 'document',
    required: true,
    hint: 'The name of the output binary field to put the file in',
  },
  companyCvOptions,
  fromTemplateOptions,
];
