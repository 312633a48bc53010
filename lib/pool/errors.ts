import { currentLocale, toVivierError, VivierError } from '../errors';
import { errorCode, errorMessage } from './codes';

/** Why a database can't be reached, in words; never the driver's own message, which may name the user or the password's state. */
const REASONS: Record<string, [en: string, fr: string]> = {
  ECONNREFUSED: ['nothing answers at this address and port', 'rien ne répond à cette adresse et ce port'],
  ENOTFOUND: ['this host name is unknown', 'ce nom d’hôte est inconnu'],
  EAI_AGAIN: ['the host name could not be looked up', 'le nom d’hôte n’a pas pu être résolu'],
  ETIMEDOUT: ['no answer in time', 'pas de réponse à temps'],
  EHOSTUNREACH: ['the host can’t be reached', 'l’hôte est inaccessible'],
  ENETUNREACH: ['the network can’t be reached', 'le réseau est inaccessible'],
  ECONNRESET: ['the connection was cut', 'la connexion a été coupée'],
  EPIPE: ['the connection was cut', 'la connexion a été coupée'],
  '28P01': ['wrong user or password', 'utilisateur ou mot de passe incorrect'],
  '28000': ['this user may not connect', 'cet utilisateur n’a pas le droit de se connecter'],
  '3D000': ['the database does not exist', 'la base n’existe pas'],
  '42501': ['the user lacks rights on this database', 'l’utilisateur manque de droits sur cette base'],
  '53300': ['too many connections', 'trop de connexions'],
  '57P01': ['the server is shutting down', 'le serveur s’arrête'],
  '57P02': ['the server stopped unexpectedly', 'le serveur s’est arrêté brutalement'],
  '57P03': ['the server is starting up', 'le serveur démarre'],
};

/** Drivers report these without a code. */
const MESSAGES: [RegExp, [en: string, fr: string]][] = [
  [/timeout/i, ['no answer in time', 'pas de réponse à temps']],
  [/ssl|certificate|tls/i, ['the encrypted connection failed (TLS)', 'la connexion chiffrée a échoué (TLS)']],
  [/connection (?:terminated|ended)|client has encountered/i, ['the connection was cut', 'la connexion a été coupée']],
  [/password/i, ['wrong user or password', 'utilisateur ou mot de passe incorrect']],
];

/** Any error of the database as a VivierError: `pool-unreachable` when it can't be talked to, else `internal` with its code alone. */
export function toPoolError(error: unknown): VivierError {
  if (error instanceof VivierError) return error;
  const code = errorCode(error);
  const words = (code && REASONS[code]) ?? byMessage(error);
  if (!words) return toVivierError(error, code ? { reason: `SQLSTATE ${code}` } : {});
  return new VivierError('pool-unreachable', { reason: words[currentLocale() === 'fr' ? 1 : 0] }, { cause: error });
}

/** The database could be opened: it is one operation that the role may not do. */
const NOT_ALLOWED = '42501';

/** The same for an operation on a pool that is open already. */
export function toOperationError(error: unknown): VivierError {
  if (errorCode(error) === NOT_ALLOWED) return new VivierError('not-allowed', {}, { cause: error });
  return toPoolError(error);
}

function byMessage(error: unknown): [string, string] | undefined {
  // A host with several addresses fails with one error for each.
  const code = error instanceof AggregateError ? errorCode(error.errors[0]) : null;
  const message = errorMessage(error);
  return (code && REASONS[code]) || MESSAGES.find(([pattern]) => pattern.test(message))?.[1];
}
