import type { ContractIndicator } from '@maillage/domain/contract';
import { makeSignedYear } from '@maillage/features/testing';
import type { Foreign, ForeignMaker } from './foreign';

/** Codes are written in a contract, so two communities may have the same: each is given its own here. */
const codes = new Map<string, string>();
const unknown = { cents: null, confirmed: false };
const sample: Omit<ContractIndicator, 'code'> = {
  title: 'Essai', clause: null, source: 'cpts', kind: 'done', direction: null, baseline: null, scoring: { mode: 'done', cents: 1_000 }, maxCents: 1_000,
  evidence: [], note: null, onlyIfCrisis: false,
};

/** The third contract year, whose only action and only indicator have the same code. */
const reviewed = (parameter: string): ForeignMaker => async (app, community) => {
  const code = codes.get(community.id) ?? `dialogue-${codes.size + 1}`;
  codes.set(community.id, code);
  const action = { code, title: 'Action', indicators: [{ ...sample, code }] };
  const missions = [{ code: 'prevention', kind: 'core' as const, fixed: unknown, variable: unknown, variableIfCrisis: null, actions: [action] }];
  await makeSignedYear(app, community, 3, { operating: unknown, missions });
  return { year: '3', [parameter]: code };
};

/** What this area names in addresses. */
export const reviewForeign: Foreign = {
  makers: { reviewedCode: reviewed('reviewedCode'), preparedCode: reviewed('preparedCode') },
  bodies: { 'PUT /api/reviews/{year}/proposals/{reviewedCode}': { revision: 0, renewed: false } },
};
