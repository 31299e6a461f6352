import type { components } from '@maillage/api-client';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../app/session';
import { api, call } from '../../lib/api';

type Schemas = components['schemas'];

export type Calendar = Schemas['CalendarDto'];
export type CalendarEvent = Schemas['CalendarEventDto'];
export type YearClock = Schemas['YearClockDto'];
export type Feed = Schemas['CalendarFeedDto'];

/** The years that run, and what has a day. */
export const calendarQuery = (communityId: string) =>
  queryOptions({
    queryKey: [communityId, 'steering', 'calendar'] as const,
    queryFn: ({ signal }): Promise<Calendar> => call(api.GET('/api/steering/calendar', { signal })),
    staleTime: 0,
  });

/** The person's private address, without its secret. */
export const feedQuery = (communityId: string) =>
  queryOptions({
    queryKey: [communityId, 'steering', 'calendar-feed'] as const,
    queryFn: ({ signal }): Promise<Feed> => call(api.GET('/api/steering/calendar/feed', { signal })),
    staleTime: 0,
  });

/** Opens an address in place of the one before; the answer is the only time it is told. */
export function useOpenFeed() {
  const client = useQueryClient();
  const { queryKey } = feedQuery(useSession().communityId);
  return useMutation({
    mutationFn: (revision: number) => call(api.POST('/api/steering/calendar/feed', { body: { revision } })),
    onSuccess: ({ createdAt, revision }) => client.setQueryData(queryKey, { createdAt, revision }),
    onError: () => client.invalidateQueries({ queryKey }),
  });
}

/** Closes the address. */
export function useCloseFeed() {
  const client = useQueryClient();
  const { queryKey } = feedQuery(useSession().communityId);
  return useMutation({
    mutationFn: () => call(api.DELETE('/api/steering/calendar/feed')),
    onSuccess: (feed) => client.setQueryData(queryKey, feed),
  });
}
