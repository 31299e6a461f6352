import { agreementOn, defaultContractSettings } from '@maillage/domain/contract';
import { addDays, type Day } from '@maillage/domain/kernel';
import * as fc from 'fast-check';
import { type CalendarInput, makeCalendar, yearClocks } from './index';

const contract = { signedOn: '2024-04-15', durationYears: 5, agreement: 'aci-cpts/avenant-2', size: 3 as const, ...defaultContractSettings };
const today = '2026-11-21';
const input: CalendarInput = { today, contract, agreement: agreementOn(today), participations: [], payments: [], indicators: [], measures: [], closedYears: [] };
const calendar = (change: Partial<CalendarInput> = {}) => makeCalendar({ ...input, ...change });
const keys = (change: Partial<CalendarInput> = {}) => calendar(change).events.map(({ key, day, lateDays }) => [key, day, lateDays]);
const started = (missionCode: string, startedOn: Day | null, deployedOn: Day | null = null) => ({ missionCode, chosen: true, startedOn, deployedOn });
const core = ['access-to-care', 'care-pathways', 'prevention', 'health-crisis'];
const done = core.map((code) => started(code, '2024-05-01', '2025-05-01'));

describe('the four clocks', () => {
  it('run side by side, each with its day', () => {
    expect(yearClocks({ ...contract, accountingYearStart: '04-01', membershipYearStart: '09-01' }, today)).toEqual([
      { kind: 'contract', number: 3, start: '2026-04-15', end: '2027-04-14', dayNumber: 221, days: 365 },
      { kind: 'civil', number: null, start: '2026-01-01', end: '2026-12-31', dayNumber: 325, days: 365 },
      { kind: 'accounting', number: null, start: '2026-04-01', end: '2027-03-31', dayNumber: 235, days: 365 },
      { kind: 'membership', number: null, start: '2026-09-01', end: '2027-08-31', dayNumber: 82, days: 365 },
    ]);
  });

  it('turn on their own day', () => {
    const membership = (day: Day) => yearClocks({ ...contract, membershipYearStart: '09-01' }, day).find(({ kind }) => kind === 'membership');
    expect(membership('2026-08-31')).toMatchObject({ start: '2025-09-01', dayNumber: 365 });
    expect(membership('2026-09-01')).toMatchObject({ start: '2026-09-01', dayNumber: 1 });
    expect(yearClocks(contract, '2028-12-31')[1]).toMatchObject({ dayNumber: 366, days: 366 });
  });

  it('keep a signature of 29 February on the last day of February', () => {
    const leap = { ...contract, signedOn: '2024-02-29' };
    expect(yearClocks(leap, '2025-02-27')[0]).toMatchObject({ number: 1, dayNumber: 365, days: 365 });
    expect(yearClocks(leap, '2025-02-28')[0]).toMatchObject({ number: 2, dayNumber: 1 });
    expect(yearClocks(leap, '2028-02-28')[0]).toMatchObject({ number: 4, dayNumber: 366, days: 366 });
    expect(yearClocks(leap, '2028-02-29')[0]).toMatchObject({ number: 5, dayNumber: 1 });
    expect(makeCalendar({ ...input, contract: leap, today: '2027-12-01', participations: done }).events.find(({ key }) => key === 'review.4')?.day).toBe('2028-02-29');
  });

  it('are three without a contract that runs', () => {
    expect(yearClocks(null, today).map(({ kind }) => kind)).toEqual(['civil', 'accounting', 'membership']);
    expect(yearClocks(contract, '2024-04-14')).toHaveLength(3);
    expect(yearClocks(contract, '2029-04-15')).toHaveLength(3);
  });

  it('always hold today', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.constantFrom('01-01', '02-28', '03-01', '12-31'), (count, start) => {
        const day = addDays('2024-01-01', count);
        for (const year of yearClocks({ ...contract, accountingYearStart: start }, day)) {
          expect(year.start <= day && day <= year.end).toBe(true);
          expect([365, 366]).toContain(year.days);
          expect(addDays(year.start, year.dayNumber - 1)).toBe(day);
        }
      }),
    );
  });
});

describe('the agenda', () => {
  it('begins with the missions that are late, and by how much', () => {
    const events = calendar({ participations: [started('access-to-care', '2024-09-01'), ...done.slice(1)] }).events;
    expect(events[0]).toMatchObject({ key: 'mission.access-to-care.deploy', day: '2025-10-15', lateDays: 402, kind: 'mission', link: { to: 'mission', id: 'access-to-care' } });
    expect(events[0]?.detail).toMatch(/18 mois après la signature/);
    expect(events[1]?.lateDays).toBe(0);
    expect(keys().slice(0, 8).map(([key]) => key)).toEqual([
      'mission.access-to-care.start', 'mission.health-crisis.start', 'mission.care-pathways.start', 'mission.prevention.start',
      'mission.access-to-care.deploy', 'mission.health-crisis.deploy', 'mission.care-pathways.deploy', 'mission.prevention.deploy',
    ]);
  });

  it('counts deadlines of 6, 12, 18 and 24 months from the signature, late the day after', () => {
    const young = { ...contract, signedOn: '2026-08-31' };
    const at = (day: Day) => makeCalendar({ ...input, contract: young, today: day }).events.filter(({ kind }) => kind === 'mission');
    expect(at('2026-11-21').map(({ day }) => day)).toEqual(['2027-02-28', '2027-02-28', '2027-08-31', '2027-08-31', '2028-02-29', '2028-02-29'].filter((day) => day <= '2028-02-21'));
    expect(at('2027-02-28')[0]).toMatchObject({ lateDays: 0 });
    expect(at('2027-03-01')[0]).toMatchObject({ lateDays: 1 });
  });

  it('announces the review, the new year, and the years that begin together once', () => {
    expect(keys({ participations: done })).toEqual([
      ['review.2', '2026-04-15', 0],
      ['year.01-01.2027', '2027-01-01', 0],
      ['review.3.prepare', '2027-01-15', 0],
      ['contract.year.4', '2027-04-15', 0],
      ['review.3', '2027-04-15', 0],
      ['year.01-01.2028', '2028-01-01', 0],
      ['review.4.prepare', '2028-01-15', 0],
    ]);
    expect(calendar({ participations: done }).events[0]).toMatchObject({ pending: true, detail: expect.stringContaining('n’est pas clos') });
    expect(calendar({ participations: done, closedYears: [2] }).events[0]?.title).toBe('Début\u00A0: année civile, exercice comptable, année d’adhésion');
    expect(keys({ participations: done, closedYears: [3] }).map(([key]) => key)).not.toContain('review.3');
  });

  it('ends with the contract', () => {
    const events = makeCalendar({ ...input, today: '2028-12-01', participations: done }).events;
    expect(events.map(({ key }) => key)).toEqual(expect.arrayContaining(['contract.end', 'review.5']));
    expect(events.map(({ key }) => key)).not.toContain('contract.year.6');
  });

  it('has the payments still awaited, late ones first, and none of those without a day', () => {
    const payment = { key: 'CY3.operating.advance', date: '2026-04-15', label: 'Fonctionnement, avance', when: 'à l’anniversaire', remainingCents: 100, lateDays: 220, status: 'late' as const };
    const given: Partial<CalendarInput> = {
      participations: done,
      payments: [
        payment,
        { ...payment, key: 'received', status: 'received', lateDays: 0 },
        { ...payment, key: 'unknown', status: 'at-stake', date: null, lateDays: 0 },
        { ...payment, key: 'CY4.operating.advance', status: 'upcoming', date: '2027-04-15', lateDays: 0 },
        { ...payment, key: 'CY3.operating.balance', status: 'late', label: 'Fonctionnement, solde', remainingCents: 50 },
      ],
    };
    const events = keys(given);
    expect(calendar(given).events[0]).toMatchObject({ cents: 150, title: '2 versements attendus de la caisse', detail: 'Fonctionnement, avance\u202F; Fonctionnement, solde.' });
    expect(events[0]).toEqual(['payment.2026-04-15', '2026-04-15', 220]);
    expect(events.filter(([key]) => String(key).startsWith('payment'))).toHaveLength(2);
  });

  it('says once per period how many values are awaited', () => {
    const indicators = ['a', 'b'].map((id) => ({ id, frequency: 'quarter' as const, trackedFrom: '2026-07-01', archivedAt: null }));
    const measures = [{ indicatorId: 'a', periodKey: '2026-Q3', status: 'validated' as const }];
    expect(keys({ participations: done, indicators, measures }).filter(([key]) => String(key).startsWith('values'))).toEqual([
      ['values.2026-Q3', '2026-10-15', 37],
      ['values.2026-Q4', '2027-01-15', 0],
    ]);
    expect(calendar({ indicators, measures, participations: done }).events[0]?.title).toMatch(/^1 valeur à saisir/);
  });

  it('tells apart the values of a period that have a delay of their own', () => {
    const indicators = [30, null, null].map((dueDays, index) => ({ id: String(index), frequency: 'quarter' as const, trackedFrom: '2026-07-01', archivedAt: null, dueDays }));
    const of = (dueDays: number) => calendar({ participations: done, indicators, dueDays }).events.filter(({ key }) => key.includes('2026-Q3')).map(({ key, day, title }) => [key, day, title.slice(0, 2)]);
    expect(of(15)).toEqual([['values.2026-Q3', '2026-10-15', '2 '], ['values.2026-Q3.2026-10-30', '2026-10-30', '1 ']]);
    expect(of(5)).toEqual([['values.2026-Q3', '2026-10-05', '2 '], ['values.2026-Q3.2026-10-30', '2026-10-30', '1 ']]);
  });

  it('without a contract only tells the civil year', () => {
    expect(keys({ contract: null })).toEqual([['year.01-01.2027', '2027-01-01', 0], ['year.01-01.2028', '2028-01-01', 0]]);
  });
});
