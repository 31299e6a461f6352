import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import { StatusIcon } from './status-badge';

/** The refusal of a whole form, above its buttons, read aloud when it comes. */
export function FormError({ children }: { children: ReactNode }) {
  return (
    <Alert color="red" icon={<StatusIcon tone="late" size={20} />} role="alert" mt="md">
      {children}
    </Alert>
  );
}
