import type { components } from '@maillage/api-client';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { api, call } from '../../../lib/api';
import { useKept } from '../api';

type Schemas = components['schemas'];

export type WaitingPage = Schemas['WaitingPageDto'];
export type WaitingValue = Schemas['WaitingValueDto'];
/** What the page is narrowed to. */
export type WaitingChoice = { period?: string; words?: string };
export type LocksPage = Schemas['LocksPageDto'];
export type LockLine = Schemas['LockLineDto'];
export type LockExceptionLine = Schemas['LockExceptionLineDto'];
export type ValidationSettings = Schemas['ValidationSettingsDto'];

const root = (communityId: string) => [communityId, 'validation'] as const;

/** What is not validated. */
export const waitingQuery = (communityId: string) =>
  queryOptions({
    queryKey: [...root(communityId), 'waiting'] as const,
    queryFn: ({ signal }): Promise<WaitingPage> => call(api.GET('/api/measures/waiting', { signal })),
  });

/** What validating everything of a choice would do, as it stands when it is asked. */
export const waitingCountQuery = (communityId: string, choice: WaitingChoice) =>
  queryOptions({
    queryKey: [...root(communityId), 'count', choice] as const,
    queryFn: ({ signal }): Promise<Schemas['WaitingCountDto']> => call(api.GET('/api/measures/waiting/validation', { params: { query: choice }, signal })),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    retry: false,
  });

/** Takes every value of a choice further, as counted, request after request; how many went. */
export function useValidateWaiting() {
  return useMutation({
    mutationFn: async (body: WaitingChoice & { asOf: string }): Promise<number> => {
      let advanced = 0;
      for (;;) {
        const done = await call(api.POST('/api/measures/waiting/validation', { body }));
        advanced += done.advanced;
        if (done.more === 0 || done.advanced === 0) return advanced;
      }
    },
    onSettled: useKept(),
  });
}

/** How values are validated. */
export const validationSettingsQuery = (communityId: string) =>
  queryOptions({
    queryKey: [...root(communityId), 'settings'] as const,
    queryFn: ({ signal }): Promise<ValidationSettings> => call(api.GET('/api/measures/validation/settings', { signal })),
  });

/** Locks and exceptions. */
export const locksQuery = (communityId: string) =>
  queryOptions({
    queryKey: [...root(communityId), 'locks'] as const,
    queryFn: ({ signal }): Promise<LocksPage> => call(api.GET('/api/period-locks', { signal })),
  });

/** What locking a period would do. */
export const lockPreviewQuery = (communityId: string, period: string) =>
  queryOptions({
    queryKey: [...root(communityId), 'preview', period] as const,
    queryFn: ({ signal }): Promise<Schemas['LockPreviewDto']> => call(api.GET('/api/period-locks/preview', { params: { query: { period } }, signal })),
    staleTime: 0,
    enabled: period !== '',
  });

/** Sends a draft to those who validate. */
export function useSubmitMeasure() {
  return useMutation({
    mutationFn: ({ measureId, ...body }: { measureId: string; revision: number }) =>
      call(api.POST('/api/measures/{measureId}/submission', { params: { path: { measureId } }, body })),
    onSettled: useKept(),
  });
}

/** Sends a value back with a remark. */
export function useSendBack() {
  return useMutation({
    mutationFn: ({ measureId, ...body }: { measureId: string; revision: number; remark: string }) =>
      call(api.POST('/api/measures/{measureId}/return', { params: { path: { measureId } }, body })),
    onSettled: useKept(),
  });
}

/** Changes how values are validated. */
export function useChangeValidation() {
  return useMutation({
    mutationFn: (body: Schemas['ChangeValidationDto']) => call(api.PUT('/api/measures/validation/settings', { body })),
    onSettled: useKept(),
  });
}

/** Locks a period. */
export function useLockPeriod() {
  return useMutation({ mutationFn: (body: { period: string; seenLeft: number }) => call(api.POST('/api/period-locks', { body })), onSettled: useKept() });
}

/** Opens a locked period again. */
export function useUnlockPeriod() {
  return useMutation({
    mutationFn: ({ lockId, ...body }: { lockId: string; reason: string }) => call(api.POST('/api/period-locks/{lockId}/unlocking', { params: { path: { lockId } }, body })),
    onSettled: useKept(),
  });
}

/** Grants an exception. */
export function useGrantException() {
  return useMutation({ mutationFn: (body: Schemas['GrantExceptionDto']) => call(api.POST('/api/period-locks/exceptions', { body })), onSuccess: useKept() });
}

/** Takes an exception back. */
export function useCloseException() {
  return useMutation({
    mutationFn: (exceptionId: string) => call(api.DELETE('/api/period-locks/exceptions/{exceptionId}', { params: { path: { exceptionId } } })),
    onSettled: useKept(),
  });
}
