import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/** How to reach Ollama: one or several hosts, the model, and a key where a proxy asks for one. Tested by the CV Analyze node. */
export class VivierOllamaApi implements ICredentialType {
  name = 'vivierOllamaApi';

  displayName = 'Vivier Ollama';

  documentationUrl = 'https://github.com/ollama/ollama/blob/main/docs/api.md';

  icon = { light: 'file:vivier.svg', dark: 'file:vivier.dark.svg' } as const;

  properties: INodeProperties[] = [
    {
      displayName: 'Hosts',
      name: 'hosts',
      type: 'string',
      default: 'http://127.0.0.1:11434',
      required: true,
      placeholder: 'e.g. http://127.0.0.1:11434',
      description:
        'Address of the machine with Ollama. With several, separate them by commas: each request goes where it will be done first, and another one takes over when one fails. Words may follow an address: “weight=3” (prefer this one), “parallel=2” (so many requests at once), “drain” (end what runs there, begin nothing new). A change holds from the next CV on.',
    },
    {
      displayName: 'Model',
      name: 'model',
      type: 'string',
      default: 'mistral:7b-instruct',
      required: true,
      description: 'Name of the model as Ollama lists it. Every host must have it.',
    },
    {
      displayName: 'Key',
      name: 'apiKey',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      description: 'Only where Ollama stands behind a proxy that asks for one. Leave empty otherwise.',
    },
    {
      displayName: 'Context Length',
      name: 'contextTokens',
      type: 'number',
      typeOptions: { minValue: 2048, maxValue: 131072 },
      default: 8192,
      description:
        'How much text the model reads at once, in tokens. More needs more memory. 8192 fits a CV of about ten pages.',
    },
    {
      displayName: 'Time Limit (Seconds)',
      name: 'timeoutSeconds',
      type: 'number',
      typeOptions: { minValue: 5 },
      default: 300,
      description:
        'For one answer of the model. On a machine without a graphics card an answer may take a minute or two.',
    },
  ];
}
