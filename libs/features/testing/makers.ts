import { ROLES, type Actor, type GrantableRole } from '@maillage/domain/identity';
import type { TestDb } from '@maillage/platform/testing';
import { Passwords } from '../identity';
import { giveMembership } from '../identity/membership.store';
import { insertPerson } from '../identity/person.store';
import type { World } from './world';

/** The password of every person made here; long to hash, so hashed once per process. */
export const PASSWORD = 'Brouette+Lune=57';
let hashed: Promise<string> | null = null;

/** A community made for one test. */
export interface MadeCommunity {
  readonly id: string;
  readonly name: string;
  /** Its coordinator. */
  readonly coordinator: MadePerson;
}

/** A person of a community, and the actor they are there. */
export interface MadePerson extends Actor {
  readonly email: string;
  readonly name: string;
}

/** What a maker needs: a world, or the bare database. */
type Ground = Pick<World, 'db' | 'clock'>;

let count = 0;
const unique = (db: TestDb): string => `${(count += 1)}-${db.ids.next().slice(-8)}`;

/** A new community with its coordinator. */
export async function makeCommunity(ground: Ground, given: { name?: string; label?: string } = {}): Promise<MadeCommunity> {
  const id = ground.db.ids.next();
  const name = given.name ?? `Communauté ${unique(ground.db)}`;
  await ground.db.system.run((tx) =>
    tx.query('insert into community (id, name, label, created_at) values ($1, $2, $3, $4)', [id, name, given.label ?? 'CPTS', ground.clock.now()]),
  );
  return { id, name, coordinator: await makeMember(ground, id, 'coordinator') };
}

/** Two communities: for the « of another community » twin of each test. */
export async function makeTwoCommunities(ground: Ground): Promise<[MadeCommunity, MadeCommunity]> {
  return [await makeCommunity(ground), await makeCommunity(ground)];
}

/** A new person with this role in a community. */
export async function makeMember(ground: Ground, communityId: string, role: GrantableRole, given: { givenName?: string; familyName?: string; email?: string } = {}): Promise<MadePerson> {
  const { db, clock } = ground;
  const id = db.ids.next();
  const givenName = given.givenName ?? 'Camille';
  const familyName = given.familyName ?? `${role}-${unique(db)}`;
  const email = given.email ?? `${role}-${unique(db)}@exemple.fr`;
  const now = clock.now();
  hashed ??= new Passwords().hash(PASSWORD);
  const passwordHash = await hashed;
  const name = `${givenName} ${familyName}`;
  await db.directory.run(async (tx) => {
    await insertPerson(tx, { id, email, givenName, familyName, passwordHash, passwordChangedAt: now, createdAt: now, revision: 1 });
    await giveMembership(tx, { communityId, personId: id, role, organisation: role === 'reader' ? 'ARS Centre-Val de Loire' : null, name, email, joinedAt: now });
  });
  return { personId: id, communityId, role, sessionId: db.ids.next(), email, name };
}

/** Gives an existing person a place in one more community. */
export async function joinCommunity(ground: Ground, person: MadePerson, communityId: string, role: GrantableRole): Promise<MadePerson> {
  const { personId, name, email } = person;
  const organisation = role === 'reader' ? 'ARS Centre-Val de Loire' : null;
  await ground.db.directory.run((tx) => giveMembership(tx, { communityId, personId, role, organisation, name, email, joinedAt: ground.clock.now() }));
  return { ...person, communityId, role };
}

/** Someone of every role that a community can give. */
export async function makeEveryRole(ground: Ground, communityId: string): Promise<MadePerson[]> {
  const people: MadePerson[] = [];
  for (const role of ROLES) if (role !== 'operator') people.push(await makeMember(ground, communityId, role));
  return people;
}
