/** Health, social work, education, science. */
export default `
#health : santé | healthcare | health care | hospital | hôpital | clinique | clinic | soins | Krankenhaus | hospitalier | EHPAD | nursing home | care home | résident dépendant
nurse < health : infirmier | infirmier diplômé d'État | IDE | IDEL | nurse | registered nurse | staff nurse | RGN | RMN | nursing | soins infirmiers | Krankenschwester | Krankenpfleger | Pflegefachkraft | enfermero | verpleegkundige | infermiere | NMC | Nursing and Midwifery Council | ordre infirmier | adult nurse | soins techniques | soins de nursing | bedside care | bedside nursing | nursing care | infirmier diplômé | NMC registration | NMC PIN | IDE DE
nurse-lead < nurse, team-lead : cadre de santé | cadre de soins | cadre infirmier | ward manager | ward sister | charge nurse | senior sister | matron | head nurse | lead nurse | nurse manager | nurse in charge | responsable de soins | infirmier coordinateur | infirmière coordinatrice | IDEC | faisant fonction de cadre | Stationsleitung | nurse lead | clinical lead nurse | directeur des soins | ward management | unit manager | chef d'unité de soins | deputy ward manager | sister in charge | nurse team leader | in charge of the ward | charge of the ward
nurse-senior < nurse : senior staff nurse | clinical nurse specialist | nurse specialist | infirmier de pratique avancée | advanced nurse practitioner | infirmier référent
nurse-leadership-school < nurse-lead : école des cadres | IFCS | institut de formation des cadres de santé
nurse-degree < nurse : diplôme d'État d'infirmier | diplôme d'infirmier | IFSI | nursing degree | BSc nursing | adult nursing | diplôme infirmier
wound-care < nursing-act : plaies | cicatrisation | plaies et cicatrisation | pansement | pansements complexes | wound care | tissue viability | escarre | pressure ulcer
nursing-act < health : prélèvement sanguin | prise de sang | venipuncture | phlebotomy | injection | perfusion | cannulation | voie veineuse | IV therapy | medication administration | administration des traitements | administration of medicines | drug round | sondage
palliative < health : soins palliatifs | palliative | palliative care | end of life | end of life care | fin de vie | hospice | bereaved | deuil | syringe driver | terminally ill | syringe drivers | comfort care | soins de confort | soins de support | bereavement | unité de soins palliatifs | USP | oncology | oncologie
geriatrics < health : gériatrie | gériatrique | gerontologie | personnes âgées | elderly | older people | geriatric | dementia | Alzheimer | EHPAD | USLD | gérontologie | frail | soins de suite | SSR | SMR | long séjour | maison de retraite | residential care
emergency-care < health : urgences | SMUR | SAMU | emergency department | A&E | réanimation | soins intensifs | intensive care | ICU | critical care | déchocage
life-support < first-aid : ALS | ILS | advanced life support | immediate life support | resuscitation | réanimation cardio | AFGSU | BLS | basic life support | gestes d'urgence | ACLS
surgery-care < health : bloc opératoire | chirurgie | operating theatre | surgical | theatre nurse | IBODE | IADE | anesthésie | anaesthetics | stérilisation
mental-health < health : psychiatrie | santé mentale | mental health | psychiatric | addictologie
paediatrics < health : pédiatrie | paediatric | pediatric | néonatologie | neonatal | puéricultrice | puériculture
infection-control < health : hygiène hospitalière | infection control | infection prevention | prévention des infections | précautions standard
care-record < health : dossier patient | dossier patient informatisé | patient records | transmissions ciblées | care plan | plan de soins | handover | électronique patient record
health-accreditation < quality : HAS | certification HAS | certification V2020 | visite de certification | expert visiteur | CQC | JCI accreditation | évaluation externe
care-assistant < health : aide-soignant | DEAS | AES | auxiliaire de vie | AMP | healthcare assistant | care assistant | carer | caregiver | nursing assistant | support worker | Pflegehelfer | auxiliar de enfermería | soins d'hygiène | aide à la toilette | nursing auxiliary | personal care | aide aux repas | auxiliaire de soins
midwife < health : sage-femme | midwife | maïeutique | Hebamme
physician < health : médecin | physician | general practitioner | doctor of medicine | docteur en médecine | Arzt | praticien hospitalier | surgeon | chirurgien
pharmacy < health : pharmacien | pharmacist | pharmacie | préparateur en pharmacie | pharmacy technician | officine | dispensary
physiotherapy < health : kinésithérapeute | masseur-kinésithérapeute | physiotherapist | physical therapist | rééducation | ergothérapeute | occupational therapist | psychomotricien | orthophoniste | speech therapist
dental < health : dentiste | chirurgien-dentiste | assistant dentaire | dental nurse | dental assistant | prothésiste dentaire
radiology < health : manipulateur radio | radiographer | imagerie médicale | IRM | medical imaging | scanner médical
optics < health : opticien | optician | orthoptiste | audioprothésiste
lab-tech < science, health : technicien de laboratoire | laboratory technician | biomedical scientist | laborantin | analyses médicales | TLM
psychologist < health, social : psychologue | psychologist | psychothérapeute
ambulance < health : ambulancier | paramedic | DEA ambulancier | ambulance
therapeutic-education < health : éducation thérapeutique | patient education | ETP
pain < health : gestion de la douleur | pain management | douleur | symptom control
home-care < health : HAD | hospitalisation à domicile | soins à domicile | SSIAD | home care | district nursing | community nursing | aide à domicile | maintien à domicile
#social : travail social | action sociale | social work | insertion | protection de l'enfance | médico-social
social-worker < social : assistant de service social | assistante sociale | social worker | travailleur social | Sozialarbeiter | trabajador social | CESF | conseiller en économie sociale
educator < social : éducateur spécialisé | moniteur éducateur | youth worker | DEES | éducateur de rue | accompagnant éducatif
integration-advisor < social : conseiller en insertion | CIP | conseiller emploi | employment advisor | job coach | mission locale
disability < social : handicap | disability | ESAT | IME | situation de handicap | special needs | AESH
childcare < social : auxiliaire de puériculture | CAP petite enfance | AEPE | crèche | assistante maternelle | nursery nurse | early years | childminder | nanny | garde d'enfants | ATSEM | petite enfance | EJE | éducateur de jeunes enfants | Erzieher
animation < social : BAFA | BAFD | BPJEPS | centre de loisirs | accueil de loisirs | youth leader | périscolaire
#education : enseignement | éducation nationale | teaching | pédagogie | école primaire | collège | lycée
teacher < education : professeur | enseignant | teacher | professeur des écoles | instituteur | Lehrer | profesor | CAPES | agrégation | CRPE | PGCE | QTS | lecturer | docente | maître de conférences | teaching assistant | cours particuliers | enseignement secondaire | enseignement supérieur | classroom | lesson planning | curriculum | tutoring | préparation de cours
trainer < education : formateur | trainer | animation de formations | facilitator | instructor | formation d'adultes | ingénierie pédagogique | instructional design | e-learning | training courses | sessions de formation | conception de formations | training delivery | animateur de formation | organisme de formation
school-life < education : CPE | vie scolaire | surveillant | assistant d'éducation | school administrator
librarian < education : bibliothécaire | documentaliste | librarian | archiviste | archivist
#science : laboratory | R&D | Forschung | scientifique
researcher < science : chercheur | researcher | ingénieur de recherche | research scientist | post-doc | doctorant | PhD student | scientist
chemistry < science : chimie | chimiste | chemistry | chemist | HPLC | chromatographie | formulation | synthèse organique
biology < science : biologie | biology | biotechnologie | PCR | culture cellulaire | cell culture | microbiologie | microbiology
clinical-research < science, health : attaché de recherche clinique | clinical research associate | essais cliniques | clinical trials | =GCP | BPC
pharma-industry < industry : industrie pharmaceutique | pharmaceutical | BPF | GMP | pharma
regulatory < science : affaires réglementaires | regulatory affairs
environment < science : écologie | développement durable | sustainability | ISO 14001 | bilan carbone
`;
