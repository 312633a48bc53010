import { AGE_RULES } from './age-rules';
import { forbidden, near, next, PERSONS, risky, WANTS, type RiskRule } from './wording';

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

export const PERSON_RULES: RiskRule[] = [...AGE_RULES, ...SEX, ...ORIGIN];
