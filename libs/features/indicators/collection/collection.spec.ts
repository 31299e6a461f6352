import type { IndicatorInput } from '@maillage/domain/indicators';
import { addDays } from '@maillage/domain/kernel';
import { ChangeActionTracking } from '@maillage/features/project';
import { SmtpStandIn } from '@maillage/platform/testing';
import { actionNumbered, mailText, makeCommunity, makeMember, makeProject, makeWorld, refusal, type MadeCommunity, type MadePerson, type World } from '../../testing';
import {
  ArchiveIndicator,
  ChangeCollectionSettings,
  ChangeMeasureStatus,
  CollectionQueries,
  CollectionSchedules,
  DefineIndicator,
  EntryQueries,
  IndicatorQueries,
  PlanReminders,
  RecordMeasure,
  RemindNow,
  SendReminder,
  StateAbsence,
} from '..';

const definition: Omit<IndicatorInput, 'code'> = {
  name: 'Réunions pluriprofessionnelles', definition: 'Réunions tenues dans la période.', kind: 'count', numeratorLabel: null, denominatorLabel: null,
  unit: 'réunions', decimals: 0, direction: 'up', frequency: 'quarter', aggregation: 'sum', bounded: false, countsPatients: false, source: 'Agenda',
  evidenceExpected: 'Feuille d’émargement', baseline: null, missions: ['care-pathways'], actionId: null, responsiblePersonId: null, trackedFrom: '2026-07-01',
};

describe('the collection of values', () => {
  let world: World;
  let smtp: SmtpStandIn;
  let here: MadeCommunity;
  let elsewhere: MadeCommunity;
  let lead: MadePerson;
  let made = 0;

  beforeAll(async () => {
    smtp = await SmtpStandIn.start();
    world = await makeWorld({ fresh: true, environment: { SMTP_URL: smtp.url } });
  });
  beforeEach(async () => {
    smtp.received.length = 0;
    smtp.behaviour = 'accept';
    world.clock.set('2026-10-01T06:00:00Z');
    here = await makeCommunity(world, { name: 'du Giennois' });
    elsewhere = await makeCommunity(world);
    lead = await makeMember(world, here.id, 'lead');
  });
  afterAll(async () => {
    await world.close();
    await smtp.stop();
  });

  const create = (change: Partial<IndicatorInput> = {}, community = here): Promise<string> => {
    made += 1;
    return world.get(DefineIndicator).create(community.coordinator, { ...definition, code: `COL-${made}`, responsiblePersonId: community === here ? lead.personId : null, ...change });
  };
  const give = (indicatorId: string, value = 4, periodKey = '2026-Q3', actor: MadePerson = here.coordinator) =>
    world.get(RecordMeasure).execute(actor, { indicatorId, periodKey, value, revision: 0 });
  const absent = (indicatorId: string, reason = 'Aucune réunion ce trimestre', actor: MadePerson = lead, revision = 0) =>
    world.get(StateAbsence).state(actor, { indicatorId, periodKey: '2026-Q3', reason, revision });
  const page = (period: string | null = '2026-Q3', actor: MadePerson = here.coordinator) => world.get(CollectionQueries).page(actor, period);
  const log = () => world.get(CollectionQueries).reminders(here.coordinator, '2026-Q3');
  const plan = (community = here) => world.get(PlanReminders).execute(community.id);
  const send = async (community = here): Promise<void> => {
    const runs = await world.db.peek<{ id: string; reminderId: string }>(
      `select id, data->>'reminderId' as "reminderId" from outbox where job = 'collection.send-reminder' and community_id = $1 order by id`, [community.id],
    );
    for (const { id, reminderId } of runs) await world.get(SendReminder).execute({ communityId: community.id, reminderId, runId: id });
  };
  /** The morning of a day: what the schedule does. */
  const morning = async (day: string): Promise<number> => {
    world.clock.set(`${day}T05:30:00Z`);
    const planned = await plan();
    await send();
    return planned;
  };

  describe('the rounds', () => {
    it('say who owes what by when, and count on time, late and missing', async () => {
      const project = await makeProject(world, here.coordinator);
      const action = actionNumbered(project, 1);
      const other = await makeMember(world, here.id, 'lead');
      await world.get(ChangeActionTracking).execute(here.coordinator, action.id, {
        leadPersonId: other.personId, leadName: null, partners: null, budgetCents: null, startsOn: null, endsOn: null, text: null, revision: 1,
      });
      const onTime = await create();
      const late = await create();
      const led = await create({ responsiblePersonId: null, actionId: action.id });
      const nobody = await create({ responsiblePersonId: null });
      await give(onTime);
      world.clock.set('2026-10-20T08:00:00Z');
      await give(late);
      const seen = await page();
      expect(seen).toMatchObject({ dueOn: '2026-10-15', rates: { expected: 4, received: 2, onTime: 1, late: 1, missing: 2, completeness: 50, timeliness: 25 } });
      expect(seen.groups.map(({ action: of, owner, lines }) => [of?.number ?? null, owner.as, owner.name, lines.map(({ indicatorId, state }) => [indicatorId, state])])).toEqual([
        [1, 'lead', other.name, [[led, 'missing']]],
        [null, 'coordination', null, [[nobody, 'missing']]],
        [null, 'responsible', lead.name, [[onTime, 'on-time'], [late, 'late']]],
      ]);
      expect(seen.missions).toMatchObject([{ code: 'care-pathways', rates: { expected: 4 } }]);
      expect(seen.rounds).toEqual([{ key: '2026-Q3', kind: 'quarter', label: expect.stringMatching(/^T3/), left: 2 }]);
    });

    it('show a lead what it owes, and another community nothing', async () => {
      const mine = await create();
      await create({ responsiblePersonId: null });
      expect((await page(null, lead)).groups.flatMap(({ lines }) => lines.map(({ indicatorId }) => indicatorId))).toEqual([mine]);
      expect(await page(null, elsewhere.coordinator)).toMatchObject({ rounds: [], period: null, groups: [] });
    });

    it('keep on time what is corrected later', async () => {
      const id = await create();
      const { revision } = await give(id);
      world.clock.set('2026-10-25T08:00:00Z');
      await world.get(RecordMeasure).execute(here.coordinator, { indicatorId: id, periodKey: '2026-Q3', value: 5, revision });
      expect((await page()).rates).toMatchObject({ onTime: 1, late: 0 });
    });

    it('follow the delay of the community, on every page', async () => {
      const id = await create();
      await world.get(ChangeCollectionSettings).execute(here.coordinator, { dueDays: 5, remind: true, beforeDays: 2, weeklyLimit: 1, revision: 0 });
      world.clock.set('2026-10-08T08:00:00Z');
      expect((await page()).groups[0]).toMatchObject({ dueOn: '2026-10-05', lines: [{ indicatorId: id, state: 'missing', lateDays: 3 }] });
      expect(await world.get(EntryQueries).awaited(here.coordinator)).toMatchObject([{ dueOn: '2026-10-05', lateDays: 3 }]);
      expect((await world.get(IndicatorQueries).card(here.coordinator, id)).values[0]?.expected).toMatchObject({ dueOn: '2026-10-05' });
    });
  });

  describe('« pas de valeur »', () => {
    it('is an answer: nothing is awaited any more, nothing is counted as zero', async () => {
      const id = await create();
      expect(await absent(id)).toEqual({ revision: 1 });
      expect(await absent(id)).toEqual({ revision: 1 });
      expect((await page()).groups[0]?.lines).toMatchObject([{ state: 'on-time', absence: 'Aucune réunion ce trimestre' }]);
      expect(await world.get(EntryQueries).awaited(here.coordinator)).toEqual([]);
      const card = await world.get(IndicatorQueries).card(here.coordinator, id);
      expect(card.values[0]).toMatchObject({ measure: null, absence: { reason: 'Aucune réunion ce trimestre', revision: 1 }, expected: null });
      expect(card.standing?.value ?? null).toBeNull();
      const grid = await world.get(EntryQueries).grid(lead, '2026-Q3');
      expect(grid).toMatchObject({ periods: [{ key: '2026-Q3', toEnter: 0 }], lines: [{ absence: { revision: 1 } }] });
      expect((await world.get(IndicatorQueries).history(here.coordinator, id, null)).map(({ act }) => act)).toEqual(['absence-stated']);
    });

    it('is undone by a value, and taken back by hand', async () => {
      const id = await create();
      await absent(id);
      await give(id, 2, '2026-Q3', lead);
      expect((await world.get(IndicatorQueries).card(here.coordinator, id)).values[0]).toMatchObject({ absence: null, measure: { value: 2 } });
      expect(await refusal(absent(id))).toBe('absence-has-value');
      const other = await create();
      await absent(other);
      await world.get(StateAbsence).withdraw(lead, { indicatorId: other, periodKey: '2026-Q3', revision: 1 });
      await world.get(StateAbsence).withdraw(lead, { indicatorId: other, periodKey: '2026-Q3', revision: 1 });
      expect(await world.get(EntryQueries).awaited(lead)).toMatchObject([{ indicatorId: other }]);
    });

    it('keeps the day it first came when a value takes its place, unless it was taken back or the value deleted', async () => {
      const replaced = await create();
      const takenBack = await create();
      const deleted = await create();
      for (const id of [replaced, takenBack, deleted]) await absent(id);
      await world.get(StateAbsence).withdraw(lead, { indicatorId: takenBack, periodKey: '2026-Q3', revision: 1 });
      world.clock.set('2026-10-20T08:00:00Z');
      await give(replaced);
      await give(takenBack);
      const { id, revision } = await give(deleted);
      const states = async () => new Map((await page()).groups.flatMap(({ lines }) => lines.map(({ indicatorId, state, answeredOn }) => [indicatorId, [state, answeredOn]])));
      expect((await states()).get(replaced)).toEqual(['on-time', '2026-10-01']);
      expect((await states()).get(takenBack)).toEqual(['late', '2026-10-20']);
      expect((await states()).get(deleted)).toEqual(['on-time', '2026-10-01']);
      await world.get(ChangeMeasureStatus).delete(here.coordinator, { id, revision });
      world.clock.set('2026-10-22T08:00:00Z');
      await give(deleted);
      expect((await states()).get(deleted)).toEqual(['late', '2026-10-22']);
    });

    it('is refused to who may not answer, without a reason, and on what changed meanwhile', async () => {
      const id = await create();
      const stranger = await makeMember(world, here.id, 'lead');
      const board = await makeMember(world, here.id, 'board');
      expect(await refusal(absent(id, 'Aucune réunion', stranger))).toBe('forbidden');
      expect(await refusal(absent(id, 'Aucune réunion', board))).toBe('forbidden');
      expect(await refusal(absent(id, 'rien'))).toBe('absence-reason-missing');
      expect(await refusal(absent(id, 'Aucune réunion', elsewhere.coordinator))).toBe('not-found');
      await absent(id);
      expect(await refusal(absent(id, 'Une autre raison', lead, 0))).toBe('edited-meanwhile');
      expect(await refusal(world.get(StateAbsence).withdraw(elsewhere.coordinator, { indicatorId: id, periodKey: '2026-Q3', revision: 1 }))).toBe('not-found');
      expect((await page()).groups[0]?.lines).toMatchObject([{ absence: 'Aucune réunion ce trimestre' }]);
    });
  });

  describe('reminders', () => {
    it('live their cycle over a quarter: before, on the day after, each week, then silence', async () => {
      await create();
      const sent: string[] = [];
      for (let day = '2026-10-01'; day <= '2026-11-30'; day = addDays(day, 1)) if ((await morning(day)) > 0) sent.push(day);
      expect(sent).toEqual(['2026-10-08', '2026-10-16', '2026-10-23', '2026-10-30', '2026-11-06']);
      expect(smtp.received.map(({ to }) => to)).toEqual(sent.map(() => [lead.email]));
      expect((await log()).map(({ status, person, askedBy, values }) => [status, person, askedBy, values.length])).toEqual(sent.map(() => ['sent', lead.name, null, 1]));
    });

    it('are one message per person, with all its values and where to give them', async () => {
      const first = await create();
      const second = await create({ name: 'Protocoles signés', evidenceExpected: null });
      await create({ responsiblePersonId: null, name: 'Bilans partagés' });
      await morning('2026-10-08');
      expect(smtp.received.map(({ to }) => to[0]).sort()).toEqual([here.coordinator.email, lead.email].sort());
      const mail = smtp.received.find(({ to }) => to[0] === lead.email)?.raw ?? '';
      const text = mailText(mail);
      expect(text).toContain('CPTS du Giennois attend de vous 2 valeurs.');
      expect(text).toMatch(/T3\s2026 \(juil\.–sept\.\), à donner au plus tard le 15\soctobre\s2026\s:/);
      expect(text).toContain('- Protocoles signés');
      expect(text).toMatch(/preuve attendue\s: Feuille d’émargement/);
      expect(text).toContain(`${world.db.config.PUBLIC_URL}/indicateurs/saisie?periode=2026-Q3`);
      expect(text).toContain(here.coordinator.email);
      expect(text).not.toContain('Bilans partagés');
      const alone = mailText(smtp.received.find(({ to }) => to[0] === here.coordinator.email)?.raw ?? '');
      expect(alone).toMatch(/periode=2026-Q3&indicateur=[0-9a-f-]{36}/);
      expect([first, second].every((id) => !alone.includes(id))).toBe(true);
    });

    it('are stopped by the answer, a value or a reason, even between the plan and the sending', async () => {
      const first = await create();
      const second = await create();
      await give(first);
      await absent(second);
      expect(await morning('2026-10-08')).toBe(0);
      const third = await create();
      world.clock.set('2026-10-09T05:30:00Z');
      expect(await plan()).toBe(1);
      await give(third);
      await send();
      expect(smtp.received).toEqual([]);
      expect(await log()).toMatchObject([{ status: 'unneeded' }]);
    });

    it('leave once, asked at once or again, by one run or several', async () => {
      await create();
      world.clock.set('2026-10-08T05:30:00Z');
      expect((await Promise.all([plan(), plan(), plan()])).sort()).toEqual([0, 0, 1]);
      await send();
      await send();
      expect(await plan()).toBe(0);
      expect(smtp.received).toHaveLength(1);
    });

    it('never reach another community, nor anyone without a place here', async () => {
      await create();
      await create({}, elsewhere);
      await makeMember(world, elsewhere.id, 'lead');
      await world.db.peek('update membership set ended_at = now() where community_id = $1 and person_id = $2', [here.id, lead.personId]);
      await morning('2026-10-08');
      expect(smtp.received.map(({ to }) => to)).toEqual([[here.coordinator.email]]);
      expect(await world.get(CollectionQueries).reminders(elsewhere.coordinator, '2026-Q3')).toEqual([]);
    });

    it('say nothing of what is archived, and nothing where they are turned off', async () => {
      await world.get(ArchiveIndicator).execute(here.coordinator, await create(), true);
      expect(await morning('2026-10-08')).toBe(0);
      await create();
      await world.get(ChangeCollectionSettings).execute(here.coordinator, { dueDays: 15, remind: false, beforeDays: 7, weeklyLimit: 3, revision: 0 });
      expect(await morning('2026-10-09')).toBe(0);
      const hung = await world.get(CollectionSchedules).all();
      expect(hung.filter(({ communityId }) => communityId === here.id)).toEqual([]);
      expect(hung.filter(({ communityId }) => communityId === elsewhere.id)).toEqual([
        { key: `collection.${elsewhere.id}`, job: 'collection.remind', data: {}, cron: '30 7 * * *', timeZone: 'Europe/Paris', communityId: elsewhere.id },
      ]);
    });

    it('keep what the mail server answered: tried again when it is away, given up when it refuses, never twice when nobody knows', async () => {
      await create();
      smtp.behaviour = 'refuse-for-now';
      world.clock.set('2026-10-08T05:30:00Z');
      await plan();
      await expect(send()).rejects.toMatchObject({ outcome: 'temporary' });
      expect(await log()).toMatchObject([{ status: 'pending' }]);
      smtp.behaviour = 'cut-after-data';
      await send();
      smtp.behaviour = 'accept';
      await send();
      expect(await log()).toMatchObject([{ status: 'uncertain' }]);
      expect(smtp.received).toHaveLength(1);
      smtp.behaviour = 'refuse-for-good';
      await morning('2026-10-16');
      expect((await log())[0]).toMatchObject({ status: 'failed', explanation: expect.stringContaining('refuse') });
    });

    it('claimed by a worker that died are never sent again', async () => {
      await create();
      world.clock.set('2026-10-08T05:30:00Z');
      await plan();
      await world.db.peek('update collection_reminder set claim_run = $2 where community_id = $1', [here.id, here.id]);
      await send();
      expect(smtp.received).toEqual([]);
      expect(await log()).toMatchObject([{ status: 'uncertain' }]);
    });
  });

  describe('« Relancer maintenant »', () => {
    const remind = (personId: string | null = null, actor: MadePerson = here.coordinator) => world.get(RemindNow).execute(actor, { periodKey: '2026-Q3', personId });

    it('writes at once, says who asks, and waits a day before doing it again', async () => {
      await create();
      expect(await remind(lead.personId)).toEqual({ planned: 1, tooSoon: [] });
      expect(await refusal(remind(lead.personId))).toBe('reminder-too-soon');
      await send();
      expect(mailText(smtp.received[0]?.raw ?? '')).toContain(`${here.coordinator.name}, pour CPTS du Giennois, vous demande 1 valeur.`);
      expect(await log()).toMatchObject([{ askedBy: here.coordinator.name, status: 'sent' }]);
      world.clock.set('2026-10-02T06:30:00Z');
      const second = await makeMember(world, here.id, 'lead');
      await create({ responsiblePersonId: second.personId });
      expect(await remind()).toEqual({ planned: 2, tooSoon: [] });
    });

    it('leaves the reminder of the morning for the next one', async () => {
      await create();
      world.clock.set('2026-10-07T14:00:00Z');
      await remind();
      expect([await morning('2026-10-08'), await morning('2026-10-09')]).toEqual([0, 1]);
    });

    it('is refused to others, for nobody, and for people of elsewhere', async () => {
      await create({ responsiblePersonId: null });
      const stranger = await makeMember(world, elsewhere.id, 'lead');
      expect(await refusal(remind(null, lead))).toBe('forbidden');
      expect(await refusal(remind())).toBe('reminder-nobody');
      expect(await refusal(remind(stranger.personId))).toBe('not-found');
      expect(await refusal(world.get(RemindNow).execute(elsewhere.coordinator, { periodKey: '2026-Q3', personId: lead.personId }))).toBe('not-found');
      expect(await log()).toEqual([]);
    });
  });

  it('settings are refused to others and on what changed meanwhile, and told in the journal', async () => {
    const change = (dueDays: number, revision: number, actor: MadePerson = here.coordinator) =>
      world.get(ChangeCollectionSettings).execute(actor, { dueDays, remind: true, beforeDays: 7, weeklyLimit: 3, revision });
    expect(await refusal(change(10, 0, lead))).toBe('forbidden');
    await change(10, 0);
    await change(10, 0);
    expect(await refusal(change(12, 0))).toBe('edited-meanwhile');
    expect(await refusal(change(200, 1))).toBe('invalid-input');
    await change(12, 1);
    expect(await world.get(CollectionQueries).settings(elsewhere.coordinator)).toMatchObject({ dueDays: 15, revision: 0 });
    const acts = await world.db.peek<{ act: string }>(`select act from audit_entry where community_id = $1 and act like 'collection.%'`, [here.id]);
    expect(acts).toHaveLength(2);
  });
});
