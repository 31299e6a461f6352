import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/root-routes';
import { tableSearch } from '../../ui/table/table-state';
import { receivedQuery, receivedReportQuery, recipientsQuery, reportQuery, reportsQuery } from './api';

const list = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rapports',
  validateSearch: tableSearch,
  loader: ({ context: { queryClient, session } }) => queryClient.ensureQueryData(reportsQuery(session.communityId)),
  component: lazyRouteComponent(() => import('./list-page'), 'ReportsPage'),
});

const report = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rapports/$reportId',
  validateSearch: tableSearch,
  loader: ({ context: { queryClient, session }, params: { reportId } }) => queryClient.ensureQueryData(reportQuery(session.communityId, reportId)),
  component: lazyRouteComponent(() => import('./report-page'), 'ReportPage'),
});

const recipients = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reglages/destinataires',
  loader: ({ context: { queryClient, session } }) => queryClient.ensureQueryData(recipientsQuery(session.communityId)),
  component: lazyRouteComponent(() => import('./recipients-page'), 'RecipientsSettingsPage'),
});

const received = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rapports-recus',
  validateSearch: tableSearch,
  loader: ({ context: { queryClient, session } }) => queryClient.ensureQueryData(receivedQuery(session.communityId)),
  component: lazyRouteComponent(() => import('./received-page'), 'ReceivedReportsPage'),
});

const receivedReport = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rapports-recus/$publicationId',
  validateSearch: tableSearch,
  loader: ({ context: { queryClient, session }, params: { publicationId } }) =>
    queryClient.ensureQueryData(receivedReportQuery(session.communityId, publicationId)),
  component: lazyRouteComponent(() => import('./received-report-page'), 'ReceivedReportPage'),
});

/** The pages of this area. */
export const signedInRoutes = [list, report, recipients, received, receivedReport] as const;
