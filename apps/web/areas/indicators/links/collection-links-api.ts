import type { components } from '@maillage/api-client';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { api, call } from '../../../lib/api';
import { useKept } from '../api';

type Schemas = components['schemas'];

export type CollectionLink = Schemas['CollectionLinkDto'];
export type Contribution = Schemas['ContributionDto'];
export type WaitingContribution = Schemas['WaitingContributionDto'];
export type NewCollectionLink = Schemas['NewCollectionLinkDto'];

const root = (communityId: string) => [communityId, 'collection-links'] as const;

/** The links, the newest first; one whose e-mail is on its way is looked at again. */
export const collectionLinksQuery = (communityId: string) =>
  queryOptions({
    queryKey: [...root(communityId), 'list'] as const,
    queryFn: ({ signal }): Promise<Schemas['CollectionLinksDto']> => call(api.GET('/api/collection-links', { signal })),
    refetchInterval: ({ state }) => (state.data?.links.some(({ sending }) => sending) ? 2_000 : false),
  });

/** A link and everything answered through it. */
export const collectionLinkQuery = (communityId: string, collectionLinkId: string) =>
  queryOptions({
    queryKey: [...root(communityId), 'card', collectionLinkId] as const,
    queryFn: ({ signal }): Promise<Schemas['CollectionLinkCardDto']> =>
      call(api.GET('/api/collection-links/{collectionLinkId}', { params: { path: { collectionLinkId } }, signal })),
  });

/** The answers that wait to be accepted. */
export const contributionsQuery = (communityId: string) =>
  queryOptions({
    queryKey: [...root(communityId), 'waiting'] as const,
    queryFn: ({ signal }): Promise<WaitingContribution[]> => call(api.GET('/api/link-contributions', { signal })),
  });

/** Where a file joined to an answer is downloaded. */
export const contributionFileHref = (contributionId: string, fileId: string): string => `/api/link-contributions/${contributionId}/files/${fileId}`;

/** Makes a link. */
export function useCreateCollectionLink() {
  return useMutation({ mutationFn: (body: NewCollectionLink) => call(api.POST('/api/collection-links', { body })), onSuccess: useKept() });
}

/** A new address and a new end. */
export function useRenewCollectionLink(collectionLinkId: string) {
  return useMutation({
    mutationFn: (body: Schemas['RenewCollectionLinkDto']) =>
      call(api.POST('/api/collection-links/{collectionLinkId}/renewal', { params: { path: { collectionLinkId } }, body })),
    onSettled: useKept(),
  });
}

/** The link works no more. */
export function useRevokeCollectionLink(collectionLinkId: string) {
  return useMutation({
    mutationFn: (revision: number) =>
      call(api.POST('/api/collection-links/{collectionLinkId}/revocation', { params: { path: { collectionLinkId } }, body: { revision } })),
    onSettled: useKept(),
  });
}

/** Accepts answers, each by itself. */
export function useAcceptContributions() {
  return useMutation({
    mutationFn: (contributions: Schemas['AcceptedContributionDto'][]) => call(api.POST('/api/link-contributions/acceptance', { body: { contributions } })),
    onSettled: useKept(),
  });
}

/** Refuses answers with a reason. */
export function useRefuseContributions() {
  return useMutation({
    mutationFn: (body: Schemas['RefuseContributionsDto']) => call(api.POST('/api/link-contributions/refusal', { body })),
    onSettled: useKept(),
  });
}
