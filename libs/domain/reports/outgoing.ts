import { formatOutgoing, maskCount } from '@maillage/domain/community';
import { aggregate, type Figures, formatValue, type Indicator, inOrder, isCounted, isEventDriven, isSettled, isSmall, type Measure, tellEvents } from '@maillage/domain/indicators';
import { type Day, formatNumber, isOver, lastPeriods, type Period, type PeriodCalendar } from '@maillage/domain/kernel';
import type { SnapshotNumber } from './snapshot';

type Shape = Pick<Indicator, 'kind' | 'unit' | 'decimals' | 'countsPatients'>;
/** `fromSmall`: it was computed from a number of patients that is masked, and would give it away. */
type Outgoing = Figures & { fromSmall?: boolean };

/** True when the figures of a value must not leave the community as they are. */
export const mustMask = (indicator: Shape, figures: Outgoing, maskBelow: number): boolean => figures.fromSmall === true || isSmall(indicator, figures, maskBelow);

/** « aucun événement »: nothing is missing. */
export const noEvent: SnapshotNumber = { value: null, masked: false, text: 'aucun événement' };

/** « sans valeur ». */
export const missingNumber: SnapshotNumber = { value: null, masked: false, text: 'sans valeur' };

/** The value of an indicator as it leaves. */
export function outgoingValue(indicator: Shape, figures: Outgoing | null, maskBelow: number): SnapshotNumber {
  if (!figures) return missingNumber;
  if (!mustMask(indicator, figures, maskBelow)) return { value: figures.value, masked: false, text: formatValue(indicator, figures.value) };
  // Of what is computed from a small number, neither the figure nor where it stands is told.
  const text = isCounted(indicator.kind) && isSmall(indicator, figures, maskBelow) && !figures.fromSmall ? formatOutgoing(maskCount(figures.value, maskBelow)) : 'masqué';
  return { value: null, masked: true, text };
}

/** The two parts of a rate as they leave: when the rate is masked, so is its numerator; the whole stays when it is large enough. */
export function outgoingParts(
  indicator: Shape,
  figures: Outgoing | null,
  maskBelow: number,
): { numerator: SnapshotNumber | null; denominator: SnapshotNumber | null } {
  if (!figures || figures.numerator === null || figures.denominator === null) return { numerator: null, denominator: null };
  const plain = (value: number): SnapshotNumber => ({ value, masked: false, text: formatNumber(value) });
  if (!mustMask(indicator, figures, maskBelow)) return { numerator: plain(figures.numerator), denominator: plain(figures.denominator) };
  const hidden = (value: number): SnapshotNumber => {
    const outgoing = maskCount(value, maskBelow);
    return { value: null, masked: true, text: outgoing.masked && !figures.fromSmall ? formatOutgoing(outgoing) : 'masqué' };
  };
  if (figures.fromSmall) return { numerator: hidden(figures.numerator), denominator: hidden(figures.denominator) };
  const whole = maskCount(figures.denominator, maskBelow);
  return { numerator: hidden(figures.numerator), denominator: whole.masked ? hidden(figures.denominator) : plain(figures.denominator) };
}

/** A value of the reported curve: a quarter made from its months, or the value itself. */
export interface ReportedMeasure extends Omit<Measure, 'revision'> {
  /** The values it was made from. */
  sourceIds: string[];
  /** What it was computed from holds a small number of patients. */
  fromSmall?: boolean;
}

type Brought = Pick<Indicator, 'id' | 'kind' | 'unit' | 'decimals' | 'aggregation' | 'frequency' | 'countsPatients'>;

/** The months and the events of an indicator brought to quarters, so that a quarterly report says the quarter; the others unchanged. */
export function reportedMeasures(
  indicator: Brought,
  measures: readonly Omit<Measure, 'revision'>[],
  period: Period,
  { today, count, calendar = {} }: { today: Day; count: number; calendar?: PeriodCalendar },
): ReportedMeasure[] {
  const own = measures.filter(({ indicatorId }) => indicatorId === indicator.id);
  const events = isEventDriven(indicator);
  if ((indicator.frequency !== 'month' && !events) || period.kind !== 'quarter') return own.map((measure) => ({ ...measure, sourceIds: [measure.id] }));
  return lastPeriods(period, count, calendar).flatMap((quarter): ReportedMeasure[] => {
    const months = own.filter(({ periodEnd }) => periodEnd >= quarter.start && periodEnd <= quarter.end).sort(inOrder);
    const { value, numerator, denominator, complete, periodsWithValue } = aggregate(indicator, months, quarter, today, calendar);
    const last = months[months.length - 1];
    if (value === null || !last) return [];
    const partial = events || complete || !isOver(quarter, today) ? [] : [`${periodsWithValue} mois renseigné(s) sur 3.`];
    const comments = events ? [tellEvents(indicator, months) ?? ''] : months.flatMap(({ comment }) => (comment === null ? [] : [comment]));
    return [
      {
        id: last.id,
        indicatorId: indicator.id,
        periodKey: quarter.key,
        periodStart: quarter.start,
        periodEnd: quarter.end,
        numerator,
        denominator,
        value,
        status: complete && months.every(({ status }) => isSettled(status)) ? 'validated' : 'draft',
        comment: [...partial, ...comments].join('\n') || null,
        sourceIds: months.map(({ id }) => id),
      },
    ];
  });
}
