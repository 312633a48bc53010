/** Information technology, engineering, industry, maintenance, building, science of data. */
export default `
#it : informatique ; information technology ; computing ; Informatik ; computer science | logiciel ; software | numérique
developer < it : développeur ; developer ; software engineer ; ingénieur logiciel ; programmeur ; programmer ; développement logiciel ; software development ; ingénieur développement ; concepteur développeur ; Softwareentwickler ; desarrollador ; ontwikkelaar ; SWE ; développement informatique ; software engineering ; software developer ; coder ; concepteur logiciel ; coding ; programmation ; computer programming ; analyste programmeur ; ingénieur études et développement | > développeur web ; web developer | > application web ; applications web ; web applications | codebase ; code source | ship code ; shipped features | développement | ingénieur informatique | bibliothèque logicielle | conception logicielle
backend <= developer : back-end ; backend ; côté serveur ; server-side ; server side ; développeur back-end ; backend developer ; services côté serveur ; traitements serveur | systèmes distribués ; distributed systems | microservices API | services web | APIs REST | high-traffic services
frontend <= developer : front-end ; frontend ; développeur front-end ; côté client ; UI development ; interface utilisateur web ; intégrateur web
fullstack <= backend, frontend : full stack ; fullstack ; full-stack
mobile-dev <= developer : développeur mobile ; mobile developer | > Android | > iOS | > Flutter | > React Native | > SwiftUI | > Swift
senior-developer <= developer : senior software engineer ; senior developer ; développeur senior | principal engineer | staff engineer
tech-lead < developer, team-lead : tech lead ; technical lead ; lead developer ; lead développeur ; lead dev | engineering manager | CTO | responsable technique informatique
programming-language < developer : langage de programmation ; programming language
javascript <= programming-language : JavaScript ; ECMAScript ; =JS
typescript <= programming-language < javascript : TypeScript ; =TS
nodejs < javascript, backend : Node.js ; NodeJS | > NestJS | > Express.js | Deno
react <= frontend < javascript : React ; React.js ; ReactJS | > Next.js | Redux
vue <= frontend < javascript : Vue ; Vue.js ; VueJS | > Nuxt
angular <= frontend < javascript : Angular | AngularJS
html-css < frontend : HTML ; HTML5 | CSS | Sass | Tailwind
python <= programming-language : Python | > Django | > Flask | > FastAPI
java <= programming-language < backend : Java | > Spring | > Spring Boot | > Hibernate | > JEE ; J2EE
kotlin <= programming-language : Kotlin
golang <= programming-language < backend : =Go ; Golang ; =GO
rust <= programming-language : =Rust
csharp < programming-language, backend : C# | =NET ; dotnet | ASP.NET
cpp <= programming-language : C++
c-language <= programming-language : =C
php <= programming-language < backend : PHP | > Symfony | > Laravel | > WordPress developer
ruby <= programming-language < backend : Ruby | > Ruby on Rails ; Rails
scala <= programming-language : Scala
cobol < programming-language : COBOL | mainframe
database < it : base de données ; database | > base relationnelle ; relational database | DBA ; administrateur de bases de données | SQL
*postgresql <= database : PostgreSQL ; Postgres
*mysql <= database : MySQL | MariaDB
*oracle-db < database : Oracle | PL/SQL
*sqlserver < database : SQL Server | T-SQL
*nosql <= database : NoSQL | > MongoDB | > Cassandra | > DynamoDB | > Redis | Elasticsearch
cloud < it : cloud ; cloud computing ; nuage | > cloud public ; public cloud
aws <= cloud : AWS ; Amazon Web Services | > AWS Certified | > EC2 | > Lambda AWS
azure <= cloud : Azure ; Microsoft Azure
gcp <= cloud : =GCP ; Google Cloud ; Google Cloud Platform
devops < it : DevOps ; ingénieur DevOps | SRE ; site reliability | platform engineer ; platform engineering
ci < devops : CI/CD ; intégration continue ; continuous integration | > déploiement continu ; continuous delivery | > GitLab CI | > Jenkins | > GitHub Actions
containers < devops : conteneurs ; containers ; conteneurisation ; container ; conteneur ; containerised ; containerized | > Docker | > Podman
orchestration < containers : orchestration de conteneurs ; container orchestration
kubernetes <= orchestration : Kubernetes ; K8s | > OpenShift | Helm
iac < devops : infrastructure as code ; IaC ; infrastructure en tant que code ; infrastructure declared as code | > Terraform | > Ansible | > Pulumi | > CloudFormation | > Puppet | > Chef Puppet | > OpenTofu | automatisation de l'infrastructure ; infrastructure automation | configuration management | GitOps
streaming < backend : event streaming ; message streaming | > Kafka | > Pulsar | > Kinesis | message queue ; message broker | RabbitMQ | event-driven
api-design < backend : API ; API design ; conception d'API ; interfaces de programmation | > =REST ; RESTful | > GraphQL | > gRPC | > API publique ; public API | > web services | OpenAPI
microservices < backend : microservices ; micro-services | découpage d'un monolithe ; décomposition | monolithe ; monolith ; application monolithique ; monolithic application | architecture logicielle ; software architecture | refonte d'application ; refonte applicative ; legacy modernisation ; legacy migration | service-oriented | refactoring | legacy | event-driven architecture | strangler
~on-call : astreinte ; astreintes ; on-call ; on call ; on-call rotation ; permanence technique ; gardes techniques | > pager duty ; pager | gestion d'incidents ; incident management | post-mortem ; postmortems | incidents en production ; production incidents | incident response | PagerDuty | outages | support de production
software-testing < developer : tests automatisés ; automated tests ; test automation | > tests unitaires ; unit tests | > tests d'intégration ; integration tests | > end-to-end tests | > contract testing | > Cypress | > Selenium | > Jest | > TDD | QA ; qualité logicielle ; quality assurance engineer | testeur ; test engineer | revue de code ; code review | couverture de tests
agile : agile | > Scrum | > Kanban | > =SAFe | scrum master | product owner
git < developer : Git | > GitHub | > GitLab
payments < it : paiement ; payments ; payment ; moyens de paiement | > payment gateway | > payment service ; prestataire de paiement ; PSP | > card payments ; card transactions | > payment processing | encaissement en ligne | fintech | PCI DSS | monétique | Stripe | ledger reconciliation | acquiring | settlement | merchants | commerçants en ligne
ecommerce < sales : e-commerce ; ecommerce ; vente en ligne ; online sales ; ventes en ligne ; ventas online | > boutique en ligne ; online store ; online shop ; web shop ; webshop ; tienda online | > marketplace | > Shopify | > Magento | > PrestaShop | > WooCommerce
ticketing < it : billetterie | réservation en ligne ; booking platform ; plateforme de réservation
sysadmin < it : administrateur système ; system administrator ; administrateur systèmes et réseaux ; sysadmin ; ingénieur système | Linux | Windows Server | VMware | Active Directory | virtualisation
network < it : réseau informatique ; réseaux informatiques ; administrateur réseau ; network engineer | Cisco | CCNA | firewall | VPN
cybersecurity < it : cybersécurité ; cybersecurity ; sécurité informatique ; information security | > RSSI ; CISO | > SOC analyst | > pentest | ISO 27001
it-support < it : support informatique ; technicien support ; helpdesk ; help desk ; IT support ; service desk ; support utilisateurs ; dépannage informatique | ITIL
it-project <= project-lead < it : chef de projet informatique ; IT project manager | > chef de projet digital | > chef de projet web
business-analyst < it-project : business analyst ; analyste fonctionnel | AMOA ; MOA ; assistance à maîtrise d'ouvrage
data-science < it : data scientist ; data science | machine learning ; apprentissage automatique | intelligence artificielle | deep learning | PyTorch | TensorFlow | NLP | statistiques
data-engineer < it : data engineer | data warehouse ; entrepôt de données | ETL | data pipeline | Spark | Airflow | dbt | big data | Snowflake
bi < it : business intelligence ; reporting BI | > Power BI | > Looker | > Qlik | data analyst ; analyste de données | tableaux de bord ; dashboards
~*erp : ERP ; progiciel ; progiciel de gestion ; progiciel intégré ; PGI ; enterprise resource planning | > Odoo | > Dynamics 365 ; Microsoft Dynamics | > Divalto | > NetSuite
~*sap <= erp : SAP | > SAP S/4HANA | > SAP FI | > SAP MM | > SAP HANA
~*accounting-software < erp : logiciel de comptabilité ; logiciel comptable ; logiciels comptables ; accounting software ; accounting package ; bookkeeping software | > Cegid | > EBP | > QuadraCompta ; Quadratus | > Xero | > QuickBooks | > Ciel Compta | > Pennylane
~*sage <= accounting-software : Sage | > Sage 100 | > Sage Paie | > Sage Compta
~*spreadsheet <= office-suite < ms-office : tableur ; spreadsheets | > Excel | > Excel avancé ; advanced Excel | > Google Sheets | > LibreOffice Calc | tableaux croisés ; tableaux croisés dynamiques ; pivot tables | VBA | macros
~*office-suite : bureautique ; outils bureautiques ; office software ; office tools | > Outlook | > PowerPoint | > LibreOffice
~*ms-office <= office-suite : pack Office ; Microsoft Office ; MS Office ; suite Office ; Office 365
ux < it, design : UX ; UX designer | UI/UX | ergonomie | Figma | user research | wireframes | product designer | maquettage
#industry : industrie ; industriel ; manufacturing ; Fertigung ; fabrication ; environnement industriel | usine ; factory ; plant ; site de production ; site industriel | production environment
#engineering : ingénierie ; engineering ; Ingenieurwesen ; ingeniería | bureau d'études | R&D industrielle
mechanical-engineer < engineering : ingénieur mécanique ; mechanical engineer ; ingénieur en mécanique ; Maschinenbau ; Maschinenbauingenieur ; génie mécanique ; mechanical engineering ; ingeniero mecánico | conception mécanique ; mechanical design ; mechanical designer ; construction mécanique | mécanique ; mechanics ; Mechanik | pièces mécaniques ; mechanical parts | conception de machines ; machine design | ingénieur conception ; design engineer | Entwicklungsingenieur | ensembles mécaniques | dimensionnement
designer-mech < mechanical-engineer : dessinateur projeteur ; projeteur ; dessinateur ; Konstrukteur ; Konstruktion ; draughtsman ; CAD designer ; drafter ; dessinateur industriel | dessin industriel ; technical drawing | bureau d'études mécanique | tolérancement
power-transmission < mechanical-engineer : transmissions mécaniques ; transmissions de puissance ; drivetrain ; powertrain ; Antrieb ; Antriebstechnik | > réducteur ; réducteurs ; gearbox ; gearboxes ; Getriebe ; Getriebeentwicklung | > boîte de vitesses | > engrenage ; engrenages ; gear ; gears ; Zahnrad | roulements à billes ; bearings | > train épicycloïdal ; planetary gear | couplings ; accouplements | pièces de transmission | pignon | Wellenberechnung | vibration analysis of gearboxes
*cad < mechanical-engineer : CAO ; CAD ; conception assistée par ordinateur ; CAO 3D ; 3D CAD ; 3D-CAD ; modélisation 3D ; modélisation trois dimensions ; 3D modelling ; modeleur 3D ; dessin 3D ; plans 3D ; 3D design ; conception 3D | > Inventor | > Siemens NX ; NX CAD ; Unigraphics | > Solid Edge | DAO
*catia <= cad : CATIA | > CATIA V5
*solidworks <= cad : SolidWorks
*autocad <= cad : AutoCAD
*creo <= cad : Creo ; Pro/Engineer
fea < mechanical-engineer : calcul par éléments finis ; éléments finis ; finite element ; FEM ; FEA | > Ansys | > Abaqus | > Nastran | calcul de structure ; stress analysis | simulation numérique
*plm < engineering : PLM ; product lifecycle management ; cycle de vie des produits | PDM ; gestion de données techniques | > Windchill | > Teamcenter | > ENOVIA | > SAP PLM
fmea < engineering, quality : AMDEC ; FMEA ; FMECA ; analyse des défaillances | > DFMEA | > PFMEA | analyse de risques produit
product-dev < engineering : développement produit ; product development ; Produktentwicklung ; développement de produits | prototypage ; prototype ; prototypes | cahier des charges ; specifications ; Lastenheft | innovation produit | new product introduction
electrical-engineer < engineering : électrotechnique ; Elektrotechnik ; génie électrique ; ingénieur électrique ; electrical engineer | électronique ; ingénieur électronique ; electronics engineer | embedded systems ; systèmes embarqués | firmware | VHDL | circuit design
process-engineer < engineering, industry : ingénieur procédés ; process engineer ; génie des procédés | > chemical engineer ; génie chimique | ingénieur méthodes ; méthodes industrielles | industrial engineer ; génie industriel | industrialisation | manufacturing engineer
civil-engineer < engineering, construction : ingénieur génie civil ; civil engineer ; génie civil ; Bauingenieur | structural engineer ; ingénieur structure | ingénieur travaux
energy < engineering : énergie | énergies renouvelables ; renewable energy | > éolien ; wind energy | > solaire | > nucléaire ; nuclear | photovoltaïque
aerospace < engineering : aéronautique ; aerospace | spatial | avionics | aviation
automotive < industry : automobile ; automotive ; car manufacturing | > équipementier
rail < engineering : ferroviaire ; railway ; rail | rolling stock
food-industry <= industry : agroalimentaire ; food industry ; IAA ; industrie alimentaire ; food manufacturing | > conserverie | > laiterie
production-operator < industry : opérateur de production ; agent de production ; production operator ; ouvrier de production ; agent de fabrication ; opérateur de fabrication ; factory worker ; machine operator | > conducteur de ligne | assembly worker | conditionnement | opérateur polyvalent | monteur
machining < industry : usinage ; machining ; machinist | > tourneur | > fraiseur | > tourneur-fraiseur | > CNC ; commande numérique | > décolletage | ajusteur
welding < industry : soudeur ; soudure ; welder ; welding ; Schweißer | chaudronnier ; chaudronnerie ; boilermaker | tuyauteur
production-manager < industry, team-lead : responsable de production ; production manager | chef d'équipe production ; production supervisor ; superviseur de production | chef d'atelier ; responsable d'atelier ; conduite d'atelier | directeur d'usine ; plant manager | chef de ligne ; animateur de ligne ; line manager production | production team | responsable d'îlot | suivi de production
supply-planning < industry, logistics : planification de production ; production planning ; ordonnancement | approvisionneur ; approvisionnement ; supply planner | GPAO | MRP | demand planning
maintenance < industry : maintenance ; technicien de maintenance ; maintenance technician ; Instandhaltung ; agent de maintenance ; maintenance engineer | > maintenance industrielle ; mécanicien de maintenance ; equipment maintenance ; entretien des machines | > maintenance préventive ; preventive maintenance | > maintenance curative ; interventions curatives | > dépannage industriel | > électromécanicien ; electromechanical | GMAO ; CMMS | diagnostic de pannes ; fault finding | pannes ; breakdowns | réparation ; repair of machines | mécanicien industriel | technicien SAV | remise en état | parc machines
electrician < maintenance, construction : électricien ; electrician ; Elektriker | électricité | électricité bâtiment ; installations électriques | wiring ; câblage | armoires électriques ; tableaux électriques | habilitation électrique | MELEC
automation < maintenance, engineering : automatisme ; automaticien ; automation engineer | robotique ; robotics | supervision industrielle ; SCADA | Grafcet
plc < automation : automates ; automate programmable ; automates programmables ; PLC ; API industriel | > Siemens S7 | > Schneider Unity
hydraulics < maintenance : hydraulique ; hydraulics | pneumatique ; pneumatics
hvac < maintenance, construction : CVC ; HVAC ; génie climatique | > frigoriste ; refrigeration engineer | chauffagiste ; plombier chauffagiste ; heating engineer | climatisation | pompe à chaleur
car-mechanic < maintenance : mécanicien automobile ; car mechanic ; technicien automobile ; vehicle technician ; garagiste | carrossier | mécanicien poids lourd | mécatronique
#quality : qualité ; quality ; Qualität ; calidad | management de la qualité ; quality management ; démarche qualité | assurance qualité ; quality assurance | audit qualité ; audits qualité | non-conformités ; nonconformities | ISO 9001 | amélioration de la qualité | norme qualité | contrôles qualité | plan qualité | amélioration des pratiques | procédures qualité | accreditation
quality-manager < quality : responsable qualité ; quality manager | qualiticien ; ingénieur qualité ; quality engineer | contrôle qualité ; contrôleur qualité ; quality inspector | QSE ; QHSE | technicien qualité | animateur qualité
~continuous-improvement : amélioration continue ; continuous improvement | > lean ; lean manufacturing | > six sigma | > kaizen | > PDCA | 5S | green belt | black belt | 8D | chantier d'amélioration | process improvement | retours d'expérience
~safety : sécurité au travail ; santé sécurité ; health and safety ; HSE ; EHS ; Arbeitssicherheit | > QHSE | consignes de sécurité ; safety rules | DUERP ; document unique | prévention des risques | safety briefings | IOSH | NEBOSH
~cost-reduction : réduction des coûts ; cost reduction ; Kostensenkung ; cost savings | value engineering ; analyse de la valeur | design to cost | optimisation des coûts | Herstellkosten
#construction : bâtiment ; construction ; Bau ; BTP | chantier ; building site | travaux publics | gros œuvre | second œuvre
site-manager < construction, team-lead : conducteur de travaux ; site manager ; construction manager ; Bauleiter | chef de chantier ; foreman | chef d'équipe BTP | maître d'œuvre
mason < construction : maçon ; maçonnerie ; bricklayer ; mason | coffreur | ferrailleur | béton
plumber < construction : plombier ; plomberie ; plumber ; plumbing | sanitaire ; installateur sanitaire
carpenter < construction : charpentier ; carpenter | menuisier ; menuiserie ; joiner ; joinery | ébéniste | agenceur
painter < construction : peintre en bâtiment ; painter decorator | plâtrier ; plasterer | carreleur ; tiler | plaquiste | revêtement de sols
roofer < construction : couvreur ; roofer | zingueur | étancheur | façadier
plant-operator < construction : conducteur d'engins ; plant operator | > pelle mécanique ; excavator | > grutier ; crane operator
architect < construction, design : architecte ; architect | Revit | BIM | HMONP | dessinateur bâtiment | interior designer
quantity-surveyor < construction : métreur ; quantity surveyor ; économiste de la construction | étude de prix ; chiffrage ; estimator
surveyor < construction : géomètre ; land surveyor | topographe ; topographie
`;
