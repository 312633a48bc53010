import { forbidden, near, next, PERSONS, risky, WANTS, type RiskRule } from './wording';

/** What else may be so many years old, or younger than that. */
const OTHERS = near(
  `depuis|il y a|pendant|enfants?|mineure?s?|patiente?s?|residente?s?|accompagn\\w*|insertion|public|publics|eleves?|usagers?|clients?|clientele|batiments?|immeubles?|vehicules?|logements?|entreprise
|societe|maison|groupe|experience|anciennete|histoire|existence|existe|garantie|fort|forte|riche|parc|since|for|children|child|kids|pupils|students|patients|residents|people we|company|firm|business|buildings?
|history|heritage|experience|over the|vehicles?|users?|machines?|equipement|whisky|duree|bail|pret|loans?|leases?`.replace(
    /\n/g,
    '',
  ),
);
const UNITS_FR = '(?:[- ](?:et[- ])?(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf))?';
const UNITS_EN = '(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?';
/** 18 to 69, in figures or in words. */
const AGE_NUMBER = `(?:1[89]|[2-6]\\d|(?:vingt|trente|quarante|cinquante|soixante)${UNITS_FR}|(?:twenty|thirty|forty|fifty|sixty)${UNITS_EN})`;
const OF_WORK = next(
  `\\s*(?:d['’]|de (?:carriere|metier|pratique|recul|presence|vie|garantie|bail)|of |d |en (?:tant|qualite|poste)|in (?:business|the)|experience|dans )`,
);

const LIMITS: RiskRule[] = [
  forbidden(
    'age',
    `(?:agee?s? (?:de )?)?(?:(?:de )?moins de|pas plus de|(?:age )?(?:maximum|maxi)|jusqu['’]a|au plus) ${AGE_NUMBER} ans|(?:agee?s? )?(?:de )?plus de ${AGE_NUMBER} ans|${AGE_NUMBER} ans (?:maximum|maxi|max|au plus|au maximum)`,
    { unlessBefore: OTHERS, unlessAfter: OF_WORK },
  ),
  forbidden(
    'age',
    `(?:agee?s? )?(?:entre ${AGE_NUMBER}(?: ans)? et|de ${AGE_NUMBER} a) ${AGE_NUMBER} ans|${AGE_NUMBER} ?(?:[-–/]|a) ?${AGE_NUMBER} ans|agee?s? de ${AGE_NUMBER} ans`,
    { unlessBefore: OTHERS, unlessAfter: OF_WORK },
  ),
  forbidden(
    'age',
    `(?:limite d'?age|age (?:limite|maxi\\w*|mini\\w*|ideal|souhaite|requis|compris))|date de naissance|annee de naissance|nee?s? (?:apres|avant|entre|a partir de|depuis) (?:le \\d+ \\p{L}+ )?(?:19|20)\\d\\d`,
    { unlessBefore: near('batiments?|enfants?|patients?') },
  ),
  forbidden('age', `(?:aged? )?(?:under|over|below|above) (?:the age of )?${AGE_NUMBER}(?: years?(?: old| of age)?)?`, {
    unlessBefore: OTHERS,
    unlessAfter: next(
      "\\s*(?:%|of (?!age)|percent|people|employees|staff|countries|sites|stores|clients|customers|million|thousand|hundred|k\\b|[a-z]+s\\b|years['’]? (?:of )?exp|hours|minutes|€|£|\\d)|\\.\\d|,\\d",
    ),
  }),
  forbidden(
    'age',
    `aged (?:between )?${AGE_NUMBER}|(?:between )?${AGE_NUMBER} ?(?:-|–|to|and) ?${AGE_NUMBER} years old|(?:no older|not older|no more|not more|younger|older) than ${AGE_NUMBER}(?: years old)?|(?:up to|maximum|max) ${AGE_NUMBER} years (?:old|of age)|max(?:imum)? age|age limit|age range|date of birth|born (?:after|before|since|in or after) (?:19|20)\\d\\d`,
    {
      unlessBefore: OTHERS,
      unlessAfter: next("\\s*(?:years['’]? (?:of )?exp|%|people|employees|hours|minutes|[a-z]+s\\b)"),
    },
  ),
];

/** Whoever else may be young, or be helped by the person wanted. */
const HELPED =
  'accompagn\\w*|form(?:er|ation|ez|ons)|encadr\\w*|insertion|tutor\\w*|suivi|aupres|transmettre|aide[rz]?|soutien|soutenir|public|publics|eleves?|enfants?|patients?|residents?|usagers?|clients?|clientele|support\\w*|care|help\\w*|teach\\w*|train\\w*|services?|coach\\w*|mentor\\w*|audience|customers?|target\\w*|market\\w*|children|pupils|students|learners?';
const ORGANISATION =
  'entreprise|societe|structure|agence|marque|start-?up|cabinet|association|groupe|maison|reseau|secteur|marche|clientele|technologie|filiale|pme|company|firm|business|brand|start-?up|agency|organi[sz]ation|product|market|sector|technology|industry|language';
/** After the adjective, something that is no applicant: « jeune entreprise », "young people's services". */
const YOUNG_THINGS = next(
  `\\s+(?:${ORGANISATION}|pousses?|publics?|enfants?|diplomee?s?|talents?|equipe|apprenti\\w*|alternant\\w*|adultes?|generations?|parents?|mamans?|papas?|meres?|eleves?|patient\\w*|femmes?|hommes?|filles?|garcons?|children|adults?|learners?|pupils?|offenders?|carers?|mothers?|families|audiences?|patients?|users?|customers?|consumers?|people['’]s)`,
);
/** Directly after such a word, « jeune » speaks of it. */
const OF_AN_ORGANISATION = new RegExp(
  `(?<!\\p{L})(?:${ORGANISATION}|equipe|team|ambiance)s?(?:\\s+(?:est|soit|reste|is|are|that is|qui est))?(?:\\s+\\p{L}+\\s*(?:,|et|and|&))?\\s*$`,
  'u',
);
const QUALITIES_FR =
  '(?:dynamique|motivee?|souriante?|ambitieu(?:x|se)|enthousiaste|sporti(?:f|ve)|energique|passionnee?|creati(?:f|ve)|disponible|mobile|flexible|feminine?|masculine?|volontaire|reacti(?:f|ve)|branchee?|moderne|agreable|travailleu(?:r|se)|serieu(?:x|se))s?';
const QUALITIES_EN =
  '(?:dynamic|energetic|motivated|ambitious|enthusiastic|fit|passionate|creative|hungry|flexible|vibrant|lively|fresh|hip|trendy|driven|talented|bright|attractive|modern|fun)';
const HOW_FR = '(?:(?:plutot|assez|encore|suffisamment|tres|relativement|si possible|plus|bien) )?';
const HOW_EN = '(?:(?:rather|fairly|quite|still|very|relatively|preferably) )?';

/** « aux plus jeunes », "with younger": of people that the work is about. */
const OF_OTHERS = new RegExp(
  `(?<!\\p{L})(?:${HELPED}|${ORGANISATION})(?!\\p{L})|(?<!\\p{L})(?:aux|les|with|to)\\s*$`,
  'u',
);

const FRENCH: RiskRule[] = [
  forbidden(
    'age',
    `jeunes? ?(?:,|et|&|mais) ?${QUALITIES_FR}|${QUALITIES_FR} ?(?:,|et|&|mais|,? et) ?${HOW_FR}jeunes?(?! d['’]esprit)`,
    { unlessBefore: OF_AN_ORGANISATION, unlessAfter: YOUNG_THINGS },
  ),
  forbidden(
    'age',
    `(?:${PERSONS}|quelqu['’]un|collegues?)(?: (?:de|d['’]|qui (?:est|soit|serait)))? ?${HOW_FR}jeunes?(?! d['’]esprit)|trop (?:agee?s?|vieu(?:x|lle)|jeunes?)|(?:pas|plus) (?:de|trop de|d['’]) ?(?:seniors?|vieux|quinquas?)|(?:seniors?|quinquas?|plus de ${AGE_NUMBER} ans) s['’]abstenir`,
    { unlessBefore: near('pour|accompagn\\w*|insertion|aupres'), unlessAfter: YOUNG_THINGS },
  ),
  forbidden('age', `(?:etes|etre|soyez|sera|serez|soit) ${HOW_FR}jeunes?(?! d['’]esprit)`, {
    unlessBefore: near(`${ORGANISATION}|equipe|public|clients?|enfants?|eleves?|usagers?`),
    unlessAfter: YOUNG_THINGS,
  }),
  forbidden(
    'age',
    `(?:(?:re)?cherch\\w*|recrut\\w*|souhait\\w*|prefer\\w*|privilegi\\w*|voul\\w*|voudr\\w*) (?:une?|des|de|les|plutot (?:une?|des)) (?:plus )?jeunes?`,
    {
      unlessAfter: YOUNG_THINGS,
    },
  ),
  risky(
    'age',
    `(?:la |le |les |de |des |un |une )?plus jeunes?|jeunes? (?:d['’]esprit|dans (?:sa|leur|votre) tete)|(?:esprit|etat d['’]esprit|allure|image|look) jeunes?|(?:votre|sa|leur) jeunesse|jeunesse d['’]esprit|juveniles?|rajeuni(?:r|ssement)`,
    { unlessBefore: OF_OTHERS, unlessAfter: YOUNG_THINGS },
  ),
  risky(
    'age',
    `(?:equipe|ambiance|environnement)(?: \\p{L}+(?:,| et))? ${HOW_FR}jeunes?|jeunes? (?:equipe|diplomee?s?|talents?|professionnel(?:le)?s?|actifs?|recrues?|retraitee?s?|\\p{L}+(?:teur|seur|deur|geur|neur|leur|ieur|euse|trice|tier|tiere|nier|niere|iste|table|cial|ciale|cien|cienne|taire)s?)|digital natives?|en fin de carriere|proches? de la retraite|(?:vingt|trent|quarant|cinquant)enaires?|(?:dans (?:la|sa|leur|votre)|la) (?:vingtaine|trentaine|quarantaine|cinquantaine)(?! d)|quadras?|quinquas?|generation [xyz]|millennials?|moyenne d['’]age|age moyen (?:de (?:l['’]equipe|nos \\p{L}+)|\\d)`,
    {
      unlessBefore: near(HELPED),
      unlessAfter: next("\\s+(?:d['’](?:entreprise|emploi)|en (?:formation|difficulte|insertion))"),
    },
  ),
];

const ENGLISH: RiskRule[] = [
  forbidden(
    'age',
    `young ?(?:,|and|&|but) ?${QUALITIES_EN}|${QUALITIES_EN} ?(?:,|and|&|, and) ?${HOW_EN}young(?! (?:at heart|minded))|youthful|too (?:old|young)`,
    { unlessBefore: OF_AN_ORGANISATION, unlessAfter: YOUNG_THINGS },
  ),
  forbidden(
    'age',
    `young(?:er)? (?:${PERSONS}|man|woman|lady|men|women|girl|guy|individuals?|graduate only)|(?:${PERSONS}|somebody|anyone|anybody|colleague)(?: who (?:is|are))? ${HOW_EN}young(?:er)?(?! (?:at heart|minded|than))|(?:${WANTS}|prefer\\w*)(?: for)?(?: an?| the)? ${HOW_EN}younger`,
    {
      unlessBefore: near('support\\w*|care|help\\w*|teach\\w*|train\\w*|with|services?|coach\\w*|mentor\\w*|to'),
      unlessAfter: YOUNG_THINGS,
    },
  ),
  forbidden('age', `you (?:are|should be|must be) ${HOW_EN}young`, { unlessAfter: next('[- ](?:at heart|minded)') }),
  risky(
    'age',
    `young[- ](?:at heart|minded|team|professionals?|graduates?|talents?|blood|sales\\w*|engineers?|developers?|managers?|nurses?|accountants?)|fresh (?:blood|faces?)|youthfulness|younger|(?:early|mid|late)[- ](?:twenties|thirties|forties|fifties|20s|30s|40s|50s)|in (?:his|her|their|your) (?:twenties|thirties|forties|fifties|20s|30s|40s|50s)|(?:twenty|thirty|forty|fifty|20|30|40|50)[- ]?somethings?|generation [xyz]|gen[- ][xyz]|millennials?|average age|recent graduates?|recent school leavers?|(?:close|near) to retirement|mature (?:man|woman|lady|person)`,
    { unlessBefore: OF_OTHERS, unlessAfter: YOUNG_THINGS },
  ),
];

export const AGE_RULES: RiskRule[] = [...LIMITS, ...FRENCH, ...ENGLISH];
