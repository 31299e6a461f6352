import { pageStamp } from '@maillage/domain/identity';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from '../lib/api-error';
import { knowShownPage } from '../lib/shown-page';
import { forgetSession, sessionQuery } from './session';

/** One client for the whole application; `onSignedOut` runs at the first 401 of a request made while signed in. */
export function makeQueryClient(onSignedOut: () => void): QueryClient {
  const watch = (error: unknown): void => {
    if (!(error instanceof ApiError)) return;
    // The frame follows the session to where it went (shell.tsx).
    if (error.isPageOutdated) void client.invalidateQueries({ queryKey: sessionQuery.queryKey, exact: true });
    if (!error.isSignedOut) return;
    if (!client.getQueryData(sessionQuery.queryKey)) return;
    forgetSession(client);
    onSignedOut();
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // A refusal is an answer; only a silence or a fault of the server is asked again.
        retry: (failures, error) => failures < 2 && !(error instanceof ApiError && error.status >= 400 && error.status < 500),
        throwOnError: false,
      },
      // Without network a write fails at once, and the form says that what is typed is kept; held back in silence, it would be lost by a reload.
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  knowShownPage(() => {
    const session = client.getQueryData(sessionQuery.queryKey);
    return session ? pageStamp({ personId: session.person.id, communityId: session.community?.id ?? null }) : null;
  });
  return client;
}
