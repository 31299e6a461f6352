import { formatNumber, plural } from '@maillage/domain/kernel';
import { dictionary } from './dictionary';

const count = (number: number, one: string, many?: string): string => `${formatNumber(number)} ${plural(number, one, many)}`;

/** What is given at each event: a prevention day, a crisis exercise, a training session. */
export const eventsText = dictionary({
  frequencyHint: "Rien n'est demandé d'avance : vous ajoutez une valeur, datée de son jour, chaque fois que l'événement a lieu. Les pages et les rapports en disent le trimestre, les objectifs valent pour l'année.",
  yearOf: { sum: 'les événements s’additionnent', last: 'le dernier événement compte', mean: 'la moyenne des événements' },
  aggregations: {
    sum: 'Les événements s\'additionnent (exercices, participants)',
    last: 'Le dernier événement compte',
    mean: 'La moyenne des événements (participants à une séance)',
  },
  yearHint: 'Au trimestre comme à l\'année, les événements sont réunis de cette façon.',
  add: 'Ajouter un événement',
  none: 'Aucun événement enregistré',
  noneWhat: "Rien n'est attendu : ajoutez une valeur le jour où l'événement a lieu, avec sa preuve. La courbe réunit les événements par trimestre.",
  noneShort: 'Aucun événement enregistré.',
  day: 'Jour',
  entry: {
    choice: 'Un événement, à son jour',
    title: (day: string) => `Événement du ${day}`,
    lead: (given: number, toValidate: number) =>
      given === 0
        ? "Choisissez le jour, puis donnez la valeur de ce qui a eu lieu. Ce qui n'a pas eu lieu reste vide."
        : `${count(given, 'événement enregistré', 'événements enregistrés')} ce jour-là${toValidate > 0 ? `, ${formatNumber(toValidate)} à valider` : ''}.`,
    day: 'Jour de l\'événement',
    dayHint: 'Aujourd\'hui au plus tard.',
    state: 'à ajouter',
    another: 'Ajouter un autre ce jour-là',
    except: 'Accorder une exception',
    of: (name: string) => ` : ${name}`,
    lines: 'Indicateurs donnés à chaque événement',
    noneFuture: "Ce jour n'est pas encore venu",
    noneFutureWhat: 'Un événement s\'enregistre à partir du jour où il a lieu. Choisissez un autre jour.',
  },
});
