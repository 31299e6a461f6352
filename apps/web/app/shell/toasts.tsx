import { notificationsStore } from '@mantine/notifications';
import { lazy, Suspense, useEffect, useState } from 'react';

const ToastArea = lazy(async () => ({ default: (await import('./toast-area')).ToastArea }));

/** Where short messages appear: comes with the first of them, the frame does not wait for it. */
export function Toasts() {
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    const look = (): void => {
      if (notificationsStore.getState().notifications.length > 0) setWanted(true);
    };
    look();
    return notificationsStore.subscribe(look);
  }, []);
  return wanted ? (
    <Suspense fallback={null}>
      <ToastArea />
    </Suspense>
  ) : null;
}
