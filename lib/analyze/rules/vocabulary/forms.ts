import { terms } from './terms';

export type FormField = 'dates' | 'title' | 'employer' | 'duties';

/** Labels of the Europass table in its own languages (Decision 2241/2004/EC, annex II, and the form of 2002), folded, and of forms like it. */
export const FORM_LABELS: Record<FormField, readonly string[]> = {
  dates: terms(`
    dates; date; periode; duree; du au; dates from to; period; from to; date da a; periodo; fechas; fecha; datum; zeitraum; data; datums
  `),
  title: terms(`
    fonction ou poste occupe; poste occupe; intitule du poste; intitule du diplome; occupation or position held; position held; occupation; lavoro o posizione ricoperti;
    posizione; posizione ricoperta; tipo di impiego; qualifica; beruf oder funktion; position; profesion o cargo desempenado;
    cargo desempenado; puesto ocupado; beroep of functie; functie; intitule du certificat ou diplome delivre; diplome obtenu;
    title of qualification awarded; qualification awarded; qualifica conseguita; titolo della qualifica rilasciata;
    bezeichnung der erworbenen qualifikation; titulo de la cualificacion obtenida; titulo obtenido; behaald diploma
  `),
  employer: terms(`
    nom et adresse de l employeur; nom de l employeur; employeur; name and address of employer; employer; datore di lavoro;
    nome e indirizzo del datore di lavoro; name und adresse des arbeitgebers; arbeitgeber; nombre y direccion de la empresa o empleador;
    nombre y direccion del empleador; naam en adres van de werkgever; werkgever;
    nom et type de l etablissement d enseignement ou de formation; etablissement; name and type of organisation providing education and training;
    nome e tipo di istituto di istruzione o formazione; nome e tipo d organizzazione erogatrice dell istruzione e formazione; istituto;
    name und art der bildungs oder ausbildungseinrichtung; nombre y tipo de la organizacion que ha impartido la educacion o la formacion;
    naam en soort van instelling voor onderwijs en opleiding
  `),
  duties: terms(`
    principales activites et responsabilites; activites principales; type ou secteur d activite; principales matieres competences professionnelles couvertes;
    principales activites; principales missions; missions principales; taches principales; principales taches; main duties; key responsibilities;
    main activities and responsibilities; main activities; type of business or sector; principal subjects occupational skills covered;
    principali attivita e responsabilita; principali mansioni; principali mansioni e responsabilita; tipo di attivita o settore; tipo di azienda o settore;
    principali tematiche competenze professionali possedute; wichtigste tatigkeiten und zustandigkeiten; tatigkeitsbereich oder branche;
    funciones y responsabilidades principales; tipo de empresa o sector; voornaamste werkzaamheden en verantwoordelijkheden
  `),
};

export type Column = 'dates' | 'post' | 'employer' | 'degree' | 'place';

/** Names of a table's columns, folded. */
export const COLUMN_LABELS: Record<Column, readonly string[]> = {
  dates: terms(
    `periode; periodes; dates; date; annee; annees; duree; years; year; period; dates d emploi; zeitraum; jahr; jahre; fechas; ano; periodo; anno`,
  ),
  post: terms(`
    fonction; fonctions; poste; postes; poste occupe; intitule du poste; emploi; metier; missions; position; role; job title; title; post;
    funktion; stelle; puesto; cargo; ruolo; mansione; functie
  `),
  employer: terms(`
    entreprise; entreprises; employeur; societe; etablissement; structure; organisme; company; employer; organisation; organization; unternehmen; firma; empresa; azienda; bedrijf;
    ecole; universite; centre de formation; school; university; institution; institut
  `),
  degree: terms(
    `diplome; diplomes; formation; formations; diplome obtenu; intitule du diplome; degree; qualification; abschluss; titulo; titolo; diploma`,
  ),
  place: terms(
    `lieu; ville; localisation; place; location; city; ort; lugar; luogo; plaats; mention; specialite; domaine; activites; description`,
  ),
};
