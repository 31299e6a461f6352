import { missionCodes } from '@maillage/domain/contract';
import type { DomainErrorCode } from '@maillage/domain/kernel';
import {
  checkEvidenceRemoval,
  checkIndicator,
  checkIndicatorChange,
  checkTarget,
  definitionChanges,
  type IndicatorDefinition,
  type MeasuredIndicator,
  noDetails,
  recordMeasure,
} from '../index';
import { refusal } from '../../testing/refusal';

const definition: IndicatorDefinition = {
  ...noDetails,
  code: 'acc-01',
  name: 'Patients sans médecin traitant',
  definition: 'Part des patients en ALD sans médecin traitant déclaré',
  kind: 'ratio',
  numeratorLabel: 'Patients sans médecin traitant',
  denominatorLabel: 'Patients en ALD',
  unit: '%',
  decimals: 1,
  direction: 'down',
  frequency: 'quarter',
  aggregation: 'sum',
  bounded: true,
  countsPatients: true,
  source: 'CPAM',
  evidenceExpected: null,
  baseline: { value: 12.5, on: '2022-04-15', source: null },
  missions: ['access-to-care'],
  actionId: null,
  responsiblePersonId: null,
  trackedFrom: '2025-01-01',
};
const around = { missionCodes, takenCodes: ['ACC-02'], actionKnown: true };

describe('definition of an indicator', () => {
  const check = (change: object): DomainErrorCode | undefined => refusal(() => checkIndicator({ ...definition, ...change }, around));

  it('is cleaned', () => {
    expect(checkIndicator(definition, around)).toEqual({ ...definition, code: 'ACC-01' });
    const yesNo = checkIndicator({ ...definition, kind: 'yes-no', baseline: { value: 0, on: '2025-01-01' } }, around);
    expect(yesNo).toMatchObject({ unit: null, decimals: 0, direction: 'up', aggregation: 'last', bounded: false, countsPatients: false, numeratorLabel: null });
    expect(checkIndicator({ ...definition, unit: 'jours', bounded: true }, around).bounded).toBe(false);
  });

  it.each<[object, DomainErrorCode | undefined]>([
    [{ code: 'A' }, 'indicator-code-invalid'],
    [{ code: 'ACC_01' }, 'indicator-code-invalid'],
    [{ code: 'A'.repeat(21) }, 'indicator-code-invalid'],
    [{ code: 'A'.repeat(20) }, undefined],
    [{ code: ' acc-02 ' }, 'indicator-code-taken'],
    [{ name: '' }, 'text-missing'],
    [{ definition: ' ' }, 'text-missing'],
    [{ numeratorLabel: null }, 'indicator-definition-incomplete'],
    [{ denominatorLabel: '' }, 'indicator-definition-incomplete'],
    [{ kind: 'gauge' }, 'indicator-definition-incomplete'],
    [{ frequency: 'day' }, 'indicator-definition-incomplete'],
    [{ direction: 'left' }, 'indicator-definition-incomplete'],
    [{ decimals: 5 }, 'invalid-input'],
    [{ decimals: 0.5 }, 'invalid-input'],
    [{ missions: ['money'] }, 'mission-unknown'],
    [{ missions: [] }, 'indicator-served-nowhere'],
    [{ missions: [], actionId: 'a' }, undefined],
    [{ baseline: { value: 100.1, on: '2022-04-15' } }, 'target-invalid'],
    [{ baseline: { value: 12.55, on: '2022-04-15' } }, 'measure-decimals'],
    [{ baseline: { value: 12, on: '2022-04-31' } }, 'invalid-day'],
    [{ baseline: null }, undefined],
    [{ trackedFrom: 'hier' }, 'invalid-day'],
    [{ source: 'NIR 1850578006084' }, 'patient-identifier'],
  ])('%j gives %s', (change, code) => {
    expect(check(change)).toBe(code);
  });

  it('refuses an action that is not there', () => {
    expect(refusal(() => checkIndicator({ ...definition, actionId: 'a' }, { ...around, actionKnown: false }))).toBe('not-found');
  });

  it('no longer changes its meaning once it has values, but may change its words', () => {
    const change = (part: Partial<IndicatorDefinition>, hasMeasures = true) => refusal(() => checkIndicatorChange(definition, { ...definition, ...part }, hasMeasures));
    expect(change({ name: 'Autre', decimals: 2 })).toBeUndefined();
    expect(change({ unit: '‰' }, false)).toBeUndefined();
    for (const part of [{ unit: '‰' }, { kind: 'count' as const }, { frequency: 'month' as const }, { direction: 'up' as const }, { decimals: 0 }]) {
      expect(change(part)).toBe('indicator-kind-locked');
    }
    expect(definitionChanges(definition, { ...definition, name: 'Autre', baseline: null })).toEqual(['name', 'baseline']);
  });

  it('takes possible targets only', () => {
    expect(checkTarget(definition, { periodKey: '2026-Q3', value: 10 })).toEqual({ periodKey: '2026-Q3', value: 10, rationale: null });
    expect(refusal(() => checkTarget(definition, { periodKey: 'CY5', value: 10 }))).toBe('invalid-period');
    expect(refusal(() => checkTarget(definition, { periodKey: '2026-Q3', value: 101 }))).toBe('target-invalid');
    expect(refusal(() => checkTarget(definition, { periodKey: '2026-Q3', value: -1 }))).toBe('measure-negative');
    expect(refusal(() => checkTarget(definition, { periodKey: '2026-Q3', value: Number.NaN }))).toBe('invalid-number');
    expect(refusal(() => checkTarget({ ...definition, kind: 'yes-no', decimals: 0 }, { periodKey: '2026-Q3', value: 0.5 }))).toBe('measure-not-yes-no');
  });
});

describe('recording a value', () => {
  const now = new Date('2026-10-05T09:00:00Z');
  const ratio: MeasuredIndicator = { ...definition, archivedAt: null };
  const count: MeasuredIndicator = { ...ratio, kind: 'count', unit: 'actes', decimals: 0, bounded: false };
  const yesNo: MeasuredIndicator = { ...ratio, kind: 'yes-no', unit: null, decimals: 0, bounded: false };
  const at = (today: string) => ({ now, today });
  const record = (indicator: MeasuredIndicator, input: object, today = '2026-10-05') =>
    recordMeasure(indicator, null, { periodKey: '2026-Q3', ...input }, at(today));

  it('computes a ratio in its unit, rounded', () => {
    expect(record(ratio, { numerator: 126, denominator: 200, comment: ' Vu avec la CPAM ' })).toEqual({
      periodKey: '2026-Q3',
      periodStart: '2026-07-01',
      periodEnd: '2026-09-30',
      numerator: 126,
      denominator: 200,
      value: 63,
      parts: [],
      comment: 'Vu avec la CPAM',
      status: 'draft',
      recordedAt: now,
    });
    expect(record(ratio, { numerator: 1, denominator: 3 }).value).toBe(33.3);
    expect(record({ ...ratio, unit: '‰', bounded: false }, { numerator: 1, denominator: 3 }).value).toBe(333.3);
    expect(record({ ...ratio, unit: 'actes par professionnel', bounded: false }, { numerator: 7.5, denominator: 2 }).value).toBe(3.8);
  });

  it('takes a count and an answer, zero and no included', () => {
    expect(record(count, { value: 0, numerator: 5 })).toMatchObject({ value: 0, numerator: null, denominator: null });
    expect(record(yesNo, { value: 0 }).value).toBe(0);
    expect(record(ratio, { numerator: 0, denominator: 200 }).value).toBe(0);
    expect(record(ratio, { numerator: 200, denominator: 200 }).value).toBe(100);
  });

  it.each<[MeasuredIndicator, object, DomainErrorCode]>([
    [ratio, { numerator: 1 }, 'measure-parts-missing'],
    [ratio, { numerator: null, denominator: 3 }, 'measure-parts-missing'],
    [ratio, { value: 12 }, 'measure-parts-missing'],
    [ratio, { numerator: 0, denominator: 0 }, 'measure-denominator-zero'],
    [ratio, { numerator: 201, denominator: 200 }, 'measure-numerator-above'],
    [ratio, { numerator: -1, denominator: 200 }, 'measure-negative'],
    [ratio, { numerator: 1.5, denominator: 200 }, 'measure-decimals'],
    [ratio, { numerator: Number.NaN, denominator: 200 }, 'invalid-number'],
    [ratio, { numerator: 1, denominator: Number.POSITIVE_INFINITY }, 'invalid-number'],
    [ratio, { numerator: 1, denominator: 1e12 }, 'invalid-number'],
    [{ ...ratio, bounded: false }, { numerator: 1.555, denominator: 2 }, 'measure-decimals'],
    [count, {}, 'measure-value-missing'],
    [count, { value: null }, 'measure-value-missing'],
    [count, { value: -1 }, 'measure-negative'],
    [count, { value: 1.5 }, 'measure-decimals'],
    [yesNo, { value: 2 }, 'measure-not-yes-no'],
    [yesNo, { value: 0.5 }, 'measure-not-yes-no'],
    [yesNo, {}, 'measure-value-missing'],
    [count, { value: 1, periodKey: '2026-09' }, 'measure-period-mismatch'],
    [count, { value: 1, periodKey: '2026-Q4' }, 'measure-period-not-over'],
    [count, { value: 1, periodKey: '2026-T3' }, 'invalid-period'],
    [count, { value: 1, comment: 'Patient 185057800608436' }, 'patient-identifier'],
    [count, { value: 1, comment: 'x'.repeat(4001) }, 'text-too-long'],
    [{ ...count, archivedAt: now }, { value: 1 }, 'indicator-archived'],
  ])('%# refuses what is missing or impossible', (indicator, input, code) => {
    expect(refusal(() => record(indicator, input))).toBe(code);
  });

  it('lets a numerator exceed its denominator only where it is no share', () => {
    expect(record({ ...ratio, bounded: false }, { numerator: 300, denominator: 200 }).value).toBe(150);
  });

  it('opens on the last day of the period', () => {
    expect(refusal(() => record(count, { value: 1 }, '2026-09-29'))).toBe('measure-period-not-over');
    expect(refusal(() => record(count, { value: 1 }, '2026-09-30'))).toBeUndefined();
  });

  it('opens a contract year on its first day: its figure is followed « à ce jour »', () => {
    const yearly = { ...count, frequency: 'contract-year' as const };
    const on = (today: string) => recordMeasure(yearly, null, { periodKey: 'CY5', value: 3 }, { ...at(today), calendar: { contractStart: '2022-04-15' } });
    expect(refusal(() => on('2026-04-14'))).toBe('measure-period-not-over');
    expect(on('2026-04-15')).toMatchObject({ periodStart: '2026-04-15', periodEnd: '2027-04-14', value: 3 });
  });

  it('keeps a percentage given as such within 100', () => {
    const rate = { ...count, unit: '%', decimals: 2, bounded: true };
    expect(refusal(() => record(rate, { value: 100.01 }))).toBe('measure-above-hundred');
    expect(record(rate, { value: 72.39 }).value).toBe(72.39);
  });

  it('needs the contract for a yearly value', () => {
    const yearly = { ...count, frequency: 'contract-year' as const };
    const input = { periodKey: 'CY4', value: 3 };
    expect(refusal(() => recordMeasure(yearly, null, input, at('2026-10-05')))).toBe('invalid-period');
    expect(recordMeasure(yearly, null, input, { ...at('2026-10-05'), calendar: { contractStart: '2022-04-15' } })).toMatchObject({ periodEnd: '2026-04-14' });
  });

  it('corrects a draft, never a validated value', () => {
    const input = { periodKey: '2026-Q3', value: 3 };
    expect(refusal(() => recordMeasure(count, { status: 'draft' }, input, at('2026-10-05')))).toBeUndefined();
    expect(refusal(() => recordMeasure(count, { status: 'validated' }, input, at('2026-10-05')))).toBe('measure-locked');
  });
});

describe('life of a value', () => {
  const draft = { status: 'draft' as const };
  const validated = { status: 'validated' as const };

  it('keeps its proofs once validated', () => {
    expect(refusal(() => checkEvidenceRemoval(draft, []))).toBeUndefined();
    expect(refusal(() => checkEvidenceRemoval(validated, []))).toBe('evidence-locked');
  });
});
