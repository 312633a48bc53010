import { reason, words } from './wording';

/** The HTTP API, and what Vivier sends to other programs. */
export const api = {
  'key-refused': words(
    [
      () => 'No valid API key came with the request.',
      () => 'Send it as “Authorization: Bearer vivier_…”. An administrator makes one with “vivier pool key add”.',
    ],
    [
      () => 'La requête ne porte pas de clé d’API valable.',
      () =>
        'Envoyez-la sous la forme « Authorization: Bearer vivier_… ». Un administrateur en crée une par « vivier pool key add ».',
    ],
  ),
  'role-refused': words(
    [
      (d) => `A key with the role “${d.what ?? ''}” may not do that.`,
      (d) => `Use a key with one of these roles: ${d.limit ?? ''}.`,
    ],
    [
      (d) => `Une clé qui a le rôle « ${d.what ?? ''} » n’a pas ce droit.`,
      (d) => `Utilisez une clé qui a l’un de ces rôles : ${d.limit ?? ''}.`,
    ],
  ),
  'too-many-requests': words(
    [
      (d) => `Too many requests: ${d.limit ?? '?'} a minute are allowed.`,
      (d) => `Send the next one in ${d.actual ?? '?'} s.`,
    ],
    [
      (d) => `Trop de requêtes : ${d.limit ?? '?'} par minute sont permises.`,
      (d) => `Envoyez la suivante dans ${d.actual ?? '?'} s.`,
    ],
  ),
  'content-type': words(
    [
      (d) => `A request of the type ${d.actual ?? '(none)'} is not taken here${reason(d)}.`,
      (d) => `Send it as ${d.limit ?? ''}.`,
    ],
    [
      (d) => `Une requête de type ${d.actual ?? '(aucun)'} n’est pas acceptée ici${reason(d)}.`,
      (d) => `Envoyez-la sous la forme ${d.limit ?? ''}.`,
    ],
  ),
  'webhook-failed': words(
    [
      (d) => `The receiver did not take the webhook${reason(d)}.`,
      () => 'It is sent again later. Look at the address, and at what the receiver says.',
    ],
    [
      (d) => `Le destinataire n’a pas accepté la notification${reason(d)}.`,
      () => 'Elle sera renvoyée plus tard. Vérifiez l’adresse, et ce que dit le destinataire.',
    ],
  ),
};
