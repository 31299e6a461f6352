import { MantineProvider } from '@mantine/core';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { cspNonce } from '../lib/csp-nonce';
import { cssVariables, theme } from '../ui/theme/theme';

interface ProvidersProps {
  client: QueryClient;
  children: ReactNode;
  /** Under test: no animation. */
  env?: 'default' | 'test';
}

/** What every page needs around it. */
export function Providers({ client, children, env = 'default' }: ProvidersProps) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto" getStyleNonce={cspNonce} env={env}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </MantineProvider>
  );
}
