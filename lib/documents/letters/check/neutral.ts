/**
 * Turns of phrase that state nothing, though their words could: « forte de » (but not « forte en Excel »), « font partie de mes compétences ». Folded; taken out of the
 * sentence before its words are looked at.
 */
const PHRASES = [
  ...[`forte?s?(?= d(?:e|'|u))`, `fai(?:t|sant) partie(?= d(?:e|'|u))`, `font partie(?= d(?:e|'|u))`],
  ...[`(?:figure|compte)(?:nt)? parmi(?= (?:mes|vos|les))`, `(?:figure|compte)(?:nt)? au nombre(?= de)`],
  ...[`(?:me|nous|vous) tien(?:t|nent) (?:vraiment |particulierement )?a coeur`, `(?:mettre|mettant|mis) a profit`],
  ...[`dans l'attente(?= d(?:e|'|u))`, `(?:pour )?tout renseignement(?: complementaire)?`, `donner un nouvel elan`],
  ...[`(?:me|nous) sembl(?:e|ent|erait) utiles?`, `(?:serai[ts]?|seraient|etre) utiles?(?= a)`, `au coeur(?= d)`],
  ...[`je m'investis`, `je me permets`, `m'(?:a|ont) prepare(?:e|es|s)?(?= (?:a|au|aux) )`, `je vous prie`],
  ...[
    `d'ores et deja`,
    `a present`,
    `j'ai prepare(?= (?:mon|un) (?:diplome|master|bts|dut|baccalaureat|cap|bac)(?!\\p{L}))`,
  ],
  ...[`c'est avec (?:grand |un grand |un vif )?(?:plaisir|interet|enthousiasme)`, `(?:un )?vif interet`],
  ...[`toute mon attention`, `au fil des`, `tout au long(?= d)`],
  ...[`i (?:am|'m) writing`, `(?:at|is|are) the (?:very )?heart of`, `(?:is|are) part of`, `(?:is|are) among`],
  ...[`please find`, `at present`, `(?:of|be of|is of|are of) interest to`, `would be (?:very )?useful to`],
  ...[`caught my (?:attention|eye)`, `(?:over|for|in|during) the (?:past|last)(?= )`],
  ...[`carr(?:y|ied|ying) out`, `consists? of`, `i would welcome`, `thank you for considering`, `prepared me(?= for)`],
  ...[
    `(?:my|your|our|its|their) own`,
    `(?:is|est|sont|are) (?:one|l'une?|une?) (?:of|de)(?= (?:my|mes|your|vos) )`,
    `au cours(?= d)`,
    `que vous porterez`,
    `une belle opportunite`,
    `exactly what`,
    `taught me`,
    `tell you more`,
    `en dire (?:plus|davantage)`,
    `en savoir (?:plus|davantage)`,
  ],
  ...[`rejoi(?:nt|gnent) mon projet`, `m'(?:a|ont) (?:mene|amene|conduit)e?s?(?= (?:a|de) )`, `fits? my plans`],
  ...[`on a daily basis`, `i give my best`, `i went on to`, `started out`],
];
const PATTERN = new RegExp(`(?<!\\p{L})(?:${PHRASES.join('|')})(?!\\p{L})`, 'gu');

/** Blanks keep the places of the rest. `folded` is the same sentence, letter by letter. */
export function withoutTurns(sentence: string, folded: string): string {
  if (folded.length !== sentence.length) return sentence;
  let result = sentence;
  for (const { 0: turn, index } of folded.matchAll(PATTERN)) {
    result = result.slice(0, index) + ' '.repeat(turn.length) + result.slice(index + turn.length);
  }
  return result;
}
