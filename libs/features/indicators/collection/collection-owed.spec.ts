import { returnedPauseMinutes, type IndicatorInput } from '@maillage/domain/indicators';
import { addDays } from '@maillage/domain/kernel';
import { SmtpStandIn } from '@maillage/platform/testing';
import { mailText, makeCommunity, makeMember, makeWorld, refusal, type MadeCommunity, type MadePerson, type World } from '../../testing';
import {
  ChangeCollectionLink, ChangeCollectionSettings, ChangeMeasureStatus, CollectionQueries, DefineIndicator, EntryQueries, IndicatorQueries, OpenCollectionLink,
  PlanReminders, RecordMeasure, RemindNow, SendReminder, SettleContributions, StateAbsence, TellReturned,
} from '..';

const definition: Omit<IndicatorInput, 'code'> = {
  name: 'Réunions pluriprofessionnelles', definition: 'Réunions tenues dans la période.', kind: 'count', numeratorLabel: null, denominatorLabel: null,
  unit: 'réunions', decimals: 0, direction: 'up', frequency: 'quarter', aggregation: 'sum', bounded: false, countsPatients: false, source: 'Agenda',
  evidenceExpected: 'Feuille d’émargement', baseline: null, missions: ['care-pathways'], actionId: null, responsiblePersonId: null, trackedFrom: '2026-07-01',
};

describe('what is owed', () => {
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
    return world.get(DefineIndicator).create(community.coordinator, { ...definition, code: `DU-${made}`, responsiblePersonId: community === here ? lead.personId : null, ...change });
  };
  const give = (indicatorId: string, value = 4, actor: MadePerson = lead, revision = 0) =>
    world.get(RecordMeasure).execute(actor, { indicatorId, periodKey: '2026-Q3', value, revision });
  const page = (actor: MadePerson = here.coordinator) => world.get(CollectionQueries).page(actor, '2026-Q3');
  const lines = async (actor?: MadePerson) => (await page(actor)).groups.flatMap((group) => group.lines);
  const send = async (): Promise<void> => {
    const runs = await world.db.peek<{ id: string; reminderId: string }>(
      `select id, data->>'reminderId' as "reminderId" from outbox where job = 'collection.send-reminder' and community_id = $1 order by id`, [here.id],
    );
    for (const { id, reminderId } of runs) await world.get(SendReminder).execute({ communityId: here.id, reminderId, runId: id });
  };
  const morning = async (day: string): Promise<number> => {
    world.clock.set(`${day}T05:30:00Z`);
    const planned = await world.get(PlanReminders).execute(here.id);
    await send();
    return planned;
  };
  const mails = () => smtp.received.map(({ to, raw }) => ({ to: to[0], text: mailText(raw) }));

  describe('by a link', () => {
    const link = async (indicatorId: string): Promise<string> => {
      const id = world.db.ids.next();
      const asked = { recipient: 'Pharmacie du Marché', email: null, indicatorIds: [indicatorId], periods: ['2026-Q3'], from: null, expiresOn: '2027-01-31', showPrevious: false };
      const { address } = await world.get(ChangeCollectionLink).create(here.coordinator, { id, ...asked, send: false });
      return new URL(address ?? '').hash.slice(1);
    };
    const contribute = (token: string, indicatorId: string, seen: string | null = null, value = 4) =>
      world.get(OpenCollectionLink).contribute({ token, address: '192.0.2.1' }, { id: world.db.ids.next(), seen, indicatorId, periodKey: '2026-Q3', value });

    it('is received on the day it came, waits for the coordination, and nobody is reminded', async () => {
      const id = await create();
      const token = await link(id);
      world.clock.set('2026-10-14T09:00:00Z');
      const first = await contribute(token, id);
      world.clock.set('2026-10-18T09:00:00Z');
      await contribute(token, id, first.id, 5);
      expect(await page()).toMatchObject({ rates: { expected: 1, received: 1, onTime: 1, late: 0, missing: 0, toAccept: 1, completeness: 100 }, rounds: [{ left: 0 }] });
      expect(await lines()).toMatchObject([{ state: 'to-accept', answeredOn: '2026-10-14', lateDays: 0 }]);
      expect(await world.get(EntryQueries).awaited(lead)).toEqual([]);
      expect((await world.get(EntryQueries).grid(lead, '2026-Q3')).periods).toMatchObject([{ key: '2026-Q3', toEnter: 0 }]);
      expect(await morning('2026-10-19')).toBe(0);
      expect(await refusal(world.get(RemindNow).execute(here.coordinator, { periodKey: '2026-Q3', personId: null }))).toBe('reminder-nobody');
    });

    it('keeps its day once accepted, and is owed again once refused', async () => {
      const accepted = await create();
      const refused = await create();
      const tokens = [await link(accepted), await link(refused)] as const;
      world.clock.set('2026-10-10T09:00:00Z');
      const one = await contribute(tokens[0], accepted);
      const other = await contribute(tokens[1], refused);
      world.clock.set('2026-10-25T09:00:00Z');
      await world.get(SettleContributions).accept(here.coordinator, [{ id: one.id, measureRevision: 0 }]);
      await world.get(SettleContributions).refuse(here.coordinator, [other.id], 'Chiffre d’un autre trimestre');
      expect(await lines()).toMatchObject([{ indicatorId: refused, state: 'missing' }, { indicatorId: accepted, state: 'on-time', answeredOn: '2026-10-10' }]);
      await contribute(tokens[1], refused, other.id);
      expect((await lines()).find(({ indicatorId }) => indicatorId === refused)).toMatchObject({ state: 'to-accept', answeredOn: '2026-10-25', lateDays: 10 });
    });

    it('keeps the day of the reason why there was no value, once it takes its place', async () => {
      const id = await create();
      const token = await link(id);
      await world.get(StateAbsence).state(lead, { indicatorId: id, periodKey: '2026-Q3', reason: 'Aucune réunion ce trimestre', revision: 0 });
      world.clock.set('2026-10-20T09:00:00Z');
      const late = await contribute(token, id);
      world.clock.set('2026-10-25T09:00:00Z');
      expect(await world.get(SettleContributions).accept(here.coordinator, [{ id: late.id, measureRevision: 0 }])).toEqual([{ id: late.id, refusal: null }]);
      expect(await lines()).toMatchObject([{ state: 'on-time', answeredOn: '2026-10-01' }]);
    });

    it('stops the reminder that was planned before it came; another community sees nothing of it', async () => {
      const id = await create();
      const token = await link(id);
      world.clock.set('2026-10-08T05:30:00Z');
      expect(await world.get(PlanReminders).execute(here.id)).toBe(1);
      await contribute(token, id);
      await send();
      expect(smtp.received).toEqual([]);
      await create({}, elsewhere);
      expect((await world.get(CollectionQueries).page(elsewhere.coordinator, '2026-Q3')).rates).toMatchObject({ toAccept: 0, awaited: 1 });
    });
  });

  describe('sent back', () => {
    const sendBack = async (indicatorId: string, remark = 'Le total est à revoir.', actor: MadePerson = here.coordinator): Promise<void> => {
      const card = await world.get(IndicatorQueries).card(actor, indicatorId);
      const measure = card.values.find(({ period }) => period.key === '2026-Q3')?.measure;
      await world.get(ChangeMeasureStatus).sendBack(actor, { id: measure?.id ?? '', revision: measure?.revision ?? 0 }, remark);
    };
    const tell = async (minutes = returnedPauseMinutes, communityId = here.id): Promise<number> => {
      world.clock.advance(minutes * 60_000);
      const planned = await world.get(TellReturned).execute(communityId);
      await send();
      return planned;
    };

    it('is owed again by who gave it, with the remark, until it is sent again', async () => {
      const id = await create();
      const { id: measureId, revision } = await give(id);
      await sendBack(id);
      expect(await lines()).toMatchObject([{ state: 'to-correct', remark: 'Le total est à revoir.', answeredOn: null }]);
      expect(await page()).toMatchObject({ rates: { received: 0, toCorrect: 1, missing: 0, awaited: 0 }, rounds: [{ left: 1 }] });
      expect(measureId).toBeTruthy();
      world.clock.set('2026-10-20T09:00:00Z');
      await give(id, 6, lead, revision + 1);
      expect(await lines()).toMatchObject([{ state: 'on-time', remark: null, answeredOn: '2026-10-01' }]);
    });

    it('is owed by its author rather than by the person in charge', async () => {
      const id = await create();
      const { revision } = await give(id, 4, here.coordinator);
      const board = await makeMember(world, here.id, 'board');
      expect(revision).toBe(1);
      await sendBack(id, 'La feuille est celle du trimestre précédent.', here.coordinator);
      expect((await page()).groups).toMatchObject([{ owner: { personId: here.coordinator.personId, as: 'author', mine: true } }]);
      expect(await lines(lead)).toEqual([]);
      // Nobody writes to themselves.
      expect(await tell()).toBe(0);
      expect(board.personId).toBeTruthy();
    });

    it('is told a moment later, in one message for all that was sent back, once', async () => {
      const first = await create();
      const second = await create({ name: 'Protocoles signés' });
      await give(first);
      await give(second);
      await sendBack(first);
      world.clock.advance(2 * 60_000);
      await sendBack(second, 'Il manque la signature.');
      const runs = await world.db.peek<{ runAt: Date }>(`select run_at as "runAt" from outbox where job = 'collection.tell-returned' and community_id = $1`, [here.id]);
      expect(runs).toHaveLength(2);
      expect(await tell(returnedPauseMinutes - 2)).toBe(0);
      expect(await tell(2)).toBe(1);
      expect(await tell()).toBe(0);
      const [mail, ...more] = mails();
      expect(more).toEqual([]);
      expect(mail?.to).toBe(lead.email);
      expect(mail?.text).toContain(`${here.coordinator.name}, pour CPTS du Giennois, vous renvoie 2 valeurs à corriger.`);
      expect(mail?.text).toMatch(/T3\s2026 \(juil\.–sept\.\), à corriger\s:/);
      expect(mail?.text).toMatch(/- Protocoles signés\s+Remarque\s: Il manque la signature\./);
      expect(mail?.text).toContain('/indicateurs/saisie?periode=2026-Q3');
      expect(mail?.text).not.toContain('pas de valeur');
    });

    it('is reminded each week, within the limit of the community, and stopped by the correction', async () => {
      const id = await create();
      const { revision } = await give(id);
      world.clock.set('2026-11-02T09:00:00Z');
      await sendBack(id);
      await tell();
      const sent: string[] = [];
      for (let day = '2026-11-03'; day <= '2026-12-20'; day = addDays(day, 1)) if ((await morning(day)) > 0) sent.push(day);
      expect(sent).toEqual(['2026-11-09', '2026-11-16', '2026-11-23']);
      expect(mails().at(-1)?.text).toMatch(/attend de vous la correction de 1\svaleur\./);
      await give(id, 5, lead, revision + 1);
      expect(await lines()).toMatchObject([{ state: 'on-time' }]);
      const other = await create();
      await give(other);
      await sendBack(other);
      world.clock.advance(returnedPauseMinutes * 60_000);
      expect(await world.get(TellReturned).execute(here.id)).toBe(1);
      await give(other, 7, lead, 2);
      smtp.received.length = 0;
      await send();
      expect(smtp.received).toEqual([]);
    });

    it('is not told where reminders are off, nor across communities, nor after a refused act', async () => {
      const id = await create();
      await give(id);
      expect(await refusal(sendBack(id, '', here.coordinator))).toBe('measure-remark-missing');
      expect(await world.db.peek(`select 1 from outbox where job = 'collection.tell-returned' and community_id = $1`, [here.id])).toEqual([]);
      await sendBack(id);
      expect(await tell(returnedPauseMinutes, elsewhere.id)).toBe(0);
      await world.get(ChangeCollectionSettings).execute(here.coordinator, { dueDays: 15, remind: false, beforeDays: 7, weeklyLimit: 3, revision: 0 });
      expect(await tell()).toBe(0);
      expect(smtp.received).toEqual([]);
    });
  });

  describe('by the delay of its indicator', () => {
    it('is due then, on every page and for every reminder', async () => {
      const slow = await create({ dueDays: 45, name: 'Données de l’Assurance Maladie' });
      await create();
      world.clock.set('2026-10-20T08:00:00Z');
      const seen = await page();
      expect(seen).toMatchObject({ dueOn: '2026-10-15', rates: { missing: 1, awaited: 1 } });
      expect((await lines()).find(({ indicatorId }) => indicatorId === slow)).toMatchObject({ dueOn: '2026-11-14', state: 'awaited' });
      expect((await world.get(EntryQueries).awaited(lead)).map(({ indicatorId, dueOn, lateDays }) => [indicatorId === slow, dueOn, lateDays])).toEqual([
        [false, '2026-10-15', 5], [true, '2026-11-14', 0],
      ]);
      expect((await world.get(IndicatorQueries).card(here.coordinator, slow)).values[0]?.expected).toMatchObject({ dueOn: '2026-11-14' });
    });

    it('is reminded by it, long after the others fell silent', async () => {
      await create({ dueDays: 90 });
      const sent: string[] = [];
      for (let day = '2026-10-01'; day <= '2027-02-20'; day = addDays(day, 1)) if ((await morning(day)) > 0) sent.push(day);
      expect(sent).toEqual(['2026-12-22', '2026-12-30', '2027-01-06', '2027-01-13', '2027-01-20']);
      expect(mails()[0]?.text).toMatch(/à donner au plus tard le 29\sdécembre\s2026/);
    });

    it('changes without a new version, is told in the journal, and stays within its limits', async () => {
      const id = await create();
      await give(id);
      const change = (dueDays: number | null, revision: number, actor: MadePerson = here.coordinator) =>
        world.get(DefineIndicator).change(actor, id, { ...definition, code: `DU-${made}`, responsiblePersonId: lead.personId, dueDays, revision });
      await change(30, 1);
      const card = await world.get(IndicatorQueries).card(here.coordinator, id);
      expect(card.indicator).toMatchObject({ dueDays: 30, version: 1, revision: 2 });
      expect(card.changes).toMatchObject([{ fields: ['dueDays'], before: { dueDays: null }, after: { dueDays: 30 }, version: null }]);
      expect(await refusal(change(91, 2))).toBe('invalid-input');
      expect(await refusal(change(1.5, 2))).toBe('invalid-input');
      expect(await refusal(change(10, 1))).toBe('edited-meanwhile');
      expect(await refusal(change(10, 2, elsewhere.coordinator))).toBe('not-found');
      expect(await refusal(change(10, 2, lead))).toBe('forbidden');
      const acts = await world.db.peek<{ act: string }>(`select act from audit_entry where community_id = $1 and act = 'indicator.changed'`, [here.id]);
      expect(acts).toHaveLength(1);
    });
  });
});
