import { terms } from './terms';

/** Civilities and document titles that are no part of a name, folded. */
export const NOT_NAME_WORDS: readonly string[] = terms(`
    m; mr; mme; mlle; monsieur; madame; mademoiselle; mrs; ms; miss; dr; pr; prof; herr; frau; sr; sra; don; dona;
    sig; dhr; mevr; cv; curriculum; vitae; resume; lebenslauf; curriculo; europass; formato; europeo; format; europeen; european; candidature; nom; prenom; name;
    ing; dipl; dott; dott ssa; dottssa; avv; arch; geom; lic; licda; drs; ir; mr dr; me; rev; sir; mag; univ; maitre; sgt; sergent; sergeant; cpl; caporal; lt; lieutenant; capt; cdt; adj;
    adjudant; col; maj
  `);

/** Letters that follow a name and tell what its owner is, folded; "Jane Doe, PhD, PMP". */
export const CREDENTIALS: readonly string[] = terms(`
    phd; ph d; dphil; mba; emba; msc; bsc; mphil; meng; beng; llm; llb; mph; rn; bsn; msn; np; rgn; md; dds; dvm; acca;
    fcca; aca; fca; acma; cima; cpa; cfa; cia; cisa; cissp; pmp; capm; cipd; mcipd; fcipd; assoc cipd; esq; ceng; miet; riba;
    mrics; frics; mrcs; frcs; mrcp; shrm cp; sphr; phr; pgce; qts; lcsw; ot; ba; bcom; hons; jd;
    pe; eit; aia; leed ap; crna; pharmd; edd; psyd; cma; cfp; cfe; csm; chartered; mba phd; mchem; mphys; fhea; cscp; cpim
  `);

/** Particles of names: they may stand in lower case. */
export const PARTICLES: readonly string[] = terms(`
    de; du; des; la; le; les; d'; van; der; den; von; zu; ten; ter; el; al; ben; bin; ibn; da; dos; das; di; del;
    della; y; e; i; af; av; 't; op; st
  `);

/** Labels before a name. */
export const NAME_LABELS =
  /^(?:nom (?:et )?prenoms?|prenoms? (?:et )?nom|nom complet|full name|name|nom|vollstandiger name|nombre y apellidos|nombre completo|nombre|nome e cognome|nome|naam)\s*:\s*/;
export const FIRST_NAME_LABEL = /^(?:prenoms?|first names?|given names?|vornamen?|voornaam)\s*:\s*(.+)$/;
export const LAST_NAME_LABEL =
  /^(?:nom(?: de famille)?|last name|surname|family name|nachname|familienname|apellidos?|cognome|achternaam)\s*:\s*(.+)$/;

export const BIRTH_WORDS =
  /\b(?:nee?(?:\(e\))?\s+le|date de naissance|ne\(e\) le|naissance|date of birth|born(?: on)?|dob|d\.o\.b\.?|birth ?date|geboren am|geburtsdatum|geb\.|fecha de nacimiento|nacid[oa] el|data di nascita|nat[oa] il|geboortedatum|geboren op|geboren)\b/;
export const NATIONALITY_WORDS =
  /(?:nationalite|nationality|nationalitat|staatsangehorigkeit|staatsburgerschaft|nacionalidad|nazionalita|cittadinanza|nationaliteit|citizenship)\s*:?\s*/;
export const LICENCE_WORDS =
  /(?:permis(?: de conduire)?|driv(?:ing|er'?s?) licen[cs]e|fuhrerschein(?: der)?(?: klasse)?|carnet?(?: de conducir)?|permiso de conducir|patente(?: di guida)?|rijbewijs|licence category)/;
/** A licence whose category is not said, folded; « permis » alone may be one to build or to work. */
export const LICENCE_ALONE =
  /(?:(?:full|clean|valid|uk|eu|us|irish),? )*driv(?:ing|er'?s?) licen[cs]e|permis de conduire|permis (?:poids lourds?|moto)/;
export const NO_LICENCE = /\b(?:no|not|non|sans|pas de|en cours|code obtenu|learner|provisional|preparation|kein)\b/;
/** What follows a licence that somebody does not hold yet, folded. */
export const NOT_YET =
  /^[\s(,–-]*(?:en cours|en preparation|code obtenu|code valide|in progress|in vorbereitung|learner|provisional)\b/;
/** EU categories; B is by far the most common. */
export const LICENCE_CATEGORY =
  /(?<![\p{L}\p{N}])(AM|A1|A2|A|B1|BE|B|C1E|C1|CE|C|D1E|D1|DE|D|EB|EC|[BCD]1?\s?\+\s?E)(?![\p{L}\p{N}'’+])/gu;

/** Labels of contact data, folded: cut off before values are read. */
export const CONTACT_LABELS: readonly string[] = terms(`
    email; e mail; e-mail; mail; courriel; adresse e-mail; adresse mail; adresse electronique; correo;
    correo electronico; phone; telephone; tel; tel.; mobile; portable; gsm; cell; handy; telefon; telefono;
    telefoon; movil; cellulare; adresse postale; adresse; demeurant a; demeurant; domicilie a; domiciliee a; address; anschrift; wohnort; direccion; domicilio;
    indirizzo; adres; woonplaats; ville; city; stadt; ciudad; citta; stad; location; lieu; localisation; domicile;
    residence; based in; lives in; habite a; postal code; postcode; code postal; plz; zip; country; pays;
    country code; region; website; site web; site; web; linkedin; github; url; link; fax; postal code & city;
    code postal et ville
  `);

/** Words of another kind of document (invoice, order, letter, contract, minutes), folded, each with how much it says. */
export const OTHER_DOCUMENT_WORDS: readonly (readonly [pattern: RegExp, points: number])[] = [
  [/\b(?:facture|invoice|rechnung|factura|fattura|factuur)\b/, 3],
  [/\b(?:devis|quotation|purchase order|bon de commande|bon de livraison|delivery note|angebot nr|presupuesto)\b/, 2],
  [/\b(?:tva|vat|mwst|iva|btw)\b/, 1],
  [/\b(?:total (?:ttc|ht|due)|montant|net a payer|amount due|subtotal|sous total|gesamtbetrag|importe|totale)\b/, 2],
  [/\b(?:quantite|prix unitaire|unit price|quantity|qty|stuckpreis)\b/, 2],
  [/\b(?:iban|bic|siret|rib|date d echeance|due date|payment terms|conditions de reglement|penalites de retard)\b/, 1],
  [
    /\b(?:madame monsieur|dear (?:sir|madam|hiring)|sehr geehrte|je vous prie d agreer|yours (?:sincerely|faithfully)|mit freundlichen grussen)\b/,
    2,
  ],
  [/\b(?:chapitre|chapter|isbn|table des matieres|table of contents|abstract|bibliographie)\b/, 2],
  [/\b(?:ordre du jour|compte rendu de reunion|minutes of|agenda of the meeting|proces verbal)\b/, 2],
  [/\b(?:conditions generales|terms and conditions|article \d+|ci apres denomme|hereinafter)\b/, 2],
  [/\b(?:ingredients|preparation time|recette|recipe)\b/, 2],
  [
    /\b(?:offre d emploi|fiche de poste|job (?:offer|posting|advert|description)|stellenangebot|stellenanzeige|oferta de (?:empleo|trabajo)|offerta di lavoro|vacature)\b/,
    3,
  ],
  [
    /\b(?:profil recherche|nous (?:recherchons|offrons|vous offrons)|vous avez une experience|we (?:are looking|offer|are seeking)|about us|the ideal candidate|wir (?:suchen|bieten)|ihre aufgaben|ihr profil|buscamos|ofrecemos|cerchiamo|offriamo|wij (?:zoeken|bieden)|functie eisen)\b/,
    2,
  ],
  [
    /\b(?:envoyez (?:votre )?cv|postulez|pour postuler|how to apply|apply now|send your (?:cv|resume)|bewerben sie sich|envia tu cv|invia il tuo cv|solliciteer)\b/,
    2,
  ],
  [/\b(?:requirements|responsibilities|benefits|avantages|remuneration|salary|salaire|gehalt)\b/, 1],
  [
    /\b(?:bulletin de (?:paie|salaire)|fiche de paie|payslip|pay slip|gehaltsabrechnung|nomina|busta paga|loonstrook)\b/,
    3,
  ],
  [/\b(?:cotisations|net imposable|salaire brut|gross pay|net pay|national insurance|bruttolohn)\b/, 2],
  [/\b(?:bulletin scolaire|conseil de classe|moyenne de la classe|report card|school report|halbjahreszeugnis)\b/, 3],
  [
    /\b(?:contrat de travail|employment contract|contract of employment|arbeitsvertrag|contrato de trabajo|arbeidsovereenkomst)\b/,
    2,
  ],
  [/\b(?:ci apres|la salariee|le salarie|the employee|der arbeitnehmer|il lavoratore)\b/, 1],
  [/\b(?:se desabonner|desinscription|unsubscribe|newsletter|edito|abmelden)\b/, 2],
  [
    /\b(?:salutations distinguees|veuillez agreer|cordialement|objet candidature|lettre de motivation|kind regards|cover letter|bewerbung als|un cordial saludo|cordiali saluti|met vriendelijke groet)\b/,
    2,
  ],
];

/** What letters say of themselves, how they greet and how they close, folded. */
export const LETTER_WORDS: readonly RegExp[] = [
  /\b(?:lettre de (?:motivation|candidature)|objet (?:\w+ ){0,3}candidature|cover letter|letter of (?:application|motivation)|(?:subject|re) (?:\w+ ){0,3}application|motivationsschreiben|bewerbung (?:als|um)|carta de (?:presentacion|motivacion)|lettera di (?:presentazione|motivazione)|candidatura (?:para|per)|motivatiebrief|sollicitatie)\b/,
  /\b(?:madame monsieur|madame la|monsieur le|cher monsieur|chere madame|mesdames messieurs|dear (?:sir|madam|mr|mrs|ms|hiring|recruit\w*|team|all)|to whom it may concern|sehr geehrte\w*|estimad[oa]s?|muy senores|egregi[oa]?|gentil[ei] (?:dott\w*|signor\w*|responsabile)|spettabile|geachte)\b/,
  /\b(?:(?:je vous prie|veuillez|nous vous prions) (?:\w+ ){0,4}(?:agreer|recevoir|croire|accepter)|salutations (?:distinguees|respectueuses)|sinceres salutations|(?:bien )?cordialement|dans l attente de (?:votre|vous)|yours (?:sincerely|faithfully|truly)|(?:kind|best|warm) regards|sincerely yours|looking forward to (?:hearing|meeting)|mit freundlichen gru(?:ss|ß)en|un cordial saludo|atentamente|cordiali saluti|distinti saluti|met vriendelijke groet\w*)\b/,
];
