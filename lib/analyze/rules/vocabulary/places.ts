import { terms } from './terms';

/**
 * Larger towns by country, folded: a hint that a word is a place, never the only way to find one. Order matters nowhere.
 * General geography; no list of addresses.
 */
export const TOWNS: Record<string, string> = {
  FR: `paris;marseille;lyon;toulouse;nice;nantes;montpellier;strasbourg;bordeaux;lille;rennes;reims;toulon;saint etienne;le havre;grenoble;dijon;angers;villeurbanne;nimes;saint denis;clermont ferrand;aix en provence;le mans;brest;tours;amiens;limoges;annecy;boulogne billancourt;perpignan;metz;besancon;orleans;rouen;mulhouse;montreuil;caen;nancy;argenteuil;saint paul;roubaix;tourcoing;nanterre;vitry sur seine;creteil;avignon;poitiers;aubervilliers;asnieres sur seine;colombes;dunkerque;fort de france;saint pierre;versailles;courbevoie;beziers;la rochelle;cherbourg;rueil malmaison;champigny sur marne;pau;merignac;saint maur des fosses;antibes;cannes;ajaccio;calais;saint nazaire;drancy;colmar;issy les moulineaux;noisy le grand;evry;cergy;levallois perret;valence;antony;bourges;quimper;la seyne sur mer;villeneuve d ascq;neuilly sur seine;troyes;pessac;venissieux;clichy;ivry sur seine;chambery;lorient;sarcelles;montauban;niort;saint quentin;villejuif;hyeres;cholet;beauvais;epinay sur seine;vannes;laval;bastia;arles;maisons alfort;charleville mezieres;saint brieuc;chalon sur saone;bayonne;brive la gaillarde;albi;angouleme;tarbes;blois;chalons en champagne;chartres;chateauroux;compiegne;douai;evreux;belfort;epinal;haguenau;la roche sur yon;lens;macon;melun;meaux;montlucon;narbonne;nevers;roanne;saint malo;saint ouen;sete;thionville;valenciennes;vichy;vienne;arras;boulogne sur mer;agen;aurillac;auxerre;cahors;carcassonne;castres;cayenne;dax;digne les bains;foix;frejus;grasse;gueret;istres;la defense;laon;lannion;le puy en velay;lisieux;lons le saunier;mende;mont de marsan;morlaix;moulins;perigueux;privas;rodez;saint lo;saumur;talence;tulle;vesoul;bordeaux;biarritz;alencon;bobigny;pantin;puteaux;massy;palaiseau;fougeres;vitre;landerneau;concarneau;dinan;redon;ploermel;lamballe;libourne;royan;rochefort;saintes;cognac;bressuire;thouars;oyonnax;bourg en bresse;annemasse;thonon les bains;cluses;aix les bains;voiron;bourgoin jallieu;montelimar;carpentras;salon de provence;martigues;aubagne;draguignan;menton;schiltigheim;saverne;selestat;sarreguemines;forbach;verdun;bar le duc;cambrai;maubeuge;saint omer;bethune;abbeville;soissons;creil;dieppe;fecamp;vernon;louviers;mayenne;les sables d olonne;challans;ancenis;chateaubriant;vierzon;romorantin;montargis;gien;dreux;chaumont;dole;pontarlier;montbeliard`,
  BE: `bruxelles;brussels;brussel;anvers;antwerpen;antwerp;gand;gent;ghent;charleroi;liege;bruges;brugge;namur;louvain;leuven;mons;malines;mechelen;la louviere;courtrai;kortrijk;hasselt;ostende;oostende;tournai;genk;seraing;mouscron;verviers;louvain la neuve;wavre;nivelles;arlon;waterloo;ixelles;uccle;schaerbeek;anderlecht`,
  CH: `zurich;geneve;geneva;genf;bale;basel;lausanne;berne;bern;winterthour;winterthur;lucerne;luzern;saint gall;st gallen;lugano;bienne;biel;thoune;bellinzone;bellinzona;fribourg;neuchatel;la chaux de fonds;sion;yverdon;montreux;vevey;nyon;delemont;martigny;carouge;vernier;renens;morges`,
  LU: `luxembourg;luxemburg;esch sur alzette;differdange;dudelange`,
  MC: `monaco`,
  CA: `montreal;quebec;toronto;vancouver;ottawa;calgary;edmonton;winnipeg;laval;gatineau;sherbrooke;halifax;hamilton;longueuil;trois rivieres;mississauga`,
  GB: `london;londres;birmingham;manchester;leeds;glasgow;sheffield;bradford;liverpool;edinburgh;bristol;cardiff;belfast;leicester;coventry;nottingham;newcastle;newcastle upon tyne;sunderland;brighton;hull;plymouth;wolverhampton;stoke on trent;derby;swansea;southampton;salford;aberdeen;portsmouth;york;peterborough;dundee;lancaster;oxford;cambridge;norwich;preston;exeter;reading;luton;milton keynes;bath;chester;canterbury;ipswich;lincoln;worcester;gloucester;swindon;bournemouth;northampton;warrington;inverness;carlisle;durham;watford;slough;blackpool;middlesbrough;huddersfield;croydon;guildford;stockport;bolton;rochdale;doncaster;wakefield;colchester;chelmsford;cheltenham`,
  IE: `dublin;cork;limerick;galway;waterford;kilkenny;sligo;athlone;drogheda;dundalk`,
  US: `new york;los angeles;chicago;houston;phoenix;philadelphia;san antonio;san diego;dallas;san jose;austin;jacksonville;fort worth;columbus;charlotte;san francisco;indianapolis;seattle;denver;washington;boston;el paso;nashville;detroit;oklahoma city;portland;las vegas;memphis;louisville;baltimore;milwaukee;albuquerque;tucson;fresno;sacramento;kansas city;atlanta;omaha;colorado springs;raleigh;miami;oakland;minneapolis;tulsa;tampa;new orleans;cleveland;honolulu;pittsburgh;cincinnati;st louis;saint louis;orlando;buffalo;newark;jersey city;brooklyn;salt lake city;richmond;boise;des moines;madison;spokane;tacoma;rochester;palo alto;mountain view;cupertino;san mateo;redmond;ann arbor;providence;hartford;albany;anchorage`,
  DE: `berlin;hamburg;munchen;munich;koln;cologne;frankfurt;frankfurt am main;stuttgart;dusseldorf;leipzig;dortmund;essen;bremen;dresden;hannover;nurnberg;nuremberg;duisburg;bochum;wuppertal;bielefeld;bonn;munster;karlsruhe;mannheim;augsburg;wiesbaden;monchengladbach;gelsenkirchen;aachen;braunschweig;kiel;chemnitz;halle;magdeburg;freiburg;krefeld;mainz;lubeck;erfurt;oberhausen;rostock;kassel;hagen;potsdam;saarbrucken;ludwigshafen;oldenburg;leverkusen;osnabruck;heidelberg;darmstadt;regensburg;ingolstadt;wurzburg;ulm;heilbronn;pforzheim;wolfsburg;gottingen;reutlingen;koblenz;jena;trier;tubingen;konstanz;passau;bamberg;bayreuth`,
  AT: `wien;vienna;graz;linz;salzburg;innsbruck;klagenfurt;villach;wels;bregenz`,
  ES: `madrid;barcelona;valencia;sevilla;zaragoza;malaga;murcia;palma;palma de mallorca;las palmas;bilbao;alicante;cordoba;valladolid;vigo;gijon;hospitalet;la coruna;a coruna;granada;vitoria;elche;oviedo;badalona;cartagena;terrassa;jerez;sabadell;mostoles;alcala de henares;pamplona;fuenlabrada;almeria;leganes;san sebastian;donostia;getafe;burgos;albacete;santander;castellon;logrono;badajoz;salamanca;huelva;marbella;lleida;tarragona;leon;cadiz;jaen;ourense;girona;lugo;caceres;toledo;pontevedra;santiago de compostela;segovia;avila;cuenca;huesca;teruel;soria`,
  IT: `roma;rome;milano;milan;napoli;naples;torino;turin;palermo;genova;genoa;bologna;firenze;florence;bari;catania;venezia;venice;verona;messina;padova;trieste;taranto;brescia;prato;parma;modena;reggio emilia;perugia;livorno;ravenna;cagliari;foggia;rimini;salerno;ferrara;sassari;siracusa;pescara;monza;bergamo;trento;vicenza;bolzano;novara;piacenza;ancona;udine;arezzo;lecce;pisa;como;siena;lucca;pavia`,
  NL: `amsterdam;rotterdam;den haag;s gravenhage;the hague;la haye;utrecht;eindhoven;groningen;tilburg;almere;breda;nijmegen;enschede;apeldoorn;haarlem;arnhem;amersfoort;zaanstad;den bosch;s hertogenbosch;zwolle;leiden;maastricht;dordrecht;zoetermeer;deventer;delft;alkmaar;venlo;leeuwarden;hilversum;hengelo;roosendaal;gouda;zeist;nieuwegein;assen;middelburg;helmond;oss;amstelveen;heerlen;sittard`,
  PT: `lisboa;lisbon;lisbonne;porto;braga;coimbra;faro;aveiro;funchal`,
  MA: `casablanca;rabat;marrakech;fes;tanger;agadir;meknes;oujda;kenitra;tetouan;mohammedia`,
  TN: `tunis;sfax;sousse;bizerte;monastir`,
  DZ: `alger;oran;constantine;annaba;blida;setif;tlemcen;bejaia`,
  SN: `dakar;thies;saint louis;ziguinchor`,
  CI: `abidjan;bouake;yamoussoukro`,
  CM: `douala;yaounde`,
  LB: `beyrouth;beirut;tripoli`,
  PL: `warszawa;warsaw;varsovie;krakow;cracovie;wroclaw;gdansk;poznan;lodz`,
  IN: `mumbai;delhi;new delhi;bangalore;bengaluru;hyderabad;chennai;kolkata;pune`,
  CN: `beijing;pekin;shanghai;shenzhen;guangzhou;hong kong`,
  JP: `tokyo;osaka;kyoto`,
  AE: `dubai;abu dhabi`,
  SG: `singapore;singapour`,
  AU: `sydney;melbourne;brisbane;perth;adelaide;canberra`,
  SE: `stockholm;goteborg;malmo`,
  DK: `copenhagen;copenhague;kobenhavn;aarhus`,
  NO: `oslo;bergen`,
  FI: `helsinki;tampere`,
  CZ: `prague;praha;brno`,
  HU: `budapest`,
  RO: `bucarest;bucuresti;bucharest;cluj;cluj napoca;timisoara;iasi`,
  GR: `athenes;athens;thessalonique;thessaloniki`,
  TR: `istanbul;ankara;izmir`,
  RE: `saint denis de la reunion;le tampon`,
};

/** Words that begin a street line. */
export const STREET_WORDS: readonly string[] = terms(`
    rue; avenue; av; bd; boulevard; impasse; allee; allees; chemin; place; quai; cours; route; square; passage;
    villa; residence; lotissement; faubourg; esplanade; sentier; ruelle; hameau; lieu dit; rond point; street; st;
    road; rd; lane; ln; drive; dr; ave; blvd; court; ct; way; close; crescent; terrace; gardens; grove; row; mews;
    hill; parade; apt; suite; calle; avenida; avda; plaza; paseo; carrer; camino; ronda; via; viale; piazza; corso;
    vicolo; strasse; str; weg; platz; gasse; straat; laan; plein; gracht; kade; dreef; singel
  `);

/** Endings of compound street names in German and Dutch, followed by a number. */
export const STREET_ENDINGS: readonly string[] = terms(`
    strasse; straße; str.; weg; platz; allee; gasse; ring; damm; ufer; straat; laan; plein; gracht; kade; dreef;
    singel; dijk; steeg
  `);
