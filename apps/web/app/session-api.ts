import { ApiError, errorFromAnswer, networkError } from '../lib/api-error';
import type { ContractYear, Session } from '../lib/session-types';

async function ask<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await globalThis
    .fetch(new URL(path, window.location.origin), {
      method,
      signal,
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...(method === 'GET' ? {} : { 'x-maillage': '1', 'content-type': 'application/json' }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    .catch(() => {
      throw networkError();
    });
  const text = await response.text();
  const answer: unknown = text === '' ? null : JSON.parse(text);
  if (!response.ok) throw errorFromAnswer(response, answer);
  return answer as T;
}

/** The session of the cookie, or null without one. */
export async function loadSession(signal?: AbortSignal): Promise<Session | null> {
  try {
    return await ask<Session>('GET', '/api/session', undefined, signal);
  } catch (error) {
    if (error instanceof ApiError && error.isSignedOut) return null;
    throw error;
  }
}

/** The contract year of today, or null without a contract. */
export async function loadContractYear(signal?: AbortSignal): Promise<ContractYear | null> {
  try {
    return await ask<ContractYear | null>('GET', '/api/contract/current-year', undefined, signal);
  } catch (error) {
    if (error instanceof ApiError && error.isNotFound) return null;
    throw error;
  }
}

/** Shows another community of the same person. */
export const enterCommunity = (communityId: string): Promise<unknown> => ask('POST', '/api/session/community', { communityId });

/** Ends this session. */
export const endSession = (): Promise<unknown> => ask('DELETE', '/api/session');

/** Ends every session of the person. */
export const endEverySession = (): Promise<unknown> => ask('DELETE', '/api/account/sessions');
