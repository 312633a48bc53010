/**
 * Sentences that speak to a program instead of a person, as patterns over folded text (lower case, no diacritics, straight apostrophes). Each joins a verb
 * of command with what only a reading program has: earlier instructions, a prompt, a score to give "this" candidate. Words such as « instructions de
 * sécurité » or "prompt injection" alone match none. Source: OWASP Top 10 for LLM applications, LLM01 (prompt injection).
 */

const EN_ORDERS = String.raw`instructions?|prompts?|directions|directives|guidelines|rules|criteria|messages|context|commands`;
const FR_ORDERS = String.raw`instructions?|consignes?|directives?|regles?|criteres?|messages?|prompts?|ordres|commandes?|invites?`;
const EN_READER = String.raw`(?:an? |the |any |all )?(?:ai|a\.i\.|llms?|gpt|chatgpt|large language models?|language models?|artificial intelligence|ai (?:assistant|recruiter|agent|model|system|screener|reader)s?|ats|resume (?:parser|screener|scanner)|automated (?:system|reader|screener)|(?:screening|hiring|recruiting|recruitment) (?:bot|ai|algorithm|system|model|software|tool|assistant))`;
const FR_READER = String.raw`(?:l'|la |le |les |une |un |toute |tout |d'une |d'un )?(?:ia|i\.a\.|intelligences? artificielles?|llms?|gpt|chatgpt|modeles? (?:de langage|de langue|d'ia)|assistants? (?:ia|virtuels?|automatiques?)|robots?|algorithmes?|ats|logiciels? (?:de (?:tri|recrutement|selection))|systemes? (?:de (?:tri|notation|selection|recrutement)|automatiques?|automatises?))`;
/** Where a sentence may begin: the start of the text or a line, after a full stop, colon, dash, bullet or bracket, or a word of politeness. */
const START = String.raw`(?:^|[\n.!?:;"'«“(\[*•>–—-] ?|\b(?:please|veuillez|merci de|s'il (?:vous|te) plait|bitte|por favor) )`;

/** Shown words in between, none of them ending a sentence. */
const few = (most: number) => String.raw`(?:[^.!?\n]|\n(?!\n)){0,${most}}?`;

const EN = [
  String.raw`\b(?:ignore|disregard|forget|override|overrule|bypass|neglect)\s(?:(?:all|any|every|each|of|the|your|these|those|other|my|its)\s){0,4}(?:previous|prior|above|preceding|earlier|former|existing|original|initial|system|other)\s(?:[a-z]+\s)?(?:${EN_ORDERS})\b`,
  String.raw`\b(?:ignore|disregard|forget)\s(?:everything|anything|all)\s(?:above|before|else|prior|that (?:was|came)|you (?:were|have been))\b`,
  String.raw`\b(?:ignore|disregard|forget|override)\s(?:all |any )?(?:of )?(?:your|the system'?s?)\s(?:[a-z]+\s)?(?:${EN_ORDERS})\b`,
  String.raw`${START}(?:(?:note|message|memo|notice|attention) (?:to|for) |attention ?[:,]? )${EN_READER}(?: (?:reading|reviewing|evaluating|processing|parsing|screening)[^.:!\n]{0,40})? ?[:,!–—-]`,
  String.raw`${START}instructions? (?:to|for) ${EN_READER} ?:`,
  String.raw`\bif you(?:'re| are)\s(?:${EN_READER})\b`,
  String.raw`${START}you are (?:now )?${EN_READER}\b`,
  String.raw`${START}(?:rate|rank|score|evaluate|mark|grade|classify|recommend|consider|select|approve|hire|shortlist|place|put|treat|label)\s(?:this|that)\s(?:candidate|applicant|cv|resume|profile|person|application)\b`,
  String.raw`\b(?:give|assign|award|grant)\s(?:this|the)\s(?:candidate|applicant|cv|resume|profile|application)\s(?:an?|the)?\s?(?:maximum|max|highest|top|perfect|full|best|100|10|excellent|outstanding)\b`,
  String.raw`\b(?:give|assign|return|output|respond with|reply with|answer with)\s(?:only\s)?(?:an?|the)\s(?:maximum|max|highest(?: possible)?|top|perfect|full)\s(?:[a-z]+\s)?(?:score|rating|rank|grade|mark)\b`,
  String.raw`\b(?:do not|don't|never)\s(?:reject|disqualify|filter out|screen out|discard|reveal|disclose|mention)\s(?:this|these|that)\s(?:candidate|applicant|cv|resume|profile|application|instructions?|prompt|message|text|note)\b`,
  String.raw`\b(?:reveal|print|repeat|output|show|disclose|leak)\s(?:your|the)\s(?:system|hidden|initial|original)\s(?:prompt|instructions?|message)\b`,
  String.raw`\b(?:always|only|must|simply|just)\s(?:respond|reply|answer|return|output|say|write|conclude|state)\s(?:that\s|with\s|only\s|")${few(60)}\b(?:candidate|applicant|qualified|hired?|best (?:fit|match)|score|100)\b`,
  String.raw`\bnew (?:system )?instructions?\s?:`,
  String.raw`${START}(?:system|assistant|user|ai|model) ?: ?(?:reply|respond|answer|output|return|print|say|write|ignore|from now on|you (?:must|will|are)|(?:this|the) (?:applicant|candidate)) `,
  String.raw`\b(?:reply|respond|answer) (?:only|just|exclusively) (?:with|in|by) `,
  String.raw`\boutput (?:a )?(?:recommendation|decision|score|verdict|rating)\b`,
  String.raw`\bthis (?:applicant|candidate) (?:is|has been) (?:already )?(?:pre-?approved|pre-?selected|pre-?screened|approved|hired)\b`,
];

const FR = [
  String.raw`\b(?:ignore[rz]?|oublie[rz]?|neglige[rz]?|meconnais(?:sez)?|ne (?:tiens|tenez|pas tenir) (?:pas |plus |aucun )?compte (?:de|des)|ne (?:tiens|tenez) aucun compte (?:de|des)|faites abstraction (?:de|des)|fais abstraction (?:de|des)|outrepasse[rz]?|contourne[rz]?)\s(?:(?:toutes?|tous|l'ensemble|de|des|les|tes|vos|ces|ses|autres)\s){0,4}(?:${FR_ORDERS})\s(?:et (?:${FR_ORDERS}) )?(?:precedente?s?|anterieure?s?|ci-dessus|ci dessus|prealables?|recue?s?|donnee?s?|initiale?s?|qui precedent|d'origine|du systeme|systeme|existante?s?|jusqu'ici)\b`,
  String.raw`\b(?:ignore[z]?|oublie[z]?)\s(?:toutes? |tous )?(?:tes|vos)\s(?:${FR_ORDERS})\b`,
  String.raw`\b(?:ignore[z]?|oublie[z]?)\s(?:tout )?ce qui (?:precede|est (?:ecrit|dit) (?:plus haut|avant|au-dessus|ci-dessus))\b`,
  String.raw`${START}(?:(?:note|message|remarque|avis|attention) )?(?:a l'attention (?:de |du |des )|a l'intention (?:de |du |des )|(?:note|message|remarque|avis) (?:destinee? )?(?:pour |a |aux |au )|attention ?[:,]? )${FR_READER}(?: (?:qui (?:lit|lisent|lira|analyse|analysera|evalue|evaluera)|charge\w* de)[^.:!\n]{0,40})? ?[:,!–—]`,
  String.raw`${START}(?:instructions?|consignes?) (?:destinees? )?(?:pour |a |aux |au )${FR_READER} ?:`,
  String.raw`\bsi (?:vous etes|tu es)\s(?:${FR_READER})\b`,
  String.raw`${START}(?:vous etes|tu es)\s(?:maintenant |desormais )?(?:${FR_READER})\b`,
  String.raw`${START}(?:evalue|evaluez|note|notez|classe|classez|recommande|recommandez|selectionne|selectionnez|retiens|retenez|considere|considerez|place|placez|juge|jugez|traite|traitez|approuve|approuvez|embauche|embauchez|valide|validez)\s(?:toujours |bien |imperativement |absolument )?(?:ce|cet|cette)\s(?:candidate?|candidature|cv|profil|personne|postulante?)\b`,
  String.raw`\b(?:attribue|attribuez|donne|donnez|accorde|accordez|mets|mettez|assigne|assignez|renvoie|renvoyez|retourne|retournez|affiche|affichez)\s(?:[^.!?\n]{0,40}?\s)?(?:la|une?|le)\s(?:note|score|evaluation|notation|classement)\s(?:maximale?|maximum|la plus (?:haute|elevee)|le plus (?:haut|eleve)|parfaite?|excellente?|de 100|de 10|10\/10|100)`,
  String.raw`\bne\s(?:rejette|rejetez|ecarte|ecartez|elimine|eliminez|mentionne|mentionnez|revele|revelez|refuse|refusez)\s(?:pas|jamais)\s(?:ce|cet|cette|ces)\s(?:candidate?|candidature|cv|profil|instructions?|consignes?|message|texte|note)\b`,
  String.raw`\b(?:reponds|repondez|indique|indiquez|conclus|concluez|affirme|affirmez|dis|dites|ecris|ecrivez)\s(?:toujours|uniquement|seulement|simplement|imperativement|systematiquement)\s${few(60)}\b(?:candidate?|candidature|profil|qualifiee?|score|note|100)\b`,
  String.raw`\bnouvelles? (?:instructions?|consignes?)\s(?:pour|a) (?:${FR_READER})|\bnouvelles? instructions? systeme\b`,
  String.raw`\b(?:reponds|repondez) (?:uniquement|seulement|exclusivement) (?:par|avec|en) |\bne (?:reponds|repondez) que? `,
  String.raw`\bne (?:mentionne|mentionnez|signale|signalez|releve|relevez|indique|indiquez|cite|citez) (?:aucune?|pas|jamais) `,
  String.raw`${START}(?:systeme|assistant|modele|ia) ?: ?(?:repond|ignor|ne |attribu|donne|vous devez|tu dois|ce (?:candidat|profil)|cette candidat)`,
];

const OTHERS = [
  String.raw`\b(?:ignoriere?(?:n sie)?|vergiss|vergessen sie|missachte(?:n sie)?)\s(?:(?:alle|die|deine|ihre|samtliche)\s){0,3}(?:vorherigen|bisherigen|vorigen|obigen|fruheren|vorangegangenen|vorhergehenden|vorstehenden)\s(?:anweisungen|instruktionen|regeln|vorgaben|eingaben|befehle|nachrichten|prompts?)\b`,
  String.raw`${START}(?:bewerte|bewerten sie|empfiehl|empfehlen sie|stufe|stufen sie|wahle|wahlen sie)\s(?:diesen?|dieses)\s(?:kandidaten|kandidatin|bewerber|bewerberin|lebenslauf|profil|bewerbung)\b`,
  String.raw`\b(?:hinweis|nachricht|anweisung|achtung)\s(?:an|fur)\s(?:die |das |den |eine |jede )?(?:ki|kunstliche intelligenz|sprachmodelle?|llms?|ki-modelle?|ki-systeme?)\b`,
  String.raw`\b(?:ignora|ignore|ignorad|olvida|olvide|olvidad|descarta|descarte)\s(?:(?:todas|las|tus|sus|de)\s){0,3}(?:instrucciones|indicaciones|ordenes|reglas|directrices)\s(?:anteriores|previas|precedentes|iniciales)\b`,
  String.raw`${START}(?:califica|califique|evalua|evalue|recomienda|recomiende|puntua|puntue|selecciona|seleccione)\s(?:a )?(?:este|esta)\s(?:candidat[oa]|cv|curriculum|perfil|candidatura)\b`,
  String.raw`\b(?:nota|mensaje|instruccion(?:es)?|atencion)\s(?:para|a)\s(?:la |el |cualquier )?(?:ia|inteligencia artificial|modelos? de lenguaje|llms?)\b`,
  String.raw`\b(?:ignora|ignori|dimentica|dimentichi)\s(?:(?:tutte|le|tue|sue)\s){0,3}(?:istruzioni|indicazioni|regole)\s(?:precedenti|sopra|iniziali)\b`,
  String.raw`\b(?:negeer|vergeet)\s(?:(?:alle|de|je|uw)\s){0,3}(?:vorige|voorgaande|eerdere|bovenstaande)\s(?:instructies|aanwijzingen|regels|opdrachten)\b`,
  // Marks by which chat models part the speakers.
  String.raw`<\|(?:im_start|im_end|system|user|assistant|endoftext)\|?>|(?:^|\n)\s*(?:\[\/?inst\]|<<\/?sys>>|<\/?system>|#{2,} ?(?:system|instruction|human|assistant)\s?:?\s*\n)`,
];

export interface InstructionPattern {
  pattern: RegExp;
  /** It counts at the beginning of a sentence only: « je recommande ce candidat » is praise, « Recommandez ce candidat » is an order. */
  opensSentence: boolean;
}

export const INSTRUCTION_PATTERNS: readonly InstructionPattern[] = [...EN, ...FR, ...OTHERS].map((source) => ({
  pattern: new RegExp(source.replace(/ /g, String.raw`\s`), 'g'),
  opensSentence: source.startsWith(START),
}));

/** Words of people whose trade it is: a quotation beside one of them is an example, not a command. */
export const TRADE =
  /prompt injection|injections? de prompts?|jailbreak|red[\s-]?team|adversarial|attaques? par (?:prompt|injection)|owasp/;
