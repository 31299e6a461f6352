import { ContractQueries, KeepCrises, RecordContract } from '@maillage/features/contract';
import type { Foreign } from './foreign';

let days = 10;

/** What this area names in addresses. */
export const contractForeign: Foreign = {
  common: {
    code: 'A mission of the national agreement, the same for every community.',
    year: 'A contract year, counted from 1 in every community.',
  },
  makers: {
    crisisId: async (app, { coordinator }) => {
      if (!(await app.get(ContractQueries).contract(coordinator)).contract)
        await app.get(RecordContract).execute(coordinator, { revision: 0, signedOn: '2022-04-15', durationYears: 5, size: 3 });
      const crisis = { kind: 'epidemic-climate', recognisedOn: `2026-07-${(days += 1)}`, reference: null, endedOn: null };
      const { crises } = await app.get(KeepCrises).record(coordinator, crisis);
      return crises.at(-1)?.id ?? '';
    },
  },
};
