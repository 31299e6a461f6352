import { ExportJournal, VerifyJournal } from '@maillage/features/community';
import { audit, hashLink, loadSealedTables, type Link } from '@maillage/features/identity';
import type { IndicatorInput } from '@maillage/domain/indicators';
import type { Tx } from '@maillage/platform';
import { makeTwoCommunities, makeWorld, type MadeCommunity, type World } from '../../testing';
import { DefineIndicator } from '..';

const definition: IndicatorInput = {
  code: 'acc-04', name: 'Patients sans médecin traitant', definition: 'Nombre de patients.', kind: 'count', numeratorLabel: null, denominatorLabel: null, unit: null,
  decimals: 0, direction: 'up', frequency: 'quarter', aggregation: 'sum', bounded: false, countsPatients: true, source: null, evidenceExpected: null,
  baseline: null, missions: ['access-to-care'], actionId: null, responsiblePersonId: null, trackedFrom: '2025-01-01',
};

describe('what a transaction leaves for the journal to answer for', () => {
  let world: World;
  let here: MadeCommunity;
  let elsewhere: MadeCommunity;
  let id: string;

  beforeAll(async () => {
    world = await makeWorld();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    [here, elsewhere] = await makeTwoCommunities(world);
    id = await world.get(DefineIndicator).create(here.coordinator, definition);
  });

  const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => world.db.tenant.run(here.id, work);
  const tell = (tx: Tx) => audit(tx, here.coordinator, { act: 'indicator.changed', subjectType: 'indicator', subjectId: id });
  const rename = (tx: Tx, name: string) => tx.query('update indicator set name = $2, revision = revision + 1 where id = $1', [id, name]);
  const aim = (tx: Tx, value: number) => tx.query(`insert into indicator_target (indicator_id, period_key, value) values ($1, '2026-Q3', $2)`, [id, value]);
  const kept = () => world.db.peek<{ line: number; table: string; was: string | null; now: string | null }>(
    `select line::int, table_name as "table", coalesce(was->>'name', was->>'value') as was, coalesce(state->>'name', state->>'value') as now
       from sealed_state where community_id = $1 and line > 1 order by line, position`, [here.id]);
  const lines = async () => (await world.db.peek<{ n: number }>('select count(*)::int as n from audit_entry where community_id = $1', [here.id]))[0]?.n;
  const faults = async () => (await world.get(VerifyJournal).execute(here.id)).faults;

  afterEach(async () => {
    expect(await faults()).toEqual([]);
    expect(await world.db.peek('select * from seal_mark where community_id = $1', [here.id])).toEqual([]);
  });

  it('is held by the last of its lines, each row as it was before and as it became', async () => {
    await run(async (tx) => {
      await rename(tx, 'Un');
      await tell(tx);
      await rename(tx, 'Deux');
      await tell(tx);
      await aim(tx, 40);
    });
    expect(await kept()).toEqual([
      { line: 3, table: 'indicator', was: 'Patients sans médecin traitant', now: 'Deux' },
      { line: 3, table: 'indicator_target', was: null, now: '40' },
    ]);
  });

  it('says nothing of a row that is in the end as it was', async () => {
    await run(async (tx) => {
      await aim(tx, 40);
      await tell(tx);
    });
    await run(async (tx) => {
      await tx.query('delete from indicator_target where indicator_id = $1', [id]);
      await aim(tx, 40);
      await tell(tx);
    });
    await run(async (tx) => {
      await tx.query(`insert into indicator_target (indicator_id, period_key, value) values ($1, '2026-Q4', 1)`, [id]);
      await tx.query(`delete from indicator_target where indicator_id = $1 and period_key = '2026-Q4'`, [id]);
      await tell(tx);
    });
    expect(await kept()).toEqual([{ line: 2, table: 'indicator_target', was: null, now: '40' }]);
  });

  it('is nothing when it is undone, in whole or in part', async () => {
    await expect(run(async (tx) => {
      await rename(tx, 'Un');
      await tell(tx);
      throw new Error('refused');
    })).rejects.toThrow('refused');
    expect(await lines()).toBe(1);
    await run(async (tx) => {
      await rename(tx, 'Un');
      await tx.query('savepoint part');
      await rename(tx, 'Deux');
      await aim(tx, 40);
      await tx.query('rollback to savepoint part');
      await tell(tx);
    });
    expect(await kept()).toEqual([{ line: 2, table: 'indicator', was: 'Patients sans médecin traitant', now: 'Un' }]);
  });

  it('is told once by a transaction that the database had begun again', async () => {
    let tries = 0;
    await run(async (tx) => {
      await rename(tx, `Essai ${(tries += 1)}`);
      await tell(tx);
      if (tries < 3) throw Object.assign(new Error('could not serialize access'), { code: '40001' });
    });
    expect(await lines()).toBe(2);
    expect(await kept()).toEqual([{ line: 2, table: 'indicator', was: 'Patients sans médecin traitant', now: 'Essai 3' }]);
  });

  it('follows the order in which transactions on the same row end', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, index) => run(async (tx) => {
      await rename(tx, `Nom ${index}`);
      await tell(tx);
    })));
    const told = await kept();
    expect(told.map(({ was }) => was)).toEqual(['Patients sans médecin traitant', ...told.slice(0, -1).map(({ now }) => now)]);
  });

  it('leaves with the line, for whoever recomputes the chain', async () => {
    await run(async (tx) => {
      await rename(tx, 'Un');
      await tell(tx);
    });
    let text = '';
    for await (const piece of (await world.get(ExportJournal).execute(here.coordinator, {}, 'json')).pieces) text += piece;
    const told = (JSON.parse(text) as { lines: (Link & { content: { sealed: unknown } })[] }).lines;
    expect(told.map(({ content }) => content.sealed)).toEqual([{ count: 1, hash: expect.any(String) }, { count: 1, hash: expect.any(String) }]);
    for (const { content, sequence, previousHash, hash } of told) expect(hashLink({ ...content, sequence, previousHash, hash })).toBe(hash);
  });

  it('is written for its own community only', async () => {
    const said = `'indicator', '{}', '{}'`;
    await expect(run((tx) => tx.query(`insert into sealed_state (community_id, line, position, table_name, row_key, state, hash) values ($1, 1, 9, ${said}, repeat('0', 64))`, [elsewhere.id]))).rejects.toThrow(/row-level security/);
    await expect(run((tx) => tx.query(`insert into seal_mark (community_id, xact, table_name, row_key, state) values ($1, 1, ${said})`, [elsewhere.id]))).rejects.toThrow(/row-level security/);
  });

  it('is never the work of a cascade, which leaves no mark', async () => {
    const tables = (await run(loadSealedTables)).map(({ table }) => table);
    const cascades = await world.db.peek(
      `select conrelid::regclass::text as "table", conname from pg_constraint where contype = 'f' and confrelid <> 'community'::regclass and conrelid::regclass::text = any ($1) and (confdeltype in ('c', 'n', 'd') or confupdtype in ('c', 'n', 'd'))`,
      [tables],
    );
    expect(cascades).toEqual([]);
  });
});
