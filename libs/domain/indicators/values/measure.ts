import {
  type Day,
  decimalsOf,
  DomainError,
  type DomainErrorMeta,
  ensure,
  formatPeriod,
  freeText,
  parsePeriod,
  type Period,
  type PeriodCalendar,
  type PeriodKey,
  roundTo,
  textLimits,
  type Uuid,
} from '@maillage/domain/kernel';
import { checkParts, type MeasurePart, type MeasurePartInput } from '../definition/breakdown';
import type { Indicator } from '../definition/indicator';
import { frequencyLabels, hasParts, isAnswer } from '../definition/kinds';

/** The life of a value: being written, sent to those who validate, validated, then locked with its period. */
export const measureStatuses = ['draft', 'submitted', 'validated', 'locked'] as const;
export type MeasureStatus = (typeof measureStatuses)[number];
/** Where a value stands, in French. */
export const measureStatusLabels: Readonly<Record<MeasureStatus, string>> = { draft: 'brouillon', submitted: 'à valider', validated: 'validée', locked: 'verrouillée' };

/** True once a value counts as validated, its period locked or not: what euros, dashboards and reports rely on. */
export function isSettled(status: MeasureStatus | 'missing' | null | undefined): status is 'validated' | 'locked' {
  return status === 'validated' || status === 'locked';
}

/** Where a value comes from: typed by a person of the community, given through a collection link, imported, or computed from others. */
export const measureOrigins = ['typed', 'link', 'import', 'computed'] as const;
export type MeasureOrigin = (typeof measureOrigins)[number];
/** How a value came, in French. */
export const measureOriginLabels: Readonly<Record<MeasureOrigin, string>> = { typed: 'saisie', link: 'lien de collecte', import: 'import', computed: 'calcul' };

/** What a value says, whatever its life. */
export interface MeasureContent {
  periodKey: PeriodKey;
  periodStart: Day;
  periodEnd: Day;
  /** Both parts of a ratio; null otherwise. */
  numerator: number | null;
  denominator: number | null;
  /** The figure shown, rounded to the indicator's decimals; 1 for yes and 0 for no. */
  value: number;
  comment: string | null;
  /** Its parts, when it was detailed. */
  parts?: MeasurePart[];
}

/** The value of an indicator in a period. A missing value is no row: it is never zero. */
export interface Measure extends MeasureContent {
  id: Uuid;
  indicatorId: Uuid;
  status: MeasureStatus;
  revision: number;
  /** Read by the coordination, the board's validation still to come; null or absent otherwise. */
  checkedAt?: Date | string | null;
  /** Why it was sent back; kept until it is sent again. */
  remark?: string | null;
}

/** What a person gives: both parts of a ratio, or the value (1 or 0 for yes or no). */
export interface MeasureInput {
  periodKey: PeriodKey;
  numerator?: number | null;
  denominator?: number | null;
  value?: number | null;
  comment?: string | null;
  /** Left out or empty: the total alone. */
  parts?: readonly MeasurePartInput[] | null;
}

/** When it is given. */
export interface Moment {
  now: Date;
  /** Local day of the community. */
  today: Day;
  /** Needed by yearly indicators. */
  calendar?: PeriodCalendar;
  /** Given by the formula of the indicator, not by a person. */
  computed?: boolean;
}

/** A value ready to be written: a draft, with the instant it was given. */
export interface RecordedMeasure extends MeasureContent {
  parts: MeasurePart[];
  status: 'draft';
  recordedAt: Date;
}

/** What the rules read of an indicator to take a value. */
export type MeasuredIndicator = Pick<
  Indicator,
  'name' | 'kind' | 'unit' | 'decimals' | 'bounded' | 'frequency' | 'numeratorLabel' | 'denominatorLabel' | 'archivedAt'
> &
  Partial<Pick<Indicator, 'breakdowns' | 'formula'>>;

/** What the rules read of the value already there. */
export type ExistingMeasure = Pick<Measure, 'status'> & { validatedBy?: string | null };

/** By what a ratio is multiplied to be shown in its unit. */
export function ratioFactor(unit: string | null): number {
  return unit === '%' ? 100 : unit === '‰' ? 1000 : 1;
}

/** The figure of a rate or an average, rounded to the decimals of its indicator. */
export function ratioValue(numerator: number, denominator: number, indicator: Pick<Indicator, 'unit' | 'decimals'>): number {
  return roundTo((numerator * ratioFactor(indicator.unit)) / denominator, indicator.decimals);
}

/**
 * The day from which the value of a period can be given: its last day, or its first one for a contract year, whose figure « à ce
 * jour » is followed until it is validated.
 */
export function givableFrom(period: Period): Day {
  return period.kind === 'contract-year' ? period.start : period.end;
}

/**
 * Records (or corrects) a value. Refused: archived indicator, wrong period or one whose value cannot be given yet, an event to come, validated value,
 * missing or impossible numbers. The form calls it too, to warn before sending.
 */
export function recordMeasure(
  indicator: MeasuredIndicator,
  existing: ExistingMeasure | null,
  input: MeasureInput,
  { now, today, calendar = {}, computed = false }: Moment,
): RecordedMeasure {
  ensure(indicator.archivedAt === null, 'indicator-archived', { name: indicator.name });
  ensure(computed || !indicator.formula, 'measure-computed', { name: indicator.name });
  ensure(!isSettled(existing?.status), 'measure-locked', { who: existing?.validatedBy ?? undefined });
  const period = parsePeriod(input.periodKey, calendar);
  if (period.kind !== indicator.frequency) throw new DomainError('measure-period-mismatch', { expected: frequencyLabels[indicator.frequency], period: formatPeriod(period) });
  const from = givableFrom(period);
  ensure(period.kind !== 'event' || today >= from, 'event-in-future', { day: from });
  ensure(today >= from, 'measure-period-not-over', { from, period: period.key });
  const whole = figures(indicator, input);
  return {
    periodKey: period.key,
    periodStart: period.start,
    periodEnd: period.end,
    ...whole,
    parts: checkParts({ ...indicator, breakdowns: indicator.breakdowns ?? [] }, whole, input.parts ?? [], (numerator, denominator) => ratioValue(numerator, denominator, indicator), partDecimals(indicator)),
    comment: freeText(input.comment, 'Commentaire', textLimits.paragraph),
    status: 'draft',
    recordedAt: now,
  };
}

/** The parts of a share are whole counts; those of another ratio (hours per act…) may have decimals. */
const partDecimals = ({ bounded }: Pick<Indicator, 'bounded'>): number => (bounded ? 0 : 2);

function figures(indicator: MeasuredIndicator, input: MeasureInput): Pick<Measure, 'numerator' | 'denominator' | 'value'> {
  if (!hasParts(indicator.kind)) {
    const { value } = input;
    ensure(value !== null && value !== undefined, 'measure-value-missing');
    if (isAnswer(indicator.kind)) ensure(value === 0 || value === 1, 'measure-not-yes-no');
    checkNumber(value, 'La valeur', indicator.decimals, 'value');
    ensure(!indicator.bounded || value <= 100, 'measure-above-hundred', { field: 'value' });
    return { numerator: null, denominator: null, value };
  }
  const { numerator, denominator } = input;
  const labels = { numerator: indicator.numeratorLabel ?? 'Numérateur', denominator: indicator.denominatorLabel ?? 'Dénominateur' };
  ensure(numerator !== null && numerator !== undefined && denominator !== null && denominator !== undefined, 'measure-parts-missing', labels);
  const decimals = partDecimals(indicator);
  checkNumber(numerator, labels.numerator, decimals, 'numerator');
  checkNumber(denominator, labels.denominator, decimals, 'denominator');
  ensure(denominator > 0, 'measure-denominator-zero', { label: labels.denominator, field: 'denominator' });
  ensure(!indicator.bounded || indicator.unit !== '%' || numerator <= denominator, 'measure-numerator-above', {
    ...labels,
    numeratorValue: numerator,
    denominatorValue: denominator,
    field: 'numerator',
  });
  return { numerator, denominator, value: ratioValue(numerator, denominator, indicator) };
}

function checkNumber(value: number, label: string, max: number, field: string): void {
  const meta: DomainErrorMeta = { label, field, max };
  ensure(typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 1e12, 'invalid-number', meta);
  ensure(value >= 0, 'measure-negative', meta);
  ensure(decimalsOf(value) <= max, 'measure-decimals', meta);
}

/** The period of a value. */
export function periodOfMeasure(measure: Pick<Measure, 'periodKey' | 'periodStart' | 'periodEnd'>, kind: Period['kind']): Period {
  return { key: measure.periodKey, kind, start: measure.periodStart, end: measure.periodEnd };
}
