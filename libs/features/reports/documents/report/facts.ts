import { createHash } from 'node:crypto';
import { isAnswer, formatDifference, formatValue, meetsTarget } from '@maillage/domain/indicators';
import { formatNumber, NBSP, plural, roundTo } from '@maillage/domain/kernel';
import { type ReportSnapshot, snapshotDigest, type SnapshotIndicator, type SnapshotNumber, type SnapshotPoint } from '@maillage/domain/reports';

// A snapshot is frozen: its fingerprint is computed once for its three documents.
const hashes = new WeakMap<ReportSnapshot, string>();

/** The SHA-256 of a snapshot: the fingerprint printed at the foot of every page. */
export function snapshotHash(snapshot: ReportSnapshot): string {
  let hash = hashes.get(snapshot);
  if (!hash) {
    hash = createHash('sha256').update(snapshotDigest(snapshot)).digest('hex');
    hashes.set(snapshot, hash);
  }
  return hash;
}

/** « 3f9a c2e1 7b04 »: enough to compare by eye. */
export function shortHash(hash: string): string {
  return (hash.slice(0, 12).match(/.{4}/g) ?? []).join(NBSP);
}

/** What an indicator was at the period before. */
export interface Previous {
  readonly label: string;
  readonly value: number | null;
  readonly text: string;
  readonly target: number | null;
}

/** The point before the reported one, if there is one. */
export function previousOf(indicator: SnapshotIndicator): Previous | undefined {
  const at = indicator.series.findIndex(({ periodKey }) => periodKey === indicator.periodKey);
  const point = at > 0 ? indicator.series[at - 1] : undefined;
  return point && { label: point.label, value: point.value, target: point.target, text: bareText(indicator, point.value, point.masked ? 'masqué' : '—') };
}

/** A point of the curve as it is printed. */
export function pointText(indicator: SnapshotIndicator, { value, masked }: Pick<SnapshotPoint, 'value' | 'masked'>): string {
  if (masked) return 'masqué';
  return value === null ? '—' : formatValue(indicator, value);
}

/** A value without its unit, for columns of figures; a share keeps its « % », a yes its word, a hidden count its text. */
export function bareText(indicator: SnapshotIndicator, value: number | null, otherwise: string): string {
  if (value === null) return otherwise;
  if (isAnswer(indicator.kind) || indicator.unit === '%' || indicator.unit === '‰') return formatValue(indicator, value);
  return formatNumber(value, indicator.decimals);
}

/** What the target is compared with: the value, or the sum of the year when the target is that of the year. */
export function comparedOf({ value, yearSoFar }: SnapshotIndicator): SnapshotNumber {
  return yearSoFar ?? value;
}

/** The unit to write once under a figure; nothing when the figure says it all. */
export function unitNote({ kind, unit }: SnapshotIndicator): string | undefined {
  return isAnswer(kind) || unit === null || unit === '%' || unit === '‰' ? undefined : unit;
}

/** A change since the period before. */
export interface Change {
  readonly indicator: SnapshotIndicator;
  readonly before: Previous;
  readonly direction: 'up' | 'down' | 'same';
  readonly better: boolean;
  /** The target was met and no longer is, or the other way round. */
  readonly crossed: 'reached' | 'lost' | undefined;
  readonly text: string;
  readonly weight: number;
}

/** What moved since the period before, most telling first: targets crossed, then the widest moves. */
export function changesOf(snapshot: ReportSnapshot): Change[] {
  return snapshot.indicators
    .filter(({ periodKey }) => periodKey === snapshot.report.periodKey)
    .flatMap((indicator) => changeOf(indicator) ?? [])
    .sort((a, b) => Number(b.crossed !== undefined) - Number(a.crossed !== undefined) || b.weight - a.weight || (a.indicator.code < b.indicator.code ? -1 : 1));
}

function changeOf(indicator: SnapshotIndicator): Change | undefined {
  const before = previousOf(indicator);
  const now = indicator.value.value;
  if (!before || before.value === null || now === null) return undefined;
  const difference = roundTo(now - before.value, indicator.decimals);
  if (difference === 0) return undefined;
  // The target of a year is compared with the sum of the year: one period alone neither meets it nor misses it.
  const own = indicator.yearSoFar ? null : (indicator.target?.value ?? null);
  const met = (value: number, target: number | null): boolean | undefined => (target === null ? undefined : meetsTarget(indicator, value, target));
  const wasMet = met(before.value, before.target ?? own);
  const isMet = met(now, own);
  const crossed = wasMet === undefined || isMet === undefined || wasMet === isMet ? undefined : isMet ? 'reached' : 'lost';
  const better = indicator.direction === 'up' ? difference > 0 : difference < 0;
  const moved = isAnswer(indicator.kind) ? '' : formatDifference({ ...indicator, unit: indicator.unit === '%' ? '%' : null }, difference);
  const words = crossed === 'reached' ? 'objectif atteint' : crossed === 'lost' ? 'objectif plus atteint' : better ? 'mieux' : 'moins bien';
  return {
    indicator,
    before,
    direction: difference > 0 ? 'up' : 'down',
    better,
    crossed,
    text: moved ? `${moved}, ${words}` : words,
    weight: Math.abs(difference) / Math.max(Math.abs(before.value), Math.abs(own ?? 0), 1),
  };
}

/** « 7 indicateurs », « 1 indicateur ». */
export function counted(count: number, one: string, many?: string): string {
  return `${formatNumber(count)}${NBSP}${plural(count, one, many)}`;
}

/** Where the proofs of a value stand, in two words; under them, what was expected of a value without any, where the snapshot tells. */
export function proofText({ proofs, proofExpected, status }: SnapshotIndicator): { text: string; note?: string } {
  if (proofs.length > 0) return { text: counted(proofs.length, 'pièce') };
  if (status === 'missing' || status === 'none') return { text: '—' };
  return { text: 'sans preuve', ...(proofExpected ? { note: '(attendue)' } : {}) };
}

/** What is said of a value's life under it; nothing when it is validated. */
export function validationText(indicator: SnapshotIndicator): string | undefined {
  if (indicator.status === 'draft') return 'non validée';
  if (indicator.status === 'missing') return 'non transmise';
  return undefined;
}
