import { requireRight, type Actor } from '@maillage/domain/identity';
import { absentPlaces, expectedMeasures, formatValue, givablePeriods, isEventDriven, isSettled, lockOver, measureOriginLabels, noHistory, periodsOfEach, taskKey, type ExpectedMeasure, type QualityHistory } from '@maillage/domain/indicators';
import { addYears, eventPeriod, eventRank, formatPeriod, parsePeriod, uniqueBy, type Day, type Period, type PeriodKind } from '@maillage/domain/kernel';
import { Clock, TenantDb } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import type { StoredIndicator } from '../definition/indicator.store';
import { loadQualityHistories } from './quality.store';
import { expectedOptions, everySince, listReach, mayGive, placesOf, readAll, valueLines, valuesOf, wholeContract, type IndicatorPlace, type Reach, type Reading, type ValueLine } from './reading';
import { withActs, type ValueActs } from './value-acts';

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
        const reading = await readAll(tx, actor, this.clock, entryReach);
        const { facts } = reading;
        const places = await placesOf(tx, actor, reading);
        const mine =
          actor.role === 'lead' ? reading.indicators.filter(({ id }) => mayGive(actor, places.get(id))) : reading.indicators;
        const options = { today: facts.today, calendar: facts.calendar, since: addYears(facts.today, -yearsBack) };
        const periodsGivable = periodsOfEach(options, givablePeriods);
        const given = new Set(reading.measures.map(({ indicatorId, periodKey: key }) => `${indicatorId} ${key}`));
        // What a formula gives is there to be validated once it is given, never to be typed.
        const due = mine
          .flatMap((indicator) => periodsGivable(indicator).map((period): Due => ({ indicator, period })))
          .filter(({ indicator, period }) => indicator.formula === null || given.has(`${indicator.id} ${period.key}`));
        const asked = periodKey === null ? null : parsePeriod(periodKey, facts.calendar);
        const events = eventsAt(mine, asked?.kind === 'event' ? asked : eventPeriod(facts.today), given, facts.today);
        const rounds = periodsOf(due, reading, facts.today);
        const periods = [...rounds, ...periodsOf(events, reading, facts.today)];
        const wanted = asked?.key ?? (rounds.find(({ running, toEnter }) => !running && toEnter > 0) ?? rounds.find(({ running }) => !running) ?? periods[0])?.key;
        const chosen = [...due, ...events].filter(({ period }) => period.key === wanted);
        const lines = await withActs(tx, actor, this.clock.now(), await valueLines(tx, reading, chosen), places);
        const histories = await loadQualityHistories(tx, chosen.map(({ indicator, period }) => ({ indicatorId: indicator.id, period })));
        return {
          periods,
          period: wanted === undefined ? null : parsePeriod(wanted, facts.calendar),
          lines: lines.flatMap((line) => {
            const place = places.get(line.indicator.id);
            const quality = qualityFor(line, histories.get(`${line.indicator.id} ${line.period.key}`));
            return place ? [{ ...line, place, ...lastValuesOf(reading, line), quality }] : [];
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
function eventsAt(indicators: readonly StoredIndicator[], period: Period, given: ReadonlySet<string>, today: Day): Due[] {
  if (period.end > today) return [];
  const before = eventRank(period.key) - 1;
  const follows = ({ id }: StoredIndicator): boolean => before === 0 || given.has(`${id} ${period.key}`) || given.has(`${id} ${eventPeriod(period.start, before).key}`);
  return indicators.filter((indicator) => isEventDriven(indicator) && follows(indicator)).map((indicator) => ({ indicator, period }));
}

/** What is typed is compared with a value that came from elsewhere too. */
function qualityFor({ measure }: ValueLine, history: QualityHistory = noHistory): QualityHistory {
  const other = measure && measure.origin !== 'typed' ? { value: measure.value, source: measureOriginLabels[measure.origin] } : null;
  return { ...history, other };
}

/** The periods something is due for, newest first, with what is left in each. */
function periodsOf(due: readonly Due[], { measures, absences, locks = [] }: Reading, today: Day): EntryPeriod[] {
  const status = new Map(measures.map(({ indicatorId, periodKey, status: given }) => [`${indicatorId} ${periodKey}`, given]));
  const absent = absentPlaces(absences);
  const counts = new Map<string, { toEnter: number; toValidate: number }>();
  for (const { indicator, period } of due) {
    const count = counts.get(period.key) ?? { toEnter: 0, toValidate: 0 };
    const given = status.get(`${indicator.id} ${period.key}`);
    // Nothing is left to give where nothing can be written any more, and an event is never owed.
    const closed = period.kind === 'event' || lockOver(locks, period) !== undefined;
    if (given === undefined) count.toEnter += closed || absent.has(taskKey(indicator.id, period.key)) ? 0 : 1;
    else if (!isSettled(given)) count.toValidate += 1;
    counts.set(period.key, count);
  }
  return uniqueBy(due, ({ period }) => period.key)
    .map(({ period }) => period)
    .sort((a, b) => (a.end === b.end ? (a.start < b.start ? -1 : 1) : a.end < b.end ? 1 : -1))
    .map((period) => ({
      key: period.key,
      kind: period.kind,
      running: period.end > today,
      label: formatPeriod(period),
      toEnter: counts.get(period.key)?.toEnter ?? 0,
      toValidate: counts.get(period.key)?.toValidate ?? 0,
    }));
}

/** The last values before a period: what a person compares with while typing. */
function lastValuesOf(reading: Reading, { indicator, period }: Due): Pick<EntryLine, 'previous' | 'earlier'> {
  const before = valuesOf(reading, indicator.id).filter(({ periodEnd }) => periodEnd < period.end);
  const [previous = null, ...earlier] = before.slice(-lastValuesShown).reverse().map(({ periodKey, value }) => ({
    label: formatPeriod(parsePeriod(periodKey, reading.facts.calendar)),
    text: formatValue(indicator, value),
    value,
  }));
  return { previous, earlier };
}
