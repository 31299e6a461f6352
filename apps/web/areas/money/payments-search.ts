import { countParam } from '../../lib/search-params';

/** What the address of the page of the payments says: the contract year shown. */
export const paymentsSearch = (search: Record<string, unknown>): { annee?: number } => ({ annee: countParam(search['annee']) });
