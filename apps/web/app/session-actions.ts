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

  const forget = async (href: string): Promise<void> => {
    await client.cancelQueries();
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    await router.navigate({ href });
    await router.invalidate();
  };

  const enter = useMutation({
    mutationFn: enterCommunity,
    onSuccess: async (session) => {
      client.setQueryData(sessionQuery.queryKey, session);
      await forget(homeHref);
    },
    onError: (error) => toast.failed(error),
  });

  const left = async (): Promise<void> => {
    forgetSession(client);
    await forget(signInPath);
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
