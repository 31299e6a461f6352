import * as fc from 'fast-check';
import { agreementByCode, type AgreementVersion, type ContractIndicator, indicatorsOf, type Scoring } from '@maillage/domain/contract';
import { exampleTerms as terms } from '../testing/example-terms';
import {
  type Euros,
  missingStanding,
  payout,
  reaches,
  scoreIndicator,
  scoreMission,
  scoreYear,
  type Standing,
  sumEuros,
  type YearEuros,
  type YearInput,
  type YearPhase,
  yearPhase,
} from './index';

const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, ' ').replace(/’/g, '\'');
const agreement = agreementByCode('aci-cpts/avenant-2') as AgreementVersion;

function named(code: string): ContractIndicator {
  const found = indicatorsOf(terms).find(({ indicator }) => indicator.code === code);
  if (!found) throw new Error(`${code} is not in the example`);
  return found.indicator;
}

const pays = (code: string, value: number | null): number | null => payout(named(code).scoring, named(code), value);
const standing = (value: number | null, status: Standing['status'] = 'validated'): Standing =>
  value === null ? missingStanding : { value, status, asOf: '2026-11-30', source: 'CPAM', evidence: 1 };
const year5 = { year: 5, start: '2026-04-15', end: '2027-04-14', terms, agreement, standings: {}, phase: 'running' as YearPhase, crisisRecognised: false };
const scored = (input: Partial<YearInput>): YearEuros => scoreYear({ ...year5, ...input });
const amounts = ({ maxCents, earnedCents, atStakeCents, lostCents }: Euros): number[] => [maxCents, earnedCents, atStakeCents, lostCents];

describe('what a value pays', () => {
  it.each([
    ['mt-ald', 219, 300_000],
    ['mt-ald', 220, 0],
    ['mt-ald', 101, 300_000],
    ['mt-ald', 100, 600_000],
    ['mt-ald', 51, 600_000],
    ['mt-ald', 50, 900_000],
    ['mt-ald', 0, 900_000],
    ['scr-breast', 75, 350_000],
    ['scr-breast', 72.4, 250_000],
    ['scr-breast', 72.39, 100_000],
    ['scr-breast', 69.7, 100_000],
    ['scr-breast', 69.69, 0],
    ['mt-16', 68_811, 500_000],
    ['mt-16', 68_810, 0],
    ['mt-c2s', 6, 300_000],
    ['mt-c2s', 7, 0],
    ['directory-online', 1, 500_000],
    ['directory-online', 0, 0],
  ])('%s at %d pays %d cents', (code, value, cents) => {
    expect(pays(code, value)).toBe(cents);
  });

  it('pays nothing for a missing value, and zero is a value', () => {
    expect(pays('mt-ald', null)).toBe(0);
    expect(pays('mt-ald', 0)).toBe(900_000);
  });

  it('pays the highest-paying tier reached, even when a further one pays less', () => {
    const odd: Scoring = { mode: 'tiers', tiers: [{ label: 'a', threshold: 10, cents: 500 }, { label: 'b', threshold: 20, cents: 300 }] };
    expect(payout(odd, { baseline: null, direction: 'up' }, 25)).toBe(500);
  });

  it('computes nothing from a missing weight or a missing initial value', () => {
    const up = { baseline: null, direction: 'up' as const };
    expect(payout({ mode: 'done', cents: null }, up, 1)).toBeNull();
    expect(payout({ mode: 'target', threshold: 1, cents: null }, up, 1)).toBeNull();
    expect(payout({ mode: 'tiers', tiers: [] }, up, 1)).toBeNull();
    expect(payout({ mode: 'tiers', tiers: [{ label: 'a', threshold: 1, cents: 100 }, { label: 'b', threshold: 2, cents: null }] }, up, 1)).toBeNull();
    expect(payout({ mode: 'linear', threshold: 10, cents: 100 }, up, 5)).toBeNull();
  });

  describe('in proportion', () => {
    const from = (value: number, direction: 'up' | 'down') => ({ baseline: { value, on: null }, direction });
    const linear = (threshold: number, cents: number): Scoring => ({ mode: 'linear', threshold, cents });
    it.each([
      [linear(20, 10_000), from(10, 'up'), 15, 5_000],
      [linear(20, 10_000), from(10, 'up'), 10, 0],
      [linear(20, 10_000), from(10, 'up'), 3, 0],
      [linear(20, 10_000), from(10, 'up'), 25, 10_000],
      [linear(100, 10_000), from(219, 'down'), 160, 4_957],
      [linear(100, 10_000), from(219, 'down'), 230, 0],
      [linear(0, 10_000), from(3, 'down'), 2, 3_333],
      // 72.39 from 66.26 to 75: 6.13 / 8.74 of 3 500 €.
      [linear(75, 350_000), from(66.26, 'up'), 72.39, 245_480],
      // 0.3 of the way is 0.3, and not 0.29999…
      [linear(1, 1_000), from(0, 'up'), 0.3, 300],
      [linear(0.4, 300), from(0.1, 'up'), 0.2, 100],
      // The initial value is already past the threshold: all or nothing.
      [linear(10, 10_000), from(20, 'up'), 9, 0],
      [linear(10, 10_000), from(20, 'up'), 10, 10_000],
    ])('%j from %j at %d pays %d cents', (scoring, indicator, value, cents) => {
      expect(payout(scoring, indicator, value)).toBe(cents);
    });
  });

  it('compares thresholds on the decimal writing', () => {
    expect(reaches('up', 72.39, 72.4)).toBe(false);
    expect(reaches('up', 0.1 + 0.2, 0.3)).toBe(true);
    expect(reaches('down', 72.4, 72.4)).toBe(true);
  });
});

describe('the phase of a contract year', () => {
  it.each([
    ['2026-04-14', false, 'upcoming'],
    ['2026-04-15', false, 'running'],
    ['2027-04-14', false, 'running'],
    ['2027-04-15', false, 'over'],
    ['2027-04-15', true, 'closed'],
  ])('%s, closed %s: %s', (today, closed, phase) => {
    expect(yearPhase(year5, today, closed)).toBe(phase);
  });
});

describe('the example contract', () => {
  it('has the maxima of its missions and no difference to name', () => {
    const year = scored({});
    expect(year.missions.map(({ maxCents }) => maxCents)).toEqual([3_500_000, 4_500_000, 1_750_000, 0, 1_500_000, 1_000_000]);
    expect(year.fixedCents).toBe(20_000_000);
    expect(year.operatingCents).toBe(7_500_000);
    expect(year.checks).toEqual([]);
  });

  it('without a value: all at stake in the year, still open once over, all lost once closed', () => {
    expect(amounts(scored({}))).toEqual([12_250_000, 0, 12_250_000, 0]);
    expect(amounts(scored({ phase: 'upcoming' }))).toEqual([12_250_000, 0, 12_250_000, 0]);
    expect(amounts(scored({ phase: 'over' }))).toEqual([12_250_000, 0, 12_250_000, 0]);
    expect(amounts(scored({ phase: 'closed' }))).toEqual([12_250_000, 0, 0, 12_250_000]);
  });

  it('counts the crisis part only when a crisis is recognised', () => {
    const without = scored({ standings: { 'crisis-response': standing(1) } });
    expect(without.crisis).toEqual({ counts: false, possibleCents: 6_750_000, maxCents: 0, earnedCents: 0, atStakeCents: 0, lostCents: 0 });
    expect(without.maxCents).toBe(12_250_000);
    const withCrisis = scored({ standings: { 'crisis-response': standing(1) }, crisisRecognised: true });
    expect(withCrisis.crisis).toMatchObject({ counts: true, maxCents: 6_750_000, earnedCents: 6_750_000 });
    expect(amounts(withCrisis)).toEqual([19_000_000, 6_750_000, 12_250_000, 0]);
    expect(withCrisis.missions.find(({ code }) => code === 'health-crisis')?.maxCents).toBe(0);
  });

  it('earns what is validated, and only that', () => {
    expect(amounts(scored({ standings: { 'mt-ald': standing(100) } }))).toEqual([12_250_000, 600_000, 11_650_000, 0]);
    expect(amounts(scored({ standings: { 'mt-ald': standing(100, 'draft') } }))).toEqual([12_250_000, 0, 12_250_000, 0]);
    expect(amounts(scored({ standings: { 'mt-ald': standing(100) }, phase: 'over' }))).toEqual([12_250_000, 600_000, 11_350_000, 300_000]);
    expect(amounts(scored({ standings: { 'mt-ald': standing(100, 'draft') }, phase: 'over' }))).toEqual([12_250_000, 0, 11_950_000, 300_000]);
    expect(amounts(scored({ standings: { 'mt-ald': standing(100, 'draft') }, phase: 'closed' }))).toEqual([12_250_000, 0, 0, 12_250_000]);
  });

  it('takes the euros agreed by the review, within the maximum', () => {
    const closed = (cents: number): Euros => scoreIndicator(named('mt-ald'), standing(100), 'closed', { agreedCents: cents });
    expect(amounts(closed(450_000))).toEqual([900_000, 450_000, 0, 450_000]);
    expect(amounts(closed(99_999_999))).toEqual([900_000, 900_000, 0, 0]);
    expect(amounts(closed(0))).toEqual([900_000, 0, 0, 900_000]);
    expect(amounts(scoreIndicator(named('mt-ald'), standing(100), 'running', { agreedCents: 0 }))).toEqual([900_000, 600_000, 300_000, 0]);
  });
});

describe('the explanation', () => {
  const about = (code: string, value: Standing, phase: YearPhase = 'running') => {
    const { explanation, tier } = scoreIndicator(named(code), value, phase);
    return { tier, rule: plain(explanation.rule), reading: plain(explanation.reading), next: explanation.next && plain(explanation.next) };
  };

  it('says the tiers, the one reached, where the figure comes from, and what the next one needs', () => {
    expect(about('mt-ald', standing(101))).toEqual({
      tier: 'socle',
      rule: 'Le palier le plus haut atteint est payé, sans s\'ajouter aux autres : socle (219 ou moins) 3 000 € ; intermédiaire (100 ou moins) 6 000 € ; objectif (50 ou moins) 9 000 €.',
      reading: '101 atteint le palier « socle » (219 ou moins) : 3 000 €. Source : CPAM, au 30 novembre 2026. 1 preuve jointe.',
      next: 'Il faut 1 de moins pour le palier « intermédiaire » (100 ou moins), payé 6 000 € : 3 000 € de plus.',
    });
    expect(about('mt-ald', standing(50)).next).toBeNull();
    expect(about('mt-ald', standing(220)).reading).toContain('220 n\'atteint aucun palier : rien n\'est payé.');
  });

  it('counts points for a rate, and needs no float', () => {
    expect(about('scr-breast', standing(72.39, 'draft'))).toMatchObject({
      tier: 'socle',
      reading: '72,39 % atteint le palier « socle » (69,7 % ou plus) : 1 000 €. La valeur est à valider : rien n\'est encore acquis. Source : CPAM, au 30 novembre 2026. 1 preuve jointe.',
      next: 'Il faut 0,01 point de plus pour le palier « intermédiaire » (72,4 % ou plus), payé 2 500 € : 1 500 € de plus.',
    });
  });

  it('says what a missing value leaves open or loses', () => {
    expect(about('mt-ald', missingStanding)).toMatchObject({ tier: null, reading: 'Pas encore de valeur : 9 000 € restent en jeu.', next: 'Pour le palier « socle », il faut 219 ou moins : 3 000 €.' });
    expect(about('mt-ald', missingStanding, 'over').reading).toBe('L\'année est finie sans valeur : 9 000 € restent en jeu jusqu\'à la clôture du dialogue de gestion.');
    expect(about('mt-ald', missingStanding, 'closed')).toMatchObject({ reading: 'Aucune valeur à la clôture du dialogue de gestion : 9 000 € sont perdus.', next: null });
    expect(about('directory-online', missingStanding)).toMatchObject({ rule: 'Fait et prouvé : 5 000 € ; sinon, rien.', next: 'Fait et prouvé, il paie 5 000 €.' });
  });

  it('says why nothing is computed', () => {
    const weightless = { ...named('mt-c2s'), scoring: { mode: 'target', threshold: 6, cents: null } as Scoring, maxCents: null };
    expect(scoreIndicator(weightless, standing(5), 'running')).toMatchObject({ computed: false, maxCents: 0, earnedCents: 0, explanation: { next: null } });
    expect(plain(scoreIndicator(named('crisis-response'), missingStanding, 'running').notComputed ?? '')).toBe(
      'Payé seulement si l\'ARS reconnaît une crise : aucune n\'est enregistrée pour cette année.',
    );
  });
});

describe('earned + at stake + lost = maximum', () => {
  const cents = fc.option(fc.integer({ min: 0, max: 10_000_000 }), { freq: 8 });
  const value = fc.integer({ min: 0, max: 30_000 }).map((hundredths) => hundredths / 100);
  const scoring = fc.oneof(
    fc.record({ mode: fc.constant('done' as const), cents }),
    fc.record({ mode: fc.constant('target' as const), threshold: value, cents }),
    fc.record({ mode: fc.constant('linear' as const), threshold: value, cents }),
    fc.record({ mode: fc.constant('tiers' as const), tiers: fc.array(fc.record({ label: fc.constant('palier'), threshold: value, cents }), { maxLength: 4 }) }),
  );
  const indicator = fc.record({
    scoring,
    direction: fc.constantFrom('up' as const, 'down' as const, null),
    baseline: fc.option(value.map((one) => ({ value: one, on: null }))),
    maxCents: cents,
    onlyIfCrisis: fc.boolean(),
    kind: fc.constantFrom('count' as const, 'rate' as const, 'done' as const),
    value: fc.option(value),
    status: fc.constantFrom('draft' as const, 'validated' as const),
    agreed: fc.option(fc.integer({ min: -10, max: 20_000_000 })),
  });
  const phase = fc.constantFrom<YearPhase>('upcoming', 'running', 'over', 'closed');
  const sums = ({ maxCents, earnedCents, atStakeCents, lostCents }: Euros): boolean =>
    [maxCents, earnedCents, atStakeCents, lostCents].every((one) => Number.isSafeInteger(one) && one >= 0) && earnedCents + atStakeCents + lostCents === maxCents;

  it('for every indicator, action, mission, crisis part and year, whatever the terms, the values and the phase', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.array(indicator, { maxLength: 3 }), { maxLength: 2 }), { maxLength: 3 }), phase, fc.boolean(), (random, when, crisisRecognised) => {
        const standings: Record<string, Standing> = {};
        const agreed: Record<string, number> = {};
        const missions = random.map((actions, m) => ({
          code: agreement.missions[m]?.code ?? 'other',
          kind: 'core' as const,
          fixed: { cents: 1, confirmed: false },
          variable: { cents: 1, confirmed: true },
          variableIfCrisis: null,
          actions: actions.map((indicators, a) => ({
            code: `a${a}`,
            title: 'Action',
            indicators: indicators.map((one, i): ContractIndicator => {
              const code = `i-${m}-${a}-${i}`;
              standings[code] = standing(one.value, one.status);
              if (one.agreed !== null) agreed[code] = one.agreed;
              return { code, title: code, clause: null, source: 'cpts', evidence: [], note: null, kind: one.kind, direction: one.direction, baseline: one.baseline, scoring: one.scoring, maxCents: one.maxCents, onlyIfCrisis: one.onlyIfCrisis };
            }),
          })),
        }));
        const input: YearInput = { ...year5, terms: { operating: { cents: null, confirmed: false }, missions }, standings, agreed, phase: when, crisisRecognised };
        const year = scoreYear(input);
        const actions = year.missions.flatMap((mission) => mission.actions);
        const indicators = actions.flatMap((action) => action.indicators);
        expect([year, year.crisis, ...year.missions, ...actions, ...indicators].every(sums)).toBe(true);
        expect(amounts(year)).toEqual(amounts(sumEuros([...year.missions, year.crisis])));
        expect(amounts(year)).toEqual(amounts(sumEuros(indicators)));
        expect(missions.map((mission) => scoreMission(mission, input))).toEqual(year.missions);
        if (when === 'closed') expect(year.atStakeCents).toBe(0);
        if (when === 'upcoming') expect(year.earnedCents + year.lostCents).toBe(0);
        if (when === 'running') expect(year.lostCents).toBe(0);
      }),
    );
  });

  it('a better value never pays less, in proportion', () => {
    fc.assert(
      fc.property(value, value, value, value, fc.integer({ min: 0, max: 10_000_000 }), (baseline, threshold, one, other, most) => {
        const up = { baseline: { value: baseline, on: null }, direction: 'up' as const };
        const [low, high] = [Math.min(one, other), Math.max(one, other)].map((at) => payout({ mode: 'linear', threshold, cents: most }, up, at) ?? 0);
        expect(low ?? 0).toBeLessThanOrEqual(high ?? 0);
      }),
    );
  });
});
