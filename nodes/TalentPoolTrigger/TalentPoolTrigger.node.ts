import {
  type INodeType,
  type INodeTypeDescription,
  type ITriggerFunctions,
  type ITriggerResponse,
  NodeConnectionTypes,
} from 'n8n-workflow';
import { poolAuthentication, poolCredentials, vivierTalentPoolTest } from '../shared';
import { startWatch } from './watch';

export class TalentPoolTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Talent Pool Trigger',
    name: 'talentPoolTrigger',
    icon: { light: 'file:talentPoolTrigger.svg', dark: 'file:talentPoolTrigger.dark.svg' },
    group: ['trigger'],
    version: 1,
    subtitle: '={{ $parameter["events"].join(", ") }}',
    description: 'Starts when a candidate comes in, a profile or a stage changes, or data are due to be erased',
    defaults: { name: 'Talent Pool Trigger' },
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: poolCredentials,
    properties: [
      poolAuthentication,
      {
        displayName: 'Events',
        name: 'events',
        type: 'multiOptions',
        options: [
          { name: 'Candidate Added', value: 'candidate-added', description: 'A person who was not in the pool yet' },
          { name: 'Profile Changed', value: 'profile-changed', description: 'A new CV, or a correction' },
          {
            name: 'Retention Due',
            value: 'retention-due',
            description: 'The period is over for which the data may be kept; looked at every hour',
          },
          { name: 'Stage Changed', value: 'stage-changed', description: 'An application was moved by a person' },
        ],
        default: ['candidate-added'],
        required: true,
        description: 'Each event comes at least once, with an ID that stays the same if it comes again',
      },
      {
        displayName: 'Look Every (Seconds)',
        name: 'interval',
        type: 'number',
        typeOptions: { minValue: 1 },
        default: 10,
        description: 'For a pool in a folder. PostgreSQL tells at once.',
      },
    ],
  };

  methods = {
    credentialTest: { vivierTalentPoolTest },
  };

  async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
    const watch = await startWatch(this);
    return { closeFunction: () => watch.close(), manualTriggerFunction: () => watch.look() };
  }
}
