/**
 * Fields of work after the fourteen major domains of ROME (France Travail's directory of occupations), with IT set apart from business support;
 * each with stems of folded words in French and English titles and skills.
 */
export const DOMAINS: Record<string, string> = {
  agriculture: 'agricol agricult jardin paysag horticol viticol eleveur farm garden landscap',
  arts: 'graphis artis designer illustrat photograph bijout',
  'finance-property': 'banqu bank assur insur immobil courtier actuair trader underwrit patrimoine realt',
  sales:
    'vend vente commerc sales retail account caiss cashier merchandis store magasin boutique teleconseil shop customer client support',
  communication: 'communicat journalis redact marketing media presse editor copywriter webmaster seo publicit',
  construction:
    'macon plomb electric charpent couvreur peintre menuis btp construct chantier geometr architect carrel builder bricklay plumb roof carpent',
  hospitality:
    'cuisin chef commis serveu barman hotel restaur patissi boulang receptionn cook waiter waitress barista kitchen traiteur sommelier tourism',
  industry:
    'production usin industr qualite soud chaudronn operateur mecani ingenieur engineer manufactur machinist welder methodes konstrukteur laborant',
  maintenance: 'maintenance frigoris chauffagis automatic electromecan depann technician fitter installateur',
  health:
    'infirmi nurse medec medic sante soin aide-soign pharmac kine sage-femme clinic care ambulanc dentis health puericult psycholog therap',
  services:
    'aide auxiliaire educat animat enseign professeur teacher formateur trainer social nettoy clean securit security guard petite enfance tutor lecturer',
  entertainment: 'comedien musicien spectacle regisseur theatre actor music sport coach',
  it: 'developp developer logiciel software informati web devops data cloud reseau network systeme backend frontend fullstack stack programm cyber',
  'business-support':
    'comptab account-assist rh ressourc recrut paie payroll secretair assistant administrat jurid juris legal audit controle gestion finance achat human hr office clerk recruit',
  'transport-logistics':
    'chauff conduct livreu transport logisti carist magasini entrepot warehouse driver forklift picker packer stock suppl dispatch planner',
};
