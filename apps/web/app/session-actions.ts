import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { shellText } from '../messages/shell';
import { useToast } from '../ui/toast';
import { homeHref, signInPath } from './return-address';
import { forgetSession, sessionQuery } from './session';
import { endEverySession, endSession, enterCommunity } from './session-api';

/** Entering another community, leaving. Nothing of one community stays in memory for the next. */
export function useSessionActions() {
  const client = useQueryClient();
  const router = useRouter();
  const toast = useToast();

  const forget = (): void => client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });

  const enter = useMutation({
    mutationFn: enterCommunity,
    onSuccess: async (session) => {
      client.setQueryData(sessionQuery.queryKey, session);
      await client.cancelQueries();
      forget();
      await router.navigate({ href: homeHref });
      await router.invalidate();
    },
    onError: (error) => toast.failed(error),
  });

  const left = async (): Promise<void> => {
    forgetSession(client);
    await client.cancelQueries();
    // Only once the pages are gone: one still on screen would ask again, signed out.
    await router.navigate({ href: signInPath });
    forget();
    await router.invalidate();
  };
  const leave = useMutation({ mutationFn: endSession, onSuccess: left, onError: (error) => toast.failed(error, shellText.signOutFailed) });
  const leaveEverywhere = useMutation({ mutationFn: endEverySession, onSuccess: left, onError: (error) => toast.failed(error, shellText.signOutFailed) });

  return {
    enter: (communityId: string) => enter.mutate(communityId),
    entering: enter.isPending,
    leave: () => leave.mutate(),
    leaveEverywhere: () => leaveEverywhere.mutateAsync(),
  };
}
