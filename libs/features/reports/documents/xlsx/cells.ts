import { isAnswer } from '@maillage/domain/indicators';
import { type Day, roundTo } from '@maillage/domain/kernel';
import type { SnapshotIndicator, SnapshotNumber } from '@maillage/domain/reports';
import { numberStyle, percentStyle, type StyleName } from './styles';
import type { CellValue } from './workbook';

/** A text, or an empty cell. */
export function text(value: string | null | undefined, style: StyleName = 'text'): CellValue {
  return value ? { kind: 'text', text: value, style } : { kind: 'empty', style };
}

/** A whole number. */
export function whole(value: number): CellValue {
  return { kind: 'number', value, style: 'number0' };
}

/** A day, shown « 14/04/2027 ». */
export function day(value: Day | null): CellValue {
  return value ? { kind: 'day', day: value } : { kind: 'empty', style: 'text' };
}

/** A number that names (a version, an action): it stands to the left. */
export function rank(value: number): CellValue {
  return { kind: 'number', value, style: 'rank' };
}

/** Column titles; those of columns of figures stand to the right, as the figures do. */
export function heads(titles: readonly string[], figures: readonly string[] = []): CellValue[] {
  return titles.map((title) => ({ kind: 'text', text: title, style: figures.includes(title) ? 'headRight' : 'head' }));
}

/** A value of an indicator as a real number: 63 % is 0,63 shown as a share; yes and no are words; hidden figures keep their text. */
export function figure(indicator: Pick<SnapshotIndicator, 'kind' | 'unit' | 'decimals'>, number: Pick<SnapshotNumber, 'value' | 'masked' | 'text'> | null): CellValue {
  if (number === null) return { kind: 'empty', style: 'text' };
  const { value, masked } = number;
  if (masked) return { kind: 'text', text: number.text, style: 'faint' };
  if (value === null) return { kind: 'empty', style: 'text' };
  if (isAnswer(indicator.kind)) return { kind: 'text', text: value >= 1 ? 'oui' : 'non', style: 'text' };
  if (indicator.unit === '%') return { kind: 'number', value: roundTo(value / 100, indicator.decimals + 2), style: percentStyle(indicator.decimals) };
  if (indicator.unit === '‰') return { kind: 'number', value, style: 'permille' };
  return { kind: 'number', value, style: numberStyle(indicator.decimals) };
}
