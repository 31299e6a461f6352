import { formatOutgoing, maskCount, rateGivesAway } from '@maillage/domain/community';
import { aggregate, formatValue, type Indicator, inOrder, isAnswer, isCounted, isEventDriven, isSettled, type Measure, tellEvents } from '@maillage/domain/indicators';
import { type Day, formatNumber, isOver, lastPeriods, type Period, type PeriodCalendar } from '@maillage/domain/kernel';
import type { SnapshotNumber } from './snapshot';

type Shape = Pick<Indicator, 'kind' | 'unit' | 'decimals' | 'countsPatients'>;
/** The figures of a value, whatever it comes from. */
export type Figures = Pick<Measure, 'numerator' | 'denominator' | 'value'>;

/** True when the figures of a value must not leave the community as they are. */
export function mustMask(indicator: Shape, figures: Figures, maskBelow: number): boolean {
  if (!indicator.countsPatients || isAnswer(indicator.kind)) return false;
  if (isCounted(indicator.kind)) return maskCount(figures.value, maskBelow).masked;
  // An average over a handful of patients tells of each of them; what is added is no count of people.
  if (indicator.kind === 'average') return figures.denominator !== null && maskCount(figures.denominator, maskBelow).masked;
  return figures.numerator !== null && figures.denominator !== null && rateGivesAway(figures.numerator, figures.denominator, maskBelow);
}

/** « aucun événement »: nothing is missing. */
export const noEvent: SnapshotNumber = { value: null, masked: false, text: 'aucun événement' };

/** « sans valeur ». */
export const missingNumber: SnapshotNumber = { value: null, masked: false, text: 'sans valeur' };

/** The value of an indicator as it leaves. */
export function outgoingValue(indicator: Shape, figures: Figures | null, maskBelow: number): SnapshotNumber {
  if (!figures) return missingNumber;
  if (!mustMask(indicator, figures, maskBelow)) return { value: figures.value, masked: false, text: formatValue(indicator, figures.value) };
  const text = isCounted(indicator.kind) ? formatOutgoing(maskCount(figures.value, maskBelow)) : 'masqué';
  return { value: null, masked: true, text };
}

/** The two parts of a rate as they leave: when the rate is masked, so is its numerator; the whole stays when it is large enough. */
export function outgoingParts(
  indicator: Shape,
  figures: Figures | null,
  maskBelow: number,
): { numerator: SnapshotNumber | null; denominator: SnapshotNumber | null } {
  if (!figures || figures.numerator === null || figures.denominator === null) return { numerator: null, denominator: null };
  const plain = (value: number): SnapshotNumber => ({ value, masked: false, text: formatNumber(value) });
  if (!mustMask(indicator, figures, maskBelow)) return { numerator: plain(figures.numerator), denominator: plain(figures.denominator) };
  const hidden = (value: number): SnapshotNumber => {
    const outgoing = maskCount(value, maskBelow);
    return { value: null, masked: true, text: outgoing.masked ? formatOutgoing(outgoing) : 'masqué' };
  };
  const whole = maskCount(figures.denominator, maskBelow);
  return { numerator: hidden(figures.numerator), denominator: whole.masked ? hidden(figures.denominator) : plain(figures.denominator) };
}

/** A value of the reported curve: a quarter made from its months, or the value itself. */
export interface ReportedMeasure extends Omit<Measure, 'revision'> {
  /** The values it was made from. */
  sourceIds: string[];
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
