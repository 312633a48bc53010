import { reason, words } from './wording';

/** Ollama, or any chat model, and what it answers. */
export const model = {
  'ollama-unreachable': words(
    [
      (d) => `Ollama does not answer at ${d.what ?? 'the address given'}${reason(d)}.`,
      () => 'Check that Ollama runs (“ollama serve”) and that the address in the credential is right.',
    ],
    [
      (d) => `Ollama ne répond pas à ${d.what ?? 'l’adresse indiquée'}${reason(d)}.`,
      () => 'Vérifiez qu’Ollama est démarré (« ollama serve ») et que l’adresse de l’identifiant est juste.',
    ],
  ),
  'model-missing': words(
    [
      (d) => `The model “${d.what}” is not installed in Ollama.`,
      (d) => `On the machine with Ollama, run “ollama pull ${d.what}”.`,
    ],
    [
      (d) => `Le modèle « ${d.what} » n’est pas installé dans Ollama.`,
      (d) => `Sur la machine où tourne Ollama, lancez « ollama pull ${d.what} ».`,
    ],
  ),
  'model-answer-invalid': words(
    [
      (d) => `The model’s answer could not be used${reason(d)}.`,
      () => 'Run it again; if it happens often, choose another model or the rules engine.',
    ],
    [
      (d) => `La réponse du modèle est inutilisable${reason(d)}.`,
      () => 'Relancez ; si cela se répète, choisissez un autre modèle ou le moteur à règles.',
    ],
  ),
  'model-refused': words(
    [
      (d) => `Ollama refused the request${reason(d)}.`,
      () => 'Look at Ollama’s own log; the credential’s key or the model’s memory may be the cause.',
    ],
    [
      (d) => `Ollama a refusé la demande${reason(d)}.`,
      () => 'Consultez le journal d’Ollama ; la clé de l’identifiant ou la mémoire du modèle peut être en cause.',
    ],
  ),
  'chat-model-failed': words(
    [
      (d) => `The connected chat model “${d.what ?? '?'}” did not answer${reason(d)}.`,
      () => 'Check the chat model’s own node and its credential, or choose Ollama or the rules engine.',
    ],
    [
      (d) => `Le modèle de conversation connecté « ${d.what ?? '?'} » n’a pas répondu${reason(d)}.`,
      () => 'Vérifiez le nœud de ce modèle et son identifiant, ou choisissez Ollama ou le moteur à règles.',
    ],
  ),
  'context-exceeded': words(
    [
      (d) =>
        `The text does not fit into the model’s memory (${d.actual ?? '?'} tokens; the limit is ${d.limit ?? '?'}).`,
      () => 'Raise the context length in the credential, or use the rules engine for this file.',
    ],
    [
      (d) =>
        `Le texte ne tient pas dans la mémoire du modèle (${d.actual ?? '?'} jetons ; la limite est ${d.limit ?? '?'}).`,
      () => 'Augmentez la longueur de contexte dans l’identifiant, ou utilisez le moteur à règles pour ce fichier.',
    ],
  ),
  'answer-cut': words(
    [
      (d) => `The model’s answer was cut off at ${d.limit ?? '?'} tokens.`,
      () =>
        'The CV is unusually long, or the model repeats itself: use the rules engine for this file, or another model.',
    ],
    [
      (d) => `La réponse du modèle a été coupée à ${d.limit ?? '?'} jetons.`,
      () =>
        'Le CV est très long, ou le modèle se répète : utilisez le moteur à règles pour ce fichier, ou un autre modèle.',
    ],
  ),
};
