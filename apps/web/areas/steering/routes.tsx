import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { shellRoute } from '../../app/root-routes';
import { textParam } from '../../lib/search-params';
import { boardQuery, homeQuery, missionQuery } from './api';
import { calendarQuery, feedQuery } from './calendar-api';

const home = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  // Who reads only what is published has no dashboard.
  beforeLoad: ({ context: { session } }) => {
    if (!session.rights.has('steering.read')) throw redirect({ to: '/rapports-recus' as never });
  },
  loader: ({ context: { queryClient, session } }) => queryClient.ensureQueryData(homeQuery(session.communityId)),
  component: lazyRouteComponent(() => import('./home-page'), 'HomePage'),
});

const board = createRoute({
  getParentRoute: () => shellRoute,
  path: '/page-du-bureau',
  loader: ({ context: { queryClient, session } }) => queryClient.ensureQueryData(boardQuery(session.communityId)),
  component: lazyRouteComponent(() => import('./board-page'), 'BoardPage'),
});

const mission = createRoute({
  getParentRoute: () => shellRoute,
  path: '/missions/$code',
  loader: ({ context: { queryClient, session }, params: { code } }) => queryClient.ensureQueryData(missionQuery(session.communityId, code)),
  component: lazyRouteComponent(() => import('./mission-page'), 'MissionPage'),
});

const calendar = createRoute({
  getParentRoute: () => shellRoute,
  path: '/calendrier',
  validateSearch: (search: Record<string, unknown>) => ({ nature: textParam(search['nature']) }),
  loader: ({ context: { queryClient, session } }) =>
    Promise.all([queryClient.ensureQueryData(calendarQuery(session.communityId)), queryClient.ensureQueryData(feedQuery(session.communityId))]),
  component: lazyRouteComponent(() => import('./calendar-page'), 'CalendarPage'),
});

/** The pages of this area. */
export const signedInRoutes = [home, board, mission, calendar] as const;
