import type { TableRule } from '@maillage/platform';

const reference = { app: ['select'], directory: ['select'], reader: ['select'] } as const;

/** The tables of this area that are not ordinary tables of a community. */
export const communityTables: readonly TableRule[] = [
  {
    table: 'commune',
    reason: 'The communes of the whole country, the same for everyone, never written by the product.',
    grants: reference,
  },
  { table: 'epci', reason: 'The intercommunalities of the whole country, never written by the product.', grants: reference },
  { table: 'department', reason: 'The départements of the whole country, never written by the product.', grants: reference },
];
