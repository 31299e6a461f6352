import * as community from '../areas/community/routes';
import * as contract from '../areas/contract/routes';

/**
 * The pages of every area. An area exports from `areas/<area>/routes.tsx`:
 * `publicRoutes` (children of `publicRoute`) and `signedInRoutes` (children of `shellRoute`).
 */
export const publicRoutes = [] as const;
export const signedInRoutes = [...community.signedInRoutes, ...contract.signedInRoutes] as const;
