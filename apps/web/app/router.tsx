import type { QueryClient } from '@tanstack/react-query';
import { createRouter, type RouterHistory } from '@tanstack/react-router';
import { parseSearch, stringifySearch } from '../lib/search-params';
import { PageSkeleton } from '../ui/skeletons';
import { publicRoutes, signedInRoutes } from './areas';
import { ErrorPage } from './error-page';
import { NotFoundPage } from './not-found-page';
import { publicRoute, rootRoute, shellRoute, unknownRoute } from './root-routes';

const routeTree = rootRoute.addChildren([publicRoute.addChildren([...publicRoutes]), shellRoute.addChildren([...signedInRoutes, unknownRoute])]);

/** The router; each page is loaded when it is first wanted, and as soon as a link to it is approached. */
export function makeRouter(queryClient: QueryClient, history?: RouterHistory) {
  return createRouter({
    routeTree,
    history,
    context: { queryClient },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 200,
    defaultPendingMinMs: 300,
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
