import { RecordPayment, SaveScenario } from '@maillage/features/money';
import { makeSignedYear } from '@maillage/features/testing';
import type { Foreign } from './foreign';

let names = 0;

/** What this area names in addresses. */
export const moneyForeign: Foreign = {
  makers: {
    paymentId: async (app, community) => {
      await makeSignedYear(app, community);
      const id = app.db.ids.next();
      await app.get(RecordPayment).execute(community.coordinator, { id, receivedOn: '2022-05-02', cents: 100_000, reference: null, note: null, parts: [] });
      return id;
    },
    scenarioId: async (app, community) => {
      await makeSignedYear(app, community);
      const scenario = { id: app.db.ids.next(), year: 5, name: `Scénario ${(names += 1)}`, values: [{ code: 'mt-ald', value: 100 }] };
      return (await app.get(SaveScenario).execute(community.coordinator, scenario)).id;
    },
  },
};
