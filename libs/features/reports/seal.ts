import { createHash } from 'node:crypto';
import { canonicalJson } from '@maillage/domain/kernel';
import { type ReportSnapshot, snapshotDigest } from '@maillage/domain/reports';

/** One link of the chain of a community's reports. */
export interface Seal {
  /** 1, 2, 3… without a gap. */
  sequence: number;
  reportId: string;
  number: string;
  version: number;
  snapshotHash: string;
  /** SHA-256 of each document, by format. */
  documents: Record<string, string>;
  /** Hash of the link before; null for the first. */
  previousHash: string | null;
  hash: string;
  sealedAt: Date;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The fingerprint of what a report froze, printed at the foot of its pages. */
export function hashSnapshot(snapshot: ReportSnapshot): string {
  return sha256(snapshotDigest(snapshot));
}

/** The hash of a link, from all it says and the link before. */
export function hashSeal({ hash: _hash, sealedAt, ...seal }: Seal): string {
  return sha256(canonicalJson({ ...seal, sealedAt: sealedAt.toISOString() }));
}

/** The next link after the last one. */
export function nextSeal(last: Seal | null, content: Pick<Seal, 'reportId' | 'number' | 'version' | 'snapshotHash' | 'documents' | 'sealedAt'>): Seal {
  const seal = { ...content, sequence: (last?.sequence ?? 0) + 1, previousHash: last?.hash ?? null, hash: '' };
  return { ...seal, hash: hashSeal(seal) };
}
