import type { Sealing } from './sealed.store';
import { hashLink, linkFaults, nextLink, type ChainHead, type Link, type LinkFault } from './hash-chain';

/** Rows kept elsewhere that a line of the journal answers for: the history of the values it tells. */
export interface Vouched {
  /** What those rows are tied to the line by. */
  group: string;
  count: number;
  /** Hash of their hashes, in the order of their ids. */
  hash: string;
}

/** What a line of the journal says, as it is hashed: JSON only. */
export interface AuditContent {
  communityId: string;
  /** Instant, ISO 8601, to the millisecond. */
  at: string;
  personId: string | null;
  role: string | null;
  act: string;
  subjectType: string;
  subjectId: string;
  subjectLabel: string | null;
  before: unknown;
  after: unknown;
  vouched: Vouched | null;
  /** What rows of other tables became in the same transaction. */
  sealed?: Sealing | null;
}

/** A line of the journal, tied to the one before it. */
export type AuditLink = AuditContent & Link;

/** A line as the database gives it. */
export type StoredAuditLink = Omit<AuditLink, 'at'> & { at: Date };

/** The lines that follow, tied one to the other. */
export function chainLines(last: ChainHead | null, contents: readonly AuditContent[]): AuditLink[] {
  const links: AuditLink[] = [];
  for (const content of contents) links.push(nextLink(links.at(-1) ?? last, hashed(content)));
  return links;
}

/** What is wrong with a stored line, given the one before it. */
export function lineFaults(line: StoredAuditLink, before: ChainHead | null): LinkFault[] {
  return linkFaults(hashed({ ...line, at: line.at.toISOString() }), before);
}

/** The hash of a stored line, from all it says. */
export const hashLine = (line: StoredAuditLink): string => hashLink(hashed({ ...line, at: line.at.toISOString() }));

/** A line that answers for nothing says nothing of it: what is added to lines later must be left out likewise, or old hashes would change. */
function hashed<T extends AuditContent>({ vouched, sealed, ...said }: T): T {
  return { ...said, ...(vouched ? { vouched } : {}), ...(sealed ? { sealed } : {}) } as T;
}
