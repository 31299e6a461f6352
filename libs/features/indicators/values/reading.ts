import { hasRight, type Actor } from '@maillage/domain/identity';
import {
  absentPlaces,
  expectedMeasures,
  targetFor,
  type ExpectedMeasure,
  type ExpectedOptions,
  type IndicatorStanding,
  isAdded,
  periodToShow,
  type PeriodLock,
  standingOf,
  type Target,
} from '@maillage/domain/indicators';
import { addMonths, addYears, type Day, formatPeriod, groupBy, oncePer, type Period, type PeriodKind, periodKindOf, uniqueBy } from '@maillage/domain/kernel';
import { namedActions, type NamedAction } from '@maillage/features/project';
import type { Clock, Tx } from '@maillage/platform';
import { loadWaitingPlaces, type AnsweredPlace } from '../collection/collection-answers.store';
import { loadAbsences, type StoredAbsence } from '../collection/collection.store';
import { loadEvidence, type MeasureProof } from '../proofs/evidence.store';
import { indicatorFacts, type IndicatorFacts } from './facts';
import { loadAllTargets, loadIndicators, loadNames, type StoredIndicator } from '../definition/indicator.store';
import { loadLockGround } from '../validation/lock.store';
import { loadFigures, loadMeasuresAt, type Figure, type StoredMeasure } from './measure.store';

/** What an indicator serves, and who gives its values, by name. */
export interface IndicatorPlace {
  missionLabels: string[];
  action: Pick<NamedAction, 'id' | 'number' | 'title'> | null;
  /** The person in charge, else the lead of the action. */
  responsible: string | null;
  /** The reader gives its values: named in charge, or lead of its action. */
  mine: boolean;
}

/** A period of an indicator, with its value if there is one. */
export interface ValueLine {
  period: Period;
  label: string;
  target: number | null;
  /** The period the target was set for; null without target. */
  targetSetFor: string | null;
  /** The target is that of a year whose periods are added: one value alone is not compared with it. */
  targetOfYear: boolean;
  measure: StoredMeasure | null;
  evidence: MeasureProof[];
  recordedByName: string | null;
  validatedByName: string | null;
  /** Why the period has no value, when that was answered. */
  absence: Pick<StoredAbsence, 'reason' | 'statedAt' | 'revision'> | null;
  /** What is awaited for the period; null when the value is validated or not due. */
  expected: Pick<ExpectedMeasure, 'need' | 'dueOn' | 'lateDays'> | null;
}

/** Indicators with their values and targets, read in one transaction. */
export interface Reading {
  facts: IndicatorFacts;
  indicators: StoredIndicator[];
  measures: readonly Figure[];
  targets: readonly Target[];
  /** Periods answered by the reason why they have no value. */
  absences: readonly StoredAbsence[];
  /** Locks that stand: nothing is asked for in what they close. */
  locks?: readonly PeriodLock[];
  /** Where an answer came by a link and waits to be accepted: nobody is asked to give it again. */
  waiting?: readonly AnsweredPlace[];
}

/** The first day of the values wanted, by frequency, for a local day. */
export type Reach = (today: Day) => Readonly<Record<PeriodKind, Day>>;

/** Years are few: all of them. */
export const wholeContract = { 'contract-year': '1900-01-01', 'civil-year': '1900-01-01' } as const;

/** The same first day for every frequency. */
export const everySince = (since: Day): Readonly<Record<PeriodKind, Day>> => ({ 'month': since, 'quarter': since, 'half-year': since, 'civil-year': since, 'contract-year': since, 'event': since });

/** What a list needs: eight periods of curve, the same period of the year before, the sum of the contract year. */
export const listReach: Reach = (today) => ({ ...wholeContract, 'month': addMonths(today, -16), 'quarter': addYears(today, -3), 'half-year': addYears(today, -5), 'event': addYears(today, -3) });

/** Lists ask for nothing older. */
const yearsOfAbsences = 3;

/** Everything of the community at work, with its values as far back as wanted; archived indicators too when asked. */
export async function readAll(tx: Tx, actor: Actor, clock: Clock, reach: Reach, options: { archived?: boolean } = {}): Promise<Reading> {
  const facts = await indicatorFacts(tx, actor.communityId, clock);
  return {
    facts,
    indicators: await loadIndicators(tx, options),
    measures: await loadFigures(tx, reach(facts.today)),
    targets: await loadAllTargets(tx),
    absences: await loadAbsences(tx, addYears(facts.today, -yearsOfAbsences)),
    locks: (await loadLockGround(tx, clock.now())).locks,
    waiting: await loadWaitingPlaces(tx, addYears(facts.today, -yearsOfAbsences)),
  };
}

const measuresOf = oncePer((measures: readonly Figure[]) => groupBy(measures, ({ indicatorId }) => indicatorId));
const targetsOf = oncePer((targets: readonly Target[]) => groupBy(targets, ({ indicatorId }) => indicatorId));

/** The values of one indicator among those read, oldest first. */
export const valuesOf = ({ measures }: Pick<Reading, 'measures'>, indicatorId: string): readonly Figure[] => measuresOf(measures).get(indicatorId) ?? [];

/** What each indicator serves and who gives its values; `known`: the names of everyone and the actions served, when they are read already. */
export async function placesOf(
  tx: Tx,
  actor: Actor,
  { facts, indicators }: Pick<Reading, 'facts' | 'indicators'>,
  known?: ReadonlyMap<string, string>,
  served?: readonly NamedAction[],
): Promise<Map<string, IndicatorPlace>> {
  const actions = served ? new Map(served.map((action) => [action.id, action])) : await namedActions(tx, [...new Set(indicators.flatMap(({ actionId }) => actionId ?? []))]);
  const inCharge = (indicator: StoredIndicator): string | null =>
    indicator.responsiblePersonId ??
    (indicator.actionId === null ? null : (actions.get(indicator.actionId)?.leadPersonId ?? null));
  const names = known ?? (await loadNames(tx, [...new Set(indicators.flatMap((indicator) => inCharge(indicator) ?? []))]));
  const labels = new Map(facts.agreement.missions.map(({ code, shortLabel }) => [code, shortLabel]));
  return new Map(
    indicators.map((indicator): [string, IndicatorPlace] => {
      const { id, actionId, responsiblePersonId, missions } = indicator;
      const action = actionId === null ? undefined : actions.get(actionId);
      const person = inCharge(indicator);
      return [
        id,
        {
          missionLabels: missions.map((code) => labels.get(code) ?? code),
          action: action ? { id: action.id, number: action.number, title: action.title } : null,
          responsible: (person && names.get(person)) ?? null,
          mine: responsiblePersonId === actor.personId || action?.leadPersonId === actor.personId,
        },
      ];
    }),
  );
}

/** Whether this reader may give the values of an indicator: the same rule as when they are written. */
export function mayGive(actor: Actor, place: Pick<IndicatorPlace, 'mine'> | undefined): boolean {
  return hasRight(actor, 'measures.write') && (actor.role !== 'lead' || (place?.mine ?? false));
}

/** Where an indicator stands on the local day, or null before its first due period. */
export function standingToday({ facts, measures, targets }: Reading, indicator: StoredIndicator): IndicatorStanding | null {
  const mine = valuesOf({ measures }, indicator.id);
  const { today, calendar } = facts;
  const period = periodToShow(indicator, mine, today, { calendar });
  return period ? standingOf(indicator, mine, targetsOf(targets).get(indicator.id) ?? [], period, { today, calendar }) : null;
}

/** What is awaited in a community: its day, its calendar, its delay, and what was answered without a value. */
export const expectedOptions = ({ facts, absences, locks, waiting = [] }: Pick<Reading, 'facts' | 'absences' | 'locks' | 'waiting'>): ExpectedOptions => ({
  today: facts.today,
  calendar: facts.calendar,
  dueDays: facts.dueDays,
  absent: absentPlaces([...absences, ...waiting]),
  ...(locks ? { locks } : {}),
});

function absenceAt({ absences }: LinesGround, indicatorId: string, periodKey: string): ValueLine['absence'] {
  const absence = absences.find((one) => one.indicatorId === indicatorId && one.periodKey === periodKey);
  return absence ? { reason: absence.reason, statedAt: absence.statedAt, revision: absence.revision } : null;
}

/** What the lines of values are made from, beside the values themselves. */
export type LinesGround = Omit<Reading, 'measures'> & { names: ReadonlyMap<string, string> };

/** The values of these periods, with their targets, proofs and people; what is `known` already is not read again. */
export async function valueLines(
  tx: Tx,
  ground: LinesGround,
  wanted: readonly { indicator: StoredIndicator; period: Period }[],
  known?: { measures: readonly StoredMeasure[]; evidence: readonly MeasureProof[] },
): Promise<(ValueLine & { indicator: StoredIndicator })[]> {
  const { facts, targets, names } = ground;
  const shown = known?.measures ?? (await loadMeasuresAt(tx, wanted.map(({ indicator, period }) => ({ indicatorId: indicator.id, periodKey: period.key }))));
  const byKey = new Map(shown.map((measure) => [`${measure.indicatorId} ${measure.periodKey}`, measure]));
  const proofs = groupBy(known?.evidence ?? (await loadEvidence(tx, shown.map(({ id }) => id))), ({ measureId }) => measureId);
  const since = wanted.reduce((first, { period }) => (period.start < first ? period.start : first), facts.today);
  const awaited = expectedMeasures(uniqueBy(wanted.map(({ indicator }) => indicator), ({ id }) => id), shown, { ...expectedOptions(ground), since });
  const expectedByKey = new Map(awaited.map((one) => [`${one.indicatorId} ${one.period.key}`, one]));
  return wanted.map(({ indicator, period }) => {
    const key = `${indicator.id} ${period.key}`;
    const measure = byKey.get(key) ?? null;
    const expected = expectedByKey.get(key);
    const target = targetFor(targetsOf(targets).get(indicator.id) ?? [], period, facts.calendar);
    return {
      indicator,
      period,
      label: formatPeriod(period),
      target: target?.value ?? null,
      targetSetFor: target?.setFor ?? null,
      targetOfYear: target !== undefined && isAdded(indicator) && periodKindOf(target.setFor) !== period.kind,
      measure,
      evidence: (measure && proofs.get(measure.id)) ?? [],
      recordedByName: (measure?.recordedBy && names.get(measure.recordedBy)) ?? null,
      validatedByName: (measure?.validatedBy && names.get(measure.validatedBy)) ?? null,
      absence: absenceAt(ground, indicator.id, period.key),
      expected: expected ? { need: expected.need, dueOn: expected.dueOn, lateDays: expected.lateDays } : null,
    };
  });
}
