import { decimalsOf } from '@maillage/domain/kernel';
import { uiText } from '../messages/ui';
import { formatNumber } from './format';

/** What a typed number must respect. */
export interface NumberRule {
  min?: number;
  max?: number;
  /** 0 for whole numbers. */
  decimals?: number;
}

/** The sentence for a number that breaks its rule, or null. An empty field is no fault here: say « required » apart. */
export function numberFault(value: number | null | undefined, { min, max, decimals }: NumberRule = {}): string | null {
  if (value === null || value === undefined) return null;
  if (!Number.isFinite(value)) return uiText.number.invalid;
  if (decimals !== undefined && decimalsOf(value) > decimals) return decimals === 0 ? uiText.number.whole : uiText.number.decimals(decimals);
  if (min !== undefined && value < min) return uiText.number.min(formatNumber(min));
  if (max !== undefined && value > max) return uiText.number.max(formatNumber(max));
  return null;
}
