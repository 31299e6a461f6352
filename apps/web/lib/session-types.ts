import type { Schemas } from '@maillage/api-client';

export type { Right, Role } from '@maillage/domain/identity';

/** Who is in front of the screen, and in which community; null until one is chosen. */
export type Session = Schemas['SessionDto'];

/** A year of the contract, from one anniversary to the eve of the next. */
export type ContractYear = Schemas['ContractYearDto'];
