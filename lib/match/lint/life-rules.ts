import { forbidden, near, next, PERSONS, risky, type RiskRule } from './wording';

const OF_OTHERS = next("\\s+(?:des|du|de la|de l['’]|d['’]un|de nos|of (?:the |our )?(?!the candidate))");
const CARE = near(
  'suivi|accueil|accompagn\\w*|prise en charge|evalu\\w*|soins?|aupres|aide|patient\\w*|resident\\w*|usagers?|support\\w*|care|assess\\w*|monitor\\w*',
);

const FAMILY: RiskRule[] = [
  forbidden(
    'family',
    `celibataires?|mariee?s? (?:ou|et)|situation (?:familiale|matrimoniale|de famille)|statut matrimonial|etat civil|sans (?:enfants?|charges? de famille|contraintes? familiales?|attaches?)|(?:mere|pere)s? de famille|enfants? en bas age|vos enfants|garde de vos enfants`,
    { unlessBefore: CARE, unlessAfter: OF_OTHERS, noun: true },
  ),
  forbidden(
    'family',
    `marital status|family status|unmarried|(?:no|without|not have(?: any)?) (?:children|kids|family (?:commitments|ties|obligations|responsibilities))|childless|single (?:man|woman|person|candidate|applicant)s?|family man|working mothers?|young children at home`,
    { unlessBefore: CARE, noun: true },
  ),
  forbidden(
    'pregnancy',
    `pas de femmes? enceintes?|femmes? enceintes? s['’]abstenir|(?:ne pas |non |pas |tomber |etre |est )enceintes?|projets? (?:de (?:grossesse|maternite|bebe)|d['’]enfants?)|desir d['’]enfants?|grossesse (?:prevue|en cours|envisagee)|not (?:be )?pregnant|no pregnan\\w+|pregnancy (?:plans?|status)|maternity plans?|plan(?:ning|s)? (?:a family|to (?:have children|get pregnant|become pregnant))|get(?:ting)? pregnant`,
  ),
];

const HEALTH: RiskRule[] = [
  forbidden(
    'health',
    `(?:en )?(?:bonne|excellente|parfaite) sante|sans (?:probleme de sante|handicap|maladie|arrets? maladie|antecedents? medica\\w+)|(?:pas|aucun) (?:de )?(?:handicap\\w*|arrets? maladie)|non handicapee?s?|certificat de bonne sante|etat de sante`,
    {
      unlessBefore: near(
        'entreprise|groupe|societe|marche|patients?|residents?|animaux|troupeau|suivi|evolution|surveill\\w*|economi\\w*',
      ),
      unlessAfter: next(
        "\\s+(?:financiere|economique|mentale au|des|du|de la|de l['’]|animale|publique|au travail|de nos|d['’]un)",
      ),
      noun: true,
    },
  ),
  forbidden(
    'health',
    `able[- ]bodied|(?:in )?(?:good|excellent|perfect) health(?! (?:and|&))|clean bill of health|(?:no|without|free (?:of|from)) (?:any )?(?:disabilit\\w+|health (?:problems?|issues)|medical conditions?|sick(?:ness)? (?:leave|record|days))|(?:mentally|physically) (?:stable|healthy)|(?:must be|only) healthy|healthy (?:${PERSONS})`,
    {
      unlessAfter: next('\\s*(?:insurance|and safety|& safety|care|plan|benefits|outcomes|cover|records|economics)'),
      noun: true,
    },
  ),
  risky(
    'health',
    `bonne (?:condition|forme|resistance) physique|physiquement apte|aptitude physique|resistance au stress|physically fit|physical fitness`,
    {
      suggestion: {
        fr: 'décrivez la tâche : « port de charges jusqu’à 15 kg » ; l’aptitude relève du médecin du travail',
        en: 'describe the task: “lifting up to 15 kg”; fitness is for occupational health to say',
      },
    },
  ),
  risky(
    'privacy',
    `non[- ]fumeu(?:r|se)s?|non[- ]smok(?:er|ing)s?|signe astrologique|groupe sanguin|graphologi\\w+|numero de securite sociale|social security number|(?:profil|compte) (?:facebook|instagram)|(?:facebook|instagram) (?:profile|account)`,
    {
      unlessAfter: next('\\s+(?:area|site|environment|office|building|de l|du client)'),
      unlessBefore: near('gerer|manage|animer|animation|run|running|notre|our'),
    },
  ),
];

const FAITH =
  'catholiques?|musulmane?s?|juifs?|juives?|chretien(?:ne)?s?|protestante?s?|evangeliques?|bouddhistes?|athees?|christians?|muslims?|jewish|jews?|catholics?|hindus?|atheists?';
const BELIEFS: RiskRule[] = [
  forbidden(
    'religion',
    `(?:${PERSONS}|etre|must be|should be|de confession|de religion|pas de|pas d['’]|sans|only|no) (?:un |une |a |an )?(?:${FAITH})|(?:${FAITH}) (?:pratiquante?s?|only|uniquement)|practi[cs]ing (?:${FAITH})|(?:sa|votre|your|their) (?:religion|faith|confession)|religious (?:beliefs?|affiliation|background)|convictions? religieuses?|church[- ]?go(?:er|ing)s?|(?:port du|sans|pas de) (?:voile|foulard|kippa|hijab)|no (?:headscar\\w+|hijab|turban|veil)s?`,
    { unlessBefore: near('navigation|bateau|ecole|enseignement|hopital'), noun: true },
  ),
  forbidden(
    'politics',
    `opinions? politiques?|(?:engagement|militantisme|appartenance|convictions?|activites?) politiques?|(?:${PERSONS}|sensibilite|idees) (?:de|d['’]extreme) ?(?:gauche|droite)|political (?:views?|opinions?|affiliations?|beliefs?|activit\\w+)|apolitical|left[- ]wing|right[- ]wing`,
    { unlessBefore: near('sondages?|analys\\w*|science|research|survey'), noun: true },
  ),
  forbidden(
    'union',
    `(?:non[- ]|pas |ni )?syndiquee?s?|(?:pas de|sans|aucun\\w*) (?:syndicalistes?|mandat syndical|activites? syndicales?|passe syndical)|(?:activites?|appartenance|engagement) syndicales?|non[- ]union(?:i[sz]ed)?|(?:no|not) (?:be )?(?:in |a |part of |members? of )*(?:a )?(?:trade )?union(?: members?| activists?| membership)?|union (?:members?|activists?) (?:need not|not|excluded)|trade union (?:membership|activit\\w+)`,
    { unlessBefore: near('relations?|negoci\\w*|gestion|suivi|salaries'), noun: true },
  ),
  forbidden(
    'orientation',
    `orientation sexuelle|identite de genre|sexual orientation|gender identity|(?:hetero|homo|trans)sexuel(?:le)?s?|heterosexuals?|transgenre?s?|transgender|straight (?:${PERSONS}|man|men)|(?:no|not|pas de) (?:gays?|lesbian\\w*|lesbienne\\w*|homosexuals?)`,
    { noun: true },
  ),
];

const LOOKS: RiskRule[] = [
  forbidden(
    'appearance',
    `physique (?:agreable|avantageux|attractif|attrayant|irreprochable)|(?:beau|joli) physique|belle apparence|apparence physique|mensurations?|taille mannequin|(?:joli|beau) (?:sourire|visage)|good[- ]looking|attractive (?:${PERSONS}|man|woman|women|appearance|looks)|slim (?:${PERSONS}|figure|build)|physical appearance|(?:surpoids|obes\\w+|overweight)`,
    { unlessBefore: CARE, noun: true },
  ),
  risky(
    'appearance',
    `(?:bonne|excellente|tres bonne) presentation|presentation (?:soignee|irreprochable|impeccable)|presente bien|sans (?:tatouages?|piercings?)|well[- ]presented|presentable|well[- ]groomed|no (?:visible )?(?:tattoos?|piercings?)`,
    {
      unlessAfter: next("\\s+(?:orale|ecrite|des|du|de(?! soi)|d['’]|powerpoint)"),
      unlessBefore: near('plats?|assiettes?|rayons?|produits?|desserts?|documents?|dossiers?|food'),
      suggestion: {
        fr: '« tenue fournie » ou « sens de l’accueil »',
        en: '“welcoming manner”, or say what is to be worn',
      },
    },
  ),
  risky(
    'appearance',
    `(?:cv|candidature|lettre)[^.\\n]{0,30}(?:avec|\\+|et) (?:une |votre )?photo(?:graphie)?(?: d['’]identite)?|photo(?:graphie)?s? (?:obligatoires?|exigees?|souhaitees?|demandees?|requises?|recente)|(?:joindre|joignez|envoye[rz]|fourni[rz]|fournissez) (?:une |votre )?photo(?:graphie)?|(?:attach|send|include|enclose|with) (?:us )?(?:a |your )?(?:recent )?(?:photo|photograph|headshot|picture of yourself)|photo(?:graph)? (?:required|mandatory)`,
    {
      suggestion: {
        fr: 'retirez la demande de photo : elle n’a pas de lien avec l’emploi',
        en: 'don’t ask for a photo: it has nothing to do with the job',
      },
    },
  ),
];

const CIRCUMSTANCES: RiskRule[] = [
  risky(
    'address',
    `(?:habit(?:er|ant|ez|e)|resid(?:er|ant|ez|e)|domiciliee?s?|vivant|vivre|logeant) (?:imperativement |obligatoirement |deja )?(?:a |au |aux |en |dans |sur |pres |le |la )(?:proximite|moins|\\p{L}+)|lieu de (?:residence|domicile)|adresse personnelle|(?:must|should|to) (?:live|reside) (?:in|within|near|close|locally)|living (?:in|within|near|close to) \\p{L}+|local (?:residents|candidates|applicants) only|home address|pas du 9[0-5]`,
    {
      unlessBefore: near(
        'personnes?|patients?|residents?|usagers?|familles?|seniors?|clients?|people|families|customers|users|beneficiaires',
      ),
      noun: true,
      suggestion: {
        fr: 'dites ce que le poste demande : « astreinte, être sur place en 30 minutes »',
        en: 'say what the job needs: “on call, on site within 30 minutes”',
      },
    },
  ),
  risky(
    'wealth',
    `pas de (?:chomeurs?|demandeurs? d['’]emploi)|chomeurs? s['’]abstenir|actuellement en poste (?:uniquement|obligatoire\\w*)|fichee?s? (?:a la )?banque|interdite?s? bancaires?|unemployed (?:need not apply|excluded)|currently employed only|no unemployed|credit (?:check|score|history)`,
  ),
  risky(
    'record',
    `casier (?:judiciaire )?(?:vierge|neant)|casier judiciaire|bulletin n ?[°o] ?[23]|(?:no|clean) criminal (?:record|history|convictions?)|criminal record`,
    {
      unlessAfter: next('\\s+(?:check)?s? ?(?:required by law)'),
      suggestion: {
        fr: 'ne le demandez que si une loi l’impose pour ce poste, et citez-la',
        en: 'ask only where a law requires it for this job, and name it',
      },
    },
  ),
  risky(
    'military',
    `(?:degagee?s? des )?obligations? militaires?|service (?:militaire|national) (?:effectue|accompli|fait)|situation militaire|military (?:service )?(?:status|obligations?|service completed)|completed military service`,
  ),
];

export const LIFE_RULES: RiskRule[] = [...FAMILY, ...HEALTH, ...BELIEFS, ...LOOKS, ...CIRCUMSTANCES];

const GROUND_FR =
  'age|sexe|genre|origine|nationalite|religion|grossesse|maternite|etat de sante|sante|handicap|situation familiale|couple|apparence|physique|nom de famille|couleur|accent|adresse|quartier';
const GROUND_EN =
  'age|gender|sex|race|origin|ethnicity|nationality|religion|faith|pregnancy|health|disability|marital status|family situation|looks|appearance|skin|accent|home address|postcode';

/** Where somebody writes about one person (notes, letters) or tells a model what to look at (prompts). */
export const PERSONAL_RULES: RiskRule[] = [
  forbidden(
    'privacy',
    `(?:(?:compte tenu|en raison|a cause|du fait|au vu|en fonction) de |malgre |selon )?(?:votre|son|sa|leur|l['’]|le|la) ?(?:${GROUND_FR})(?: (?:du|de la) (?:candidate?|personne))?`,
    {
      noun: true,
      unlessAfter: next("\\s+(?:des|du|de l|de nos|d['’]|au travail|et (?:la )?securite|publique|animale|moyen)"),
    },
  ),
  forbidden(
    'privacy',
    `(?:because of |due to |given |despite |considering |based on |according to |take into account |by )?(?:your|his|her|their|the candidate['’]s|the applicant['’]s) (?:${GROUND_EN})|(?:based on|according to|by|depending on|consider(?:ing)?) (?:the )?(?:${GROUND_EN})`,
    { noun: true, unlessAfter: next('\\s*(?:and safety|& safety|care|insurance|check)') },
  ),
];
