import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { ErrorPage } from './error-page';
import { NotFoundPage } from './not-found-page';
import { PublicLayout } from './public-layout';
import { RootLayout } from './root-layout';
import { sessionQuery, viewOf } from './session';
import { homeHref, safeReturn, signInHref } from './return-address';

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
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ href: signInHref(location.href) });
    if (!session.current) throw redirect({ href: signInHref(safeReturn(location.href) ?? homeHref) });
    return { session: viewOf(session, session.current) };
  },
  component: lazyRouteComponent(() => import('./shell/shell'), 'Shell'),
});
