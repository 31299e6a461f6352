import type { StoredAuditLink } from '@maillage/features/identity';
import type { Tx } from '@maillage/platform';

/** Something that is no longer as it was written. */
export interface JournalFault {
  /** Changed, taken away, or slipped in outside the product. */
  kind: 'altered' | 'missing' | 'added';
  /** Number of the line of the journal; null: a value, or its history. */
  sequence: number | null;
  /** « Ligne n° 12 · Valeur saisie · SNP-01, T3 2026 », « Valeur SNP-01, T3 2026 ». */
  subject: string;
  /** When what is named was written; null when nothing says so. */
  at: Date | null;
  /** What is wrong, in French. */
  sentence: string;
}

/** What people call things that rows name by their ids. */
export interface SealedWords {
  /** « SNP-01 · Patients sans médecin traitant ». */
  indicator(id: string): string;
  /** « T3 2026 (juillet à septembre) ». */
  period(key: string): string;
  /** « Nadia Benali ». */
  person(id: string): string;
}

/** One passage over a journal, beside which a history kept elsewhere is read. */
export interface HistoryCheck {
  readonly words: SealedWords;
  /** Lines of the journal, in their order, page by page. */
  read(lines: readonly StoredAuditLink[]): Promise<JournalFault[]>;
  /** Once the last line was read. */
  end(): Promise<{ histories: number; values: number; faults: JournalFault[] }>;
}

/** Says whether what lines of the journal answer for is still there. Values come after the community: their area answers. */
export abstract class VouchedHistory {
  /** Begins a passage, inside a transaction that reads one instant. */
  abstract open(tx: Tx, communityId: string): Promise<HistoryCheck>;
}
