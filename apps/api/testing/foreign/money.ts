import type { ContractIndicator } from '@maillage/domain/contract';
import { RecordPayment, SaveScenario } from '@maillage/features/money';
import { makeSignedYear } from '@maillage/features/testing';
import type { Foreign } from './foreign';

let names = 0;

/** Codes are written in a contract, so two communities may have the same: each is given its own here. */
const codes = new Map<string, string>();
const unknown = { cents: null, confirmed: false };
const sample: Omit<ContractIndicator, 'code'> = {
  title: 'Essai', clause: null, source: 'cpts', kind: 'done', direction: null, baseline: null, scoring: { mode: 'done', cents: 1_000 }, maxCents: 1_000,
  evidence: [], note: null, onlyIfCrisis: false,
};

/** What this area names in addresses. */
export const moneyForeign: Foreign = {
  makers: {
    contractCode: async (app, community) => {
      const code = codes.get(community.id) ?? `essai-${codes.size + 1}`;
      codes.set(community.id, code);
      const action = { code: 'essai', title: 'Action', indicators: [{ ...sample, code }] };
      const missions = [{ code: 'prevention', kind: 'core' as const, fixed: unknown, variable: unknown, variableIfCrisis: null, actions: [action] }];
      await makeSignedYear(app, community, 4, { operating: unknown, missions });
      return code;
    },
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
  bodies: { 'PUT /api/money/links/{contractCode}': { indicatorId: null, revision: 0 } },
};
