import { eventually, TcpProxy, testServices } from '@maillage/platform/testing';
import { Notices } from '@maillage/platform';
import { makeCommunity, makeMember, makeWorld, type MadePerson, type World } from '../testing';
import { Sessions } from './index';
import { SessionCache } from './session-cache';

describe('sessions remembered by a process', () => {
  let world: World;
  let person: MadePerson;
  let token: string;

  beforeAll(async () => {
    world = await makeWorld();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    const community = await makeCommunity(world);
    person = await makeMember(world, community.id, 'board');
    ({ token } = await world.db.directory.run((tx) => world.get(Sessions).start(tx, person.personId, { address: '10.9.0.1', userAgent: null }, community.id)));
  });

  const open = (sessions = world.get(Sessions)): ReturnType<Sessions['open']> => sessions.open(token);

  /** Counts the looks at the table that a piece of work costs. */
  const reads = async (work: () => Promise<unknown>): Promise<number> => {
    const cache = world.get(SessionCache);
    const read = jest.spyOn(cache, 'read');
    await work();
    const count = read.mock.calls.length;
    read.mockRestore();
    return count;
  };

  it('are read once', async () => {
    await open();
    await eventually(() => world.get(Notices).hears('session_change'));
    const twenty = async (): Promise<void> => {
      for (let i = 0; i < 20; i += 1) expect(await open()).toMatchObject({ role: 'board' });
    };
    expect(await reads(twenty)).toBe(1);
  });

  it.each<[string, string, unknown[] | null]>([
    ['signed out', 'delete from session where person_id = $1', null],
    ['given another role', `update membership set role = 'member' where person_id = $1`, null],
    ['removed from the community', 'update membership set ended_at = now() where person_id = $1', null],
    ['moved to no community', 'update session set community_id = null where person_id = $1', null],
  ])('are forgotten when another process has the person %s', async (_, statement) => {
    const before = await open();
    expect(before).not.toBeNull();
    await world.db.peek(statement, [person.personId]);
    await eventually(async () => JSON.stringify(await open()) !== JSON.stringify(before));
  });

  it('are written once a minute, however many requests are made', async () => {
    const seen = async (): Promise<string | undefined> =>
      (await world.db.peek<{ at: Date }>('select last_seen_at as at from session where person_id = $1', [person.personId]))[0]?.at.toISOString();
    const first = await seen();
    world.clock.advance(59_000);
    await open();
    expect(await seen()).toBe(first);
    world.clock.advance(1_000);
    await open();
    expect(await seen()).toBe(world.clock.now().toISOString());
  });

  it('are read each time while the line of notices is cut', async () => {
    const wire = await TcpProxy.to(testServices().databaseUrl);
    const config = Object.assign(Object.create(Object.getPrototypeOf(world.db.config)), world.db.config, { DATABASE_APP_URL: wire.through(world.db.config.DATABASE_APP_URL) });
    const notices = new Notices(config, world.db.log);
    const cache = new SessionCache(notices);
    const sessions = new Sessions(world.db.directory, world.clock, world.db.ids, cache);
    const heard = (): boolean => notices.hears('session_change');
    await open(sessions);
    await eventually(heard);
    expect(await open(sessions)).toMatchObject({ role: 'board' });

    await wire.cut();
    await eventually(() => !heard());
    await world.db.peek(`update membership set role = 'lead' where person_id = $1`, [person.personId]);
    expect(await open(sessions)).toMatchObject({ role: 'lead' });
    await world.db.peek(`update membership set role = 'member' where person_id = $1`, [person.personId]);
    expect(await open(sessions)).toMatchObject({ role: 'member' });

    await wire.mend();
    await eventually(heard);
    await open(sessions);
    await world.db.peek(`update membership set role = 'board' where person_id = $1`, [person.personId]);
    await eventually(async () => (await open(sessions))?.role === 'board');
    await notices.close();
    await wire.cut();
  });
});
