import type { DomainErrorCode } from './error-codes';
import type { DomainErrorMeta } from './errors';
import { isDay } from './day';
import { formatDay, formatEuros, formatNumber } from './format';
import { french } from './typography';

type Sentence = (meta: DomainErrorMeta) => string;

/** A fact of the meta as words; `otherwise` when it is absent. */
function say(meta: DomainErrorMeta, key: string, otherwise = '…'): string {
  const value = meta[key];
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'string' && value !== '') return isDay(value) ? formatDay(value) : value;
  return otherwise;
}

/** An amount of the meta, given in cents, as euros. */
function euros(meta: DomainErrorMeta, key: string): string {
  const value = meta[key];
  return typeof value === 'number' ? formatEuros(value) : '…';
}

/** « 40 secondes », « 4 minutes », from a number of seconds. */
function waiting(seconds: unknown): string {
  const count = typeof seconds === 'number' ? Math.max(1, Math.ceil(seconds)) : 60;
  const minutes = Math.ceil(count / 60);
  return count < 60 ? `${count} ${count < 2 ? 'seconde' : 'secondes'}` : `${minutes} ${minutes < 2 ? 'minute' : 'minutes'}`;
}

/** Too many tries, as each door says it: a forgotten password helps at the doors of an account only. */
function tooManyAttempts({ door, seconds }: DomainErrorMeta): string {
  const wait = `Réessayez dans ${waiting(seconds)}`;
  if (door === 'sign-in') return `Trop d'essais. ${wait}, ou choisissez « Mot de passe oublié ».`;
  if (door === 'reset') return `Trop de demandes pour cette adresse. ${wait} ; le message déjà envoyé est peut-être dans les indésirables.`;
  if (door === 'calendar') return `Trop d'essais d'adresses de calendrier. ${wait}, ou copiez à nouveau l'adresse depuis la page « Calendrier ».`;
  if (door === 'collection') return `Trop d'essais d'adresses. ${wait}, ou demandez un nouveau lien à la personne qui vous a écrit.`;
  if (door === 'collection-link') return `Ce lien sert beaucoup en ce moment. ${wait} ; ce que vous avez saisi reste à l'écran.`;
  if (door === 'requests') return `Trop de demandes en ce moment. ${wait}.`;
  return `Trop d'essais. ${wait}.`;
}

/** « 1 erreur. » or « 3 erreurs. », from the list of faults. */
function faultsIn({ faults }: DomainErrorMeta): string {
  const count = Array.isArray(faults) ? faults.length : 1;
  return `${formatNumber(count)} ${count < 2 ? 'erreur' : 'erreurs'}.`;
}

const kept = 'Votre saisie est conservée à l\'écran.';

/** One French sentence for each code: what happened, what was kept, what to do. Written plain; `errorText` sets the typography. */
export const errorTexts: Record<DomainErrorCode, Sentence> = {
  // kernel
  'not-found': () => 'Cet élément n\'existe pas ou n\'est pas accessible avec votre compte. Revenez à la page précédente ou à l\'accueil.',
  'forbidden': () => 'Votre rôle ne permet pas cette action. Rien n\'a été modifié ; demandez à la coordination de votre communauté.',
  'invalid-input': (m) => `Le champ « ${say(m, 'label', say(m, 'field', 'saisi'))} » n'est pas valide : ${say(m, 'rule', 'vérifiez la valeur')}. ${kept}`,
  'edited-meanwhile': (m) =>
    `${say(m, 'who', 'Une autre personne')} a modifié cet élément entre-temps${m['when'] ? ` (${say(m, 'when')})` : ''}. Votre saisie n'est pas enregistrée mais reste à l'écran : comparez les deux versions, puis choisissez.`,
  'already-done': () => 'C\'est déjà fait : rien n\'a été fait une seconde fois. Rechargez la page pour voir l\'état actuel.',
  'text-missing': (m) => `« ${say(m, 'label', 'Ce champ')} » est obligatoire. ${kept}`,
  'text-too-long': (m) => `« ${say(m, 'label', 'Ce texte')} » compte ${say(m, 'length')} caractères, la limite est de ${say(m, 'max')}. ${kept} Raccourcissez-le.`,
  'too-many': (m) => `« ${say(m, 'label', 'Cette liste')} » : ${say(m, 'max')} au plus. ${kept}`,
  'invalid-number': (m) => `« ${say(m, 'label', 'Cette valeur')} » doit être un nombre. ${kept}`,
  'invalid-day': (m) => `« ${say(m, 'value', 'vide')} » n'est pas une date qui existe. Écrivez-la sous la forme 14/04/2027.`,
  'invalid-period': (m) => `« ${say(m, 'value', 'vide')} » n'est pas une période valide. Choisissez un mois, un trimestre ou une année du contrat, ou le jour d'un événement.`,
  'invalid-time-zone': (m) => `Le fuseau horaire « ${say(m, 'value', 'vide')} » est inconnu. Choisissez-en un dans la liste, par exemple Europe/Paris.`,
  'patient-identifier': (m) =>
    m['seen'] === 'birth'
      ? `« ${say(m, 'label', 'Ce texte')} » semble contenir une date de naissance. Maillage ne garde que des nombres, jamais de données de patients. Rien n'est enregistré ; retirez-la, puis enregistrez.`
      : `« ${say(m, 'label', 'Ce texte')} » semble contenir un numéro de sécurité sociale. Maillage ne garde que des nombres, jamais de données de patients. Rien n'est enregistré ; retirez ce numéro, puis enregistrez.`,
  'amount-invalid': (m) => `« ${say(m, 'label', 'Ce montant')} » doit être un montant en euros, positif ou nul, avec deux décimales au plus. ${kept}`,

  // identity
  'signed-out': () => 'Votre session est terminée. Reconnectez-vous : ce que vous avez saisi reste à l\'écran.',
  'sign-in-refused': () => 'Adresse électronique ou mot de passe incorrect. Vérifiez-les, ou choisissez « Mot de passe oublié ».',
  'too-many-attempts': tooManyAttempts,
  'sign-in-busy': () => 'Beaucoup de personnes se connectent en ce moment. Réessayez dans quelques secondes.',
  'no-community-chosen': () => 'Choisissez d\'abord la communauté dans laquelle vous travaillez.',
  'link-invalid': () => 'Ce lien n\'est pas valable : il a déjà servi, a été remplacé par un plus récent ou a été annulé. Demandez-en un nouveau.',
  'link-expired': (m) =>
    m['kind'] === 'invitation'
      ? 'Cette invitation a expiré. Demandez à la coordination de votre communauté de vous en envoyer une nouvelle.'
      : 'Ce lien a expiré. Demandez-en un nouveau depuis « Mot de passe oublié ».',
  'password-refused': (m) => `Ce mot de passe ne convient pas. ${Array.isArray(m['sentences']) ? m['sentences'].join(' ') : 'Choisissez-en un plus long et plus varié.'}`,
  'current-password-wrong': () => 'Le mot de passe actuel n\'est pas le bon. Rien n\'a été modifié.',
  'last-coordinator': () => 'C\'est la seule personne qui coordonne cette communauté : son accès ne peut être ni retiré ni changé. Donnez d\'abord ce rôle à quelqu\'un d\'autre.',
  'already-member': (m) => `${say(m, 'email', 'Cette personne')} a déjà accès à cette communauté. Changez son rôle dans la liste.`,
  'reader-without-organisation': () => `Indiquez l'organisme de cette personne, par exemple « ARS Centre-Val de Loire ». ${kept}`,

  // community
  'mask-below-invalid': (m) => `Le seuil de masquage des petits effectifs doit être un nombre entier entre ${say(m, 'min')} et ${say(m, 'max')}. Le réglage précédent est conservé.`,
  'commune-unknown': (m) => `La commune « ${say(m, 'code')} » n'est pas dans la liste des communes de France. Le territoire n'a pas changé.`,
  'commune-twice': (m) => `La commune « ${say(m, 'name', say(m, 'code'))} » est déjà dans le territoire. Le territoire n'a pas changé.`,
  'epci-unknown': (m) => `L'intercommunalité « ${say(m, 'siren')} » n'est pas dans la liste des EPCI de France. Le territoire n'a pas changé.`,
  'commune-overlap': (m) =>
    `« ${say(m, 'name')} » fait partie de « ${say(m, 'whole')} » : leurs habitants seraient comptés deux fois. Le territoire n'a pas changé ; choisissez la ville entière ou ses arrondissements.`,
  'logo-refused': (m) => `Ce logo n'est pas accepté : ${say(m, 'rule', 'choisissez une image PNG, JPEG ou SVG')}. Le logo précédent est conservé.`,
  'population-invalid': () => `La population doit être un nombre entier d'habitants, positif ou nul. ${kept}`,

  // contract
  'agreement-unknown': (m) => `Aucune version de l'accord conventionnel n'est connue au ${say(m, 'day', 'jour indiqué')}. Vérifiez la date de signature.`,
  'contract-missing': () => 'Le contrat ACI n\'est pas encore enregistré. Indiquez d\'abord sa date de signature dans Réglages › Contrat.',
  'contract-duration-invalid': (m) => `La durée du contrat doit être un nombre entier d'années, de ${say(m, 'min')} à ${say(m, 'max')}. ${kept}`,
  'contract-year-outside': (m) => `L'année ${say(m, 'number')} est hors du contrat, qui compte ${say(m, 'years')} années.`,
  'mission-unknown': (m) => `La mission « ${say(m, 'mission')} » n'existe pas dans l'accord en vigueur.`,
  'mission-core': (m) => `« ${say(m, 'mission')} » est une mission socle : elle fait toujours partie du contrat. Rien n'a été modifié.`,
  'mission-not-chosen': (m) => `La mission optionnelle « ${say(m, 'mission')} » n'a pas été choisie par votre communauté. Choisissez-la d'abord, puis indiquez ses dates.`,
  'mission-not-started': (m) => `La mission « ${say(m, 'mission')} » n'a pas de date de démarrage. Indiquez-la avant la date de déploiement.`,
  'mission-in-use': (m) => `La mission « ${say(m, 'mission')} » est servie par ${say(m, 'count', 'des')} actions ou indicateurs : elle ne peut pas être retirée. Rattachez-les d'abord à une autre mission.`,
  'mission-before-signature': (m) => `La date indiquée (${say(m, 'day')}) précède la signature du contrat (${say(m, 'signedOn')}). ${kept}`,
  'mission-deployed-before-start': (m) => `Le déploiement (${say(m, 'deployedOn')}) ne peut pas précéder le démarrage (${say(m, 'startedOn')}). ${kept}`,
  'mission-date-in-future': (m) => `La date indiquée (${say(m, 'day')}) est dans le futur. Une mission est démarrée ou déployée quand c'est fait ; laissez le champ vide d'ici là.`,
  'mission-after-contract': (m) => `La date indiquée (${say(m, 'day')}) est après la fin du contrat (${say(m, 'endsOn')}). ${kept}`,

  'mission-in-terms': (m) => `La mission « ${say(m, 'mission')} » figure dans les termes de l'année ${say(m, 'year')} du contrat : elle ne peut pas être retirée. Enregistrez d'abord des termes qui ne la prévoient plus.`,
  'terms-refused': (m) =>
    `Les termes du contrat ne peuvent pas être enregistrés : ${faultsIn(m)} ${kept}`,
  'terms-missing': (m) => `Les termes de l'année ${say(m, 'year')} ne sont pas encore saisis. Saisissez-les d'abord, ou importez le contrat.`,
  'terms-exist': (m) => `Les termes de l'année ${say(m, 'year')} existent déjà : ils n'ont pas été remplacés.`,
  'contract-year-closed': (m) => `Le dialogue de gestion de l'année ${say(m, 'year')} est clos : ses termes et ses crises ne changent plus. Rien n'a été modifié ; rouvrez d'abord le dialogue en indiquant la raison.`,
  'contract-year-past': (m) => `L'année ${say(m, 'year')} du contrat est passée : un avenant ne la change plus. Rien n'a été modifié ; enregistrez l'avenant sur l'année en cours ou une année à venir.`,
  'amendment-not-latest': (m) => `L'avenant n° ${say(m, 'number')} n'est pas le suivant : l'avenant n° ${say(m, 'latest')} est déjà enregistré. ${kept}`,
  'contract-file-refused': (m) => `Ce fichier de contrat ne peut pas être importé : ${faultsIn(m)} Rien n'a été enregistré ; corrigez le fichier, puis importez-le à nouveau.`,
  'import-outdated': () => 'Le contrat enregistré a changé depuis l\'aperçu. Rien n\'a été importé ; demandez un nouvel aperçu, relisez ce qui change, puis confirmez.',

  // project
  'project-draft-exists': () => 'Un brouillon du projet de santé existe déjà. Reprenez-le ou supprimez-le avant d\'en ouvrir un autre.',
  'project-not-draft': () => 'Cette version n\'est pas un brouillon : seul un brouillon peut être mis en vigueur ou supprimé. Rien n\'a été modifié.',
  'project-past': () => 'Cette version du projet de santé est passée : elle se lit, elle ne se modifie plus. Ouvrez la version en vigueur.',
  'project-structure-locked': () => 'Les axes, les actions et leurs missions ne se modifient que dans un brouillon. Rien n\'a été modifié ; ouvrez un brouillon, puis mettez-le en vigueur.',
  'project-tracking-needs-in-force': () => 'Le suivi se tient sur la version en vigueur du projet de santé. Mettez d\'abord le brouillon en vigueur.',
  'project-empty': () => 'Un projet de santé sans action ne peut pas être mis en vigueur. Ajoutez au moins un axe et une action ; le brouillon est conservé.',
  'project-axis-empty': (m) => `L'axe « ${say(m, 'title')} » ne contient aucune action. Ajoutez-en une ou supprimez l'axe ; le brouillon est conservé.`,
  'axis-has-actions': (m) => `L'axe « ${say(m, 'title')} » contient encore ${say(m, 'count', 'des')} action(s). Déplacez-les ou supprimez-les d'abord.`,
  'axis-duplicate-title': (m) => `Un axe s'appelle déjà « ${say(m, 'title')} ». Choisissez un autre titre. ${kept}`,
  'action-has-measures': (m) => `L'action « ${say(m, 'title')} » porte ${say(m, 'count', 'des')} valeur(s) d'indicateur : elle ne peut pas être supprimée. Donnez-lui plutôt l'état « abandonnée ».`,
  'action-has-indicators': (m) => `L'action « ${say(m, 'title')} » porte ${say(m, 'count', 'des')} indicateur(s). Rattachez-les à une autre action, puis supprimez-la.`,
  'action-mission-missing': (m) => `L'action « ${say(m, 'title', 'sans titre')} » doit servir au moins une mission. ${kept}`,
  'action-status-needs-sentence': (m) => `Une action « ${say(m, 'status', 'à risque')} » demande une phrase qui dit pourquoi. ${kept}`,
  'action-period-reversed': (m) => `« ${say(m, 'label', 'La période')} » : la fin (${say(m, 'end')}) précède le début (${say(m, 'start')}). ${kept}`,
  'step-done-in-future': (m) => `L'étape « ${say(m, 'title')} » ne peut pas être faite à une date future (${say(m, 'day')}). ${kept}`,
  'tree-position-invalid': () => 'La place demandée n\'existe plus dans le projet. Rien n\'a bougé ; rechargez la page.',

  // indicators
  'indicator-code-invalid': (m) => `Le code « ${say(m, 'code', 'vide')} » doit compter de 2 à 20 lettres majuscules, chiffres, points ou tirets, par exemple ACC-01. ${kept}`,
  'indicator-code-taken': (m) => `Un indicateur porte déjà le code « ${say(m, 'code')} ». Choisissez-en un autre. ${kept}`,
  'indicator-definition-incomplete': (m) => `La définition de l'indicateur n'est pas complète : ${say(m, 'missing')}. ${kept}`,
  'indicator-served-nowhere': () => `Un indicateur doit être rattaché à une mission ou à une action. ${kept}`,
  'indicator-archived': (m) => `L'indicateur « ${say(m, 'name')} » est archivé : il ne reçoit plus de valeurs. Rétablissez-le d'abord.`,
  'indicator-feeds': (m) => `« ${say(m, 'code')} » sert au calcul de ${say(m, 'fed')}, qui n'aurait plus de valeur. Changez d'abord cette formule, ou archivez ce qui se calcule. Rien n'est enregistré.`,
  'indicator-input-archived': (m) => `« ${say(m, 'code')} » se calcule à partir de ${say(m, 'inputs')}, ${m['count'] === 1 ? 'archivé : remettez-le' : 'archivés : remettez-les'} d'abord en service. Rien n'est enregistré.`,
  'indicator-kind-locked': (m) => `L'indicateur « ${say(m, 'name')} » a déjà des valeurs : son type, son unité et sa périodicité ne changent plus. Archivez-le et créez-en un autre.`,
  'indicator-mean-refused': () => `Des pourcentages ne se moyennent pas : leur moyenne ne dit rien. Saisissez un taux avec son numérateur et son dénominateur, les périodes s'additionneront. ${kept}`,
  'version-reason-missing': () => `Cet indicateur a déjà des valeurs : dites pourquoi sa définition change. La raison reste dans ses versions. ${kept}`,
  'breakdown-invalid': (m) => `La répartition n'est pas valable : ${say(m, 'rule', 'vérifiez ses parts')}. ${kept}`,
  'part-unknown': (m) => `« ${say(m, 'part')} » n'est pas une part de cet indicateur, ou elle est donnée deux fois. ${kept}`,
  'parts-differ': (m) => `« ${say(m, 'label')} » : la somme des parts (${say(m, 'sum')}) n'est pas le total (${say(m, 'total')}). ${kept}`,
  'target-invalid': (m) => `L'objectif n'est pas valide : ${say(m, 'rule', 'vérifiez la valeur')}. ${kept}`,
  'measure-period-mismatch': (m) => `Cet indicateur se mesure ${say(m, 'expected', 'à une autre périodicité')} : la période « ${say(m, 'period')} » ne convient pas. ${kept}`,
  'event-in-future': (m) => `Le ${say(m, 'day')} n'est pas encore venu : un événement s'enregistre à partir du jour où il a lieu. ${kept}`,
  'measure-period-not-over': (m) => `Il est trop tôt : la valeur de cette période pourra être saisie à partir du ${say(m, 'from')}. Rien n'est enregistré.`,
  'measure-above-hundred': () => `Un taux ne dépasse pas 100 %. Rien n'est enregistré ; corrigez la valeur.`,
  'measure-parts-missing': (m) => `Indiquez « ${say(m, 'numerator', 'le numérateur')} » et « ${say(m, 'denominator', 'le dénominateur')} ». Une valeur inconnue n'est pas zéro : laissez la période vide. ${kept}`,
  'measure-value-missing': () => 'Indiquez la valeur. Une valeur inconnue n\'est pas zéro : laissez la période vide.',
  'measure-negative': (m) => `« ${say(m, 'label', 'La valeur')} » ne peut pas être négative. ${kept}`,
  'measure-decimals': (m) =>
    m['max'] === 0
      ? `« ${say(m, 'label', 'La valeur')} » doit être un nombre entier. ${kept}`
      : `« ${say(m, 'label', 'La valeur')} » : ${say(m, 'max')} décimale(s) au plus. ${kept}`,
  'measure-denominator-zero': (m) => `« ${say(m, 'label', 'Le dénominateur')} » doit être plus grand que zéro : un taux n'existe pas sans population. ${kept}`,
  'measure-numerator-above': (m) => `« ${say(m, 'numerator', 'Le numérateur')} » (${say(m, 'numeratorValue')}) dépasse « ${say(m, 'denominator', 'le dénominateur')} » (${say(m, 'denominatorValue')}) : le taux dépasserait 100 %. ${kept}`,
  'measure-not-yes-no': () => 'Répondez par oui ou par non.',
  'measure-locked': (m) => `Cette valeur a été validée${m['who'] ? ` par ${say(m, 'who')}` : ''} : elle ne se modifie plus telle quelle. Elle doit d'abord être rouverte, en indiquant la raison, par qui peut la valider.`,
  'measure-not-draft': () => 'Cette valeur est déjà validée. Rien n\'a été modifié.',
  'measure-not-validated': () => 'Cette valeur n\'est pas validée : elle se modifie directement.',
  'measure-transition': (m) => `Cette valeur est « ${say(m, 'stage', 'dans un autre état')} » : cette opération n'est pas possible dans cet état. Rien n'a été modifié ; rechargez la page.`,
  'measure-step-right': (m) => `Cette étape revient à ${say(m, 'who', 'une autre personne')} : vous ne pouvez pas la faire. Rien n'a été modifié.`,
  'measure-remark-missing': () => `Dites ce qui est à corriger, en 5 caractères au moins : la personne qui a saisi la valeur le lira. ${kept}`,
  'measure-comment-needed': (m) => `${Array.isArray(m['sentences']) ? m['sentences'].join(' ') : 'La valeur est inhabituelle.'} Vérifiez-la, puis expliquez-la dans le commentaire : elle sera alors acceptée. Rien n'est enregistré.`,
  'measure-computed': (m) => `« ${say(m, 'name', 'Cet indicateur')} » est calculé à partir d'autres indicateurs : sa valeur ne se saisit pas. Corrigez les valeurs dont elle vient, ou retirez la formule de la fiche. Rien n'est enregistré.`,
  'computed-question-closed': () => 'Cette question n\'est plus posée : la formule ou la valeur a changé depuis. Rien n\'est modifié ; rechargez la page.',
  'formula-invalid': (m) => `La formule n'est pas comprise au caractère ${say(m, 'place', '1')} : ${say(m, 'why', 'un signe manque ou est de trop')}. ${kept}`,
  'formula-unknown-code': (m) => `« ${say(m, 'code')} », au caractère ${say(m, 'place', '1')} de la formule, n'est le code d'aucun indicateur de la communauté. ${kept}`,
  'formula-unsuitable': (m) => `La formule ne convient pas : ${say(m, 'why')}. ${kept}`,
  'formula-units': (m) => `La formule mélange des unités : ${say(m, 'why')}. ${kept}`,
  'formula-circular': (m) => `La formule tourne en rond : ${say(m, 'circle')}. Un indicateur ne peut pas se calculer à partir de lui-même. ${kept}`,
  'period-locked': (m) => `La période « ${say(m, 'period')} » est verrouillée : plus rien n'y change, pour personne. Rien n'est enregistré ; la coordination peut accorder une exception en donnant la raison.`,
  'lock-period-not-over': (m) => `La période « ${say(m, 'period')} » n'est pas terminée : elle pourra être verrouillée à partir du ${say(m, 'from')}.`,
  'lock-exists': (m) => `La période « ${say(m, 'period')} » est déjà verrouillée. Rien n'a été modifié.`,
  'lock-changed': () => 'Les valeurs de cette période ont changé depuis que vous avez ouvert la liste. Rien n\'est verrouillé ; relisez ce qui n\'est pas validé, puis confirmez.',
  'lock-lifted': (m) => `La période « ${say(m, 'period')} » n'est plus verrouillée. Rien n'a été modifié.`,
  'exception-without-lock': (m) => `La période « ${say(m, 'period')} » n'est pas verrouillée : aucune exception n'est nécessaire.`,
  'exception-end-invalid': (m) => `La fin de l'exception doit être à venir, dans ${say(m, 'max', '31')} jours au plus. ${kept}`,
  'exception-person': (m) => `${say(m, 'who', 'Cette personne')} ne peut pas saisir les valeurs de cet indicateur : l'exception ne lui servirait pas. ${kept}`,
  'absence-event': (m) => `« ${say(m, 'name')} » est donné à chaque événement : rien n'y est attendu, il n'y a pas d'absence de valeur à expliquer. Rien n'est enregistré.`,
  'link-event': (m) => `« ${say(m, 'name')} » est donné à chaque événement : un lien de collecte n'ouvre que des périodes connues d'avance. Retirez cet indicateur du lien ; ses événements se saisissent dans le produit ou s'importent.`,
  'absence-has-value': (m) => `Une valeur est déjà donnée pour ${say(m, 'period')} : supprimez-la d'abord s'il n'y en a pas. Rien n'est enregistré.`,
  'absence-reason-missing': () => `Dites pourquoi il n'y a pas de valeur, en 5 caractères au moins : cette raison se lit partout où la valeur manque. ${kept}`,
  'reminder-too-soon': (m) => `${say(m, 'who', 'Cette personne')} a reçu un rappel il y a moins de ${say(m, 'hours')} heures. Rien n'a été envoyé ; attendez avant de relancer.`,
  'reminder-nobody': () => `Personne n'est à relancer pour cette période : tout est donné, ou rien n'y est confié à quelqu'un d'autre que vous. Rien n'a été envoyé.`,
  'collection-link-closed': () => 'Ce lien ne fonctionne pas, ou ne fonctionne plus. Demandez-en un nouveau à la communauté professionnelle (CPTS) qui vous l\'a envoyé.',
  'contribution-settled': (m) => `Cette réponse est déjà ${say(m, 'state', 'traitée')} : rien n'a été changé. Rechargez la page pour voir où elle en est.`,
  'measure-reason-missing': () => `Indiquez la raison, en 5 caractères au moins : elle reste dans l'historique. ${kept}`,
  'evidence-locked': () => 'La valeur est validée : ses preuves ne se retirent plus. Rouvrez la valeur en indiquant la raison.',
  'evidence-link-refused': (m) => `L'adresse n'a pas été jointe : ${say(m, 'rule', 'elle n\'est pas lisible')}.`,
  'evidence-record-refused': () => 'Cet élément ne peut pas servir de preuve : il a été retiré, ou il n\'est pas terminé. Choisissez-en un autre.',
  'evidence-in-dialogue': (m) => `Le dialogue de gestion de l’année ${say(m, 'year', 'du contrat')} est clos avec cette preuve : elle reste jointe. Rouvrez le dialogue si elle est fausse.`,
  'evidence-in-report': (m) => `Le rapport ${say(m, 'report', 'envoyé')} a été envoyé avec cette preuve : elle reste jointe. Préparez une nouvelle version du rapport si elle est fausse.`,
  'evidence-just-tied': () => 'Quelqu\'un vient de rattacher cette preuve à une autre valeur, ou de l\'en détacher. Relisez la page de la preuve, puis recommencez.',
  'measure-proof-missing': (m) => `« ${say(m, 'name', 'Ce livrable')} » est un livrable : joignez sa preuve avant de le valider.`,
  'evidence-refused': (m) => `Le fichier n'a pas été joint : ${say(m, 'rule', 'il n\'est pas lisible')}. La valeur est gardée.`,

  // imports of values
  'import-file-refused': (m) => `Le fichier ne peut pas être importé : ${say(m, 'rule', 'il est illisible')}. Rien n'a été enregistré.`,
  'import-patients': (m) => `Le fichier est refusé : la colonne « ${say(m, 'column')} » (ligne ${say(m, 'line')}) semble porter ${say(m, 'what', 'l\'identité de patients')}. Maillage ne garde que des comptes, jamais de données de patients. Le fichier n'est pas conservé ; retirez cette colonne, puis importez-le à nouveau.`,
  'import-mapping-refused': (m) => `Les colonnes ne sont pas toutes indiquées. ${say(m, 'faults', 'Dites ce que contient chacune.')}`,
  'import-transition': (m) => `Cet import ne le permet plus : il est « ${say(m, 'status')} ». Rechargez la page.`,
  'import-nothing-to-write': () => 'Rien à écrire : ce tableau n\'apporte aucune valeur nouvelle. Rien n\'est enregistré.',
  'import-comment-missing': () => 'Des valeurs surprennent : dites en une phrase pourquoi elles sont justes. Rien n\'est enregistré.',

  // money: links
  'link-kind-differs': (m) => `« ${say(m, 'name')} » attend ${say(m, 'expected')} : l'indicateur « ${say(m, 'indicator')} » ne compte pas la même chose. Rien n'est enregistré ; choisissez-en un autre.`,

  // money: scenarios
  'scenario-empty': () => `Ce scénario ne change aucune valeur : il n'y a rien à garder. ${kept} Changez au moins une valeur, puis enregistrez.`,
  'scenario-indicator-unknown': (m) => `L'indicateur « ${say(m, 'code')} » n'est pas, ou plus, au contrat de cette année, ou il est donné deux fois. Rien n'est enregistré ; rechargez la page.`,
  'scenario-value-invalid': (m) => `« ${say(m, 'title')} » : ${say(m, 'rule')}. ${kept}`,
  'scenario-name-taken': (m) => `Un scénario de cette année s'appelle déjà « ${say(m, 'name')} ». ${kept} Choisissez un autre nom.`,
  'scenario-without-terms': (m) => `Le contrat de l'année ${say(m, 'year')} n'est pas renseigné : il n'y a rien à simuler. Renseignez d'abord ce qui est signé.`,

  // payments
  'payment-line-unknown': () => `Une des lignes choisies n'est plus attendue au contrat, ou elle est choisie deux fois. Rechargez la page pour voir les lignes actuelles. ${kept}`,
  'payment-parts-exceed': (m) => `Les lignes payées font ensemble ${euros(m, 'givenCents')}, plus que le montant reçu (${euros(m, 'cents')}). Corrigez l'un ou l'autre. ${kept}`,
  'payment-cancelled': () => 'Ce versement a été annulé : il ne se modifie plus. Rien n\'a été changé ; enregistrez-le à nouveau s\'il a bien été reçu.',

  // review
  'review-transition': (m) => `Ce dialogue de gestion est « ${say(m, 'status')} » : cette opération n'est pas possible dans cet état. Rien n'a été modifié ; rechargez la page.`,
  'review-closed': () => 'Le dialogue de gestion de cette année est clos : il ne se modifie plus. Rien n\'est enregistré ; pour le corriger, rouvrez-le en indiquant la raison.',
  'review-too-early': (m) => `Le dialogue de gestion de cette année pourra être clos à partir du ${say(m, 'from')}, soixante jours avant la fin de l'année du contrat. Rien n'a été figé.`,
  'review-incomplete': (m) => `Le dialogue n'est pas clos : il manque ${say(m, 'count')} ${m['count'] === 1 ? 'réponse' : 'réponses'}. ${Array.isArray(m['sentences']) ? m['sentences'].join(' ; ') : ''} ; tout ce qui est saisi est gardé.`,
  'review-amount-outside': (m) => `Le montant retenu doit être compris entre 0 € et ${say(m, 'max', 'le maximum de l\'indicateur')}. ${kept}`,
  'review-conclusion-contradicts': (m) => `La conclusion et le montant se contredisent : ${say(m, 'why')}. ${kept} Changez l'un ou l'autre.`,
  'review-reason-missing': (m) => `Indiquez pourquoi vous rouvrez ce dialogue, en ${say(m, 'least', '5')} caractères au moins : la raison reste dans l'historique. ${kept}`,
  'review-proposal-invalid': (m) => `La proposition pour l'année suivante n'est pas valable : ${say(m, 'rule')}. ${kept}`,
  'review-person-unknown': () => `La personne choisie n'est plus dans la communauté. ${kept} Choisissez quelqu'un d'autre.`,

  // reports
  'report-transition': (m) => `Ce rapport est « ${say(m, 'status')} » : « ${say(m, 'act')} » n'est pas possible dans cet état. Rien n'a été modifié ; rechargez la page.`,
  'report-approval-right': () => 'Seules la coordination et la présidence peuvent approuver un rapport. Rien n\'a été modifié.',
  'report-exists': (m) => `Le rapport de ${say(m, 'period', 'cette période')} existe déjà (${say(m, 'number', 'voir la liste')}). Ouvrez-le ; un rapport envoyé se corrige par une version 2.`,
  'report-period-not-over': (m) => `La période n'est pas terminée : le rapport pourra être préparé à partir du ${say(m, 'from')}.`,
  'report-no-recipient': () => 'Aucun destinataire n\'est enregistré : rien n\'a été envoyé. Ajoutez l\'adresse de l\'ARS ou de la CPAM dans Réglages › Destinataires.',
  'report-no-indicator': () => 'Aucun indicateur n\'est suivi sur cette période : il n\'y a rien à mettre dans un rapport. Créez d\'abord un indicateur.',
  'report-correction-needs-sent': () => 'Une version corrigée ne se fait que pour un rapport déjà envoyé. Annulez plutôt ce rapport et préparez-le à nouveau.',
  'report-document-damaged': (m) => `${say(m, 'document', 'Un document')} ne correspond plus à son empreinte ou manque : il n'a été ni ouvert ni envoyé. Prévenez votre hébergeur, qui peut le reprendre d'une sauvegarde, ou préparez le rapport à nouveau.`,
  'recipient-email-invalid': (m) => `« ${say(m, 'email', 'vide')} » n'est pas une adresse électronique valide. ${kept}`,
  'recipient-taken': (m) => `L'adresse ${say(m, 'email')} est déjà celle d'un destinataire (${say(m, 'name')}). ${kept}`,
  'delivery-not-retryable': (m) => `Cet envoi ne peut pas être relancé : ${say(m, 'reason', 'il est déjà parti')}. Rien n'a été envoyé à nouveau.`,
  'delivery-not-confirmable': () => 'Seul un envoi « peut-être envoyé » se confirme à la main. Rien n\'a été modifié ; rechargez la page.',
};

/** The sentence to show for a refusal, typography set. */
export function errorText(code: DomainErrorCode, meta: DomainErrorMeta = {}): string {
  return french(errorTexts[code](meta));
}
