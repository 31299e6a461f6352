import { formatParts, formatValue, isSettled, type ProgressState } from '@maillage/domain/indicators';
import { type Day, formatPeriodShort, periodKindOf } from '@maillage/domain/kernel';
import { collectionText } from '../../messages/collection';
import { indicatorsText } from '../../messages/indicators';
import { measuresText } from '../../messages/measures';
import { validationText } from '../../messages/validation';
import type { StatusTone } from '../../ui';
import type { Indicator, ValueLine } from './api';

/** How each state of progress looks. */
export const progressTone: Record<ProgressState, StatusTone> = {
  reached: 'attained',
  'on-track': 'on-track',
  'at-risk': 'at-risk',
  late: 'late',
  'no-target': 'none',
  'no-data': 'none',
};

/** The address of an indicator's card. */
export const cardHref = (indicatorId: string): string => `/indicateurs/${indicatorId}`;
/** The address of the page of a value. */
export const valueHref = (indicatorId: string, periodKey: string): string => `/indicateurs/${indicatorId}/valeurs/${periodKey}`;
/** The address where a value is given. */
export const entryHref = (periodKey: string, indicatorId: string): string =>
  `/indicateurs/saisie?periode=${periodKey}&indicateur=${indicatorId}`;

type Told = Pick<Indicator, 'kind' | 'unit' | 'decimals'>;

/** « 63 % », « oui », or the dash of what is missing. */
export const valueText = (indicator: Told, value: number | null | undefined): string =>
  value === null || value === undefined ? '—' : formatValue(indicator, value);

/** « 126 sur 200 »; empty for what is no ratio. */
export const partsText = (measure: { numerator: number | null; denominator: number | null } | null | undefined): string =>
  measure ? formatParts(measure.numerator, measure.denominator) : '';

/** « T3 2026 » from '2026-Q3'. */
export function periodShort(key: string): string {
  const kind = periodKindOf(key);
  return kind ? formatPeriodShort({ key, kind }) : key;
}

/** How a value stands in its life: of a year that runs, missing, late, to be validated, validated. */
export function lifeOf(line: Pick<ValueLine, 'measure' | 'expected' | 'period'> & Partial<Pick<ValueLine, 'absence' | 'lock' | 'writable'>>, today: Day): { tone: StatusTone; label: string } {
  const text = indicatorsText.statuses;
  if (isSettled(line.measure?.status)) return { tone: 'attained', label: text[line.measure.status] };
  if (line.measure?.remark) return { tone: 'at-risk', label: text.returned };
  if (line.measure?.checkedAt) return { tone: 'on-track', label: validationText.stages.checked };
  if (line.measure) return { tone: 'on-track', label: text[line.measure.status] };
  if (line.absence) return { tone: 'none', label: collectionText.states['no-value'] };
  if (line.lock && !line.writable) return { tone: 'none', label: validationText.state.lockedEmpty };
  if (line.expected && line.expected.lateDays > 0) return { tone: 'late', label: text.late };
  if (line.period.end > today) return { tone: 'none', label: text.running };
  return { tone: 'none', label: text.missing };
}

/** How the target of a period is told: its own, that of the year, or one set earlier. */
export function targetText(
  indicator: Told,
  line: Pick<ValueLine, 'target' | 'targetSetFor' | 'targetOfYear' | 'period'>,
): string {
  const { target, targetSetFor } = line;
  if (target === null || targetSetFor === null) return '—';
  const value = valueText(indicator, target);
  if (line.targetOfYear) return measuresText.value.targetOfYear(value, periodShort(targetSetFor));
  return targetSetFor === line.period.key ? value : measuresText.value.targetStanding(value, periodShort(targetSetFor));
}
