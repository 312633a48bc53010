import { terms } from './terms';

/**
 * Stems of job titles, folded: a word that begins with one of them speaks for a title. Common occupations of ESCO's and ROME's top
 * levels in French, English, German, Spanish, Italian and Dutch.
 */
export const TITLE_STEMS: readonly string[] = terms(`
    responsable; charge; chargee; assistant; directeur; directrice; chef; cheffe; ingenieur; technicien;
    conseiller; conseillere; gestionnaire; developpeu; consultant; analyste; architecte; comptable; infirmier;
    infirmiere; aide; auxiliaire; vendeu; commercial; agent; employe; ouvrier; operateur; operatrice; conducteur;
    conductrice; chauffeur; livreu; cariste; magasinier; magasiniere; manutentionnaire; preparateur; preparatrice;
    serveu; cuisinier; cuisiniere; commis; patissier; patissiere; boulanger; boulangere; receptionniste; hote;
    hotesse; secretaire; formateur; formatrice; professeur; enseignant; educateur; educatrice; animateur;
    animatrice; electricien; plombier; macon; menuisier; mecanicien; soudeu; chaudronnier; peintre; couvreur;
    opticien; sapeur; maraicher; cueilleu; hebamme; charpentier; juriste; avocat; notaire; clerc; medecin; pharmacien; kinesitherapeute; psychologue; sage-femme;
    sage; dentiste; veterinaire; graphiste; designer; redacteur; redactrice; journaliste; communicant; webmaster;
    administrateur; administratrice; coordinateur; coordinatrice; coordonnateur; coordonnatrice; superviseu;
    contremaitre; adjoint; adjointe; president; gerant; gerante; fondateur; fondatrice; associe; cofondat;
    stagiaire; alternant; apprenti; benevole; vacataire; interimaire; remplacant; second; maitre; cadre; acheteu;
    approvisionneu; logisticien; ordonnanceu; planificateur; dessinateur; dessinatrice; projeteu; metreu; geometre;
    topographe; controleu; auditeur; auditrice; tresorier; tresoriere; statisticien; chercheu; doctorant;
    postdoctorant; attache; attachee; delegue; deleguee; caissier; caissiere; merchandiseur; teleconseiller;
    teleconseillere; teleprospect; standardiste; facteur; gardien; veilleur; concierge; coiffeu; estheticien;
    fleuriste; jardinier; paysagiste; agriculteur; ambulancier; ambulanciere; brancardier; pompier; policier;
    militaire; ajusteu; tourneu; fraiseu; usineu; monteu; regleu; outilleu; plaquiste; carreleu; grutier;
    terrassier; barman; barmaid; sommelier; plongeu; traducteur; traductrice; interprete; bibliothecaire;
    documentaliste; archiviste; photographe; monitrice; moniteur; surveillant; surveillante; assureu; courtier;
    negociateur; negociatrice; mandataire; menage; nourrice; assistante; manageu; recruteu; dirigeant; maquettiste;
    infographiste; illustrateur; illustratrice; realisateur; scripte; comedien; musicien; intervenant; referent;
    referente; poseu; installateur; frigoriste; chauffagiste; automaticien; electromecanicien; electrotechnicien;
    informaticien; programmeu; integrateur; testeur; testeuse; scrum; orthophoniste; ergotherapeute; dieteticien;
    radiologue; manipulateur; laborantin; biologiste; chimiste; physicien; geologue; economiste; sociologue;
    urbaniste; conservateur; mediateur; mediatrice; puericultrice; agente; technicienne; ingenieure; cartographe;
    actuaire; trader; banquier; guichetier; controleuse; manager; engineer; developer; director; officer;
    executive; administrator; analyst; coordinator; specialist; supervisor; operative; operator; technician; nurse;
    sister; midwife; carer; caregiver; doctor; physician; surgeon; therapist; teacher; tutor; lecturer; trainer;
    instructor; cook; waiter; waitress; bartender; barista; receptionist; secretary; clerk; cashier; salesperson;
    salesman; representative; rep; associate; advisor; adviser; accountant; bookkeeper; auditor; controller; buyer;
    planner; driver; picker; packer; labourer; laborer; worker; foreman; electrician; plumber; carpenter; mechanic;
    welder; machinist; assembler; fitter; joiner; roofer; painter; builder; architect; writer; editor; copywriter;
    journalist; photographer; producer; scientist; researcher; programmer; tester; lead; head; principal; intern;
    trainee; apprentice; volunteer; graduate; freelance; founder; owner; partner; vice; ceo; cto; cfo; coo; vp;
    lawyer; attorney; paralegal; solicitor; barrister; pharmacist; dentist; paramedic; porter; housekeeper;
    cleaner; janitor; guard; security; broker; underwriter; teller; banker; recruiter; strategist; marketer;
    merchandiser; stylist; hairdresser; beautician; landscaper; gardener; farmer; pilot; steward; stewardess;
    attendant; host; hostess; bellhop; dispatcher; inspector; estimator; surveyor; draftsman; modeller; librarian;
    archivist; translator; interpreter; postdoc; fellow; professor; dean; student; placement; temp; handler;
    stocker; keeper; expert; practitioner; orderly; counselor; counsellor; ambassador; evangelist; deputy; captain;
    sous-chef; sous; banksman; demonstrator; loader; shift; staff; leiter; leitung; mitarbeiter; sachbearbeiter;
    entwickler; berater; kaufmann; kauffrau; kaufleute; verkaufer; fachkraft; fachfrau; fachmann; techniker;
    mechaniker; mechatroniker; elektriker; elektroniker; monteur; schlosser; tischler; maurer; maler; koch; kochin;
    kellner; pfleger; pflegefach; krankenschwester; arzt; arztin; arzthelfer; erzieher; lehrer; dozent; assistent;
    assistenz; sekretar; buchhalter; einkaufer; disponent; lagerist; fahrer; konstrukteur; projektleiter;
    teamleiter; gruppenleiter; abteilungsleiter; geschaftsfuhrer; praktikant; werkstudent; auszubildende; azubi;
    jurist; anwalt; apotheker; architekt; gestalter; redakteur; vertreter; hilfskraft; aushilfe; meister; geselle;
    wissenschaftliche; entwicklungsingenieur; softwareentwickler; produktmanager; vertriebs; bauleiter;
    schichtleiter; filialleiter; backer; friseur; gartner; hausmeister; prufer; planer; zeichner; bediener;
    maschinenfuhrer; kassierer; servicekraft; produktionshelfer; directora; jefe; jefa; encargad; coordinador;
    tecnico; tecnica; ingenier; desarrollador; programador; analista; consultor; asesor; administrativ; auxiliar;
    ayudante; asistente; secretari; recepcionista; contable; comercial; vendedor; dependient; cajer; camarer;
    cociner; enfermer; medic; profesor; maestr; docente; formador; monitor; educador; abogad; arquitect; disenador;
    redactor; periodista; conductor; repartidor; mozo; carretiller; operari; peon; mecanic; electricist; fontaner;
    soldador; carpinter; albanil; limpiador; becari; practicas; gerente; gestor; delegad; traductor; investigador;
    farmaceutic; psicolog; fisioterapeuta; trabajador; autonom; socio; fundador; community; especialista; ejecutiv;
    responsabile; direttore; direttrice; capo; coordinatore; ingegnere; sviluppatore; programmatore; consulente;
    impiegat; addett; assistente; segretari; contabile; commerciale; venditore; commess; cassier; camerier; cuoc;
    infermier; medico; insegnante; educatore; avvocato; architetto; redattore; giornalista; autista; magazzinier;
    operai; operatore; meccanico; elettricista; idraulico; saldatore; falegname; muratore; tirocinante; stagista;
    apprendista; titolare; amministratore; ricercatore; traduttore; farmacista; progettista; disegnatore;
    medewerker; hoofd; teamleider; leidinggevende; projectleider; adviseur; ontwikkelaar; programmeur; analist;
    boekhouder; secretaresse; verkoper; verkoopster; verpleegkundige; verzorgende; arts; leraar; docent; magazijn;
    orderpicker; elektricien; loodgieter; timmerman; lasser; schilder; kok; ober; kelner; schoonmaker; stagiair;
    leerling; eigenaar; bedrijfsleider; vakkenvuller; onderzoeker; ontwerper; advocaat; inkoper; werkvoorbereider;
    uitvoerder; heftruckchauffeur; logistiek; begeleider; kapper; bakker; slager
  `);

/** Words that speak for a title only beside others: seniority, kinds of contract, fields of work. */
export const TITLE_HINTS: readonly string[] = terms(`
    senior; junior; confirme; confirmee; principal; principale; general; generale; generaliste; adjoint;
    polyvalent; polyvalente; qualifie; qualifiee; specialise; specialisee; medicale; medical; administratif;
    administrative; logistique; marketing; communication; projet; projets; recrutement; qualite; production;
    maintenance; vente; ventes; clientele; unique; sales; software; account; project; product; business; data;
    registered; clinical; stage; alternance; apprentissage; praktikum; stagiaire; h f; f h; m w d; chief;
    full stack; fullstack; backend; frontend; devops
  `);

/** Title endings of French, English and German trades that no stem lists: « zingueur », "glazier", "Dreher". Weak on purpose. */
export const TITLE_ENDING =
  /(?:eur|euse|rice|iste|logue|ologist|ographe|ière|icien|icienne|ienne|aire|er|or|ist|erin|erinnen)$/;

/** Words that speak for an employer, folded: legal forms first, then institutions and trades that firms name themselves after. */
export const LEGAL_FORMS: readonly string[] = terms(`
    sa; sas; sasu; sarl; eurl; sci; scop; snc; scp; selarl; scic; gie; ei; eirl; asbl; sprl; srl; bvba; nv; bv;
    gaec; earl; scea; cuma; gip; vof; sàrl; ag; gmbh; kg; kgaa; ohg; gbr; ug; ev; eg; se; ltd; limited; llc; llp; plc; inc; corp; corporation;
    co; sl; slu; s l; s a; spa; s p a; s r l; pty; oy; ab; as; aps; cie
  `);

export const EMPLOYER_WORDS: readonly string[] = terms(`
    groupe; group; gruppe; grupo; gruppo; groep; societe; entreprise; entreprises; ets; etablissements;
    etablissement; compagnie; company; companies; firma; holding; holdings; industries; industrie; industriel;
    services; service; solutions; systems; systemes; technologies; technology; consulting; conseil; conseils;
    partners; associes; associates; fils; freres; sons; sohne; bros; brothers; hijos; figli; zonen; international;
    enterprises; ventures; labs; studio; studios; agence; agency; agentur; agencia; agenzia; bureau; cabinet;
    etude; office; kanzlei; despacho; buro; ingenieurburo; kantoor; hopital; hospital; hospitals; clinique; clinic;
    klinik; klinikum; krankenhaus; clinica; ospedale; ziekenhuis; chu; chru; ch; ehpad; ssiad; had; polyclinique;
    centre; center; zentrum; centro; centrum; maison; residence; pharmacie; pharmacy; apotheke; farmacia;
    laboratoire; laboratoires; laboratories; laboratory; labo; infirmary; hospice; nursing; care; surgery; nhs;
    trust; foundation; fondation; stiftung; fundacion; fondazione; stichting; association; asso; verein;
    asociacion; associazione; vereniging; federation; syndicat; union; cooperative; cooperativa; cooperatie;
    genossenschaft; mutuelle; assurances; assurance; insurance; versicherung; seguros; assicurazioni;
    verzekeringen; banque; bank; banco; banca; caisse; credit; mairie; ville; commune; communaute; metropole;
    departement; department; region; prefecture; ministere; ministry; council; city; county; stadt; gemeente; ayuntamiento;
    comune; cpam; caf; urssaf; rectorat; academie; tribunal; armee; gendarmerie; universite; university;
    universitat; universidad; universita; universiteit; college; school; ecole; lycee; schule; gymnasium;
    hochschule; escuela; scuola; colegio; institut; institute; instituto; istituto; academy; akademie; creche; cfa;
    greta; afpa; iut; inserm; cnrs; inrae; cea; restaurant; restaurante; ristorante; brasserie; bistrot; bistro;
    auberge; taverne; cafe; bar; pub; inn; hotel; hotels; traiteur; catering; boulangerie; patisserie; bakery;
    backerei; boucherie; supermarche; hypermarche; supermarket; magasin; magasins; boutique; store; stores; shop;
    market; marche; mode; librairie; garage; concession; automobiles; automotive; motors; transports; transport;
    messageries; logistics; logistik; logistica; distribution; express; freight; warehouse; wholesale; containers;
    fulfilment; fulfillment; storage; supplies; supply; cold; spedition; distributie; haven; havenbedrijf; bouw;
    bau; batiment; construction; constructions; construcciones; costruzioni; travaux; btp; energie; energy;
    energies; software; digital; media; medias; editions; press; presse; verlag; imprimerie; musee; museum;
    theatre; theater; festival; feria; bodegas; interim; staffing; recruitment; immobilier; immobilien;
    inmobiliaria; realty; estate; properties; maschinenbau; werke; werk; fabrik; usine; manufacture; manufacturing;
    atelier; ateliers; works; mills; foods; food; farm; farms; ferme; domaine; chateau; cave; caves; collectivite;
    cuisine centrale; notariale; medecins; capital; finance; investments; esn; ssii; startup; start-up; fiduciaire;
    expertise; freelance; independant; kitchen; kitchens; table; tienda; negozio; winkel; supermarkt; kindergarten;
    kita; praxis; zorg; zorggroep; landschaft
  `);

/** Words of a post that tell its kind. Folded; matched as words in the title or its line. */
export const KIND_WORDS: Record<'internship' | 'apprenticeship' | 'freelance' | 'volunteer', readonly string[]> = {
  internship: terms(`
    stage; stagiaire; intern; internship; praktikum; praktikant; praktikantin; becario; becaria; practicas;
    tirocinio; tirocinante; stagista; stagiair; placement; traineeship
  `),
  apprenticeship: terms(`
    alternance; alternant; alternante; apprentissage; apprenti; apprentie; contrat pro;
    contrat de professionnalisation; apprentice; apprenticeship; ausbildung; auszubildende; auszubildender; azubi;
    aprendiz; apprendista; leerling
  `),
  freelance: terms(`
    freelance; freelancer; independant; independante; auto entrepreneur; autoentrepreneur; micro entrepreneur;
    self employed; contractor; freiberuflich; freiberufler; selbststandig; autonomo; autonoma;
    libero professionista; zzp; zzper; zelfstandige
  `),
  volunteer: terms(`
    benevole; benevolat; volontaire; volunteer; ehrenamtlich; ehrenamt; voluntario; voluntaria; volontario;
    volontaria; vrijwilliger; service civique
  `),
};

/** Labels that forms print before a title, an employer (or school) and a place, folded. */
export const TITLE_LABEL =
  /^(?:poste(?: occupe)?|fonction|intitule(?: du poste)?|metier|position|job title|title|role|diplome|degree|abschluss|puesto|cargo|titulo|stelle|funktion|tatigkeit|functie|ruolo|mansione|titolo)\s*:\s*/;
export const EMPLOYER_LABEL =
  /^(?:entreprise|employeur|societe|organisme|structure|etablissement|ecole|company|employer|organi[sz]ation|school|institution|university|empresa|centro|arbeitgeber|firma|unternehmen|schule|werkgever|bedrijf|school|azienda|datore di lavoro|istituto)\s*:\s*/;
export const PLACE_LABEL = /^(?:lieu|ville|location|place|city|ort|lugar|ciudad|luogo|plaats)\s*:\s*/;

/** Words between a title and the employer that follows it. */
export const AT_WORDS: readonly string[] = terms(`
    chez; at; bei; beim; bij; presso; for; pour le compte de; au sein de; au sein du; au sein de la; au sein de l'
  `);
