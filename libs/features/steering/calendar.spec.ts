import { RecordContract } from '@maillage/features/contract';
import { ManageMember } from '@maillage/features/identity';
import { ChangeCollectionSettings, DefineIndicator } from '@maillage/features/indicators';
import { makeCommunity, makeEveryRole, makeMember, makeTwoCommunities, makeWorld, refusal, type World } from '../testing';
import { CalendarFeed, CalendarQueries } from './index';

describe('the calendar', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  });
  beforeEach(() => world.clock.set('2026-11-21T09:00:00Z'));
  afterAll(() => world.close());

  const sign = (actor: Parameters<RecordContract['execute']>[0], signedOn = '2024-10-15') =>
    world.get(RecordContract).execute(actor, { signedOn, durationYears: 5, size: 3, revision: 0, membershipYearStart: '09-01' });
  let calls = 0;
  const read = (token: string, address = `10.9.0.${(calls += 1)}`) => world.get(CalendarFeed).read(token, address);
  const open = async (actor: Parameters<CalendarFeed['open']>[0], revision = 0): Promise<string> =>
    /\/api\/calendar\/([\w-]{43})\.ics$/.exec((await world.get(CalendarFeed).open(actor, revision)).address)?.[1] ?? 'absent';
  const acts = (personId: string) => world.db.peek<{ act: string }>(`select act from audit_entry where person_id = $1 and act like 'calendar.%' order by at, id`, [personId]);

  it('counts days in the time zone of the community', async () => {
    const { coordinator } = await makeCommunity(world);
    await sign(coordinator);
    const first = async () => (await world.get(CalendarQueries).calendar(coordinator)).events[0];
    world.clock.set('2025-04-15T12:00:00Z');
    expect(await first()).toMatchObject({ key: 'mission.access-to-care.start', lateDays: 0 });
    world.clock.set('2025-04-15T22:00:00Z');
    expect(await first()).toMatchObject({ key: 'mission.access-to-care.start', lateDays: 1 });
  });

  it('says the delay of the community, and that of an indicator that has its own', async () => {
    const { coordinator } = await makeCommunity(world);
    const define = (code: string, dueDays: number | null) =>
      world.get(DefineIndicator).create(coordinator, {
        code, name: 'Réunions', definition: 'Réunions tenues.', kind: 'count', numeratorLabel: null, denominatorLabel: null, unit: null, decimals: 0, direction: 'up', frequency: 'quarter', aggregation: 'sum', bounded: false,
        countsPatients: false, source: null, evidenceExpected: null, baseline: null, missions: ['care-pathways'], actionId: null, responsiblePersonId: null, trackedFrom: '2026-07-01', dueDays,
      });
    await define('REU-01', null);
    await define('REU-02', 40);
    await world.get(ChangeCollectionSettings).execute(coordinator, { dueDays: 5, remind: true, beforeDays: 7, weeklyLimit: 3, revision: 0 });
    const { events } = await world.get(CalendarQueries).calendar(coordinator);
    expect(events.filter(({ key }) => key.startsWith('values.2026-Q3')).map(({ key, day }) => [key, day])).toEqual([
      ['values.2026-Q3', '2026-10-05'], ['values.2026-Q3.2026-11-09', '2026-11-09'],
    ]);
  });

  it('is read by the team, not by members and readers; of one community only', async () => {
    const [here, there] = await makeTwoCommunities(world);
    await sign(here.coordinator);
    for (const person of await makeEveryRole(world, here.id)) {
      const reads = !['member', 'reader'].includes(person.role);
      expect([person.role, await refusal(world.get(CalendarQueries).calendar(person)), await refusal(world.get(CalendarFeed).open(person, 0))]).toEqual([
        person.role, ...Array<string>(2).fill(reads ? 'accepted' : 'forbidden'),
      ]);
    }
    const clocks = (await world.get(CalendarQueries).calendar(here.coordinator)).clocks;
    expect(clocks.map(({ kind, start }) => [kind, start])).toEqual([['contract', '2026-10-15'], ['civil', '2026-01-01'], ['accounting', '2026-01-01'], ['membership', '2026-09-01']]);
    expect((await world.get(CalendarQueries).calendar(there.coordinator)).clocks).toHaveLength(3);
  });

  describe('at a private address', () => {
    it('opens for one person, is told once and kept as a hash', async () => {
      const { coordinator } = await makeCommunity(world);
      await sign(coordinator);
      const token = await open(coordinator);
      expect(await world.get(CalendarFeed).view(coordinator)).toEqual({ createdAt: world.clock.now(), revision: 1 });
      const { body, etag } = await read(token);
      expect(body).toContain('BEGIN:VCALENDAR');
      expect(await read(token)).toEqual({ body, etag });
      const kept = await world.db.peek<{ text: string }>('select f::text as text from calendar_feed f');
      expect(kept.filter(({ text }) => text.includes(token))).toEqual([]);
    });

    it('is renewed and closed: the address before says nothing', async () => {
      const { coordinator } = await makeCommunity(world);
      const first = await open(coordinator);
      const second = await open(coordinator, 1);
      expect(await refusal(read(first))).toBe('not-found');
      expect(await refusal(read(second))).toBe('accepted');
      expect(await world.get(CalendarFeed).close(coordinator)).toEqual({ createdAt: null, revision: 0 });
      expect(await world.get(CalendarFeed).close(coordinator)).toEqual({ createdAt: null, revision: 0 });
      expect(await refusal(read(second))).toBe('not-found');
      expect((await acts(coordinator.personId)).map(({ act }) => act)).toEqual(['calendar.feed-opened', 'calendar.feed-renewed', 'calendar.feed-closed']);
    });

    it('asked for twice at once is one', async () => {
      const { coordinator } = await makeCommunity(world);
      const answers = await Promise.all([refusal(open(coordinator)), refusal(open(coordinator))]);
      expect(answers.sort()).toEqual(['accepted', 'edited-meanwhile']);
      expect(await acts(coordinator.personId)).toHaveLength(1);
      expect(await refusal(open(coordinator, 0))).toBe('edited-meanwhile');
    });

    it('is one’s own: nobody else’s is closed or shown, in this community or another', async () => {
      const [here, there] = await makeTwoCommunities(world);
      const treasurer = await makeMember(world, here.id, 'treasurer');
      const token = await open(here.coordinator);
      for (const other of [treasurer, there.coordinator]) {
        expect(await world.get(CalendarFeed).view(other)).toEqual({ createdAt: null, revision: 0 });
        await world.get(CalendarFeed).close(other);
        expect(await refusal(world.get(CalendarFeed).open(other, 1))).toBe('edited-meanwhile');
      }
      await sign(there.coordinator);
      expect(await refusal(read(token))).toBe('accepted');
      expect((await read(token)).body).not.toContain('Année 3 du contrat');
    });

    it('stops with the place of the person, and stays closed when they come back', async () => {
      const { id, coordinator } = await makeCommunity(world);
      const lead = await makeMember(world, id, 'lead');
      const token = await open(lead);
      await world.get(ManageMember).remove(coordinator, lead.personId);
      expect(await refusal(read(token))).toBe('not-found');
      world.clock.advance(60_000);
      await world.db.peek('update membership set ended_at = null, joined_at = $2 where person_id = $1', [lead.personId, world.clock.now()]);
      expect(await refusal(read(token))).toBe('not-found');
    });

    it('follows the role of the person: nothing for a member', async () => {
      const { id } = await makeCommunity(world);
      const board = await makeMember(world, id, 'board');
      const token = await open(board);
      await world.db.peek(`update membership set role = 'member' where person_id = $1`, [board.personId]);
      expect(await refusal(read(token))).toBe('not-found');
    });

    it('cannot be searched for: misses are slowed by network address, reads are not', async () => {
      const { coordinator } = await makeCommunity(world);
      const token = await open(coordinator);
      const misses: string[] = [];
      for (let count = 0; count < 8; count += 1) misses.push(await refusal(read('x'.repeat(43), '10.8.0.1')));
      expect(misses.slice(0, 5)).toEqual(Array<string>(5).fill('not-found'));
      expect(misses.at(-1)).toBe('too-many-attempts');
      expect(await refusal(read(token, '10.8.0.1'))).toBe('accepted');
      for (let count = 0; count < 8; count += 1) expect(await refusal(read(token, '10.8.0.2'))).toBe('accepted');
    });
  });
});
