import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { textFormats } from '../shared';
import { HOUSE_STYLE } from './houseStyle';

const show = { operation: ['letter'] };
const only = (...letterKind: string[]): IDisplayOptions => ({ show: { ...show, letterKind } });
const INTERVIEW = only('interview-invitation');
const REFUSAL = only('refusal');
const TEST = only('test-invitation');

const text = (displayName: string, name: string, more: Partial<INodeProperties> = {}): INodeProperties => ({
  ...{ displayName, name, type: 'string', default: '' },
  ...more,
});

/** What a letter is asked in the editor. */
export const letterParameters: INodeProperties[] = [
  {
    displayName: 'Letter',
    name: 'letterKind',
    type: 'options',
    options: [
      { name: 'Acknowledgement', value: 'acknowledgement', description: 'That the application has arrived' },
      { name: 'Cover Letter', value: 'cover-letter', description: 'For the candidate’s own use, from their profile' },
      { name: 'Interview Invitation', value: 'interview-invitation', description: 'With a calendar file' },
      { name: 'Offer of Employment', value: 'employment-offer', description: 'The terms that you offer' },
      { name: 'Refusal', value: 'refusal', description: 'Kind, with the reasons that a person chose' },
      { name: 'Request for Information', value: 'missing-information', description: 'What the profile lacks' },
      { name: 'Test Invitation', value: 'test-invitation', description: 'A link, a length and a last day' },
    ],
    default: 'acknowledgement',
    displayOptions: { show },
  },
  {
    displayName: 'Format',
    name: 'letterFormat',
    type: 'options',
    options: [
      { name: 'E-Mail Only', value: 'none', description: 'Only the fields for a node that sends mail' },
      ...textFormats,
    ],
    default: 'none',
    description: 'The e-mail is always made; this adds the letter as a file',
    displayOptions: { show },
  },
  text('Offer Title', 'offerTitle', {
    default: '={{ $json.offer?.title ?? $json.offer ?? "" }}',
    displayOptions: { show },
    description: 'Name of the post, as the letter says it',
  }),
  {
    displayName: 'Start',
    name: 'start',
    type: 'dateTime',
    default: '',
    required: true,
    description: 'Day and time of the interview, at the place of the time zone',
    displayOptions: INTERVIEW,
  },
  {
    displayName: 'Minutes',
    name: 'minutes',
    type: 'number',
    typeOptions: { minValue: 5 },
    default: 45,
    displayOptions: INTERVIEW,
  },
  text('Time Zone', 'timeZone', {
    displayOptions: INTERVIEW,
    placeholder: 'e.g. Europe/Paris',
    hint: 'Empty: the workflow’s own',
  }),
  text('Place', 'place', { displayOptions: INTERVIEW, placeholder: 'e.g. 3 quai de la Fosse, Nantes' }),
  text('Video Link', 'videoLink', { displayOptions: INTERVIEW }),
  text('People', 'people', { displayOptions: INTERVIEW, description: 'Whom the candidate will meet' }),
  text('Test', 'testName', { displayOptions: TEST, required: true, placeholder: 'e.g. case study' }),
  text('Test Link', 'testLink', { displayOptions: TEST }),
  {
    displayName: 'Usual Reasons',
    name: 'usualReasons',
    type: 'multiOptions',
    options: [
      { name: 'Degree or Licence Not Found', value: 'level' },
      { name: 'Experience Not Found', value: 'experience' },
      { name: 'Other Applications Were Closer', value: 'closer' },
      { name: 'Post Filled', value: 'filled' },
      { name: 'Post Withdrawn', value: 'withdrawn' },
      { name: 'Skills Not Found', value: 'skills' },
    ],
    default: [],
    description: 'Chosen by a person; none is set by itself',
    displayOptions: REFUSAL,
  },
  text('Other Reasons', 'reasons', {
    typeOptions: { rows: 3 },
    displayOptions: REFUSAL,
    description: 'One a line, in the language of the letter. A reason that the law forbids stops the letter.',
  }),
  text('Decided By', 'decidedBy', { displayOptions: REFUSAL, required: true, placeholder: 'e.g. A. Martin' }),
  {
    displayName: 'Terms',
    name: 'terms',
    type: 'collection',
    placeholder: 'Add term',
    default: {},
    displayOptions: only('employment-offer'),
    options: [
      text('Contract', 'contract', { placeholder: 'e.g. CDI' }),
      text('Hours', 'hours'),
      text('Place', 'place'),
      text('Salary', 'salary', { placeholder: 'e.g. 34 000 € brut par an' }),
      text('Start', 'start'),
      text('Trial Period', 'trial'),
    ],
  },
  {
    displayName: 'Let a Model Word Passages',
    name: 'useModel',
    type: 'boolean',
    default: false,
    description:
      'Whether a model writes a passage from the profile; each of its sentences is checked against the profile and removed when the profile does not bear it out',
    displayOptions: { show },
  },
  {
    displayName: 'Sender',
    name: 'sender',
    type: 'collection',
    placeholder: 'Add field',
    default: {},
    displayOptions: { show },
    options: [
      text('Address', 'address', { typeOptions: { rows: 2 } }),
      text('Company', 'company'),
      text('Email', 'email', { placeholder: 'name@email.com', description: 'Also the organiser of an interview' }),
      text('Name', 'name'),
      text('Phone', 'phone'),
      text('Role', 'role'),
      text('Signature', 'signature', { typeOptions: { rows: 4 }, description: 'Instead of name, role and company' }),
    ],
  },
  {
    displayName: 'Options',
    name: 'letterOptions',
    type: 'collection',
    placeholder: 'Add option',
    default: {},
    displayOptions: { show },
    options: [
      text('Also Ask For', 'alsoAsk', {
        typeOptions: { rows: 2 },
        description: 'In a request for information, one a line',
      }),
      { displayName: 'Answer Before', name: 'answerBy', type: 'dateTime', default: '' },
      HOUSE_STYLE.colour,
      text('Company of the Offer', 'company', { description: 'Where the post is, for a cover letter' }),
      HOUSE_STYLE.font,
      HOUSE_STYLE.footer,
      HOUSE_STYLE.logoField,
      text('Line about the Model', 'machineLine', { description: 'Instead of the usual line; it can’t be left out' }),
      text('Note', 'note', { typeOptions: { rows: 3 }, description: 'A paragraph of your own before the closing' }),
      text('Template', 'template', {
        typeOptions: { rows: 8 },
        description: 'Your own words with placeholders: “Subject: …” on the first line, then the paragraphs',
      }),
      { displayName: 'Test Before', name: 'testDeadline', type: 'dateTime', default: '' },
      { displayName: 'Test Minutes', name: 'testMinutes', type: 'number', default: 60 },
      text('Wishes', 'wishes', {
        typeOptions: { rows: 3 },
        description: 'For the model: why the candidate applies, in their own words, for example from a chat',
      }),
    ],
  },
];
