import { hash as hashOf } from 'node:crypto';
import { canonicalJson } from '@maillage/domain/kernel';

/**
 * One link of a hash chain: it holds the link before, so that nothing can be changed, taken away or slipped in without showing.
 * Everything else it says goes through JSON unchanged: instants as ISO 8601 text, never `Date`.
 */
export interface Link {
  /** 1, 2, 3… without a gap. */
  readonly sequence: number;
  /** Hash of the link before; null for the first. */
  readonly previousHash: string | null;
  /** SHA-256 of all the rest, in lower-case hexadecimal. */
  readonly hash: string;
}

/** What a chain is continued from: its last link. */
export type ChainHead = Pick<Link, 'sequence' | 'hash'>;

/** SHA-256 in lower-case hexadecimal. */
export const sha256 = (text: string): string => hashOf('sha256', text, 'hex');

/** The hash of a link, from all it says and the link before. */
export function hashLink({ hash: _hash, ...said }: Link): string {
  return sha256(canonicalJson(said));
}

/** The next link after the last one. */
export function nextLink<T extends object>(last: ChainHead | null, content: T): T & Link {
  const link = { ...content, sequence: (last?.sequence ?? 0) + 1, previousHash: last?.hash ?? null, hash: '' };
  return { ...link, hash: hashLink(link) };
}

/** What is wrong with a link: what it says was changed, links before it are gone, it does not hold the one before. */
export type LinkFault = 'altered' | 'gap' | 'unhooked';

/** What is wrong with a link of a chain, given the one that stands before it. */
export function linkFaults(link: Link, before: ChainHead | null): LinkFault[] {
  const faults: LinkFault[] = [];
  if (hashLink(link) !== link.hash) faults.push('altered');
  if (link.sequence !== (before?.sequence ?? 0) + 1) faults.push('gap');
  if (link.previousHash !== (before?.hash ?? null)) faults.push('unhooked');
  return faults;
}
