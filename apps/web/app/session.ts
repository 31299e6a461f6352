import { communityTitle } from '@maillage/domain/community';
import { type Right, rightsOf, type Role } from '@maillage/domain/identity';
import { type QueryClient, queryOptions, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { formatContractYear } from '../lib/format';
import type { ContractYear, Session } from '../lib/session-types';
import { loadContractYear, loadSession } from './session-api';

/** Who is signed in; null when nobody is. Dropped at the first 401, and asked again when the tab is looked at again: another one may have moved it. */
export const sessionQuery = queryOptions({
  queryKey: ['session'] as const,
  queryFn: ({ signal }): Promise<Session | null> => loadSession(signal),
  staleTime: 5 * 60_000,
  gcTime: Number.POSITIVE_INFINITY,
  refetchOnWindowFocus: 'always',
});

/** The contract year of today in the community on screen; null before a contract is recorded. */
export const contractYearQuery = (communityId: string) =>
  queryOptions({
    queryKey: [communityId, 'contract', 'current-year'] as const,
    queryFn: ({ signal }): Promise<ContractYear | null> => loadContractYear(signal),
    staleTime: 5 * 60_000,
  });

/** One community the person can enter. */
export interface MembershipView {
  communityId: string;
  communityName: string;
  role: Role;
}

/** What a page may know of the person and the community. */
export interface SessionView {
  person: Session['person'] & { name: string };
  communityId: string;
  communityName: string;
  role: Role;
  rights: ReadonlySet<Right>;
  memberships: MembershipView[];
  /** The figures of this community are invented. */
  demo: boolean;
  timeZone: string;
}

/** « CPTS du Giennois-Berry ». */
export const communityName = (community: { name: string; label: string }): string => communityTitle(community);

function membership({ id, name, label, role }: Session['communities'][number]): MembershipView {
  return { communityId: id, communityName: communityName({ name, label }), role };
}

/** The session in the words of the pages; null when nobody is signed in or no community is chosen. */
export function viewOf(session: Session | null | undefined): SessionView | null {
  if (!session?.community) return null;
  const { communityId, communityName, role } = membership(session.community);
  return {
    person: { ...session.person, name: `${session.person.givenName} ${session.person.familyName}`.trim() },
    communityId,
    communityName,
    role,
    rights: rightsOf(role),
    memberships: session.communities.map(membership),
    demo: session.community.demo,
    timeZone: session.community.timeZone,
  };
}

/** Makes sure that what the frame shows is there before the page is. */
export async function ensureSession(client: QueryClient): Promise<{ session: Session | null; view: SessionView | null }> {
  const session = await client.ensureQueryData(sessionQuery);
  const view = viewOf(session);
  if (view?.rights.has('contract.read')) void client.prefetchQuery(contractYearQuery(view.communityId));
  return { session, view };
}

const endedSessionKey = ['session', 'ended'] as const;

/** The session is over: nobody is signed in any more, and a page drawn once more on its way out still knows whose it was. */
export function forgetSession(client: QueryClient): void {
  const ended = client.getQueryData<Session | null>(sessionQuery.queryKey);
  if (ended) client.setQueryData(endedSessionKey, ended);
  client.setQueryData(sessionQuery.queryKey, null);
}

/** The session ended by itself while its person was at work, and nobody has signed in since. */
export function useSessionEnded(): boolean {
  const client = useQueryClient();
  const { data: session } = useQuery(sessionQuery);
  return !session && client.getQueryData(endedSessionKey) !== undefined;
}

/** Who is in front of the screen. Only for pages behind the sign-in, where there is always someone. */
export function useSession(): SessionView {
  const client = useQueryClient();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const view = viewOf(session ?? client.getQueryData<Session>(endedSessionKey));
  if (!view) throw new Error('No session: this page is not behind the sign-in.');
  return view;
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
