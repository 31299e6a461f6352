import { SESSION_ABSOLUTE_MS, SESSION_IDLE_MS } from '@maillage/domain/identity';
import { makeCommunity, makeMember, makeWorld, PASSWORD, refusal, type MadePerson, type World } from '../testing';
import { ChangePassword, EndSessions, IdentityQueries, Sessions, SignIn } from './index';

const DAY = 24 * 3_600_000;
const from = (address: string): { address: string; userAgent: string } => ({ address, userAgent: 'Essai' });

describe('signing in', () => {
  let world: World;
  let person: MadePerson;
  let address = 0;
  const anywhere = (): { address: string; userAgent: string } => from(`10.0.0.${(address += 1)}`);

  beforeAll(async () => {
    world = await makeWorld();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.set('2026-11-21T09:00:00Z');
    person = (await makeCommunity(world)).coordinator;
  });

  const signIn = (password = PASSWORD, origin = anywhere(), email = person.email): ReturnType<SignIn['execute']> => world.get(SignIn).execute({ email, password }, origin);
  const open = (token: string): ReturnType<Sessions['open']> => world.get(Sessions).open(token);

  it('opens a session whose token is kept nowhere', async () => {
    const { token } = await signIn();
    expect(await open(token)).toMatchObject({ personId: person.personId, communityId: person.communityId, role: 'coordinator' });
    const rows = await world.db.peek<{ text: string }>('select s::text as text from session s where person_id = $1', [person.personId]);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.text).not.toContain(token);
    const [stored] = await world.db.peek<{ hash: string }>('select password_hash as hash from person where id = $1', [person.personId]);
    expect(stored?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('closes after twelve idle hours, and after fourteen days whatever happens', async () => {
    const { token } = await signIn();
    world.clock.advance(SESSION_IDLE_MS - 1);
    expect(await open(token)).not.toBeNull();
    world.clock.advance(SESSION_IDLE_MS - 1);
    expect(await open(token)).not.toBeNull();
    world.clock.advance(SESSION_IDLE_MS);
    expect(await open(token)).toBeNull();

    const kept = (await signIn()).token;
    for (let spent = 0; spent < SESSION_ABSOLUTE_MS; spent += DAY / 4) {
      expect(await open(kept)).not.toBeNull();
      world.clock.advance(DAY / 4);
    }
    expect(await open(kept)).toBeNull();
  });

  it('makes hashes of former settings again, without asking anything', async () => {
    const former = '$argon2id$v=19$m=8192,t=1,p=1$';
    const { hash } = await import('@node-rs/argon2');
    const old = await hash(PASSWORD, { algorithm: 2, memoryCost: 8_192, timeCost: 1, parallelism: 1 });
    expect(old.startsWith(former)).toBe(true);
    await world.db.peek('update person set password_hash = $2 where id = $1', [person.personId, old]);
    await signIn();
    const [stored] = await world.db.peek<{ hash: string }>('select password_hash as hash from person where id = $1', [person.personId]);
    expect(stored?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await refusal(signIn())).toBe('accepted');
  });

  describe('too many attempts', () => {
    const wrong = (origin = anywhere(), email = person.email): Promise<string> => refusal(signIn('Autre+Chose=57', origin, email));

    it('makes an account wait longer and longer, whatever the address, even for the right password', async () => {
      for (let i = 0; i < 5; i += 1) expect(await wrong()).toBe('sign-in-refused');
      expect(await refusal(signIn())).toBe('too-many-attempts');
      world.clock.advance(14_999);
      expect(await wrong()).toBe('too-many-attempts');
      world.clock.advance(1);
      expect(await wrong()).toBe('sign-in-refused');
      world.clock.advance(15_000);
      expect(await wrong()).toBe('too-many-attempts');
      world.clock.advance(15_000);
      expect(await refusal(signIn())).toBe('accepted');
      expect(await wrong()).toBe('sign-in-refused');
    });

    it('treats an account that does not exist the same', async () => {
      const nobody = `personne-${world.db.ids.next()}@exemple.fr`;
      const answers: string[] = [];
      for (let i = 0; i < 6; i += 1) answers.push(await wrong(anywhere(), nobody));
      expect(answers).toEqual([...Array<string>(5).fill('sign-in-refused'), 'too-many-attempts']);
    });

    it('counts attempts made at the same time one by one', async () => {
      const answers = await Promise.all(Array.from({ length: 12 }, () => wrong()));
      expect(answers.filter((answer) => answer === 'sign-in-refused')).toHaveLength(5);
    });

    it('makes an address wait that tries many accounts, without closing it to the others', async () => {
      const here = anywhere();
      const community = await makeCommunity(world);
      await world.db.peek(`insert into login_throttle (key, attempts, last_at) values ($1, 39, $2)`, [`address:sign-in:${here.address}`, world.clock.now()]);
      expect(await wrong(here)).toBe('sign-in-refused');
      expect(await refusal(signIn(PASSWORD, here, community.coordinator.email))).toBe('too-many-attempts');
      expect(await refusal(signIn(PASSWORD, anywhere(), community.coordinator.email))).toBe('accepted');
    });

    it('forgets after a day', async () => {
      for (let i = 0; i < 5; i += 1) await wrong();
      world.clock.advance(DAY + 1);
      for (let i = 0; i < 4; i += 1) expect(await wrong()).toBe('sign-in-refused');
    });

    it('does not hold right attempts against the address of a health centre', async () => {
      const centre = anywhere();
      for (let i = 0; i < 3; i += 1) expect(await refusal(signIn(PASSWORD, centre))).toBe('accepted');
      const [counter] = await world.db.peek<{ attempts: number }>('select attempts from login_throttle where key = $1', [`address:sign-in:${centre.address}`]);
      expect(counter?.attempts).toBe(0);
    });
  });

  describe('one’s own account', () => {
    it('changes the password, ends every session and opens a fresh one', async () => {
      const [here, elsewhere] = [await signIn(), await signIn()];
      const me = await open(here.token);
      if (!me) throw new Error('no session');
      const change = world.get(ChangePassword);
      const next = 'Tulipe/Canal*43';
      expect(await refusal(change.execute(me, { current: 'Autre+Chose=57', next }, anywhere()))).toBe('current-password-wrong');
      expect(await refusal(change.execute(me, { current: PASSWORD, next: 'M0tDeP@sse2026!' }, anywhere()))).toBe('password-refused');
      expect(await refusal(change.execute(me, { current: PASSWORD, next: `${person.email.split('@')[0]}X9!` }, anywhere()))).toBe('password-refused');
      expect(await open(elsewhere.token)).not.toBeNull();

      const fresh = await change.execute(me, { current: PASSWORD, next }, anywhere());
      expect(await open(here.token)).toBeNull();
      expect(await open(elsewhere.token)).toBeNull();
      expect(await open(fresh.token)).toMatchObject({ personId: person.personId, communityId: person.communityId });
      expect(await refusal(signIn(PASSWORD))).toBe('sign-in-refused');
      expect(await refusal(signIn(next))).toBe('accepted');
    });

    it('ends one’s own sessions, never someone else’s', async () => {
      const other = await makeMember(world, person.communityId, 'board');
      const mine = await open((await signIn()).token);
      const theirs = await open((await signIn(PASSWORD, anywhere(), other.email)).token);
      if (!mine || !theirs) throw new Error('no session');
      expect(await refusal(world.get(EndSessions).one(mine, theirs.sessionId))).toBe('not-found');
      expect(await world.get(IdentityQueries).mySessions(theirs)).toHaveLength(1);
    });
  });
});
