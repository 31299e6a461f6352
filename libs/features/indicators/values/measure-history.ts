import { canonicalJson } from '@maillage/domain/kernel';
import { sha256, type Vouched } from '@maillage/features/identity';

/**
 * A value as it stood after something happened to it: every column of its row that holds something, and its proofs with the hash
 * of their file. Null once it is taken away. A column added to the table later is null or has a default, which is what states
 * kept before mean; a migration that changes what values hold tells their history of it.
 */
export type MeasureState = Readonly<Record<string, unknown>>;

/** A line of the history of a value, as it is hashed. */
export interface HistoryLine {
  communityId: string;
  id: string;
  /** Ties it to the line of the journal that answers for it. */
  groupId: string;
  indicatorId: string;
  periodKey: string;
  act: string;
  at: Date;
  byPersonId: string | null;
  before: unknown;
  after: unknown;
  reason: string | null;
  state: MeasureState | null;
}

const zoned = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}(:?\d{2})?)$/;

/** Instants in one writing whatever the time zone of the session that read them. */
function steady(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(steady);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, key.endsWith('_at') && typeof item === 'string' && zoned.test(item) ? new Date(item).toISOString() : steady(item)]));
  return value;
}

/** A state as it is kept and compared. */
export const steadyState = (state: MeasureState): MeasureState => steady(state) as MeasureState;

/** The hash of a line, from all it says. */
export function hashHistoryLine({ at, ...line }: HistoryLine): string {
  return sha256(canonicalJson({ ...line, at: at.toISOString() }));
}

/** What a line of the journal answers for: these lines of the history, no other. */
export function vouchFor(group: string, lines: readonly { id: string; hash: string }[]): Vouched {
  const hashes = [...lines].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ hash }) => hash);
  return { group, count: lines.length, hash: sha256(hashes.join('\n')) };
}
