import { api, call } from '../lib/api';
import { ApiError } from '../lib/api-error';
import type { ContractYear, Session } from '../lib/session-types';

/** The session of the cookie, or null without one. */
export async function loadSession(signal?: AbortSignal): Promise<Session | null> {
  try {
    return await call(api.GET('/api/session', { signal }));
  } catch (error) {
    if (error instanceof ApiError && error.isSignedOut) return null;
    throw error;
  }
}

/** The contract year of today, or null when none runs. */
export const loadContractYear = async (signal?: AbortSignal): Promise<ContractYear | null> =>
  (await call(api.GET('/api/contract/current-year', { signal }))) ?? null;

/** Shows another community of the same person. */
export const enterCommunity = (communityId: string): Promise<Session> => call(api.POST('/api/session/community', { body: { communityId } }));

/** Ends this session. */
export const endSession = (): Promise<unknown> => call(api.DELETE('/api/session'));

/** Ends every session of the person. */
export const endEverySession = (): Promise<unknown> => call(api.DELETE('/api/account/sessions'));
