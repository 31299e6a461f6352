import { contractYear, type MissionClock, missionClocks, type Mission } from '@maillage/domain/contract';
import {
  type IndicatorStanding,
  isToldIn,
  periodToShow,
  toldBy,
  type ProgressState,
  progressStates,
  standingOf,
} from '@maillage/domain/indicators';
import type { Euros, YearPhase } from '@maillage/domain/money';
import { formatPeriod, groupBy, oncePer, type Period, type PeriodCalendar, uniqueBy, type Uuid } from '@maillage/domain/kernel';
import { type ActionStatus, actionStatuses, isOpen, lateSteps } from '@maillage/domain/project';
import type { SteeredAction, SteeredIndicator, SteeringInput } from './input';

/** An indicator with where it stands: what a card, a bullet bar or a curve is drawn from. */
export interface IndicatorCard {
  id: Uuid;
  code: string;
  name: string;
  kind: SteeredIndicator['kind'];
  unit: string | null;
  decimals: number;
  direction: SteeredIndicator['direction'];
  missions: string[];
  actionId: Uuid | null;
  responsible: string | null;
  baseline: SteeredIndicator['baseline'];
  /** null: no period has ended since it is tracked. */
  standing: IndicatorStanding | null;
  /** The value shown has not the proof it should have. */
  proofMissing: boolean;
}

/** Counts of actions and indicators; each counts once. */
export interface Totals {
  actions: number;
  actionsByStatus: Record<ActionStatus, number>;
  actionsWithLateSteps: number;
  indicators: number;
  indicatorsByState: Record<ProgressState, number>;
}

/** The euros of the contract year that runs, as dashboards show them; `checks` counts what the contract page asks to look at. */
export interface EurosOfYear extends Euros {
  year: number;
  phase: YearPhase;
  /** « année 5 (15/04/2026–14/04/2027) » */
  label: string;
  checks: number;
}

/** A mission as the home and the board page show it. */
export interface MissionStanding {
  code: string;
  label: string;
  shortLabel: string;
  kind: Mission['kind'];
  clock: MissionClock;
  /** Mean of the attainments of its indicators that have a value and a target, each capped at 100; null without any. */
  attainment: number | null;
  totals: Totals;
  /** Its variable part of the contract year; null without terms for it. */
  euros: Euros | null;
  /** One word for the row: the worst of the clock, of the actions and of the indicators. */
  state: 'late' | 'at-risk' | 'on-track' | 'reached' | 'no-data';
}

/** The calendar of a community. */
export function calendarOf(input: Pick<SteeringInput, 'contract'>): PeriodCalendar {
  return { contractStart: input.contract?.signedOn ?? null };
}

const noStanding: ProgressState = 'no-data';

/** Every indicator in use with its standing on the day, in the order of the codes. `period` looks at another time. */
export function indicatorCards(input: SteeringInput, options: { period?: Period; count?: number } = {}): readonly IndicatorCard[] {
  return options.period === undefined && options.count === undefined ? cardsOfToday(input) : makeCards(input, options);
}

/** All the pages of a community are made from the same cards. */
const cardsOfToday = oncePer((input: SteeringInput) => makeCards(input, {}));

function makeCards(input: SteeringInput, options: { period?: Period; count?: number }): IndicatorCard[] {
  const calendar = calendarOf(input);
  const measuresOf = groupBy(input.measures, ({ indicatorId }) => indicatorId);
  const targetsOf = groupBy(input.targets, ({ indicatorId }) => indicatorId);
  const unprovedOf = groupBy(input.unproved ?? [], ({ indicatorId }) => indicatorId);
  return input.indicators
    .filter(({ archivedAt }) => archivedAt === null)
    .map((indicator) => {
      const measures = measuresOf.get(indicator.id) ?? [];
      const wanted = options.period?.kind === toldBy(indicator.frequency) ? options.period : undefined;
      const until = options.period && options.period.end < input.today ? options.period.end : input.today;
      const shown = wanted ?? periodToShow(indicator, measures, until, { calendar, ...(input.dueDays === undefined ? {} : { dueDays: input.dueDays }) });
      const targets = targetsOf.get(indicator.id) ?? [];
      const tracked = shown && shown.end >= indicator.trackedFrom;
      return {
        id: indicator.id,
        code: indicator.code,
        name: indicator.name,
        kind: indicator.kind,
        unit: indicator.unit,
        decimals: indicator.decimals,
        direction: indicator.direction,
        missions: [...indicator.missions],
        actionId: indicator.actionId,
        responsible: nameOf(input, indicator.responsiblePersonId),
        baseline: indicator.baseline,
        standing: tracked ? standingOf(indicator, measures, targets, shown, { today: input.today, calendar, count: options.count ?? 8 }) : null,
        proofMissing: shown !== undefined && (unprovedOf.get(indicator.id) ?? []).some(({ periodKey }) => isToldIn(periodKey, shown)),
      };
    })
    .sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

/** The name of a person, or null. */
export function nameOf(input: Pick<SteeringInput, 'people'>, personId: Uuid | null): string | null {
  return personId === null ? null : (input.people.get(personId) ?? null);
}

/** The actions that serve a mission. */
export function actionsServing<A extends Pick<SteeredAction, 'missionCodes'>>(actions: readonly A[], code: string): A[] {
  return actions.filter(({ missionCodes }) => missionCodes.includes(code));
}

/** The indicators of a mission: those that name it, and those of its actions that name no mission. */
export function cardsServing(cards: readonly IndicatorCard[], actions: readonly Pick<SteeredAction, 'id' | 'missionCodes'>[], code: string): IndicatorCard[] {
  const serving = new Set(actionsServing(actions, code).map(({ id }) => id));
  return cards.filter((card) => (card.missions.length > 0 ? card.missions.includes(code) : card.actionId !== null && serving.has(card.actionId)));
}

/** Counts, each action and each indicator once even when it was listed under several missions. */
export function totalsOf(actions: readonly SteeredAction[], cards: readonly IndicatorCard[], today: string): Totals {
  const onceActions = uniqueBy(actions, ({ id }) => id);
  const onceCards = uniqueBy(cards, ({ id }) => id);
  const tally = <K extends string>(keys: readonly K[], of: (key: K) => number): Record<K, number> =>
    Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, number>;
  return {
    actions: onceActions.length,
    actionsByStatus: tally(actionStatuses, (status) => onceActions.filter((action) => action.status === status).length),
    actionsWithLateSteps: onceActions.filter((action) => lateSteps(action, today).length > 0).length,
    indicators: onceCards.length,
    indicatorsByState: tally(progressStates, (state) => onceCards.filter((card) => (card.standing?.progress.state ?? noStanding) === state).length),
  };
}

/** Mean of the attainments, each capped at 100 so that one success does not hide a failure. */
export function meanAttainment(cards: readonly IndicatorCard[]): number | null {
  const known = cards.flatMap(({ standing }) => (standing?.progress.attainment === null || !standing ? [] : [Math.min(100, standing.progress.attainment ?? 0)]));
  return known.length === 0 ? null : Math.round(known.reduce((sum, one) => sum + one, 0) / known.length);
}

/** Every mission the community takes part in, in the order of the agreement. */
export function missionStandings(input: SteeringInput, cards: readonly IndicatorCard[]): MissionStanding[] {
  const clocks = missionClocks(input.agreement, input.participations, input.contract, input.today);
  return input.agreement.missions.flatMap((mission): MissionStanding[] => {
    const clock = clocks.find(({ missionCode }) => missionCode === mission.code);
    if (!clock || clock.state === 'not-chosen') return [];
    const actions = actionsServing(input.actions, mission.code);
    const serving = cardsServing(cards, input.actions, mission.code);
    const totals = totalsOf(actions, serving, input.today);
    return [
      {
        code: mission.code,
        label: mission.label,
        shortLabel: mission.shortLabel,
        kind: mission.kind,
        clock,
        attainment: meanAttainment(serving),
        totals,
        euros: eurosOfMission(input, mission.code),
        state: worst(clock, totals, actions.some(isOpen)),
      },
    ];
  });
}

/** The variable part of a mission; null when nothing is paid on it, as for the crisis part alone. */
function eurosOfMission({ euros }: SteeringInput, code: string): Euros | null {
  const mission = euros?.missions.find((one) => one.code === code);
  if (!mission || mission.maxCents === 0) return null;
  const { maxCents, earnedCents, atStakeCents, lostCents } = mission;
  return { maxCents, earnedCents, atStakeCents, lostCents };
}

/** The euros of the contract year that runs, whole; null without terms. */
export function eurosOfYear({ euros, contract }: SteeringInput): EurosOfYear | null {
  if (!euros || !contract) return null;
  const { year, phase, maxCents, earnedCents, atStakeCents, lostCents, checks } = euros;
  return { year, phase, label: formatPeriod(contractYear(contract, year)), maxCents, earnedCents, atStakeCents, lostCents, checks: checks.length };
}

function worst(clock: MissionClock, totals: Totals, someOpen: boolean): MissionStanding['state'] {
  const { actionsByStatus: actions, indicatorsByState: states } = totals;
  if (clock.lateDays > 0 || actions.late > 0 || states.late > 0) return 'late';
  if (actions['at-risk'] > 0 || states['at-risk'] > 0 || totals.actionsWithLateSteps > 0) return 'at-risk';
  if (states['on-track'] > 0) return 'on-track';
  if (states.reached > 0) return 'reached';
  return someOpen && actions['on-track'] > 0 ? 'on-track' : 'no-data';
}
