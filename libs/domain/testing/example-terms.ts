import type { ContractIndicator, ContractTerms, Scoring } from '@maillage/domain/contract';
import example from '../contract/testing/contract-example.json';

interface WrittenIndicator {
  code: string;
  title: string;
  source: 'cpam' | 'cpts';
  kind: ContractIndicator['kind'];
  direction?: 'up' | 'down';
  baseline?: number;
  scoring: Scoring;
  maxCents: number;
  evidence: string[];
}

interface WrittenMission {
  code: string;
  kind: 'core' | 'optional';
  fixedCents: number;
  variableCents: number;
  variableIfCrisisCents?: number;
  actions: { code: string; title: string; indicators: WrittenIndicator[] }[];
}

const { operating, missions } = example as unknown as { operating: { cents: number }; missions: WrittenMission[] };

/** The terms of the example contract, as its import reads them. */
export const exampleTerms: ContractTerms = {
  operating: { cents: operating.cents, confirmed: true },
  missions: missions.map(({ code, kind, fixedCents, variableCents, variableIfCrisisCents, actions }) => ({
    code,
    kind,
    fixed: { cents: fixedCents, confirmed: true },
    variable: { cents: variableCents, confirmed: true },
    variableIfCrisis: variableIfCrisisCents === undefined ? null : { cents: variableIfCrisisCents, confirmed: true },
    actions: actions.map((action) => ({
      ...action,
      indicators: action.indicators.map(
        (indicator): ContractIndicator => ({
          ...indicator,
          clause: null,
          note: null,
          direction: indicator.direction ?? null,
          baseline: indicator.baseline === undefined ? null : { value: indicator.baseline, on: null },
          onlyIfCrisis: indicator.code === 'crisis-response',
        }),
      ),
    })),
  })),
};
