import { isDomainError, quarterPeriod } from '@maillage/domain/kernel';
import {
  checkCollectionSettings,
  collectionRates,
  collectionTasks,
  ordinaryCollection,
  ownerOf,
  ownerOfReturned,
  reminderStage,
  stateAbsence,
  taskKey,
  type CollectedIndicator,
  type CollectionAnswer,
  type CollectionState,
} from '..';

const code = (work: () => unknown): string => {
  try {
    work();
    return 'accepted';
  } catch (error) {
    if (isDomainError(error)) return error.code;
    throw error;
  }
};

const followed: CollectedIndicator = { id: 'a', frequency: 'quarter', trackedFrom: '2026-01-01', archivedOn: null };
const answered = (periodKey: string, on: string, kind: CollectionAnswer['kind'] = 'value'): Map<string, CollectionAnswer> => new Map([[taskKey('a', periodKey), { kind, on }]]);
const tasks = (today: string, answers = new Map<string, CollectionAnswer>(), change: Partial<CollectedIndicator> = {}, dueDays = 15) =>
  collectionTasks([{ ...followed, ...change }], answers, { today, dueDays }).map(({ period, dueOn, state, lateDays }) => [period.key, dueOn, state, lateDays]);

describe('the round of a period', () => {
  it('opens on its last day, without anybody', () => {
    expect(tasks('2026-03-30')).toEqual([]);
    expect(tasks('2026-03-31')).toEqual([['2026-Q1', '2026-04-15', 'awaited', 0]]);
  });

  it('is missing from the day after the due day, by the delay the community set', () => {
    expect(tasks('2026-04-15')).toEqual([['2026-Q1', '2026-04-15', 'awaited', 0]]);
    expect(tasks('2026-04-16')).toEqual([['2026-Q1', '2026-04-15', 'missing', 1]]);
    expect(tasks('2026-04-01', undefined, {}, 0)).toEqual([['2026-Q1', '2026-03-31', 'missing', 1]]);
  });

  it('falls due by the delay of its indicator, when it has its own', () => {
    expect(tasks('2026-04-16', undefined, { dueDays: 45 })).toEqual([['2026-Q1', '2026-05-15', 'awaited', 0]]);
    expect(tasks('2026-04-16', undefined, { dueDays: 0 })).toEqual([['2026-Q1', '2026-03-31', 'missing', 16]]);
    expect(tasks('2026-04-16', undefined, { dueDays: null })).toEqual([['2026-Q1', '2026-04-15', 'missing', 1]]);
  });

  it('is answered on time up to the due day, late after it, by a value or by the reason why there is none', () => {
    expect(tasks('2026-05-01', answered('2026-Q1', '2026-04-15'))).toEqual([['2026-Q1', '2026-04-15', 'on-time', 0]]);
    expect(tasks('2026-05-01', answered('2026-Q1', '2026-04-16'))).toEqual([['2026-Q1', '2026-04-15', 'late', 1]]);
    expect(tasks('2026-05-01', answered('2026-Q1', '2026-04-02', 'absence'))).toEqual([['2026-Q1', '2026-04-15', 'on-time', 0]]);
  });

  it('is received while it waits to be accepted: on time or late by the day it came', () => {
    expect(tasks('2026-05-01', answered('2026-Q1', '2026-04-15', 'waiting'))).toEqual([['2026-Q1', '2026-04-15', 'to-accept', 0]]);
    expect(tasks('2026-05-01', answered('2026-Q1', '2026-04-17', 'waiting'))).toEqual([['2026-Q1', '2026-04-15', 'to-accept', 2]]);
  });

  it('is owed again once sent back, late since then at the earliest', () => {
    const back = (on: string) => new Map([[taskKey('a', '2026-Q1'), { kind: 'value' as const, on: '2026-04-02', returned: { on, at: 1, remark: 'À revoir', authorId: 'p' } }]]);
    expect(tasks('2026-04-10', back('2026-04-08'))).toEqual([['2026-Q1', '2026-04-15', 'to-correct', 0]]);
    expect(tasks('2026-04-20', back('2026-04-08'))).toEqual([['2026-Q1', '2026-04-15', 'to-correct', 5]]);
    expect(tasks('2026-05-01', back('2026-04-28'))).toEqual([['2026-Q1', '2026-04-15', 'to-correct', 3]]);
  });

  it('asks nothing before the follow-up, and keeps of an archived indicator what had fallen due', () => {
    expect(tasks('2026-07-20', undefined, { trackedFrom: '2026-04-01' }).map(([key]) => key)).toEqual(['2026-Q2']);
    expect(tasks('2026-07-20', undefined, { archivedOn: '2026-04-15' })).toEqual([]);
    expect(tasks('2026-07-20', undefined, { archivedOn: '2026-04-16' }).map(([key, , state]) => [key, state])).toEqual([['2026-Q1', 'missing']]);
  });

  it('knows every rhythm, the contract year once it is over', () => {
    const keys = (frequency: CollectedIndicator['frequency']) =>
      collectionTasks([{ ...followed, frequency }], new Map(), { today: '2027-01-10', calendar: { contractStart: '2022-04-15' } }).map(({ period }) => period.key);
    expect(keys('month')).toHaveLength(12);
    expect(keys('half-year')).toEqual(['2026-H1', '2026-H2']);
    expect(keys('civil-year')).toEqual(['2026']);
    expect(keys('contract-year')).toEqual(['CY4']);
  });
});

describe('completeness and timeliness', () => {
  const rates = (...states: CollectionState[]) => collectionRates(states.map((state) => ({ state, lateDays: 0 })));
  const of = (count: number, state: CollectionState) => Array.from({ length: count }, () => state);

  it('are received, and received on time, out of expected', () => {
    expect(rates('on-time', 'on-time', 'late', 'missing', 'awaited')).toEqual({ expected: 5, received: 3, onTime: 2, late: 1, missing: 1, awaited: 1, toCorrect: 0, toAccept: 0, completeness: 60, timeliness: 40 });
  });

  it('count what waits to be accepted as received, on the day it came, and what was sent back as owed', () => {
    const waiting = [{ state: 'to-accept', lateDays: 0 }, { state: 'to-accept', lateDays: 2 }, { state: 'to-correct', lateDays: 0 }] as const;
    expect(collectionRates(waiting)).toMatchObject({ expected: 3, received: 2, onTime: 1, late: 1, missing: 0, toAccept: 2, toCorrect: 1, completeness: 66, timeliness: 33 });
  });

  it('say nothing of nothing, and 100 % only when nothing is missing', () => {
    expect(rates()).toMatchObject({ completeness: null, timeliness: null });
    expect(rates(...of(199, 'on-time'), 'missing')).toMatchObject({ completeness: 99, timeliness: 99 });
    expect(rates(...of(3, 'late'))).toMatchObject({ completeness: 100, timeliness: 0 });
  });
});

it('is owed by the person in charge, else the lead, else the coordination; never by someone who cannot give it', () => {
  const owner = (responsiblePersonId: string | null, leadPersonId: string | null, ...able: string[]) => ownerOf({ responsiblePersonId, leadPersonId }, (id) => able.includes(id));
  expect(owner('r', 'l', 'r', 'l')).toEqual({ personId: 'r', as: 'responsible' });
  expect(owner(null, 'l', 'l')).toEqual({ personId: 'l', as: 'lead' });
  expect(owner('r', 'l', 'l')).toEqual({ personId: 'l', as: 'lead' });
  expect(owner('r', 'l')).toEqual({ personId: null, as: 'coordination' });
  expect(owner(null, null)).toEqual({ personId: null, as: 'coordination' });
});

it('is owed by its author once sent back, if they may still correct it', () => {
  const owner = (author: string | null, responsible: string | null, able: string[], coordinators: string[] = []) =>
    ownerOfReturned(author, { responsiblePersonId: responsible, leadPersonId: 'l' }, { mayGive: (id) => able.includes(id), coordinates: (id) => coordinators.includes(id) });
  expect(owner('r', 'r', ['r'])).toEqual({ personId: 'r', as: 'responsible' });
  expect(owner('l', 'r', ['r', 'l'])).toEqual({ personId: 'l', as: 'author' });
  expect(owner('c', 'r', ['r', 'c'], ['c'])).toEqual({ personId: 'c', as: 'author' });
  expect(owner('other', 'r', ['r', 'other'])).toEqual({ personId: 'r', as: 'responsible' });
  expect(owner('gone', 'r', ['r'], ['gone'])).toEqual({ personId: 'r', as: 'responsible' });
  expect(owner(null, 'r', ['r'])).toEqual({ personId: 'r', as: 'responsible' });
});

describe('a reminder', () => {
  const task = { period: quarterPeriod(2026, 3), dueOn: '2026-10-15', answer: null };
  const stage = (today: string, settings = {}, more = {}) => reminderStage({ ...task, ...more }, { ...ordinaryCollection, ...settings }, today);

  it('leaves before the due day, on the day after, then each week up to the limit', () => {
    const days = ['2026-10-07', '2026-10-08', '2026-10-15', '2026-10-16', '2026-10-22', '2026-10-23', '2026-11-06', '2026-11-12', '2026-11-13'];
    expect(days.map((day) => stage(day))).toEqual([null, 'before', 'before', 'after', 'after', 'again-1', 'again-3', 'again-3', null]);
  });

  it('is stopped by the answer and by the setting', () => {
    expect(stage('2026-10-16', {}, { answer: { kind: 'absence', on: '2026-10-16' } })).toBeNull();
    expect(stage('2026-10-16', { remind: false })).toBeNull();
    expect([stage('2026-10-10', { beforeDays: 0 }), stage('2026-10-16', { beforeDays: 0 })]).toEqual([null, 'after']);
    expect([stage('2026-10-22', { weeklyLimit: 0 }), stage('2026-10-23', { weeklyLimit: 0 })]).toEqual(['after', null]);
  });

  it('asks for what was sent back at once, then each week up to the limit, whatever the due day', () => {
    const answer = { kind: 'value', on: '2026-10-02', returned: { on: '2026-11-02', at: 12, remark: 'À revoir', authorId: null } };
    const days = ['2026-11-02', '2026-11-08', '2026-11-09', '2026-11-23', '2026-11-29', '2026-11-30'];
    expect(days.map((day) => stage(day, {}, { answer }))).toEqual(['returned-12', 'returned-12', 'returned-12-1', 'returned-12-3', 'returned-12-3', null]);
    expect(stage('2026-11-02', { remind: false }, { answer })).toBeNull();
  });

  it('never comes before the end of the period', () => {
    expect([stage('2026-09-29', { beforeDays: 30 }), stage('2026-09-30', { beforeDays: 30 })]).toEqual([null, 'before']);
  });
});

it('keeps settings within their limits', () => {
  expect(checkCollectionSettings({ ...ordinaryCollection, dueDays: 0, weeklyLimit: 8 })).toMatchObject({ dueDays: 0, weeklyLimit: 8 });
  for (const change of [{ dueDays: -1 }, { dueDays: 91 }, { dueDays: 1.5 }, { beforeDays: 31 }, { weeklyLimit: 9 }]) {
    expect(code(() => checkCollectionSettings({ ...ordinaryCollection, ...change }))).toBe('invalid-input');
  }
});

describe('« pas de valeur »', () => {
  const indicator = { name: 'Réunions', frequency: 'quarter' as const, archivedAt: null };
  const state = (reason: string | null, change: { today?: string; hasValue?: boolean; periodKey?: string; archivedAt?: Date } = {}) =>
    stateAbsence({ ...indicator, archivedAt: change.archivedAt ?? null }, change.hasValue ?? false, { periodKey: change.periodKey ?? '2026-Q3', reason }, { today: change.today ?? '2026-10-02' });

  it('is an answer with its reason', () => {
    expect(state('  Pas de réunion ce trimestre. ')).toEqual({ periodKey: '2026-Q3', periodStart: '2026-07-01', periodEnd: '2026-09-30', reason: 'Pas de réunion ce trimestre.' });
  });

  it('is refused without a true reason, with a patient in it, too early, beside a value, or elsewhere', () => {
    expect(code(() => state('rien'))).toBe('absence-reason-missing');
    expect(code(() => state(null))).toBe('absence-reason-missing');
    expect(code(() => state('Patient 1 84 12 76 451 089 46 absent'))).toBe('patient-identifier');
    expect(code(() => state('Pas de réunion', { today: '2026-09-29' }))).toBe('measure-period-not-over');
    expect(code(() => state('Pas de réunion', { hasValue: true }))).toBe('absence-has-value');
    expect(code(() => state('Pas de réunion', { periodKey: '2026-09' }))).toBe('measure-period-mismatch');
    expect(code(() => state('Pas de réunion', { archivedAt: new Date(0) }))).toBe('indicator-archived');
  });
});
