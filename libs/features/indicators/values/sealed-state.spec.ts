import type { IndicatorInput } from '@maillage/domain/indicators';
import { namedTables, VerifyJournal } from '@maillage/features/community';
import { loadSealedTables } from '@maillage/features/identity';
import { makeCommunity, makeMember, makeSignedYear, makeWorld, type MadeCommunity, type World } from '../../testing';
import { DefineIndicator, GrantException, LockPeriod, RecordMeasure, SetTargets, StateAbsence } from '..';

const definition: IndicatorInput = {
  code: 'acc-04', name: 'Patients sans médecin traitant', definition: 'Nombre de patients.', kind: 'count', numeratorLabel: null, denominatorLabel: null, unit: null,
  decimals: 0, direction: 'up', frequency: 'quarter', aggregation: 'sum', bounded: false, countsPatients: true, source: null, evidenceExpected: null,
  baseline: null, missions: ['access-to-care'], actionId: null, responsiblePersonId: null, trackedFrom: '2025-01-01',
};

describe('what the journal answers for beside values', () => {
  let world: World;
  let here: MadeCommunity;
  let elsewhere: MadeCommunity;
  let indicatorId: string;

  beforeAll(async () => {
    world = await makeWorld();
  });
  afterAll(() => world.close());

  const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
  const faults = async (communityId = here.id) =>
    (await world.get(VerifyJournal).execute(communityId)).faults.map(({ kind, subject, sentence }) => ({ kind, subject: plain(subject), sentence: plain(sentence) }));
  const byHand = (text: string, ...values: unknown[]) => world.db.peek(text, values);

  /** A community that locks, excepts, answers, aims and asks through a link. */
  async function use(community: MadeCommunity): Promise<string> {
    const by = community.coordinator;
    const id = await world.get(DefineIndicator).create(by, definition);
    await world.get(SetTargets).execute(by, id, { revision: 1, targets: [{ periodKey: '2026-Q2', value: 40, rationale: null }, { periodKey: '2026-Q3', value: 50, rationale: null }] });
    await world.get(SetTargets).execute(by, id, { revision: 2, targets: [{ periodKey: '2026-Q2', value: 40, rationale: null }, { periodKey: '2026-Q3', value: 60, rationale: null }] });
    await world.get(StateAbsence).state(by, { indicatorId: id, periodKey: '2026-Q1', reason: 'Logiciel en panne.', revision: 0 });
    await world.get(RecordMeasure).execute(by, { indicatorId: id, periodKey: '2026-Q1', value: 12, revision: 0 });
    await world.get(StateAbsence).state(by, { indicatorId: id, periodKey: '2026-Q2', reason: 'Maison fermée.', revision: 0 });
    const first = await world.get(LockPeriod).lock(by, '2026-Q3', 1);
    await world.get(LockPeriod).unlock(by, first, 'Oubli.');
    await world.get(LockPeriod).lock(by, '2026-Q3', 1);
    const person = await makeMember(world, community.id, 'coordinator');
    await world.get(GrantException).grant(by, { personId: person.personId, indicatorId: id, periodKey: '2026-Q3', untilOn: '2026-12-01', untilTime: '18:00', reason: 'Correction.' });
    return id;
  }

  beforeEach(async () => {
    here = await makeCommunity(world);
    elsewhere = await makeCommunity(world);
    indicatorId = await use(here);
    await use(elsewhere);
  });

  it('passes on a used community, and no mark is left', async () => {
    expect(await faults()).toEqual([]);
    expect(await faults(elsewhere.id)).toEqual([]);
    expect(await byHand('select * from seal_mark where community_id = any ($1)', [here.id, elsewhere.id])).toEqual([]);
  });

  it('names every table it answers for in French', async () => {
    const tables = await world.db.tenant.run(here.id, loadSealedTables);
    expect(tables.map(({ table }) => table)).toEqual(namedTables);
    expect(tables.find(({ table }) => table === 'indicator_target')).toEqual({ table: 'indicator_target', key: 'indicator_id,period_key', left: '' });
  });

  it.each([
    ['a lock opened by hand', `update period_lock set unlocked_at = now(), unlock_reason = 'x' where community_id = $1 and unlocked_at is null`, 'altered', 'Verrou de T3 2026'],
    ['a lock deleted', 'delete from period_lock where community_id = $1 and unlocked_at is null', 'missing', 'Verrou de T3 2026'],
    ['a lock slipped in', `insert into period_lock (community_id, id, period_key, period_start, period_end, locked_at, values_locked, values_left) values ($1, gen_random_uuid(), '2026-Q1', '2026-01-01', '2026-03-31', now(), 0, 0)`, 'added', 'Verrou de T1 2026'],
    ['an exception made longer', `update lock_exception set until = until + interval '30 days' where community_id = $1`, 'altered', 'Exception au verrou pour'],
    ['an exception deleted', 'delete from lock_exception where community_id = $1', 'missing', 'Exception au verrou pour'],
    ['an exception slipped in', `insert into lock_exception (community_id, id, person_id, indicator_id, period_key, until, reason, granted_at) select community_id, gen_random_uuid(), person_id, indicator_id, period_key, until, 'y', granted_at from lock_exception where community_id = $1`, 'added', 'Exception au verrou pour'],
    ['an answer deleted', 'delete from measure_absence where community_id = $1', 'missing', 'Réponse « pas de valeur » ACC-04 · Patients sans médecin traitant · T2 2026'],
    ['an answer slipped in', `insert into measure_absence (community_id, indicator_id, period_key, period_start, period_end, reason, stated_at, updated_at) select community_id, indicator_id, '2025-Q4', '2025-10-01', '2025-12-31', 'x', now(), now() from measure_absence where community_id = $1`, 'added', 'Réponse « pas de valeur » ACC-04 · Patients sans médecin traitant · T4 2025'],
    ['a target moved', `update indicator_target set value = 30 where community_id = $1 and period_key = '2026-Q3'`, 'altered', 'Objectif ACC-04 · Patients sans médecin traitant · T3 2026'],
    ['a target deleted', `delete from indicator_target where community_id = $1 and period_key = '2026-Q3'`, 'missing', 'Objectif ACC-04 · Patients sans médecin traitant · T3 2026'],
    ['a target slipped in', `insert into indicator_target (community_id, indicator_id, period_key, value) select community_id, indicator_id, '2026-Q4', 9 from indicator_target where community_id = $1 limit 1`, 'added', 'Objectif ACC-04 · Patients sans médecin traitant · T4 2026'],
    ['a definition changed', `update indicator set counts_patients = false where community_id = $1`, 'altered', 'Fiche de l’indicateur ACC-04'],
    ['settings slipped in', `insert into validation_settings (community_id, validated_by, steps, submit_on_save, updated_at, revision) values ($1, 'coordinator', 1, true, now(), 1)`, 'added', 'Réglages de la validation'],
    ['a recipient slipped in', `insert into recipient (community_id, id, kind, name, organisation_key, email, added_at, updated_at, revision) values ($1, gen_random_uuid(), 'ars', 'ARS', 'ars', 'x@exemple.fr', now(), now(), 1)`, 'added', 'Destinataire « ARS »'],
  ])('names %s', async (_what, sql, kind, subject) => {
    await byHand(sql, here.id);
    expect(await faults()).toEqual([{ kind, subject: expect.stringContaining(subject), sentence: expect.any(String) }]);
    expect(await faults(elsewhere.id)).toEqual([]);
  });

  it('names the terms of a year changed, deleted and slipped in by hand', async () => {
    await makeSignedYear(world, here);
    expect(await faults()).toEqual([]);
    await byHand(`update contract_terms set content = jsonb_set(content, '{missions}', '[]') where community_id = $1`, here.id);
    expect(await faults()).toMatchObject([{ kind: 'altered', subject: expect.stringContaining('Termes de l’année 5 du contrat'), sentence: 'Cette ligne n’est plus celle que le journal garantit : content.' }]);
    await byHand('delete from contract_terms where community_id = $1', here.id);
    expect(await faults()).toMatchObject([{ kind: 'missing', subject: expect.stringContaining('Termes de l’année 5 du contrat') }]);
  });

  it('still names what a hand changed once an act of the product came over it', async () => {
    await byHand(`update lock_exception set until = until + interval '1 day' where community_id = $1`, here.id);
    const [exception] = await byHand('select id from lock_exception where community_id = $1', here.id) as { id: string }[];
    await world.get(GrantException).close(here.coordinator, exception!.id);
    expect(await faults()).toMatchObject([{ kind: 'altered', sentence: expect.stringContaining('avait été modifiée en dehors de Maillage') }]);
  });

  it('names what was kept under a line when it is changed, taken away or slipped in', async () => {
    await byHand(`update sealed_state set state = jsonb_set(state, '{reason}', '"autre"') where community_id = $1 and table_name = 'lock_exception'`, here.id);
    const told = await faults();
    expect(told[0]).toMatchObject({ kind: 'altered', subject: expect.stringContaining('Exception au verrou'), sentence: expect.stringContaining('du journal en gardait') });
    await byHand(`delete from sealed_state where community_id = $1 and table_name = 'lock_exception'`, here.id);
    expect(await faults()).toMatchObject([{ kind: 'missing', subject: expect.stringContaining('État gardé par la ligne') }, { kind: 'added', subject: expect.stringContaining('Exception au verrou') }]);
    await byHand(
      `insert into sealed_state (community_id, line, position, table_name, row_key, state, hash)
       select community_id, 900, 1, table_name, row_key, state, hash from sealed_state where community_id = $1 and table_name = 'measure_absence' and state is not null limit 1`,
      elsewhere.id,
    );
    expect(await faults(elsewhere.id)).toContainEqual({ kind: 'added', subject: expect.stringContaining('Réponse « pas de valeur »'), sentence: expect.stringContaining('ajouté à l’historique') });
  });

  it('is not blind to a write of the product without a line in the journal', async () => {
    const unsealed = (allowed: string) => world.db.tenant.run(here.id, async (tx) => {
      await tx.query(`select set_config('app.unsealed', $1, true)`, [allowed]);
      await tx.query(`update indicator set name = 'Autre' where id = $1`, [indicatorId]);
    });
    // Every spec refuses it.
    await expect(unsealed('')).rejects.toThrow('A row of indicator was written without a line of the journal.');
    expect(await faults()).toEqual([]);
    await unsealed('allowed');
    expect(await faults()).toMatchObject([{ kind: 'altered', sentence: expect.stringContaining('name') }]);
  });

  it('lets the product add, and neither change nor take away', async () => {
    for (const sql of ['update sealed_state set state = null', 'delete from sealed_state']) {
      await expect(world.db.tenant.run(here.id, (tx) => tx.query(sql))).rejects.toThrow(/permission denied/);
    }
    const seen: { n: number }[] = await world.db.tenant.run(elsewhere.id, (tx) => tx.query('select count(*) as n from sealed_state where community_id = $1', [here.id]));
    expect(seen).toEqual([{ n: 0 }]);
  });
});
