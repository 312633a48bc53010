/**
 * Words that state nothing about a person's past: function words, wishes, courtesy, the furniture of letters. A star stands for any ending. Words of deeds
 * (diriger, créer, développer…), of rank and of praise are left out on purpose: they have to stand in the profile.
 */
export const HARMLESS_FR = `
a à au aux avec car ce cet cette ces c d de des du dans donc elle elles en entre et ou où par pour que qu qui quoi quel quelle quels quelles s sa se ses si son sous sur te tu un une
vers voici y je j me m moi mon ma mes nous notre nos vous votre vos leur leurs il ils on l la le les lui n t ainsi aussi alors afin comme lors lorsque dont cela ceci tout toute tous toutes
très bien encore déjà aujourd hui désormais actuellement enfin également notamment puis ensuite après avant pendant depuis jusque jusqu durant chaque même autre autres ici là tant
suis es est sommes êtes sont été étais était étiez serai serais serait seriez serez sera être étant ai as avons avez ont eu avais avait aurai aurais aurait auriez aurez aura avoir ayant
peux peut pouvez pouvons pourrai pourrais pourrait pourriez pourrons pouvoir veux voudrais vouloir dois doit devoir vais va allons allez fais fait faire
souhait* désir* espér* aimer* permet* permis* intéress* attir* motiv* enthousias* rejoindre intégr* candidat* postul* poste postes offre offres annonce fonction fonctions mission missions
équipe équipes entreprise entreprises société établissement métier métiers domaine domaines secteur parcours expérience expériences expérimenté compétence compétences connaissance
connaissances connais connaît connaissez savoir travail travaux travaille travaillé travaillez travailler exerce exercé exerçant exercer exercez occupe occupé occuper occupez activité
activités professionnel professionnelle professionnels professionnelles profession carrière formation langue langues niveau année années an ans mois
merci remerci* cordial* salutations distinguées agréer prie prions recevoir recevez recevrez attention considération sincère* respectueu* disposition entretien rencontr* échang* discuter
discussion plaisir honneur heureux heureuse ravi ravie joie hâte lire lu lecture retour réponse suite temps moment occasion opportunité projet projets confirm* correspond* répond* besoin
besoins attente attentes recherche recherché recherchez recherchons cherche cherchez propose proposé proposez présente présenter adresse adresser envoyer envoyé joint jointe cv lettre
profil dossier question questions détail détails détailler évoquer évoqué parler parle parlez apporter apporte apporterai contribuer contribution mettre mets mis mise service profit
partager découvrir découvert apprendre apprends apprendrai appris progresser évoluer évolué poursuivre poursuis continuer acquis acquise acquises acquérir utilise utilisé utiliser utilisez
pratique pratiqué pratiquer pratiquez comprendre comprends obtenu obtenue titulaire intérêt intérêts nouveau nouvelle nouveaux nouvelles prochain prochaine apprécié apprécions remarqué
retenu retenir noté notons relevé qualité sens envie choix raison raisons ligne lien liens rapport cadre cœur côté sein suivant suivante suivants suivantes beaucoup chez rôle titre tâche tâches quotidien quotidienne
abord chargé chargée charge charges assure assuré assurer assurais assurez occupant occupais occupe occupé passion* intéressé commenc* début débuts débuté débuter rejoint rejoins rejoignant
objectif objectifs ambition ambitions sujet sujets façon manière idée but suivre suivi suivais rester resté reste restant sert servir servi servent offre offrir offrant permettant
permet jour jours vie matin place point fait faits grâce auprès ailleurs ensemble lequel laquelle lesquels afin puisque parce bref volontiers naturellement simplement surtout aisément
facilement prêt prête enrichir enrichi enrichissant vraie vrai réel réelle clair claire voir vu vue venir venu vient penser pense crois croire 
passage chemin parvenu parvenue auparavant autrefois précédemment initialement parallèlement finalement ultérieurement vivement devenir devenu devenue deviens possède possédez possédant disposant dispose
logiciel logiciels outil outils numéro parcours familier familière familiers familières manie manier investis réussi maintenant vif vive proche actuel actuelle actuels actuelles
madame monsieur bonjour janvier février mars avril mai juin juillet août septembre octobre novembre décembre
`;
