import type { Right, Role } from '@maillage/domain/identity';

export type { Right, Role };

/** A community the person can enter, and as what. */
export interface CommunityChoice {
  id: string;
  name: string;
  /** « CPTS » by default. */
  label: string;
  timeZone: string;
  /** Its figures are invented. */
  demo: boolean;
  role: Role;
  /** For a reader: the institution it reads for. */
  organisation: string | null;
}

/** Who is in front of the screen, and in which community; null until one is chosen. */
export interface Session {
  person: { id: string; givenName: string; familyName: string; email: string };
  community: CommunityChoice | null;
  communities: CommunityChoice[];
}

/** A year of the contract, from one anniversary to the eve of the next. */
export interface ContractYear {
  number: number;
  start: string;
  end: string;
}
