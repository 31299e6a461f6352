import { type ContractTerms, contractYears, type MissionTerms, type SignedAmount } from '@maillage/domain/contract';
import { addDays, addMonths, addYears, type Cents, daysBetween, type Day, NBSP } from '@maillage/domain/kernel';
import * as fc from 'fast-check';
import { payLines, proposeParts, totalPayments } from './payment-lines';
import { checkPayment } from './payment-received';
import { type ExpectedPayment, expectedPayments, paymentLabel, type PaymentsInput, readPaymentKey, type SettledYear } from './payments';

const signed = (cents: Cents | null, confirmed = true): SignedAmount => ({ cents, confirmed });
const mission = (code: string, fixed: Cents | null, change: Partial<MissionTerms> = {}): MissionTerms => ({
  code, kind: 'core', fixed: signed(fixed), variable: signed(0), variableIfCrisis: null, actions: [], ...change,
});
const termsOf = (operating: Cents | null, missions: MissionTerms[]): ContractTerms => ({ operating: signed(operating), missions });
const base: PaymentsInput = {
  contract: { signedOn: '2022-04-15', durationYears: 5 },
  prorataUnit: 'days',
  terms: [],
  participations: [],
  settled: {},
  crisisYears: [],
  nameOf: (code) => code,
  today: '2026-11-22',
};
const started = (missionCode: string, startedOn: Day | null, chosen = true) => ({ missionCode, chosen, startedOn });
const every = (content: ContractTerms, years = [1, 2, 3, 4, 5]) => years.map((year) => ({ year, content }));
const prevention = mission('prevention', 1_750_000, { variable: signed(1_750_000) });
const plain = (text: string | null | undefined) => text?.replaceAll(/[\u00A0\u202F]/g, ' ').replaceAll('’', '\'');
const byKey = (lines: readonly ExpectedPayment[], key: string): ExpectedPayment => {
  const line = lines.find((one) => one.key === key);
  if (!line) throw new Error(`${key} is not there: ${lines.map((one) => one.key).join(' ')}`);
  return line;
};
const paid = (input: Partial<PaymentsInput>) => expectedPayments({ ...base, ...input });
const cents = (lines: readonly ExpectedPayment[], key: string) => byKey(lines, key).cents;

describe('the fixed part of a mission', () => {
  it('of 17 500 € started four months after the anniversary, in months: 8 750 € at its start, then what remains of 8/12', () => {
    const lines = paid({ prorataUnit: 'months', terms: every(termsOf(null, [prevention])), participations: [started('prevention', '2023-08-15')] });
    const advance = byKey(lines, 'CY2.prevention.fixed.advance');
    expect(advance).toMatchObject({ date: '2023-08-15', cents: 875_000, year: 2, kind: 'fixed-advance', missionCode: 'prevention' });
    expect(plain(advance.formula)).toBe('17 500 € × 8/12 × 75 % = 8 750 €');
    const balance = byKey(lines, 'CY2.prevention.fixed.balance');
    expect(balance).toMatchObject({ date: '2024-04-15', cents: 291_667 });
    expect(plain(balance.formula)).toBe('17 500 € × 8/12 − 8 750 € = 2 916,67 €');
    expect(plain(byKey(lines, 'CY3.prevention.fixed.advance').formula)).toBe('17 500 € × 75 % = 13 125 €');
    expect(byKey(lines, 'CY3.prevention.fixed.advance')).toMatchObject({ date: '2024-04-15', cents: 1_312_500 });
    expect(lines.filter(({ year }) => year === 1).map(({ kind }) => kind)).not.toContain('fixed-advance');
  });

  it('in days: the day it starts counts, the anniversary does not', () => {
    const lines = paid({ terms: every(termsOf(null, [prevention])), participations: [started('prevention', '2023-08-15')] });
    expect(daysBetween('2023-08-15', '2024-04-15')).toBe(244);
    expect(plain(byKey(lines, 'CY2.prevention.fixed.advance').formula)).toBe('17 500 € × 244/366 × 75 % = 8 750 €');
    const last = paid({ terms: every(termsOf(null, [prevention])), participations: [started('prevention', '2024-04-14')] });
    expect(plain(byKey(last, 'CY2.prevention.fixed.advance').formula)).toBe('17 500 € × 1/366 × 75 % = 35,86 €');
    expect(cents(last, 'CY2.prevention.fixed.balance')).toBe(4781 - 3586);
  });

  it.each([['the signature', '2022-04-15', 1], ['an anniversary', '2023-04-15', 2]])('started on %s is whole', (_, startedOn, year) => {
    for (const prorataUnit of ['days', 'months'] as const) {
      const lines = paid({ prorataUnit, terms: every(termsOf(null, [prevention])), participations: [started('prevention', startedOn)] });
      expect(byKey(lines, `CY${year}.prevention.fixed.advance`)).toMatchObject({ date: startedOn, cents: 1_312_500 });
      expect(cents(lines, `CY${year}.prevention.fixed.balance`)).toBe(437_500);
    }
  });

  it('counts from a 29 February: 28 February in ordinary years, months that do not drift', () => {
    const contract = { signedOn: '2024-02-29', durationYears: 5 };
    const at = (startedOn: Day) =>
      paid({ contract, prorataUnit: 'months', terms: every(termsOf(null, [prevention])), participations: [started('prevention', startedOn)] });
    expect(plain(byKey(at('2024-06-29'), 'CY1.prevention.fixed.advance').formula)).toContain('× 8/12 ×');
    expect(plain(byKey(at('2024-06-30'), 'CY1.prevention.fixed.advance').formula)).toContain('× 7/12 ×');
    const lines = at('2024-02-29');
    expect(byKey(lines, 'CY1.prevention.fixed.balance').date).toBe('2025-02-28');
    expect(byKey(lines, 'CY2.prevention.fixed.advance').date).toBe('2025-02-28');
    expect(byKey(lines, 'CY5.prevention.fixed.advance').date).toBe('2028-02-29');
    expect(byKey(lines, 'CY5.prevention.fixed.balance').date).toBe('2029-02-28');
  });

  it('of a mission not started is owed nothing; the year that runs and those to come say why', () => {
    const lines = paid({ terms: every(termsOf(null, [prevention])), participations: [started('prevention', null)], today: '2025-05-01' });
    const fixed = lines.filter(({ kind }) => kind.startsWith('fixed'));
    expect(fixed.map(({ key, date, cents: amount }) => [key, date, amount])).toEqual([
      ['CY4.prevention.fixed.advance', null, null],
      ['CY5.prevention.fixed.advance', '2026-04-15', null],
    ]);
    expect(plain(fixed[0]?.missing)).toBe('Mission pas encore démarrée : 75 % de la part fixe sont versés à son démarrage, au prorata jusqu\'à l\'anniversaire.');
  });

  it('of an optional mission that was not chosen is not there', () => {
    const quality = mission('care-quality', 1_500_000, { kind: 'optional', variable: signed(1_500_000) });
    expect(paid({ terms: every(termsOf(null, [quality])), participations: [started('care-quality', null, false)] }).filter(({ missionCode }) => missionCode)).toEqual([]);
    expect(paid({ terms: every(termsOf(null, [quality])) }).filter(({ missionCode }) => missionCode)).toEqual([]);
    expect(cents(paid({ terms: every(termsOf(null, [quality])), participations: [started('care-quality', '2022-04-15')] }), 'CY1.care-quality.fixed.advance')).toBe(1_125_000);
  });

  it('follows the terms of each year: an amendment moves the years it covers, not the balance of the one before', () => {
    const more = mission('prevention', 2_000_000);
    const lines = paid({ terms: [...every(termsOf(null, [prevention]), [1, 2]), ...every(termsOf(null, [more]), [3, 4, 5])], participations: [started('prevention', '2022-04-15')] });
    expect(byKey(lines, 'CY2.prevention.fixed.balance')).toMatchObject({ date: '2024-04-15', cents: 437_500 });
    expect(byKey(lines, 'CY3.prevention.fixed.advance')).toMatchObject({ date: '2024-04-15', cents: 1_500_000 });
  });

  it('is advanced as signed on the day of the advance: what an amendment adds later comes with the balance', () => {
    const amended = (fixed: number, effectiveOn: Day) => {
      const [signed, now] = [termsOf(7_500_000, [prevention]), termsOf(7_500_000, [mission('prevention', fixed)])];
      const terms = [{ year: 5, content: now, versions: [{ effectiveOn: '2026-04-15', content: signed }, { effectiveOn, content: now }] }];
      return paid({ terms, participations: [started('prevention', '2022-04-15')] }).filter(({ missionCode }) => missionCode !== null && missionCode === 'prevention');
    };
    const euros = (lines: ReturnType<typeof amended>) => lines.flatMap(({ cents }) => (cents === null ? [] : [cents]));
    expect(euros(amended(2_000_000, '2026-11-01'))).toEqual([1_312_500, 687_500]);
    expect(euros(amended(2_000_000, '2026-04-15'))).toEqual([1_500_000, 500_000]);
    const lowered = amended(1_000_000, '2026-11-01');
    expect(euros(lowered)).toEqual([1_000_000, 0]);
    expect(lowered[0]?.formula).toMatch(/17.500.€ × 75.% = 13.125.€, ramenés à 10.000.€ par l’avenant/);
  });

  it('of the crisis plan is 45 000 € the first year and 22 500 € after, as the terms write it', () => {
    const plan = (amount: Cents) => termsOf(null, [mission('health-crisis', amount, { variableIfCrisis: signed(6_750_000) })]);
    const lines = paid({ terms: [...every(plan(4_500_000), [1]), ...every(plan(2_250_000), [2, 3])], participations: [started('health-crisis', '2022-04-15')] });
    expect(['CY1.health-crisis.fixed.advance', 'CY1.health-crisis.fixed.balance', 'CY2.health-crisis.fixed.advance'].map((key) => cents(lines, key))).toEqual([3_375_000, 1_125_000, 1_687_500]);
    expect(lines.some(({ kind }) => kind === 'crisis')).toBe(false);
  });

  it.each<[string, SignedAmount, string]>([
    ['missing', signed(null), 'Le montant n\'est pas saisi : reportez celui de votre contrat.'],
    ['unconfirmed', signed(1_750_000, false), 'Montant à confirmer sur votre contrat : rien n\'est calculé d\'ici là.'],
  ])('with a %s amount gives lines that say so and no amount', (_, amount, why) => {
    const lines = paid({ terms: every({ operating: amount, missions: [mission('prevention', 0, { fixed: amount, variable: amount })] }), participations: [started('prevention', '2022-09-01')] });
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) {
      expect(line).toMatchObject({ cents: null, atStakeCents: null, formula: null });
      expect(plain(line.missing)).toBe(why);
    }
  });
});

describe('fonctionnement', () => {
  it('is whole at signature the first year, then 75 % at each anniversary and the rest with the balance of the year', () => {
    const lines = paid({ terms: every(termsOf(7_500_000, [prevention])), participations: [started('prevention', '2022-10-01')] });
    const operating = lines.filter(({ kind }) => kind.startsWith('operating'));
    expect(operating.slice(0, 3).map(({ key, date, cents: amount }) => [key, date, amount])).toEqual([
      ['CY1.operating.signature', '2022-04-15', 7_500_000],
      ['CY2.operating.advance', '2023-04-15', 5_625_000],
      ['CY2.operating.balance', '2024-04-15', 1_875_000],
    ]);
    expect(byKey(lines, 'CY5.operating.balance').date).toBe('2027-04-15');
    expect(plain(byKey(lines, 'CY5.operating.balance').when)).toBe('à la fin du contrat, le 15 avril 2027');
    expect(plain(operating[0]?.formula)).toBe('75 000 € × 100 % = 75 000 €');
    expect(plain(operating[2]?.formula)).toBe('75 000 € − 56 250 € = 18 750 €');
  });

  it('of a later year that no mission had started is not computed, and says why', () => {
    const lines = paid({ terms: every(termsOf(7_500_000, [prevention])), participations: [started('prevention', '2023-05-01')], today: '2023-06-01' });
    expect(plain(byKey(lines, 'CY2.operating.advance').missing)).toBe(
      'Aucune mission n\'avait démarré le 15 avril 2023 : l\'accord ne dit pas ce qui est versé dans ce cas. Voyez-le avec la caisse.',
    );
    expect(cents(lines, 'CY2.operating.balance')).toBeNull();
    expect(cents(lines, 'CY3.operating.advance')).toBe(5_625_000);
  });

  it('of years without terms is not there', () => {
    expect(paid({ terms: every(termsOf(7_500_000, []), [5]) }).map(({ key }) => key)).toEqual(['CY5.operating.advance', 'CY5.operating.balance']);
  });
});

describe('the variable part', () => {
  const crisis = mission('health-crisis', 2_250_000, { variableIfCrisis: signed(6_750_000) });
  const terms = every(termsOf(null, [prevention, crisis]));
  const participations = [started('prevention', '2022-04-15'), started('health-crisis', '2022-04-15')];
  const settled: Record<number, SettledYear> = { 4: { closedOn: '2026-06-12', variable: { 'prevention': 1_000_000 }, crisis: { 'health-crisis': 6_000_000 } } };

  it('is at stake, never due, until the review is closed; then it is what was agreed, on that day', () => {
    const lines = paid({ terms, participations, settled });
    expect(byKey(lines, 'CY5.prevention.variable')).toMatchObject({ date: null, cents: null, atStakeCents: 1_750_000 });
    expect(plain(byKey(lines, 'CY5.prevention.variable').when)).toBe('après le dialogue de gestion');
    expect(byKey(lines, 'CY4.prevention.variable')).toMatchObject({ date: '2026-06-12', cents: 1_000_000, atStakeCents: null });
  });

  it('in case of crisis is there only in a year that a recognised crisis touches', () => {
    const lines = paid({ terms, participations, settled, crisisYears: [4, 5] });
    expect(lines.filter(({ kind }) => kind === 'crisis').map(({ key, cents: amount, atStakeCents }) => [key, amount, atStakeCents])).toEqual([
      ['CY4.health-crisis.crisis', 6_000_000, null],
      ['CY5.health-crisis.crisis', null, 6_750_000],
    ]);
  });
});

describe('the key of a line', () => {
  it('says what it was once the line is no longer expected', () => {
    const crisis = mission('health-crisis', 2_250_000, { variable: signed(100), variableIfCrisis: signed(6_750_000) });
    const lines = paid({ terms: every(termsOf(7_500_000, [crisis])), participations: [started('health-crisis', '2022-04-15')], crisisYears: [5] });
    expect(new Set(lines.map(({ kind }) => kind)).size).toBe(7);
    for (const { key, year, missionCode, kind, label } of lines) {
      expect(readPaymentKey(key)).toEqual({ year, missionCode, kind });
      expect(paymentLabel(kind, 'health-crisis')).toBe(label);
    }
    expect(['CY0.operating.advance', 'CY1.prevention', 'prevention.variable', 'CY1.fixed.other', ''].map(readPaymentKey)).toEqual(Array(5).fill(undefined));
  });
});

describe('the sum of the lines', () => {
  const amount = fc.integer({ min: 0, max: 99_999_999 });
  const cases = fc.record({
    signedOn: fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2019-09-01', days)),
    after: fc.integer({ min: 0, max: 2200 }),
    unit: fc.constantFrom('days' as const, 'months' as const),
    amounts: fc.array(amount, { minLength: 5, maxLength: 5 }),
  });

  it('is the entitlement of each mission and year, to the cent', () => {
    fc.assert(
      fc.property(cases, ({ signedOn, after, unit, amounts }) => {
        const startedOn = addDays(signedOn, after);
        const contract = { signedOn, durationYears: 5 };
        const terms = amounts.map((fixed, index) => ({ year: index + 1, content: termsOf(fixed, [mission('prevention', fixed)]) }));
        const lines = paid({ contract, prorataUnit: unit, terms, participations: [started('prevention', startedOn)] });
        expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
        contractYears(contract).forEach((period, index) => {
          const fixed = amounts[index] ?? 0;
          const own = lines.filter(({ year, kind }) => year === index + 1 && kind.startsWith('fixed'));
          if (startedOn > period.end) return expect(own).toEqual([]);
          const end = addYears(signedOn, index + 1);
          const whole = daysBetween(period.start, end);
          const months = [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1].find((left) => startedOn <= addMonths(signedOn, 12 * (index + 1) - left)) ?? 0;
          const part = startedOn <= period.start ? 1 : unit === 'days' ? daysBetween(startedOn, end) / whole : months / 12;
          const sum = own.reduce((total, line) => total + (line.cents ?? Number.NaN), 0);
          expect(Math.abs(sum - fixed * part)).toBeLessThanOrEqual(0.500001);
          if (startedOn <= period.start) expect(sum).toBe(fixed);
          for (const line of own) expect(line.cents).toBeGreaterThanOrEqual(0);
          const operating = lines.filter(({ year, kind }) => year === index + 1 && kind.startsWith('operating'));
          if (index === 0 || startedOn <= period.start) expect(operating.reduce((total, line) => total + (line.cents ?? Number.NaN), 0)).toBe(fixed);
        });
      }),
    );
  });

  it('received, owed, still to come and overpaid account for all that is expected', () => {
    fc.assert(
      fc.property(cases, fc.array(amount, { maxLength: 12 }), fc.integer({ min: 0, max: 2500 }), ({ signedOn, after, unit, amounts }, came, late) => {
        const today = addDays(signedOn, late);
        const terms = amounts.map((fixed, index) => ({ year: index + 1, content: termsOf(fixed, [mission('prevention', fixed)]) }));
        const lines = paid({ contract: { signedOn, durationYears: 5 }, prorataUnit: unit, terms, participations: [started('prevention', addDays(signedOn, after))], today })
          .filter((line) => line.cents !== null);
        const received = new Map(came.flatMap((cents, index) => (lines[index] ? [[lines[index].key, cents] as const] : [])));
        const totals = totalPayments(payLines(lines, received, today), today);
        expect(totals.receivedCents + totals.owedCents + totals.toComeCents - totals.overpaidCents).toBe(totals.expectedCents);
      }),
    );
  });
});

describe('a line beside what was received', () => {
  const lines = paid({ terms: every(termsOf(7_500_000, [prevention]), [5]), participations: [started('prevention', '2022-04-15')] });
  const on = (today: Day, received: [string, Cents][] = []) =>
    Object.fromEntries(payLines(lines, new Map(received), today).map(({ key, status, lateDays, remainingCents, overpaidCents }) => [key.slice(4), { status, lateDays, remainingCents, overpaidCents }]));

  it('is to come, expected on its day, late past thirty days, received in part or whole', () => {
    expect(on('2026-04-14')['operating.advance']).toMatchObject({ status: 'upcoming', lateDays: 0 });
    expect(on('2026-04-15')['operating.advance']).toMatchObject({ status: 'expected' });
    expect(on('2026-05-15')['operating.advance']).toMatchObject({ status: 'expected' });
    expect(on('2026-05-16')['operating.advance']).toMatchObject({ status: 'late', lateDays: 31, remainingCents: 5_625_000 });
    const part = on('2026-05-16', [['CY5.operating.advance', 5_000_000], ['CY5.prevention.fixed.advance', 1_400_000]]);
    expect(part['operating.advance']).toMatchObject({ status: 'partly-received', lateDays: 31, remainingCents: 625_000 });
    expect(part['prevention.fixed.advance']).toMatchObject({ status: 'received', overpaidCents: 87_500, remainingCents: 0, lateDays: 0 });
    expect(part['prevention.variable']).toMatchObject({ status: 'at-stake', remainingCents: null });
  });

  it('is not made up for by what another was overpaid', () => {
    const totals = totalPayments(payLines(lines, new Map([['CY5.prevention.fixed.advance', 9_000_000]]), '2026-05-16'), '2026-05-16');
    expect(totals).toEqual({
      expectedCents: 9_250_000, receivedCents: 9_000_000, owedCents: 5_625_000, toComeCents: 2_312_500, overpaidCents: 7_687_500, atStakeCents: 1_750_000, notComputed: 0,
    });
  });

  it('takes its part of an amount received, oldest first, and leaves over what fits none', () => {
    const open = payLines(paid({ terms: every(termsOf(7_500_000, [prevention]), [4, 5]), participations: [started('prevention', '2022-04-15')] }), new Map([['CY4.operating.advance', 5_625_000]]), '2026-05-01');
    expect(proposeParts(open, 2_000_000, '2026-04-20')).toEqual([
      { lineKey: 'CY4.prevention.fixed.advance', cents: 1_312_500 },
      { lineKey: 'CY4.operating.balance', cents: 687_500 },
    ]);
    expect(proposeParts(open, 99_999_999, '2026-04-20').reduce((sum, { cents: part }) => sum + part, 0)).toBe(1_312_500 + 1_875_000 + 437_500 + 5_625_000 + 1_312_500);
    expect(proposeParts(open, 100, '2024-01-01')).toEqual([]);
  });
});

describe('a payment received', () => {
  const ground = { signedOn: '2022-04-15', today: '2026-11-22', knownKeys: new Set(['CY5.operating.advance', 'CY5.operating.balance']) };
  const given = { receivedOn: '2026-04-20', cents: 100, reference: ' VIR 12 ', note: '', parts: [{ lineKey: 'CY5.operating.advance', cents: 60 }] };

  it('is kept with its texts trimmed', () => {
    expect(checkPayment(given, ground)).toEqual({ ...given, reference: 'VIR 12', note: null });
  });

  it.each<[string, Partial<typeof given>, string]>([
    ['in the future', { receivedOn: '2026-11-23' }, 'invalid-input'],
    ['before the signature', { receivedOn: '2022-04-14' }, 'invalid-input'],
    ['on a day that does not exist', { receivedOn: '2026-02-30' }, 'invalid-day'],
    ['of nothing', { cents: 0, parts: [] }, 'amount-invalid'],
    ['with half a cent', { cents: 0.5, parts: [] }, 'amount-invalid'],
    ['for a line that is not expected', { parts: [{ lineKey: 'CY6.operating.advance', cents: 1 }] }, 'payment-line-unknown'],
    ['for a line twice', { parts: [{ lineKey: 'CY5.operating.advance', cents: 1 }, { lineKey: 'CY5.operating.advance', cents: 1 }] }, 'payment-line-unknown'],
    ['with an empty part', { parts: [{ lineKey: 'CY5.operating.advance', cents: 0 }] }, 'amount-invalid'],
    ['with parts above it', { parts: [{ lineKey: 'CY5.operating.advance', cents: 101 }] }, 'payment-parts-exceed'],
    ['with a patient in its note', { note: 'née le 12/03/1954' }, 'patient-identifier'],
  ])('%s is refused', (_, change, code) => {
    expect(() => checkPayment({ ...given, ...change }, ground)).toThrow(code);
  });

  it('is written with the spaces of French amounts', () => {
    const [line] = paid({ terms: every(termsOf(7_500_000, []), [1]) });
    expect(line?.formula).toContain(`€ × 100${NBSP}%`);
  });
});
