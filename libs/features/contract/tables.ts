import type { TableRule } from '@maillage/platform';

/** The tables of this area that are not ordinary tables of a community. */
export const contractTables: readonly TableRule[] = [
  {
    table: 'agreement_version',
    reason: 'Versions of the national agreement, the same for everyone: added by the operator with the owner of the database, only read by the product.',
    grants: { app: ['select'] },
  },
];
