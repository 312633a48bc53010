import type { Field } from './types';

/** How columns are headed in French, English, German, Spanish, Dutch and Italian, folded: lower case, no accents, no punctuation. */
const HEADERS: Record<Field, string> = {
  name: 'nom complet|nom et prenom|nom prenom|nom prenoms|prenom nom|prenom et nom|nom du candidat|candidat|candidate|candidat e|candidats|full name|fullname|name|candidate name|applicant|applicant name|vollstandiger name|bewerber|bewerberin|nombre completo|nombre y apellidos|apellidos y nombre|candidato|volledige naam|naam|kandidaat|nome completo|nome e cognome|cognome e nome',
  firstName:
    'prenom|prenoms|prenom usuel|first name|firstname|given name|given names|forename|vorname|nombre|nombres|voornaam|nome',
  lastName:
    'nom|nom de famille|nom usuel|nom d usage|nom de naissance|last name|lastname|surname|family name|nachname|familienname|apellido|apellidos|achternaam|familienaam|cognome',
  email:
    'email|e mail|mail|courriel|adresse mail|adresse email|adresse e mail|adresse electronique|mel|email address|e mail address|e mail adresse|email adresse|correo|correo electronico|e mailadres|emailadres|posta elettronica|contact email',
  phone:
    'telephone|tel|tel mobile|tel portable|portable|mobile|gsm|numero|numero de telephone|no de telephone|telephone portable|telephone mobile|phone|phone number|mobile phone|cell|cell phone|telefon|telefonnummer|handy|mobiltelefon|telefono|movil|telefono movil|telefoon|telefoonnummer|cellulare',
  address: 'adresse|adresse postale|rue|address|street|street address|anschrift|strasse|direccion|adres|indirizzo',
  postalCode: 'code postal|cp|postal code|postcode|zip|zip code|plz|postleitzahl|codigo postal|cap',
  city: 'ville|commune|localite|lieu|localisation|lieu de residence|ville de residence|domicile|city|town|location|place|ort|wohnort|stadt|ciudad|localidad|poblacion|plaats|woonplaats|stad|citta',
  country: 'pays|country|land|pais|paese',
  birthDate:
    'date de naissance|ne le|nee le|date of birth|birth date|dob|geburtsdatum|fecha de nacimiento|geboortedatum|data di nascita',
  nationality: 'nationalite|nationality|staatsangehorigkeit|nacionalidad|nationaliteit|nazionalita',
  title:
    'poste|poste actuel|poste occupe|fonction|fonction actuelle|metier|profession|intitule du poste|intitule de poste|titre|titre du poste|emploi|emploi actuel|job|job title|title|position|current position|current job|current title|occupation|role|beruf|stelle|berufsbezeichnung|funktion|puesto|puesto actual|cargo|profesion|functie|huidige functie|beroep|professione|posizione|ruolo',
  wantedTitle:
    'poste vise|poste recherche|poste souhaite|poste demande|candidature pour|offre|annonce|desired position|position applied for|applied for|desired job|gewunschte stelle|puesto deseado|gewenste functie',
  employer:
    'employeur|employeur actuel|dernier employeur|entreprise|entreprise actuelle|societe|societe actuelle|employer|current employer|last employer|company|current company|arbeitgeber|firma|unternehmen|empresa|empresa actual|werkgever|huidige werkgever|bedrijf|datore di lavoro|azienda',
  skills:
    'competences|competences cles|competences techniques|savoir faire|mots cles|outils|skills|key skills|technical skills|technologies|keywords|kenntnisse|fahigkeiten|kompetenzen|competencias|habilidades|aptitudes|vaardigheden|competenties|competenze',
  languages:
    'langues|langue|langues parlees|languages|language|spoken languages|sprachen|sprachkenntnisse|idiomas|talen|lingue',
  degree:
    'diplome|diplomes|dernier diplome|formation|niveau d etudes|niveau|niveau de formation|degree|highest degree|education|qualification|diploma|abschluss|ausbildung|titulacion|titulo|formacion|estudios|opleiding|titolo di studio|istruzione',
  school:
    'ecole|etablissement|universite|school|university|college|institution|schule|hochschule|universitat|universidad|escuela|universiteit|universita|scuola',
  field: 'specialite|domaine d etudes|filiere|major|field of study|studienfach|especialidad|studierichting',
  experience:
    'experience|experiences|annees d experience|experience annees|anciennete|years of experience|work experience|experience years|berufserfahrung|jahre erfahrung|experiencia|anos de experiencia|ervaring|jaren ervaring|esperienza',
  link: 'linkedin|profil linkedin|linkedin url|url linkedin|lien|site web|site|portfolio|github|website|url|profile url|cv|lien cv|webseite|sitio web',
  summary:
    'profil|resume|presentation|a propos|accroche|summary|profile|about|zusammenfassung|perfil|resumen|samenvatting|profilo',
  drivingLicences:
    'permis|permis de conduire|permis b|driving licence|driving license|fuhrerschein|carnet de conducir|permiso de conducir|rijbewijs|patente',
  availability:
    'disponibilite|disponible|preavis|date de disponibilite|availability|available from|notice period|verfugbarkeit|verfugbar ab|disponibilidad|beschikbaarheid|disponibilita',
  salary:
    'pretentions|pretentions salariales|salaire|salaire souhaite|remuneration|salary|salary expectation|expected salary|gehaltsvorstellung|salario|salaris|retribuzione',
  application:
    'candidature|date de candidature|statut candidature|source candidature|application date|applied on|date applied|application status|stage|recruiter|recruteur|bewerbungsdatum|fecha de candidatura|sollicitatiedatum|entretien|interview|type de contrat|contrat',
};

/** Headers of lists of customers, goods or bills: people in them are no candidates. */
const TRADE =
  /\b(?:siret|siren|tva|vat|iban|bic|facture|invoice|rechnung|factura|commande|order|bestellung|montant|amount|betrag|importe|prix|price|preis|precio|quantite|quantity|qty|menge|stock|sku|ean|client|customer|kunde|cliente|klant|fournisseur|supplier|lieferant|proveedor|produit|product|produkt|producto|panier|livraison|delivery|donation|don|cotisation)\b/;

/** Lower case, without accents and punctuation, blanks single. */
export const foldHeader = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const FIELDS = new Map(
  Object.entries(HEADERS).flatMap(([field, names]) => names.split('|').map((name) => [name, field as Field] as const)),
);

/** What a column of this header holds, as far as its name tells; a number after it counts one of several (`E-mail 2`). */
export function fieldOf(header: string): Field | null {
  const folded = foldHeader(header);
  return FIELDS.get(folded) ?? FIELDS.get(folded.replace(/ \d$/, '')) ?? null;
}

export const isTradeHeader = (header: string): boolean => TRADE.test(foldHeader(header));

/** Fields that only lists of people at work or looking for it have. */
export const CAREER: ReadonlySet<Field> = new Set<Field>([
  'title',
  'wantedTitle',
  'employer',
  'skills',
  'languages',
  'degree',
  'school',
  'experience',
  'drivingLicences',
  'availability',
  'salary',
  'application',
  'birthDate',
  'nationality',
]);
