import { terms } from '../../text/terms';

/** What a section of a CV is about; `other` is a known heading whose content is not read (references, hobbies of a kind of their own…). */
export type SectionKind =
  | 'contact'
  | 'summary'
  | 'experience'
  | 'education'
  | 'skills'
  | 'languages'
  | 'certifications'
  | 'projects'
  | 'interests'
  | 'personal'
  | 'volunteer'
  | 'other';

/**
 * Words that make a heading, folded (French, English, German, Spanish, Italian, Dutch). A heading holds at least one of them, and
 * otherwise only words of `HEADING_FILLERS`. Where several kinds are named (« Formation et langues »), the first counts.
 */
export const HEADING_WORDS: Record<SectionKind, readonly string[]> = {
  contact: terms(`
    contact; contacts; contactez moi; ou me trouver; find me; joindre; me joindre; pour me joindre; coordonnees; coordinates; kontakt; kontaktdaten; contacto; contatti;
    contatto; contactgegevens; get in touch; reach me; me contacter; adresse; location; profiles; liens; links;
    reseaux; reseaux sociaux; social media; online; sur le web; on the web;
    recapiti; informazioni di contatto; i miei contatti; dove trovarmi
  `),
  summary: terms(`
    what i bring; who i am; ce que j apporte; mon profil en bref; wer ich bin; quien soy; profil; profile; a propos; propos; about; about me; summary; resume professionnel; presentation; accroche;
    objectif; objectifs; objective; qui suis je; en bref; en quelques mots; introduction; synthese; uber mich;
    kurzprofil; zusammenfassung; perfil; resumen; sobre mi; acerca de mi; extracto; profilo; chi sono; profiel;
    over mij; samenvatting; sommaire; mon projet; projet professionnel; personal statement; statement;
    career objective; career summary; executive summary; professional summary; bio; biography; biographie; sintesi;
    persoonlijk profiel; motivation; berufsziel; obiettivo; objetivo; overview; at a glance;
    career profile;
    presentazione; su di me; profilo professionale; profilo personale; in breve; breve presentazione; riepilogo; obiettivi; obiettivi professionali
  `),
  experience: terms(`
    saisons; mes saisons; emplois saisonniers; petits boulots; jobs etudiants; emplois occupes; situations professionnelles; work placements;
    professional history; seasonal work; nebenjobs; aushilfstatigkeiten; empleo; empleos; vida laboral; lavori; bijbanen;
    was ich gemacht habe; was ich bisher gemacht habe; wo ich gearbeitet habe; was bisher geschah; donde he trabajado; dove ho lavorato;
    ce que j ai fait; ou j ai travaille; mon histoire professionnelle; mes missions; what i have done; what i ve done;
    where i have worked; where i ve worked; postes et missions; vie professionnelle; pratique professionnelle;
    experience; experiences; parcours; parcours professionnel; emplois; emploi; postes; postes occupes; carriere;
    employment; employment history; work; work history; work experience; career; career history; job history; jobs;
    positions; positions held; appointments; berufserfahrung; beruflicher werdegang; werdegang; berufspraxis;
    berufstatigkeit; arbeitserfahrung; praxiserfahrung; praktika; experiencia; experiencias; experiencia laboral;
    trayectoria; historial laboral; esperienza; esperienze; esperienze lavorative; esperienza lavorativa; carriera;
    werkervaring; ervaring; loopbaan; werkzaamheden; arbeidsverleden; stages; internships; missions; stage;
    relevant experience; service militaire; military service; jobs d ete; mandats; references clients; clients; roles; selected clients; client work; clients; roles; selected clients; client work; itineraire professionnel; professional background; antecedents professionnels;
    activites professionnelles; work background; stationen; berufliche stationen;
    percorso professionale; percorso lavorativo; impieghi; esperienza professionale; occupazione; occupazioni;
    attivita lavorativa; attivita professionale; storia lavorativa; tirocini; tirocinio; incarichi; ruoli ricoperti
  `),
  education: terms(`
    ecole; ecoles; bagage scolaire; parcours de formation; titres et diplomes; apprentissage; schule; schullaufbahn; schools; schools attended;
    academic record; school record; scuole; escuela; apprentissage et diplomes;
    ce que j ai appris; mes apprentissages; ou j ai etudie; where i studied; what i studied; what i ve studied;
    formation; formations; diplome; diplomes; etudes; scolarite; cursus; parcours scolaire; parcours academique;
    parcours universitaire; education; academic background; academic; academics; qualifications;
    educational background; studies; degrees; ausbildung; bildung; bildungsweg; studium; schulbildung;
    akademischer werdegang; schulischer werdegang; aus und weiterbildung; ausbildungen; weiterbildung; formacion;
    estudios; educacion; titulacion; titulaciones; istruzione; formazione; studi; titoli di studio; opleiding;
    opleidingen; onderwijs; studie; vorming; schooling; etudes et formation; scolaire; academic history;
    academic qualifications; training; trainings;
    percorso formativo; percorso di studi; percorso scolastico; formazione scolastica; formazione accademica;
    formazione universitaria; titolo di studio; titoli; diplomi; laurea; lauree
  `),
  skills: terms(`
    je sais; je sais faire; je maitrise; good at; best at; i can; i know; das kann ich; das bringe ich mit; lo que domino;
    ce que je sais faire; ce que je maitrise; mes talents; talents; boite a outils; what i do; what i can do; what i know;
    what i m good at; what i am good at; tech; toolbox; toolkit; know how; domain knowledge; knowledge; was ich kann;
    lo que se hacer; environnement technique; environnements techniques; technical environment;
    technisches umfeld; entorno tecnico; programas; programmi; programs; programme und systeme; techniques; methods; methodes; methoden; competence; competences; skills; skill; savoir faire; savoir etre; atouts; qualites; points forts; expertise;
    expertises; outils; logiciels; informatique; bureautique; technologies; technology; tech stack; stack; tools;
    aptitudes; connaissances; domaines de competences; maitrise; capacites; core competencies; competencies;
    strengths; abilities; areas of expertise; kenntnisse; fahigkeiten; kompetenzen; fachkenntnisse; edv kenntnisse;
    it kenntnisse; starken; fertigkeiten; competencias; habilidades; conocimientos; herramientas; informatica;
    competenze; capacita; conoscenze; abilita; vaardigheden; competenties; kennis; soft skills; hard skills;
    hard skill; soft skill; programming languages; langages; langages de programmation; software;
    computer skills; technical proficiencies; proficiencies; specialites; specialties; keywords; mots cles;
    digital skills; qualities; metier; metiers; core; vakkennis; hulpmiddelen; fachwissen; werkzeuge;
    competenze informatiche; conoscenze informatiche; capacita e competenze; strumenti; punti di forza; cosa so fare
  `),
  languages: terms(`
    langues vivantes; madrelingua; langue maternelle; langues maternelles; muttersprache; mother tongue; lengua materna; altra lingua; autre langue;
    je parle; langues que je parle; i speak; langues; langue; languages; language; sprachen; sprachkenntnisse; sprache; idiomas; idioma; lenguas; lingue;
    lingua; talen; taalvaardigheid; talenkennis; language skills; linguistiques; lingue straniere; langues parlees;
    langues etrangeres;
    competenze linguistiche; conoscenze linguistiche; conoscenza delle lingue; lingue conosciute; capacita linguistiche
  `),
  certifications: terms(`
    certification; certifications; certificats; certificat; certificates; certificate; habilitations; habilitation;
    licenses; licences; licenses and certifications; accreditations; accreditation; zertifikate; zertifizierungen;
    zertifikat; bescheinigungen; certificados; certificaciones; certificado; certificazioni; certificati;
    certificaten; certificeringen; brevets; agrements; caces; formations complementaires; formations continues;
    formation continue; professional development; continuing education; fortbildung; fortbildungen;
    weiterbildungen; kurse; lehrgange; cursos; cursussen; formacion complementaria; corsi; courses; cours; diplomas y certificados;
    certificazione; attestati; attestato; corsi di formazione; corsi di aggiornamento; formazione continua;
    formazione complementare; abilitazioni; abilitazione; aggiornamento professionale
  `),
  projects: terms(`
    projet; projets; project; projects; realisations; realisation; projekte; proyectos; progetti; projecten;
    portfolio; travaux; personal projects; side projects; key projects; projekterfahrung; open source;
    progetto; progetti personali; realizzazioni
  `),
  interests: terms(`
    en dehors des cours; en dehors du travail; hors des cours; mon temps libre; temps libre; outside of work; spare time;
    ma vie a cote; mes loisirs; a cote du travail; neben der arbeit; quand je ne travaille pas;
    ce que j aime; quand je ne travaille pas; what i enjoy; hors travail; centres d interet; centre d interet; centres d interets; interets; interet; loisirs; loisir; passions; hobbies;
    hobby; interests; interest; activites; extra professionnelles; sports; sport; activities; interessen;
    hobbys; freizeit; intereses; aficiones; interessi; passioni; tempo libero; interesses; hobby s; vrije tijd;
    vie associative; passe temps; outside work; freizeitinteressen;
    hobby e interessi; interessi personali; attivita e interessi; nel tempo libero; svago
  `),
  personal: terms(`
    j ai aussi; et aussi; a savoir; a noter; en plus; autres informations;
    informations; information; informations complementaires; informations personnelles; personal information;
    personal details; personal data; personal; additional information; renseignements; renseignements personnels;
    etat civil; donnees personnelles; infos; infos personnelles; infos complementaires; details; angaben;
    personliche daten; personliche angaben; zur person; personalien; datos personales; datos; informacion personal;
    informacion adicional; otros datos; dati personali; informazioni personali; informazioni;
    ulteriori informazioni; persoonlijke gegevens; personalia; persoonsgegevens; overige; overige gegevens;
    sonstiges; weitere angaben; mobilite; permis; permis de conduire; driving licence; driving license; autres;
    autre; other information; additional; weitere informationen; aanvullende informatie; miscellaneous; divers;
    informazioni aggiuntive; altre informazioni; patente; patente di guida; patenti; anagrafica; dati anagrafici; generalita
  `),
  volunteer: terms(`
    benevolat; volontariat; volunteer; volunteering; volunteer experience; volunteer work; community involvement;
    engagement; engagements; engagement associatif; engagements associatifs; ehrenamt; ehrenamtliche tatigkeit;
    ehrenamtliches engagement; voluntariado; volontariato; vrijwilligerswerk; experiences associatives;
    experience associative; vie associative;
    attivita di volontariato; esperienze di volontariato; esperienza di volontariato; impegno sociale; attivita sociali
  `),
  other: terms(`
    references; reference; referees; referenzen; referencias; referenze; referenties; publications; publication;
    publikationen; publicaciones; pubblicazioni; publicaties; awards; award; honors; honours; distinctions; prix;
    recompenses; auszeichnungen; premios; premi; prijzen; patents; brevets d invention; conferences;
    recommandations; recommendations; achievements; affiliations; memberships; professional affiliations; annexes;
    signature; disponibilite; availability; expositions; exhibitions; grants; fellowships; scholarships; bourses;
    ausstellungen; exposiciones; mostre; residences; productions; discographie; filmographie; conferences et publications;
    talks; communications;
    referenza; pubblicazione; premi e riconoscimenti; riconoscimenti; conferenze; brevetti; allegati;
    autorizzazione al trattamento dei dati; trattamento dei dati personali; disponibilita
  `),
};

/** Words that may stand in a heading beside those above. */
export const HEADING_FILLERS: readonly string[] = terms(`
    mes; mon; ma; my; meine; mein; mis; mi; mijn; le; la; les; l; d; de; des; du; et; en; ou; and; und; y; e; of;
    in; the; a; zu; der; die; aus; con; di; del; delle; professionnel; professionnelle; professionnelles;
    professionnels; pro; professional; profesional; profesionales; professionale; professionali; professionele;
    beruflich; berufliche; beruflicher; laboral; laborales; lavorativa; lavorative; personnel; personnelle;
    personnelles; personnels; personal; personales; personali; personlich; personliche; persoonlijke; technique;
    techniques; technical; technische; tecnicas; tecniche; cle; cles; key; core; main; top; wichtigste; belangrijkste; principali; principales; principaux;
    principale; autres; other; andere; otros; altre; overige; weitere; relevant; selected; significatives;
    significative; complementaires; complementaire; additional; adicional; linguistiques; linguistique; linguistic;
    informatiques; informatique; metier; metiers; transverses; transversales; humaines; relationnelles;
    comportementales; organisationnelles; manageriales; numeriques; digitales; digital; sociales; social;
    academique; academiques; academic; academica; academicas; universitaire; universitaires; scolaire; scolaires;
    initiale; continue; continues; history; background; recent; recente; recentes; recents; previous; anterieures;
    obtenus; obtenues; extra; sociaux; interpersonal; management; langues; languages; skills; experience; work;
    formation; areas; domaines; domain; general; generales; fachliche; specifiques; specifique; particulieres;
    vivantes; saisonniers; saisonnieres; etudiantes; tenus; exerces; occupes; realises; realisees; suivies; suivis; acquises; acquis;
    maitrises; maitrisees; utilises; utilisees; obtenu;
    foreign; etrangeres; etrangere; parlees; spoken; career; employment; education; certifications; qualifications;
    training; special; interests; interets; loisirs; activities; divers; licenses; awards; diplomes; specialisees;
    bancaire; summary; overview; outils; tools; software; logiciels; technologies; associative; associatif;
    associatives; sportives; sportifs; culturelles; salariee; salariees; alternance; hobbies; stages; references;
    passions; competences; centres; it; ict; edv; military; militaire; militaires; civil; civile;
    ete; etudiants; etudiant; student; students; memberships; appointments; utiles; pratiques; cliniques; clinical;
    il; lo; i; gli; dei; degli; dello; nel; nella; tecnico; tecnici; linguistico; trasversali; relazionali; scolastica;
    scolastico; accademica; universitaria; precedenti; principali; altro; altri
  `);

/** Of the phrases above, those that only qualify: « Autres expériences » is about experience, "Academic appointments" too. */
export const HEADING_ADJECTIVES: readonly string[] = terms(`
    academic; scolaire; personal; additional; core; tech; autre; autres; overige; social media; online
  `);
