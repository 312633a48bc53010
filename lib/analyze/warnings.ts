import { currentLocale, type VivierError } from '../errors';
import type { Warning } from '../profile';

const french = () => currentLocale() === 'fr';

/** Names the field only: what the model claimed may be anything, and warnings end up in logs. */
export function unverifiedValue(field: string, count: number): Warning {
  const times = count > 1 ? ` (×${count})` : '';
  return {
    code: 'unverified-value',
    message: french()
      ? `Valeur du modèle introuvable dans le CV, donc écartée : ${field}${times}.`
      : `A value of the model does not stand in the CV and was left out: ${field}${times}.`,
  };
}

/** The whole profile is the rules' own. */
export function modelUnavailable(error: VivierError): Warning {
  return {
    code: 'model-unavailable',
    message: french()
      ? `Analyse par les règles seules, car le modèle n’a pas pu servir : ${error.message} ${error.hint}`
      : `Analysed by the rules alone, as the model could not be used: ${error.message} ${error.hint}`,
  };
}

/** The model answered, but not for this part. */
export function modelIncomplete(part: string, error: VivierError): Warning {
  return {
    code: 'model-incomplete',
    message: french()
      ? `Partie analysée par les règles seules : ${part}. ${error.message}`
      : `This part was analysed by the rules alone: ${part}. ${error.message}`,
  };
}

/** The model's answer for this part did not come to its end; its whole entries were taken, and the rules' own. */
export function answerCut(part: string): Warning {
  return {
    code: 'answer-cut',
    message: french()
      ? `La réponse du modèle s’est arrêtée avant la fin : ${part}. Ce qu’elle disait jusque-là est retenu, complété par les règles.`
      : `The model’s answer did not come to its end: ${part}. What it said until then is kept, completed by the rules.`,
  };
}

/** The answers were had anew, and may have to be had anew next time. */
export function cacheFailed(): Warning {
  return {
    code: 'cache-failed',
    message: french()
      ? 'Les réponses gardées du modèle n’ont pas pu être lues ou écrites ; l’analyse est complète sans elles.'
      : 'The kept answers of the model could not be read or written; the analysis is complete without them.',
  };
}
