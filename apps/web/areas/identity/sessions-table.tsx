import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { formatWhen } from '../../lib/format';
import { identityText } from '../../messages/identity';
import { type Column, DataTable, StatusBadge, useToast } from '../../ui';
import { type MySession, mySessionsQuery, useEndSession } from './api';
import { deviceName } from './device-name';

const text = identityText.profile;

/** The sessions of the person, with the way to end the others. */
export function SessionsTable() {
  const { data: sessions } = useSuspenseQuery(mySessionsQuery);
  const end = useEndSession();
  const toast = useToast();
  const now = new Date();
  const close = async (session: MySession): Promise<void> => {
    try {
      await end.mutateAsync(session.id);
      toast.done(text.ended);
    } catch (failure) {
      toast.failed(failure);
    }
  };
  const columns: Column<MySession>[] = [
    { key: 'appareil', label: text.device, value: ({ userAgent }) => deviceName(userAgent), unsorted: true },
    { key: 'activite', label: text.lastSeen, value: ({ lastSeenAt }) => lastSeenAt, render: ({ lastSeenAt }) => formatWhen(new Date(lastSeenAt), now), unsorted: true, card: 'main' },
    { key: 'ouverte', label: text.opened, value: ({ createdAt }) => createdAt, render: ({ createdAt }) => formatWhen(new Date(createdAt), now), unsorted: true },
    { key: 'adresse', label: text.address, value: ({ address }) => address, unsorted: true },
    {
      key: 'fermer',
      label: identityText.access.actions,
      value: ({ current }) => (current ? text.here : null),
      unsorted: true,
      render: (session) =>
        session.current ? (
          <StatusBadge tone="on-track" label={text.here} plain />
        ) : (
          <Button variant="default" size="sm" aria-label={text.endOf(deviceName(session.userAgent))} loading={end.isPending && end.variables === session.id} onClick={() => void close(session)}>
            {text.end}
          </Button>
        ),
    },
  ];
  return <DataTable id="sessions" caption={text.sessionsTable} columns={columns} rows={sessions} rowKey={({ id }) => id} empty={null} simple />;
}
