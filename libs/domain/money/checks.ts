import { type ContractIndicator, type ContractTerms, indicatorsOf, type Mission, type MissionClock, type MissionTerms, type SignedAmount } from '@maillage/domain/contract';
import { type Cents, formatEuros, formatNumber, french, plural } from '@maillage/domain/kernel';
import type { MoneyCheck } from './euros';
import { confirmedCents, indicatorMax, scoringMax, whyNotComputed } from './scoring';

/** What the checks read beyond the contract itself; what is absent is not checked. */
export interface YearSurroundings {
  /** Codes of the contract indicators linked to a follow-up indicator. */
  linked?: readonly string[];
  clocks?: readonly MissionClock[];
  /** The crisis part is to be proved only when a crisis is recognised. */
  crisisRecognised?: boolean;
  /** The sentence of `sizeWarning`, when the population contradicts the size as signed. */
  sizeWarning?: string | null;
}

/** What gives the missions their names; an agreement does. */
export interface MissionNames {
  missions: readonly Pick<Mission, 'code' | 'label' | 'shortLabel'>[];
}

/** Everything the coordinator must see about the figures of a contract year: the most serious first, in the order of the contract. */
export function moneyChecks(terms: ContractTerms, agreement: MissionNames, around: YearSurroundings): MoneyCheck[] {
  const checks = [
    ...terms.missions.flatMap((mission) => envelopeChecks(mission, nameOf(mission, agreement))),
    ...weightChecks(terms),
    ...unconfirmedChecks(terms, agreement),
    ...(around.sizeWarning ? [check('size-differs', around.sizeWarning)] : []),
    ...lateChecks(terms, agreement, around),
    ...linkChecks(terms, agreement, around),
  ];
  const order: MoneyCheck['code'][] = ['weights-differ', 'weight-missing', 'no-indicator', 'unconfirmed', 'size-differs', 'mission-late', 'not-linked'];
  return checks.sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code));
}

function check(code: MoneyCheck['code'], sentence: string, missionCode: string | null = null, indicatorCode: string | null = null): MoneyCheck {
  return { code, missionCode, indicatorCode, sentence: french(sentence) };
}

function nameOf(mission: Pick<MissionTerms, 'code'>, agreement: MissionNames): string {
  return agreement.missions.find(({ code }) => code === mission.code)?.shortLabel ?? mission.code;
}

/** The maxima of the indicators against the envelope they share, for the yearly part and for the crisis part. */
function envelopeChecks(mission: MissionTerms, name: string): MoneyCheck[] {
  const indicators = mission.actions.flatMap((action) => action.indicators);
  const parts = [
    { what: 'la part variable', amount: mission.variable, indicators: indicators.filter(({ onlyIfCrisis }) => !onlyIfCrisis) },
    { what: 'la part « crise »', amount: mission.variableIfCrisis, indicators: indicators.filter(({ onlyIfCrisis }) => onlyIfCrisis) },
  ];
  return parts.flatMap(({ what, amount, indicators: sharing }) => {
    const envelope = confirmedCents(amount);
    if (envelope === null) return [];
    if (sharing.length === 0) {
      if (envelope === 0) return [];
      return [check('no-indicator', `${name} : ${what} est de ${formatEuros(envelope)}, et aucun indicateur du contrat ne la partage.`, mission.code)];
    }
    const sum = sharing.reduce((total, indicator) => total + (indicatorMax(indicator) ?? 0), 0);
    if (sum === envelope) return [];
    return [check('weights-differ', `${name} : ${difference(what, envelope, sum)}`, mission.code)];
  });
}

function difference(what: string, envelope: Cents, sum: Cents): string {
  const gap = sum < envelope ? `il manque ${formatEuros(envelope - sum)}` : `il y a ${formatEuros(sum - envelope)} de trop`;
  return `les maxima des indicateurs font ${formatEuros(sum)} et ${what} est de ${formatEuros(envelope)} : ${gap}. Relisez le contrat, ou voyez-le avec la CPAM.`;
}

function weightChecks(terms: ContractTerms): MoneyCheck[] {
  return indicatorsOf(terms).flatMap(({ mission, indicator }) => {
    const why = weightFault(indicator);
    return why === null ? [] : [check('weight-missing', `« ${indicator.title} » : ${why}`, mission.code, indicator.code)];
  });
}

function weightFault(indicator: ContractIndicator): string | null {
  const why = whyNotComputed(indicator);
  if (why === 'weight') return 'le montant manque, rien n\'est calculé. Complétez-le d\'après votre contrat.';
  if (why === 'baseline') return 'il se paie en proportion et sa valeur initiale manque, rien n\'est calculé.';
  const most = scoringMax(indicator.scoring);
  if (most === null || indicator.maxCents === null || indicator.maxCents === most) return null;
  return `le contrat écrit un maximum de ${formatEuros(indicator.maxCents)} et sa règle donne ${formatEuros(most)} : le plus petit des deux est compté.`;
}

function unconfirmedChecks(terms: ContractTerms, agreement: MissionNames): MoneyCheck[] {
  const doubt = (what: string, amount: SignedAmount | null, missionCode: string | null): MoneyCheck[] => {
    if (amount === null || (amount.confirmed && amount.cents !== null)) return [];
    const sentence =
      amount.cents === null
        ? `${what} : le montant n'est pas renseigné.`
        : `${what} : ${formatEuros(amount.cents)}, à confirmer sur votre contrat. Ce montant n'entre dans aucun calcul.`;
    return [check('unconfirmed', sentence, missionCode)];
  };
  return [
    ...doubt('Fonctionnement', terms.operating, null),
    ...terms.missions.flatMap((mission) => {
      const name = nameOf(mission, agreement);
      return [
        ...doubt(`${name}, part fixe`, mission.fixed, mission.code),
        ...doubt(`${name}, part variable`, mission.variable, mission.code),
        ...doubt(`${name}, part « crise »`, mission.variableIfCrisis, mission.code),
      ];
    }),
  ];
}

function lateChecks(terms: ContractTerms, agreement: MissionNames, { clocks = [] }: YearSurroundings): MoneyCheck[] {
  return terms.missions.flatMap((mission) => {
    const clock = clocks.find(({ missionCode }) => missionCode === mission.code);
    return clock && clock.lateDays > 0 ? [check('mission-late', `${nameOf(mission, agreement)} : ${clock.sentence}`, mission.code)] : [];
  });
}

/** One line per mission: a contract just imported has all its indicators to link, by one click. */
function linkChecks(terms: ContractTerms, agreement: MissionNames, { linked, crisisRecognised }: YearSurroundings): MoneyCheck[] {
  if (!linked) return [];
  return terms.missions.flatMap((mission) => {
    const alone = mission.actions
      .flatMap(({ indicators }) => indicators)
      .filter(({ code, onlyIfCrisis }) => !linked.includes(code) && (!onlyIfCrisis || crisisRecognised === true));
    const [first] = alone;
    if (!first) return [];
    const name = nameOf(mission, agreement);
    if (alone.length === 1) return [check('not-linked', `${name} : « ${first.title} » n'est lié à aucun indicateur suivi, sa valeur ne peut pas venir.`, mission.code, first.code)];
    const count = `${formatNumber(alone.length)} ${plural(alone.length, 'indicateur')} du contrat`;
    return [check('not-linked', `${name} : ${count} ne sont liés à aucun indicateur suivi, leurs valeurs ne peuvent pas venir.`, mission.code)];
  });
}
