/** Health, social work, education, science. */
export default `
#health : santé ; healthcare ; health care | hôpital ; hospital ; Krankenhaus ; hospitalier | clinique ; clinic | EHPAD ; nursing home ; care home | soins | résident dépendant
nurse < health : infirmier ; infirmier diplômé d'État ; IDE ; nurse ; registered nurse ; staff nurse ; RGN ; nursing ; soins infirmiers ; Krankenschwester ; Krankenpfleger ; Pflegefachkraft ; enfermero ; verpleegkundige ; infermiere ; infirmier diplômé ; IDE DE ; adult nurse ; soins de nursing ; nursing care | > IDEL | > RMN | NMC ; Nursing and Midwifery Council ; NMC registration ; NMC PIN | > bedside nursing ; bedside care | ordre infirmier | soins techniques
nurse-lead <= nurse, team-lead : cadre de santé ; cadre de soins ; cadre infirmier ; ward manager ; nurse manager ; head nurse ; Stationsleitung ; ward sister | > charge nurse ; nurse in charge ; in charge of the ward ; charge of the ward ; sister in charge | > senior sister | > matron | > lead nurse ; nurse lead ; clinical lead nurse ; nurse team leader | > infirmier coordinateur ; infirmière coordinatrice ; IDEC | > responsable de soins | > faisant fonction de cadre | > ward management ; unit manager ; chef d'unité de soins | directeur des soins | deputy ward manager
nurse-senior <= nurse : clinical nurse specialist ; nurse specialist | infirmier de pratique avancée ; advanced nurse practitioner | senior staff nurse | infirmier référent
nurse-leadership-school < nurse-lead : école des cadres ; IFCS ; institut de formation des cadres de santé
nurse-degree <= nurse : diplôme d'État d'infirmier ; diplôme d'infirmier ; nursing degree ; BSc nursing ; diplôme infirmier ; adult nursing | IFSI
wound-care < nursing-act : plaies et cicatrisation ; wound care ; plaies ; cicatrisation ; tissue viability | > pansements complexes | > pansement | > escarre ; pressure ulcer
nursing-act < health : prélèvement sanguin ; prise de sang ; venipuncture ; phlebotomy | perfusion ; IV therapy | voie veineuse ; cannulation | administration des traitements ; medication administration ; administration of medicines ; drug round | injection | sondage
palliative < health : soins palliatifs ; palliative ; palliative care ; fin de vie ; end of life ; end of life care | > unité de soins palliatifs ; USP | > hospice | > terminally ill | soins de confort ; comfort care | deuil ; bereaved ; bereavement | syringe driver ; syringe drivers | oncologie ; oncology | soins de support
geriatrics < health : gériatrie ; gériatrique ; gérontologie ; gerontologie ; geriatric ; personnes âgées ; elderly ; older people | > EHPAD ; maison de retraite | > USLD ; long séjour | > dementia | > Alzheimer | soins de suite ; SSR ; SMR | frail | residential care
emergency-care < health : urgences ; emergency department ; A&E | > SMUR | > SAMU | > déchocage | soins intensifs ; intensive care ; ICU ; critical care ; réanimation
life-support <= first-aid : AFGSU ; gestes d'urgence | BLS ; basic life support | ALS ; advanced life support ; ACLS | ILS ; immediate life support | resuscitation ; réanimation cardio
surgery-care < health : bloc opératoire ; operating theatre ; theatre nurse | chirurgie ; surgical | anesthésie ; anaesthetics | IBODE | IADE | stérilisation
mental-health < health : psychiatrie ; psychiatric ; santé mentale ; mental health | > addictologie
paediatrics < health : pédiatrie ; paediatric ; pediatric | > néonatologie ; neonatal | > puériculture ; puéricultrice
infection-control < health : hygiène hospitalière ; infection control ; infection prevention ; prévention des infections | > précautions standard
care-record < health : dossier patient ; dossier patient informatisé ; patient records ; électronique patient record | transmissions ciblées ; handover | plan de soins ; care plan
health-accreditation < quality : certification HAS ; HAS | certification V2020 | visite de certification | expert visiteur | CQC | JCI accreditation | évaluation externe
care-assistant < health : aide-soignant ; healthcare assistant ; care assistant ; nursing assistant ; nursing auxiliary ; Pflegehelfer ; auxiliar de enfermería ; auxiliaire de soins | > DEAS | auxiliaire de vie ; carer ; caregiver ; support worker | soins d'hygiène ; personal care | AES | AMP | aide à la toilette | aide aux repas
midwife < health : sage-femme ; midwife ; maïeutique ; Hebamme
physician < health : médecin ; physician ; doctor of medicine ; docteur en médecine ; Arzt | > general practitioner | > praticien hospitalier | > surgeon ; chirurgien
pharmacy < health : pharmacien ; pharmacist | pharmacie ; officine ; dispensary | préparateur en pharmacie ; pharmacy technician
physiotherapy < health : kinésithérapeute ; masseur-kinésithérapeute ; physiotherapist ; physical therapist | ergothérapeute ; occupational therapist | orthophoniste ; speech therapist | rééducation | psychomotricien
dental < health : dentiste ; chirurgien-dentiste | assistant dentaire ; dental nurse ; dental assistant | prothésiste dentaire
radiology < health : manipulateur radio ; radiographer | imagerie médicale ; medical imaging | IRM | scanner médical
optics < health : opticien ; optician | orthoptiste | audioprothésiste
lab-tech < science, health : technicien de laboratoire ; laboratory technician ; laborantin ; TLM | biomedical scientist | analyses médicales
psychologist < health, social : psychologue ; psychologist | psychothérapeute
ambulance < health : ambulancier ; ambulance ; DEA ambulancier ; paramedic
therapeutic-education < health : éducation thérapeutique ; patient education ; ETP
pain < health : gestion de la douleur ; pain management ; douleur | symptom control
home-care < health : soins à domicile ; district nursing ; community nursing | > HAD ; hospitalisation à domicile | > SSIAD | aide à domicile ; maintien à domicile ; home care
#social : travail social ; action sociale ; social work | insertion | protection de l'enfance | médico-social
social-worker < social : assistant de service social ; assistante sociale ; social worker ; Sozialarbeiter ; trabajador social | CESF ; conseiller en économie sociale | travailleur social
educator < social : éducateur spécialisé ; DEES | moniteur éducateur | youth worker | éducateur de rue | accompagnant éducatif
integration-advisor < social : conseiller en insertion ; CIP ; employment advisor ; conseiller emploi | job coach | mission locale
disability < social : handicap ; disability ; situation de handicap ; special needs | > ESAT | > IME | > AESH
childcare < social : petite enfance ; early years | > auxiliaire de puériculture | > CAP petite enfance ; AEPE | > crèche | > nursery nurse | > assistante maternelle ; childminder | > nanny ; garde d'enfants | > ATSEM | > EJE ; éducateur de jeunes enfants ; Erzieher
animation < social : centre de loisirs ; accueil de loisirs | BAFA | BAFD | BPJEPS | youth leader | périscolaire
#education : enseignement ; teaching | éducation nationale | pédagogie | école primaire | collège | lycée
teacher < education : professeur ; enseignant ; teacher ; Lehrer ; profesor ; docente | > professeur des écoles ; instituteur | > lecturer ; maître de conférences ; enseignement supérieur | > enseignement secondaire | > cours particuliers ; tutoring | lesson planning ; préparation de cours | CAPES | agrégation | CRPE | PGCE | QTS | teaching assistant | classroom | curriculum
trainer < education : formateur ; trainer ; instructor ; animateur de formation ; animation de formations ; training delivery | > formation d'adultes | ingénierie pédagogique ; instructional design ; conception de formations | training courses ; sessions de formation | facilitator | e-learning | organisme de formation
school-life < education : vie scolaire | surveillant ; assistant d'éducation | CPE | school administrator
librarian < education : bibliothécaire ; librarian | archiviste ; archivist | documentaliste
#science : laboratory | R&D | Forschung | scientifique
researcher < science : chercheur ; researcher ; research scientist ; scientist | > ingénieur de recherche | > post-doc | doctorant ; PhD student
chemistry < science : chimie ; chimiste ; chemistry ; chemist | > synthèse organique | HPLC | chromatographie | formulation
biology < science : biologie ; biology | > biotechnologie | culture cellulaire ; cell culture | > microbiologie ; microbiology | PCR
clinical-research < science, health : attaché de recherche clinique ; clinical research associate | essais cliniques ; clinical trials | =GCP ; BPC
pharma-industry < industry : industrie pharmaceutique ; pharmaceutical ; pharma | BPF ; GMP
regulatory < science : affaires réglementaires ; regulatory affairs
environment < science : développement durable ; sustainability | écologie | ISO 14001 | bilan carbone
`;
