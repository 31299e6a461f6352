import { notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import { errorSentence } from '../lib/api-error';
import { uiText } from '../messages/ui';
import { StatusIcon } from './status-badge';

/** Short messages at the edge of the screen, also read aloud. What failed stays until it is closed. */
export interface Toast {
  done(sentence: string): void;
  failed(error: unknown, title?: string): void;
}

const closeButtonProps = { 'aria-label': uiText.toast.close, size: 44 };

/** For pages behind the sign-in: `toast.done('Valeur enregistrée.')`, `toast.failed(error)`. */
export function useToast(): Toast {
  return useMemo(
    () => ({
      done: (sentence) => {
        notifications.show({ message: sentence, color: 'green', icon: <StatusIcon tone="attained" size={18} />, role: 'status', autoClose: 5000, closeButtonProps });
      },
      failed: (error, title = uiText.toast.failed) => {
        notifications.show({ title, message: errorSentence(error), color: 'red', icon: <StatusIcon tone="late" size={18} />, role: 'alert', autoClose: false, closeButtonProps });
      },
    }),
    [],
  );
}
