import { joinCommunity, makeCommunity, makeEveryRole, makeMember, makeTwoCommunities, makeWorld, refusal, type MadeCommunity, type World } from '../testing';
import { IdentityQueries, InviteMember, ManageInvitation, ManageMember, Sessions } from './index';

describe('who may enter a community', () => {
  let world: World;
  let here: MadeCommunity;
  let there: MadeCommunity;
  beforeAll(async () => {
    world = await makeWorld();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    [here, there] = await makeTwoCommunities(world);
  });

  const invite = (community: MadeCommunity, email: string): Promise<string> => world.get(InviteMember).execute(community.coordinator, { email, role: 'board' });
  const rolesIn = async (community: MadeCommunity): Promise<string[]> => (await world.get(IdentityQueries).members(community.coordinator)).map(({ role }) => role).sort();
  const journal = (community: MadeCommunity): Promise<{ act: string }[]> => world.db.peek('select act from audit_entry where community_id = $1 order by id', [community.id]);

  it('is the coordinator’s affair alone', async () => {
    for (const person of await makeEveryRole(world, here.id)) {
      if (person.role === 'coordinator') continue;
      expect(await refusal(world.get(IdentityQueries).members(person))).toBe('forbidden');
      expect(await refusal(world.get(IdentityQueries).invitations(person))).toBe('forbidden');
      expect(await refusal(world.get(InviteMember).execute(person, { email: 'a@exemple.fr', role: 'board' }))).toBe('forbidden');
      expect(await refusal(world.get(ManageMember).remove(person, here.coordinator.personId))).toBe('forbidden');
      expect(await refusal(world.get(ManageMember).change(person, here.coordinator.personId, { role: 'board', revision: 1 }))).toBe('forbidden');
      expect(await refusal(world.get(ManageInvitation).revoke(person, world.db.ids.next()))).toBe('forbidden');
    }
    expect(await journal(here)).toEqual([]);
  });

  it('is told in the journal', async () => {
    const person = await makeMember(world, here.id, 'board');
    const id = await invite(here, 'nouvelle@exemple.fr');
    await world.get(ManageInvitation).sendAgain(here.coordinator, id);
    await world.get(ManageInvitation).revoke(here.coordinator, id);
    await world.get(ManageMember).change(here.coordinator, person.personId, { role: 'treasurer', revision: 1 });
    await world.get(ManageMember).remove(here.coordinator, person.personId);
    expect((await journal(here)).map(({ act }) => act)).toEqual([
      'access.invited', 'access.invited-again', 'access.invitation-revoked', 'access.role-changed', 'access.removed',
    ]);
    expect(await journal(there)).toEqual([]);
  });

  it('replaces an invitation by the one after, and refuses one to a member', async () => {
    const first = await invite(here, 'Nouvelle@Exemple.fr');
    const second = await invite(here, 'nouvelle@exemple.fr');
    expect((await world.get(IdentityQueries).invitations(here.coordinator)).map(({ id }) => id)).toEqual([second]);
    expect(await refusal(world.get(ManageInvitation).sendAgain(here.coordinator, first))).toBe('already-done');
    expect(await refusal(invite(here, here.coordinator.email))).toBe('already-member');
    expect(await refusal(invite(there, here.coordinator.email))).toBe('accepted');
    expect(await refusal(world.get(InviteMember).execute(here.coordinator, { email: 'a@exemple.fr', role: 'reader' }))).toBe('reader-without-organisation');
  });

  it('never takes the last coordinator away', async () => {
    const { coordinator } = here;
    const manage = world.get(ManageMember);
    expect(await refusal(manage.remove(coordinator, coordinator.personId))).toBe('last-coordinator');
    expect(await refusal(manage.change(coordinator, coordinator.personId, { role: 'board', revision: 1 }))).toBe('last-coordinator');
    const second = await makeMember(world, here.id, 'coordinator');
    expect(await refusal(manage.remove(second, coordinator.personId))).toBe('accepted');
    expect(await rolesIn(here)).toEqual(['coordinator']);
  });

  it('keeps one coordinator when two remove each other at the same moment', async () => {
    const { coordinator } = here;
    const second = await makeMember(world, here.id, 'coordinator');
    const manage = world.get(ManageMember);
    const answers = await Promise.all([refusal(manage.remove(second, coordinator.personId)), refusal(manage.remove(coordinator, second.personId))]);
    expect(answers.sort()).toEqual(['accepted', 'last-coordinator']);
    expect(await world.db.peek(`select 1 from membership where community_id = $1 and role = 'coordinator' and ended_at is null`, [here.id])).toHaveLength(1);
  });

  it('tells the second of two people who edit the same member', async () => {
    const person = await makeMember(world, here.id, 'board');
    const manage = world.get(ManageMember);
    await manage.change(here.coordinator, person.personId, { role: 'lead', revision: 1 });
    expect(await refusal(manage.change(here.coordinator, person.personId, { role: 'member', revision: 1 }))).toBe('edited-meanwhile');
    expect(await rolesIn(here)).toEqual(['coordinator', 'lead']);
  });

  describe('of another community', () => {
    it('is neither seen nor touched', async () => {
      const person = await makeMember(world, there.id, 'board');
      const invitation = await invite(there, 'ailleurs@exemple.fr');
      const { coordinator } = here;
      expect(await refusal(world.get(ManageMember).remove(coordinator, person.personId))).toBe('not-found');
      expect(await refusal(world.get(ManageMember).change(coordinator, person.personId, { role: 'lead', revision: 1 }))).toBe('not-found');
      expect(await refusal(world.get(ManageInvitation).sendAgain(coordinator, invitation))).toBe('not-found');
      expect(await refusal(world.get(ManageInvitation).revoke(coordinator, invitation))).toBe('not-found');
      expect(await world.get(IdentityQueries).invitations(coordinator)).toEqual([]);
      expect((await world.get(IdentityQueries).people(coordinator)).map(({ id }) => id)).toEqual([coordinator.personId]);
      expect(await rolesIn(there)).toEqual(['board', 'coordinator']);
      expect((await world.get(IdentityQueries).invitations(there.coordinator)).map(({ id }) => id)).toEqual([invitation]);
    });

    it('keeps its own member when the same person is removed here', async () => {
      const person = await makeMember(world, here.id, 'board');
      await joinCommunity(world, person, there.id, 'lead');
      const sessions = world.get(Sessions);
      const [inHere, inThere] = await world.db.directory.run(async (tx) => [
        await sessions.start(tx, person.personId, { address: '10.1.1.1', userAgent: null }, here.id),
        await sessions.start(tx, person.personId, { address: '10.1.1.1', userAgent: null }, there.id),
      ]);
      await world.get(ManageMember).remove(here.coordinator, person.personId);
      expect(await sessions.open(inHere?.token ?? '')).toMatchObject({ communityId: null, role: null });
      expect(await sessions.open(inThere?.token ?? '')).toMatchObject({ communityId: there.id, role: 'lead' });
    });
  });

  it('asks who works in several communities to choose one, but not who only reads what they sent', async () => {
    const sessions = world.get(Sessions);
    const enter = async (personId: string): Promise<string | null | undefined> => {
      const { token } = await world.db.directory.run((tx) => sessions.start(tx, personId, { address: '10.1.1.1', userAgent: null }));
      return (await sessions.open(token))?.communityId;
    };
    const reader = await makeMember(world, here.id, 'reader');
    await joinCommunity(world, reader, there.id, 'reader');
    expect([here.id, there.id]).toContain(await enter(reader.personId));
    const busy = await makeMember(world, here.id, 'reader');
    await joinCommunity(world, busy, there.id, 'board');
    expect(await enter(busy.personId)).toBeNull();
  });

  it('opens readers to the communities that named them readers', async () => {
    const reader = await makeMember(world, here.id, 'reader');
    await joinCommunity(world, reader, there.id, 'reader');
    const third = await makeCommunity(world);
    await joinCommunity(world, reader, third.id, 'board');
    const readerOf = await world.get(IdentityQueries).readerOf(reader.personId);
    expect(readerOf.map(({ communityId }) => communityId).sort()).toEqual([here.id, there.id].sort());
  });
});
