import type { components } from '@maillage/api-client';
import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { sessionQuery, useSession } from '../../app/session';
import { api, call } from '../../lib/api';

type Schemas = components['schemas'];

export type Session = Schemas['SessionDto'];
export type MySession = Schemas['MySessionDto'];
export type Member = Schemas['MemberDto'];
export type Invitation = Schemas['InvitationDto'];
export type LinkView = Schemas['LinkDto'];

/** What a link received by e-mail opens; it is asked once, the link is not used by looking. */
export const linkQuery = (token: string) =>
  queryOptions({
    queryKey: ['link', token] as const,
    queryFn: ({ signal }): Promise<LinkView> => call(api.POST('/api/links/inspect', { body: { token }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

/** The sessions of the person. */
export const mySessionsQuery = queryOptions({
  queryKey: ['my-sessions'] as const,
  queryFn: ({ signal }): Promise<MySession[]> => call(api.GET('/api/account/sessions', { signal })),
  staleTime: 0,
});

/** Who may enter the community, and who was invited. */
export const accessQuery = (communityId: string) =>
  queryOptions({
    queryKey: [communityId, 'access'] as const,
    queryFn: ({ signal }): Promise<Schemas['AccessDto']> => call(api.GET('/api/access', { signal })),
    // An invitation on its way is looked at again until the mail server has it.
    refetchInterval: ({ state }) => (state.data?.invitations.some(({ mail }) => mail === 'waiting') ? 2_000 : false),
  });

/** Nothing of an earlier person stays in memory. */
function forgetOthers(client: QueryClient): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
}

/** Opens a session; nothing of an earlier person stays in memory. */
export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['SignInDto']) => call(api.POST('/api/session', { body })),
    onSuccess: (session) => {
      forgetOthers(client);
      client.setQueryData(sessionQuery.queryKey, session);
    },
  });
}

/** Enters a community. */
export function useChooseCommunity() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (communityId: string) => call(api.POST('/api/session/community', { body: { communityId } })),
    onSuccess: (session) => client.setQueryData(sessionQuery.queryKey, session),
  });
}

/** Asks for a link to choose a new password. */
export function useForgottenPassword() {
  return useMutation({ mutationFn: (body: Schemas['RequestPasswordResetDto']) => call(api.POST('/api/password-reset', { body })) });
}

/** After the server opened a session by itself: it is read afresh. */
function useFreshSession(): () => Promise<unknown> {
  const client = useQueryClient();
  return () => {
    forgetOthers(client);
    return client.fetchQuery({ ...sessionQuery, staleTime: 0 });
  };
}

/** Chooses a new password with a link, and signs in. */
export function useResetPassword() {
  const fresh = useFreshSession();
  return useMutation({ mutationFn: (body: Schemas['ResetPasswordDto']) => call(api.POST('/api/password-reset/confirm', { body })), onSuccess: fresh });
}

/** Accepts an invitation; a new person is signed in. */
export function useAcceptInvitation() {
  const fresh = useFreshSession();
  return useMutation({
    mutationFn: (body: Schemas['AcceptInvitationDto']) => call(api.POST('/api/invitations/accept', { body })),
    onSuccess: async ({ signedIn }) => {
      if (signedIn) await fresh();
    },
  });
}

/** Changes one's own name. */
export function useRename() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['ProfileDto']) => call(api.PATCH('/api/account', { body })),
    onSuccess: (session) => client.setQueryData(sessionQuery.queryKey, session),
  });
}

/** Changes one's own password. */
export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['ChangePasswordDto']) => call(api.PUT('/api/account/password', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: mySessionsQuery.queryKey }),
  });
}

/** Ends one of one's own sessions. */
export function useEndSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (sessionId: string) => call(api.DELETE('/api/account/sessions/{sessionId}', { params: { path: { sessionId } } })),
    onSettled: () => client.invalidateQueries({ queryKey: mySessionsQuery.queryKey }),
  });
}

function useAccessKept(): () => Promise<unknown> {
  const client = useQueryClient();
  const { communityId } = useSession();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: accessQuery(communityId).queryKey }),
      client.invalidateQueries({ queryKey: [communityId, 'people'] }),
      client.invalidateQueries({ queryKey: [communityId, 'journal'] }),
    ]);
}

/** Invites someone. */
export function useInvite() {
  const kept = useAccessKept();
  return useMutation({ mutationFn: (body: Schemas['InviteDto']) => call(api.POST('/api/access/invitations', { body })), onSuccess: kept });
}

/** Sends an invitation again. */
export function useSendAgain() {
  const kept = useAccessKept();
  return useMutation({
    mutationFn: (invitationId: string) => call(api.POST('/api/access/invitations/{invitationId}/send', { params: { path: { invitationId } } })),
    onSettled: kept,
  });
}

/** Takes an invitation back. */
export function useRevoke() {
  const kept = useAccessKept();
  return useMutation({
    mutationFn: (invitationId: string) => call(api.DELETE('/api/access/invitations/{invitationId}', { params: { path: { invitationId } } })),
    onSettled: kept,
  });
}

/** Changes what a member may do. */
export function useChangeMember() {
  const kept = useAccessKept();
  return useMutation({
    mutationFn: ({ personId, ...body }: Schemas['ChangeMemberDto'] & { personId: string }) =>
      call(api.PATCH('/api/access/members/{personId}', { params: { path: { personId } }, body })),
    onSettled: kept,
  });
}

/** Ends a member's access. */
export function useRemoveMember() {
  const kept = useAccessKept();
  return useMutation({
    mutationFn: (personId: string) => call(api.DELETE('/api/access/members/{personId}', { params: { path: { personId } } })),
    onSettled: kept,
  });
}
