import { noDetails, type IndicatorDefinition } from '@maillage/domain/indicators';
import { VerifyJournal } from '@maillage/features/community';
import { makeCommunity, makeMember, makeWorld, refusal, type MadeCommunity, type MadePerson, type World } from '../../testing';
import {
  AttachEvidence,
  ChangeMeasureStatus,
  ChangeValidation,
  DefineIndicator,
  EntryQueries,
  GrantException,
  IndicatorQueries,
  LockPeriod,
  RecordMeasure,
  requireOpenPeriod,
  StateAbsence,
  ValidateWaiting,
  ValidationQueries,
  type ExceptionInput,
} from '..';
import { loadUnsettled } from '../values/measure.store';

const definition: IndicatorDefinition = {
  ...noDetails, code: 'reu-01', name: 'Réunions pluriprofessionnelles', definition: 'Réunions tenues.', kind: 'count', numeratorLabel: null, denominatorLabel: null,
  unit: 'réunions', decimals: 0, direction: 'up', frequency: 'quarter', aggregation: 'sum', bounded: false, countsPatients: false, source: null,
  evidenceExpected: 'Feuille d’émargement', baseline: null, missions: ['care-pathways'], actionId: null, responsiblePersonId: null, trackedFrom: '2026-01-01',
};
const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const why = 'Chiffre corrigé par la CPAM';

describe('validation and locks', () => {
  let world: World;
  let here: MadeCommunity;
  let elsewhere: MadeCommunity;
  let lead: MadePerson;
  let board: MadePerson;
  let indicatorId: string;

  beforeAll(async () => {
    world = await makeWorld();
  });
  beforeEach(async () => {
    world.clock.set('2026-11-21T09:00:00Z');
    here = await makeCommunity(world);
    elsewhere = await makeCommunity(world);
    lead = await makeMember(world, here.id, 'lead');
    board = await makeMember(world, here.id, 'board');
    indicatorId = await world.get(DefineIndicator).create(here.coordinator, { ...definition, responsiblePersonId: lead.personId });
  });
  afterAll(() => world.close());

  const record = (actor: MadePerson, value: number, revision = 0, given: { periodKey?: string; comment?: string } = {}) =>
    world.get(RecordMeasure).execute(actor, { indicatorId, periodKey: '2026-Q3', value, revision, ...given });
  const line = async (periodKey = '2026-Q3', actor: MadePerson = here.coordinator) => {
    const found = (await world.get(IndicatorQueries).card(actor, indicatorId)).values.find(({ period }) => period.key === periodKey);
    if (!found) throw new Error(`no line for ${periodKey}`);
    return found;
  };
  const status = () => world.get(ChangeMeasureStatus);
  const history = async () => (await world.get(IndicatorQueries).history(here.coordinator, indicatorId, null)).map(({ act }) => act);
  const lock = async (periodKey = '2026-Q3') => {
    const { left } = await world.get(ValidationQueries).preview(here.coordinator, periodKey);
    return world.get(LockPeriod).lock(here.coordinator, periodKey, left.length);
  };
  const ask = (change: Partial<ExceptionInput> = {}): ExceptionInput => ({
    personId: lead.personId, indicatorId, periodKey: '2026-Q3', untilOn: '2026-11-22', untilTime: '18:00', reason: why, ...change,
  });
  const journalFaults = async () => (await world.get(VerifyJournal).execute(here.id)).faults;

  describe('the way of a value', () => {
    it('is sent when saved, sent back with a remark the lead reads, corrected, validated', async () => {
      const given = await record(lead, 12);
      expect(await line()).toMatchObject({ measure: { status: 'submitted', origin: 'typed' }, submittedByName: lead.name, moves: ['validate', 'send-back', 'delete'] });
      await status().sendBack(here.coordinator, given, 'La réunion de juillet est comptée deux fois.');
      await status().sendBack(here.coordinator, given, 'La réunion de juillet est comptée deux fois.');
      expect(await line('2026-Q3', lead)).toMatchObject({
        measure: { status: 'draft', remark: 'La réunion de juillet est comptée deux fois.' }, returnedByName: here.coordinator.name, writable: true, moves: ['submit', 'delete'],
      });
      const awaited = await world.get(EntryQueries).awaited(lead);
      expect(awaited.find(({ periodKey }) => periodKey === '2026-Q3')).toMatchObject({ need: 'to-correct', remark: 'La réunion de juillet est comptée deux fois.' });
      const corrected = await record(lead, 11, 2);
      expect((await line()).measure).toMatchObject({ status: 'submitted', remark: null, revision: 3 });
      await status().validate(here.coordinator, [corrected]);
      expect(await line()).toMatchObject({ measure: { status: 'validated' }, moves: ['reopen'], writable: false });
      expect(await history()).toEqual(['validated', 'changed', 'returned', 'recorded']);
      expect(await journalFaults()).toEqual([]);
    });

    it('waits as a draft when the community wants it sent by hand', async () => {
      await world.get(ChangeValidation).execute(here.coordinator, { by: 'coordinator', steps: 1, submitOnSave: false, revision: 0 });
      const given = await record(lead, 12);
      expect((await line()).measure?.status).toBe('draft');
      await status().submit(lead, given);
      await status().submit(lead, given);
      expect((await line()).measure).toMatchObject({ status: 'submitted', revision: 2 });
      expect(await history()).toEqual(['submitted', 'recorded']);
    });

    it('tells the first of what waits and how much comes after, of the indicators asked for', async () => {
      const first = await record(lead, 12);
      await record(lead, 11, 0, { periodKey: '2026-Q2' });
      const told = (only: string[] | null, most?: number) => world.db.tenant.run(here.id, (tx) => loadUnsettled(tx, only, most));
      const one = await told(null, 1);
      expect([one.measures.map(({ id }) => id), one.beyond]).toEqual([[first.id], 1]);
      const both = await told(null);
      expect([both.measures.length, both.beyond]).toEqual([2, 0]);
      expect(await told([first.id], 1)).toEqual({ measures: [], beyond: 0 });
    });

    it('is validated with all those of a choice, each with its history; what lacks a proof stays and is told, what changed since too', async () => {
      const all = world.get(ValidateWaiting);
      const everything = { periodKey: null, words: null };
      await record(lead, 12);
      await record(lead, 11, 0, { periodKey: '2026-Q2' });
      const deliverable = await world.get(DefineIndicator).create(here.coordinator, { ...definition, code: 'PRO-01', name: 'Protocole signé', kind: 'deliverable', unit: null, aggregation: 'last' });
      await world.get(RecordMeasure).execute(here.coordinator, { indicatorId: deliverable, periodKey: '2026-Q3', value: 1, revision: 0 });
      expect(await refusal(all.preview(lead, everything))).toBe('forbidden');
      expect(await all.preview(elsewhere.coordinator, everything)).toMatchObject({ advance: 0, proofless: 0 });
      expect(await all.preview(here.coordinator, { periodKey: '2026-Q2', words: 'reunions' })).toMatchObject({ advance: 1, proofless: 0 });
      const { asOf, ...count } = await all.preview(here.coordinator, everything);
      expect(count).toEqual({ advance: 2, proofless: 1, locked: 0 });
      world.clock.set('2026-11-21T09:05:00Z');
      await record(lead, 13, 1);
      expect(await all.execute(elsewhere.coordinator, everything, asOf)).toEqual({ advanced: 0, more: 0 });
      const twice = await Promise.all([all.execute(here.coordinator, everything, asOf), all.execute(here.coordinator, everything, asOf)]);
      expect(twice.map(({ advanced }) => advanced).sort()).toEqual([0, 1]);
      expect([(await line('2026-Q2')).measure, (await line()).measure]).toMatchObject([{ status: 'validated', revision: 2 }, { status: 'submitted', value: 13 }]);
      expect((await history()).filter((act) => act === 'validated')).toHaveLength(1);
      expect(await journalFaults()).toEqual([]);
    });

    it('goes to the board, all at once, when the coordination has read it; what a lock holds stays and is told', async () => {
      await world.get(ChangeValidation).execute(here.coordinator, { by: 'coordinator', steps: 2, submitOnSave: true, revision: 0 });
      const all = world.get(ValidateWaiting);
      const everything = { periodKey: null, words: null };
      await record(lead, 12);
      await record(lead, 11, 0, { periodKey: '2026-Q2' });
      expect(await all.preview(board, everything)).toMatchObject({ advance: 0 });
      await all.execute(here.coordinator, everything, world.clock.now());
      expect((await line()).measure).toMatchObject({ status: 'submitted', checkedAt: expect.any(Date) });
      await lock('2026-Q2');
      expect(await all.preview(board, everything)).toMatchObject({ advance: 1, locked: 1 });
      expect(await all.execute(board, everything, world.clock.now())).toEqual({ advanced: 1, more: 0 });
      expect([(await line()).measure?.status, (await line('2026-Q2')).measure?.status]).toEqual(['validated', 'submitted']);
      expect(await journalFaults()).toEqual([]);
    });

    it('is read by the coordination, then validated by the board, when two steps are asked for', async () => {
      await world.get(ChangeValidation).execute(here.coordinator, { by: 'coordinator', steps: 2, submitOnSave: true, revision: 0 });
      const given = await record(lead, 12);
      expect(await refusal(status().validate(board, [given]))).toBe('measure-step-right');
      await status().validate(here.coordinator, [given]);
      await status().validate(here.coordinator, [given]);
      expect((await line()).measure).toMatchObject({ status: 'submitted', revision: 2, checkedAt: expect.any(Date) });
      expect(await refusal(status().validate(here.coordinator, [{ id: given.id, revision: 2 }]))).toBe('measure-step-right');
      expect((await world.get(ValidationQueries).waiting(board)).values).toMatchObject([{ stage: 'checked', waitsFor: 'board', moves: ['validate', 'send-back'] }]);
      await status().validate(board, [{ id: given.id, revision: 2 }]);
      expect((await line()).measure?.status).toBe('validated');
      expect(await history()).toEqual(['validated', 'checked', 'recorded']);
    });

    it('is the board’s alone where the community says so; members of other roles are refused', async () => {
      await world.get(ChangeValidation).execute(here.coordinator, { by: 'board', steps: 1, submitOnSave: true, revision: 0 });
      const given = await record(lead, 12);
      expect(await refusal(status().validate(here.coordinator, [given]))).toBe('measure-step-right');
      expect(await refusal(status().validate(lead, [given]))).toBe('forbidden');
      await status().validate(board, [given]);
      expect((await line()).measure?.status).toBe('validated');
    });

    it('keeps what was validated when the settings change, and tells the change in the journal', async () => {
      await status().validate(here.coordinator, [await record(lead, 12)]);
      const change = world.get(ChangeValidation);
      expect(await change.execute(here.coordinator, { by: 'board', steps: 1, submitOnSave: true, revision: 0 })).toMatchObject({ by: 'board', revision: 1 });
      expect((await line()).measure?.status).toBe('validated');
      expect(await refusal(change.execute(here.coordinator, { by: 'coordinator', steps: 1, submitOnSave: true, revision: 0 }))).toBe('edited-meanwhile');
      expect(await refusal(change.execute(board, { by: 'coordinator', steps: 1, submitOnSave: true, revision: 1 }))).toBe('forbidden');
    });
  });

  describe('what is unusual', () => {
    it('is taken with a comment only, the check named, and nothing written otherwise', async () => {
      await record(lead, 12, 0, { periodKey: '2026-Q2' });
      await expect(record(lead, 90)).rejects.toMatchObject({ code: 'measure-comment-needed', meta: { checks: ['jump'] } });
      expect((await line()).measure).toBeNull();
      await record(lead, 90, 0, { comment: 'Un séminaire de 78 réunions.' });
      expect((await line()).measure?.value).toBe(90);
    });

    it('is told when the definition changed since the last value', async () => {
      await record(lead, 12, 0, { periodKey: '2026-Q2' });
      world.clock.set('2026-11-21T10:00:00Z');
      await world.get(DefineIndicator).change(here.coordinator, indicatorId, { ...definition, responsiblePersonId: lead.personId, definition: 'Réunions de plus d’une heure.', reason: 'Avenant signé', revision: 1 });
      await expect(record(lead, 12)).rejects.toMatchObject({ code: 'measure-comment-needed', meta: { checks: ['definition-changed'] } });
      const grid = await world.get(EntryQueries).grid(lead, '2026-Q3');
      expect(grid.lines[0]?.quality).toMatchObject({ values: [12], previous: { value: 12 }, definitionChangedOn: '2026-11-21' });
    });

    it('is told when another source gave another figure', async () => {
      const { id } = await world.db.tenant.run(here.id, (tx) => world.get(RecordMeasure).within(tx, here.coordinator, { indicatorId, periodKey: '2026-Q3', value: 12, revision: 0 }, 'import'));
      expect((await line()).measure).toMatchObject({ id, origin: 'import' });
      await expect(record(lead, 13, 1)).rejects.toMatchObject({ code: 'measure-comment-needed', meta: { checks: ['other-source'] } });
      await record(lead, 13, 1, { comment: 'Le fichier oubliait une réunion.' });
      expect((await line()).measure).toMatchObject({ origin: 'typed', value: 13 });
      expect(await journalFaults()).toEqual([]);
    });
  });

  describe('a locked period', () => {
    it('lists what is not validated, locks the rest with its months, and refuses every change to everyone', async () => {
      const given = await record(lead, 12);
      await status().validate(here.coordinator, [given]);
      const monthly = await world.get(DefineIndicator).create(here.coordinator, { ...definition, code: 'reu-02', frequency: 'month', responsiblePersonId: lead.personId });
      const month = await world.get(RecordMeasure).execute(lead, { indicatorId: monthly, periodKey: '2026-08', value: 4, revision: 0 });
      const proof = await world.get(AttachEvidence).add(lead, month.id, { name: 'feuille.pdf', bytes: pdf });
      // An answer without value is an answer: it is not left over, and no longer changes once locked.
      const absence = { indicatorId: monthly, periodKey: '2026-09', reason: 'Salle fermée tout le mois.', revision: 0 };
      await world.get(StateAbsence).state(lead, absence);
      const preview = await world.get(ValidationQueries).preview(here.coordinator, '2026-Q3');
      expect(preview).toMatchObject({ settled: 1, left: [{ periodKey: '2026-07', status: 'missing' }, { periodKey: '2026-08', status: 'submitted' }] });
      expect(await refusal(world.get(LockPeriod).lock(here.coordinator, '2026-Q3', 1))).toBe('lock-changed');
      await lock();
      expect(await refusal(lock())).toBe('lock-exists');
      expect(await line()).toMatchObject({ measure: { status: 'locked' }, lock: { label: expect.stringContaining('T3') }, moves: [], writable: false });
      const reopened = { id: given.id, revision: 3 };
      const monthSeen = { id: month.id, revision: 1 };
      const attempts: Promise<unknown>[] = [
        record(here.coordinator, 13, 3),
        world.get(RecordMeasure).execute(lead, { indicatorId: monthly, periodKey: '2026-08', value: 5, revision: 1 }),
        world.get(RecordMeasure).execute(lead, { indicatorId: monthly, periodKey: '2026-07', value: 5, revision: 0 }),
        status().reopen(here.coordinator, reopened, why),
        status().validate(here.coordinator, [monthSeen]),
        status().sendBack(here.coordinator, monthSeen, 'À revoir ensemble.'),
        status().delete(here.coordinator, monthSeen),
        world.get(AttachEvidence).add(here.coordinator, given.id, { name: 'feuille.pdf', bytes: pdf }),
        world.get(StateAbsence).state(lead, { ...absence, periodKey: '2026-07' }),
        world.get(StateAbsence).withdraw(lead, { ...absence, revision: 1 }),
        world.get(AttachEvidence).addLink(lead, month.id, { url: 'https://exemple.fr/feuille', title: 'Feuille' }),
        // Imports and computed values pass by the same door.
        world.db.tenant.run(here.id, (tx) => world.get(RecordMeasure).within(tx, here.coordinator, { indicatorId, periodKey: '2026-Q3', value: 13, revision: 3 }, 'import')),
        world.db.tenant.run(here.id, (tx) => requireOpenPeriod(tx, { communityId: here.id, personId: null }, { indicatorId, period: { key: '2026-Q3', start: '2026-07-01', end: '2026-09-30' } }, world.clock.now())),
      ];
      for (const attempt of attempts) expect(await refusal(attempt)).toBe('period-locked');
      expect(proof).toBeTruthy();
      expect((await line()).measure).toMatchObject({ value: 12, revision: 3 });
      expect(await journalFaults()).toEqual([]);
    });

    it('opens again with a reason, and leaves its trace', async () => {
      await status().validate(here.coordinator, [await record(lead, 12)]);
      const id = await lock();
      expect(await refusal(world.get(LockPeriod).unlock(here.coordinator, id, ' '))).toBe('measure-reason-missing');
      expect(await refusal(world.get(LockPeriod).unlock(lead, id, why))).toBe('forbidden');
      await world.get(LockPeriod).unlock(here.coordinator, id, why);
      expect(await refusal(world.get(LockPeriod).unlock(here.coordinator, id, why))).toBe('lock-lifted');
      expect(await line()).toMatchObject({ measure: { status: 'validated' }, lock: null, moves: ['reopen'] });
      expect((await world.get(ValidationQueries).locks(lead)).locks).toMatchObject([{ unlockReason: why, unlockedBy: here.coordinator.name, valuesLocked: 1, valuesLeft: 0 }]);
      expect(await history()).toEqual(['unlocked', 'locked', 'validated', 'recorded']);
      expect(await journalFaults()).toEqual([]);
    });

    it('keeps locked what a longer lock still holds', async () => {
      await status().validate(here.coordinator, [await record(lead, 12, 0, { periodKey: '2026-Q2' })]);
      const quarter = await lock('2026-Q2');
      await lock('2026-H1');
      await world.get(LockPeriod).unlock(here.coordinator, quarter, why);
      expect((await line('2026-Q2')).measure?.status).toBe('locked');
    });

    it('asks for nothing more: the page opens on a period where values can be given', async () => {
      await lock();
      const grid = await world.get(EntryQueries).grid(lead, null);
      expect(grid.periods.map(({ key, toEnter, locked }) => [key, toEnter, locked])).toEqual([['2026-Q3', 0, true], ['2026-Q2', 1, false], ['2026-Q1', 1, false]]);
      expect(grid.period?.key).toBe('2026-Q2');
    });

    it('is not locked before it is over, nor by another than the coordination', async () => {
      expect(await refusal(world.get(LockPeriod).lock(here.coordinator, '2026-Q4', 0))).toBe('lock-period-not-over');
      expect(await refusal(world.get(LockPeriod).lock(board, '2026-Q3', 1))).toBe('forbidden');
    });

    it('never lets a value slip in while it is being locked', async () => {
      const given = await record(lead, 12);
      await status().validate(here.coordinator, [given]);
      const outcomes = await Promise.allSettled([status().reopen(here.coordinator, { id: given.id, revision: 2 }, why), lock(), record(here.coordinator, 13, 2)]);
      const locked = outcomes[1]?.status === 'fulfilled';
      const { measure } = await line();
      expect([locked ? 'locked' : 'draft']).toContain(measure?.status);
    });
  });

  describe('an exception', () => {
    beforeEach(async () => {
      await status().validate(here.coordinator, [await record(lead, 12)]);
      await lock();
    });

    it('opens one value to one person until its end; the change is marked and locked again once validated', async () => {
      const grant = world.get(GrantException);
      const id = await grant.grant(here.coordinator, ask());
      expect(await grant.grant(here.coordinator, ask())).toBe(id);
      expect(await line('2026-Q3', lead)).toMatchObject({ writable: true, exceptions: [{ person: lead.name, reason: why, open: true, mine: true }] });
      expect(await refusal(record(here.coordinator, 13, 3))).toBe('period-locked');
      const corrected = await record(lead, 13, 3);
      expect(await line()).toMatchObject({ measure: { status: 'submitted', value: 13 }, underException: true, moves: ['validate', 'send-back'] });
      await status().validate(here.coordinator, [corrected]);
      expect((await line()).measure).toMatchObject({ status: 'locked', value: 13 });
      const changed = (await world.get(IndicatorQueries).history(here.coordinator, indicatorId, '2026-Q3')).find(({ act }) => act === 'changed');
      expect(changed).toMatchObject({ after: { value: 13, underException: true } });
      expect(await journalFaults()).toEqual([]);
    });

    it('opens nothing from its end on', async () => {
      await world.get(GrantException).grant(here.coordinator, ask());
      world.clock.set('2026-11-22T16:59:59Z');
      const given = await record(lead, 13, 3);
      world.clock.set('2026-11-22T17:00:00Z');
      expect(await refusal(record(lead, 14, 4))).toBe('period-locked');
      expect(await refusal(status().validate(here.coordinator, [given]))).toBe('period-locked');
      expect(await line('2026-Q3', lead)).toMatchObject({ writable: false, moves: [], exceptions: [{ open: false }] });
    });

    it('is taken back before its end', async () => {
      const id = await world.get(GrantException).grant(here.coordinator, ask());
      await world.get(GrantException).close(here.coordinator, id);
      await world.get(GrantException).close(here.coordinator, id);
      expect(await refusal(record(lead, 13, 3))).toBe('period-locked');
      expect((await world.get(ValidationQueries).locks(here.coordinator)).exceptions).toMatchObject([{ open: false, person: lead.name, grantedBy: here.coordinator.name }]);
    });

    it.each([
      ['without a reason', { reason: 'non' }, 'measure-reason-missing'],
      ['to an end that is past', { untilOn: '2026-11-20' }, 'exception-end-invalid'],
      ['to an end too far', { untilOn: '2027-01-15' }, 'exception-end-invalid'],
      ['for a period that is not locked', { periodKey: '2026-Q2' }, 'exception-without-lock'],
    ] as const)('is refused %s', async (_name, change, code) => {
      expect(await refusal(world.get(GrantException).grant(here.coordinator, ask(change)))).toBe(code);
      expect((await world.get(ValidationQueries).locks(here.coordinator)).exceptions).toEqual([]);
    });

    it('is refused to who could not give the value anyway', async () => {
      expect(await refusal(world.get(GrantException).grant(here.coordinator, ask({ personId: board.personId })))).toBe('exception-person');
      expect(await refusal(world.get(GrantException).grant(here.coordinator, ask({ personId: elsewhere.coordinator.personId })))).toBe('not-found');
    });
  });

  describe('of another community', () => {
    it('finds nothing, changes nothing, and is not locked by it', async () => {
      const given = await record(lead, 12);
      await status().validate(here.coordinator, [given]);
      const lockId = await lock();
      const exception = await world.get(GrantException).grant(here.coordinator, ask());
      const stranger = elsewhere.coordinator;
      const attempts: Promise<unknown>[] = [
        status().submit(stranger, given),
        status().sendBack(stranger, given, 'À revoir ensemble.'),
        world.get(LockPeriod).unlock(stranger, lockId, why),
        world.get(GrantException).close(stranger, exception),
        world.get(GrantException).grant(stranger, ask({ personId: stranger.personId })),
      ];
      for (const attempt of attempts) expect(await refusal(attempt)).toBe('not-found');
      const queries = world.get(ValidationQueries);
      expect(await queries.waiting(stranger)).toMatchObject({ values: [], settings: { by: 'coordinator', steps: 1, revision: 0 } });
      expect(await queries.locks(stranger)).toMatchObject({ locks: [], exceptions: [] });
      expect(await queries.preview(stranger, '2026-Q3')).toMatchObject({ settled: 0, left: [] });
      await world.get(LockPeriod).lock(stranger, '2026-Q2', 0);
      await world.get(ChangeValidation).execute(stranger, { by: 'board', steps: 1, submitOnSave: false, revision: 0 });
      expect(await queries.settings(here.coordinator)).toMatchObject({ by: 'coordinator', revision: 0 });
      await record(lead, 10, 0, { periodKey: '2026-Q2' });
    });
  });
});
