import * as fc from 'fast-check';
import { addDays, addMonths, type Day, type DomainErrorCode, daysBetween } from '@maillage/domain/kernel';
import {
  agreementFaults,
  agreementOn,
  agreements,
  checkContract,
  checkParticipation,
  checkUnchoose,
  contractEnd,
  contractYear,
  contractYearLabel,
  contractYearOn,
  contractYears,
  emptyParticipation,
  missionClock,
  missionClocks,
  missionCodes,
  missionOf,
  sizeWarning,
} from './index';
import { refusal } from '../testing/refusal';

const version = agreementOn('2026-11-21');
const contract = { signedOn: '2022-04-15', durationYears: 5, agreement: 'aci-cpts/avenant-2', size: 3 as const };
const anyDay = fc.integer({ min: 0, max: 4000 }).map((count) => addDays('2022-03-31', count));

describe('versions of the agreement', () => {
  it('are free of faults, follow each other and cover every day since the first', () => {
    for (const agreement of agreements) expect(agreementFaults(agreement)).toEqual([]);
    agreements.slice(1).forEach((agreement, index) => expect(addDays(agreements[index]?.validTo ?? '', 1)).toBe(agreement.validFrom));
    expect(agreements.at(-1)?.validTo).toBeNull();
  });

  it('change on their day', () => {
    expect(refusal(() => agreementOn('2019-08-24'))).toBe('agreement-unknown');
    expect(agreementOn('2019-08-25').code).toBe('aci-cpts/2019');
    expect(agreementOn('2022-03-30').code).toBe('aci-cpts/2019');
    expect(agreementOn('2022-03-31').code).toBe('aci-cpts/avenant-2');
  });

  it('hold six missions today, four of them core, with the published deadlines', () => {
    expect(version.missions.map(({ code }) => code)).toEqual([...missionCodes]);
    expect(version.missions.filter(({ kind }) => kind === 'core')).toHaveLength(4);
    expect(version.missions.map((m) => [m.startWithinMonths?.value, m.deployWithinMonths?.value])).toEqual([
      [6, 18],
      [12, 24],
      [12, 24],
      [6, 18],
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect(refusal(() => missionOf(version, 'money'))).toBe('mission-unknown');
    expect(refusal(() => missionOf(agreementOn('2021-01-01'), 'health-crisis'))).toBe('mission-unknown');
  });
});

describe('contract', () => {
  it('is checked against the day and the agreement', () => {
    const check = (change: object): DomainErrorCode | undefined => refusal(() => checkContract({ ...contract, ...change }, agreements, '2026-11-21'));
    expect(check({})).toBeUndefined();
    expect(check({ size: null })).toBeUndefined();
    expect(check({ durationYears: 0 })).toBe('contract-duration-invalid');
    expect(check({ durationYears: 2.5 })).toBe('contract-duration-invalid');
    expect(check({ signedOn: '2026-11-22' })).toBe('invalid-input');
    expect(check({ signedOn: '2022-02-30' })).toBe('invalid-day');
    expect(check({ signedOn: '2019-08-24' })).toBe('agreement-unknown');
    expect(check({ agreement: 'aci-cpts/2019' })).toBe('invalid-input');
    expect(check({ signedOn: '2019-09-01', agreement: 'aci-cpts/2019' })).toBeUndefined();
    expect(check({ signedOn: '2019-09-01' })).toBeUndefined();
    expect(refusal(() => checkContract({ ...contract, signedOn: '2021-05-01' }, agreements, '2022-03-30'))).toBe('invalid-input');
    expect(check({ agreement: 'aci-cpts/avenant-9' })).toBe('agreement-unknown');
    expect(check({ size: 5 })).toBe('invalid-input');
  });

  it('has years from its anniversary', () => {
    expect(contractYear(contract, 5)).toMatchObject({ key: 'CY5', start: '2026-04-15', end: '2027-04-14' });
    expect(contractEnd(contract)).toBe('2027-04-14');
    expect(contractYearOn(contract, '2026-04-14')?.key).toBe('CY4');
    expect(contractYearOn(contract, '2026-04-15')?.key).toBe('CY5');
    expect(contractYearOn(contract, '2022-04-14')).toBeUndefined();
    expect(contractYearOn(contract, '2027-04-15')).toBeUndefined();
    expect(refusal(() => contractYear(contract, 6))).toBe('contract-year-outside');
    expect(refusal(() => contractYear(contract, 0))).toBe('contract-year-outside');
    expect(contractYearLabel(contract, '2026-11-21')).toBe('année\u00A05 (15/04/2026–14/04/2027)');
    expect(contractYearLabel(null, '2026-11-21')).toBe('contrat non renseigné');
    expect(contractYearLabel(contract, '2030-01-01')).toBe('contrat terminé');
  });

  it('signed on 29 February, turns on the 28th in ordinary years and the 29th in leap years', () => {
    const leap = { signedOn: '2024-02-29', durationYears: 5 };
    expect(contractYears(leap).map(({ start, end }) => [start, end])).toEqual([
      ['2024-02-29', '2025-02-27'],
      ['2025-02-28', '2026-02-27'],
      ['2026-02-28', '2027-02-27'],
      ['2027-02-28', '2028-02-28'],
      ['2028-02-29', '2029-02-27'],
    ]);
  });

  it('has years that follow each other without gap nor overlap, whatever the signature', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 10 }), (signedOn, durationYears) => {
        const years = contractYears({ signedOn, durationYears });
        expect(years[0]?.start).toBe(signedOn);
        expect(years.at(-1)?.end).toBe(contractEnd({ signedOn, durationYears }));
        years.slice(1).forEach((year, index) => expect(addDays(years[index]?.end ?? '', 1)).toBe(year.start));
        for (const year of years) expect([365, 366]).toContain(daysBetween(year.start, year.end) + 1);
      }),
    );
  });

  it('keeps its size and warns when the population says another', () => {
    expect(sizeWarning(contract, 100_000, version)).toBeUndefined();
    expect(sizeWarning(contract, null, version)).toBeUndefined();
    expect(sizeWarning({ size: null }, 10, version)).toBeUndefined();
    expect(sizeWarning(contract, 70_000, version)).toContain('serait en taille 2');
    expect(sizeWarning(contract, 175_000, version)).toContain('convention');
  });
});

describe('taking part in a mission', () => {
  const check = (change: object): DomainErrorCode | undefined =>
    refusal(() =>
      checkParticipation({ missionCode: 'prevention', chosen: true, startedOn: null, deployedOn: null, ...change }, version, contract, '2026-11-21'),
    );

  it('accepts the borders', () => {
    expect(check({ startedOn: '2022-04-15', deployedOn: '2022-04-15' })).toBeUndefined();
    expect(check({ startedOn: '2022-04-15', deployedOn: '2026-11-21' })).toBeUndefined();
    expect(check({ missionCode: 'care-quality', chosen: false })).toBeUndefined();
  });

  it.each<[object, DomainErrorCode]>([
    [{ missionCode: 'money' }, 'mission-unknown'],
    [{ chosen: false }, 'mission-core'],
    [{ missionCode: 'care-quality', chosen: false, startedOn: '2023-01-01' }, 'mission-not-chosen'],
    [{ startedOn: '2022-04-14' }, 'mission-before-signature'],
    [{ startedOn: '2026-11-22' }, 'mission-date-in-future'],
    [{ startedOn: '2022-13-01' }, 'invalid-day'],
    [{ deployedOn: '2023-01-01' }, 'mission-not-started'],
    [{ startedOn: '2023-01-02', deployedOn: '2023-01-01' }, 'mission-deployed-before-start'],
  ])('refuses %j', (change, code) => {
    expect(check(change)).toBe(code);
  });

  it('refuses a date after the end of the contract', () => {
    const after = { missionCode: 'prevention', chosen: true, startedOn: '2027-04-15', deployedOn: null };
    expect(refusal(() => checkParticipation(after, version, contract, '2028-01-01'))).toBe('mission-after-contract');
  });

  it('lets an optional mission go only when nothing serves it', () => {
    const optional = missionOf(version, 'care-quality');
    const participation = { ...emptyParticipation(optional), chosen: true };
    expect(refusal(() => checkUnchoose(optional, participation, 0))).toBeUndefined();
    expect(refusal(() => checkUnchoose(optional, participation, 2))).toBe('mission-in-use');
    expect(refusal(() => checkUnchoose(optional, { ...participation, startedOn: '2023-01-01' }, 0))).toBe('mission-in-use');
    expect(refusal(() => checkUnchoose(missionOf(version, 'prevention'), participation, 0))).toBe('mission-core');
  });
});

describe('clock of a mission', () => {
  const access = missionOf(version, 'access-to-care');
  const none = emptyParticipation(access);
  const on = (today: Day, participation = none) => missionClock(access, participation, contract, today);

  it('is late the day after the deadline, not on it', () => {
    expect(on('2022-10-15')).toMatchObject({ state: 'not-started', startDue: '2022-10-15', deployDue: '2023-10-15', lateDays: 0 });
    expect(on('2022-10-16')).toMatchObject({ state: 'late-start', lateDays: 1 });
    expect(on('2022-10-27').sentence).toBe('Démarrage attendu le 15\u00A0octobre\u00A02022\u00A0: en retard de 12 jours.');
  });

  it('goes on to the deployment', () => {
    const started = { ...none, startedOn: '2022-10-20' };
    expect(on('2023-10-15', started)).toMatchObject({ state: 'started', lateDays: 0 });
    expect(on('2023-01-01', started).sentence).toContain('5 jours après l’échéance');
    expect(on('2023-10-16', started)).toMatchObject({ state: 'late-deploy', lateDays: 1 });
    expect(on('2024-01-01', { ...started, deployedOn: '2023-12-01' })).toMatchObject({ state: 'deployed', lateDays: 0 });
  });

  it('counts months to the end of a shorter month', () => {
    expect(missionClock(access, none, { signedOn: '2023-08-31' }, '2023-09-01').startDue).toBe('2024-02-29');
  });

  it('asks instead of assuming: no contract, a mission younger than the contract, an unconfirmed figure', () => {
    expect(missionClock(access, none, null, '2030-01-01')).toMatchObject({ state: 'not-started', startDue: null, toConfirm: false });
    const crisis = missionOf(version, 'health-crisis');
    const early = missionClock(crisis, emptyParticipation(crisis), { signedOn: '2021-05-01' }, '2026-01-01');
    expect(early).toMatchObject({ state: 'not-started', startDue: null, toConfirm: true });
    expect(early.sentence).toContain('à confirmer sur votre contrat');
    const old = missionOf(agreementOn('2020-01-01'), 'prevention');
    expect(missionClock(old, emptyParticipation(old), { signedOn: '2020-01-01' }, '2026-01-01').toConfirm).toBe(true);
  });

  it('leaves optional missions free', () => {
    const clocks = missionClocks(version, [{ missionCode: 'care-quality', chosen: true, startedOn: null, deployedOn: null }], contract, '2026-11-21');
    expect(clocks.map(({ state }) => state)).toEqual(['late-start', 'late-start', 'late-start', 'late-start', 'not-started', 'not-chosen']);
  });

  it('is never late before the deadline and always after, until done', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (signedOn, offset) => {
        const due = addMonths(signedOn, 6);
        const clock = missionClock(access, none, { signedOn }, addDays(due, offset));
        expect(clock.state).toBe(offset > 0 ? 'late-start' : 'not-started');
        expect(clock.lateDays).toBe(Math.max(0, offset));
      }),
    );
  });
});
