import type { MadeCommunity } from '@maillage/features/testing';
import type { TestApp } from '../test-app';

/**
 * Makes something real in a community and gives what the address of a route names it by: the id, or several parameters at once
 * (`{ measureId, evidenceId }`) when one lives inside the other.
 */
export type ForeignMaker = (app: TestApp, community: MadeCommunity) => Promise<string | Record<string, string>>;

/** What an area declares for the separation test. */
export interface Foreign {
  /** A maker per path parameter. */
  readonly makers?: Readonly<Record<string, ForeignMaker>>;
  /** Path parameters that name nothing of a community, with the reason. */
  readonly common?: Readonly<Record<string, string>>;
  /** A valid body for a route (`PATCH /api/access/members/{personId}`) when the one made from the document is refused. */
  readonly bodies?: Readonly<Record<string, object>>;
}
