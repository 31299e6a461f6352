/** The pages of this area. */
export const signedInRoutes = [] as const;
