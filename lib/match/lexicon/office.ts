/** Finance, people, administration, law, banking, property. */
export default `
#finance : finance | financier | comptabilité gestion | accounting and finance | direction financière | DAF | financial
accountant < finance : comptable | accountant | comptabilité | accounting | accounting technician | bookkeeper | bookkeeping | comptable général | comptable unique | comptable confirmé | Buchhalter | contable | boekhouder | financial accountant | aide-comptable | assistant comptable | accounts assistant | cabinet comptable | cabinet d'expertise comptable | tenue comptable | general ledger | grand livre
chief-accountant < accountant, team-lead : chef comptable | responsable comptable | head of accounting | chief accountant | accounting manager | finance manager | responsable administratif et financier | financial controller
chartered-accountant < accountant : expert-comptable | chartered accountant | ACCA | CPA | ACA | CIMA | DSCG | DEC | DCG | DECF | DUT GEA
closing < accountant : clôture | clôture mensuelle | clôture annuelle | arrêté des comptes | arrêté annuel | arrêté mensuel | month-end | month-end close | year-end | year-end close | bilan | liasse | liasse fiscale | balance sheet | statutory accounts | états financiers | financial statements | compte de résultat | situation mensuelle | comptes annuels
consolidation < accountant : consolidation | consolidation statutaire | comptes consolidés | consolidated accounts | group accounts | intercompany | intragroupe | inter-sociétés | group reporting | comptes groupe | reporting groupe | sous-consolidation | multi-entity | plusieurs entités | Konsolidierung
ifrs < accountant : IFRS | normes IFRS | US GAAP | French GAAP | normes comptables
tax < accountant : fiscalité | fiscal | TVA | déclaration de TVA | liasse fiscale | impôt sur les sociétés | =IS | VAT | VAT returns | tax | taxation | corporation tax | déclarations fiscales | tax returns | CFE | CVAE | fiscaliste | Steuer
receivables < accountant : comptabilité clients | accounts receivable | recouvrement | credit control | relances clients | encaissements | debt collection
payables < accountant : comptabilité fournisseurs | accounts payable | purchase ledger | factures fournisseurs | rapprochement de factures
reconciliation < accountant : rapprochement bancaire | bank reconciliation | lettrage | reconciliation | balance sheet reconciliations
fixed-assets < accountant : immobilisations | fixed assets | amortissements
treasury < finance : trésorerie | treasury | cash flow | cash management | cash forecast | prévisionnel de trésorerie
auditor < finance : audit financier | audit légal | audit comptable | auditeur | auditor | commissaire aux comptes | commissariat aux comptes | external audit | auditors | réviseur
controller < finance : contrôleur de gestion | contrôle de gestion | management accountant | financial analyst | FP&A | business controller | management accounts | Controller | analyste financier | forecasting | variance analysis | prix de revient industriel
internal-control < finance : contrôle interne | internal control | internal controls | SOX | procédures de contrôle | internal audit | audit interne
~budget : budget | budgets | budgétaire | budget responsibility | suivi budgétaire | P&L | compte d'exploitation | gestion budgétaire | presupuesto | Budgetverantwortung | cost control
invoicing < finance, admin : facturation | invoicing | billing | devis et factures | invoices
#hr : ressources humaines | =RH | =HR | human resources | Personalwesen | recursos humanos | service du personnel | people operations | people team | gestion du personnel
hr-generalist < hr : responsable ressources humaines | RRH | chargé RH | généraliste RH | HR manager | HR business partner | HRBP | partenaire RH | HR generalist | HR advisor | gestionnaire RH | assistant RH | HR administrator | HR officer | DRH | directeur des ressources humaines | people partner | HR director | chargé de ressources humaines | HR assistant | responsable du personnel
recruitment < hr : recrutement | recruiting | recruitment | recruiter | recruteur | chargé de recrutement | talent acquisition | sourcing candidats | entretiens d'embauche | embauches | hiring | job interviews | job boards | campagne de recrutement | staffing | ATS
payroll < hr : paie | payroll | gestionnaire de paie | bulletins de paie | bulletins de salaire | DSN | variables de paie | éléments variables | payslips | payroll administrator | Lohnabrechnung | Silae | Sage Paie
labour-relations < hr : relations sociales | dialogue social | CSE | IRP | représentants du personnel | instances représentatives | délégués du personnel | comité d'entreprise | syndicats | unions | trade union | trade unions | employee relations | industrial relations | négociation annuelle | NAO | élections professionnelles | works council | partenaires sociaux
discipline < hr : disciplinaire | sanctions | procédures disciplinaires | licenciement | disciplinary | grievance | dismissal | rupture conventionnelle | contentieux prud'homal | prud'hommes | redundancy
labour-law < hr, law : droit du travail | droit social | code du travail | employment law | labour law | labor law | convention collective | droit du travail français | Arbeitsrecht
hris < hr : SIRH | HRIS | logiciel RH | Workday | SuccessFactors | Kelio | Lucca | Cegid HR | HR system | PeopleSoft
training-plan < hr : plan de formation | plan de développement des compétences | training plan | learning and development | L&D | OPCO | budget formation | training needs | parcours d'intégration
onboarding < hr : onboarding | intégration des nouveaux | accueil des nouveaux | induction | parcours d'accueil
workforce-planning < hr : GPEC | GEPP | workforce planning | entretiens annuels | performance reviews | appraisals | talent management | mobilité interne | marque employeur | employer branding
absence < hr : absentéisme | absence management | sickness absence | gestion des temps | time and attendance | congés et absences
temp-agency < hr : intérim | agence d'emploi | travail temporaire | temporary staffing | recruitment agency | agence d'intérim
compensation < hr : rémunération | comp and ben | compensation and benefits | politique salariale
#admin : administratif | administration | clerical | Verwaltung | administrative
secretary < admin : secrétaire | secretary | assistant administratif | secrétariat | administrative assistant | office assistant | Sekretär | secretario | agent administratif | employé administratif | office manager | assistant polyvalent | administrator | gestionnaire administratif | clerk
executive-assistant < secretary : assistant de direction | executive assistant | personal assistant | assistant exécutif | =PA | secrétaire de direction
medical-secretary < secretary : secrétaire médical | secrétariat médical | medical secretary | medical receptionist | assistant médico-administratif | cabinet médical | dictée médicale | medical office | comptes rendus médicaux | courriers médicaux | carte Vitale | télétransmission | feuilles de soins
reception < admin : accueil | hôte d'accueil | hôtesse d'accueil | agent d'accueil | receptionist | accueil physique | accueil téléphonique | accueil physique et téléphonique | front desk | tenue du standard | reception desk | reception duties | standard téléphonique | standardiste | switchboard | front office | Empfang | recepcionista | phone answering | accueil des patients | accueil des visiteurs
scheduling < admin : prise de rendez-vous | rendez-vous | appointments | appointment booking | Doctolib | gestion d'agendas | diary management | planification des rendez-vous
office-supplies < admin : fournitures | fournitures de bureau | office supplies | commande de fournitures | consommables de bureau | stationery
typing < admin : saisie | data entry | typing | saisie de données | audio typing | rédaction de courriers | correspondance | courrier | mise en forme de documents | courriers
spelling < admin : orthographe | certificat Voltaire | projet Voltaire | spelling | rédaction sans faute | proofreading | relecture | qualités rédactionnelles
filing < admin : classement | archivage | filing | archives | gestion documentaire | document control | numérisation
meeting-support < admin : comptes rendus | minutes | procès-verbaux | organisation de réunions | travel arrangements | déplacements professionnels | meeting minutes
confidentiality < admin : confidentialité | secret professionnel | secret médical | confidentiality | discretion | RGPD
sales-admin < admin, sales : ADV | administration des ventes | sales administration | order processing | saisie des commandes | assistant commercial | gestion des commandes | customer orders
#law : juridique | legal | law | avocat | Recht
lawyer < law : juriste | avocat | lawyer | solicitor | legal counsel | general counsel | attorney | barrister | in-house counsel | CAPA | LPC | LLB | LLM | notaire | Rechtsanwalt | abogado | Jurist
paralegal < law : paralegal | assistant juridique | clerc | legal assistant | clerc de notaire | greffier
contracts < law : contrats commerciaux | contract drafting | rédaction de contrats | contract negotiation | commercial contracts | contract law | droit des contrats | drafting contracts
data-protection < law : RGPD | GDPR | DPO | protection des données | data protection | data privacy
litigation < law : contentieux | litigation | disputes | dispute resolution | arbitrage | précontentieux
company-law < law : droit des sociétés | corporate law | company law | M&A | fusions acquisitions | mergers and acquisitions | company secretarial
intellectual-property < law : propriété intellectuelle | intellectual property | marques et brevets | trademarks | patents
compliance < law, finance : conformité | compliance | LCB-FT | AML | anti-money laundering | KYC
#bank : banque | bank | banking | assurance | insurance | Versicherung
bank-advisor < bank, sales : conseiller bancaire | conseiller clientèle | chargé de clientèle | conseiller en patrimoine | relationship manager | personal banker | wealth management | CGP | gestionnaire de patrimoine | conseiller financier
credit < bank : crédit | mortgage | prêt immobilier | analyste crédit | credit analyst | underwriting
insurance-claims < bank : sinistres | gestionnaire de sinistres | claims | claims handler | souscripteur | underwriter | courtier | insurance broker | gestionnaire d'assurance | actuaire | actuary
#property : immobilier | real estate | property
estate-agent < property, sales : agent immobilier | négociateur immobilier | estate agent | conseiller immobilier | lettings | real estate agent | transaction immobilière
property-manager < property : gestionnaire locatif | syndic | copropriété | property manager | gestion locative | facility manager | services généraux | facilities management
public-service < admin : collectivité territoriale | fonction publique | mairie | civil service | local government | état civil | marchés publics | public procurement | territorial
`;
