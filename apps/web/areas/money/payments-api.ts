import type { components } from '@maillage/api-client';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../app/session';
import { api, call } from '../../lib/api';

type Schemas = components['schemas'];

export type PaymentsPage = Schemas['PaymentsPageDto'];
export type PaymentYear = Schemas['PaymentYearDto'];
export type PaymentLine = Schemas['PaymentLineDto'];
export type ReceivedPayment = Schemas['PaymentReceivedDto'];
export type PaymentContent = Omit<Schemas['ChangePaymentDto'], 'revision'>;

/** What is expected from the caisse and what came in. */
export const paymentsQuery = (communityId: string) =>
  queryOptions({
    queryKey: [communityId, 'money', 'payments'] as const,
    queryFn: ({ signal }): Promise<PaymentsPage> => call(api.GET('/api/money/payments', { signal })),
  });

function useKept(): (page: PaymentsPage) => Promise<unknown> {
  const client = useQueryClient();
  const { communityId } = useSession();
  return (page) => {
    client.setQueryData(paymentsQuery(communityId).queryKey, page);
    return Promise.all(['steering', 'journal', 'calendar'].map((part) => client.invalidateQueries({ queryKey: [communityId, part] })));
  };
}

/** Records an amount received, or corrects one: with `revision` it is known already. */
export function useSavePayment() {
  const onSuccess = useKept();
  return useMutation({
    mutationFn: ({ id, revision, ...content }: PaymentContent & { id: string; revision: number | null }): Promise<PaymentsPage> =>
      revision === null
        ? call(api.POST('/api/money/payments', { body: { id, ...content } }))
        : call(api.PUT('/api/money/payments/{paymentId}', { params: { path: { paymentId: id } }, body: { revision, ...content } })),
    onSuccess,
  });
}

/** Cancels an amount recorded by mistake. */
export function useCancelPayment() {
  const onSuccess = useKept();
  const client = useQueryClient();
  const { communityId } = useSession();
  return useMutation({
    mutationFn: ({ id, ...body }: { id: string; revision: number; reason: string }): Promise<PaymentsPage> =>
      call(api.POST('/api/money/payments/{paymentId}/cancellation', { params: { path: { paymentId: id } }, body })),
    onSuccess,
    // Refused: the page shows how the payment stands now.
    onError: () => client.invalidateQueries({ queryKey: paymentsQuery(communityId).queryKey }),
  });
}
