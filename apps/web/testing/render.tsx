import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { Providers } from '../app/providers';
import { makeQueryClient } from '../app/query-client';
import { signInHref } from '../app/return-address';
import { makeRouter } from '../app/router';
import { sessionQuery } from '../app/session';
import { parseSearch, stringifySearch } from '../lib/search-params';
import type { Role, Session } from '../lib/session-types';

/** A session of a coordinator of a made-up community; `testSession({ role: 'board' })` for another role. */
export function testSession(change: { role?: Exclude<Role, 'operator'>; demo?: boolean; several?: boolean } = {}): Session {
  const here = {
    id: '01890000-0000-7000-8000-000000000001',
    name: 'du Val Clair',
    label: 'CPTS',
    role: change.role ?? ('coordinator' as const),
    organisation: change.role === 'reader' ? 'ARS' : null,
    demo: change.demo ?? false,
    timeZone: 'Europe/Paris',
  };
  const there = { ...here, id: '01890000-0000-7000-8000-000000000002', name: 'des Deux Rives', role: 'board' as const };
  return {
    person: { id: '01890000-0000-7000-8000-0000000000aa', givenName: 'Claire', familyName: 'Martin', email: 'claire.martin@exemple.fr' },
    community: here,
    communities: change.several ? [here, there] : [here],
    role: here.role,
    rights: [],
  };
}

/** Draws a part of a page at an address, as a signed-in person. Gives the router, to look at the address. */
export async function renderPart(part: ReactNode, { at = '/', session = testSession() }: { at?: string; session?: Session | null } = {}) {
  const client = makeQueryClient(() => undefined);
  client.setQueryData(sessionQuery.queryKey, session);
  const root = createRootRoute();
  const page = createRoute({ getParentRoute: () => root, path: '$', component: () => <div data-testid="part">{part}</div> });
  const home = createRoute({ getParentRoute: () => root, path: '/', component: () => <div data-testid="part">{part}</div> });
  const router = createRouter({ routeTree: root.addChildren([home, page]), history: createMemoryHistory({ initialEntries: [at] }), parseSearch, stringifySearch });
  const view = render(
    <Providers client={client} env="test">
      <RouterProvider router={router as never} />
    </Providers>,
  );
  await screen.findByTestId('part');
  return { ...view, client, address: () => router.state.location.href };
}

/** Opens the whole application at an address; `serveApi` says what the server answers. */
export function openApp(at: string) {
  const client = makeQueryClient(() => void router.navigate({ href: signInHref(router.state.location.href) }));
  const router = makeRouter(client, createMemoryHistory({ initialEntries: [at] }));
  const view = render(
    <Providers client={client} env="test">
      <RouterProvider router={router} />
    </Providers>,
  );
  return { ...view, client, router, address: () => router.state.location.href };
}
