import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { ErrorPage } from './error-page';
import { NotFoundPage } from './not-found-page';
import { PublicLayout } from './public-layout';
import { RootLayout } from './root-layout';
import { signInHref } from './return-address';
import { ensureSession } from './session';

/** What every loader receives. */
export interface RouterContext {
  queryClient: QueryClient;
}

/** The root of every page. */
export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: RootLayout,
  errorComponent: ErrorPage,
  notFoundComponent: NotFoundPage,
});

/** Parent of the pages open to anyone: sign-in, invitation, forgotten password. */
export const publicRoute = createRoute({ getParentRoute: () => rootRoute, id: 'public', component: PublicLayout });

/**
 * Parent of the pages behind the sign-in. Without a session, goes to the sign-in page with the address to come back to.
 * Loaders below find the session in `context.session`.
 */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ context, location }) => {
    const { view } = await ensureSession(context.queryClient);
    // Nobody signed in, or no community chosen yet: the sign-in page takes care of both.
    if (!view) throw redirect({ href: signInHref(location.href) });
    return { session: view };
  },
  component: lazyRouteComponent(() => import('./shell/shell'), 'Shell'),
});

/** Every address that is no page: said inside the frame, after the sign-in. */
export const unknownRoute = createRoute({ getParentRoute: () => shellRoute, path: '$', component: NotFoundPage });
