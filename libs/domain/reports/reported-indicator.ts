import { expectsProof, givesSmallAway, type IndicatorStanding, isAdded, isCounted, isEventDriven, inPeriod, isSettled, lastDuePeriod, progressLabels, standingOf, type Target } from '@maillage/domain/indicators';
import { type Day, formatPeriod, formatPeriodShort, french, holds, parsePeriod, type Period, type PeriodCalendar, periodKindOf, periodMonths, shiftPeriod, uniqueBy } from '@maillage/domain/kernel';
import { mustMask, noEvent, outgoingParts, outgoingValue, type ReportedMeasure, reportedMeasures } from './outgoing';
import type { SnapshotIndicator, SnapshotNumber } from './snapshot';
import type { ReportedIndicator, SnapshotInput } from './snapshot-input';

/** Periods in the curve of a report. */
export const reportedPeriods = 8;

/** What an indicator is reported from. */
export interface IndicatorContext {
  period: Period;
  today: Day;
  calendar: PeriodCalendar;
  maskBelow: number;
  actionNumbers: ReadonlyMap<string, number>;
}

/** The period of an indicator in a report: the report's own, or its last one over at the end of the report's. */
export function periodInReport(indicator: Pick<ReportedIndicator, 'frequency'>, period: Period, calendar: PeriodCalendar): Period | undefined {
  if (indicator.frequency === period.kind || ((indicator.frequency === 'month' || isEventDriven(indicator)) && period.kind === 'quarter')) return period;
  return lastDuePeriod(indicator, period.end, calendar);
}

/** One line of the report; undefined when the indicator has no period to report yet. */
export function reportIndicator(
  indicator: ReportedIndicator,
  input: Pick<SnapshotInput, 'measures' | 'targets' | 'proofs' | 'absences' | 'feeding'>,
  context: IndicatorContext,
): SnapshotIndicator | undefined {
  const { calendar, maskBelow, today } = context;
  const period = periodInReport(indicator, context.period, calendar);
  if (!period || period.end < indicator.trackedFrom) return undefined;
  const reported = { ...indicator, frequency: period.kind };
  const ground = { indicators: input.feeding ?? [], measures: input.measures, maskBelow, today, calendar };
  const all = reportedMeasures(indicator, input.measures, context.period, { today, count: reportedPeriods + 4, calendar }).map((one) => ({
    ...one,
    fromSmall: givesSmallAway(indicator, { key: one.periodKey, kind: period.kind, start: one.periodStart, end: one.periodEnd }, ground),
  }));
  const measure = all.find(({ periodKey }) => periodKey === period.key);
  const shown = all.filter((one) => !mustMask(indicator, one, maskBelow));
  const masked = measure !== undefined && !shown.includes(measure);
  const targets = input.targets.filter(({ indicatorId }) => indicatorId === indicator.id);
  const events = isEventDriven(indicator);
  const none = events && measure === undefined;
  const safe = safeTargets(reported, targets, all.filter((one) => !shown.includes(one) && one.periodEnd <= period.end), calendar);
  // Events stand by themselves: the sum of a year holds those of that very year, whatever quarter it begins in.
  const own = events ? input.measures.filter((one) => one.indicatorId === indicator.id && shown.some((quarter) => holdsDay(quarter, one.periodEnd))) : shown;
  const standing = standingOf(events ? indicator : reported, own, events ? wholeQuarters(indicator, safe, calendar) : safe, period, {
    today,
    calendar,
    count: reportedPeriods,
  });
  const parts = outgoingParts(indicator, measure ?? null, maskBelow);
  const number = (value: number): SnapshotNumber => outgoingValue({ ...indicator, countsPatients: false }, { value, numerator: null, denominator: null }, maskBelow);
  const baseline = indicator.baseline;
  const maskBaseline = baseline !== null && isCounted(indicator.kind) && indicator.countsPatients;
  return {
    id: indicator.id,
    code: indicator.code,
    name: indicator.name,
    definition: indicator.definition,
    kind: indicator.kind,
    unit: indicator.unit,
    decimals: indicator.decimals,
    direction: indicator.direction,
    frequency: indicator.frequency,
    numeratorLabel: indicator.numeratorLabel,
    denominatorLabel: indicator.denominatorLabel,
    source: indicator.source,
    evidenceExpected: indicator.evidenceExpected,
    responsible: indicator.responsibleName,
    missionCodes: [...indicator.missions],
    actionNumber: indicator.actionId === null ? null : (context.actionNumbers.get(indicator.actionId) ?? null),
    baseline: baseline && {
      ...(maskBaseline ? outgoingValue(indicator, { value: baseline.value, numerator: null, denominator: null }, maskBelow) : number(baseline.value)),
      on: baseline.on,
    },
    periodKey: period.key,
    periodLabel: formatPeriod(period),
    value: none ? noEvent : outgoingValue(indicator, measure ?? null, maskBelow),
    ...parts,
    status: none ? 'none' : measure === undefined ? 'missing' : isSettled(measure.status) ? 'validated' : 'draft',
    target: standing.target === null ? null : number(standing.target),
    yearSoFar: yearSoFar(reported, standing, number),
    progress: masked
      ? { state: 'no-data', label: 'effectif masqué', attainment: null }
      : { state: standing.progress.state, label: none && standing.compared === null ? noEvent.text : progressLabels[standing.progress.state], attainment: standing.progress.attainment },
    sentence: masked ? maskedSentence(period, maskBelow, measure.fromSmall) : standing.sentence,
    comment: [...absencesTold(indicator, input.absences ?? [], period), ...(measure?.comment ? [measure.comment] : [])].join('\n') || null,
    proofs: proofsOf(measure, input.proofs),
    proofExpected: expectsProof(indicator),
    series: points(standing, all, shown),
    measureIds: measure?.sourceIds ?? [],
  };
}

// A sum of a year from which a masked value is missing would be wrong, and with it would give that value away: no target for that year then.
function safeTargets(indicator: ReportedIndicator, targets: readonly Target[], masked: readonly ReportedMeasure[], calendar: PeriodCalendar): Target[] {
  const added = isAdded(indicator);
  if (!added || masked.length === 0) return [...targets];
  return targets.filter(({ periodKey }) => {
    const kind = periodKindOf(periodKey);
    if (kind === undefined || periodMonths[kind] <= periodMonths[indicator.frequency] || (kind === 'contract-year' && !calendar.contractStart)) return true;
    const year = parsePeriod(periodKey, calendar);
    return !masked.some(({ periodEnd }) => holds(year, periodEnd));
  });
}

const holdsDay = ({ periodStart, periodEnd }: ReportedMeasure, day: Day): boolean => holds({ start: periodStart, end: periodEnd }, day);

// Quarters and the sum of a year that begins inside one of them tell, by difference, a few days of patients.
function wholeQuarters(indicator: ReportedIndicator, targets: readonly Target[], calendar: PeriodCalendar): Target[] {
  if (!indicator.countsPatients || !isAdded(indicator)) return [...targets];
  return targets.filter(({ periodKey }) => periodKindOf(periodKey) !== 'contract-year' || /-(?:01|04|07|10)-01$/.test(calendar.contractStart ?? ''));
}

function maskedSentence(period: Period, maskBelow: number, fromSmall: boolean): string {
  if (fromSmall) return french(`Calculé à partir d'un effectif inférieur à ${maskBelow} ${inPeriod(period)} : la valeur est masquée pour protéger les personnes`);
  return french(`Effectif inférieur à ${maskBelow} ${inPeriod(period)} : la valeur est masquée pour protéger les personnes`);
}

/** The sum of the year so far, when it is what the target is compared with. */
function yearSoFar(
  { kind, aggregation, frequency }: Pick<ReportedIndicator, 'kind' | 'aggregation' | 'frequency'>,
  { compared, target, targetSetFor }: IndicatorStanding,
  number: (value: number) => SnapshotNumber,
): SnapshotIndicator['yearSoFar'] {
  const setFor = targetSetFor === null ? undefined : periodKindOf(targetSetFor);
  if (targetSetFor === null || setFor === undefined || setFor === frequency || !isAdded({ kind, aggregation })) return null;
  const year = setFor === 'contract-year' ? `année ${targetSetFor.slice(2)}` : formatPeriodShort({ key: targetSetFor, kind: setFor });
  return target !== null && compared !== null ? { ...number(compared), year } : null;
}

/** « Pas de valeur : la raison », for the period and for each shorter one inside it. */
function absencesTold({ id }: Pick<ReportedIndicator, 'id'>, absences: NonNullable<SnapshotInput['absences']>, period: Period): string[] {
  return absences
    .filter(({ indicatorId, periodStart, periodEnd }) => indicatorId === id && periodStart >= period.start && periodEnd <= period.end)
    .map(({ periodKey, periodStart, periodEnd, reason }) => {
      const kind = periodKindOf(periodKey);
      const where = kind === undefined || periodKey === period.key ? '' : ` (${formatPeriod({ key: periodKey, kind, start: periodStart, end: periodEnd })})`;
      return french(`Pas de valeur${where} : ${reason}`);
    });
}

function proofsOf(measure: ReportedMeasure | undefined, proofs: SnapshotInput['proofs']): SnapshotIndicator['proofs'] {
  if (!measure) return [];
  const mine = proofs.filter(({ measureId }) => measure.sourceIds.includes(measureId));
  // One proof may serve several months of the quarter: it is told once.
  return uniqueBy(mine, ({ sha256 }) => sha256).map(({ measureId: _, ...proof }) => proof);
}

function points(standing: IndicatorStanding, all: readonly ReportedMeasure[], shown: readonly ReportedMeasure[]): SnapshotIndicator['series'] {
  return standing.series.map(({ periodKey, label, value, target }) => ({
    periodKey,
    label,
    value,
    masked: value === null && all.some((one) => one.periodKey === periodKey && !shown.includes(one)),
    target,
  }));
}

/** The oldest day whose values a report reads: what to load from the database. */
export function reportReadsFrom(period: Period): Day {
  return shiftPeriod(period, -(reportedPeriods + 4))?.start ?? period.start;
}
