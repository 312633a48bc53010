import type { INodeProperties } from 'n8n-workflow';
import { localeParameter, reportFormats } from '../shared';

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
        description: 'A Word file in your company’s style for each candidate, with or without the name',
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
  {
    displayName: 'Anonymous',
    name: 'anonymous',
    type: 'boolean',
    default: false,
    description: 'Whether to leave out name, contact details and birth date and show initials instead',
    displayOptions: { show: { operation: ['companyCv'] } },
  },
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
    displayName: 'Put Output File in Field',
    name: 'binaryPropertyName',
    type: 'string',
    default: 'document',
    required: true,
    hint: 'The name of the output binary field to put the file in',
  },
  {
    displayName: 'Options',
    name: 'options',
    type: 'collection',
    placeholder: 'Add option',
    default: {},
    displayOptions: { show: { operation: ['companyCv'] } },
    options: [
      {
        displayName: 'Colour',
        name: 'colour',
        type: 'color',
        default: '#1f4e79',
        description: 'Your company’s colour, for headings and lines',
      },
      {
        displayName: 'Company Name',
        name: 'companyName',
        type: 'string',
        default: '',
        description: 'Shown in the footer',
      },
    ],
  },
];
