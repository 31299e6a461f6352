import { indicatorsOf } from '@maillage/domain/contract';
import { checkIndicator } from '@maillage/domain/indicators';
import { parsePeriod } from '@maillage/domain/kernel';
import { exampleTerms } from '../testing/example-terms';
import { refusal } from '../testing/refusal';
import { checkLink, contractTarget, definitionFrom, freeIndicatorCode, kindFits, type LinkedIndicator, missingStanding, yearStanding, type YearValue } from './index';

const all = indicatorsOf(exampleTerms);
const calendar = { contractStart: '2022-04-15' };

describe('the indicator that follows a contract indicator', () => {
  it('keeps the rules of indicators, whatever the contract indicator', () => {
    const taken = new Set<string>();
    for (const { mission, indicator } of all) {
      const code = freeIndicatorCode(indicator.code, taken);
      const definition = definitionFrom(indicator, { code, mission: mission.code, yearStart: '2026-04-15' });
      const checked = checkIndicator(definition, { missionCodes: [mission.code], takenCodes: [...taken], actionKnown: false });
      expect(checked).toEqual(definition);
      expect(kindFits(indicator, checked)).toBe(true);
      taken.add(code);
    }
    expect(taken.size).toBe(all.length);
  });

  it.each([
    ['mt-ald', [], 'MT-ALD'],
    ['mt-ald', ['MT-ALD'], 'MT-ALD-2'],
    ['mt-ald', ['MT-ALD', 'MT-ALD-2'], 'MT-ALD-3'],
    ['a', [], 'A-1'],
    ['professional-training-of-the-year', [], 'PROFESSIONAL-TRAININ'],
    ['professional-training-of-the-year', ['PROFESSIONAL-TRAININ'], 'PROFESSIONAL-TRAIN-2'],
    ['professionals-train-of-the-year', [], 'PROFESSIONALS-TRAIN'],
  ])('%s, where %j are taken, becomes %s', (code, taken, free) => {
    expect(freeIndicatorCode(code, new Set(taken))).toBe(free);
  });

  it('aims at the threshold that pays most', () => {
    const target = (code: string) => contractTarget(all.find(({ indicator }) => indicator.code === code)!.indicator);
    expect(['mt-ald', 'scr-breast', 'mt-16', 'directory-online'].map(target)).toEqual([50, 75, 68_811, 1]);
    expect(contractTarget({ scoring: { mode: 'tiers', tiers: [] }, direction: 'up' })).toBeNull();
  });

  it('is refused when it does not count the same thing, or is archived', () => {
    const count = { kind: 'count' as const, unit: null, name: 'Réunions', archivedAt: null };
    const contract = (kind: 'count' | 'rate' | 'done') => ({ kind, title: 'Indicateur' });
    expect(refusal(() => checkLink(contract('count'), count))).toBeUndefined();
    expect(refusal(() => checkLink(contract('rate'), { ...count, kind: 'ratio', unit: '%' }))).toBeUndefined();
    expect(refusal(() => checkLink(contract('rate'), { ...count, kind: 'ratio', unit: '‰' }))).toBe('link-kind-differs');
    expect(refusal(() => checkLink(contract('count'), { ...count, unit: '%' }))).toBe('link-kind-differs');
    expect(refusal(() => checkLink(contract('done'), count))).toBe('link-kind-differs');
    expect(refusal(() => checkLink(contract('count'), { ...count, archivedAt: new Date(0) }))).toBe('indicator-archived');
  });
});

describe('the value of a contract indicator in a contract year', () => {
  const year = parsePeriod('CY5', calendar);
  const quarterly: LinkedIndicator = { kind: 'count', unit: null, decimals: 0, aggregation: 'sum', frequency: 'quarter' };
  const given = (periodKey: string, value: number, more: Partial<YearValue> = {}): YearValue => {
    const { start, end } = parsePeriod(periodKey, calendar);
    return { periodKey, periodStart: start, periodEnd: end, numerator: null, denominator: null, value, status: 'validated', recordedOn: end, evidence: 1, ...more };
  };
  const standing = (indicator: LinkedIndicator, values: YearValue[]) => yearStanding(indicator, values, year, { today: '2026-11-21', source: 'Agenda', calendar });

  it('is missing without a value inside the year', () => {
    expect(standing(quarterly, [given('2026-Q1', 3)])).toEqual(missingStanding);
  });

  it('adds counts, and is validated when every one of them is', () => {
    expect(standing(quarterly, [given('2026-Q3', 2), given('2026-Q2', 1)])).toEqual({ value: 3, status: 'validated', asOf: '2026-09-30', source: 'Agenda', evidence: 2 });
    expect(standing(quarterly, [given('2026-Q3', 2), given('2026-Q2', 1, { status: 'draft' })]).status).toBe('draft');
  });

  it('takes the last count, or the last answer, alone', () => {
    const last: LinkedIndicator = { ...quarterly, aggregation: 'last' };
    const values = [given('2026-Q2', 5, { status: 'draft' }), given('2026-Q3', 7, { evidence: 0 })];
    expect(standing(last, values)).toMatchObject({ value: 7, status: 'validated', evidence: 0 });
    expect(standing({ ...last, kind: 'yes-no' }, [given('2026-Q2', 1), given('2026-Q3', 0)]).value).toBe(0);
  });

  it('makes the ratio of the sums', () => {
    const ratio: LinkedIndicator = { kind: 'ratio', unit: '%', decimals: 2, aggregation: 'sum', frequency: 'quarter' };
    const share = (key: string, numerator: number, denominator: number) => given(key, 0, { numerator, denominator });
    expect(standing(ratio, [share('2026-Q2', 1, 2), share('2026-Q3', 1, 10)]).value).toBe(16.67);
  });

  it('is of the day it was given while its year runs', () => {
    const yearly: LinkedIndicator = { ...quarterly, aggregation: 'last', frequency: 'contract-year' };
    expect(standing(yearly, [given('CY5', 4, { recordedOn: '2026-11-02' }), given('CY4', 9)])).toMatchObject({ value: 4, asOf: '2026-11-02' });
    expect(standing(yearly, [given('CY5', 4, { recordedOn: '2027-05-02' })]).asOf).toBe('2027-04-14');
  });
});
