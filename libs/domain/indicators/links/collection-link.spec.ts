import type { DomainErrorCode } from '@maillage/domain/kernel';
import { isDomainError } from '@maillage/domain/kernel';
import {
  acceptedComment, checkCollectionLink, checkReplacement, collectionLinkState, lastExpiry, linkPeriods, nextLinkPeriod, ordinaryFrom, refusalReason, requireWaiting, shownPrevious,
  type CollectionLinkInput,
} from './collection-link';

const refusal = (work: () => unknown): DomainErrorCode | 'accepted' => {
  try {
    work();
    return 'accepted';
  } catch (error) {
    if (isDomainError(error)) return error.code;
    throw error;
  }
};

const today = '2026-11-21';
const quarterly = { id: 'a', name: 'Réunions', frequency: 'quarter' as const, archivedAt: null, trackedFrom: '2026-01-01' };
const monthly = { ...quarterly, id: 'b', name: 'Dépistages', frequency: 'month' as const };
const asked: CollectionLinkInput = {
  recipient: ' Pharmacie  du Marché ', email: ' marche@exemple.fr ', indicatorIds: ['a', 'a'], periods: ['2026-Q3', '2026-Q4'], from: null, expiresOn: '2027-01-31', showPrevious: false,
};
const check = (change: Partial<CollectionLinkInput>, indicators: Parameters<typeof checkCollectionLink>[1] = [quarterly, monthly]) => checkCollectionLink({ ...asked, ...change }, indicators, { today });

describe('a collection link', () => {
  it('is kept clean: each indicator and each period once', () => {
    expect(check({})).toEqual({ ...asked, recipient: 'Pharmacie du Marché', email: 'marche@exemple.fr', indicatorIds: ['a'] });
    expect(check({ periods: null, from: '2026-07-01' })).toMatchObject({ periods: null, from: '2026-07-01' });
  });

  it('opens periods known beforehand: an indicator given at each event is refused by name', () => {
    expect(refusal(() => check({ indicatorIds: ['a'] }, [{ ...quarterly, frequency: 'event' }]))).toBe('link-event');
  });

  it('lasts thirteen months at most', () => {
    expect(lastExpiry(today)).toBe('2027-12-21');
    expect(check({ expiresOn: '2027-12-21' }).expiresOn).toBe('2027-12-21');
    for (const expiresOn of ['2027-12-22', '2026-11-20']) expect(refusal(() => check({ expiresOn }))).toBe('invalid-input');
    expect(refusal(() => check({ expiresOn: 'bientôt' }))).toBe('invalid-day');
  });

  it('refuses what asks for nothing, for too much, or for what is not the community’s', () => {
    const faults: readonly [Partial<CollectionLinkInput>, DomainErrorCode][] = [
      [{ recipient: ' ' }, 'text-missing'],
      [{ email: 'marche' }, 'invalid-input'],
      [{ indicatorIds: [] }, 'text-missing'],
      [{ indicatorIds: ['z'] }, 'not-found'],
      [{ periods: [] }, 'text-missing'],
      [{ periods: ['2026-10'] }, 'invalid-input'],
      [{ indicatorIds: ['a', 'b'] }, 'invalid-input'],
      [{ periods: null, from: null }, 'invalid-day'],
    ];
    for (const [change, code] of faults) expect([change, refusal(() => check(change))]).toEqual([change, code]);
    expect(refusal(() => check({}, [{ ...quarterly, archivedAt: new Date(0) } as never]))).toBe('indicator-archived');
    const many = Array.from({ length: 21 }, (_, index) => ({ ...quarterly, id: String(index) }));
    expect(refusal(() => check({ indicatorIds: many.map(({ id }) => id) }, many))).toBe('too-many');
  });

  it('is open through its last day, and never after it was revoked', () => {
    const link = { expiresOn: '2026-12-31', revokedAt: null };
    expect(['2026-12-31', '2027-01-01'].map((day) => collectionLinkState(link, day))).toEqual(['open', 'expired']);
    expect(collectionLinkState({ ...link, revokedAt: new Date(0) }, today)).toBe('revoked');
  });

  it('opens the named periods once they are over, or each one from a day on', () => {
    const keys = (scope: Pick<CollectionLinkInput, 'periods' | 'from'>) => linkPeriods(quarterly, scope, { today }).map(({ key }) => key);
    expect(keys({ periods: ['2026-Q3', '2026-Q4'], from: null })).toEqual(['2026-Q3']);
    expect(keys({ periods: null, from: '2026-05-01' })).toEqual(['2026-Q2', '2026-Q3']);
    const next = (scope: Pick<CollectionLinkInput, 'periods' | 'from'>, expiresOn: string) => nextLinkPeriod(quarterly, { ...scope, expiresOn }, { today });
    expect(next({ periods: null, from: '2026-05-01' }, '2027-01-31')).toMatchObject({ period: { key: '2026-Q4' }, from: '2026-12-31' });
    expect(next({ periods: null, from: '2026-05-01' }, '2026-12-30')).toBeUndefined();
    expect(next({ periods: ['2026-Q3'], from: null }, '2027-01-31')).toBeUndefined();
    expect(ordinaryFrom(today)).toBe('2026-07-01');
    expect(ordinaryFrom('2026-01-10')).toBe('2025-10-01');
  });
});

describe('the last value on the page of a link', () => {
  const count = { kind: 'count' as const, unit: null, decimals: 0, countsPatients: true };

  it('gives no small number of patients away', () => {
    expect(['5', '6'].map((value) => shownPrevious(count, Number(value), 6))).toEqual(['<\u00A06', '6']);
    expect(shownPrevious({ ...count, countsPatients: false }, 5, 6)).toBe('5');
    expect(shownPrevious({ ...count, kind: 'ratio', unit: '%' }, 50, 6)).toBeNull();
    expect(shownPrevious({ ...count, kind: 'yes-no' }, 1, 6)).toBe('oui');
  });
});

describe('what comes through a link', () => {
  it('is settled once', () => {
    expect(refusal(() => requireWaiting({ status: 'received' }))).toBe('accepted');
    for (const status of ['accepted', 'refused', 'replaced'] as const) expect(refusal(() => requireWaiting({ status }))).toBe('contribution-settled');
  });

  it('takes the place of what waited or was refused, seen; never of what was accepted', () => {
    expect(refusal(() => checkReplacement(null, null))).toBe('accepted');
    for (const status of ['received', 'refused'] as const) {
      expect(refusal(() => checkReplacement({ id: 'x', status }, 'x'))).toBe('accepted');
      expect(refusal(() => checkReplacement({ id: 'x', status }, null))).toBe('edited-meanwhile');
    }
    expect(refusal(() => checkReplacement({ id: 'x', status: 'accepted' }, 'x'))).toBe('contribution-settled');
  });

  it('is refused with a reason, accepted with what both say; never with a patient in it', () => {
    expect(refusal(() => refusalReason('  '))).toBe('text-missing');
    expect(refusal(() => refusalReason('voir Mme M. née le 12/03/1954'))).toBe('patient-identifier');
    expect([acceptedComment(null, null), acceptedComment('Vu', null), acceptedComment(null, 'Rare'), acceptedComment('Vu', 'Rare')]).toEqual([null, 'Vu', 'Rare', 'Vu\nRare']);
  });
});
