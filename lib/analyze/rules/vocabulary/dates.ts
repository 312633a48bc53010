import { terms } from './terms';

/** Month names and their usual abbreviations, deaccented and in lower case, in French, English, German, Spanish, Italian and Dutch. */
export const MONTHS: readonly (readonly string[])[] = [
  ['janvier', 'janv', 'jan', 'january', 'januar', 'janner', 'enero', 'ene', 'gennaio', 'gen', 'januari'],
  ['fevrier', 'fevr', 'fev', 'february', 'feb', 'februar', 'febrero', 'febbraio', 'febr', 'februari'],
  ['mars', 'mar', 'march', 'marz', 'maerz', 'mrz', 'marzo', 'maart', 'mrt'],
  ['avril', 'avr', 'april', 'apr', 'abril', 'abr', 'aprile'],
  ['mai', 'may', 'mayo', 'maggio', 'mag', 'mei'],
  ['juin', 'june', 'jun', 'juni', 'junio', 'giugno', 'giu'],
  ['juillet', 'juil', 'july', 'jul', 'juli', 'julio', 'luglio', 'lug'],
  ['aout', 'august', 'aug', 'agosto', 'ago', 'augustus'],
  ['septembre', 'sept', 'sep', 'september', 'septiembre', 'setiembre', 'settembre', 'set'],
  ['octobre', 'oct', 'october', 'oktober', 'okt', 'octubre', 'ottobre', 'ott'],
  ['novembre', 'nov', 'november', 'noviembre'],
  ['decembre', 'dec', 'december', 'dezember', 'dez', 'diciembre', 'dic', 'dicembre'],
];

/** Seasons and stretches of a year (« fin 2018 ») tell the year only. */
export const SEASONS: readonly string[] = terms(`
    ete; etes; hiver; printemps; automne; summer; summers; winter; spring; autumn; fall; sommer; fruhling; fruhjahr; herbst;
    verano; invierno; primavera; otono; estate; inverno; autunno; zomer; lente; herfst;
    rentree; debut; mi; milieu; courant; fin; early; mid; late; end; beginning; anfang; mitte; ende; principios; comienzos; mediados; finales; inizio; inizi;
    meta; fine; begin; midden; medio; eind
  `);

/** Words that stand for the reference date at the end of a range. */
export const PRESENT: readonly string[] = terms(`
    jusqu'a ce jour; jusqu'a aujourd'hui; auj.; auj; act.; jusqu'a present; a ce jour; aujourd'hui; a present; ce jour; present;
    poste actuel; actuellement; actuel; actuelle; maintenant; en cours; en poste; to date; till date; date; present day;
    currently; current; today; now; ongoing; bis heute; heute; jetzt; laufend; aktuell; gegenwartig; dato;
    hasta la fecha; hasta la actualidad; hasta hoy; la actualidad; actualidad; la fecha; actualmente; actual; presente; hoy; ahora; en curso; oggi; ad oggi; attuale;
    attualmente; in corso; fino ad oggi; tot op heden; tot heden; tot nu toe; heden; nu; tegenwoordig
  `);

/** Words before a date that leave its end open. */
export const SINCE: readonly string[] = [
  'depuis le',
  'depuis',
  'since',
  'seit dem',
  'seit',
  'ab',
  'desde',
  'sinds',
  'vanaf',
  'a partire da',
  'a partire dal',
  'a compter de',
  'a compter du',
  'a partir du',
  'dal',
  'a partir de',
];

/** Words before the first date of a range; they are part of it. */
export const FROM: readonly string[] = terms(`
    de; d'; du; des; from; von; vom; van; del; da; dal; desde; between; entre; annee scolaire; annee universitaire;
    school year; academic year; schuljahr; curso escolar; curso academico; anno scolastico; anno accademico; schooljaar
  `);

/** Words between the two dates of a range. */
export const TO: readonly string[] = terms(`
    a; au; ad; jusqu'a; jusqu'au; jusqu'en; to; t o; thru; until; till; through; and; &; et; bis; bis zum; al; hasta;
    fino a; tot; t/m; tot en met
  `);
