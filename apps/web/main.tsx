import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './styles/fonts.css';
import './styles/global.css';
import './styles/print.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Providers } from './app/providers';
import { makeQueryClient } from './app/query-client';
import { signInHref } from './app/return-address';
import { makeRouter } from './app/router';
import { shareNonce } from './lib/csp-nonce';

shareNonce();

const client = makeQueryClient(() => {
  void router.navigate({ href: signInHref(router.state.location.href) });
});
const router = makeRouter(client);

const place = document.getElementById('root');
if (!place) throw new Error('No #root in the page.');
createRoot(place).render(
  <StrictMode>
    <Providers client={client}>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
);
