import { addDays, isDomainError, parsePeriod } from '@maillage/domain/kernel';
import * as fc from 'fast-check';
import {
  aggregate, checkFormula, checkLock, checkTarget, collectionTasks, eventsByQuarter, expectedMeasures, feedsFrequency, givablePeriods, isToldIn, lockOver, nextExpected,
  periodToShow, recordMeasure, requireOpen, standingOf, stateAbsence, tellEvents, toldBy, type FormulaIndicator, type ReadFormula,
} from '..';

const calendar = { contractStart: '2022-04-15' };
const plain = (text: string | null): string => (text ?? '').replace(/[\u00A0\u202F]/g, ' ');
const event = (key: string, figures: { value?: number; numerator?: number; denominator?: number; comment?: string; status?: 'draft' | 'validated'; remark?: string } = {}) => {
  const { start, end } = parsePeriod(key);
  const { value = 1, numerator = null, denominator = null, comment = null, status = 'validated', remark = null } = figures;
  return { indicatorId: 'i', periodKey: key, periodStart: start, periodEnd: end, numerator, denominator, value, comment, status, remark };
};
const drills = { kind: 'count' as const, unit: 'exercices', decimals: 0, direction: 'up' as const, aggregation: 'sum' as const, frequency: 'event' as const, baseline: null, countsPatients: false };
const followed = { id: 'i', frequency: 'event' as const, trackedFrom: '2024-01-01', archivedAt: null };
const code = (work: () => unknown): string => {
  try {
    work();
    return 'accepted';
  } catch (error) {
    if (isDomainError(error)) return error.code;
    throw error;
  }
};

describe('an event', () => {
  const moment = { now: new Date('2026-11-22T10:00:00Z'), today: '2026-11-22', calendar };
  const indicator = { ...drills, name: 'Exercices de crise', bounded: false, numeratorLabel: null, denominatorLabel: null, archivedAt: null };

  it('is recorded at its day, up to today and never in the future', () => {
    expect(recordMeasure(indicator, null, { periodKey: 'E2026-11-22', value: 1 }, moment)).toMatchObject({ periodKey: 'E2026-11-22', periodStart: '2026-11-22', periodEnd: '2026-11-22' });
    expect(recordMeasure(indicator, null, { periodKey: 'E2026-11-03.2', value: 2 }, moment)).toMatchObject({ periodKey: 'E2026-11-03.2', periodEnd: '2026-11-03' });
    expect(code(() => recordMeasure(indicator, null, { periodKey: 'E2026-11-23', value: 1 }, moment))).toBe('event-in-future');
  });

  it('is given to an indicator that follows events, and to no other', () => {
    expect(code(() => recordMeasure(indicator, null, { periodKey: '2026-Q3', value: 1 }, moment))).toBe('measure-period-mismatch');
    expect(code(() => recordMeasure({ ...indicator, frequency: 'month' }, null, { periodKey: 'E2026-11-03', value: 1 }, moment))).toBe('measure-period-mismatch');
  });

  it('is never awaited: no round, no absence, nothing late; once given it waits to be validated', () => {
    const options = { today: '2026-11-22', calendar };
    expect([givablePeriods(followed, options), nextExpected(followed, options), collectionTasks([{ ...followed, archivedOn: null }], new Map(), options)]).toEqual([[], undefined, []]);
    const given = [event('E2026-01-05', { status: 'draft' }), event('E2026-11-03'), event('E2026-11-03.2', { status: 'draft', remark: 'Combien ?' })];
    expect(expectedMeasures([followed], given, options)).toMatchObject([
      { period: { key: 'E2026-01-05' }, need: 'to-validate', lateDays: 0 },
      { period: { key: 'E2026-11-03.2' }, need: 'to-correct', lateDays: 0 },
    ]);
    expect(expectedMeasures([followed], given, { ...options, since: '2026-10-01' })).toHaveLength(1);
    expect(expectedMeasures([{ ...followed, archivedAt: new Date() }], given, options)).toEqual([]);
    expect(code(() => stateAbsence(indicator, false, { periodKey: 'E2026-11-03', reason: 'Rien ne s’est passé' }, options))).toBe('absence-event');
  });

  it('has no target of its own and no lock of its own', () => {
    expect(code(() => checkTarget({ ...drills, bounded: false }, { periodKey: 'E2026-11-03', value: 1 }, calendar))).toBe('target-invalid');
    expect(checkTarget({ ...drills, bounded: false }, { periodKey: 'CY5', value: 2 }, calendar)).toMatchObject({ periodKey: 'CY5', value: 2 });
    expect(code(() => checkLock(parsePeriod('E2026-11-03'), [], '2026-11-22'))).toBe('invalid-period');
  });

  it('is closed by the lock that holds its day, and opened by an exception on it alone', () => {
    const now = moment.now;
    const lock = { id: 'l', periodKey: '2026-10', periodStart: '2026-10-01', periodEnd: '2026-10-31', lockedAt: now };
    for (const [key, closed] of [['E2026-09-30', false], ['E2026-10-01', true], ['E2026-10-31.3', true], ['E2026-11-01', false]] as const) expect(lockOver([lock], parsePeriod(key)) !== undefined).toBe(closed);
    const exceptions = [{ id: 'x', personId: 'p', indicatorId: 'i', periodKey: 'E2026-10-31', until: new Date('2026-11-30'), closedAt: null }];
    const place = (key: string) => ({ personId: 'p', indicatorId: 'i', period: parsePeriod(key) });
    expect(requireOpen({ locks: [lock], exceptions }, place('E2026-10-31'), now)?.id).toBe('x');
    expect(code(() => requireOpen({ locks: [lock], exceptions }, place('E2026-10-30'), now))).toBe('period-locked');
    expect(code(() => requireOpen({ locks: [lock], exceptions }, place('E2026-10-31.2'), now))).toBe('period-locked');
  });
});

describe('events brought together', () => {
  const given = [event('E2026-04-14', { value: 4 }), event('E2026-04-15', { value: 1 }), event('E2026-11-03.2', { value: 3 }), event('E2026-11-03', { value: 2, status: 'draft', comment: 'Salle des fêtes' })];

  it('make the year by their sum, their last one or their mean; their ratio is that of the sums', () => {
    const year = { start: '2026-04-15', end: '2027-04-14' };
    const over = (change: object) => aggregate({ ...drills, ...change }, given, year, '2026-11-22', calendar);
    expect(over({})).toMatchObject({ value: 6, periodsWithValue: 3, periodsOver: 0, complete: true });
    expect(over({ aggregation: 'last' }).value).toBe(3);
    expect(over({ aggregation: 'mean' }).value).toBe(2);
    expect(aggregate(drills, [], year, '2026-11-22', calendar).value).toBeNull();
    const rates = [event('E2026-05-01', { numerator: 1, denominator: 1, value: 100 }), event('E2026-06-01', { numerator: 0, denominator: 9, value: 0 })];
    expect(aggregate({ ...drills, kind: 'ratio', unit: '%' }, rates, year, '2026-11-22', calendar)).toMatchObject({ value: 10, numerator: 1, denominator: 10 });
  });

  it('make quarters, draft while one of them is, each comment with its day', () => {
    expect(eventsByQuarter(drills, given, '2026-11-22', calendar)).toMatchObject([
      { periodKey: '2026-Q2', value: 5, status: 'validated', comment: null },
      { periodKey: '2026-Q4', value: 5, status: 'draft' },
    ]);
    expect(plain(eventsByQuarter(drills, given, '2026-11-22')[1]?.comment ?? null)).toBe('3 novembre 2026 : Salle des fêtes');
    expect(toldBy('event')).toBe('quarter');
    expect(isToldIn('E2026-11-03.2', parsePeriod('2026-Q4'))).toBe(true);
    expect(isToldIn('E2026-09-30', parsePeriod('2026-Q4'))).toBe(false);
  });

  it('lose and invent none: quarters add up to all of them', () => {
    const day = fc.integer({ min: 0, max: 1500 }).map((count) => `E${addDays('2023-01-01', count)}`);
    fc.assert(fc.property(fc.uniqueArray(day, { maxLength: 40 }), (keys) => {
      const events = keys.map((key, index) => event(key, { value: index + 1 }));
      const total = eventsByQuarter(drills, events, '2027-06-01').reduce((sum, { value }) => sum + value, 0);
      expect(total).toBe(events.reduce((sum, { value }) => sum + value, 0));
    }));
  });

  it('stand at their quarter, against the sum of that very year, whatever quarter it begins in', () => {
    const targets = [{ periodKey: 'CY5', value: 8 }];
    const standing = standingOf(drills, given, targets, parsePeriod('2026-Q4'), { today: '2026-11-22', calendar });
    // 14 April belongs to the year before.
    expect(standing).toMatchObject({ value: 5, compared: 6, target: 8, targetSetFor: 'CY5', status: 'draft', progress: { state: 'on-track' } });
    expect(plain(standing.sentence)).toBe('5 exercices au T4 2026, 6 depuis le début de l’année 5 (objectif 8)');
    expect(standing.series.map(({ value }) => value).slice(-3)).toEqual([5, null, 5]);
    expect(standingOf(drills, given, targets, parsePeriod('2026-Q2'), { today: '2026-11-22', calendar }).compared).toBe(1);
  });

  it('miss nothing in a quarter without any', () => {
    const standing = standingOf(drills, given, [{ periodKey: 'CY5', value: 8 }], parsePeriod('2026-Q3'), { today: '2026-10-02', calendar });
    expect(standing).toMatchObject({ value: null, compared: 1, progress: { attainment: 12 } });
    expect(plain(standing.sentence)).toBe('Aucun événement au T3 2026, 1 depuis le début de l’année 5 (objectif 8)');
  });

  it('are shown at the quarter that runs as soon as something happened in it, else at the one before', () => {
    const show = (keys: string[], today: string, change: object = {}) => periodToShow({ ...drills, ...change }, keys.map((key) => ({ periodKey: key })), today, { calendar })?.key;
    expect(show(['E2026-08-01', 'E2026-11-03'], '2026-11-22')).toBe('2026-Q4');
    expect(show(['E2026-08-01'], '2026-11-22')).toBe('2026-Q3');
    expect(show(['E2026-02-01'], '2026-11-22')).toBe('2026-Q4');
    expect(show(['E2026-02-01'], '2026-11-22', { kind: 'average' })).toBe('2026-Q1');
    expect(show(['E2024-02-01'], '2026-11-22', { kind: 'average' })).toBe('2026-Q4');
    expect(show(['E2026-11-03'], '2026-06-30')).toBe('2026-Q2');
    expect(show([], '2026-11-22')).toBe('2026-Q4');
  });

  it('are told day by day, without the figures of patients, the many counted', () => {
    expect(plain(tellEvents(drills, given.slice(2)))).toBe('3 novembre 2026 : 3 exercices\n3 novembre 2026 : 2 exercices, Salle des fêtes');
    expect(plain(tellEvents({ ...drills, countsPatients: true }, given.slice(2)))).toBe('3 novembre 2026\n3 novembre 2026 : Salle des fêtes');
    expect(plain(tellEvents(drills, Array.from({ length: 14 }, () => event('E2026-11-03')))).split('\n').at(-1)).toBe('et 2 autres événements');
    expect(tellEvents(drills, [])).toBeNull();
  });
});

describe('events and formulas', () => {
  const indicator = (id: string, change: Partial<FormulaIndicator> = {}): FormulaIndicator => ({ ...drills, id, code: id.toUpperCase(), name: id, bounded: false, ...change }) as FormulaIndicator;
  const formula = { text: 'A + A', node: { is: 'input', index: 0 }, inputs: [{ kind: 'indicator', id: 'a', code: 'A', part: 'value' }] } as unknown as ReadFormula;

  it('feed the periods that hold them, and are never computed', () => {
    expect([feedsFrequency('event', 'month'), feedsFrequency('event', 'contract-year'), feedsFrequency('month', 'event')]).toEqual([true, true, false]);
    const known = new Map([['a', indicator('a')]]);
    expect(code(() => checkFormula(formula, indicator('b', { frequency: 'quarter' }), known))).toBe('accepted');
    expect(code(() => checkFormula(formula, indicator('b'), known))).toBe('formula-unsuitable');
  });
});
