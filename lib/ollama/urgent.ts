import type { ModelClient } from './types';

/** The same model for somebody who waits: what is asked through it goes before what waits already. Nothing under way is stopped. */
export function asUrgent(client: ModelClient): ModelClient {
  return {
    ...client,
    chatJson: (request) => client.chatJson({ ...request, urgent: true }),
    sequence: (work, signal) => client.sequence(work, signal, true),
  };
}
