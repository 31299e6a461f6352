import { type ReportSnapshot, snapshotDigest } from '@maillage/domain/reports';
import { hashLink, type Link, type LinkFault, linkFaults, nextLink, sha256 } from '@maillage/features/identity';

/** One link of the chain of a community's reports. */
export interface Seal extends Link {
  reportId: string;
  number: string;
  version: number;
  snapshotHash: string;
  /** SHA-256 of each document, by format. */
  documents: Record<string, string>;
  sealedAt: Date;
}

/** The fingerprint of what a report froze, printed at the foot of its pages. */
export function hashSnapshot(snapshot: ReportSnapshot): string {
  return sha256(snapshotDigest(snapshot));
}

const linkOf = (seal: Seal): Link => ({ ...seal, sealedAt: seal.sealedAt.toISOString() }) as Link;

/** The hash of a link, from all it says and the link before. */
export const hashSeal = (seal: Seal): string => hashLink(linkOf(seal));

/** What is wrong with a link, given the one before it. */
export const sealLinkFaults = (seal: Seal, before: Seal | null): LinkFault[] => linkFaults(linkOf(seal), before);

/** The next link after the last one. */
export function nextSeal(last: Seal | null, content: Pick<Seal, 'reportId' | 'number' | 'version' | 'snapshotHash' | 'documents' | 'sealedAt'>): Seal {
  const { sealedAt } = content;
  return { ...nextLink(last, { ...content, sealedAt: sealedAt.toISOString() }), sealedAt };
}
