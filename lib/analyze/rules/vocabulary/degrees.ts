import { terms } from './terms';

/** A degree's words with its level in the European Qualifications Framework; the first that matches counts, so specific ones come first. */
export const DEGREES: readonly (readonly [pattern: RegExp, level: number | null])[] = [
  [
    /\b(?:(?:titre|diplome|certification) (?:rncp |professionnel(?:le)? |homologuee? )?(?:de |au )?niveau (?:rncp |europeen )?|rncp (?:de )?niveau |(?:eqf|cec|dqr|meces) (?:level |niveau |stufe |nivel )?)(\d|i{1,3}|iv|v)\b/,
    null,
  ],
  [/\brncp\b/, null],
  [
    /\b(?:these de doctorat|proefschrift|doctorate|promotion|dottorato|doctorado|doctorat|docteur|doktor|dphil|ph d|phd|hdr)\b/,
    8,
  ],
  [
    /\b(?:diplome d etat|de|d e)\s+(?:d |de |en )?(?:infirmi|sage femme|assistante? de service|educateur|educatrice|ergotherapeute|psychomotri|masseur|kine|manipulat)/,
    6,
  ],
  [/\b(?:diplome d etat d architecte|hmonp)\b/, 7],
  [/\b(?:dnmade|dnap|dna|dma)\b/, 6],
  [
    /\bdiplome d etat (?:d |de |en )?(?:aide soignant|auxiliaire|ambulancier|moniteur|monitrice|technicien|technicienne)/,
    4,
  ],
  [/\bdiplome d etat (?:d |de |en )?(?:accompagnante? educati|assistante? familial)/, 3],
  [/\b(?:deaes|deavs|deas|deap)\b/, 4],
  [/\bdiplome d etat\b/, 6],
  [/\b(?:deass|deeje|dees|deis|dei|ide)\b/, 6],
  [
    /\b(?:masters? of (?:arts|science|engineering|laws?|commerce|education|fine arts|business administration|public administration|philosophy)|laurea specialistica|mastere? specialise|laurea magistrale|dnsep|dsaa|post graduate|postgraduate|magistere|postgrado|wo master|mastere?|masters?|magister|maestria|m phil|pgcert|m eng|ma (?:in|hons)|mphil|pgdip|m sc|meng|emba|ll m|m ed|mres|dess|pgce|dscg|msc|mba|llm|dea|lpc|m2|m1)\b/,
    7,
  ],
  [
    /^ingenieure?\b|\b(?:capes|capet|caplp|capeps|agregation|ingenieur(?:e)? diplome|programme grande ecole|ingegneria magistrale|diplome grande ecole|diplome d ingenieur|ecole d ingenieur|diplom ingenieur|cycle ingenieur|grande ecole|dipl ing|diplom)\b/,
    7,
  ],
  [
    /\b(?:bachelor of (?:arts|science|engineering|laws?|commerce|education|fine arts|business administration|music|nursing|technology)|licence professionnelle|laurea triennale|licenciatura|staatsexamen|licence pro|diplomatura|bac ?\+? ?3|bachelors|bachelor|maitrise|licence|honours|laurea|des?cf|b eng|b u t|grado|b sc|beng|ll b|b ed|hons|bsc|b a|bba|b s|llb|gdl|bfa|bed|but|dcg|hbo|ba|bs|wo|l3)\b/,
    6,
  ],
  [
    /\b(?:ciclo formativo de grado superior|associates? degree|foundation degree|classes? prepa\w*|associate degree|tecnico superior|grado superior|associate of|meisterbrief|fp superior|bac ?\+? ?2|dpeces?|b t s|d u t|deust|btsa|deug|cfgs|cpge|bts|dut|hnd|hnc|its|ad)\b/,
    5,
  ],
  [
    /\b(?:international baccalaureate|brevet professionnel|high school diploma|diploma di maturita|leaving certificate|fachhochschulreife|bac professionnel|advanced highers?|gesellenbrief|baccalaureat professionnel|baccalaureat technologique|baccalaureat general|baccalaureat scientifique|baccalaureat litteraire|baccalaureat|bachillerato|mbo niveau 4|facharbeiter|high school|nvq level 3|grado medio|fachabitur|bachiller|daeu|ib diploma|ausbildung|a levels?|maturita|maturite|bac pro|a level|level 3 (?:diploma|certificate|nvq|award|apprenticeship|extended)|(?:diploma|nvq|certificate|award|apprenticeship)(?: \w+){0,4} level 3|abitur|matura|mbo 4|lehre|bacc|havo|btec|cfgm|cess|bac|ged|vwo|bp)\b/,
    4,
  ],
  [
    /\b(?:brevet d etudes professionnelles|realschulabschluss|mbo niveau [23]|mittlere reife|nvq level 2|level 2 (?:diploma|certificate|nvq|award|apprenticeship|extended)|(?:diploma|nvq|certificate|award|apprenticeship)(?: \w+){0,4} level 2|gcses?|c a p|b e p|mbo 3|mbo 2|mention complementaire|capa|vmbo|cap|bep|cqp|nvq|cfc|eso)\b/,
    3,
  ],
  [/\b(?:diplome national du brevet|brevet des colleges|hauptschulabschluss|dnb)\b/, 2],
  [
    /\b(?:diplome inter universitaire|diplome universitaire|certificat d etudes|certificate of|certificate in|habilitation|attestation|certificate|diploma in|diploma of|certificat|zertifikat|formation|bootcamp|diploma|diplome|studium|diplom|degree|titulo|titre|minor|prepa|mooc|diu|d u|deg|mbo|du)\b/,
    null,
  ],
];

/** What says that a degree was not obtained, folded. */
export const NOT_OBTAINED =
  /\b(?:non (?:obtenue?|validee?|terminee?|acheve)|pas obtenue?|interrompue?|abandonnee?|not (?:completed|obtained|awarded)|uncompleted|nicht abgeschlossen|ohne abschluss|no finalizad[oa])\b/;

/** Institutions, folded; matched as whole words. */
export const INSTITUTION_WORDS: readonly string[] = terms(`
    universite; university; universitat; universidad; universita; universiteit; univ; uni; ecole; ecoles; school;
    schule; escuela; scuola; hogeschool; hochschule; fachhochschule; gesamtschule; realschule; hauptschule;
    berufsschule; berufskolleg; gymnasium; gymnase; lycee; college; colleges; institut; institute; instituto;
    istituto; instituut; academy; academie; akademie; academia; accademia; campus; faculte; faculty; fakultat;
    facultad; facolta; iut; iae; iup; ifsi; ifas; irts; iep; insa; ens; ensi; ensa; enac; hec; essec; escp; edhec;
    esc; em; isep; epitech; epita; supinfo; polytechnique; polytech; politecnico; polytechnic; cfa; greta; afpa;
    aftral; cned; cnam; mfr; lep; inalco; sorbonne; sciences po; celsa; igr; cifop; openclassrooms;
    centre de formation; centre; conservatoire; training; business school; liceo; colegio; ies; roc; mboraad; htl;
    htw; tu; eth; epfl; mit; kolleg; volkshochschule; ihk; handwerkskammer; hes; haute ecole; athenee; cpge;
    seminaire; maison familiale; education; learning; cci; esi; ipag; isg; ieseg; audencia; kedge; neoma; skema;
    grenoble ecole; estia; esigelec; esiea; ece; efrei; isen; icam; cesi; ensam; mines; ponts; centrale; supelec;
    telecom; agrocampus; agroparistech; sup
  `);

/** Words after which a degree's field of study follows. */
export const FIELD_WORDS: readonly string[] = [
  'in',
  'en',
  'of',
  'mention',
  'specialite',
  'spécialité',
  'option',
  'filiere',
  'parcours',
];
