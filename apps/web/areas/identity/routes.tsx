import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { homeHref, safeReturn } from '../../app/return-address';
import { publicRoute, shellRoute } from '../../app/root-routes';
import { ensureSession } from '../../app/session';
import { tableSearch } from '../../ui/table/table-state';
import { accessQuery, mySessionsQuery } from './api';

const signIn = createRoute({
  getParentRoute: () => publicRoute,
  path: '/connexion',
  validateSearch: (search: Record<string, unknown>): { retour?: string } => ({ retour: safeReturn(search['retour']) }),
  beforeLoad: async ({ context, search }) => {
    const { view } = await ensureSession(context.queryClient);
    if (view) throw redirect({ href: search.retour ?? homeHref, replace: true });
  },
  component: lazyRouteComponent(() => import('./sign-in-page'), 'SignInPage'),
});

const forgotten = createRoute({
  getParentRoute: () => publicRoute,
  path: '/mot-de-passe-oublie',
  component: lazyRouteComponent(() => import('./forgotten-page'), 'ForgottenPage'),
});

const newPassword = createRoute({
  getParentRoute: () => publicRoute,
  path: '/nouveau-mot-de-passe',
  component: lazyRouteComponent(() => import('./new-password-page'), 'NewPasswordPage'),
});

const invitation = createRoute({
  getParentRoute: () => publicRoute,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./invitation-page'), 'InvitationPage'),
});

const profile = createRoute({
  getParentRoute: () => shellRoute,
  path: '/profil',
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(mySessionsQuery),
  component: lazyRouteComponent(() => import('./profile-page'), 'ProfilePage'),
});

const access = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reglages/acces',
  validateSearch: tableSearch,
  loader: ({ context: { queryClient, session } }) => queryClient.ensureQueryData(accessQuery(session.communityId)),
  component: lazyRouteComponent(() => import('./access-page'), 'AccessPage'),
});

/** The pages open to anyone. */
export const publicRoutes = [signIn, forgotten, newPassword, invitation] as const;

/** The pages of whoever is signed in. */
export const signedInRoutes = [profile, access] as const;
