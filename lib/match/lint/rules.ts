import type { RiskCategory, RiskSeverity } from './types';

/** A wording, on text folded to lower case without accents; spaces stand for any white space. */
export interface RiskRule {
  category: RiskCategory;
  severity: RiskSeverity;
  pattern: RegExp;
  /** In the sentence up to the words, these make them innocent. */
  unlessBefore?: RegExp;
  /** Right after the words. */
  unlessAfter?: RegExp;
  /** Names a ground rather than asking for anything: innocent where a sentence says that it doesn't count. */
  noun?: true;
  /** Better words than the category's own. */
  suggestion?: { fr: string; en: string };
}

const pattern = (source: string) =>
  new RegExp(`(?<![\\p{L}\\d])(?:${source.replace(/ /g, '\\s+')})(?![\\p{L}\\d])`, 'gu');
const near = (source: string) => new RegExp(`(?<![\\p{L}\\d])(?:${source.replace(/ /g, '\\s+')})(?![\\p{L}\\d])`, 'u');
const next = (source: string) => new RegExp(`^(?:${source})`, 'u');

type More = Omit<RiskRule, 'category' | 'severity' | 'pattern'>;
const forbidden = (category: RiskCategory, source: string, more: More = {}): RiskRule => ({
  ...{ category, severity: 'forbidden', pattern: pattern(source), ...more },
});
const risky = (category: RiskCategory, source: string, more: More = {}): RiskRule => ({
  ...forbidden(category, source, more),
  severity: 'risky',
});

/** What else may be so many years old, or younger than that. */
const OTHERS = near(
  `depuis|il y a|pendant|enfants?|mineure?s?|patiente?s?|residente?s?|accompagn\\w*|insertion|public|publics|eleves?|usagers?|clients?|clientele|batiments?|immeubles?|vehicules?|logements?|entreprise
|societe|maison|groupe|experience|anciennete|histoire|existence|existe|garantie|fort|forte|riche|parc|since|for|children|child|kids|pupils|students|patients|residents|people we|company|firm|business|buildings?
|history|heritage|experience|over the|vehicles?|users?|machines?|equipement|whisky|duree|bail|pret`.replace(/\n/g, ''),
);
const AGE_NUMBER = '(?:1[89]|[2-6]\\d)';
const OF_WORK = next(
  `\\s*(?:d['’]|de (?:carriere|metier|pratique|recul|presence|vie)|of |d |en (?:tant|qualite|poste)|in (?:business|the)|experience|dans )`,
);
const PERSONS =
  'candidate?s?|candidature|personnes?|profils?|collaborat(?:eur|rice)s?|salariee?s?|employee?s?|applicants?|persons?|people|staff|workers?|someone';
const WANTS =
  '(?:re)?cherch\\w*|recrut\\w*|souhait\\w*|prefer\\w*|privilegi\\w*|plutot|idealement|de preference|uniquement|exclusivement|seulement|looking for|want|wanted|seek\\w*|only|ideally|hire';
const OTHER_SEX = next(
  `\\s*(?:,|et|ou|and|or|/|&)\\s*(?:des? |d['’]|les |une? )?(?:hommes?|femmes?|men|women|man|woman)`,
);
const SEX_BEFORE = near(
  `(?:hommes?|femmes?|men|women|man|woman)\\s*(?:,|et|ou|and|or|/|&)(?:\\s*(?:des?|les|une?))?\\s*(?:d['’])?\\s*$`,
);
const LANGUAGES =
  'francais\\w*|anglais\\w*|allemand\\w*|espagnol\\w*|italien\\w*|neerlandais\\w*|portugais\\w*|arabe|chinois|russe|french|english|german|spanish|italian|dutch|portuguese|arabic|chinese|russian|langue|language';
const PEOPLES =
  'francaise?s?|europeen(?:ne)?s?|africaine?s?|maghrebine?s?|asiatiques?|etrangeres?|etrangers?|arabes?|antillaise?s?|magrebine?s?|french|british|european|african|asian|american|foreign|caucasian';

const AGE: RiskRule[] = [
  forbidden(
    'age',
    `(?:agee?s? (?:de )?)?(?:de )?moins de ${AGE_NUMBER} ans|(?:agee?s? )?(?:de )?plus de ${AGE_NUMBER} ans`,
    { unlessBefore: OTHERS, unlessAfter: OF_WORK },
  ),
  forbidden(
    'age',
    `(?:agee?s? )?(?:entre ${AGE_NUMBER} et|de ${AGE_NUMBER} a) ${AGE_NUMBER} ans|${AGE_NUMBER} ?[-–/] ?${AGE_NUMBER} ans|agee?s? de ${AGE_NUMBER} ans`,
    { unlessBefore: OTHERS, unlessAfter: OF_WORK },
  ),
  forbidden(
    'age',
    `(?:limite d'?age|age (?:limite|maxi\\w*|mini\\w*|ideal|souhaite|requis|compris))|date de naissance|annee de naissance`,
    { unlessBefore: near('batiments?|enfants?|patients?') },
  ),
  forbidden(
    'age',
    `jeunes? (?:et|&) (?:dynamiques?|motivee?s?|souriante?s?|ambitieu(?:x|se)s?)|(?:${PERSONS}) (?:plutot |assez )?jeunes?|trop (?:agee?s?|vieu(?:x|lle)|jeunes?)|pas (?:de|trop de) (?:seniors?|vieux)`,
  ),
  forbidden('age', `(?:(?:re)?cherch\\w*|recrut\\w*|souhait\\w*) (?:une?|des|de) jeunes?`, {
    unlessAfter: next(
      '\\s+(?:entreprise|pousse|societe|marque|diplome|enfant|public|apprenti|alternant|maison|start|femmes?|hommes?)',
    ),
  }),
  risky(
    'age',
    `(?:equipe|ambiance|environnement) jeunes?|jeunes? (?:equipe|diplomee?s?|talents?|professionnel(?:le)?s?|actifs?)|digital natives?|en fin de carriere|proches? de la retraite`,
    { unlessBefore: near('accompagn\\w*|form(?:er|ation)|encadr\\w*|insertion|tutor\\w*|suivi') },
  ),
  forbidden('age', `(?:aged? )?(?:under|over|below|above) (?:the age of )?${AGE_NUMBER}(?: years?(?: old| of age)?)?`, {
    unlessBefore: OTHERS,
    unlessAfter: next(
      "\\s*(?:%|people|employees|staff|countries|sites|stores|clients|customers|million|k\\b|[a-z]+s\\b|years['’]? (?:of )?exp|hours|minutes|€|£|\\d)|\\.\\d|,\\d",
    ),
  }),
  forbidden(
    'age',
    `aged (?:between )?${AGE_NUMBER}|(?:between )?${AGE_NUMBER} ?(?:-|–|to|and) ?${AGE_NUMBER} years old|no older than ${AGE_NUMBER}|max(?:imum)? age|age limit|age range|date of birth|too (?:old|young)|young (?:and|&) (?:dynamic|energetic|motivated|ambitious)|youthful`,
    { unlessBefore: OTHERS },
  ),
  forbidden('age', `young (?:${PERSONS}|man|woman|lady|men|women|girl|guy)`, {
    unlessBefore: near('support\\w*|care|help\\w*|teach\\w*|train\\w*|with|for|service|services|coach\\w*|mentor\\w*'),
  }),
  risky(
    'age',
    `young (?:team|professionals?|graduates?|talents?)|recent graduates?|recent school leavers?|(?:close|near) to retirement|mature (?:man|woman|lady|person)`,
  ),
];

const CLEANER = { fr: '« agent ou agente d’entretien (F/H) »', en: '“cleaner”' };
const SEX: RiskRule[] = [
  forbidden(
    'sex',
    `(?:femmes?|hommes?) de (?:menage|chambre|service)|homme d'entretien|homme a tout faire|dame (?:de compagnie|pipi|de service)`,
    {
      unlessBefore: SEX_BEFORE,
      unlessAfter: next('\\s*(?:\\(|/|ou|,)?\\s*(?:[hf]\\s?/\\s?[hf]|valet|homme|femme)'),
      suggestion: CLEANER,
    },
  ),
  forbidden(
    'sex',
    `(?:de )?sexe (?:masculin|feminin)|(?:${PERSONS}) (?:feminine?s?|masculine?s?)|(?:reservee?s? aux|uniquement (?:des|aux|pour les?)) (?:hommes?|femmes?)|(?:hommes?|femmes?) (?:uniquement|seulement|exclusivement|de preference)|(?:ecarte\\w*|exclu\\w*|pas de|sauf) (?:les )?(?:femmes?|hommes?|meres)`,
    { unlessAfter: OTHER_SEX },
  ),
  forbidden(
    'sex',
    `(?:${WANTS})(?: pour| d['’]| de)? (?:une?|des|les)? ?(?:jeunes? )?(?:hommes?|femmes?|dames?|filles?|garcons?)|jeunes? (?:femmes?|hommes?|filles?|dames?|garcons?)`,
    {
      unlessBefore: SEX_BEFORE,
      unlessAfter: new RegExp(`${OTHER_SEX.source}|^\\s*(?:de (?:terrain|metier|l'art|chambre|menage)|cle)`, 'u'),
    },
  ),
  risky('sex', `hommes? de (?:terrain|main|confiance|peine)`, {
    suggestion: { fr: '« personne de terrain »', en: '“hands-on person”' },
  }),
  risky(
    'sex',
    `(?:(?:re)?cherch\\w*|recrut\\w*) (?:une|sa|notre|nos|des) (?:future? )?(?:\\p{L}{3,}(?:trice|euse|iere)s?|assistantes?|hotesses?|collaboratrices?|commerciales?|adjointes?|conseilleres?)`,
    { suggestion: { fr: 'écrivez le titre aux deux genres ou suivi de (F/H)', en: 'use a title that fits everybody' } },
  ),
  forbidden(
    'sex',
    `(?:male|female|men|women|man|woman|ladies|girls?) (?:only|preferred|candidates?|applicants?|required)|only (?:men|women|males|females)|(?:no|exclude|reject) (?:men|women|females|males|mothers)|(?:we )?(?:want|prefer|need|hire) (?:a )?(?:man|woman|men|women|lady|girl|male|female)s?`,
    { unlessAfter: OTHER_SEX, unlessBefore: SEX_BEFORE },
  ),
  forbidden('sex', `cleaning (?:lady|ladies|woman)|tea lady|girl friday|barmaids?|waitress(?:es)?|stewardess(?:es)?`, {
    unlessBefore: near('waiters?\\s*(?:or|and|/)\\s*$'),
    suggestion: {
      fr: 'un titre qui convient à tous',
      en: '“cleaner”, “server”, “cabin crew”: a title that fits everybody',
    },
  }),
  risky(
    'sex',
    `salesm[ae]n|saleswom[ae]n|handym[ae]n|forem[ae]n|repairm[ae]n|doorm[ae]n|firem[ae]n|cameram[ae]n|craftsm[ae]n|chairm[ae]n|businessm[ae]n|draughtsm[ae]n|manpower|man hours`,
    {
      suggestion: {
        fr: 'un titre qui convient à tous',
        en: '“salesperson”, “supervisor”, “technician”…: a title that fits everybody',
      },
    },
  ),
];

const ORIGIN: RiskRule[] = [
  forbidden(
    'origin',
    `nationalite (?:francaise|europeenne|belge|suisse|exigee|requise|obligatoire|demandee|souhaitee)|de nationalite \\p{L}+|(?:francais|francaise|europeen|europeenne)s? de souche|type (?:europeen|caucasien|africain|maghrebin|asiatique)|bleu[- ]blanc[- ]rouge|bbr|pas d['’]etrangers?|sans (?:etrangers?|immigres?)|(?:ecarte\\w*|exclu\\w*) (?:les )?(?:etrangers?|noirs?|arabes?)`,
    { unlessBefore: near('drapeau|label|clients?|entreprises?') },
  ),
  forbidden(
    'origin',
    `d['’]origine (?:${PEOPLES})|origines? (?:ethniques?|raciales?|nationales?)|(?:of|from) (?:a )?(?:${PEOPLES}) (?:origin|descent|background)`,
    {
      unlessBefore: near(
        'produits?|viandes?|fruits|legumes|matieres?|bois|denrees|vins?|ingredients?|bovine?s?|equipements?|pieces|fromages?|marchandises|products?|goods|meat|textes?|oeuvres?',
      ),
      noun: true,
    },
  ),
  forbidden(
    'origin',
    `(?:${PEOPLES}) (?:nationals?|citizens?|passport holders?)(?: only)?|no (?:foreigners|immigrants)|(?:white|black|caucasian) (?:${PERSONS}|man|woman|men|women)|your (?:race|ethnicity)|nationality ?:|ethnic origin|ethnicity|skin colou?r|couleur de peau|race(?! conditions?)`,
    {
      unlessBefore: near(
        'human|rat|arms|space|clients|customers|help\\w*|support\\w*|services?|assist\\w*|de|la|une|chiens?|races?|course|the|a|condition',
      ),
      noun: true,
    },
  ),
  risky(
    'origin',
    `sans accent|accent (?:etranger|prononce|marque)|strong accent|without (?:an )?accent|no (?:foreign )?accent|foreign(?:-| )sounding|nom a consonance \\p{L}+`,
  ),
  risky(
    'language',
    `(?:${LANGUAGES})(?: en)?(?: de| comme)?,? ?\\(?(?:langue maternelle|natifs?|natives?|maternel(?:le)?s?|mother tongue|native speakers?|native)|langue maternelle(?: obligatoire| exigee| (?:${LANGUAGES}))?|native (?:${LANGUAGES})(?: speakers?)?|native(?:-level)? speakers?|mother tongue(?: (?:${LANGUAGES}))?|natifs? (?:${LANGUAGES})`,
    {
      unlessBefore: near('(?:near|quasi|sous|non)[- ]?'),
      unlessAfter: next('\\s*(?:apps?|ios|android|code|cloud|mobile|modules?|du cloud|sql)'),
      suggestion: {
        fr: 'demandez un niveau : « anglais C1 » ou « C2 » (CECRL)',
        en: 'ask for a level: “English C1” or “C2” (CEFR)',
      },
    },
  ),
];

export const PERSON_RULES: RiskRule[] = [...AGE, ...SEX, ...ORIGIN];
export { forbidden, near, next, PERSONS, risky };
