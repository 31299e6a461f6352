import { searchable, type PeriodKey } from '@maillage/domain/kernel';
import { movesOf, type MeasureMove, type ReviewedMeasure, type ValidationSettings } from './validation';
import type { Role } from '@maillage/domain/identity';

/** Which of the values that wait are meant: all of them when nothing is chosen. */
export interface WaitingFilter {
  periodKey: PeriodKey | null;
  /** Words that an indicator, its action or its people hold. */
  words: string | null;
}

/** True when every word looked for is somewhere in these texts, accents and capitals apart. */
export function holdsWords(wanted: string, texts: readonly (string | null)[]): boolean {
  const all = searchable(texts.join(' '));
  return searchable(wanted).split(' ').every((word) => all.includes(word));
}

/** What becomes of a value that waits when everything is validated at once; null: it is not this reader's to take further. */
export type WaitingFate = { fate: 'advances'; move: 'check' | 'validate' } | { fate: 'proofless' | 'locked' } | null;

/** A value that waits, as this rule reads it. */
export interface JudgedValue extends ReviewedMeasure {
  /** It was sent back: it waits for who gave it. */
  remark: string | null;
  kind: string;
  proofs: number;
}

/**
 * What becomes of a value when everything is validated at once: the rules of one value alone. `open`: the moves this reader may make now,
 * the locks taken into account. What was sent back and what waits for somebody else stays without a word; a deliverable without proof
 * and what a lock holds stay too, and are told.
 */
export function fateOf(value: JudgedValue, role: Role, settings: ValidationSettings, open: readonly MeasureMove[]): WaitingFate {
  const forward = (moves: readonly MeasureMove[]): 'check' | 'validate' | undefined => moves.flatMap((move) => (move === 'check' || move === 'validate' ? [move] : []))[0];
  if (value.remark !== null || forward(movesOf(value, role, settings)) === undefined) return null;
  const move = forward(open);
  if (!move) return { fate: 'locked' };
  return move === 'validate' && value.kind === 'deliverable' && value.proofs === 0 ? { fate: 'proofless' } : { fate: 'advances', move };
}
