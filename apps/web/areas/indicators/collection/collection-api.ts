import type { components } from '@maillage/api-client';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../../app/session';
import { api, call } from '../../../lib/api';

type Schemas = components['schemas'];

export type CollectionPage = Schemas['CollectionPageDto'];
export type CollectionGroup = Schemas['CollectionGroupDto'];
export type CollectionLine = Schemas['CollectionLineDto'];
export type CollectionRates = Schemas['CollectionRatesDto'];
export type CollectionSettings = Schemas['CollectionSettingsDto'];
export type Reminder = Schemas['ReminderDto'];
export type Absence = Schemas['AbsenceDto'];

const root = (communityId: string) => [communityId, 'collection'] as const;

/** The round of a period; the newest that misses an answer when none is named. */
export const collectionQuery = (communityId: string, period?: string) =>
  queryOptions({
    queryKey: [...root(communityId), 'page', period ?? null] as const,
    queryFn: ({ signal }): Promise<CollectionPage> => call(api.GET('/api/collection', { params: { query: { period } }, signal })),
  });

/** The reminders that named values of a period. */
export const remindersQuery = (communityId: string, period: string) =>
  queryOptions({
    queryKey: [...root(communityId), 'reminders', period] as const,
    queryFn: ({ signal }): Promise<Reminder[]> => call(api.GET('/api/collection/reminders', { params: { query: { period } }, signal })),
  });

/** How the community collects. */
export const collectionSettingsQuery = (communityId: string) =>
  queryOptions({
    queryKey: [...root(communityId), 'settings'] as const,
    queryFn: ({ signal }): Promise<CollectionSettings> => call(api.GET('/api/collection/settings', { signal })),
  });

/** An answer changes the round, the lists, the dashboards: everything of the community is read again. */
function useKept(): () => Promise<unknown> {
  const client = useQueryClient();
  const { communityId } = useSession();
  return () => client.invalidateQueries({ queryKey: [communityId] });
}

/** Writes at once to one person, or to everyone who still owes a value. */
export function useRemind() {
  return useMutation({ mutationFn: (body: Schemas['RemindDto']) => call(api.POST('/api/collection/reminders', { body })), onSettled: useKept() });
}

/** Changes how the community collects. */
export function useChangeCollectionSettings() {
  return useMutation({ mutationFn: (body: CollectionSettings) => call(api.PUT('/api/collection/settings', { body })), onSuccess: useKept() });
}

/** Where an answer without a value is given. */
export interface AbsencePlace {
  indicatorId: string;
  periodKey: string;
}

/** Says that a period has no value, and why. */
export function useStateAbsence(path: AbsencePlace) {
  return useMutation({
    mutationFn: (body: Schemas['StateAbsenceDto']) => call(api.PUT('/api/indicators/{indicatorId}/absences/{periodKey}', { params: { path: { ...path } }, body })),
    onSuccess: useKept(),
  });
}

/** Takes that answer back. */
export function useWithdrawAbsence(path: AbsencePlace) {
  return useMutation({
    mutationFn: (revision: number) => call(api.DELETE('/api/indicators/{indicatorId}/absences/{periodKey}', { params: { path: { ...path }, query: { revision } } })),
    onSuccess: useKept(),
  });
}
