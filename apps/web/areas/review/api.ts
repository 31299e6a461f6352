import type { components } from '@maillage/api-client';
import type { Proposal, ReviewLine, ReviewSheet } from '@maillage/domain/review';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../app/session';
import { api, call } from '../../lib/api';

type Schemas = components['schemas'];

/** The room of a contract year, as the rules read it. */
export type Room = Omit<Schemas['ReviewRoomDto'], 'sheet'> & { sheet: ReviewSheet | null };
/** An opening, closing or reopening of the review. */
export type ReviewEvent = Schemas['ReviewEventDto'];

/** A year whose room has something to show. */
export type OpenRoom = Room & { year: number; sheet: ReviewSheet };
/** True when the room has a year and a sheet to show. */
export const hasSheet = (room: Room): room is OpenRoom => room.year !== null && room.sheet !== null;

const root = (communityId: string) => [communityId, 'review'] as const;
const asRoom = (room: Schemas['ReviewRoomDto']): Room => room as Room;

/** The room of a contract year; of the one that runs when none is named. Asked again at each visit: a value given anywhere shows in it. */
export const roomQuery = (communityId: string, year: number | undefined) =>
  queryOptions({
    queryKey: [...root(communityId), year ?? 'current'] as const,
    queryFn: async ({ signal }): Promise<Room> =>
      asRoom(await call(year === undefined ? api.GET('/api/reviews/current', { signal }) : api.GET('/api/reviews/{year}', { params: { path: { year } }, signal }))),
    staleTime: 0,
  });

/** Puts the room the server answers where the page reads it. */
function useRoomKept(): (room: Room) => void {
  const client = useQueryClient();
  const { communityId } = useSession();
  return (room) => {
    if (room.year === null) return;
    client.setQueryData(roomQuery(communityId, room.year).queryKey, room);
    const current = roomQuery(communityId, undefined).queryKey;
    if (client.getQueryData<Room>(current)?.year === room.year) client.setQueryData(current, room);
  };
}

/** Writes of a year go one after the other, in the order they were asked. */
const inTurn = (year: number) => ({ scope: { id: `review-${year}` } });

/** Writes what is said of an indicator. */
export function useChangeLine(year: number) {
  const onSuccess = useRoomKept();
  return useMutation({
    ...inTurn(year),
    mutationFn: async ({ code, ...body }: ReviewLine & { code: string; revision: number }) =>
      asRoom(await call(api.PUT('/api/reviews/{year}/lines/{reviewedCode}', { params: { path: { year, reviewedCode: code } }, body }))),
    onSuccess,
  });
}

/** Proposes what the next year says of an indicator. */
export function useProposeTarget(year: number) {
  const onSuccess = useRoomKept();
  return useMutation({
    ...inTurn(year),
    mutationFn: async ({ code, revision, proposal }: { code: string; revision: number; proposal: Proposal }) =>
      asRoom(await call(api.PUT('/api/reviews/{year}/proposals/{reviewedCode}', { params: { path: { year, reviewedCode: code } }, body: { revision, ...proposal } }))),
    onSuccess,
  });
}

/** Says how an action is prepared. */
export function useChangePreparation(year: number) {
  const onSuccess = useRoomKept();
  return useMutation({
    ...inTurn(year),
    mutationFn: async ({ code, ...body }: Schemas['ChangePreparationDto'] & { code: string }) =>
      asRoom(await call(api.PUT('/api/reviews/{year}/preparations/{preparedCode}', { params: { path: { year, preparedCode: code } }, body }))),
    onSuccess,
  });
}

/** Closes the review, or opens it again: the euros of every page change with it. */
export function useReviewLife(year: number) {
  const kept = useRoomKept();
  const client = useQueryClient();
  const { communityId } = useSession();
  const onSuccess = (room: Room): Promise<unknown> => {
    kept(room);
    return client.invalidateQueries({ queryKey: [communityId], predicate: ({ queryKey }) => queryKey[1] !== 'review' });
  };
  const onError = (): Promise<unknown> => client.invalidateQueries({ queryKey: root(communityId) });
  return {
    close: useMutation({
      ...inTurn(year),
      mutationFn: async (body: Schemas['CloseReviewDto']) => asRoom(await call(api.POST('/api/reviews/{year}/closing', { params: { path: { year } }, body }))),
      onSuccess,
      onError,
    }),
    reopen: useMutation({
      ...inTurn(year),
      mutationFn: async (body: Schemas['ReopenReviewDto']) => asRoom(await call(api.POST('/api/reviews/{year}/reopening', { params: { path: { year } }, body }))),
      onSuccess,
      onError,
    }),
  };
}
