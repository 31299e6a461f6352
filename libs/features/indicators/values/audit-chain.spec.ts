import type { IndicatorInput } from '@maillage/domain/indicators';
import { hashLine, loadLines } from '@maillage/features/identity';
import { audit, VerifyJournal, type JournalVerification } from '@maillage/features/community';
import { makeCommunity, makeEveryRole, makeWorld, refusal, type MadeCommunity, type World } from '../../testing';
import { AttachEvidence, ChangeMeasureStatus, DefineIndicator, DetachEvidence, MeasureTrace, RecordMeasure, StateAbsence } from '..';

const definition: IndicatorInput = {
  code: 'cha-01', name: 'Réunions tenues', definition: 'Nombre de réunions tenues.', kind: 'count', numeratorLabel: null, denominatorLabel: null, unit: null,
  decimals: 0, direction: 'up', frequency: 'month', aggregation: 'sum', bounded: false, countsPatients: false, source: null, evidenceExpected: null,
  baseline: null, missions: ['access-to-care'], actionId: null, responsiblePersonId: null, trackedFrom: '2025-01-01',
};
const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

describe('the chain of the journal', () => {
  let world: World;
  let here: MadeCommunity;
  let elsewhere: MadeCommunity;
  let indicatorId: string;

  beforeAll(async () => {
    world = await makeWorld();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    here = await makeCommunity(world);
    elsewhere = await makeCommunity(world);
    indicatorId = await world.get(DefineIndicator).create(here.coordinator, definition);
  });

  const record = (periodKey: string, value: number, revision = 0) =>
    world.get(RecordMeasure).execute(here.coordinator, { indicatorId, periodKey, value, revision });
  /** With ordinary spaces, to be compared. */
  const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
  const verify = async (communityId = here.id): Promise<JournalVerification> => {
    const done = await world.get(VerifyJournal).execute(communityId);
    return { ...done, faults: done.faults.map((one) => ({ ...one, subject: plain(one.subject), sentence: plain(one.sentence) })) };
  };
  /** By hand in the database, as its owner. */
  const byHand = (text: string, ...values: unknown[]) => world.db.peek(text, values);
  const faults = async () => (await verify()).faults.map(({ kind, sequence, subject }) => [kind, sequence, subject]);
  const write = (label: string) =>
    world.db.tenant.run(here.id, (tx) => audit(tx, here.coordinator, { act: 'community.settings-changed', subjectType: 'community', subjectId: here.id, label }));

  /** A life of values: given, corrected, proved, validated, opened again, taken away. */
  async function use(): Promise<void> {
    const first = await record('2026-09', 10);
    const second = await record('2026-09', 12, first.revision);
    const proof = await world.get(AttachEvidence).add(here.coordinator, second.id, { name: 'feuille.pdf', bytes: pdf });
    await world.get(ChangeMeasureStatus).validate(here.coordinator, [second]);
    await world.get(ChangeMeasureStatus).reopen(here.coordinator, { id: second.id, revision: 3 }, 'Erreur de saisie.');
    await world.get(DetachEvidence).detach(here.coordinator, second.id, proof);
    await world.get(AttachEvidence).add(here.coordinator, second.id, { name: 'feuille.pdf', bytes: pdf });
    await world.get(ChangeMeasureStatus).delete(here.coordinator, await record('2026-08', 4));
    await record('2026-08', 5);
    await record('2026-10', 7);
  }

  it('is whole in a used community: every line numbered, every value as its history says', async () => {
    await use();
    const { lines, sequence, histories, values, head, found } = await verify();
    expect({ lines, sequence, histories, values, found }).toEqual({ lines: 12, sequence: 12, histories: 11, values: 3, found: 0 });
    const [last] = await world.db.peek<{ hash: string }>('select hash from audit_entry where community_id = $1 and id = 12', [here.id]);
    expect(head).toBe(last?.hash);
    expect(await verify(elsewhere.id)).toMatchObject({ lines: 0, histories: 0, values: 0, head: null, faults: [] });
  });

  it('names an answer « pas de valeur » whose reason was changed by hand', async () => {
    const answer = { indicatorId, periodKey: '2026-07' };
    const { revision } = await world.get(StateAbsence).state(here.coordinator, { ...answer, reason: 'Maison fermée.', revision: 0 });
    await world.get(StateAbsence).state(here.coordinator, { ...answer, reason: 'Logiciel en panne.', revision });
    expect((await verify()).faults).toEqual([]);
    await byHand('update measure_absence set reason = $2 where community_id = $1', here.id, 'Aucun patient reçu.');
    const altered = { kind: 'altered', sequence: null, subject: expect.stringMatching(/^Réponse « pas de valeur » CHA-01 · Réunions tenues · juillet 2026 \(table measure_absence, /), sentence: 'Cette ligne n’est plus celle que le journal garantit : reason.' };
    expect((await verify()).faults).toMatchObject([altered]);
    expect((await verify(elsewhere.id)).faults).toEqual([]);
  });

  it('stays one chain when many write at once, in either order of what they hold: nothing lost, nobody stuck', async () => {
    const others = await Promise.all(['cha-02', 'cha-03'].map((code) => world.get(DefineIndicator).create(here.coordinator, { ...definition, code })));
    const months = Array.from({ length: 20 }, (_, index) => `${2025 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`);
    const all = [indicatorId, ...others];
    const made = await Promise.all(
      months.flatMap((periodKey) => all.map((id) => world.get(RecordMeasure).execute(here.coordinator, { indicatorId: id, periodKey, value: 3, revision: 0 }))),
    );
    const crossed = Array.from({ length: 10 }, (_, turn) =>
      world.db.tenant.run(here.id, async (tx) => {
        // Told before the locks another writer holds: a lock on the journal taken here would cross theirs.
        await audit(tx, here.coordinator, { act: 'community.settings-changed', subjectType: 'community', subjectId: here.id });
        for (const id of turn % 2 === 0 ? all : [...all].reverse().slice(0, 1)) await tx.query('select 1 from indicator where id = $1 for update', [id]);
      }),
    );
    await Promise.all([...crossed, world.get(ChangeMeasureStatus).validate(here.coordinator, made.slice(0, 30)), write('parmi d’autres')]);
    const { lines, sequence, values, faults: wrong } = await verify();
    expect({ lines, sequence, values, wrong }).toEqual({ lines: 3 + 60 + 10 + 30 + 1, sequence: 104, values: 60, wrong: [] });
  });

  it('keeps nothing of what was refused, nor a hole for it', async () => {
    await write('avant');
    await world.db.tenant
      .run(here.id, async (tx) => {
        await audit(tx, here.coordinator, { act: 'community.settings-changed', subjectType: 'community', subjectId: here.id });
        throw new Error('refused');
      })
      .catch(() => undefined);
    await write('après');
    expect(await verify()).toMatchObject({ lines: 3, sequence: 3, faults: [] });
  });

  it.each([
    ['what it says', `update audit_entry set after = jsonb_set(after, '{value}', '11') where community_id = $1 and id = $2`],
    ['who did it', `update audit_entry set person_id = gen_random_uuid() where community_id = $1 and id = $2`],
    ['when', `update audit_entry set at = at - interval '1 day' where community_id = $1 and id = $2`],
  ])('names the line changed by hand: %s', async (_what, sql) => {
    await use();
    await byHand(sql, here.id, 3);
    expect(await faults()).toEqual([['altered', 3, 'Ligne n° 3 · Valeur modifiée · CHA-01 · Réunions tenues · septembre 2026']]);
    expect((await verify()).faults[0]?.at).toBeInstanceOf(Date);
  });

  it('names the line rewritten with a hash that fits it, by the line that follows', async () => {
    await use();
    await byHand(`update audit_entry set hash = repeat('0', 64) where community_id = $1 and id = 3`, here.id);
    expect((await faults()).map(([kind, sequence]) => [kind, sequence])).toEqual([['altered', 3]]);
    await byHand(`update audit_entry set role = 'lead' where community_id = $1 and id = 3`, here.id);
    const [forged] = await world.db.tenant.run(here.id, (tx) => loadLines(tx, 2, 1));
    await byHand(`update audit_entry set hash = $2 where community_id = $1 and id = 3`, here.id, hashLine(forged!));
    const { faults: wrong } = await verify();
    expect(wrong).toMatchObject([{ kind: 'altered', sequence: 3, sentence: expect.stringContaining('a été réécrite') }]);
  });

  it('names lines taken away, in the middle and at the end', async () => {
    await use();
    await byHand('delete from audit_entry where community_id = $1 and id in (1, 11, 12)', here.id);
    const told = await faults();
    expect(told).toContainEqual(['missing', 1, 'Ligne n° 1']);
    expect(told).toContainEqual(['missing', 11, 'Lignes n° 11 à n° 12']);
    await byHand('delete from audit_entry where community_id = $1', here.id);
    expect(await faults()).toContainEqual(['missing', 1, 'Lignes n° 1 à n° 12']);
  });

  it('names a line slipped in', async () => {
    await use();
    await byHand(
      `insert into audit_entry (community_id, id, at, act, subject_type, subject_id, previous_hash, hash)
       select community_id, id + 1, at, 'measure.validated', 'indicator', subject_id, hash, repeat('a', 64) from audit_entry where community_id = $1 and id = 12`,
      here.id,
    );
    expect(await faults()).toEqual([['added', 13, 'Ligne n° 13 · Valeur validée']]);
  });

  it.each([
    ['value', 'value = 99', 'valeur (99 au lieu de 12)'],
    ['comment', `comment = 'autre'`, 'commentaire'],
    ['status', `status = 'validated', validated_at = now()`, 'état'],
    ['who', 'recorded_by = null', 'champ « recorded_by »'],
  ])('names the value changed by hand: %s', async (_what, set, told) => {
    await use();
    await byHand(`update measure set ${set} where community_id = $1 and period_key = '2026-09'`, here.id);
    const { faults: wrong } = await verify();
    expect(wrong).toMatchObject([{ kind: 'altered', sequence: null, subject: 'Valeur CHA-01 · Réunions tenues · septembre 2026', at: expect.any(Date) }]);
    expect(wrong[0]?.sentence).toContain(told);
  });

  it('names the value added, the value taken away, the proof swapped', async () => {
    await use();
    await byHand(`delete from measure_evidence where community_id = $1`, here.id);
    expect((await verify()).faults).toMatchObject([{ subject: 'Valeur CHA-01 · Réunions tenues · septembre 2026', sentence: expect.stringContaining('preuves') }]);
    await byHand(`delete from measure where community_id = $1 and period_key = '2026-10'`, here.id);
    await byHand(
      `insert into measure (community_id, id, indicator_id, period_key, period_start, period_end, value, status, recorded_at, updated_at)
       values ($1, $2, $3, '2026-01', '2026-01-01', '2026-01-31', 8, 'draft', now(), now())`,
      here.id, world.db.ids.next(), indicatorId,
    );
    expect((await faults()).slice(1)).toEqual([
      ['added', null, 'Valeur CHA-01 · Réunions tenues · janvier 2026'],
      ['missing', null, 'Valeur CHA-01 · Réunions tenues · octobre 2026'],
    ]);
  });

  it('names the history of a value changed, taken away, or slipped in', async () => {
    await use();
    await byHand(`update measure_change set after = '{"value": 1}' where community_id = $1 and act = 'changed'`, here.id);
    expect(await faults()).toEqual([['altered', null, 'Historique CHA-01 · Réunions tenues · septembre 2026']]);
    await byHand(`delete from measure_change where community_id = $1 and act = 'changed'`, here.id);
    expect(await faults()).toEqual([['missing', 3, 'Historique, ligne n° 3 du journal · CHA-01 · Réunions tenues · septembre 2026']]);
    const other = await makeCommunity(world);
    expect(await verify(other.id)).toMatchObject({ faults: [] });
    await byHand(
      `insert into measure_change (community_id, id, group_id, indicator_id, period_key, act, at, hash)
       select community_id, gen_random_uuid(), gen_random_uuid(), indicator_id, period_key, 'validated', now(), repeat('b', 64) from measure_change where community_id = $1 limit 1`,
      here.id,
    );
    expect((await faults()).map(([kind]) => kind)).toEqual(['missing', 'added']);
  });

  it('tells many values by one line, each with its own history', async () => {
    const months = ['2026-01', '2026-02', '2026-03'];
    const by = here.coordinator;
    await world.db.tenant.run(here.id, async (tx) => {
      for (const [index, periodKey] of months.entries()) {
        await tx.query(
          `insert into measure (id, indicator_id, period_key, period_start, period_end, value, status, recorded_at, updated_at)
           values ($1, $2, $3, ($3 || '-01')::date, ($3 || '-28')::date, $4, 'draft', now(), now())`,
          [world.db.ids.next(), indicatorId, periodKey, index],
        );
      }
      const events = months.map((periodKey, value) => ({ act: 'recorded' as const, indicator: { id: indicatorId, code: 'CHA-01', name: 'Réunions tenues' }, periodKey, after: { value } }));
      await world.get(MeasureTrace).writeMany(tx, by, events, { act: 'measure.recorded', subjectType: 'indicator', subjectId: indicatorId, label: '3 valeurs' });
    });
    expect(await verify()).toMatchObject({ lines: 2, histories: 3, values: 3, faults: [] });
    await byHand(`update measure set value = 40 where community_id = $1 and period_key = '2026-02'`, here.id);
    await byHand(`update measure_change set reason = 'autre' where community_id = $1 and period_key = '2026-03'`, here.id);
    expect(await faults()).toEqual([
      ['altered', null, 'Historique CHA-01 · Réunions tenues · mars 2026'],
      ['altered', null, 'Valeur CHA-01 · Réunions tenues · février 2026'],
    ]);
  });

  it('lets the product add, and neither change nor take away', async () => {
    await use();
    for (const sql of [
      'update audit_entry set person_id = null', 'delete from audit_entry', 'delete from audit_head', 'update audit_head set sequence = 1', `update audit_head set hash = repeat('c', 64)`,
      'update measure_change set reason = null', 'delete from measure_change', 'update indicator_change set at = now()', 'delete from indicator_change',
    ]) {
      await expect(world.db.tenant.run(here.id, (tx) => tx.query(sql))).rejects.toThrow(/permission denied|only moves forward/);
    }
    expect((await verify()).faults).toEqual([]);
  });

  it('is checked by whoever reads the journal, and by nobody of another community', async () => {
    await use();
    for (const person of await makeEveryRole(world, here.id)) {
      const reads = ['coordinator', 'president', 'treasurer', 'board'].includes(person.role);
      expect([person.role, await refusal(world.get(VerifyJournal).forActor(person))]).toEqual([person.role, reads ? 'accepted' : 'forbidden']);
    }
    expect(await world.get(VerifyJournal).forActor(elsewhere.coordinator)).toMatchObject({ lines: 0, values: 0, head: null });
  });
});
