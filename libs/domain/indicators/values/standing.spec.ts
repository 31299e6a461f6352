import * as fc from 'fast-check';
import { addDays, parsePeriod, type Period } from '@maillage/domain/kernel';
import {
  aggregate,
  type AggregatedMeasure,
  expectedMeasures,
  formatDifference,
  formatParts,
  formatValue,
  givablePeriods,
  lastDuePeriod,
  meetsTarget,
  nextExpected,
  periodToShow,
  progress,
  standingOf,
  targetFor,
  trendSentence,
} from '../index';

const calendar = { contractStart: '2022-04-15' };
const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, ' ');
const quarters = (values: Record<string, { value?: number; numerator?: number; denominator?: number }>) =>
  Object.entries(values).map(([periodKey, figures]) => {
    const period = parsePeriod(periodKey, calendar);
    return {
      periodKey,
      periodStart: period.start,
      periodEnd: period.end,
      numerator: figures.numerator ?? null,
      denominator: figures.denominator ?? null,
      value: figures.value ?? ((figures.numerator ?? 0) * 100) / (figures.denominator ?? 1),
      status: 'validated' as const,
      comment: null,
    };
  });
const share = { kind: 'ratio' as const, unit: '%', decimals: 0, direction: 'up' as const, aggregation: 'sum' as const, frequency: 'quarter' as const, baseline: null };
const acts = { ...share, kind: 'count' as const, unit: 'actes' };

describe('bringing periods together', () => {
  const year = { start: '2026-01-01', end: '2026-12-31' };

  it('a rate is the ratio of the sums, never the mean of the rates', () => {
    const measures = quarters({ '2026-Q1': { numerator: 1, denominator: 10 }, '2026-Q2': { numerator: 90, denominator: 100 } });
    expect(aggregate(share, measures, year, '2026-07-01')).toEqual({ value: 83, numerator: 91, denominator: 110, periodsOver: 2, periodsWithValue: 2, complete: true });
  });

  it('a count is added, or the last one counts', () => {
    const measures = quarters({ '2026-Q2': { value: 5 }, '2026-Q1': { value: 3 } });
    expect(aggregate(acts, measures, year, '2026-10-01')).toMatchObject({ value: 8, complete: false, periodsOver: 3, periodsWithValue: 2 });
    expect(aggregate({ ...acts, aggregation: 'last' }, measures, year, '2026-10-01').value).toBe(5);
    expect(aggregate({ ...acts, kind: 'yes-no' }, quarters({ '2026-Q1': { value: 1 }, '2026-Q2': { value: 0 } }), year, '2026-10-01').value).toBe(0);
  });

  it('nothing is nothing, not zero, and only what ends inside counts', () => {
    expect(aggregate(acts, [], year, '2026-10-01')).toMatchObject({ value: null, complete: false });
    const measures = quarters({ '2025-Q4': { value: 3 }, '2026-Q1': { value: 4 } });
    expect(aggregate(acts, measures, year, '2026-04-01').value).toBe(4);
    expect(aggregate(acts, measures, parsePeriod('CY4', calendar), '2026-10-01', calendar).value).toBe(7);
  });

  it('the whole is between the lowest and the highest rate, and sums do not depend on the order', () => {
    const part = fc.record({ numerator: fc.nat(500), rest: fc.nat(500) }).filter(({ numerator, rest }) => numerator + rest > 0);
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => {
        const measures: AggregatedMeasure[] = parts.map(({ numerator, rest }, index) => {
          const { key, start, end } = parsePeriod(`2026-${String(index + 1).padStart(2, '0')}`);
          return { periodKey: key, periodStart: start, periodEnd: end, numerator, denominator: numerator + rest, value: 0 };
        });
        const precise = { ...share, decimals: 4, frequency: 'month' as const };
        const { value, numerator, denominator } = aggregate(precise, measures, year, '2027-01-01');
        const rates = parts.map((one) => (one.numerator * 100) / (one.numerator + one.rest));
        expect(value).toBeGreaterThanOrEqual(Math.min(...rates) - 0.0001);
        expect(value).toBeLessThanOrEqual(Math.max(...rates) + 0.0001);
        expect(numerator).toBe(parts.reduce((sum, one) => sum + one.numerator, 0));
        expect(aggregate(precise, [...measures].reverse(), year, '2027-01-01')).toEqual({ value, numerator, denominator, periodsOver: 12, periodsWithValue: parts.length, complete: parts.length === 12 });
      }),
    );
  });
});

describe('target of a period', () => {
  const targets = [
    { periodKey: '2026-Q1', value: 60 },
    { periodKey: 'CY4', value: 65 },
    { periodKey: '2026-Q3', value: 70 },
  ];
  it.each<[string, unknown]>([
    ['2026-Q3', { value: 70, setFor: '2026-Q3', scope: 'same' }],
    ['2025-Q4', { value: 65, setFor: 'CY4', scope: 'covering' }],
    ['2026-Q2', { value: 65, setFor: 'CY4', scope: 'standing' }],
    ['2026-Q4', { value: 70, setFor: '2026-Q3', scope: 'standing' }],
    ['2024-Q4', undefined],
  ])('%s', (key, expected) => {
    expect(targetFor(targets, parsePeriod(key), calendar)).toEqual(expected);
  });

  it('leaves yearly targets aside when there is no contract to date them', () => {
    expect(targetFor(targets, parsePeriod('2025-Q4'))).toBeUndefined();
  });
});

describe('progress', () => {
  const up = { kind: 'ratio' as const, direction: 'up' as const, decimals: 1 };
  const down = { ...up, direction: 'down' as const };
  const of = (indicator: typeof up | typeof down, value: number | null, target: number | null, baseline: number | null = null, expectedShare = 1) =>
    progress({ indicator, value, target, baseline, expectedShare });

  it('says there is nothing to compare', () => {
    expect(of(up, null, 70)).toEqual({ state: 'no-data', attainment: null, remaining: null });
    expect(of(up, 12, null)).toEqual({ state: 'no-target', attainment: null, remaining: null });
  });

  it('reaches at the target exactly, in its direction', () => {
    expect(of(up, 70, 70)).toEqual({ state: 'reached', attainment: 100, remaining: 0 });
    expect(of(down, 8, 8)).toMatchObject({ state: 'reached', attainment: 100 });
    expect(of(up, 84, 70).attainment).toBe(120);
    expect([meetsTarget(up, 69.9, 70), meetsTarget(down, 8.1, 8)]).toEqual([false, false]);
  });

  it('measures the way from the baseline when there is one', () => {
    expect(of(up, 65, 70, 60)).toEqual({ state: 'late', attainment: 50, remaining: 5 });
    expect(of(up, 66, 70, 60).state).toBe('at-risk');
    expect(of(up, 69, 70, 60).state).toBe('on-track');
    expect(of(up, 50, 70, 60)).toMatchObject({ state: 'late', attainment: 0 });
    expect(of(down, 10, 8, 12)).toMatchObject({ attainment: 50, remaining: 2 });
  });

  it('measures from nothing otherwise, and never calls 100 % what is not reached', () => {
    expect(of(up, 63, 70)).toMatchObject({ state: 'on-track', attainment: 90 });
    expect(of(up, 62, 70)).toMatchObject({ state: 'at-risk', attainment: 88 });
    expect(of(up, 69.99, 70).attainment).toBe(99);
    expect(of(down, 16, 8)).toMatchObject({ attainment: 50, state: 'late' });
    expect(of(up, 5, 70, 80)).toMatchObject({ attainment: 7 }); // a baseline beyond the target says nothing
    expect(of(down, 3, 0)).toMatchObject({ state: 'late', attainment: 0 });
    expect(of(up, 0, 0).state).toBe('reached');
  });

  it('expects of a year only what its elapsed part can give', () => {
    expect(of(up, 30, 60, null, 0.5).state).toBe('on-track');
    expect(of(up, 20, 60, null, 0.5).state).toBe('at-risk');
    expect(of(up, 10, 60, null, 0.5).state).toBe('late');
    expect(of(up, 0, 60, null, 0).state).toBe('on-track');
  });

  it('an awaited yes that is a no is late', () => {
    expect(progress({ indicator: { ...up, kind: 'yes-no', decimals: 0 }, value: 0, target: 1, baseline: 0 }).state).toBe('late');
  });

  it('always gives a whole percentage between 0 and 999, 100 or more exactly when reached', () => {
    const number = fc.integer({ min: 0, max: 2000 }).map((value) => value / 10);
    fc.assert(
      fc.property(fc.constantFrom(up, down), number, number, fc.option(number), fc.double({ min: 0, max: 1, noNaN: true }), (indicator, value, target, baseline, share) => {
        const { state, attainment } = of(indicator, value, target, baseline, share);
        expect(Number.isInteger(attainment)).toBe(true);
        expect(attainment).toBeGreaterThanOrEqual(0);
        expect(attainment).toBeLessThanOrEqual(999);
        expect((attainment ?? 0) >= 100).toBe(state === 'reached');
        expect(state === 'reached').toBe(meetsTarget(indicator, value, target));
      }),
    );
  });
});

describe('the sentence under a chart', () => {
  const period = parsePeriod('2026-Q3');
  const tell = (change: object) => plain(trendSentence({ indicator: share, period, value: 63, target: 70, lastYear: 59, ...change }));

  it('says value, period, target and change', () => {
    expect(tell({})).toBe('63 % au T3 2026, objectif 70 % : +4 points en un an');
    expect(tell({ lastYear: 62 })).toBe('63 % au T3 2026, objectif 70 % : +1 point en un an');
    expect(tell({ lastYear: 63 })).toBe('63 % au T3 2026, objectif 70 % : stable en un an');
    expect(tell({ lastYear: 70 })).toBe('63 % au T3 2026, objectif 70 % : −7 points en un an');
    expect(tell({ lastYear: null, before: { value: 60, period: parsePeriod('2026-Q2') } })).toBe('63 % au T3 2026, objectif 70 % : +3 points depuis T2 2026');
    expect(tell({ lastYear: null, target: null })).toBe('63 % au T3 2026');
    expect(tell({ value: null })).toBe('Aucune valeur au T3 2026, objectif 70 %');
    expect(tell({ indicator: { ...acts }, period: parsePeriod('2026-09'), value: 1240, target: null, lastYear: 1000 })).toBe('1 240 actes en sept. 2026 : +240 actes en un an');
    expect(tell({ indicator: { kind: 'yes-no', unit: null, decimals: 0 }, period: parsePeriod('CY5', calendar), value: 1, target: 1, lastYear: 0 })).toBe('Oui en année 5, attendu oui');
  });

  it('reads values and differences', () => {
    expect([formatValue(acts, 0), formatValue(acts, null), formatValue({ ...acts, kind: 'yes-no' }, 0)].map(plain)).toEqual(['0 acte', 'sans valeur', 'non']);
    expect(plain(formatDifference({ ...share, decimals: 1 }, 0.5))).toBe('+0,5 point');
    expect(formatParts(126, 200)).toBe('126 sur 200');
    expect(formatParts(null, 200)).toBe('');
  });
});

describe('values awaited', () => {
  const indicator = { id: 'i', frequency: 'quarter' as const, trackedFrom: '2026-02-10', archivedAt: null };
  const on = (today: string, measures: { indicatorId: string; periodKey: string; status: 'draft' | 'validated' }[] = []) =>
    expectedMeasures([indicator], measures, { today }).map(({ period, need, dueOn, lateDays }) => [period.key, need, dueOn, lateDays]);

  it('are asked from the last day of the period and late after the delay', () => {
    expect(on('2026-03-30')).toEqual([]);
    expect(on('2026-03-31')).toEqual([['2026-Q1', 'to-enter', '2026-04-15', 0]]);
    expect(on('2026-04-15')).toEqual([['2026-Q1', 'to-enter', '2026-04-15', 0]]);
    expect(on('2026-04-16')).toEqual([['2026-Q1', 'to-enter', '2026-04-15', 1]]);
    expect(on('2026-07-02').map(([key, , , late]) => [key, late])).toEqual([['2026-Q1', 78], ['2026-Q2', 0]]);
  });

  it('are to be validated once entered, and asked no more once validated', () => {
    expect(on('2026-04-16', [{ indicatorId: 'i', periodKey: '2026-Q1', status: 'draft' }])).toEqual([['2026-Q1', 'to-validate', '2026-04-15', 1]]);
    expect(on('2026-04-16', [{ indicatorId: 'i', periodKey: '2026-Q1', status: 'validated' }])).toEqual([]);
    expect(on('2026-04-16', [{ indicatorId: 'other', periodKey: '2026-Q1', status: 'validated' }])).toHaveLength(1);
  });

  it('are not asked of an archived indicator, nor before it is tracked, nor before the day asked', () => {
    expect(expectedMeasures([{ ...indicator, archivedAt: new Date(0) }], [], { today: '2027-01-01' })).toEqual([]);
    expect(expectedMeasures([{ ...indicator, trackedFrom: '2030-01-01' }], [], { today: '2027-01-01' })).toEqual([]);
    expect(expectedMeasures([indicator], [], { today: '2027-01-01', since: '2026-10-01' }).map(({ period }) => period.key)).toEqual(['2026-Q4']);
    expect(expectedMeasures([{ ...indicator, frequency: 'contract-year' }], [], { today: '2027-01-01' })).toEqual([]);
  });

  it('of a contract year are awaited once it is over, and can be given while it runs', () => {
    const yearly = { ...indicator, frequency: 'contract-year' as const, trackedFrom: '2026-04-15' };
    const keys = (today: string, of = givablePeriods) => of(yearly, { today, calendar }).map(({ key }) => key);
    expect(keys('2026-04-14')).toEqual([]);
    expect(keys('2026-04-15')).toEqual(['CY5']);
    expect(keys('2027-04-14')).toEqual(['CY5']);
    expect(keys('2027-04-15')).toEqual(['CY5', 'CY6']);
    expect(expectedMeasures([yearly], [], { today: '2026-11-21', calendar })).toEqual([]);
    expect(expectedMeasures([yearly], [], { today: '2027-04-30', calendar })).toMatchObject([{ period: { key: 'CY5' }, lateDays: 1 }]);
    expect(givablePeriods(indicator, { today: '2026-05-01' }).map(({ key }) => key)).toEqual(['2026-Q1']);
    expect(givablePeriods({ ...yearly, archivedAt: new Date(0) }, { today: '2026-05-01', calendar })).toEqual([]);
  });

  it('the next one is that of the running period', () => {
    expect(nextExpected(indicator, { today: '2026-11-21' })).toMatchObject({ period: { key: '2026-Q4' }, from: '2026-12-31', dueOn: '2027-01-15' });
    expect(nextExpected({ ...indicator, archivedAt: new Date(0) }, { today: '2026-11-21' })).toBeUndefined();
  });

  it('never miss nor repeat a period', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), (count) => {
        const today = addDays('2026-02-10', count);
        const keys = expectedMeasures([indicator], [], { today }).map(({ period }) => period.key);
        expect(new Set(keys).size).toBe(keys.length);
        const over = lastDuePeriod(indicator, today) as Period;
        expect(keys.includes(over.key)).toBe(over.end >= '2026-02-10');
      }),
    );
  });
});

describe('where an indicator stands', () => {
  it('shows the quarter before while the last one is within its delay', () => {
    const given = [{ periodKey: '2026-Q2' }];
    expect(periodToShow(acts, given, '2026-10-05')?.key).toBe('2026-Q2');
    expect(periodToShow(acts, given, '2026-10-16')?.key).toBe('2026-Q3');
    expect(periodToShow(acts, [...given, { periodKey: '2026-Q3' }], '2026-10-05')?.key).toBe('2026-Q3');
    expect(periodToShow(acts, [], '2026-10-05')?.key).toBe('2026-Q3');
    expect(lastDuePeriod(acts, '2026-09-30')?.key).toBe('2026-Q3');
    expect(lastDuePeriod({ frequency: 'contract-year' }, '2022-05-01', calendar)).toBeUndefined();
  });

  it('shows a contract year that runs as soon as it has a figure, without asking it to be at its end', () => {
    const yearly = { ...acts, frequency: 'contract-year' as const, aggregation: 'last' as const };
    expect(periodToShow(yearly, [], '2026-10-15', { calendar })?.key).toBe('CY4');
    expect(periodToShow(yearly, [{ periodKey: 'CY5' }], '2026-10-15', { calendar })?.key).toBe('CY5');
    const figure = (value: number, today: string, kind: 'count' | 'yes-no' = 'count') =>
      standingOf({ ...yearly, kind }, quarters({ CY5: { value } }), [{ periodKey: 'CY5', value: kind === 'count' ? 10 : 1 }], parsePeriod('CY5', calendar), { today, calendar }).progress.state;
    expect(figure(5, '2026-10-14')).toBe('on-track');
    expect(figure(5, '2027-04-15')).toBe('late');
    expect([figure(0, '2026-10-14', 'yes-no'), figure(0, '2027-04-15', 'yes-no')]).toEqual(['at-risk', 'late']);
  });

  it('leaves gaps in the curve and compares with the same period a year before', () => {
    const measures = quarters({ '2025-Q3': { numerator: 59, denominator: 100 }, '2026-Q1': { numerator: 61, denominator: 100 }, '2026-Q3': { numerator: 63, denominator: 100 } });
    const standing = standingOf({ ...share, baseline: { value: 50, on: '2022-01-01' } }, measures, [{ periodKey: '2026-Q3', value: 70 }], parsePeriod('2026-Q3'), { today: '2026-10-05', calendar, count: 5 });
    expect(standing.series.map(({ value, target }) => [value, target])).toEqual([[59, null], [null, null], [61, null], [null, null], [63, 70]]);
    expect(plain(standing.sentence)).toBe('63 % au T3 2026, objectif 70 % : +4 points en un an');
    expect(standing.progress).toEqual({ state: 'at-risk', attainment: 65, remaining: 7 });
  });

  it('compares an added count with its year so far, and draws no yearly line over its quarters', () => {
    const measures = quarters({ '2026-Q2': { value: 12 }, '2026-Q3': { value: 14 } });
    const standing = standingOf(acts, measures, [{ periodKey: 'CY5', value: 60 }], parsePeriod('2026-Q3'), { today: '2026-10-05', calendar });
    expect(standing).toMatchObject({ value: 14, compared: 26, target: 60, targetSetFor: 'CY5', progress: { state: 'on-track', attainment: 43 } });
    expect(plain(standing.sentence)).toBe('14 actes au T3 2026, 26 depuis le début de l’année 5 (objectif 60) : +2 actes depuis T2 2026');
    expect(standing.series.every(({ target }) => target === null)).toBe(true);
  });

  it('forgets the yearly target of an added count once its year is over', () => {
    const standing = standingOf(acts, quarters({ '2026-Q3': { value: 14 } }), [{ periodKey: 'CY4', value: 60 }], parsePeriod('2026-Q3'), { today: '2026-10-05', calendar });
    expect(standing).toMatchObject({ target: null, compared: 14, progress: { state: 'no-target' } });
  });
});
