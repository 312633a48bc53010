/**
 * French wordings of ESCO's skills, one concept a line: `ESCO's English label : wording | wording`. Our own translations of the terms that
 * French CVs use most, because ESCO's French labels could not be had when this was made (docs/decisions/0008-esco-codes.md). Only wordings
 * that mean the same, never a narrower or a broader thing. Plural, gender, articles and accents need no line of their own.
 */
export const FRENCH_SKILLS = `
accounting : comptabilité
accounting techniques : techniques comptables
accounting department processes : processus comptables
financial analysis : analyse financière
financial management : gestion financière
financial statements : états financiers
cost management : gestion des coûts
budgetary principles : principes budgétaires
manage budgets : gestion de budget | gestion budgétaire | gérer des budgets
manage payroll : gestion de la paie | gestion de paie
tax legislation : droit fiscal | législation fiscale
value-added tax law : législation sur la TVA
internal auditing : audit interne
audit techniques : techniques d'audit
credit control processes : processus de contrôle du crédit
debt collection techniques : techniques de recouvrement
investment analysis : analyse des investissements
risk management : gestion des risques
insurance law : droit des assurances
banking activities : activités bancaires
labour law : droit du travail
employment law : droit social
commercial law : droit commercial
contract law : droit des contrats
civil law : droit civil
criminal law : droit pénal
intellectual property law : droit de la propriété intellectuelle
human resource management : gestion des ressources humaines
personnel management : gestion du personnel
recruit employees : recrutement
recruit personnel : recruter du personnel
project management : gestion de projet | management de projet | conduite de projet
project management principles : principes de gestion de projet
Agile project management : gestion de projet agile
Agile development : développement agile
leadership principles : principes de leadership
lead a team : encadrement d'équipe | animation d'équipe | diriger une équipe
manage a team : gestion d'équipe | management d'équipe | gérer une équipe
work in teams : travail en équipe | esprit d'équipe | travailler en équipe
teamwork principles : principes du travail en équipe
communication : communication
customer service : service client | service à la clientèle
customer relationship management : gestion de la relation client | CRM
handle customer complaints : gestion des réclamations | traitement des réclamations
sales activities : activités de vente
sales strategies : stratégies de vente
sales argumentation : argumentation de vente | argumentaire de vente
telemarketing : télémarketing
merchandising techniques : techniques de merchandising
operate cash register : tenue de caisse | tenir une caisse
marketing principles : principes de marketing
digital marketing techniques : techniques de marketing digital | techniques de marketing numérique
social media marketing techniques : techniques de marketing sur les réseaux sociaux
social media management : gestion des réseaux sociaux
search engine optimisation : référencement naturel | optimisation pour les moteurs de recherche
market research : étude de marché
brand marketing techniques : techniques de marketing de marque
public relations : relations publiques
graphic design : graphisme | conception graphique
desktop publishing : PAO | publication assistée par ordinateur
perform video editing : montage vidéo
photography : photographie
journalism : journalisme
proofread text : relecture
office administration : administration de bureau
office software : logiciels de bureau | suite bureautique | bureautique | outils bureautiques
use spreadsheets software : tableur | utiliser un tableur
use word processing software : traitement de texte | utiliser un traitement de texte
use presentation software : logiciel de présentation
answer incoming calls : réception d'appels | accueil téléphonique
greet guests : accueil des clients
fix meetings : organisation de réunions
write work-related reports : rédaction de rapports
perform stock valuation : valorisation des stocks
supply chain management : gestion de la chaîne logistique | gestion de la chaîne d'approvisionnement
supply chain principles : principes de la chaîne logistique
logistics : logistique
warehouse operations : opérations d'entrepôt
operate forklift : conduite de chariots élévateurs | conduite de chariot élévateur
quality standards : normes de qualité
quality assurance methodologies : méthodes d'assurance qualité
quality assurance procedures : procédures d'assurance qualité
apply HACCP : normes HACCP | méthode HACCP | HACCP
food safety principles : principes de sécurité alimentaire
food legislation : législation alimentaire
first aid : premiers secours | secourisme
fire prevention procedures : prévention des incendies
environmental legislation : législation environnementale | droit de l'environnement
waste management : gestion des déchets
renewable energy technologies : énergies renouvelables
electricity : électricité
electrical engineering : génie électrique
electronics : électronique
mechanics : mécanique
mechanical engineering : génie mécanique
civil engineering : génie civil
automation technology : automatisme | automatismes
industrial engineering : génie industriel
hydraulics : hydraulique
pneumatics : pneumatique
robotics : robotique
welding techniques : techniques de soudage
carpentry : charpenterie
read standard blueprints : lecture de plans
technical drawings : dessin technique | dessins techniques
CAD software : logiciels de CAO | logiciel de CAO | CAO
CAM software : logiciels de FAO | FAO
topography : topographie
architectural design : conception architecturale
computer science : informatique
computer programming : programmation informatique | programmation
web programming : programmation web
database management systems : systèmes de gestion de bases de données | SGBD
database : base de données | bases de données
cloud technologies : technologies cloud
cyber security : cybersécurité
data mining : exploration de données | fouille de données
perform data analysis : analyse de données
statistics : statistiques | statistique
mathematics : mathématiques
principles of artificial intelligence : intelligence artificielle
business intelligence : informatique décisionnelle | business intelligence
business analysis : analyse d'affaires
business process modelling : modélisation des processus métier
physics : physique
chemistry : chimie
biology : biologie
general medicine : médecine générale
pharmacology : pharmacologie
human anatomy : anatomie humaine
human physiology : physiologie humaine
hygiene in a health care setting : hygiène hospitalière
nursing science : sciences infirmières
geriatrics : gériatrie
paediatrics : pédiatrie
psychology : psychologie
psychiatry : psychiatrie
sociology : sociologie
pedagogy : pédagogie
adult education : formation pour adultes | formation des adultes
sterilise medical equipment : stérilisation du matériel médical
cleaning techniques : techniques de nettoyage
serve beverages : service des boissons
take food and beverage orders from customers : prise de commandes
agronomy : agronomie
economics : économie
geography : géographie
history : histoire
philosophy : philosophie
English : anglais
French : français
German : allemand
Spanish : espagnol
Italian : italien
Portuguese : portugais
Arabic : arabe
Dutch : néerlandais
Russian : russe
Chinese : chinois
Japanese : japonais
negotiate sales contracts : négociation de contrats de vente
conduct public presentations : prise de parole en public
adapt to change : adaptation au changement | adaptabilité
think creatively : créativité
work independently : autonomie
attend to detail : souci du détail
tolerate stress : résistance au stress
process-based management : gestion par processus
lean project management : gestion de projet lean
inventory management rules : règles de gestion des stocks
e-commerce systems : commerce électronique
graphic design : design graphique
typography : typographie
computer engineering : génie informatique
anatomy of animals : anatomie animale
palliative care : soins palliatifs
emergency medicine : médecine d'urgence
radiology : radiologie
livestock species : espèces d'élevage
proofread text : relecture de textes
building codes : codes de la construction
road transport legislation : législation du transport routier
energy efficiency : efficacité énergétique
corporate social responsibility : responsabilité sociétale des entreprises
public finance : finances publiques
corporate law : droit des sociétés
family law : droit de la famille
conflict management : gestion des conflits
active listening : écoute active
`;
