import { requireRight, type Actor } from '@maillage/domain/identity';
import {
  expectedMeasures,
  expectedPeriods,
  formatValue,
  periodToShow,
  standingOf,
  targetFor,
  type ExpectedMeasure,
  type IndicatorStanding,
  type Target,
} from '@maillage/domain/indicators';
import { addYears, formatPeriod, found, parsePeriod, type Day, type Period, type PeriodKind } from '@maillage/domain/kernel';
import { Clock, Files, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { loadEvidence, loadOneEvidence, type StoredEvidence } from './evidence.store';
import { indicatorFacts, type IndicatorFacts } from './facts';
import {
  hasMeasures,
  loadIndicator,
  loadIndicatorChanges,
  loadIndicators,
  loadLedActionIds,
  loadNames,
  loadTargets,
  type IndicatorChange,
  type StoredIndicator,
} from './indicator.store';
import { loadMeasureChanges, loadMeasures, type MeasureChange, type StoredMeasure } from './measure.store';

/** An indicator in the list: what it is and where it stands. */
export interface IndicatorLine {
  indicator: StoredIndicator;
  /** null: no period is due yet. */
  standing: IndicatorStanding | null;
  /** Values awaited now, late ones included. */
  awaited: number;
  late: number;
}

/** The card of an indicator: definition, targets, curve, values with their proofs, change log. */
export interface IndicatorCard {
  indicator: StoredIndicator;
  standing: IndicatorStanding | null;
  targets: Target[];
  /** Newest first; a missing value is a line without measure. */
  values: ValueLine[];
  changes: IndicatorChange[];
  /** True once a value exists: what the values mean no longer changes. */
  locked: boolean;
  today: Day;
}

/** A period of an indicator, with its value if there is one. */
export interface ValueLine {
  period: Period;
  label: string;
  target: number | null;
  measure: StoredMeasure | null;
  evidence: StoredEvidence[];
  recordedByName: string | null;
  validatedByName: string | null;
  /** What is awaited for the period; null when the value is validated or not due. */
  expected: Pick<ExpectedMeasure, 'need' | 'dueOn' | 'lateDays'> | null;
}

/** A line of the entry page: an indicator and its period, with what helps to give the value. */
export interface EntryLine extends ValueLine {
  indicator: StoredIndicator;
  previous: { label: string; value: string } | null;
}

/** The entry page of a period. */
export interface EntryGrid {
  /** The periods that can be chosen, newest first. */
  periods: { key: string; label: string; kind: PeriodKind }[];
  period: Period | null;
  lines: EntryLine[];
  today: Day;
}

interface Everything {
  facts: IndicatorFacts;
  indicators: StoredIndicator[];
  measures: StoredMeasure[];
  targets: Target[];
}

/** Reads of the indicators, their values and their proofs. */
@Injectable()
export class IndicatorQueries {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly files: Files,
  ) {}

  /** Every indicator with where it stands today; archived ones too when asked. */
  async list(actor: Actor, options: { archived?: boolean } = {}): Promise<IndicatorLine[]> {
    requireRight(actor, 'indicators.read');
    return this.db.run(
      actor.communityId,
      async (tx) => {
        const everything = await this.everything(tx, actor, options);
        const awaited = this.awaited(everything);
        return everything.indicators.map((indicator) => {
          const mine = awaited.filter(({ indicatorId }) => indicatorId === indicator.id);
          const late = mine.filter(({ lateDays }) => lateDays > 0).length;
          return { indicator, standing: standingToday(everything, indicator), awaited: mine.length, late };
        });
      },
      { readOnly: true },
    );
  }

  /** The card of one indicator. */
  async card(actor: Actor, id: string): Promise<IndicatorCard> {
    requireRight(actor, 'indicators.read');
    return this.db.run(
      actor.communityId,
      async (tx) => {
        const indicator = await loadIndicator(tx, id);
        const facts = await indicatorFacts(tx, actor.communityId, this.clock);
        const everything = { facts, indicators: [indicator], measures: await loadMeasures(tx, id), targets: await loadTargets(tx, id) };
        const due = expectedPeriods({ ...indicator, archivedAt: null }, { today: facts.today, calendar: facts.calendar });
        const given = everything.measures.map((measure) => parsePeriod(measure.periodKey, facts.calendar));
        const periods = [...new Map([...due, ...given].map((period) => [period.key, period])).values()];
        return {
          indicator,
          standing: standingToday(everything, indicator),
          targets: everything.targets,
          values: await this.lines(tx, everything, periods.sort((a, b) => (a.end < b.end ? 1 : -1)).map((period) => ({ indicator, period }))),
          changes: await loadIndicatorChanges(tx, id),
          locked: await hasMeasures(tx, id),
          today: facts.today,
        };
      },
      { readOnly: true },
    );
  }

  /** The values to give for a period: the one named, else the last one due. A lead sees the indicators it may give. */
  async entryGrid(actor: Actor, periodKey: string | null): Promise<EntryGrid> {
    requireRight(actor, 'indicators.read');
    return this.db.run(
      actor.communityId,
      async (tx) => {
        const everything = await this.everything(tx, actor);
        const { facts } = everything;
        const since = addYears(facts.today, -2);
        const mine = actor.role === 'lead' ? await this.ledBy(tx, actor, everything.indicators) : everything.indicators;
        const due = mine.flatMap((indicator) =>
          expectedPeriods(indicator, { today: facts.today, calendar: facts.calendar, since }).map((period) => ({ indicator, period })),
        );
        const periods = [...new Map(due.map(({ period }) => [period.key, period])).values()].sort((a, b) => (a.end < b.end ? 1 : -1));
        const wanted = periodKey === null ? firstIncomplete(periods, due, everything.measures) : parsePeriod(periodKey, facts.calendar);
        const lines = wanted ? await this.lines(tx, everything, due.filter(({ period }) => period.key === wanted.key)) : [];
        return {
          periods: periods.map((period) => ({ key: period.key, kind: period.kind, label: formatPeriod(period) })),
          period: wanted ?? null,
          lines: lines.map((line) => ({ ...line, previous: previousOf(everything, line.indicator, line.period) })),
          today: facts.today,
        };
      },
      { readOnly: true },
    );
  }

  /** What happened to the values of an indicator, newest first; of one period when named. */
  async history(actor: Actor, id: string, periodKey: string | null): Promise<MeasureChange[]> {
    requireRight(actor, 'indicators.read');
    return this.db.run(
      actor.communityId,
      async (tx) => {
        await loadIndicator(tx, id);
        return loadMeasureChanges(tx, id, periodKey);
      },
      { readOnly: true },
    );
  }

  /** A proof, to be downloaded. */
  async evidence(actor: Actor, evidenceId: string): Promise<StoredEvidence & { open: () => Readable }> {
    requireRight(actor, 'indicators.read');
    const evidence = await this.db.run(actor.communityId, (tx) => loadOneEvidence(tx, evidenceId), { readOnly: true });
    found((await this.files.has(evidence.hash)) ? evidence : null);
    return { ...evidence, open: () => this.files.open(evidence.hash) };
  }

  private async everything(tx: Tx, actor: Actor, options: { archived?: boolean } = {}): Promise<Everything> {
    const facts = await indicatorFacts(tx, actor.communityId, this.clock);
    return { facts, indicators: await loadIndicators(tx, options), measures: await loadMeasures(tx, null), targets: await loadTargets(tx, null) };
  }

  private awaited({ facts, indicators, measures }: Everything): ExpectedMeasure[] {
    return expectedMeasures(indicators, measures, { today: facts.today, calendar: facts.calendar, since: addYears(facts.today, -1) });
  }

  private async lines(
    tx: Tx,
    everything: Everything,
    wanted: readonly { indicator: StoredIndicator; period: Period }[],
  ): Promise<(ValueLine & { indicator: StoredIndicator })[]> {
    const { facts, measures, targets } = everything;
    const byKey = new Map(measures.map((measure) => [`${measure.indicatorId} ${measure.periodKey}`, measure]));
    const of = ({ indicator, period }: { indicator: StoredIndicator; period: Period }): StoredMeasure | undefined =>
      byKey.get(`${indicator.id} ${period.key}`);
    const shown = wanted.flatMap((one) => of(one) ?? []);
    const proofs = await loadEvidence(tx, shown.map(({ id }) => id));
    const names = await loadNames(tx, [...new Set(shown.flatMap(({ recordedBy, validatedBy }) => [recordedBy, validatedBy].filter((id) => id !== null)))]);
    const awaited = expectedMeasures(everything.indicators, measures, { today: facts.today, calendar: facts.calendar });
    return wanted.map(({ indicator, period }) => {
      const measure = of({ indicator, period }) ?? null;
      const expected = awaited.find((one) => one.indicatorId === indicator.id && one.period.key === period.key);
      return {
        indicator,
        period,
        label: formatPeriod(period),
        target: targetFor(targets.filter(({ indicatorId }) => indicatorId === indicator.id), period, facts.calendar)?.value ?? null,
        measure,
        evidence: measure ? proofs.filter(({ measureId }) => measureId === measure.id) : [],
        recordedByName: (measure?.recordedBy && names.get(measure.recordedBy)) ?? null,
        validatedByName: (measure?.validatedBy && names.get(measure.validatedBy)) ?? null,
        expected: expected ? { need: expected.need, dueOn: expected.dueOn, lateDays: expected.lateDays } : null,
      };
    });
  }

  private async ledBy(tx: Tx, actor: Actor, indicators: readonly StoredIndicator[]): Promise<StoredIndicator[]> {
    const ids = new Set(await loadLedActionIds(tx, actor.personId));
    return indicators.filter(({ actionId, responsiblePersonId }) => responsiblePersonId === actor.personId || (actionId !== null && ids.has(actionId)));
  }
}

/** Where an indicator stands on the local day, or null before its first due period. */
function standingToday({ facts, measures, targets }: Everything, indicator: StoredIndicator): IndicatorStanding | null {
  const mine = measures.filter(({ indicatorId }) => indicatorId === indicator.id);
  const { today, calendar } = facts;
  const period = periodToShow(indicator, mine, today, { calendar });
  return period ? standingOf(indicator, mine, targets.filter(({ indicatorId }) => indicatorId === indicator.id), period, { today, calendar }) : null;
}

/** The newest period that still awaits a value, else the newest. */
function firstIncomplete(
  periods: readonly Period[],
  due: readonly { indicator: StoredIndicator; period: Period }[],
  measures: readonly StoredMeasure[],
): Period | undefined {
  const given = new Set(measures.map(({ indicatorId, periodKey }) => `${indicatorId} ${periodKey}`));
  return periods.find((period) => due.some((one) => one.period.key === period.key && !given.has(`${one.indicator.id} ${period.key}`))) ?? periods[0];
}

/** The last value before a period: what a person compares with while typing. */
function previousOf({ measures, facts }: Everything, indicator: StoredIndicator, period: Period): EntryLine['previous'] {
  const before = measures.filter(({ indicatorId, periodEnd }) => indicatorId === indicator.id && periodEnd < period.end).at(-1);
  return before ? { label: formatPeriod(parsePeriod(before.periodKey, facts.calendar)), value: formatValue(indicator, before.value) } : null;
}
