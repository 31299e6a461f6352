import { buffer } from 'node:stream/consumers';
import type { IndicatorInput } from '@maillage/domain/indicators';
import { VerifyJournal } from '@maillage/features/community';
import { AttachEvidence, DefineIndicator, DetachEvidence, RecordMeasure } from '@maillage/features/indicators';
import { makeCommunity, makeWorld, type MadeCommunity, type World } from '../testing';
import { EraseFiles } from '.';

const card: IndicatorInput = {
  code: 'cha-01', name: 'Réunions tenues', definition: 'Nombre de réunions tenues.', kind: 'count', numeratorLabel: null, denominatorLabel: null, unit: null,
  decimals: 0, direction: 'up', frequency: 'month', aggregation: 'sum', bounded: false, countsPatients: false, source: null, evidenceExpected: null,
  baseline: null, missions: ['access-to-care'], actionId: null, responsiblePersonId: null, trackedFrom: '2025-01-01',
};

describe('the bytes of a withdrawn proof', () => {
  let world: World;
  let here: MadeCommunity;
  let elsewhere: MadeCommunity;
  let turn = 0;

  beforeAll(async () => {
    world = await makeWorld();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.set('2026-11-21T09:00:00Z');
    here = await makeCommunity(world);
    elsewhere = await makeCommunity(world);
    turn += 1;
  });

  const bytes = () => Buffer.from(`%PDF-1.4\n% ${turn}\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n`);
  const attach = async (by: MadeCommunity, periodKey = '2026-09') => {
    const [known] = await world.db.peek<{ id: string }>('select id from indicator where community_id = $1', [by.id]);
    const indicatorId = known?.id ?? (await world.get(DefineIndicator).create(by.coordinator, card));
    const measure = await world.get(RecordMeasure).execute(by.coordinator, { indicatorId, periodKey, value: 3, revision: 0 });
    return world.get(AttachEvidence).add(by.coordinator, measure.id, { name: 'feuille.pdf', bytes: bytes() });
  };
  const withdraw = (by: MadeCommunity, id: string) => world.get(DetachEvidence).withdraw(by.coordinator, id);
  const hashOf = async (by: MadeCommunity) => (await world.db.peek<{ hash: string }>('select hash from file where community_id = $1', [by.id]))[0]!.hash;
  const erase = (by = here) => world.get(EraseFiles).execute(by.id);
  const later = () => world.clock.set('2026-12-25T03:40:00Z');

  it('leave the disk after thirty days, never before; name and hash stay told, and the journal says it', async () => {
    await withdraw(here, await attach(here));
    const hash = await hashOf(here);
    world.clock.set('2026-12-15T03:40:00Z');
    expect([await erase(), await world.db.files.has(hash)]).toEqual([0, true]);
    later();
    expect([await erase(), await world.db.files.has(hash)]).toEqual([1, false]);
    expect(await erase()).toBe(0);
    const said = await world.db.peek<{ act: string; before: object }>(`select act, before from audit_entry where community_id = $1 and act = 'evidence.erased'`, [here.id]);
    expect(said).toEqual([{ act: 'evidence.erased', before: { fileName: 'feuille.pdf', hash } }]);
    expect((await world.get(VerifyJournal).execute(here.id)).faults).toEqual([]);
  });

  it('stay while a value, another proof of the community or another community keeps them', async () => {
    await withdraw(here, await attach(here));
    const theirs = await attach(elsewhere);
    const hash = await hashOf(here);
    later();
    expect([await erase(), await world.db.files.has(hash)]).toEqual([0, true]);
    world.clock.set('2026-12-25T04:00:00Z');
    await withdraw(elsewhere, theirs);
    expect([await erase(elsewhere), await erase()]).toEqual([0, 0]);
    world.clock.set('2027-02-01T03:40:00Z');
    expect([await erase(elsewhere), await world.db.files.has(hash)]).toEqual([1, false]);
  });

  it('stay while a report or the copy of a closed dialogue names them, sent or not', async () => {
    await withdraw(here, await attach(here));
    const hash = await hashOf(here);
    await world.db.peek(
      `insert into review_event (community_id, id, contract_year, act, at, snapshot, hash, next_year) values ($1, gen_random_uuid(), 4, 'closed', now(), jsonb_build_object('proofs', jsonb_build_array($2::text)), repeat('a', 64), 'last')`,
      [here.id, hash],
    );
    later();
    expect([await erase(), await world.db.files.has(hash)]).toEqual([0, true]);
  });

  it('come back when they are joined again, and a proof that is joined meanwhile is whole or refused', async () => {
    await withdraw(here, await attach(here));
    const hash = await hashOf(here);
    later();
    const [, id] = await Promise.all([erase(), attach(here, '2026-10').catch(() => null)]);
    const live = await world.db.peek<{ hash: string }>('select hash from file where community_id = $1 and erased_at is null', [here.id]);
    expect(live.every(() => id !== null)).toBe(true);
    if (id === null) await attach(here, '2026-08');
    expect((await buffer(world.db.files.open(hash))).equals(bytes())).toBe(true);
    expect(await erase()).toBe(0);
  });

  it('are not recorded once they are gone', async () => {
    const stored = await world.db.files.put(bytes());
    await world.db.files.discard(stored.hash);
    await expect(world.db.tenant.run(here.id, (tx) => world.db.files.record(tx, stored, { name: 'a.pdf', mediaType: 'application/pdf' }))).rejects.toThrow('taken away');
  });
});
