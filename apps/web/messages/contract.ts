import { formatDay, formatNumber, plural } from '@maillage/domain/kernel';
import { dictionary } from './dictionary';

/** The contract and the missions. */
export const contractText = dictionary({
  contract: {
    title: 'Contrat',
    lead: "Le contrat ACI signé avec la CPAM et l'ARS. Les échéances des missions et les années du contrat en découlent.",
    form: 'Ce qui est signé',
    signedOn: 'Date de signature',
    signedOnHint:
      "Les années du contrat commencent à cette date anniversaire, et les échéances des missions se comptent à partir d'elle.",
    signedOnMissing: 'Indiquez la date de signature.',
    duration: 'Durée',
    durationMissing: 'Indiquez la durée en années.',
    years: 'années',
    durationHint: (min: number, max: number) => `De ${min} à ${max} ; cinq ans d'ordinaire.`,
    agreement: "Version de l'accord",
    agreementHint: 'Celle qui était en vigueur à la signature, sauf avenant signé depuis.',
    agreementAuto: 'Celle en vigueur à la date de signature',
    size: 'Taille inscrite au contrat',
    sizeHint: "Telle que le contrat l'écrit. Maillage ne la change jamais de lui-même.",
    sizeUnknown: 'Non précisée',
    sizeName: (size: number | string) => `Taille ${size}`,
    bracket: (min: number, max: number | null) =>
      max === null
        ? `à partir de ${formatNumber(min)} habitants`
        : min === 0
          ? `moins de ${formatNumber(max)} habitants`
          : `de ${formatNumber(min)} à moins de ${formatNumber(max)} habitants`,
    moveWarning:
      'Changer la date de signature déplace toutes les années du contrat : vérifiez ensuite les valeurs saisies par année de contrat.',
    saved: 'Contrat enregistré.',
    readOnly: 'Seule la coordination peut modifier le contrat.',
    missing: 'Aucun contrat enregistré',
    missingWhat: "La coordination n'a pas encore indiqué le contrat ACI de la communauté.",
    sizeTitle: 'Population et taille',
    population: 'Population du territoire',
    populationText: (people: number, communes: number, vintage: number) =>
      `${formatNumber(people)} ${plural(people, 'habitant')} dans ${formatNumber(communes)} ${plural(communes, 'commune')} (INSEE, liste ${vintage})`,
    suggested: "Taille qu'elle donnerait",
    written: 'Taille inscrite au contrat',
    agree: 'La population du territoire et la taille du contrat concordent.',
    boundary: 'La population est exactement sur une borne, que les textes ne tranchent pas.',
    noTerritory: "Aucune commune n'est encore indiquée : la taille ne peut pas être vérifiée.",
    toTerritory: 'Indiquer les communes du territoire',
    disagree: 'La taille est à vérifier',
    yearsTitle: 'Années du contrat',
    year: (number: number) => `Année ${number}`,
    running: 'en cours',
    past: 'terminée',
    coming: 'à venir',
    ends: 'Fin du contrat',
    current: "Aujourd'hui",
  },
  missions: {
    title: 'Missions',
    lead: (agreement: string) => `Les missions de l'${agreement.charAt(0).toLowerCase()}${agreement.slice(1)}.`,
    contractLine: (signed: string, ends: string, year: string) => `Contrat signé le ${signed}, jusqu'au ${ends} · ${year}`,
    noContract: "Le contrat n'est pas encore renseigné",
    noContractWhat:
      'Les échéances de démarrage et de déploiement se comptent à partir de sa signature. Indiquez-la pour savoir où vous en êtes.',
    noContractRead: "Les échéances se comptent à partir de la signature du contrat, que la coordination n'a pas encore indiquée.",
    toContract: 'Renseigner le contrat',
    summary: (late: number, started: number, total: number) =>
      late > 0
        ? `${formatNumber(late)} ${plural(late, 'mission')} en retard`
        : started === total
          ? 'Toutes vos missions sont démarrées'
          : `${formatNumber(started)} ${plural(started, 'mission')} sur ${formatNumber(total)} ${plural(started, 'démarrée')}, aucune en retard`,
    core: 'Missions socle',
    coreHint: 'Elles font toujours partie du contrat.',
    optional: 'Missions optionnelles',
    optionalHint: 'La communauté les choisit, sans échéance.',
    states: {
      'not-chosen': 'non choisie',
      'not-started': 'à démarrer',
      'late-start': 'démarrage en retard',
      started: 'démarrée',
      'late-deploy': 'déploiement en retard',
      deployed: 'déployée',
    },
    start: 'Démarrage',
    deploy: 'Déploiement',
    done: (day: string) => `le ${day}`,
    due: (day: string) => `au plus tard le ${day}`,
    free: 'sans échéance',
    toConfirm: 'échéance à lire dans votre contrat',
    late: (days: number) => `en retard de ${formatNumber(days)} ${plural(days, 'jour')}`,
    lateBy: (days: number) => `${formatNumber(days)} ${plural(days, 'jour')} après l'échéance`,
    inTime: 'dans les délais',
    actions: 'Actions',
    actionsText: (count: number) =>
      count === 0 ? 'aucune action du projet ne la sert' : `${formatNumber(count)} ${plural(count, 'action')} du projet`,
    open: (mission: string) => `Voir la mission « ${mission} »`,
    openShort: 'Voir la mission',
    edit: (mission: string) => `Indiquer les dates de « ${mission} »`,
    editShort: 'Indiquer les dates',
    choose: 'Choisir cette mission',
    chooseOf: (mission: string) => `Choisir la mission « ${mission} »`,
    leave: 'Ne plus suivre cette mission',
    leaveOf: (mission: string) => `Ne plus suivre la mission « ${mission} »`,
    leaveAsk: (mission: string) => `Ne plus suivre « ${mission} » ?`,
    leaveWhat: "Elle n'apparaîtra plus dans vos tableaux de bord. Vous pourrez la choisir à nouveau.",
    leaveDates: "Pour ne plus la suivre, retirez d'abord ses dates.",
    leaveServed: (count: number) =>
      `Pour ne plus la suivre, rattachez d'abord ${count < 2 ? 'son action' : `ses ${formatNumber(count)} actions`} à une autre mission.`,
    chosen: (mission: string) => `« ${mission} » fait maintenant partie de vos missions.`,
    left: (mission: string) => `« ${mission} » n'est plus suivie.`,
    form: (mission: string) => mission,
    startedOn: 'Date de démarrage',
    startedOnHint: (signed: string) =>
      `Le jour où la mission a commencé, à partir de la signature (${signed}). Laissez vide tant qu'elle n'a pas commencé.`,
    deployedOn: 'Date de déploiement',
    deployedOnHint: "Le jour où la mission a été déployée sur tout le territoire. Laissez vide tant que ce n'est pas fait.",
    saved: 'Dates de la mission enregistrées.',
    needStart: "Indiquez d'abord la date de démarrage.",
    order: 'Le déploiement ne peut pas précéder le démarrage.',
    timeline: (label: string, signed: string, ends: string) => `${label}, du ${signed} au ${ends}`,
    today: "aujourd'hui",
    legend: {
      started: 'démarrée',
      deployed: 'déployée',
      late: 'en retard',
      due: 'échéances',
      startDue: 'démarrage attendu',
      deployDue: 'déploiement attendu',
      today: "aujourd'hui",
      scale: (from: string, to: string) => `du ${from} au ${to}, un trait fin par année du contrat`,
    },
    day: (day: string) => formatDay(day),
  },
});
