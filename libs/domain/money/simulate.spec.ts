import { agreementByCode, type AgreementVersion, type ContractIndicator, indicatorsOf } from '@maillage/domain/contract';
import { exampleTerms as terms } from '../testing/example-terms';
import { movableIndicators, nextStep, scoreYear, type SimulatedYear, simulateYear, type Standing, type YearPhase } from './index';

const agreement = agreementByCode('aci-cpts/avenant-2') as AgreementVersion;
const validated = (value: number): Standing => ({ value, status: 'validated', asOf: '2026-11-30', source: 'CPAM', evidence: 1 });
const draft = (value: number): Standing => ({ ...validated(value), status: 'draft' });

function year(standings: Record<string, Standing> = {}, phase: YearPhase = 'running', agreed: Record<string, number> = {}): SimulatedYear {
  const euros = scoreYear({ year: 5, start: '2026-04-15', end: '2027-04-14', terms, agreement, standings, phase, crisisRecognised: false, agreed });
  return { euros, terms, standings, crisisRecognised: false };
}

function named(code: string): ContractIndicator {
  const found = indicatorsOf(terms).find(({ indicator }) => indicator.code === code);
  if (!found) throw new Error(`${code} is not in the example`);
  return found.indicator;
}

describe('a simulation', () => {
  it('supposing nothing is the year as it stands', () => {
    for (const phase of ['running', 'over', 'closed'] as const) {
      const before = year({ 'mt-ald': validated(101), 'mt-16': draft(70_000) }, phase, { 'mt-ald': 450_000 });
      expect({ ...simulateYear(before, []), missions: [] }).toEqual({ ...before.euros, missions: [] });
    }
  });

  it('moves the euros of what is supposed, a draft included once supposed reached', () => {
    const before = year({ 'mt-ald': validated(101), 'mt-16': draft(70_000) });
    expect(before.euros.earnedCents).toBe(300_000);
    expect(simulateYear(before, [{ code: 'mt-ald', value: 50 }]).earnedCents).toBe(900_000);
    expect(simulateYear(before, [{ code: 'mt-16', value: 70_000 }]).earnedCents).toBe(800_000);
  });

  it('of a year to come counts as if it ran', () => {
    const simulated = simulateYear(year({}, 'upcoming'), [{ code: 'mt-ald', value: 100 }]);
    expect(simulated).toMatchObject({ phase: 'upcoming', earnedCents: 600_000, atStakeCents: 11_650_000, lostCents: 0 });
  });

  it('of a closed year keeps what was agreed for the others', () => {
    const before = year({ 'mt-ald': validated(101), 'mt-16': validated(70_000) }, 'closed', { 'mt-ald': 450_000, 'mt-16': 100_000 });
    expect(before.euros.earnedCents).toBe(550_000);
    expect(simulateYear(before, [{ code: 'mt-16', value: 70_000 }]).earnedCents).toBe(950_000);
  });
});

describe('the next step', () => {
  it.each([
    ['mt-ald', null, 219, 'socle', 300_000],
    ['mt-ald', 230, 219, 'socle', 300_000],
    ['mt-ald', 101, 100, 'intermédiaire', 600_000],
    ['mt-ald', 100, 50, 'objectif', 900_000],
    ['scr-breast', 72.39, 72.4, 'intermédiaire', 250_000],
    ['mt-c2s', 7, 6, null, 300_000],
    ['directory-online', 0, 1, null, 500_000],
  ])('of %s at %s is %s', (code, at, value, label, cents) => {
    expect(nextStep(named(code), at)).toEqual({ value, label, cents });
  });

  it('is none at the top, nor without a weight', () => {
    expect(nextStep(named('mt-ald'), 50)).toBeNull();
    expect(nextStep(named('directory-online'), 1)).toBeNull();
    expect(nextStep({ ...named('mt-c2s'), scoring: { mode: 'target', threshold: 6, cents: null } }, 7)).toBeNull();
  });
});

describe('what can move', () => {
  it('comes with the most euros first, without what pays nothing or waits for a crisis', () => {
    const codes = (input: SimulatedYear): string[] => movableIndicators(input).map(({ indicator }) => indicator.code);
    const all = codes(year());
    expect(all[0]).toBe('mt-ald');
    expect(all).not.toContain('crisis-response');
    const done = movableIndicators(year({ 'mt-ald': validated(50) }));
    expect(done.at(-1)).toMatchObject({ indicator: { code: 'mt-ald' }, movableCents: 0 });
  });
});
