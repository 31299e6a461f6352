import { parsePeriod } from '@maillage/domain/kernel';
import { givesSmallAway, isSmall, type SmallGround } from '..';

type Fed = SmallGround['indicators'][number];

const below = 11;
const fed = (id: string, change: Partial<Fed> = {}): Fed =>
  ({ id, kind: 'count', unit: null, decimals: 0, aggregation: 'sum', frequency: 'quarter', countsPatients: true, formula: null, ...change });
const fromInputs = (...ids: string[]) => ({ formula: { text: ids.join(' + '), inputs: ids.map((id) => ({ kind: 'indicator' as const, id, code: id, part: 'value' as const })) } });
const given = (indicatorId: string, periodKey: string, figures: { value?: number; numerator?: number; denominator?: number }): SmallGround['measures'][number] => {
  const { start, end } = parsePeriod(periodKey);
  const { value = 0, numerator = null, denominator = null } = figures;
  return { id: `${indicatorId} ${periodKey}`, indicatorId, periodKey, periodStart: start, periodEnd: end, value, numerator, denominator, comment: null, status: 'validated' } as SmallGround['measures'][number];
};
const ground = (indicators: Fed[], measures: SmallGround['measures']): SmallGround => ({ indicators, measures, maskBelow: below, today: '2026-11-22', calendar: {} });
const year = parsePeriod('2026');

describe('figures that must not leave as they are', () => {
  it.each([
    ['a small count', { kind: 'count' }, { value: 10 }, true],
    ['a count at the limit', { kind: 'count' }, { value: 11 }, false],
    ['a small count of anything but patients', { kind: 'count', countsPatients: false }, { value: 3 }, false],
    ['an answer by yes or no', { kind: 'yes-no' }, { value: 1 }, false],
    ['a share of few patients', { kind: 'ratio' }, { numerator: 4, denominator: 200 }, true],
    ['a share that leaves few patients aside', { kind: 'ratio' }, { numerator: 195, denominator: 200 }, true],
    ['an average over few patients', { kind: 'average' }, { value: 12, numerator: 120, denominator: 10 }, true],
    ['a low average over many patients', { kind: 'average' }, { value: 0.1, numerator: 2, denominator: 20 }, false],
  ] as const)('%s', (_what, indicator, figures, small) => {
    expect(isSmall({ countsPatients: true, ...indicator }, { value: 0, numerator: null, denominator: null, ...figures }, below)).toBe(small);
  });
});

describe('a formula gives a small number away', () => {
  it('when one of its inputs is small inside the period, and not when it is outside', () => {
    const one = ground([fed('a'), fed('b')], [given('a', '2026-Q1', { value: 40 }), given('b', '2026-Q1', { value: 40 }), given('b', '2025-Q4', { value: 3 })]);
    expect(givesSmallAway(fromInputs('a', 'b'), year, one)).toBe(false);
    expect(givesSmallAway(fromInputs('a', 'b'), parsePeriod('2025'), one)).toBe(true);
    expect(givesSmallAway({ formula: null }, parsePeriod('2025'), one)).toBe(false);
  });

  it('when an input is small over the whole period only', () => {
    const rates = [given('a', '2026-Q1', { numerator: 30, denominator: 20 }), given('a', '2026-Q2', { numerator: 30, denominator: 45 })];
    const one = ground([fed('a', { kind: 'ratio' })], rates);
    expect(rates.some((rate) => isSmall(fed('a', { kind: 'ratio' }), rate, below))).toBe(false);
    expect(givesSmallAway(fromInputs('a'), year, one)).toBe(true);
    expect(givesSmallAway(fromInputs('a'), parsePeriod('2026-Q1'), one)).toBe(false);
  });

  it('through another formula, and ends where formulas turn in a circle or name what is no more', () => {
    const far = [fed('c', { countsPatients: false, ...fromInputs('b') }), fed('b', { countsPatients: false, ...fromInputs('a') }), fed('a')];
    expect(givesSmallAway(fromInputs('c'), year, ground(far, [given('a', '2026-Q1', { value: 3 })]))).toBe(true);
    const circle = [fed('a', fromInputs('b')), fed('b', fromInputs('a'))];
    expect(givesSmallAway(fromInputs('a', 'gone'), year, ground(circle, []))).toBe(false);
  });
});
