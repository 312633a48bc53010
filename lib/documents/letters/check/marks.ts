/** Praise that no CV proves, folded. « remarquable », "outstanding"; rank above others; « expert ». */
export const SUPERLATIVES =
  /(?<!\p{L})(?:(?:le|la|les) (?:plus|meilleure?s?|mieux)|meilleure?s?|exceptionnel\w*|exceptional\w*|excellen\w*|remarquable\w*|remarkabl\w*|outstanding\w*|extraordinai\w*|extraordinar\w*|parfait\w*|perfect\w*|incomparable\w*|unrivall?ed|unmatched|unparalleled|inegale\w*|hors pair|expert\w*|specialiste\w*|specialist\w*|reference|leader\w*|world[- ]class|top|best|finest|greatest|most|highly|extremely|extremement|excessivement|solides?|solid|strong\w*|vaste|extensive\w*|proven|prouve\w*|averee?s?|profonde?s?|deep\w*|approfondi\w*|advanced|avancee?s?|seasoned|chevronnee?s?|senior|confirmee?s?|ideale?s?|ideal\w*|brillan\w*|brilliant\w*|talent\w*|number one|numero un|unique\w*|record|award\w*|recompens\w*|primee?s?|reconnue?s?|renown\w*|recognised|recognized|impressive|impressionnant\w*|maitris\w*|master(?:ed|y|ing)|mastering)(?!\p{L})/u;

/** How many is left open, and nobody can check it, folded. */
export const VAGUE_AMOUNTS =
  /(?<!\p{L})(?:plusieurs|nombreu\w*|multiples?|dizaines?|centaines?|milliers?|douzaines?|longues?|quelques (?:annees|ans)|several|many|numerous|dozens?|hundreds?|thousands?|countless|decades?|multiple|decennies?|toujours|always|jamais|never|constam\w*|constantly)(?!\p{L})/u;

export const NEGATION =
  /(?<!\p{L})(?:ne|n'|pas|aucune?s?|sans|jamais|not|no|without|never|none|don't|doesn't|didn't|haven't|hasn't|isn't|wasn't|nor|lack\w*|manqu\w*)(?!\p{L})/u;

/** Ways to reach somebody, links and markup have no place in a passage. */
export const REACHES = /https?:|www\.|@|[<>{}[\]|\\`]|\d(?:[\s.-]?\d){8}|&\w+;|\*\*|__/iu;

/** That something holds today. */
export const NOW =
  /(?<!\p{L})(?:actuel\w*|aujourd'hui|en ce moment|currently|now|today|presently|at present|still|encore)(?!\p{L})/u;

/** Said as of today: of a job that has ended it is no longer true. « je suis devenue » is past. */
export const PRESENT =
  /(?<!\p{L})(?:(?:je|j'y|vous|j'|i|you)\s*(travaille[sz]?|exerce[sz]?|occupe[sz]?|work|am working|hold)|(?:je suis|vous etes|i am|you are|i'm))(?!\p{L})/gu;

/** Said of a job one has or had, not of the one that is wished for. */
export const PAST =
  /(?<!\p{L})(?:occup\w*|exerc\w*|travaille|travailliez|travaillais|worked|working|was|were|been|held|hold|holds|served|spent|employed|as an?|en tant que|comme|chez moi|ancien\w*|former\w*|previous\w*|precedent\w*|depuis|since|pendant|during|etais|etiez|ete|acquis\w*|acquired|gained)(?!\p{L})/u;

export const WISH =
  /(?<!\p{L})(?:rejoindre|integrer|candidat\w*|postul\w*|interess\w*|interet|poste|offre|annonce|souhait\w*|aimerais|motiv\w*|attir\w*|join\w*|apply\w*|applicat\w*|position|role|vacancy|job|opening|interest\w*|post|opportunit\w*|contribu\w*|appor\w*|bring|hope|wish|au service (?:de|du|d)|appeal\w*|utiles?|useful|recherchez?|recrutez?|(?:is|are) (?:looking for|seeking|recruiting|hiring))(?!\p{L})/u;

/** Tells of something done, so that there has to be something to prove. */
export const DONE =
  /(?<!\p{L})(?:passed|completed?|graduated|devenue?s?|reussi\w*|started|began|manie\w*|travaille(?:z|is|iez)?|exerc(?:e|ais|ez)|occup(?:e|ais|ez)|obtenue?s?|acquis\w*|appris|rejoint|commenc\w*|debut\w*|titulaire|assur(?:e|ais|ez)|suivi|servi|worked|employed|served|spent|held|hold|gained|gain|acquired|studied|obtained|learne?d|learnt|joined|taught|earned)(?!\p{L})/u;
