import type { ContractIndicator, ContractTerms } from '@maillage/domain/contract';
import { refusal } from '../testing/refusal';
import { checkScenario, scenarioLimits, supposeValues, valueRange, valuesOfTerms } from './scenario';

const amount = { cents: 0, confirmed: true };
const indicator = (change: Partial<ContractIndicator> & { code: string }): ContractIndicator => ({
  title: change.code,
  clause: null,
  source: 'cpts',
  kind: 'count',
  direction: 'up',
  baseline: null,
  scoring: { mode: 'target', threshold: 10, cents: 1000 },
  maxCents: 1000,
  evidence: [],
  note: null,
  onlyIfCrisis: false,
  ...change,
});
const rate = indicator({ code: 'rate', kind: 'rate', scoring: { mode: 'tiers', tiers: [{ label: 'socle', threshold: 69.7, cents: 1 }] } });
const count = indicator({ code: 'count' });
const done = indicator({ code: 'done', kind: 'done', direction: null, scoring: { mode: 'done', cents: 1000 } });
const terms: ContractTerms = {
  operating: amount,
  missions: [
    { code: 'prevention', kind: 'core', fixed: amount, variable: amount, variableIfCrisis: null, actions: [{ code: 'a', title: 'A', indicators: [rate, count, done] }] },
  ],
};
const check = (values: { code: string; value: number }[], name = 'Tout au palier suivant') => checkScenario({ name, year: 5, values }, terms);

describe('a scenario', () => {
  it('keeps a tidy name and its values in the order of the contract', () => {
    expect(check([{ code: 'done', value: 1 }, { code: 'rate', value: 72.4 }], '  Tout  au palier ')).toEqual({
      name: 'Tout au palier',
      year: 5,
      values: [
        { code: 'rate', value: 72.4 },
        { code: 'done', value: 1 },
      ],
    });
  });

  it.each([
    ['no value', [], 'scenario-empty'],
    ['an unknown code', [{ code: 'other', value: 1 }], 'scenario-indicator-unknown'],
    ['a code twice', [{ code: 'count', value: 1 }, { code: 'count', value: 2 }], 'scenario-indicator-unknown'],
    ['a negative number', [{ code: 'count', value: -1 }], 'scenario-value-invalid'],
    ['no number', [{ code: 'count', value: Number.NaN }], 'scenario-value-invalid'],
    ['too large a number', [{ code: 'count', value: scenarioLimits.value + 1 }], 'scenario-value-invalid'],
    ['a rate above 100', [{ code: 'rate', value: 100.1 }], 'scenario-value-invalid'],
    ['too many decimals', [{ code: 'rate', value: 1.000_01 }], 'scenario-value-invalid'],
    ['neither yes nor no', [{ code: 'done', value: 0.5 }], 'scenario-value-invalid'],
  ])('with %s is refused', (_, values, code) => {
    expect(refusal(() => check(values))).toBe(code);
  });

  it.each([
    [' ', 'text-missing'],
    ['x'.repeat(81), 'text-too-long'],
    ['Madame X née le 12/03/1954', 'patient-identifier'],
  ])('named « %s » is refused', (name, code) => {
    expect(refusal(() => check([{ code: 'count', value: 1 }], name))).toBe(code);
  });

  it('follows a contract that goes beyond 100 %', () => {
    expect(valueRange({ ...rate, scoring: { mode: 'target', threshold: 120, cents: 1 } }).max).toBe(120);
    expect(valueRange({ ...rate, scoring: { mode: 'linear', threshold: 80, cents: 1 }, baseline: { value: 150, on: null } }).max).toBe(150);
    expect(valueRange({ ...rate, scoring: { mode: 'done', cents: 1 } }).max).toBe(100);
  });

  it('drops what an amendment dropped', () => {
    expect(valuesOfTerms([{ code: 'count', value: 3 }, { code: 'gone', value: 1 }], terms)).toEqual([{ code: 'count', value: 3 }]);
  });

  it('counts a supposed value as validated and leaves the others as they are', () => {
    const draft = { value: 2, status: 'draft' as const, asOf: '2026-09-30', source: 'CPAM', evidence: 1 };
    expect(supposeValues({ count: draft, rate: draft }, [{ code: 'count', value: 12 }])).toEqual({
      count: { value: 12, status: 'validated', asOf: null, source: null, evidence: 0 },
      rate: draft,
    });
  });
});
