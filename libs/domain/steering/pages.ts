import { contractYearLabel, missionOf, type Mission } from '@maillage/domain/contract';
import { addDays, type Day, found, type Period, type Uuid } from '@maillage/domain/kernel';
import { actionStatusLabels, comingSteps, isOpen, type LateStep, lateSteps, needsSentence, suggestedStatus } from '@maillage/domain/project';
import { comingDays, type Duty, dutiesOf } from './home';
import type { SteeredAction, SteeringInput } from './input';
import {
  actionsServing,
  cardsServing,
  type EurosOfYear,
  eurosOfYear,
  type IndicatorCard,
  indicatorCards,
  type MissionStanding,
  missionStandings,
  nameOf,
  type Totals,
  totalsOf,
} from './standing';

/** An action in a list. */
export interface ActionCard {
  id: Uuid;
  number: number;
  title: string;
  axisTitle: string;
  missionCodes: string[];
  status: SteeredAction['status'];
  statusLabel: string;
  statusSentence: string | null;
  lead: string | null;
  stepsDone: number;
  stepsTotal: number;
  lateSteps: LateStep[];
}

/** The page of a mission. */
export interface MissionPage {
  standing: MissionStanding;
  summary: Mission['summary'];
  parts: Mission['parts'];
  actions: ActionCard[];
  indicators: IndicatorCard[];
  duties: Duty[];
}

/** The page of an action: its curve, its steps, what it serves. */
export interface ActionPage {
  action: ActionCard;
  missions: { code: string; label: string }[];
  indicators: IndicatorCard[];
  comingSteps: { id: Uuid; title: string; dueOn: Day }[];
  suggestedStatus: SteeredAction['status'] | null;
  duties: Duty[];
}

/** One A4 for the board: on track, at risk, done, slipped, and what to decide. */
export interface BoardPage {
  today: Day;
  contractYear: string;
  totals: Totals;
  /** Euros of the contract year that runs; null without terms. */
  euros: EurosOfYear | null;
  missions: (MissionStanding & { keyIndicators: IndicatorCard[] })[];
  /** What the board has to look at: late or at-risk actions with their sentence, and reports waiting for approval. */
  toDecide: Duty[];
  /** The late ones first. */
  alerts: ActionCard[];
  done: ActionCard[];
  late: { count: number; first: Duty[] };
}

/** An action as lists show it. */
export function actionCard(input: SteeringInput, action: SteeredAction): ActionCard {
  return {
    id: action.id,
    number: action.number,
    title: action.title,
    axisTitle: action.axisTitle,
    missionCodes: [...action.missionCodes],
    status: action.status,
    statusLabel: actionStatusLabels[action.status],
    statusSentence: action.statusSentence,
    lead: nameOf(input, action.leadPersonId),
    stepsDone: action.steps.filter(({ doneOn }) => doneOn !== null).length,
    stepsTotal: action.steps.length,
    lateSteps: lateSteps(action, input.today),
  };
}

const byNumber = (a: SteeredAction, b: SteeredAction): number => a.number - b.number;

/** Assembles the page of a mission the community takes part in; `mission-unknown` or `not-found` otherwise. */
export function assembleMissionPage(input: SteeringInput, code: string, options: { period?: Period } = {}): MissionPage {
  const mission = missionOf(input.agreement, code);
  const cards = indicatorCards(input, options);
  const standing = found(missionStandings(input, cards).find((one) => one.code === code), { what: 'mission' });
  const actions = actionsServing(input.actions, code).sort(byNumber);
  const indicators = cardsServing(cards, input.actions, code);
  const ids = new Set([code, ...actions.map(({ id }) => id), ...indicators.map(({ id }) => id)]);
  return {
    standing,
    summary: mission.summary,
    parts: mission.parts,
    actions: actions.map((action) => actionCard(input, action)),
    indicators,
    duties: dutiesOf(input).filter(({ link }) => link.id !== null && ids.has(link.id)),
  };
}

/** Assembles the page of an action of the version in force, or `not-found`. */
export function assembleActionPage(input: SteeringInput, actionId: Uuid, options: { period?: Period; count?: number } = {}): ActionPage {
  const action = found(input.actions.find(({ id }) => id === actionId), { what: 'action' });
  const indicators = indicatorCards(input, options).filter((card) => card.actionId === actionId);
  const ids = new Set([actionId, ...indicators.map(({ id }) => id)]);
  return {
    action: actionCard(input, action),
    missions: input.agreement.missions.filter(({ code }) => action.missionCodes.includes(code)).map(({ code, label }) => ({ code, label })),
    indicators,
    comingSteps: comingSteps(action, input.today, addDays(input.today, comingDays)).map(({ id, title, dueOn }) => ({ id, title, dueOn })),
    suggestedStatus: suggestedStatus(action, input.today) ?? null,
    duties: dutiesOf(input).filter(({ link }) => link.id !== null && ids.has(link.id)),
  };
}

/** Lines of indicators per mission on the board page: more would not be read, nor fit the A4. */
export const boardIndicatorsPerMission = 3;

const gravity: Readonly<Record<string, number>> = { 'late': 0, 'at-risk': 1, 'on-track': 2, 'reached': 3, 'no-data': 4, 'no-target': 5 };

/** Assembles the page a board member reads ten minutes before the meeting. */
export function assembleBoardPage(input: SteeringInput, options: { period?: Period } = {}): BoardPage {
  const cards = indicatorCards(input, options);
  const state = (card: IndicatorCard): number => gravity[card.standing?.progress.state ?? 'no-data'] ?? 4;
  const duties = dutiesOf(input);
  const late = duties.filter(({ lateDays }) => lateDays > 0);
  const actions = [...input.actions].sort(byNumber);
  return {
    today: input.today,
    contractYear: contractYearLabel(input.contract, input.today),
    totals: totalsOf(input.actions, cards, input.today),
    euros: eurosOfYear(input),
    missions: missionStandings(input, cards).map((mission) => ({
      ...mission,
      keyIndicators: cardsServing(cards, input.actions, mission.code)
        .filter(({ standing }) => standing !== null)
        .sort((a, b) => state(a) - state(b) || (a.code < b.code ? -1 : 1))
        .slice(0, boardIndicatorsPerMission),
    })),
    toDecide: duties.filter(({ kind }) => kind === 'approve' || kind === 'report-failed' || kind === 'review'),
    alerts: actions
      .filter((action) => isOpen(action) && needsSentence(action.status))
      .sort((a, b) => Number(b.status === 'late') - Number(a.status === 'late'))
      .map((action) => actionCard(input, action)),
    done: actions.filter(({ status }) => status === 'done').map((action) => actionCard(input, action)),
    late: { count: late.length, first: late.slice(0, 5) },
  };
}
