import * as community from '../areas/community/routes';
import * as contract from '../areas/contract/routes';
import * as identity from '../areas/identity/routes';
import * as indicators from '../areas/indicators/routes';
import * as money from '../areas/money/routes';
import * as project from '../areas/project/routes';
import * as reports from '../areas/reports/routes';
import * as review from '../areas/review/routes';
import * as steering from '../areas/steering/routes';

/**
 * The pages of every area. An area exports from `areas/<area>/routes.tsx`:
 * `publicRoutes` (children of `publicRoute`) and `signedInRoutes` (children of `shellRoute`).
 */
export const publicRoutes = [...identity.publicRoutes, ...indicators.publicRoutes] as const;
/** The pages behind the sign-in, in the order of the areas. */
export const signedInRoutes = [...identity.signedInRoutes, ...community.signedInRoutes, ...contract.signedInRoutes, ...project.signedInRoutes, ...indicators.signedInRoutes, ...money.signedInRoutes, ...review.signedInRoutes, ...steering.signedInRoutes, ...reports.signedInRoutes] as const;
