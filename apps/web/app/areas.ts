/**
 * The pages of every area. An area exports from `areas/<area>/routes.tsx`:
 * `publicRoutes` (children of `publicRoute`) and `signedInRoutes` (children of `shellRoute`).
 */
export const publicRoutes = [] as const;
export const signedInRoutes = [] as const;
