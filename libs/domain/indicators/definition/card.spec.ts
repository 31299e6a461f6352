import { missionCodes } from '@maillage/domain/contract';
import { monthPeriod, parsePeriod, periodsBetween, roundTo } from '@maillage/domain/kernel';
import * as fc from 'fast-check';
import { refusal } from '../../testing/refusal';
import {
  aggregate,
  alertState,
  checkBreakdowns,
  checkIndicator,
  checkIndicatorChange,
  checkVersionReason,
  definitionChanges,
  type IndicatorInput,
  keptParts,
  makesVersion,
  type MeasuredIndicator,
  needsProof,
  progress,
  ratioValue,
  recordMeasure,
  targetFor,
  tellParts,
  versionOf,
} from '../index';

const input: IndicatorInput = {
  code: 'ACC-01', name: 'Délai moyen', definition: 'Jours entre la demande et le rendez-vous.', kind: 'average', numeratorLabel: 'Jours d’attente',
  denominatorLabel: 'Demandes', unit: 'jours', decimals: 1, direction: 'down', frequency: 'month', aggregation: 'sum', bounded: false, countsPatients: true,
  source: null, evidenceExpected: null, baseline: null, missions: ['access-to-care'], actionId: null, responsiblePersonId: null, trackedFrom: '2026-01-01',
};
const around = { missionCodes, takenCodes: [], actionKnown: false };
const check = (change: Partial<IndicatorInput>) => checkIndicator({ ...input, ...change }, around);
const measured = (change: Partial<IndicatorInput> = {}): MeasuredIndicator => ({ ...check(change), archivedAt: null });
const now = { now: new Date('2026-12-31T10:00:00Z'), today: '2026-12-31', calendar: { contractStart: '2022-04-15' } };
const year = parsePeriod('2026');

describe('kinds of an indicator', () => {
  it('takes an average with its total and its number named, never of percentages', () => {
    expect(check({})).toMatchObject({ kind: 'average', numeratorLabel: 'Jours d’attente', rationale: null, breakdowns: [], alert: null });
    expect(refusal(() => check({ denominatorLabel: null }))).toBe('indicator-definition-incomplete');
    expect(refusal(() => check({ unit: '%' }))).toBe('indicator-mean-refused');
    expect(refusal(() => check({ kind: 'count', unit: '%', aggregation: 'mean' }))).toBe('indicator-mean-refused');
    expect(check({ kind: 'count', unit: 'patients', aggregation: 'mean' }).aggregation).toBe('mean');
    expect(check({ aggregation: 'mean' }).aggregation).toBe('sum');
  });

  it('takes a delay of its own within what a community can choose; an event, which nobody owes, has none', () => {
    expect([check({}).dueDays, check({ dueDays: 0 }).dueDays, check({ dueDays: 90 }).dueDays]).toEqual([null, 0, 90]);
    for (const dueDays of [-1, 91, 2.5]) expect(refusal(() => check({ dueDays }))).toBe('invalid-input');
    expect(check({ frequency: 'event', dueDays: 30 }).dueDays).toBeNull();
    expect(makesVersion(definitionChanges(check({}), check({ dueDays: 30 })))).toBe(false);
  });

  it('wants the proof of a deliverable said, and asks for it with a yes only', () => {
    expect(refusal(() => check({ kind: 'deliverable' }))).toBe('indicator-definition-incomplete');
    const deliverable = check({ kind: 'deliverable', evidenceExpected: 'Compte rendu', unit: 'x', direction: 'down', decimals: 2 });
    expect(deliverable).toMatchObject({ unit: null, decimals: 0, direction: 'up', aggregation: 'last', numeratorLabel: null });
    expect(needsProof(deliverable, 1)).toBe(true);
    expect(needsProof(deliverable, 0)).toBe(false);
    expect(needsProof({ kind: 'yes-no' }, 1)).toBe(false);
  });

  it('takes the value of each kind as it is typed', () => {
    expect(recordMeasure(measured(), null, { periodKey: '2026-03', numerator: 63, denominator: 12 }, now)).toMatchObject({ value: 5.3, numerator: 63, denominator: 12 });
    expect(recordMeasure(measured({ kind: 'sum', unit: 'heures' }), null, { periodKey: '2026-03', value: 12.5 }, now)).toMatchObject({ value: 12.5, numerator: null });
    expect(refusal(() => recordMeasure(measured(), null, { periodKey: '2026-03', numerator: 63, denominator: 0 }, now))).toBe('measure-denominator-zero');
    const answer = measured({ kind: 'deliverable', evidenceExpected: 'Bilan', frequency: 'half-year' });
    expect(recordMeasure(answer, null, { periodKey: '2026-H1', value: 1 }, now)).toMatchObject({ value: 1, periodStart: '2026-01-01', periodEnd: '2026-06-30' });
    expect(refusal(() => recordMeasure(answer, null, { periodKey: '2026-H1', value: 2 }, now))).toBe('measure-not-yes-no');
  });
});

const months = periodsBetween('month', '2026-01-01', '2026-12-31');
const figures = fc.array(fc.record({ month: fc.integer({ min: 1, max: 12 }), above: fc.integer({ min: 0, max: 5000 }), below: fc.integer({ min: 1, max: 500 }) }), { minLength: 1, maxLength: 12 });

describe('how the periods of a year add up', () => {
  it('divides the sum of the totals by the sum of the numbers, whatever the order, for rates and averages', () => {
    fc.assert(
      fc.property(figures, fc.constantFrom(['average', 'jours'] as const, ['ratio', '%'] as const, ['ratio', '‰'] as const), (lines, [kind, unit]) => {
        const once = [...new Map(lines.map((line) => [line.month, line])).values()];
        const values = once.map(({ month, above, below }) => ({ ...monthPeriod(2026, month), above, below })).map(({ key, start, end, above, below }) => ({
          periodKey: key, periodStart: start, periodEnd: end, numerator: above, denominator: below, value: ratioValue(above, below, { unit, decimals: 1 }),
        }));
        const shape = { kind, unit, decimals: 1, aggregation: 'last' as const, frequency: 'month' as const };
        const made = aggregate(shape, values, year, '2027-01-15');
        const sum = (pick: (line: (typeof once)[number]) => number): number => once.reduce((total, line) => total + pick(line), 0);
        expect(made.value).toBe(ratioValue(sum(({ above }) => above), sum(({ below }) => below), { unit, decimals: 1 }));
        expect(aggregate(shape, [...values].reverse(), year, '2027-01-15')).toEqual(made);
        // Between the smallest and the largest of them, and of no use to say which way it was asked to add.
        expect(made.value).toBeGreaterThanOrEqual(Math.min(...values.map(({ value }) => value)) - 0.1);
        expect(made.value).toBeLessThanOrEqual(Math.max(...values.map(({ value }) => value)) + 0.1);
        for (const aggregation of ['sum', 'mean'] as const) expect(aggregate({ ...shape, aggregation }, values, year, '2027-01-15').value).toBe(made.value);
        expect(made.periodsWithValue).toBe(once.length);
        expect(made.complete).toBe(once.length === months.length);
      }),
    );
  });

  it('adds, keeps the last or takes the mean of counts', () => {
    const values = [4, 8, 9].map((value, index) => ({ periodKey: `2026-0${index + 1}`, periodStart: `2026-0${index + 1}-01`, periodEnd: `2026-0${index + 1}-28`, numerator: null, denominator: null, value }));
    const of = (aggregation: 'sum' | 'last' | 'mean', kind: 'count' | 'sum' = 'count') =>
      aggregate({ kind, unit: null, decimals: 1, aggregation, frequency: 'month' }, values, year, '2027-01-15').value;
    expect([of('sum'), of('last'), of('mean'), of('sum', 'sum')]).toEqual([21, 9, 7, 21]);
  });

  it('brings quarters into halves and civil years, and takes the target of the shortest that holds them', () => {
    const halves = [['2026-H1', 10], ['2026', 18], ['CY5', 40]] as const;
    const targets = halves.map(([periodKey, value]) => ({ periodKey, value }));
    const calendar = { contractStart: '2022-04-15' };
    expect(targetFor(targets, parsePeriod('2026-Q2'), calendar)).toEqual({ value: 10, setFor: '2026-H1', scope: 'covering' });
    expect(targetFor(targets, parsePeriod('2026-Q4'), calendar)).toMatchObject({ setFor: '2026', scope: 'covering' });
    expect(targetFor(targets, parsePeriod('2027-Q1'), calendar)).toMatchObject({ setFor: 'CY5', scope: 'covering' });
    expect(targetFor(targets, parsePeriod('2026-H2'), calendar)).toMatchObject({ setFor: '2026' });
  });
});

describe('thresholds', () => {
  const alert = { warn: 60, alarm: 50 };

  it('stand in the order of the direction', () => {
    expect(check({ kind: 'count', direction: 'up', alert, unit: null, decimals: 0 }).alert).toEqual(alert);
    expect(refusal(() => check({ direction: 'down', alert }))).toBe('target-invalid');
    expect(refusal(() => check({ alert: { warn: -1, alarm: 4 } }))).toBe('measure-negative');
    expect(check({ kind: 'yes-no', alert }).alert).toBeNull();
  });

  it('say more than the way done, but never against a target met', () => {
    const indicator = { kind: 'count' as const, direction: 'up' as const, decimals: 0 };
    const state = (value: number, target: number | null): string => progress({ indicator, value, target, baseline: null, alert: { thresholds: alert, value } }).state;
    expect([state(80, 70), state(65, 70), state(60, 70), state(50, 70), state(50, 40)]).toEqual(['reached', 'on-track', 'at-risk', 'late', 'reached']);
    expect([state(80, null), state(40, null)]).toEqual(['on-track', 'late']);
    expect(alertState({ direction: 'down' }, { warn: 5, alarm: 8 }, 6)).toBe('at-risk');
  });
});

describe('parts of a value', () => {
  const breakdowns = [{ kind: 'profession' as const, label: 'Par profession', parts: ['Médecins', 'Infirmiers', 'Pharmaciens'] }];
  const count = measured({ kind: 'count', unit: 'professionnels', decimals: 0, breakdowns });
  const average = measured({ breakdowns });
  const give = (indicator: MeasuredIndicator, figure: object, parts: object[]) =>
    recordMeasure(indicator, null, { periodKey: '2026-03', ...figure, parts: parts.map((part) => ({ breakdown: 'profession', ...part })) as never }, now);

  it('are named twice at least, each once, one breakdown of each kind', () => {
    expect(checkBreakdowns([{ kind: 'list', label: ' ', parts: [' Gien ', '', 'Briare'] }])).toEqual([{ kind: 'list', label: 'Autre répartition', parts: ['Gien', 'Briare'] }]);
    expect(refusal(() => checkBreakdowns([{ kind: 'list', label: 'x', parts: ['Gien', 'gien'] }]))).toBe('breakdown-invalid');
    expect(refusal(() => checkBreakdowns([{ kind: 'list', label: 'x', parts: ['Gien'] }]))).toBe('breakdown-invalid');
    expect(refusal(() => checkBreakdowns([...breakdowns, ...breakdowns]))).toBe('breakdown-invalid');
    expect(check({ kind: 'count', unit: '%', breakdowns, bounded: true }).breakdowns).toEqual([]);
  });

  it('add up to the total, both of them for an average', () => {
    expect(give(count, { value: 12 }, [{ part: 'Infirmiers', value: 5 }, { part: 'Médecins', value: 7 }]).parts).toEqual([
      { breakdown: 'profession', part: 'Médecins', numerator: null, denominator: null, value: 7 },
      { breakdown: 'profession', part: 'Infirmiers', numerator: null, denominator: null, value: 5 },
    ]);
    expect(refusal(() => give(count, { value: 12 }, [{ part: 'Médecins', value: 7 }]))).toBe('parts-differ');
    expect(refusal(() => give(count, { value: 12 }, [{ part: 'Dentistes', value: 12 }]))).toBe('part-unknown');
    expect(refusal(() => give(count, { value: 12 }, [{ part: 'Médecins', value: 6 }, { part: 'Médecins', value: 6 }]))).toBe('part-unknown');
    const parts = give(average, { numerator: 63, denominator: 12 }, [{ part: 'Médecins', numerator: 63, denominator: 10 }, { part: 'Infirmiers', numerator: 0, denominator: 2 }]).parts;
    expect(parts.map(({ value }) => value)).toEqual([6.3, 0]);
    expect(tellParts(parts).replace(/[\u00A0\u202F]/g, ' ')).toBe('Médecins : 63 sur 10, Infirmiers : 0 sur 2');
    expect(refusal(() => give(average, { numerator: 63, denominator: 12 }, [{ part: 'Médecins', numerator: 63, denominator: 11 }]))).toBe('parts-differ');
    expect(refusal(() => give(measured({ kind: 'yes-no' }), { value: 1 }, [{ part: 'Médecins', value: 1 }]))).toBe('part-unknown');
  });

  it('always add up, whatever is split', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 3, maxLength: 3 }), (split) => {
        const total = split.reduce((sum, one) => sum + one, 0);
        const parts = split.map((value, index) => ({ part: breakdowns[0]?.parts[index] ?? '', value }));
        const kept = give(count, { value: total }, parts).parts;
        expect(roundTo(kept.reduce((sum, { value }) => sum + (value ?? 0), 0), 6)).toBe(total);
        expect(refusal(() => give(count, { value: total + 1 }, parts))).toBe('parts-differ');
      }),
    );
  });

  it('stay while the same total is given again without a word of them', () => {
    const existing = give(count, { value: 12 }, [{ part: 'Médecins', value: 12 }]);
    expect(keptParts({ breakdowns }, existing, { value: 12 })).toEqual(existing.parts);
    expect(keptParts({ breakdowns }, existing, { value: 13 })).toEqual([]);
    expect(keptParts({ breakdowns: [] }, existing, { value: 12 })).toEqual([]);
    expect(keptParts({ breakdowns }, null, { value: 12 })).toEqual([]);
  });
});

describe('versions of a definition', () => {
  const before = check({});

  it('are made by what is measured, with a reason once values exist', () => {
    expect(makesVersion(definitionChanges(before, check({ limits: 'Les demandes du week-end manquent.' })))).toBe(true);
    expect(makesVersion(definitionChanges(before, check({ trackedFrom: '2026-04-01', responsiblePersonId: 'p1' })))).toBe(false);
    expect(checkVersionReason(null, false)).toBeNull();
    expect(refusal(() => checkVersionReason('  ', true))).toBe('version-reason-missing');
    expect(refusal(() => checkVersionReason('non', true))).toBe('version-reason-missing');
    expect(checkVersionReason(' Demande de la CPAM ', true)).toBe('Demande de la CPAM');
  });

  it('never mix meanings in one series', () => {
    for (const change of [{ kind: 'ratio', unit: '%' }, { frequency: 'half-year' }, { direction: 'up' }, { decimals: 0 }] as Partial<IndicatorInput>[]) {
      expect(refusal(() => checkIndicatorChange(before, check(change), true))).toBe('indicator-kind-locked');
    }
    expect(refusal(() => checkIndicatorChange(before, check({ definition: 'Autrement dit.' }), true))).toBeUndefined();
  });

  it('tell under which one an older value was given', () => {
    const versions = [{ number: 3, at: new Date('2026-06-01') }, { number: 2, at: new Date('2026-03-01') }];
    expect(versionOf({ recordedAt: new Date('2026-01-10') }, versions)).toBe(1);
    expect(versionOf({ recordedAt: new Date('2026-04-10') }, versions)).toBe(2);
    expect(versionOf({ definitionVersion: null, recordedAt: new Date('2026-07-10') }, versions)).toBe(3);
    expect(versionOf({ definitionVersion: 1, recordedAt: new Date('2026-07-10') }, versions)).toBe(1);
  });
});
