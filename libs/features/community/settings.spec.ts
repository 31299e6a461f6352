import type { DomainError } from '@maillage/domain/kernel';
import {
  ChangeSettings,
  CommunityQueries,
  CreateCommunity,
  JournalQueries,
  RemoveLogo,
  SetLogo,
} from '@maillage/features/community';
import {
  makeCommunity,
  makeEveryRole,
  makeMember,
  makeTwoCommunities,
  makeWorld,
  refusal,
  type MadeCommunity,
  type World,
} from '../testing';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const wanted = {
  revision: 1,
  name: 'Communauté du Val',
  label: 'communauté France Santé',
  timeZone: 'Indian/Reunion',
  maskBelow: 8,
};
const change = (by: MadeCommunity['coordinator'], input: Partial<typeof wanted> = {}) =>
  world.get(ChangeSettings).execute(by, { ...wanted, ...input });
const settings = (by: MadeCommunity['coordinator']) => world.get(CommunityQueries).settings(by);
const bytesOf = async (stream: AsyncIterable<Buffer>): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('latin1');
};

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';

describe('settings of a community', () => {
  it('start with the defaults and are changed by the coordination', async () => {
    const { coordinator } = await makeCommunity(world);
    expect(await settings(coordinator)).toMatchObject({
      label: 'CPTS',
      timeZone: 'Europe/Paris',
      maskBelow: 6,
      logoFileId: null,
      demo: false,
      revision: 1,
    });
    const changed = await change(coordinator);
    expect(changed).toMatchObject({ name: 'Communauté du Val', timeZone: 'Indian/Reunion', maskBelow: 8, revision: 2 });
    expect(changed.title).toBe('communauté France Santé Communauté du Val');
    expect(await settings(coordinator)).toEqual(changed);
  });

  it('change nothing and leave no trace when nothing is different', async () => {
    const { coordinator } = await makeCommunity(world);
    await change(coordinator);
    expect(await change(coordinator, { revision: 2 })).toMatchObject({ revision: 2 });
    expect((await world.get(JournalQueries).page(coordinator)).lines).toHaveLength(1);
  });

  it('are refused with who, when and the current state to whom saw an older version', async () => {
    const { id, coordinator } = await makeCommunity(world);
    const colleague = await makeMember(world, id, 'coordinator', { givenName: 'Ana', familyName: 'Bel' });
    await change(colleague, { name: 'Première' });
    const refused = change(coordinator, { name: 'Seconde' }).catch((error: DomainError) => error);
    expect(await refused).toMatchObject({
      code: 'edited-meanwhile',
      meta: {
        who: 'Ana Bel',
        when: expect.stringMatching(/^le 21\u00A0novembre\u00A02026 à /),
        revision: 2,
        current: { name: 'Première', revision: 2 },
      },
    });
    expect(await settings(coordinator)).toMatchObject({ name: 'Première', revision: 2 });
  });

  it.each([
    ['name', { name: '  ' }, 'text-missing'],
    ['label', { label: '' }, 'text-missing'],
    ['time zone', { timeZone: 'Europe/Lutece' }, 'invalid-time-zone'],
    ['mask', { maskBelow: 4 }, 'mask-below-invalid'],
  ])('refuse a wrong %s and keep everything', async (_, input, code) => {
    const { coordinator } = await makeCommunity(world);
    const before = await settings(coordinator);
    expect(await refusal(change(coordinator, input))).toBe(code);
    expect(await settings(coordinator)).toEqual(before);
    expect((await world.get(JournalQueries).page(coordinator)).lines).toEqual([]);
  });

  it('are read by who reads the community, changed by the coordination alone', async () => {
    const { id } = await makeCommunity(world);
    for (const person of await makeEveryRole(world, id)) {
      const reads = !['member', 'reader'].includes(person.role);
      expect([person.role, await refusal(settings(person))]).toEqual([person.role, reads ? 'accepted' : 'forbidden']);
      if (person.role !== 'coordinator') expect([person.role, await refusal(change(person))]).toEqual([person.role, 'forbidden']);
    }
  });

  it('of another community do not move', async () => {
    const [mine, other] = await makeTwoCommunities(world);
    const before = await settings(other.coordinator);
    await change(mine.coordinator);
    expect(await settings(other.coordinator)).toEqual(before);
    expect(await refusal(change({ ...mine.coordinator, communityId: world.db.ids.next() }))).toBe('not-found');
  });
});

describe('logo', () => {
  const set = (by: MadeCommunity['coordinator'], bytes: string | Uint8Array = drawing) =>
    world.get(SetLogo).execute(by, Buffer.from(bytes));

  it('is kept with the type found in its content, and taken away', async () => {
    const { coordinator } = await makeCommunity(world);
    const { logoFileId } = await set(coordinator);
    const opened = await world.get(CommunityQueries).logo(coordinator);
    expect(opened.file).toMatchObject({ id: logoFileId, mediaType: 'image/svg+xml', name: 'logo.svg' });
    expect(await bytesOf(opened.bytes)).toBe(drawing);
    expect(await world.get(RemoveLogo).execute(coordinator)).toMatchObject({ logoFileId: null });
    expect(await refusal(world.get(CommunityQueries).logo(coordinator))).toBe('not-found');
    expect((await world.get(JournalQueries).page(coordinator)).lines.map(({ act }) => act)).toEqual([
      'community.logo-removed',
      'community.logo-changed',
    ]);
  });

  it('that could act is refused and leaves the former one', async () => {
    const { coordinator } = await makeCommunity(world);
    const { logoFileId, revision } = await set(coordinator);
    expect(await refusal(set(coordinator, '<svg onload="alert(1)"/>'))).toBe('logo-refused');
    expect(await settings(coordinator)).toMatchObject({ logoFileId, revision });
  });

  it('is for the coordination to change', async () => {
    const { id } = await makeCommunity(world);
    expect(await refusal(set(await makeMember(world, id, 'president')))).toBe('forbidden');
    expect(await refusal(world.get(RemoveLogo).execute(await makeMember(world, id, 'lead')))).toBe('forbidden');
  });

  it('of another community is not found', async () => {
    const [mine, other] = await makeTwoCommunities(world);
    const { logoFileId } = await set(mine.coordinator);
    expect(await refusal(world.get(CommunityQueries).logo(other.coordinator))).toBe('not-found');
    await expect(
      world.db.tenant.run(other.id, (tx) => tx.query('update community set logo_file_id = $1', [logoFileId])),
    ).rejects.toThrow(/foreign key/);
  });
});

describe('a new community', () => {
  it('comes with the invitation of its coordination and its first line of journal', async () => {
    const made = await world.get(CreateCommunity).execute({ name: 'des Collines', coordinatorEmail: ' Ana.Bel@Exemple.fr ' });
    expect(await world.db.peek('select name, label, time_zone, demo from community where id = $1', [made.communityId])).toEqual([
      { name: 'des Collines', label: 'CPTS', time_zone: 'Europe/Paris', demo: false },
    ]);
    expect(await world.db.peek('select email, role from one_time_link where id = $1', [made.invitationId])).toEqual([
      { email: 'ana.bel@exemple.fr', role: 'coordinator' },
    ]);
    expect(await world.db.peek('select job, subject from outbox where community_id = $1', [made.communityId])).toEqual([
      { job: 'identity.send-link', subject: made.invitationId },
    ]);
    expect(await world.db.peek('select act, person_id from audit_entry where community_id = $1', [made.communityId])).toEqual([
      { act: 'community.created', person_id: null },
    ]);
  });

  it.each([
    ['name', { name: ' ', coordinatorEmail: 'a@exemple.fr' }, 'text-missing'],
    ['address', { name: 'X', coordinatorEmail: 'ana' }, 'invalid-input'],
    ['time zone', { name: 'X', coordinatorEmail: 'a@exemple.fr', timeZone: 'Mars/Olympus' }, 'invalid-time-zone'],
  ])('with a wrong %s is not made', async (_, input, code) => {
    const count = () => world.db.peek<{ n: number }>('select count(*)::integer as n from community');
    const before = await count();
    expect(await refusal(world.get(CreateCommunity).execute(input))).toBe(code);
    expect(await count()).toEqual(before);
  });
});
