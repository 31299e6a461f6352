import { type Day, ensure, freeText, optionalText, textLimits } from '@maillage/domain/kernel';
import type { IndicatorDefinition } from './indicator';

/** A change of a definition that made a new version of it. */
export interface DefinitionVersion {
  /** The version it led to: 2 for the first change. */
  number: number;
  /** Local day from which values are given under it. */
  from: Day;
  at: Date;
  /** Null for a change made before values existed, or before reasons were asked for. */
  reason: string | null;
  fields: readonly string[];
}

/** Once values exist, what they mean no longer changes: kind, unit, frequency, and the way they are added. */
export function checkIndicatorChange(before: IndicatorDefinition, after: IndicatorDefinition, hasMeasures: boolean): void {
  if (!hasMeasures) return;
  const locked = (['kind', 'unit', 'frequency', 'aggregation', 'direction'] as const).filter((field) => before[field] !== after[field]);
  ensure(locked.length === 0, 'indicator-kind-locked', { name: before.name, fields: locked });
  ensure(after.decimals >= before.decimals, 'indicator-kind-locked', { name: before.name, fields: ['decimals'] });
}

/** Fields that people, dates and places are told by: they change without changing what is measured. */
const outside: ReadonlySet<keyof IndicatorDefinition> = new Set(['missions', 'actionId', 'responsiblePersonId', 'trackedFrom', 'dueDays']);

/** The fields of the definition that differ: kept in the change log shown by the reports they touch. */
export function definitionChanges(before: IndicatorDefinition, after: IndicatorDefinition): (keyof IndicatorDefinition)[] {
  const fields = Object.keys(after) as (keyof IndicatorDefinition)[];
  return fields.filter((field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null));
}

/** True when a change touches what is measured or how: it makes a version. Who gives it, and for which action, does not. */
export const makesVersion = (fields: readonly (keyof IndicatorDefinition)[]): boolean => fields.some((field) => !outside.has(field));

/** The reason of a new version: asked for once values exist. Refused: `version-reason-missing`. */
export function checkVersionReason(reason: string | null | undefined, hasMeasures: boolean): string | null {
  const given = optionalText(reason, 'Raison du changement', textLimits.sentence);
  ensure(!hasMeasures || (given !== null && given.length >= 5), 'version-reason-missing', { field: 'reason' });
  return given === null ? null : freeText(given, 'Raison du changement', textLimits.sentence);
}

/** The version a value was given under: the one it keeps, else (older values) the last one made before it was given. */
export function versionOf(measure: { definitionVersion?: number | null; recordedAt: Date }, versions: readonly Pick<DefinitionVersion, 'number' | 'at'>[]): number {
  if (measure.definitionVersion) return measure.definitionVersion;
  return versions.reduce((last, { number, at }) => (at <= measure.recordedAt && number > last ? number : last), 1);
}
