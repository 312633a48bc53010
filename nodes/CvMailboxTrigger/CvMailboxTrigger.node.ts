import {
  type INodeType,
  type INodeTypeDescription,
  type ITriggerFunctions,
  type ITriggerResponse,
  NodeConnectionTypes,
} from 'n8n-workflow';
import { vivierMailboxOAuth2Test, vivierMailboxTest } from './credentialTest';
import { description } from './description';
import { startMailbox } from './watch';

export class CvMailboxTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'CV Mailbox Trigger',
    name: 'cvMailboxTrigger',
    icon: { light: 'file:cvMailboxTrigger.svg', dark: 'file:cvMailboxTrigger.dark.svg' },
    group: ['trigger'],
    version: 1,
    subtitle: '={{ $parameter["folder"] }}',
    description: 'Starts once for every mail with CVs, and loses none: a mail is done only when the flow ended well',
    defaults: { name: 'CV Mailbox Trigger' },
    inputs: [],
    outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
    outputNames: ['Mails', 'Set Aside'],
    credentials: [
      {
        name: 'vivierImapApi',
        required: true,
        testedBy: 'vivierMailboxTest',
        displayOptions: { show: { authentication: ['vivierImapApi'] } },
      },
      {
        name: 'vivierImapOAuth2Api',
        required: true,
        testedBy: 'vivierMailboxOAuth2Test',
        displayOptions: { show: { authentication: ['vivierImapOAuth2Api'] } },
      },
      { name: 'imap', required: true, displayOptions: { show: { authentication: ['imap'] } } },
    ],
    properties: description,
  };

  methods = {
    credentialTest: { vivierMailboxTest, vivierMailboxOAuth2Test },
  };

  async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
    return await startMailbox(this);
  }
}
