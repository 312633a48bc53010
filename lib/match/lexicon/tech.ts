/** Information technology, engineering, industry, maintenance, building, science of data. */
export default `
#it : informatique | computer science | logiciel | software | computing | Informatik | information technology | numérique
developer < it : développeur | developer | software engineer | ingénieur logiciel | programmeur | programmer | développement logiciel | software development | développeur web | web developer | ingénieur développement | concepteur développeur | ingénieur études et développement | Softwareentwickler | desarrollador | ontwikkelaar | SWE | coding | développement informatique | développement | ingénieur informatique | software engineering | analyste programmeur | application web | applications web | web applications | code source | codebase | bibliothèque logicielle | concepteur logiciel | programmation | computer programming | software developer | coder | ship code | shipped features | conception logicielle
backend < developer : back-end | backend | côté serveur | server-side | développeur back-end | backend developer | microservices API | server side | traitements serveur | services web | APIs REST | high-traffic services | systèmes distribués | distributed systems | services côté serveur
frontend < developer : front-end | frontend | interface utilisateur web | développeur front-end | côté client | UI development | intégrateur web
fullstack < backend, frontend : full stack | fullstack | full-stack
mobile-dev < developer : développeur mobile | mobile developer | Android | iOS | Flutter | React Native | Swift | SwiftUI
senior-developer < developer : senior software engineer | senior developer | développeur senior | principal engineer | staff engineer
tech-lead < developer, team-lead : tech lead | lead developer | engineering manager | technical lead | lead développeur | lead dev | CTO | responsable technique informatique
programming-language < developer : langage de programmation | programming language
javascript < programming-language : JavaScript | ECMAScript | =JS
typescript < javascript : TypeScript | =TS
nodejs < javascript, backend : Node.js | NodeJS | NestJS | Express.js | Deno
react < javascript, frontend : React | React.js | ReactJS | Next.js | Redux
vue < javascript, frontend : Vue | Vue.js | Nuxt | VueJS
angular < javascript, frontend : Angular | AngularJS
html-css < frontend : HTML | CSS | HTML5 | Sass | Tailwind
python < programming-language : Python | Django | Flask | FastAPI
java < programming-language, backend : Java | Spring | Spring Boot | Hibernate | JEE | J2EE
kotlin < programming-language : Kotlin
golang < programming-language, backend : =Go | Golang | =GO
rust < programming-language : =Rust
csharp < programming-language, backend : C# | =NET | dotnet | ASP.NET
cpp < programming-language : C++
c-language < programming-language : =C
php < programming-language, backend : PHP | Symfony | Laravel | WordPress developer
ruby < programming-language, backend : Ruby | Ruby on Rails | Rails
scala < programming-language : Scala
cobol < programming-language : COBOL | mainframe
database < it : base de données | database | SQL | base relationnelle | relational database | DBA | administrateur de bases de données
postgresql < database : PostgreSQL | Postgres
mysql < database : MySQL | MariaDB
oracle-db < database : Oracle | PL/SQL
sqlserver < database : SQL Server | T-SQL
nosql < database : NoSQL | MongoDB | Cassandra | DynamoDB | Redis | Elasticsearch
cloud < it : cloud | cloud public | public cloud | cloud computing | nuage
aws < cloud : AWS | Amazon Web Services | AWS Certified | EC2 | Lambda AWS
azure < cloud : Azure | Microsoft Azure
gcp < cloud : =GCP | Google Cloud | Google Cloud Platform
devops < it : DevOps | SRE | site reliability | platform engineer | ingénieur DevOps | platform engineering | CI/CD | intégration continue | continuous integration | GitLab CI | Jenkins | GitHub Actions | déploiement continu | continuous delivery
containers < devops : Docker | conteneurs | containers | conteneurisation | container orchestration | Podman | container | conteneur | orchestration de conteneurs | containerised | containerized
kubernetes < containers : Kubernetes | K8s | Helm | OpenShift
iac < devops : infrastructure as code | Terraform | Ansible | Pulumi | CloudFormation | infrastructure en tant que code | Puppet | Chef Puppet | OpenTofu | infrastructure declared as code | infrastructure automation | automatisation de l'infrastructure | configuration management | GitOps | IaC
streaming < backend : event streaming | Kafka | message streaming | RabbitMQ | message queue | event-driven | Pulsar | Kinesis | message broker
api-design < backend : API | API design | =REST | RESTful | GraphQL | gRPC | API publique | public API | OpenAPI | web services | conception d'API | interfaces de programmation
microservices < backend : microservices | micro-services | découpage d'un monolithe | monolithe | monolith | refonte d'application | décomposition | legacy migration | architecture logicielle | software architecture | service-oriented | legacy modernisation | refonte applicative | refactoring | legacy | application monolithique | monolithic application | event-driven architecture | strangler
~on-call : astreinte | astreintes | on-call | on call | permanence technique | pager | incident response | gestion d'incidents | incident management | on-call rotation | post-mortem | gardes techniques | pager duty | PagerDuty | incidents en production | production incidents | outages | postmortems | support de production
software-testing < developer : tests automatisés | automated tests | unit tests | tests unitaires | QA | test engineer | testeur | TDD | Cypress | Selenium | Jest | quality assurance engineer | revue de code | code review | tests d'intégration | integration tests | end-to-end tests | contract testing | test automation | couverture de tests | qualité logicielle
agile : Scrum | agile | Kanban | =SAFe | scrum master | product owner
git < developer : Git | GitHub | GitLab
payments < it : paiement | payments | payment | encaissement en ligne | fintech | card transactions | PCI DSS | monétique | payment processing | payment gateway | Stripe | payment service | card payments | ledger reconciliation | prestataire de paiement | acquiring | settlement | merchants | commerçants en ligne | PSP | moyens de paiement
ecommerce < sales : e-commerce | ecommerce | boutique en ligne | online store | online shop | vente en ligne | tienda online | marketplace | Shopify | Magento | PrestaShop | online sales | WooCommerce | ventes en ligne | ventas online | web shop | webshop
ticketing < it : billetterie | réservation en ligne | booking platform | plateforme de réservation
sysadmin < it : administrateur système | system administrator | administrateur systèmes et réseaux | sysadmin | Linux | Windows Server | VMware | Active Directory | virtualisation | ingénieur système
network < it : réseau informatique | network engineer | Cisco | CCNA | administrateur réseau | réseaux informatiques | firewall | VPN
cybersecurity < it : cybersécurité | cybersecurity | sécurité informatique | information security | SOC analyst | pentest | ISO 27001 | RSSI | CISO
it-support < it : support informatique | technicien support | helpdesk | help desk | IT support | service desk | ITIL | dépannage informatique | support utilisateurs
it-project < it, project-lead : chef de projet informatique | IT project manager | chef de projet digital | AMOA | MOA | business analyst | analyste fonctionnel | chef de projet web | assistance à maîtrise d'ouvrage
data-science < it : data scientist | machine learning | apprentissage automatique | intelligence artificielle | deep learning | PyTorch | TensorFlow | data science | NLP | statistiques
data-engineer < it : data engineer | ETL | data pipeline | Spark | Airflow | dbt | data warehouse | entrepôt de données | big data | Snowflake
bi < it : Power BI | business intelligence | reporting BI | data analyst | Looker | analyste de données | tableaux de bord | dashboards | Qlik
~erp : ERP | progiciel | progiciel de gestion | progiciel intégré | PGI | enterprise resource planning | Odoo | Dynamics 365 | Divalto | Microsoft Dynamics | NetSuite
~sap < erp : SAP | SAP S/4HANA | SAP FI | SAP MM | SAP HANA
~sage < erp : Sage | Sage 100 | Cegid | EBP | QuadraCompta | Xero | QuickBooks | Quadratus
~spreadsheet : Excel | tableur | Excel avancé | advanced Excel | spreadsheets | tableaux croisés | tableaux croisés dynamiques | pivot tables | VBA | Google Sheets | macros | LibreOffice Calc
~office-suite : pack Office | Microsoft Office | MS Office | bureautique | Outlook | PowerPoint | suite Office | Office 365 | LibreOffice
ux < it, design : UX | UX designer | UI/UX | ergonomie | Figma | user research | wireframes | product designer | maquettage
#industry : industrie | industriel | usine | factory | plant | manufacturing | environnement industriel | site de production | Fertigung | fabrication | site industriel | production environment
#engineering : ingénierie | engineering | bureau d'études | Ingenieurwesen | ingeniería | R&D industrielle
mechanical-engineer < engineering : ingénieur mécanique | mechanical engineer | ingénieur en mécanique | Maschinenbau | Maschinenbauingenieur | génie mécanique | mechanical engineering | mécanique | conception mécanique | mechanical design | mechanical designer | Entwicklungsingenieur | ingeniero mecánico | ingénieur conception | construction mécanique | design engineer | pièces mécaniques | mechanical parts | ensembles mécaniques | machine design | conception de machines | mechanics | Mechanik | dimensionnement
designer-mech < mechanical-engineer : dessinateur projeteur | dessinateur | projeteur | Konstrukteur | Konstruktion | draughtsman | CAD designer | drafter | dessinateur industriel | dessin industriel | bureau d'études mécanique | tolérancement | technical drawing
power-transmission < mechanical-engineer : transmissions mécaniques | réducteur | réducteurs | engrenage | engrenages | gear | gearbox | gearboxes | gears | Getriebe | boîte de vitesses | pièces de transmission | drivetrain | powertrain | Antrieb | Zahnrad | Antriebstechnik | roulements à billes | bearings | pignon | Getriebeentwicklung | planetary gear | train épicycloïdal | couplings | accouplements | transmissions de puissance | Wellenberechnung | vibration analysis of gearboxes
cad < mechanical-engineer : CAO | CAO 3D | CAD | 3D CAD | conception assistée par ordinateur | DAO | modélisation 3D | modélisation trois dimensions | 3D modelling | modeleur 3D | dessin 3D | plans 3D | 3D design | 3D-CAD | conception 3D
catia < cad : CATIA | CATIA V5
solidworks < cad : SolidWorks
autocad < cad : AutoCAD
creo < cad : Creo | Pro/Engineer | Inventor | Siemens NX | Solid Edge | NX CAD | Unigraphics
fea < mechanical-engineer : calcul par éléments finis | éléments finis | finite element | FEM | FEA | Ansys | Abaqus | Nastran | calcul de structure | simulation numérique | stress analysis
plm < engineering : PLM | PDM | Windchill | Teamcenter | ENOVIA | product lifecycle management | cycle de vie des produits | gestion de données techniques | SAP PLM
fmea < engineering, quality : AMDEC | FMEA | analyse de risques produit | DFMEA | PFMEA | analyse des défaillances | FMECA
product-dev < engineering : développement produit | product development | Produktentwicklung | développement de produits | innovation produit | prototypage | prototype | prototypes | cahier des charges | specifications | Lastenheft | new product introduction
electrical-engineer < engineering : ingénieur électrique | electrical engineer | électrotechnique | Elektrotechnik | génie électrique | ingénieur électronique | electronics engineer | électronique | embedded systems | systèmes embarqués | firmware | VHDL | circuit design
process-engineer < engineering, industry : ingénieur procédés | process engineer | génie des procédés | chemical engineer | génie chimique | ingénieur méthodes | méthodes industrielles | industrialisation | industrial engineer | génie industriel | manufacturing engineer
civil-engineer < engineering, construction : ingénieur génie civil | civil engineer | structural engineer | génie civil | Bauingenieur | ingénieur travaux | ingénieur structure
energy < engineering : énergie | éolien | wind energy | solaire | photovoltaïque | renewable energy | nucléaire | nuclear | énergies renouvelables
aerospace < engineering : aéronautique | aerospace | spatial | avionics | aviation
automotive < industry : automobile | automotive | équipementier | car manufacturing
rail < engineering : ferroviaire | railway | rail | rolling stock
food-industry < industry : agroalimentaire | food industry | IAA | industrie alimentaire | food manufacturing | conserverie | laiterie
production-operator < industry : opérateur de production | agent de production | production operator | conducteur de ligne | ouvrier de production | machine operator | agent de fabrication | assembly worker | opérateur de fabrication | conditionnement | opérateur polyvalent | factory worker | monteur
machining < industry : usinage | tourneur | fraiseur | machinist | CNC | commande numérique | machining | tourneur-fraiseur | ajusteur | décolletage
welding < industry : soudeur | soudure | welder | welding | chaudronnier | tuyauteur | chaudronnerie | boilermaker | Schweißer
production-manager < industry, team-lead : chef d'équipe production | responsable de production | production manager | chef d'atelier | production supervisor | directeur d'usine | plant manager | responsable d'atelier | animateur de ligne | superviseur de production | production team | line manager production | chef de ligne | responsable d'îlot | conduite d'atelier | suivi de production
supply-planning < industry, logistics : ordonnancement | planification de production | production planning | supply planner | approvisionneur | approvisionnement | GPAO | MRP | demand planning
maintenance < industry : maintenance | technicien de maintenance | maintenance industrielle | maintenance technician | électromécanicien | electromechanical | maintenance préventive | maintenance curative | preventive maintenance | dépannage industriel | mécanicien industriel | GMAO | CMMS | Instandhaltung | mécanicien de maintenance | maintenance engineer | agent de maintenance | technicien SAV | entretien des machines | pannes | diagnostic de pannes | remise en état | fault finding | breakdowns | réparation | repair of machines | interventions curatives | parc machines | equipment maintenance
electrician < maintenance, construction : électricien | electrician | habilitation électrique | électricité bâtiment | installations électriques | MELEC | wiring | Elektriker | câblage | armoires électriques | tableaux électriques
automation < maintenance, engineering : automatisme | automaticien | PLC | automate programmable | automates | Siemens S7 | robotique | robotics | automation engineer | supervision industrielle | SCADA | Grafcet
hydraulics < maintenance : hydraulique | pneumatique | hydraulics | pneumatics
hvac < maintenance, construction : CVC | frigoriste | climatisation | HVAC | chauffagiste | génie climatique | plombier chauffagiste | pompe à chaleur | refrigeration engineer | heating engineer
car-mechanic < maintenance : mécanicien automobile | car mechanic | carrossier | technicien automobile | vehicle technician | mécanicien poids lourd | garagiste | mécatronique
#quality : qualité | quality | Qualität | calidad | démarche qualité | management de la qualité | quality management | assurance qualité | ISO 9001 | quality assurance | audit qualité | amélioration de la qualité | norme qualité | contrôles qualité | non-conformités | nonconformities | audits qualité | plan qualité | amélioration des pratiques | procédures qualité | accreditation
quality-manager < quality : responsable qualité | quality manager | qualiticien | ingénieur qualité | quality engineer | contrôleur qualité | quality inspector | contrôle qualité | QSE | QHSE | technicien qualité | animateur qualité
~continuous-improvement : amélioration continue | continuous improvement | lean | lean manufacturing | six sigma | kaizen | 5S | green belt | black belt | 8D | chantier d'amélioration | PDCA | process improvement | retours d'expérience
~safety : sécurité au travail | HSE | santé sécurité | health and safety | QHSE | prévention des risques | EHS | consignes de sécurité | safety briefings | DUERP | Arbeitssicherheit | IOSH | NEBOSH | safety rules | document unique
~cost-reduction : réduction des coûts | cost reduction | design to cost | Kostensenkung | cost savings | optimisation des coûts | value engineering | analyse de la valeur | Herstellkosten
#construction : bâtiment | BTP | construction | travaux publics | chantier | building site | Bau | gros œuvre | second œuvre
site-manager < construction, team-lead : conducteur de travaux | chef de chantier | site manager | construction manager | chef d'équipe BTP | Bauleiter | foreman | maître d'œuvre
mason < construction : maçon | maçonnerie | bricklayer | mason | coffreur | ferrailleur | béton
plumber < construction : plombier | plomberie | plumber | plumbing | sanitaire | installateur sanitaire
carpenter < construction : charpentier | menuisier | carpenter | joiner | menuiserie | ébéniste | joinery | agenceur
painter < construction : peintre en bâtiment | painter decorator | plaquiste | plâtrier | plasterer | revêtement de sols | carreleur | tiler
roofer < construction : couvreur | zingueur | roofer | étancheur | façadier
plant-operator < construction : conducteur d'engins | plant operator | pelle mécanique | grutier | crane operator | excavator
architect < construction, design : architecte | architect | Revit | BIM | HMONP | dessinateur bâtiment | interior designer
quantity-surveyor < construction : métreur | économiste de la construction | quantity surveyor | étude de prix | chiffrage | estimator
surveyor < construction : géomètre | topographe | land surveyor | topographie
`;
