import { parsePeriod, type PeriodCalendar } from '@maillage/domain/kernel';
import { refusal } from '../../testing/refusal';
import { anyException, checkException, checkLock, exceptionFor, isOpenException, lockOver, requireOpen, requireReviewable, type LockException, type LockGround, type PeriodLock } from '../index';

const calendar: PeriodCalendar = { contractStart: '2022-04-15' };
const now = new Date('2026-11-21T09:00:00Z');
const period = (key: string) => parsePeriod(key, calendar);

function lock(key: string): PeriodLock {
  const { start, end } = period(key);
  return { id: key, periodKey: key, periodStart: start, periodEnd: end, lockedAt: now };
}

const exception: LockException = { id: 'x', personId: 'ana', indicatorId: 'acc', periodKey: '2026-Q3', until: new Date('2026-11-22T09:00:00Z'), closedAt: null };
const place = { personId: 'ana', indicatorId: 'acc', period: period('2026-Q3') };
const ground: LockGround = { locks: [lock('2026-Q3')], exceptions: [exception] };

describe('what a lock covers', () => {
  it.each([
    ['2026-Q3', '2026-Q3', true],
    ['2026-Q3', '2026-07', true],
    ['2026-Q3', '2026-09', true],
    ['2026-Q3', '2026-10', false],
    ['2026-Q3', '2026-H2', false],
    ['2026-H1', '2026-Q2', true],
    ['2025', '2025-H2', true],
    ['2025', '2025-12', true],
    ['2025', '2026-01', false],
    ['CY4', '2025-Q3', true],
    // A quarter that only touches the contract year is not inside it.
    ['CY4', '2025-Q2', false],
    ['CY4', 'CY4', true],
    ['CY4', 'CY5', false],
  ])('a lock of %s over %s: %s', (locked, key, expected) => {
    expect(lockOver([lock(locked)], period(key)) !== undefined).toBe(expected);
  });
});

describe('changing a value of a locked period', () => {
  it('is refused to everyone, with its sentence', () => {
    expect(refusal(() => requireOpen({ ...ground, exceptions: [] }, place, now))).toBe('period-locked');
    expect(refusal(() => requireOpen({ ...ground, exceptions: [] }, { ...place, personId: null }, now))).toBe('period-locked');
  });

  it('is open where no lock stands', () => expect(requireOpen({ locks: [], exceptions: [] }, place, now)).toBeNull());

  it('is open to the person, for the indicator and the period of the exception, and to nothing else', () => {
    expect(requireOpen(ground, place, now)).toBe(exception);
    expect(refusal(() => requireOpen(ground, { ...place, personId: 'bob' }, now))).toBe('period-locked');
    expect(refusal(() => requireOpen(ground, { ...place, personId: null }, now))).toBe('period-locked');
    expect(refusal(() => requireOpen(ground, { ...place, indicatorId: 'pre' }, now))).toBe('period-locked');
    expect(refusal(() => requireOpen(ground, { ...place, period: period('2026-08') }, now))).toBe('period-locked');
  });

  it('is over to the millisecond when the exception ends, or is taken back', () => {
    expect(isOpenException(exception, new Date(exception.until.getTime() - 1))).toBe(true);
    expect(isOpenException(exception, exception.until)).toBe(false);
    expect(refusal(() => requireOpen(ground, place, exception.until))).toBe('period-locked');
    expect(exceptionFor({ ...ground, exceptions: [{ ...exception, closedAt: now }] }, place, now)).toBeUndefined();
  });

  it('lets what was changed be read and validated while it lasts, by whoever validates', () => {
    expect(requireReviewable(ground, { ...place, personId: 'coordinator' }, now)).toEqual({ locked: true });
    expect(requireReviewable({ locks: [], exceptions: [] }, place, now)).toEqual({ locked: false });
    expect(refusal(() => requireReviewable(ground, place, exception.until))).toBe('period-locked');
    expect(anyException(ground, place, now)).toBe(exception);
  });
});

describe('locking and granting', () => {
  it('locks a period that is over, once', () => {
    expect(() => checkLock(period('2026-Q3'), [], '2026-10-01')).not.toThrow();
    expect(refusal(() => checkLock(period('2026-Q3'), [], '2026-09-30'))).toBe('lock-period-not-over');
    expect(refusal(() => checkLock(period('2026-Q3'), [lock('2026-Q3')], '2026-10-01'))).toBe('lock-exists');
    expect(refusal(() => checkLock(period('2026-08'), [lock('2026-Q3')], '2026-10-01'))).toBe('lock-exists');
    expect(() => checkLock(period('2025'), [lock('2025-Q3')], '2026-10-01')).not.toThrow();
  });

  it('grants what a lock closes, to an end that is to come and not far, with a reason', () => {
    const ask = (until: string, reason: string | null, locks = ground.locks) => refusal(() => checkException({ until: new Date(until), reason }, locks, place.period, now));
    expect(ask('2026-11-22T09:00:00Z', 'Chiffre corrigé par la CPAM')).toBeUndefined();
    expect(ask('2026-11-21T09:00:00Z', 'Chiffre corrigé par la CPAM')).toBe('exception-end-invalid');
    expect(ask('2026-12-23T09:00:00Z', 'Chiffre corrigé par la CPAM')).toBe('exception-end-invalid');
    expect(ask('2026-11-22T09:00:00Z', 'non')).toBe('measure-reason-missing');
    expect(ask('2026-11-22T09:00:00Z', 'Chiffre corrigé par la CPAM', [])).toBe('exception-without-lock');
  });
});
