import { communityTitle } from '@maillage/domain/community';
import { contractYearLabel, missionClocks } from '@maillage/domain/contract';
import { absentPlaces, expectedMeasures, progressStates } from '@maillage/domain/indicators';
import { ensure, formatDay, formatInstant, formatPeriod, french, type PeriodCalendar, plural, today as localDay } from '@maillage/domain/kernel';
import { actionStatuses, actionStatusLabels, lateSteps } from '@maillage/domain/project';
import { reportKindLabels, reportTitle } from './report-life';
import { reportIndicator } from './reported-indicator';
import {
  type ReportSnapshot,
  type SnapshotAction,
  snapshotFormat,
  type SnapshotIndicator,
  type SnapshotLate,
  type SnapshotMission,
  type SnapshotSummary,
} from './snapshot';
import type { ReportedAction, SnapshotInput } from './snapshot-input';

/** Freezes a report: everything its documents will show, masked and worded, from plain inputs. Same inputs, same snapshot. */
export function buildSnapshot(input: SnapshotInput): ReportSnapshot {
  const { community, contract, report } = input;
  const today = localDay(input.now, community.timeZone);
  const calendar: PeriodCalendar = { contractStart: contract?.signedOn ?? null };
  const indicators = reportedIndicators(input, today, calendar);
  ensure(indicators.length > 0, 'report-no-indicator', { period: formatPeriod(report.period) });
  const actions = [...input.actions].sort((a, b) => a.number - b.number).map((action) => reportedAction(action, indicators, today));
  const missions = reportedMissions(input, actions, indicators, today);
  return {
    format: snapshotFormat,
    demo: input.demo,
    report: {
      kind: report.kind,
      kindLabel: reportKindLabels[report.kind],
      number: report.number,
      version: report.version,
      title: reportTitle(report),
      periodKey: report.period.key,
      periodLabel: formatPeriod(report.period),
      periodStart: report.period.start,
      periodEnd: report.period.end,
      frozenAt: input.now.toISOString(),
      frozenLabel: formatInstant(input.now, community.timeZone),
      ...(input.lockedAt === undefined ? {} : { lockedLabel: input.lockedAt && formatInstant(input.lockedAt, community.timeZone) }),
    },
    community: { ...territory(input), id: community.id, name: community.name, title: communityTitle(community), label: community.label, timeZone: community.timeZone },
    contract: contract && {
      signedOn: contract.signedOn,
      yearLabel: contractYearLabel(contract, report.period.end),
      size: contract.size,
      agreement: input.agreement.label,
    },
    maskBelow: community.maskBelow,
    maskNote: french(`Les effectifs de patients inférieurs à ${community.maskBelow} sont masqués (« < ${community.maskBelow} »), ainsi que les taux qui les laisseraient deviner.`),
    summary: summarise(missions, actions, indicators),
    missions,
    actions,
    indicators,
    late: lateThings(input, missions, today, calendar),
    definitionChanges: definitionChanges(input, indicators),
  };
}

function territory({ territory: { departments, population } }: SnapshotInput): Pick<ReportSnapshot['community'], 'departments' | 'communes' | 'population' | 'populationNote'> {
  const unknown = population?.unknown ?? [];
  return {
    departments: [...departments],
    communes: population?.communes ?? 0,
    population: population?.total ?? null,
    populationNote: unknown.length === 0 ? null : french(`Sans ${unknown.length} ${plural(unknown.length, 'commune')} dont la population n'est pas connue.`),
  };
}

function reportedIndicators(input: SnapshotInput, today: string, calendar: PeriodCalendar): SnapshotIndicator[] {
  const actionNumbers = new Map(input.actions.map(({ id, number }) => [id, number]));
  const context = { period: input.report.period, today, calendar, maskBelow: input.community.maskBelow, actionNumbers };
  return [...input.indicators]
    .filter(({ archivedAt }) => archivedAt === null)
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .flatMap((indicator) => reportIndicator(indicator, input, context) ?? []);
}

function reportedAction(action: ReportedAction, indicators: readonly SnapshotIndicator[], today: string): SnapshotAction {
  return {
    id: action.id,
    number: action.number,
    title: action.title,
    axis: action.axisTitle,
    objective: action.objective,
    missionCodes: [...action.missionCodes],
    lead: action.leadName,
    status: action.status,
    statusLabel: actionStatusLabels[action.status],
    statusSentence: action.statusSentence,
    stepsDone: action.steps.filter(({ doneOn }) => doneOn !== null).length,
    stepsTotal: action.steps.length,
    lateSteps: lateSteps(action, today).map(({ step, dueOn, lateDays }) => ({ title: step.title, dueOn, lateDays })),
    indicatorCodes: indicators.filter(({ actionNumber }) => actionNumber === action.number).map(({ code }) => code),
  };
}

function reportedMissions(input: SnapshotInput, actions: readonly SnapshotAction[], indicators: readonly SnapshotIndicator[], today: string): SnapshotMission[] {
  return missionClocks(input.agreement, input.participations, input.contract, today).flatMap((clock): SnapshotMission[] => {
    const mission = input.agreement.missions.find(({ code }) => code === clock.missionCode);
    if (!mission || clock.state === 'not-chosen') return [];
    const serving = actions.filter(({ missionCodes }) => missionCodes.includes(mission.code));
    const byAction = new Set(serving.map(({ number }) => number));
    // An indicator belongs to the missions it names; one that names none, to those of its action.
    const measured = indicators.filter(({ missionCodes, actionNumber }) =>
      missionCodes.length > 0 ? missionCodes.includes(mission.code) : actionNumber !== null && byAction.has(actionNumber),
    );
    return [
      {
        code: mission.code,
        label: mission.label,
        kind: mission.kind,
        state: clock.state,
        sentence: clock.sentence,
        actionNumbers: serving.map(({ number }) => number),
        indicatorCodes: measured.map(({ code }) => code),
      },
    ];
  });
}

function summarise(missions: readonly SnapshotMission[], actions: readonly SnapshotAction[], indicators: readonly SnapshotIndicator[]): SnapshotSummary {
  const count = <K extends string>(keys: readonly K[], of: (key: K) => number): Record<K, number> =>
    Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, number>;
  return {
    missions: missions.length,
    missionsLate: missions.filter(({ state }) => state === 'late-start' || state === 'late-deploy').length,
    actions: actions.length,
    actionsByStatus: count(actionStatuses, (status) => actions.filter((action) => action.status === status).length),
    indicators: indicators.length,
    indicatorsByState: count(progressStates, (state) => indicators.filter(({ progress }) => progress.state === state).length),
    valuesGiven: indicators.filter(({ status }) => status === 'validated' || status === 'draft').length,
    valuesValidated: indicators.filter(({ status }) => status === 'validated').length,
    valuesMasked: indicators.filter(({ value }) => value.masked).length,
    valuesWithProof: indicators.filter(({ proofs }) => proofs.length > 0).length,
  };
}

function lateThings(input: SnapshotInput, missions: readonly SnapshotMission[], today: string, calendar: PeriodCalendar): SnapshotLate[] {
  const chosen = new Set(missions.map(({ code }) => code));
  const fromMissions = missionClocks(input.agreement, input.participations, input.contract, today).flatMap((clock): SnapshotLate[] => {
    const since = clock.state === 'late-start' ? clock.startDue : clock.state === 'late-deploy' ? clock.deployDue : null;
    const label = input.agreement.missions.find(({ code }) => code === clock.missionCode)?.label;
    if (since === null || !label || !chosen.has(clock.missionCode)) return [];
    return [{ what: 'mission', title: label, detail: clock.sentence, who: null, since, lateDays: clock.lateDays }];
  });
  const fromSteps = input.actions.flatMap((action) =>
    lateSteps(action, today).map(({ step, dueOn, lateDays }): SnapshotLate => ({
      what: 'step',
      title: step.title,
      detail: french(`Action ${action.number} : ${action.title}, étape attendue le ${formatDay(dueOn)}`),
      who: action.leadName,
      since: dueOn,
      lateDays,
    })),
  );
  const options = { today, calendar, ...(input.dueDays === undefined ? {} : { dueDays: input.dueDays }), since: input.report.period.start, absent: absentPlaces(input.absences ?? []) };
  const fromValues = expectedMeasures(input.indicators, input.measures, options).flatMap((expected): SnapshotLate[] => {
    const indicator = input.indicators.find(({ id }) => id === expected.indicatorId);
    if (!indicator || expected.need !== 'to-enter' || expected.lateDays === 0 || expected.period.end > input.report.period.end) return [];
    const detail = french(`Valeur attendue pour ${formatPeriod(expected.period)}, au plus tard le ${formatDay(expected.dueOn)}`);
    return [{ what: 'value', title: `${indicator.code} ${indicator.name}`, detail, who: indicator.responsibleName, since: expected.dueOn, lateDays: expected.lateDays }];
  });
  return [...fromMissions, ...fromSteps, ...fromValues].sort((a, b) => b.lateDays - a.lateDays || (a.title < b.title ? -1 : 1));
}

function definitionChanges(input: SnapshotInput, indicators: readonly SnapshotIndicator[]): ReportSnapshot['definitionChanges'] {
  return (input.definitionChanges ?? []).flatMap(({ indicatorId, on, text }) => {
    const indicator = indicators.find(({ id }) => id === indicatorId);
    return indicator ? [{ code: indicator.code, on, text }] : [];
  });
}
