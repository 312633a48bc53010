/** Transport, logistics, food, hospitality, sales, marketing, other services, and what is common to all trades. */
export default `
#transport : transport | transports | haulage | freight | road transport | Spedition | transporte
driver < transport : chauffeur | conducteur | driver | conduite | chauffeur routier | conducteur routier | routier | Fahrer | conductor | camionero | truck driver | lorry driver | au volant
truck-driver < driver : chauffeur poids lourd | poids lourd | PL | HGV | HGV driver | conducteur PL | camion | lorry | truck | LKW | heavy goods vehicle | conducteur routier de marchandises | conducteur routier marchandises
articulated < truck-driver : super-lourd | super lourd | SPL | semi-remorque | ensemble articulé | articulated | conducteur SPL | conduite super-lourd | tracteur routier | permis CE | permis C+E | =CE | =EC | permis EC | class 1 | HGV class 1 | C+E | Sattelzugonnes | category CE | véhicule articulé | articulated lorry
heavy-licence < truck-driver : permis C | permis poids lourd | category C | class 2 | C1E
international-driving < truck-driver : transport international | routier international | conducteur routier international | trajets internationaux | grand routier | longue distance | grandes distances | long haul | long-distance | grand international | trans-European | cross-border
adr < truck-driver : ADR | matières dangereuses | marchandises dangereuses | dangerous goods | hazardous goods | hazmat | Gefahrgut | certificat ADR | ADR base | hazardous materials
adr-tank < adr : ADR citerne | citerne | citernes | tanker | ADR tank | dépotage | vrac liquide | ADR base et citerne | bulk liquid | Tankwagen | transport en citerne
fimo < truck-driver : FIMO | FCO | FIMO/FCO | FIMO marchandises | formation obligatoire conducteur | CPC | driver CPC | qualification initiale | Code 95 | carte de qualification conducteur | formation continue obligatoire
tachograph < truck-driver : chronotachygraphe | tachograph | carte conducteur | tachygraphe | temps de conduite | réglementation sociale européenne
eco-driving < driver : conduite économique | éco-conduite | eco-driving | écoconduite | conduite rationnelle | fuel efficient | fuel saving | consommation de carburant
no-accident < driver : sans accident | sans sinistre | aucun accident | accident-free | no accident | sans accident responsable | zéro accident | zéro sinistre | no at-fault | unfallfrei | clean driving record | clean licence
delivery-driver < driver : chauffeur-livreur | livreur | delivery driver | livraison | livraisons | courier | coursier | messagerie | tournée de livraison | dernier kilomètre | delivery rounds | Zusteller | tournées
bus-driver < driver : conducteur de bus | bus driver | conducteur de car | transport de voyageurs | permis D | chauffeur de bus | coach driver | FIMO voyageurs
taxi-driver < driver : taxi | VTC | chauffeur VTC | chauffeur de maître
load-securing < truck-driver : arrimage | load securing | chargement et déchargement | chargement | déchargement | hayon | transpalette | loading and unloading
transport-planner < transport, logistics : exploitant transport | affréteur | transport planner | planner transport | dispatcher | fleet manager | planification des tournées | Disponent | route planning | gestionnaire de flotte | transportplanning | freight forwarder | transitaire | planificateur transport
customs < logistics : douane | déclarant en douane | customs | customs clearance | Incoterms | dédouanement
#logistics : logistique | logistics | supply chain | Logistik | logistiek | chaîne logistique | distribution center
warehouse < logistics : entrepôt | magasin logistique | warehouse | warehousing | magasinier | préparateur de commandes | warehouse operative | order picker | order picking | préparation de commandes | picking | Lager | Lagerist | magazijn | almacén | agent logistique | logistiek medewerker | manutentionnaire | réceptionnaire | expédition | packing | plateforme logistique | pallets | palettes | stockroom | agent de quai | goods in | warehouse worker | distribution centre
warehouse-lead < warehouse, team-lead : chef d'équipe logistique | responsable d'entrepôt | warehouse manager | warehouse supervisor | shift supervisor | teamleider magazijn | chef de quai | responsable logistique | logistics manager | shift manager | Lagerleiter | depot manager | night shift manager | warehouse team leader | chef de dépôt
stock < warehouse : gestion des stocks | inventaire | inventory | stock control | stock controller | voorraadbeheer | inventory control | cycle counts | inventaires | gestionnaire de stocks | stock accuracy | cycle counting | Lagerbestand
wms < warehouse : WMS | warehouse management system | Reflex | Manhattan | logiciel de gestion d'entrepôt | SAP WM | SAP EWM | stock management system | RF scanning | RF scanner | terminal embarqué | Generix
forklift < warehouse : CACES | CACES 1 | CACES 3 | CACES 5 | CACES R489 | cariste | chariot élévateur | forklift | fork lift | RTITB | ITSSAR | counterbalance | reach truck | heftruck | heftruckcertificaat | Gabelstapler | Staplerschein | carretilla | AITT | forklift licence | forklift certificate | fork truck | nacelle
cold-store < warehouse : entrepôt frigorifique | cold store | cold storage | température dirigée | temperature-controlled | surgelé | chaîne du froid | cold chain | refrigerated | Kühllager | frigorifique
purchasing < logistics : acheteur | achats | purchasing | buyer | procurement | sourcing fournisseurs | négociation fournisseurs | responsable achats | Einkauf | Einkäufer | compras | suppliers negotiation | category manager
#food : restauration | restaurant | catering | Gastronomie | hospitality kitchen | food service | traiteur | restauration collective
cook < food : cuisinier | cuisine | cook | cooking | chef cook | cuisinière | Koch | cocinero | kok | line cook | fourneaux | brigade | kitchen | culinary | culinaire | culinary arts | professional cookery | production culinaire | CAP cuisine | commis de cuisine | commis chef | commis | apprenti cuisinier | kitchen assistant | prep cook
chef-de-partie < cook : chef de partie | station chef | section chef | demi-chef de partie | responsable de poste cuisine
sous-chef < cook, team-lead : second de cuisine | sous-chef | sous chef | chef adjoint cuisine | adjoint du chef | kitchen supervisor
head-chef < cook, team-lead : chef de cuisine | head chef | cheffe de cuisine | executive chef | Küchenchef | jefe de cocina | kitchen manager | chef gérant
pastry < food : pâtissier | pâtisserie | pastry | pastry chef | boulanger | boulangerie | baker | bakery | chocolatier | Bäcker | desserts | viennoiserie
butcher < food : boucher | boucherie | butcher | charcutier | poissonnier | fishmonger
haccp < food : HACCP | hygiène alimentaire | food hygiene | food safety | règles d'hygiène | normes d'hygiène | PMS | plan de maîtrise sanitaire | Hygienevorschriften | food hygiene level | hygiène et sécurité alimentaire | sécurité sanitaire | allergènes
food-cost < food : coût matière | coûts matières | food cost | fiches techniques | ratios matière | prix de revient | food costs | cost of goods | gaspillage | waste reduction | gaspillage alimentaire | food waste | portion control | costing
banquet < food : banquet | banquets | banqueting | événements traiteur | séminaires et banquets | mariages
vegetarian < food : cuisine végétale | végétarien | vegan | vegetarian | végétal | plant-based | végétarienne
menu < food : création de menus | menu planning | menus | menu development | élaboration des menus | conception de la carte
kitchen-porter < food : plongeur | plonge | kitchen porter | aide de cuisine | agent de restauration | employé polyvalent de restauration | catering assistant
#hospitality : hôtellerie | hotel | hôtel | hospitality | tourisme | tourism | Hotellerie
waiter < food, hospitality : serveur | chef de rang | waiter | waitress | service en salle | barman | bartender | barista | sommelier | maître d'hôtel | Kellner | camarero | commis de salle | limonadier
hotel-reception < hospitality, reception : réceptionniste | réceptionniste d'hôtel | hotel receptionist | night auditor | concierge | front desk agent | chef de réception | veilleur de nuit | Opera PMS
housekeeping < hospitality, cleaning : femme de chambre | valet de chambre | gouvernante | housekeeping | housekeeper | room attendant | employé d'étage
travel < hospitality : agent de voyages | travel agent | guide touristique | tour guide | office de tourisme | tour operator
restaurant-manager < food, team-lead : directeur de restaurant | restaurant manager | responsable de salle | gérant de restaurant | assistant restaurant manager
#sales : vente | ventes | commercial | sales | Vertrieb | Verkauf | ventas | commerce
sales-rep < sales : commercial terrain | technico-commercial | attaché commercial | sales representative | sales executive | account executive | account manager | key account manager | ingénieur commercial | chargé d'affaires | business developer | business development | prospection | Außendienst | délégué commercial | sales engineer | chargé de développement commercial | cold calling | B2B sales | gestion de portefeuille clients | new business | comercial | VRP
sales-manager < sales, team-lead : responsable commercial | directeur commercial | sales manager | chef des ventes | head of sales | sales director | responsable des ventes | responsable grands comptes
retail < sales : vendeur | vente en magasin | sales assistant | shop assistant | conseiller de vente | retail | hôte de caisse | caissier | cashier | Verkäufer | employé libre-service | ELS | mise en rayon | merchandising | conseiller clientèle magasin | dependiente
store-manager < retail, team-lead : responsable de magasin | directeur de magasin | store manager | chef de rayon | responsable de rayon | adjoint magasin | manager de rayon | Filialleiter | responsable de boutique | assistant manager retail
~crm : CRM | Salesforce | HubSpot | base clients | fichier clients | Pipedrive | Zoho | customer relationship management | Microsoft Dynamics CRM | gestion de la relation client
~negotiation : négociation | negotiation | négocier | negotiate | Verhandlung | negociación
customer-service < sales : service client | service clients | customer service | relation client | customer support | téléconseiller | conseiller clientèle à distance | call centre | call center | centre d'appels | Kundenservice | customer success | chargé de relation client | réclamations | atención al cliente | SAV
tender < sales : appels d'offres | tenders | bid manager | RFP | réponse aux appels d'offres
#communication : communication | Kommunikation | comunicación | information et communication
marketing < communication, sales : marketing | responsable marketing | marketing manager | chargé de marketing | chef de produit | product manager marketing | brand manager | Marketingleiter | responsable de marketing | técnico de marketing | plan marketing | assistant marketing | marketing strategy | product marketing | chargé de communication marketing | mercadotecnia
digital-marketing < marketing : marketing digital | digital marketing | webmarketing | traffic manager | growth marketing | acquisition digitale | online marketing | e-marketing | performance marketing | marketing numérique | marketing online | online advertising
seo < digital-marketing : SEO | référencement | référencement naturel | search engine optimisation | posicionamiento web
paid-ads < digital-marketing : SEA | Google Ads | AdWords | paid social | paid search | PPC | Meta Ads | Facebook Ads | campagnes payantes | paid media | LinkedIn Ads | publicité digitale
web-analytics < digital-marketing : web analytics | Google Analytics | GA4 | analytics | analyse d'audience | analítica web | Matomo | conversion rate | taux de conversion | KPI web | A/B testing
social-media < digital-marketing : réseaux sociaux | social media | community manager | community management | redes sociales | Instagram | TikTok | content calendar | social networks
emailing < digital-marketing : e-mailing | emailing | email marketing | newsletter | newsletters | Mailchimp | marketing automation | Brevo | Sendinblue | campagnes e-mail | boletín
campaigns < marketing : campagnes | campaign | campagnes publicitaires | campaigns | advertising campaign | campañas | plan média | media planning | promotional campaigns | publicité | advertising | publicidad
trade-fair < marketing : salons professionnels | trade fair | trade fairs | trade shows | ferias | foires | exhibitions | salons
events < communication : événementiel | organisation d'événements | event management | events | event manager | chef de projet événementiel | organización de eventos | event planner
content < communication : rédaction web | copywriting | copywriter | content marketing | rédacteur | contenus | rédaction de contenus | rédaction éditoriale | content manager | contenidos | editorial | storytelling
press < communication : relations presse | public relations | attaché de presse | communiqués de presse | PR manager | journaliste | journalist | relations publiques | media relations
internal-comm < communication : communication interne | internal communication | communication institutionnelle | corporate communication | chargé de communication | communication officer | communications manager | coordinador de comunicación | responsable communication
#design : design | graphisme | création graphique
graphic-designer < design, communication : graphiste | graphic designer | infographiste | directeur artistique | art director | PAO | InDesign | Illustrator | Photoshop | Adobe Creative | suite Adobe | maquettiste | motion design | identité visuelle | webdesigner | web designer | charte graphique | Grafiker
photo-video < communication : vidéo | photographe | photographer | videographer | montage vidéo | video editing | Premiere Pro | After Effects | audiovisuel
#security : sécurité privée | sûreté
security-guard < security : agent de sécurité | security guard | SSIAP | gardien | CQP APS | vigile | security officer | rondier | maître-chien | SIA licence | carte professionnelle CNAPS
firefighter < security : pompier | firefighter | sapeur-pompier
#cleaning : nettoyage | propreté | cleaning | Reinigung | entretien des locaux
cleaner < cleaning : agent d'entretien | agent de nettoyage | cleaner | agent de propreté | technicien de surface | femme de ménage | laveur de vitres | Reinigungskraft | aide ménagère | bionettoyage | agent de service hospitalier
#agriculture : agriculture | agricole | farming | Landwirtschaft | exploitation agricole | viticulture
farm-worker < agriculture : ouvrier agricole | farm worker | exploitant agricole | éleveur | tractoriste | viticole | vigneron | maraîcher | arboriculteur | vendangeur
gardener < agriculture : paysagiste | jardinier | espaces verts | gardener | landscaper | horticulture | élagueur
#beauty : beauté | esthétique | beauty
hairdresser < beauty : coiffeur | hairdresser | coiffure | hair stylist | barbier | Friseur
beautician < beauty : esthéticien | beautician | spa | soins du visage | prothésiste ongulaire | make-up artist
textile < industry : couturier | couture | textile | sewing | modéliste | styliste | fashion designer | tailleur
project-lead : chef de projet | project manager | Projektleiter | project lead | conduite de projet | project management | gestion de projet | management de projet | PMP | Prince2 | pilotage de projet | jefe de proyecto | Projektmanagement | projectleider | directeur de projet | program manager | PMO | coordination de projet | responsable de projet
~team-lead : encadrement | encadrement d'équipe | management d'équipe | team leadership | team leader | chef d'équipe | responsable d'équipe | manager une équipe | encadrer | management | leadership | team management | line management | managed a team | led a team | leading a team | animation d'équipe | manager | responsable | supervisor | superviseur | superviser | supervision | Teamleiter | teamleider | leidinggeven | aansturen | Führung | Personalverantwortung | equipo a cargo | gestión de equipos | jefe de equipo | dirección de equipo | head of | direction d'équipe | supervising | in charge of a team | dirigé une équipe | encadré | managing a team | leading others | coordinateur | coordinator | shift leader | coordinador | directeur | liderazgo | line manager | chef de service
~mentoring : mentorat | mentoring | tutorat | tuteur | mentor | mentored | formation d'apprentis | maître d'apprentissage | apprentis | coaching | encadrement d'étudiants | formation d'étudiants | supervision of students | supervised students | mentored students | accompagnement des juniors | encadrement de stagiaires | junior engineers | mentoring students | formation des nouveaux | trained new | preceptor | apprentices | Auszubildende | formation des débutants | training apprentices | training new staff
~meetings : réunions | meetings | comité de direction | steering committee
~reporting : reporting | rapports | reports | tableaux de bord de suivi | KPI | indicateurs
~planning : planning | plannings | rota | rotas | Dienstplan | gestion des plannings | staff scheduling | répartition des effectifs
~customer-relations : relation clients | client relationship | suivi client
~first-aid : premiers secours | secourisme | SST | first aid | first aid at work | sauveteur secouriste du travail | PSC1 | first aider | Erste Hilfe | EHBO | primeros auxilios
~audit-review : audit interne clinique | clinical audit | évaluation des pratiques | EPP | incident review
~night-work : travail de nuit | night shift | horaires postés | 3x8 | 2x8 | shift work | équipes successives | Nachtschicht
postgraduate : postgraduate | PGCert | PGDip | MSc | DU | diplôme universitaire | MBA | postgraduate study | postgraduate certificate | Master's
business-degree < sales : école de commerce | business degree | business administration | administración y dirección de empresas | BWL | commerce degree | management commercial
car-licence : permis B | driving licence | driver's license | permis de conduire | Führerschein | category B | full driving licence
~soft-skill : rigueur | rigoureux | autonomie | autonome | esprit d'équipe | travail en équipe | sens de l'organisation | organisé | ponctualité | ponctuel | bienveillance | dynamisme | dynamique | motivé | motivation | sens du service | sens de l'écoute | à l'écoute | bon relationnel | aisance relationnelle | qualités relationnelles | polyvalence | réactivité | discrétion | adaptabilité | capacité d'adaptation | curiosité | créativité | esprit d'initiative | force de proposition | gestion du stress | résistance au stress | sens des responsabilités | diplomatie | empathie | enthousiasme | team player | teamwork | self-motivated | self-starter | communication skills | interpersonal skills | attention to detail | organisational skills | organizational skills | time management | problem solving | problem-solving | reliable | flexible | flexibility | adaptability | work under pressure | proactive | hard-working | positive attitude | warmth | empathy | calm
`;
