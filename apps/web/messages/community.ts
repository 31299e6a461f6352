import { formatNumber, plural } from '@maillage/domain/kernel';
import { dictionary } from './dictionary';

const inhabitants = (count: number): string => `${formatNumber(count)} ${plural(count, 'habitant')}`;
const communes = (count: number): string => `${formatNumber(count)} ${plural(count, 'commune')}`;

/** The settings of the community, its territory and its journal. */
export const communityText = dictionary({
  settings: {
    title: 'Communauté',
    lead: "Le nom de la communauté et les règles qui s'appliquent à toutes ses pages et à tous ses rapports.",
    identity: 'Nom et appellation',
    name: 'Nom',
    nameHint: "Sans l'appellation, par exemple « du Giennois-Berry ».",
    label: 'Appellation',
    labelHint: "« CPTS » aujourd'hui ; « communauté France Santé » ou un autre nom si la loi change.",
    shown: 'Affiché ainsi',
    rules: 'Règles',
    timeZone: 'Fuseau horaire',
    timeZoneHint: "Les échéances, les retards et les trimestres se comptent à l'heure de ce territoire.",
    otherZone: (zone: string) => `${zone} (autre)`,
    maskBelow: 'Masquer les effectifs inférieurs à',
    maskUnit: 'personnes',
    maskHint: (min: number, max: number) =>
      `De ${min} à ${max}. Dans les rapports envoyés, un nombre de personnes plus petit est remplacé par « <\u00A0seuil » pour que nul ne puisse être reconnu. Dans vos pages, rien n'est masqué.`,
    maskRequired: 'Indiquez un nombre de personnes.',
    saved: 'Réglages enregistrés.',
    readOnly: 'Seule la coordination peut modifier ces réglages.',
  },
  logo: {
    title: 'Logo',
    hint: "Il figure en tête des rapports et des pages imprimées. Il n'est visible que des personnes de votre communauté et des destinataires de vos rapports.",
    alt: (name: string) => `Logo de ${name}`,
    none: "Aucun logo pour l'instant.",
    field: 'Nouveau logo',
    accept: 'PNG, JPEG ou SVG',
    send: 'Enregistrer le logo',
    remove: 'Retirer le logo',
    removeAsk: 'Retirer le logo ?',
    removeWhat: 'Les prochains rapports seront préparés sans logo. Ceux qui sont déjà préparés ou envoyés ne changent pas.',
    saved: 'Logo enregistré.',
    removed: 'Logo retiré.',
  },
  territory: {
    title: 'Territoire',
    lead: 'Les communes que couvre la communauté. La population de votre territoire en est la somme.',
    population: 'Population',
    inhabitants,
    communes: 'Communes',
    departments: 'Départements',
    source: 'Source',
    sourceText: (vintage: number) => `INSEE, population municipale, liste des communes ${vintage}`,
    unknown: (names: string) => `Sans population publiée, donc non comptées : ${names}.`,
    size: 'Comparer à la taille inscrite au contrat',
    add: 'Ajouter des communes',
    search: 'Commune ou intercommunalité',
    searchHint:
      "Nom (sans se soucier des accents), code postal ou code INSEE. Une intercommunalité entière s'ajoute en une fois.",
    results: (communesFound: number, epciFound: number) =>
      communesFound + epciFound === 0
        ? 'Aucun résultat'
        : [
            epciFound > 0 ? `${epciFound} ${plural(epciFound, 'intercommunalité')}` : '',
            communesFound > 0 ? communes(communesFound) : '',
          ]
            .filter(Boolean)
            .join(' et '),
    nothing:
      "Aucune commune ni intercommunalité ne répond à cette recherche. Vérifiez l'orthographe, ou cherchez par code postal.",
    more: 'Seules les 20 premières communes sont affichées : précisez la recherche pour voir les suivantes.',
    addOne: (name: string) => `Ajouter ${name}`,
    addShort: 'Ajouter',
    addAll: (count: number) => `Ajouter ${count < 2 ? 'la commune' : `les ${formatNumber(count)} communes`}`,
    present: 'Dans le territoire',
    epciLine: (count: number, people: number, departments: string) =>
      `${communes(count)} · ${inhabitants(people)} · ${departments}`,
    communeLine: (department: string, postcodes: string, people: number | null) =>
      [department, postcodes, people === null ? 'population non publiée' : inhabitants(people)].filter(Boolean).join(' · '),
    added: (count: number) =>
      count === 0
        ? 'Ces communes étaient déjà dans le territoire.'
        : `${communes(count)} ${plural(count, 'ajoutée')} au territoire.`,
    list: 'Communes du territoire',
    table: 'Tableau des communes du territoire',
    name: 'Commune',
    insee: 'Code INSEE',
    postcodes: 'Code postal',
    department: 'Département',
    epci: 'Intercommunalité',
    allEpci: 'Toutes les intercommunalités',
    people: 'Population',
    actions: 'Actions',
    remove: (name: string) => `Retirer ${name}`,
    removeShort: 'Retirer',
    removeAsk: (name: string) => `Retirer ${name} du territoire ?`,
    removeWhat: (people: string) =>
      `La population du territoire baissera de ${people}. Les valeurs déjà saisies et les rapports déjà préparés ne changent pas. Vous pourrez rajouter cette commune à tout moment.`,
    removed: (name: string) => `${name} retirée du territoire.`,
    empty: "Aucune commune pour l'instant",
    emptyWhat:
      'Cherchez une commune ou une intercommunalité ci-dessus pour dessiner votre territoire. Sa population servira à vérifier la taille inscrite à votre contrat.',
    emptyRead: "La coordination n'a pas encore indiqué les communes du territoire.",
  },
  journal: {
    title: 'Journal',
    lead: "Qui a fait quoi, et quand. Les lignes du journal ne peuvent être ni modifiées ni effacées : chacune porte l'empreinte de la précédente.",
    search: 'Rechercher',
    searchHint: 'Une personne, un indicateur, une action, un mot écrit.',
    who: 'Personne',
    everyone: 'Toutes',
    nature: 'Ce qui a été fait',
    everything: 'Tout',
    wholeFamily: (family: string) => `${family} : tout`,
    subjectOnly: (subject: string | null) => (subject ? `Seulement ce qui a touché : ${subject}` : 'Seulement ce qui a touché un même sujet'),
    everySubject: 'Voir tous les sujets',
    subjectLink: 'Voir tout ce qui a touché ce sujet',
    exports: { csv: 'Exporter pour un tableur (CSV)', json: 'Exporter en JSON' },
    check: {
      title: 'Vérifier le journal',
      hint: "L'enchaînement des lignes est recalculé, et chaque valeur est comparée à son historique : ce qui aurait été changé en dehors de Maillage est nommé.",
      verify: 'Vérifier le journal',
      fine: (lines: number, values: number) =>
        `${formatNumber(lines)} ${plural(lines, 'ligne')} et ${formatNumber(values)} ${plural(values, 'valeur')} vérifiées : rien n'a été changé en dehors de Maillage.`,
      faults: (found: number) => `${formatNumber(found)} ${plural(found, 'écart trouvé', 'écarts trouvés')}`,
      whatToDo: 'Quelque chose a été changé directement dans la base de données. Prévenez votre hébergeur, et ne corrigez rien avant sa réponse.',
      writtenAt: (when: string) => `(écrit le ${when})`,
      more: (count: number) => `Et ${formatNumber(count)} ${plural(count, 'autre')}.`,
      none: "Le journal est vide : il n'y a rien à vérifier.",
      head: (sequence: number) => `Empreinte de la dernière ligne (n° ${formatNumber(sequence)}), à noter ailleurs pour la comparer plus tard :`,
    },
    from: 'Depuis le',
    to: "Jusqu'au",
    list: 'Lignes du journal',
    automatic: 'Maillage (automatique)',
    all: 'tout lire',
    change: (field: string, before: string | null, after: string | null) => `${field} : ${before ?? 'vide'} → ${after ?? 'vide'}`,
    set: (field: string, after: string) => `${field} : ${after}`,
    more: 'Afficher la suite',
    count: (count: number, more: boolean) =>
      `${formatNumber(count)} ${plural(count, 'ligne')}${more ? ' affichées, les plus récentes' : ''}`,
    nothing: 'Aucune ligne ne correspond',
    nothingWhat: 'Modifiez la recherche ou les dates.',
    clear: 'Effacer les filtres',
    empty: 'Le journal est vide',
    emptyWhat: 'Chaque saisie, validation, envoi ou changement de réglage y sera inscrit.',
  },
});
