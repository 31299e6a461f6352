import type { DomainError } from '@maillage/domain/kernel';
import { JournalQueries } from '@maillage/features/community';
import { ChangeMission } from '@maillage/features/contract';
import type { Tx } from '@maillage/platform';
import { makeCommunity, makeEveryRole, makeMember, makeSignedYear, makeTwoCommunities, makeWorld, refusal, type MadeCommunity, type MadePerson, type World } from '../testing';
import { CancelPayment, ChangePayment, type ClosedYear, PaymentLedger, type PaymentInput, PaymentQueries, RecordPayment, YearClosing } from './index';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
beforeEach(() => world.clock.set('2026-11-21T09:00:00Z'));
afterAll(() => world.close());

/** A community whose year 5 is that of the example contract, its prevention mission started. */
async function withTerms(made?: MadeCommunity): Promise<MadeCommunity> {
  const community = made ?? (await makeCommunity(world));
  await makeSignedYear(world, community);
  const input = { missionCode: 'prevention', chosen: true, startedOn: '2022-09-01', deployedOn: null, revision: 0 };
  await world.get(ChangeMission).execute(community.coordinator, input);
  return community;
}

const advance = 'CY5.operating.advance';
const prevention = 'CY5.prevention.fixed.advance';
const page = (by: MadePerson) => world.get(PaymentQueries).payments(by);
const input = (change: Partial<PaymentInput> = {}): PaymentInput => ({
  id: world.db.ids.next(), receivedOn: '2026-05-04', cents: 7_000_000, reference: 'VIR CPAM 0426', note: null,
  parts: [{ lineKey: advance, cents: 5_625_000 }, { lineKey: prevention, cents: 1_000_000 }], ...change,
});
const record = (by: MadePerson, change: Partial<PaymentInput> = {}) => world.get(RecordPayment).execute(by, input(change));
const line = async (by: MadePerson, key: string) => (await page(by)).years[4]?.lines.find((one) => one.key === key);
const acts = async (by: MadePerson) => (await world.get(JournalQueries).page(by)).lines.map(({ act }) => act).filter((act) => act.startsWith('payment.'));

describe('the payments of a contract', () => {
  it('are the lines of each year that has terms, with what is owed today', async () => {
    const { coordinator } = await withTerms();
    const view = await page(coordinator);
    expect(view).toMatchObject({ contract: { signedOn: '2022-04-15', endsOn: '2027-04-14', prorataUnit: 'days' }, currentYear: 5, payments: [] });
    expect(view.years.map(({ number, hasTerms, lines }) => [number, hasTerms, lines.length > 0])).toEqual([
      [1, false, false], [2, false, false], [3, false, false], [4, false, false], [5, true, true],
    ]);
    expect(await line(coordinator, advance)).toMatchObject({ cents: 5_625_000, date: '2026-04-15', status: 'late', lateDays: 220, remainingCents: 5_625_000 });
    expect(await line(coordinator, prevention)).toMatchObject({ cents: 1_312_500, status: 'late' });
    expect(await line(coordinator, 'CY5.prevention.variable')).toMatchObject({ cents: null, atStakeCents: 1_750_000, status: 'at-stake' });
    expect(await line(coordinator, 'CY5.care-quality.fixed.advance')).toBeUndefined();
    expect(view.totals).toMatchObject({ owedCents: 6_937_500, toComeCents: 2_312_500, receivedCents: 0, unallocatedCents: 0 });
  });

  it('are none without a contract or terms', async () => {
    const { coordinator, id } = await makeCommunity(world);
    expect(await page(coordinator)).toMatchObject({ contract: null, currentYear: null, years: [], payments: [] });
    expect(await world.db.tenant.run(id, (tx) => world.get(PaymentLedger).paymentLines(tx, id, '2026-11-21'))).toEqual([]);
    expect(await refusal(record(coordinator))).toBe('contract-missing');
  });

  it('have a variable part once the review has closed the year', async () => {
    const { coordinator, id } = await withTerms();
    class Closed extends YearClosing {
      override async closedYears(_tx: Tx): Promise<Record<number, ClosedYear>> {
        return { 5: { closedOn: '2026-11-20', agreed: { 'mt-ald': 300_000 } } };
      }
    }
    const lines = await world.db.tenant.run(id, (tx) => new PaymentLedger(world.clock, new Closed()).paymentLines(tx, id, '2026-11-21'));
    const variable = lines.filter(({ kind }) => kind === 'variable');
    expect(variable.map(({ missionCode, date, cents, atStakeCents }) => [missionCode, date, cents, atStakeCents])).toEqual([
      ['access-to-care', '2026-11-20', 300_000, null],
      ['care-pathways', '2026-11-20', 0, null],
      ['prevention', '2026-11-20', 0, null],
    ]);
    expect((await page(coordinator)).totals.atStakeCents).toBeGreaterThan(0);
  });
});

describe('a payment received', () => {
  it('pays several lines, is corrected and cancelled, each act in the journal', async () => {
    const { coordinator } = await withTerms();
    const given = input();
    const first = await world.get(RecordPayment).execute(coordinator, given);
    expect(first.payments).toEqual([
      expect.objectContaining({
        id: given.id, cents: 7_000_000, unallocatedCents: 375_000, recordedBy: coordinator.name, revision: 1, cancelledAt: null,
        parts: [
          expect.objectContaining({ lineKey: advance, cents: 5_625_000, year: 5, expected: true, label: 'Fonctionnement, avance' }),
          expect.objectContaining({ lineKey: prevention, cents: 1_000_000 }),
        ],
      }),
    ]);
    expect(first.totals).toMatchObject({ receivedCents: 7_000_000, owedCents: 312_500, unallocatedCents: 375_000, overpaidCents: 0 });
    expect(await line(coordinator, prevention)).toMatchObject({ status: 'partly-received', receivedCents: 1_000_000, remainingCents: 312_500 });
    const changed = await world.get(ChangePayment).execute(coordinator, given.id, { ...given, parts: [{ lineKey: prevention, cents: 1_400_000 }], revision: 1 });
    expect(changed.totals).toMatchObject({ overpaidCents: 87_500, owedCents: 5_625_000, unallocatedCents: 5_600_000 });
    const cancelled = await world.get(CancelPayment).execute(coordinator, given.id, { revision: 2, reason: 'Saisi deux fois' });
    expect(cancelled.payments[0]).toMatchObject({ cancelReason: 'Saisi deux fois', cancelledBy: coordinator.name, revision: 3 });
    expect(cancelled.totals).toMatchObject({ receivedCents: 0, owedCents: 6_937_500, unallocatedCents: 0 });
    expect(await acts(coordinator)).toEqual(['payment.cancelled', 'payment.changed', 'payment.recorded']);
    const [, change] = (await world.get(JournalQueries).page(coordinator)).lines;
    expect(change?.changes).toEqual([expect.objectContaining({ field: 'Lignes payées', after: expect.stringContaining('14\u202F000\u00A0€') })]);
  });

  it('sent twice is recorded once; its id given to another one is refused', async () => {
    const { coordinator } = await withTerms();
    const same = input();
    await Promise.all([world.get(RecordPayment).execute(coordinator, same), world.get(RecordPayment).execute(coordinator, same)]);
    expect((await page(coordinator)).payments).toHaveLength(1);
    expect(await acts(coordinator)).toEqual(['payment.recorded']);
    expect(await refusal(record(coordinator, { id: same.id, cents: 8_000_000 }))).toBe('already-done');
    await world.get(ChangePayment).execute(coordinator, same.id, { ...same, revision: 0 });
    const cancel = () => world.get(CancelPayment).execute(coordinator, same.id, { revision: 1, reason: 'Erreur' });
    await Promise.all([cancel(), cancel()]);
    expect(await acts(coordinator)).toEqual(['payment.cancelled', 'payment.recorded']);
    expect(await refusal(world.get(ChangePayment).execute(coordinator, same.id, { ...same, revision: 2 }))).toBe('payment-cancelled');
  });

  it.each<[string, Partial<PaymentInput>, string]>([
    ['a day to come', { receivedOn: '2026-11-22' }, 'invalid-input'],
    ['no amount', { cents: 0 }, 'amount-invalid'],
    ['a line of a year without terms', { parts: [{ lineKey: 'CY4.operating.advance', cents: 1 }] }, 'payment-line-unknown'],
    ['lines worth more than itself', { cents: 6_000_000 }, 'payment-parts-exceed'],
  ])('with %s is refused without a trace', async (_, change, code) => {
    const { coordinator } = await withTerms();
    expect(await refusal(record(coordinator, change))).toBe(code);
    expect((await page(coordinator)).payments).toEqual([]);
    expect(await acts(coordinator)).toEqual([]);
  });

  it('changed meanwhile is neither overwritten nor cancelled', async () => {
    const { id, coordinator } = await withTerms();
    const ana = await makeMember(world, id, 'treasurer', { givenName: 'Ana', familyName: 'Bel' });
    const given = input();
    await world.get(RecordPayment).execute(coordinator, given);
    await world.get(ChangePayment).execute(ana, given.id, { ...given, note: 'relevé du 4 mai', revision: 1 });
    const refused = await world.get(ChangePayment).execute(coordinator, given.id, { ...given, reference: 'autre', revision: 1 }).catch((error: DomainError) => error);
    expect(refused).toMatchObject({ code: 'edited-meanwhile', meta: { who: 'Ana Bel', current: { note: 'relevé du 4 mai' } } });
    expect(await refusal(world.get(CancelPayment).execute(coordinator, given.id, { revision: 1, reason: 'x' }))).toBe('edited-meanwhile');
    expect((await page(coordinator)).payments[0]).toMatchObject({ note: 'relevé du 4 mai', revision: 2, cancelledAt: null });
  });

  it('for a line that is no longer expected stays, said as such, and is to be set again', async () => {
    const { coordinator } = await withTerms();
    const given = input();
    await world.get(RecordPayment).execute(coordinator, given);
    await world.db.peek('update mission_participation set started_on = null where community_id = $1', [coordinator.communityId]);
    const [payment] = (await page(coordinator)).payments;
    expect(payment?.unallocatedCents).toBe(375_000);
    await world.db.peek(`update contract_terms set content = jsonb_set(content, '{missions}', '[]') where community_id = $1`, [coordinator.communityId]);
    const [gone] = (await page(coordinator)).payments;
    expect(gone).toMatchObject({ unallocatedCents: 1_375_000 });
    expect(gone?.parts[1]).toMatchObject({ expected: false, year: 5, label: 'Prévention\u00A0: part fixe, avance' });
    const kept = await world.get(ChangePayment).execute(coordinator, given.id, { ...given, note: 'à revoir', revision: 1 });
    expect(kept.payments[0]).toMatchObject({ note: 'à revoir', revision: 2 });
  });

  it('is recorded by the coordination and the treasurer, read by the bureau', async () => {
    const { id } = await withTerms();
    for (const person of await makeEveryRole(world, id)) {
      const writes = ['coordinator', 'treasurer'].includes(person.role);
      const reads = writes || ['president', 'board'].includes(person.role);
      expect([person.role, await refusal(page(person)), await refusal(record(person))]).toEqual([person.role, reads ? 'accepted' : 'forbidden', writes ? 'accepted' : 'forbidden']);
      if (writes) continue;
      expect(await refusal(world.get(ChangePayment).execute(person, id, { ...input(), revision: 1 }))).toBe('forbidden');
      expect(await refusal(world.get(CancelPayment).execute(person, id, { revision: 1, reason: 'x' }))).toBe('forbidden');
    }
  });

  it('of another community is not seen, changed nor cancelled', async () => {
    const [mine, other] = await makeTwoCommunities(world);
    await withTerms(mine);
    await withTerms(other);
    const given = input();
    await world.get(RecordPayment).execute(mine.coordinator, given);
    expect((await page(other.coordinator)).payments).toEqual([]);
    expect((await page(other.coordinator)).totals.receivedCents).toBe(0);
    expect(await refusal(world.get(ChangePayment).execute(other.coordinator, given.id, { ...given, cents: 9_000_000, revision: 1 }))).toBe('not-found');
    expect(await refusal(world.get(CancelPayment).execute(other.coordinator, given.id, { revision: 1, reason: 'x' }))).toBe('not-found');
    // The same id there is another payment.
    await world.get(RecordPayment).execute(other.coordinator, { ...given, cents: 6_700_000 });
    expect((await page(mine.coordinator)).payments).toEqual([expect.objectContaining({ cents: 7_000_000, revision: 1, cancelledAt: null })]);
    expect(await acts(mine.coordinator)).toEqual(['payment.recorded']);
  });
});
