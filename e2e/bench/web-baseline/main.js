// The least a page of this kind weighs: React, the router and the query cache, one route, one query, one heading.
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { createRootRoute, createRoute, createRouter, Outlet, RouterProvider } from '@tanstack/react-router';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

const root = createRootRoute({ component: () => createElement(Outlet) });
const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: function Home() {
    const { data } = useQuery({ queryKey: ['words'], queryFn: async () => 'Page de référence' });
    return createElement('h1', null, data);
  },
});
const router = createRouter({ routeTree: root.addChildren([home]) });
const client = new QueryClient();

createRoot(globalThis.document.getElementById('root')).render(createElement(QueryClientProvider, { client }, createElement(RouterProvider, { router })));
