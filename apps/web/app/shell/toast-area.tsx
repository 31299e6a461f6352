import { Notifications } from '@mantine/notifications';

/** Short messages at the top of the screen. */
export function ToastArea() {
  return <Notifications position="top-center" limit={4} />;
}
