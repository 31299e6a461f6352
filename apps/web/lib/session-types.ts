import type { Right, Role } from '@maillage/domain/identity';

export type { Right, Role };

/** A community the person can enter, and as what. */
export interface SessionMembership {
  communityId: string;
  communityName: string;
  role: Role;
}

/** The community on screen. */
export interface CurrentCommunity extends SessionMembership {
  /** « CPTS » by default. */
  label: string;
  timeZone: string;
  /** Its figures are invented. */
  demo: boolean;
}

/** Who is in front of the screen, and in which community. */
export interface Session {
  person: { id: string; givenName: string; familyName: string; email: string };
  memberships: SessionMembership[];
  current: CurrentCommunity | null;
}

/** A year of the contract, from one anniversary to the eve of the next. */
export interface ContractYear {
  number: number;
  start: string;
  end: string;
}
