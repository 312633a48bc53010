import type { ICredentialDataDecryptedObject, INodeCredentialTestResult } from 'n8n-workflow';
import { toVivierError } from '../../lib/errors';
import { connectMailbox } from '../../lib/intake';
import { mailboxAccess, type Authentication } from './access';

/** The credential's test button: logs in and asks how much there is. */
export async function testMailbox(
  kind: Authentication,
  data: ICredentialDataDecryptedObject,
): Promise<INodeCredentialTestResult> {
  try {
    const client = await connectMailbox(await mailboxAccess(kind, data));
    try {
      const inbox = await client.status('INBOX', { messages: true });
      return { status: 'OK', message: `INBOX: ${(inbox && inbox.messages) || 0} ✓` };
    } finally {
      client.close();
    }
  } catch (error) {
    const known = toVivierError(error);
    return { status: 'Error', message: `${known.message} ${known.hint}` };
  }
}
