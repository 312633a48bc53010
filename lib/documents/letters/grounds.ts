import { fold } from '../../match';

/**
 * Words for grounds that may never be a reason to refuse somebody (Code du travail, article L1132-1; Equal Treatment directives 2000/43, 2000/78, 2006/54), as a sentence
 * about one person names them: « Vous êtes enceinte ». The linter of offers looks for what an offer asks; here the bare word is enough. Folded.
 */
const GROUNDS =
  /(?<!\p{L})(?:enceinte|grossesse|maternite|pregnan\w*|maternity|conge parental|parental leave|agee?s?|votre age|your age|plus jeunes?|trop jeunes?|younger|older|too old|too young|jeunesse|vieille?s?|vieux|retraite|senior\w*|religi\w*|musulman\w*|juifs?|juives?|chretien\w*|catholiques?|voile|hijab|muslim|jewish|christian|handicap\w*|disab\w*|malad\w*|illness|cancer|sante|health|nationalite|nationality|origines?|origin|ethni\w*|race|racial\w*|etrangere?s?|foreign\w*|accent|couleur de peau|skin colou?r|sexe|femmes?|hommes?|women|woman|men|man|genre|gender|transgenre|transgender|homosexuel\w*|gays?|lesbienne\w*|marie|mariee|married|celibataire|divorce\w*|enfants?|children|famille|family|situation familiale|syndica\w*|trade union|union member|greve|strike|opinions? politiques?|politic\w*|apparence|physique|appearance|poids|weight|obes\w*|taille|height|tatou\w*|tattoo\w*|patronyme|surname|precarite|quartier|neighbourhood)(?!\p{L})/u;

/** The words that name such a ground, or null. */
export function groundIn(reason: string): string | null {
  const folded = fold(reason);
  const match = GROUNDS.exec(folded);
  if (!match) return null;
  return folded.length === reason.length ? reason.slice(match.index, match.index + match[0].length) : match[0];
}
