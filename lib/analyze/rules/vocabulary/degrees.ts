import { terms } from './terms';

/** A degree's words with its level in the European Qualifications Framework; the first that matches counts, so specific ones come first. */
export const DEGREES: readonly (readonly [pattern: RegExp, level: number | null])[] = [
  [/\btitre (?:rncp |professionnel )?(?:de )?niveau (?:rncp )?(\d|i{1,3}|iv|v)\b/, null],
  [/\brncp\b/, null],
  [
    /\b(?:doctorat|doctorate|phd|ph d|dphil|these de doctorat|docteur|doktor|promotion|dottorato|doctorado|proefschrift|hdr)\b/,
    8,
  ],
  [
    /\b(?:diplome d etat|de|d e)\s+(?:d |de |en )?(?:infirmi|sage femme|assistante? de service|educateur|educatrice|ergotherapeute|psychomotri|masseur|kine|manipulat)/,
    6,
  ],
  [/\b(?:dnmade|dma)\b/, 6],
  [/\bdiplome d etat d (?:aide soignant|auxiliaire)/, 4],
  [/\b(?:deas|deap|deaes|deavs)\b/, 4],
  [/\bdiplome d etat\b/, 6],
  [/\b(?:dei|ide|dees|deass|deis|deeje)\b/, 6],
  [
    /\b(?:mastere? specialise|mastere?|masters?|msc|m sc|m eng|meng|mba|emba|llm|ll m|m phil|mphil|m ed|mres|m2|m1|dess|dea|magistere|magister|laurea magistrale|laurea specialistica|maestria|postgrado|pgce|pgcert|pgdip|lpc|postgraduate|post graduate|dscg|wo master)\b/,
    7,
  ],
  [
    /\b(?:diplome d ingenieur|ingenieur(?:e)? diplome|cycle ingenieur|ecole d ingenieur|diplom ingenieur|dipl ing|diplom|ingegneria magistrale|grande ecole|programme grande ecole|diplome grande ecole)\b/,
    7,
  ],
  [
    /\b(?:licence|licence pro|licence professionnelle|bachelor|bachelors|bsc|b sc|ba|b a|beng|b eng|bba|bs|b s|llb|ll b|gdl|bfa|bed|b ed|but|b u t|dcg|grado|licenciatura|laurea|laurea triennale|diplomatura|hbo|wo|maitrise|honours|hons|l3|staatsexamen|bac ?\+? ?3|des?cf)\b/,
    6,
  ],
  [
    /\b(?:bts|btsa|b t s|dut|d u t|deug|deust|dpeces?|hnd|hnc|foundation degree|associate degree|associates? degree|associate of|cfgs|ciclo formativo de grado superior|grado superior|tecnico superior|fp superior|its|ad|bac ?\+? ?2|meisterbrief|cpge|classes? prepa\w*)\b/,
    5,
  ],
  [
    /\b(?:baccalaureat|bac|bacc|bac pro|bac professionnel|brevet professionnel|bp|a levels?|a level|abitur|fachabitur|fachhochschulreife|high school|high school diploma|ged|bachillerato|diploma di maturita|maturita|matura|maturite|vwo|havo|mbo 4|mbo niveau 4|nvq level 3|btec|level 3|ib diploma|international baccalaureate|grado medio|cfgm|cess|lehre|gesellenbrief|ausbildung|facharbeiter|leaving certificate|advanced highers?)\b/,
    4,
  ],
  [
    /\b(?:cap|capa|c a p|bep|b e p|cqp|brevet d etudes professionnelles|gcses?|mittlere reife|realschulabschluss|mbo 3|mbo 2|mbo niveau [23]|nvq level 2|nvq|level 2|vmbo|cfc|eso)\b/,
    3,
  ],
  [/\b(?:brevet des colleges|dnb|hauptschulabschluss|diplome national du brevet)\b/, 2],
  [
    /\b(?:du|diu|d u|diplome universitaire|diplome inter universitaire|certificat d etudes|certificate of|certificate in|diploma in|diploma of|diploma|diplome|diplom|degree|deg|titulo|titre|habilitation|attestation|certificat|certificate|zertifikat|mooc|bootcamp|formation|minor|mbo|studium|prepa)\b/,
    null,
  ],
];

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
