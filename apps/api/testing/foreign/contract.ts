import type { Foreign } from './foreign';

/** What this area names in addresses. */
export const contractForeign: Foreign = {
  common: { code: 'A mission of the national agreement, the same for every community.' },
};
