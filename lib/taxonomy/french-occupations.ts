/** French names of ESCO's occupations, in the notation of `french-skills.ts`; both genders where the word changes more than its ending. */
export const FRENCH_OCCUPATIONS = `
accountant : comptable
accounting assistant : assistant comptable | aide comptable
accounting manager : chef comptable | responsable comptable
payroll clerk : gestionnaire de paie
tax advisor : conseiller fiscal
financial manager : directeur financier | directeur administratif et financier
financial controller : contrôleur financier
financial analyst : analyste financier
cost analyst : analyste de coûts
bank teller : guichetier
insurance broker : courtier en assurances
actuarial consultant : actuaire
real estate agent : agent immobilier
human resources manager : directeur des ressources humaines | responsable des ressources humaines | DRH | RRH
human resources assistant : assistant ressources humaines | assistant RH
human resources officer : chargé de ressources humaines
recruitment consultant : consultant en recrutement
corporate trainer : formateur en entreprise
secretary : secrétaire
management assistant : assistant de direction
administrative assistant : assistant administratif
medical administrative assistant : secrétaire médical
legal administrative assistant : assistant juridique
receptionist : réceptionniste
office clerk : employé de bureau
data entry clerk : opérateur de saisie
lawyer : avocat
corporate lawyer : juriste d'entreprise
notary : notaire
software developer : développeur logiciel | développeur informatique
web developer : développeur web
mobile application developer : développeur d'applications mobiles | développeur mobile
database administrator : administrateur de bases de données
ICT system administrator : administrateur système | administrateur systèmes
ICT network administrator : administrateur réseau
ICT network engineer : ingénieur réseau
ICT technician : technicien informatique
ICT help desk agent : technicien support informatique
ICT project manager : chef de projet informatique
data scientist : data scientist
data analyst : analyste de données
software architect : architecte logiciel
software tester : testeur de logiciels
user interface designer : concepteur d'interface utilisateur
webmaster : webmestre | webmaster
graphic designer : graphiste
photographer : photographe
journalist : journaliste
translator : traducteur
interpreter : interprète
communication manager : responsable de communication | responsable communication
marketing manager : responsable marketing | directeur marketing
marketing assistant : assistant marketing
product manager : chef de produit
online community manager : animateur de communauté en ligne
public relations officer : chargé de relations publiques
sales assistant : vendeur | conseiller de vente
shop assistant : employé de magasin
cashier : caissier | hôte de caisse
shop manager : responsable de magasin | directeur de magasin
commercial sales representative : représentant commercial
sales manager : directeur commercial | responsable des ventes
call centre agent : téléconseiller | conseiller clientèle à distance
call centre supervisor : superviseur de centre d'appels
purchaser : acheteur
purchasing manager : responsable des achats | directeur des achats
supply chain manager : responsable supply chain | responsable de la chaîne logistique
logistics and distribution manager : responsable logistique
warehouse worker : magasinier
warehouse manager : responsable d'entrepôt
warehouse order picker : préparateur de commandes
forklift operator : cariste
cargo vehicle driver : conducteur poids lourd
bus driver : conducteur de bus | chauffeur de bus
taxi driver : chauffeur de taxi
train driver : conducteur de train
cook : cuisinier
head chef : chef de cuisine
pastry maker : pâtissier
baker : boulanger
butcher : boucher
bartender : barman | barmaid
kitchen assistant : aide de cuisine
kitchen porter : plongeur
hotel porter : bagagiste
room attendant : femme de chambre | valet de chambre
restaurant manager : directeur de restaurant
accommodation manager : directeur d'hôtel
travel agent : agent de voyages
tourist guide : guide touristique
nurse responsible for general care : infirmier
nurse assistant : aide soignant
midwife : sage femme
general practitioner : médecin généraliste
pharmacist : pharmacien
pharmacy technician : préparateur en pharmacie
physiotherapist : kinésithérapeute | masseur kinésithérapeute
occupational therapist : ergothérapeute
speech and language therapist : orthophoniste
psychologist : psychologue
dental practitioner : dentiste | chirurgien dentiste
dental chairside assistant : assistant dentaire
optician : opticien
radiographer : manipulateur en électroradiologie médicale
social worker : assistant social | assistant de service social
home care aide : auxiliaire de vie | auxiliaire de vie sociale
primary school teacher : professeur des écoles
driving instructor : moniteur d'auto-école | enseignant de la conduite
librarian : bibliothécaire
hairdresser : coiffeur
security guard : agent de sécurité
building cleaner : agent d'entretien | agent de nettoyage
window cleaner : laveur de vitres
landscape gardener : jardinier paysagiste
landscape architect : architecte paysagiste
bricklayer : maçon
carpenter : charpentier
electrician : électricien
industrial electrician : électricien industriel
building electrician : électricien du bâtiment
plumber : plombier
roofer : couvreur
tile fitter : carreleur
plasterer : plâtrier
welder : soudeur
boilermaker : chaudronnier
vehicle technician : mécanicien automobile
industrial machinery mechanic : mécanicien industriel
refrigeration air condition and heat pump technician : frigoriste
excavator operator : conducteur de pelle
civil engineer : ingénieur en génie civil | ingénieur génie civil
mechanical engineer : ingénieur mécanicien | ingénieur mécanique
electrical engineer : ingénieur électricien
chemical engineer : ingénieur chimiste
industrial engineer : ingénieur industriel
environmental engineer : ingénieur environnement
quality engineer : ingénieur qualité
architect : architecte
interior architect : architecte d'intérieur
land surveyor : géomètre
drafter : dessinateur
chemist : chimiste
biologist : biologiste
project manager : chef de projet
chief executive officer : directeur général | PDG
firefighter : pompier | sapeur pompier
police officer : policier
musician : musicien
dancer : danseur
sports coach : entraîneur sportif
court bailiff : huissier de justice
advertising copywriter : concepteur rédacteur | rédacteur publicitaire
construction painter : peintre en bâtiment
financial auditor : auditeur financier
waiter/waitress : serveur
actor/actress : acteur
tower crane operator : grutier à tour | conducteur de grue à tour
veterinary nurse : auxiliaire vétérinaire
bricklayer : maçonne
locksmith : serrurier | serrurière
podiatrist : podologue | pédicure-podologue
dietitian : diététicien | diététicienne
tram driver : conducteur de tramway | conductrice de tramway
upholsterer : tapissier | tapissière
cabinet maker : ébéniste
goldsmith : orfèvre
statistician : statisticien | statisticienne
`;
