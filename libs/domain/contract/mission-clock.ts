import { addMonths, type Day, daysBetween, ensure, formatDay, formatNumber, french, parseDay, plural } from '@maillage/domain/kernel';
import { type AgreementVersion, type FigureStatus, type Mission, type MissionCode, missionOf } from './agreement';
import { type AciContract, contractEnd } from './contract';

/** What a community does with a mission. */
export interface MissionParticipation {
  missionCode: MissionCode;
  /** Always true for a core mission. */
  chosen: boolean;
  startedOn: Day | null;
  deployedOn: Day | null;
}

/** Where a mission can stand, from not chosen to deployed. */
export const missionStates = ['not-chosen', 'not-started', 'late-start', 'started', 'late-deploy', 'deployed'] as const;
/** One of those states. */
export type MissionState = (typeof missionStates)[number];

/** The states of a mission in French. */
export const missionStateLabels: Readonly<Record<MissionState, string>> = {
  'not-chosen': 'non choisie',
  'not-started': 'à démarrer',
  'late-start': 'démarrage en retard',
  'started': 'démarrée',
  'late-deploy': 'déploiement en retard',
  'deployed': 'déployée',
};

/** Where a mission stands against its deadlines on a day. */
export interface MissionClock {
  missionCode: MissionCode;
  state: MissionState;
  startedOn: Day | null;
  deployedOn: Day | null;
  /** null: free, not chosen, no contract, or to be read in the contract (`toConfirm`). */
  startDue: Day | null;
  deployDue: Day | null;
  /** Days late today; 0 when nothing is late. */
  lateDays: number;
  /** The agreement gives no sure deadline for this contract: ask the contract. */
  toConfirm: boolean;
  /** One French sentence. */
  sentence: string;
}

/** A participation nobody has filled yet: core missions are chosen from the start. */
export function emptyParticipation(mission: Pick<Mission, 'code' | 'kind'>): MissionParticipation {
  return { missionCode: mission.code, chosen: mission.kind === 'core', startedOn: null, deployedOn: null };
}

/** A participation to be recorded, with every rule checked. */
export function checkParticipation(
  input: MissionParticipation,
  version: AgreementVersion,
  contract: Pick<AciContract, 'signedOn' | 'durationYears'>,
  today: Day,
): MissionParticipation {
  const mission = missionOf(version, input.missionCode);
  const { chosen, startedOn, deployedOn } = input;
  ensure(chosen || mission.kind === 'optional', 'mission-core', { mission: mission.label });
  ensure(chosen || (startedOn === null && deployedOn === null), 'mission-not-chosen', { mission: mission.label });
  const endsOn = contractEnd(contract);
  for (const day of [startedOn, deployedOn]) {
    if (day === null) continue;
    parseDay(day);
    ensure(day >= contract.signedOn, 'mission-before-signature', { day, signedOn: contract.signedOn, mission: mission.label });
    ensure(day <= today, 'mission-date-in-future', { day, mission: mission.label });
    ensure(day <= endsOn, 'mission-after-contract', { day, endsOn, mission: mission.label });
  }
  if (deployedOn !== null) {
    ensure(startedOn !== null, 'mission-not-started', { mission: mission.label });
    ensure(startedOn <= deployedOn, 'mission-deployed-before-start', { startedOn, deployedOn, mission: mission.label });
  }
  return { missionCode: mission.code, chosen, startedOn, deployedOn };
}

/** The choice of the optional missions may drop one only when nothing serves it and it has no dates. */
export function checkUnchoose(mission: Mission, participation: MissionParticipation, servedBy: number): void {
  ensure(mission.kind === 'optional', 'mission-core', { mission: mission.label });
  ensure(servedBy === 0 && participation.startedOn === null, 'mission-in-use', { mission: mission.label, count: servedBy });
}

const sure = (status: FigureStatus): boolean => status === 'published' || status === 'derived';

/** The clock of one mission: months count from the signature of the contract. */
export function missionClock(
  mission: Mission,
  participation: MissionParticipation,
  contract: Pick<AciContract, 'signedOn'> | null,
  today: Day,
): MissionClock {
  const { startedOn, deployedOn } = participation;
  const chosen = mission.kind === 'core' || participation.chosen;
  const { startWithinMonths: start, deployWithinMonths: deploy } = mission;
  const hasDeadlines = chosen && contract !== null && start !== null && deploy !== null;
  // A mission added after the signature: the text read does not say from when its months run for that contract.
  const toConfirm = hasDeadlines && (contract.signedOn < mission.introducedOn || !sure(start.status) || !sure(deploy.status));
  const counted = hasDeadlines && !toConfirm;
  const startDue = counted ? addMonths(contract.signedOn, start.value) : null;
  const deployDue = counted ? addMonths(contract.signedOn, deploy.value) : null;
  const lateSince = (due: Day | null): number => (due === null ? 0 : Math.max(0, daysBetween(due, today)));
  const facts = { missionCode: mission.code, startedOn, deployedOn, startDue, deployDue, toConfirm };
  const clock = (state: MissionState, lateDays: number, sentence: string): MissionClock => ({ ...facts, state, lateDays, sentence: french(sentence) });

  if (!chosen) return clock('not-chosen', 0, 'Mission optionnelle non choisie.');
  if (deployedOn) return clock('deployed', 0, `Déployée le ${formatDay(deployedOn)}${afterDue(deployDue, deployedOn)}.`);
  if (startedOn) {
    const late = lateSince(deployDue);
    if (late > 0 && deployDue) return clock('late-deploy', late, `Déploiement attendu le ${formatDay(deployDue)} : en retard de ${days(late)}.`);
    return clock('started', 0, `Démarrée le ${formatDay(startedOn)}${afterDue(startDue, startedOn)}${awaited('déploiement', deployDue, toConfirm)}.`);
  }
  const late = lateSince(startDue);
  if (late > 0 && startDue) return clock('late-start', late, `Démarrage attendu le ${formatDay(startDue)} : en retard de ${days(late)}.`);
  return clock('not-started', 0, `Pas encore démarrée${awaited('démarrage', startDue, toConfirm)}.`);
}

function days(count: number): string {
  return `${formatNumber(count)} ${plural(count, 'jour')}`;
}

function afterDue(due: Day | null, done: Day): string {
  if (due === null || done <= due) return '';
  return `, ${days(daysBetween(due, done))} après l'échéance`;
}

function awaited(what: string, due: Day | null, toConfirm: boolean): string {
  if (due) return ` ; ${what} attendu au plus tard le ${formatDay(due)}`;
  return toConfirm ? ` ; échéance de ${what} à confirmer sur votre contrat` : '';
}

/** The clocks of all the missions of a version, in its order. */
export function missionClocks(
  version: AgreementVersion,
  participations: readonly MissionParticipation[],
  contract: Pick<AciContract, 'signedOn'> | null,
  today: Day,
): MissionClock[] {
  return version.missions.map((mission) => {
    const participation = participations.find(({ missionCode }) => missionCode === mission.code) ?? emptyParticipation(mission);
    return missionClock(mission, participation, contract, today);
  });
}
