import { refusal } from '../../testing/refusal';
import { noHistory, outlierLimits, qualityOf, requireComment, usualRange, warningsOf, type MeasuredIndicator } from '../index';

const moment = { now: new Date('2026-10-05T09:00:00Z'), today: '2026-10-05' };
const count: MeasuredIndicator = {
  name: 'Réunions', kind: 'count', unit: 'réunions', decimals: 0, bounded: false, frequency: 'quarter', numeratorLabel: null, denominatorLabel: null, archivedAt: null,
};
const percent: MeasuredIndicator = { ...count, kind: 'ratio', unit: '%', decimals: 1, bounded: true, numeratorLabel: 'Vus', denominatorLabel: 'Reçus' };
const answer: MeasuredIndicator = { ...count, kind: 'yes-no', unit: null };
const checks = (indicator: MeasuredIndicator, value: number, history: Partial<typeof noHistory>) => warningsOf(indicator, value, { ...noHistory, ...history }).map(({ check }) => check);

describe('what refuses a value', () => {
  it.each([
    ['numerator above denominator', percent, { numerator: 3, denominator: 2 }, 'measure-numerator-above'],
    ['more than 100 %', { ...count, unit: '%', bounded: true }, { value: 101 }, 'measure-above-hundred'],
    ['below zero', count, { value: -1 }, 'measure-negative'],
    ['wrong decimals', count, { value: 1.5 }, 'measure-decimals'],
    ['a period not over', count, { value: 1, periodKey: '2026-Q4' }, 'measure-period-not-over'],
  ] as const)('%s', (_name, indicator, input, code) => {
    const { faults, warnings, recorded } = qualityOf(indicator, { periodKey: '2026-Q3', ...input }, noHistory, moment);
    expect(faults.map((fault) => fault.code)).toEqual([code]);
    expect([warnings, recorded]).toEqual([[], null]);
  });

  it('nothing, for a good value', () => {
    expect(qualityOf(count, { periodKey: '2026-Q3', value: 12 }, noHistory, moment)).toMatchObject({ faults: [], warnings: [], recorded: { value: 12 } });
  });
});

describe('a value far from the habit', () => {
  // Median 20, distances 2 2 1 0 1 2: median 1.5, robust deviation 2.22, reach 7.78.
  const values = [18, 22, 19, 20, 21, 22];

  it('is one beyond 3.5 robust deviations of the median, the border included in the habit', () => {
    const usual = usualRange({ ...count, decimals: 2 }, values);
    expect(usual).toEqual({ low: 12.72, high: 28.28 });
    expect(checks({ ...count, decimals: 2 }, 28.28, { values })).toEqual([]);
    expect(checks({ ...count, decimals: 2 }, 28.29, { values })).toEqual(['outlier']);
    expect(checks({ ...count, decimals: 2 }, 12.71, { values })).toEqual(['outlier']);
  });

  it('needs six values', () => {
    expect(values).toHaveLength(outlierLimits.values);
    expect(usualRange(count, values.slice(1))).toBeUndefined();
  });

  it('is not thrown off by one wild value', () => {
    expect(checks(count, 60, { values: [...values, 4000] })).toEqual(['outlier']);
  });

  it('leaves room when all values were the same', () => {
    expect(usualRange(count, [100, 100, 100, 100, 100, 100])).toEqual({ low: 83, high: 118 });
    expect(usualRange(count, [2, 2, 2, 2, 2, 2])).toEqual({ low: 1, high: 3 });
  });

  it('says nothing of answers', () => expect(usualRange(answer, [1, 1, 1, 1, 1, 1])).toBeUndefined());
});

describe('the other checks', () => {
  const previous = { value: 61, label: 'T2 2026' };

  it('tells a jump from the last value', () => {
    expect(checks(percent, 86, { previous })).toEqual(['jump']);
    expect(checks(percent, 85.9, { previous })).toEqual([]);
    expect(warningsOf(percent, 6.3, { ...noHistory, previous })[0]?.sentence).toContain('T2 2026');
  });

  it('tells another source that says otherwise, and nothing when they agree', () => {
    expect(checks(count, 12, { other: { value: 14, source: 'import' } })).toEqual(['other-source']);
    expect(checks(count, 14, { other: { value: 14, source: 'import' } })).toEqual([]);
  });

  it('tells a definition changed since the last value', () => {
    expect(checks(count, 12, { definitionChangedOn: '2026-08-01' })).toEqual(['definition-changed']);
  });

  it('tells them all at once, and takes the value with a comment only', () => {
    const warnings = warningsOf(count, 200, { values: [18, 22, 19, 20, 21, 22], previous: { value: 22, label: 'T2 2026' }, other: { value: 20, source: 'import' }, definitionChangedOn: '2026-08-01' });
    expect(warnings.map(({ check }) => check)).toEqual(['outlier', 'jump', 'other-source', 'definition-changed']);
    expect(refusal(() => requireComment(warnings, '  '))).toBe('measure-comment-needed');
    expect(refusal(() => requireComment(warnings, 'Deux structures de plus.'))).toBeUndefined();
    expect(refusal(() => requireComment([], null))).toBeUndefined();
  });
});
