import { type Right, rightsOf, type Role } from '@maillage/domain/identity';
import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { formatContractYear } from '../lib/format';
import type { ContractYear, CurrentCommunity, Session, SessionMembership } from '../lib/session-types';
import { loadContractYear, loadSession } from './session-api';

/** Who is signed in; null when nobody is. Kept five minutes, and dropped at the first 401. */
export const sessionQuery = queryOptions({
  queryKey: ['session'] as const,
  queryFn: ({ signal }) => loadSession(signal),
  staleTime: 5 * 60_000,
  gcTime: Number.POSITIVE_INFINITY,
});

/** The contract year of today in the community on screen; null before a contract is recorded. */
export const contractYearQuery = (communityId: string) =>
  queryOptions({
    queryKey: [communityId, 'contract-year'] as const,
    queryFn: ({ signal }): Promise<ContractYear | null> => loadContractYear(signal),
    staleTime: 30 * 60_000,
  });

/** What a page may know of the person and the community. */
export interface SessionView {
  person: Session['person'] & { name: string };
  memberships: SessionMembership[];
  current: CurrentCommunity;
  communityId: string;
  communityName: string;
  role: Role;
  rights: ReadonlySet<Right>;
  demo: boolean;
  timeZone: string;
}

/** The session in the words of the pages. Only for pages behind the sign-in, where there is always one. */
export function useSession(): SessionView {
  const { data } = useSuspenseQuery(sessionQuery);
  if (!data?.current) throw new Error('No session: this page is not behind the sign-in.');
  return viewOf(data, data.current);
}

/** The same outside React, for loaders. */
export function viewOf(session: Session, current: CurrentCommunity): SessionView {
  return {
    person: { ...session.person, name: `${session.person.givenName} ${session.person.familyName}`.trim() },
    memberships: session.memberships,
    current,
    communityId: current.communityId,
    communityName: current.communityName,
    role: current.role,
    rights: rightsOf(current.role),
    demo: current.demo,
    timeZone: current.timeZone,
  };
}

/** `const can = useCan(); can('measures.write')`: what to show. The server decides in any case. */
export function useCan(): (right: Right) => boolean {
  const { rights } = useSession();
  return (right) => rights.has(right);
}

/** The contract year on screen, and its French name; null while unknown or without a contract. */
export function useContractYear(): { year: ContractYear; label: string } | null {
  const { communityId, rights } = useSession();
  const { data } = useQuery({ ...contractYearQuery(communityId), enabled: rights.has('contract.read') });
  return data ? { year: data, label: formatContractYear(data) } : null;
}
