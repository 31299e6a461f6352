import { requireRight, type Actor } from '@maillage/domain/identity';
import { absentPlaces, expectedMeasures, formatValue, givablePeriods, isEventDriven, isSettled, lockOver, measureOriginLabels, noHistory, periodsOfEach, taskKey, type ExpectedMeasure, type MeasureStatus, type QualityHistory } from '@maillage/domain/indicators';
import { addYears, eventPeriod, eventRank, formatPeriod, parsePeriod, uniqueBy, type Day, type Period, type PeriodCalendar, type PeriodKind } from '@maillage/domain/kernel';
import { Clock, TenantDb } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { loadWaitingPlaces } from '../collection/collection-answers.store';
import { loadAbsences } from '../collection/collection.store';
import { loadAllNames, loadAllTargets, loadIndicators, type StoredIndicator } from '../definition/indicator.store';
import { indicatorFacts } from './facts';
import { loadGivenValues, type GivenValue } from './given.store';
import { loadQualityHistories } from './quality.store';
import { expectedOptions, everySince, listReach, mayGive, placesOf, readAll, valueLines, wholeContract, type IndicatorPlace, type Reach, type Reading, type ValueLine } from './reading';
import { actsGround, withActs, type ValueActs } from './value-acts';

/** A line of the entry page: an indicator and its period, with what helps to give the value. */
export interface EntryLine extends ValueLine, ValueActs {
  indicator: StoredIndicator;
  place: IndicatorPlace;
  /** The last value given before the period. */
  previous: { label: string; text: string; value: number } | null;
  /** The values given before that one, the newest first. */
  earlier: { label: string; text: string; value: number }[];
  /** What a value is compared with when it arrives. */
  quality: QualityHistory;
}

/** A period that can be chosen, and what is left to do in it. */
export interface EntryPeriod {
  key: string;
  label: string;
  kind: PeriodKind;
  /** A contract year that runs: its figures « à ce jour » can be given, nothing is awaited yet. */
  running: boolean;
  /** Nothing can be written in it any more. */
  locked: boolean;
  toEnter: number;
  toValidate: number;
}

/** The entry page of a period. */
export interface EntryGrid {
  /** Newest first; then an event, of the day asked for or of today, where indicators follow them. */
  periods: EntryPeriod[];
  period: Period | null;
  lines: EntryLine[];
  today: Day;
  /** What contract years are counted from; null without a contract. */
  contractStart: Day | null;
}

/** A value that is awaited, as lists of duties show it. */
export interface AwaitedValue extends Pick<ExpectedMeasure, 'need' | 'dueOn' | 'lateDays'> {
  indicatorId: string;
  code: string;
  name: string;
  periodKey: string;
  periodLabel: string;
  responsible: string | null;
  /** Why it was sent back, for what is to be corrected. */
  remark: string | null;
}

interface Due {
  indicator: StoredIndicator;
  period: Period;
  /** How far its value is; undefined without one. */
  status: MeasureStatus | undefined;
}

/** Values of earlier periods beside the field. */
const lastValuesShown = 3;

/** How far back values are asked for, in years. */
const yearsBack = 2;

/** The page where values are given compares the oldest with the one before; an event may be of any day. */
const entryReach: Reach = (today) => {
  const since = addYears(today, -yearsBack - 1);
  return { ...everySince(since), ...wholeContract, event: '1900-01-01' };
};

/** Reads for giving values: what is awaited, and the page where it is given. */
@Injectable()
export class EntryQueries {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
  ) {}

  /** The values to give for a period or an event: the one named, else the newest period that misses one. A lead sees the indicators it may give. */
  async grid(actor: Actor, periodKey: string | null): Promise<EntryGrid> {
    requireRight(actor, 'indicators.read');
    return this.db.run(
      actor.communityId,
      async (tx) => {
        const facts = await indicatorFacts(tx, actor.communityId, this.clock);
        const acts = await actsGround(tx, this.clock.now());
        const indicators = await loadIndicators(tx);
        const given = await loadGivenValues(tx, entryReach(facts.today));
        const absences = await loadAbsences(tx, addYears(facts.today, -yearsBack));
        const names = await loadAllNames(tx);
        const places = await placesOf(tx, actor, { facts, indicators }, names);
        const mine = actor.role === 'lead' ? indicators.filter(({ id }) => mayGive(actor, places.get(id))) : indicators;
        const options = { today: facts.today, calendar: facts.calendar, since: addYears(facts.today, -yearsBack) };
        const periodsGivable = periodsOfEach(options, givablePeriods);
        const statusAt = statusesOf(given);
        const due = mine.flatMap((indicator) => dueOf(indicator, periodsGivable(indicator), statusAt));
        const asked = periodKey === null ? null : parsePeriod(periodKey, facts.calendar);
        const events = eventsAt(mine, asked?.kind === 'event' ? asked : eventPeriod(facts.today), statusAt, facts.today);
        const closed = { absences, waiting: await loadWaitingPlaces(tx, addYears(facts.today, -yearsBack)), locks: acts.ground.locks };
        const rounds = periodsOf(due, closed, facts.today);
        const periods = [...rounds, ...periodsOf(events, closed, facts.today)];
        const wanted = asked?.key ?? (rounds.find(({ running, toEnter }) => !running && toEnter > 0) ?? rounds.find(({ running }) => !running) ?? periods[0])?.key;
        const chosen = [...due, ...events].filter(({ period }) => period.key === wanted);
        const ground = { facts, indicators, targets: await loadAllTargets(tx), names, ...closed };
        const lines = await withActs(tx, actor, acts, await valueLines(tx, ground, chosen), { places, names });
        const histories = await loadQualityHistories(tx, chosen.map(({ indicator, period }) => ({ indicatorId: indicator.id, period })));
        return {
          periods,
          period: wanted === undefined ? null : parsePeriod(wanted, facts.calendar),
          lines: lines.flatMap((line) => {
            const place = places.get(line.indicator.id);
            const quality = qualityFor(line, histories.get(`${line.indicator.id} ${line.period.key}`));
            return place ? [{ ...line, place, ...lastValuesOf(given.get(line.indicator.id) ?? [], line, facts.calendar), quality }] : [];
          }),
          today: facts.today,
          contractStart: facts.calendar.contractStart ?? null,
        };
      },
      { readOnly: true },
    );
  }

  /** The values awaited today, the latest first: for a lead, those it has to give; for the others, to give and to validate. */
  async awaited(actor: Actor): Promise<AwaitedValue[]> {
    requireRight(actor, 'indicators.read');
    return this.db.run(
      actor.communityId,
      async (tx) => {
        const reading = await readAll(tx, actor, this.clock, listReach);
        const { facts, measures } = reading;
        const places = await placesOf(tx, actor, reading);
        const lead = actor.role === 'lead';
        const mine = lead ? reading.indicators.filter(({ id }) => places.get(id)?.mine) : reading.indicators;
        const byId = new Map(mine.map((indicator) => [indicator.id, indicator]));
        const options = { ...expectedOptions(reading), since: addYears(facts.today, -1) };
        const remarks = new Map(measures.map(({ indicatorId, periodKey, remark }) => [`${indicatorId} ${periodKey}`, remark ?? null]));
        return expectedMeasures(mine, measures, options).flatMap(
          ({ indicatorId, period, need, dueOn, lateDays }): AwaitedValue[] => {
            const indicator = byId.get(indicatorId);
            if (!indicator || (lead && need === 'to-validate')) return [];
            const { code, name } = indicator;
            const responsible = places.get(indicatorId)?.responsible ?? null;
            return [
              {
                indicatorId,
                code,
                name,
                periodKey: period.key,
                periodLabel: formatPeriod(period),
                need,
                dueOn,
                lateDays,
                responsible,
                remark: (need === 'to-correct' && remarks.get(`${indicatorId} ${period.key}`)) || null,
              },
            ];
          },
        );
      },
      { readOnly: true },
    );
  }
}

/** What can be given for an event: every indicator that follows them, up to today; one more of a day where there was one already. */
function eventsAt(indicators: readonly StoredIndicator[], period: Period, statusAt: StatusAt, today: Day): Due[] {
  if (period.end > today) return [];
  const before = eventRank(period.key) - 1;
  const isGiven = (id: string, key: string): boolean => statusAt(id, key) !== undefined;
  const follows = ({ id }: StoredIndicator): boolean => before === 0 || isGiven(id, period.key) || isGiven(id, eventPeriod(period.start, before).key);
  return indicators.filter((indicator) => isEventDriven(indicator) && follows(indicator)).map((indicator) => ({ indicator, period, status: statusAt(indicator.id, period.key) }));
}

/** What is typed is compared with a value that came from elsewhere too. */
function qualityFor({ measure }: ValueLine, history: QualityHistory = noHistory): QualityHistory {
  const other = measure && measure.origin !== 'typed' ? { value: measure.value, source: measureOriginLabels[measure.origin] } : null;
  return { ...history, other };
}

/** How far the value of an indicator in a period is; undefined without one. */
type StatusAt = (indicatorId: string, periodKey: string) => MeasureStatus | undefined;

function statusesOf(given: ReadonlyMap<string, readonly GivenValue[]>): StatusAt {
  const byIndicator = new Map([...given].map(([id, values]) => [id, new Map(values.map(({ periodKey, status }) => [periodKey, status]))]));
  return (indicatorId, periodKey) => byIndicator.get(indicatorId)?.get(periodKey);
}

/** The periods an indicator is to be given for. What a formula gives is there to be validated once it is given, never to be typed. */
function dueOf(indicator: StoredIndicator, periods: readonly Period[], statusAt: StatusAt): Due[] {
  const due = periods.map((period): Due => ({ indicator, period, status: statusAt(indicator.id, period.key) }));
  return indicator.formula === null ? due : due.filter(({ status }) => status !== undefined);
}

/** The periods something is due for, newest first, with what is left in each. */
function periodsOf(due: readonly Due[], { absences, waiting = [], locks = [] }: Pick<Reading, 'absences' | 'waiting' | 'locks'>, today: Day): EntryPeriod[] {
  const absent = absentPlaces([...absences, ...waiting]);
  const counts = new Map<string, { toEnter: number; toValidate: number; locked: boolean }>();
  for (const { indicator, period, status } of due) {
    // Nothing is left to give where nothing can be written any more, and an event is never owed.
    const count = counts.get(period.key) ?? { toEnter: 0, toValidate: 0, locked: lockOver(locks, period) !== undefined };
    if (status === undefined) count.toEnter += count.locked || period.kind === 'event' || absent.has(taskKey(indicator.id, period.key)) ? 0 : 1;
    else if (!isSettled(status)) count.toValidate += 1;
    counts.set(period.key, count);
  }
  return uniqueBy(due, ({ period }) => period.key)
    .map(({ period }) => period)
    .sort((a, b) => (a.end === b.end ? (a.start < b.start ? -1 : 1) : a.end < b.end ? 1 : -1))
    .map((period) => ({
      key: period.key,
      kind: period.kind,
      running: period.end > today,
      locked: counts.get(period.key)?.locked ?? false,
      label: formatPeriod(period),
      toEnter: counts.get(period.key)?.toEnter ?? 0,
      toValidate: counts.get(period.key)?.toValidate ?? 0,
    }));
}

/** The last values before a period: what a person compares with while typing. */
function lastValuesOf(given: readonly GivenValue[], { indicator, period }: Pick<Due, 'indicator' | 'period'>, calendar: PeriodCalendar): Pick<EntryLine, 'previous' | 'earlier'> {
  const before = given.filter(({ periodEnd }) => periodEnd < period.end);
  const [previous = null, ...earlier] = before.slice(-lastValuesShown).reverse().map(({ periodKey, value }) => ({
    label: formatPeriod(parsePeriod(periodKey, calendar)),
    text: formatValue(indicator, value),
    value,
  }));
  return { previous, earlier };
}
