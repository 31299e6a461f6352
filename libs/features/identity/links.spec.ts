import { LINK_LIFETIME_MS } from '@maillage/domain/identity';
import type { JobHandler } from '@maillage/platform';
import { SmtpStandIn } from '@maillage/platform/testing';
import { mailText, makeCommunity, makeTwoCommunities, makeWorld, PASSWORD, refusal, type MadeCommunity, type World } from '../testing';
import { AcceptInvitation, IdentityQueries, InviteMember, ManageInvitation, RequestPasswordReset, ResetPassword, SendLink, Sessions, SignIn } from './index';

const origin = { address: '10.2.0.1', userAgent: null };
const NEXT = 'Tulipe/Canal*43';

describe('links sent by e-mail', () => {
  let world: World;
  let smtp: SmtpStandIn;
  let here: MadeCommunity;

  beforeAll(async () => {
    smtp = await SmtpStandIn.start();
    world = await makeWorld({ environment: { SMTP_URL: smtp.url } });
  });
  afterAll(async () => {
    await world.close();
    await smtp.stop();
  });
  beforeEach(async () => {
    world.clock.set('2026-11-21T09:00:00Z');
    here = await makeCommunity(world, { name: 'du Giennois-Berry' });
  });

  /** Carries the mail jobs out as a worker would; the text of the last e-mail to this address. */
  const mailTo = async (email: string): Promise<string> => {
    const handler: JobHandler<'identity.send-link'> = { job: 'identity.send-link', handle: ({ runId, data }) => world.get(SendLink).execute(runId, data) };
    const runs = await world.db.runJobs([handler]);
    expect(runs.filter(({ state }) => state !== 'done')).toEqual([]);
    const mail = smtp.received.filter(({ to }) => to.includes(email)).at(-1);
    return mail ? mailText(mail.raw) : '';
  };
  const tokenIn = (mail: string): string => /#([\w-]{43})/.exec(mail)?.[1] ?? 'absent';
  const newcomer = (): string => `nouvelle-${world.db.ids.next()}@exemple.fr`;
  const accept = (token: string, more: object = { givenName: 'Nadia', familyName: 'Benali', password: NEXT }): ReturnType<AcceptInvitation['execute']> =>
    world.get(AcceptInvitation).execute({ token, ...more }, origin);

  describe('an invitation', () => {
    const invited = async (email: string, community = here): Promise<string> => {
      await world.get(InviteMember).execute(community.coordinator, { email, role: 'treasurer' });
      return tokenIn(await mailTo(email));
    };

    it('is a short French e-mail that says who invites, where and as what', async () => {
      const email = newcomer();
      await world.get(InviteMember).execute(here.coordinator, { email, role: 'treasurer' });
      const mail = await mailTo(email);
      expect(mail).toContain(`${here.coordinator.name} vous invite à rejoindre CPTS du Giennois-Berry sur Maillage`);
      expect(mail).toContain('Votre rôle\u00a0: Trésorerie.');
      expect(mail).toMatch(/jusqu’au\s5\sdécembre\s2026\sà\s10\sh\s00\./);
      expect(mail).toMatch(/http:\/\/maillage\.test\/invitation#[\w-]{43}/);
      const [invitation] = await world.get(IdentityQueries).invitations(here.coordinator);
      expect(invitation).toMatchObject({ email, mail: 'sent' });
    });

    it('keeps only a hash of the link', async () => {
      const token = await invited(newcomer());
      const rows = await world.db.peek<{ text: string }>('select l::text as text from one_time_link l union all select data::text from outbox');
      expect(rows.length).toBeGreaterThan(1);
      expect(rows.filter(({ text }) => text.includes(token))).toEqual([]);
    });

    it('makes the person, gives the place and signs in: once', async () => {
      const email = newcomer();
      const token = await invited(email);
      expect(await world.get(IdentityQueries).link(token)).toMatchObject({ kind: 'invitation', email, accountExists: false, role: 'treasurer' });
      const session = await accept(token);
      expect(await world.get(Sessions).open(session?.token ?? '')).toMatchObject({ communityId: here.id, role: 'treasurer' });
      expect((await world.get(IdentityQueries).members(here.coordinator)).find((member) => member.email === email)?.name).toBe('Nadia Benali');
      expect(await refusal(accept(token))).toBe('link-invalid');
      expect(await refusal(world.get(IdentityQueries).link(token))).toBe('link-invalid');
    });

    it('serves once when it is used twice at the same moment', async () => {
      const token = await invited(newcomer());
      const answers = await Promise.all([refusal(accept(token)), refusal(accept(token))]);
      expect(answers.sort()).toEqual(['accepted', 'link-invalid']);
    });

    it('asks for a name and a good password, and keeps the link when they are refused', async () => {
      const token = await invited(newcomer());
      expect(await refusal(accept(token, { givenName: ' ', familyName: 'Benali', password: NEXT }))).toBe('text-missing');
      expect(await refusal(accept(token, { givenName: 'Nadia', familyName: 'Benali', password: 'Benali+Nadia=57' }))).toBe('password-refused');
      expect(await refusal(accept(token))).toBe('accepted');
    });

    it('adds a community to a person who exists, without signing anyone in', async () => {
      const other = await makeCommunity(world);
      const token = await invited(other.coordinator.email);
      expect(await world.get(IdentityQueries).link(token)).toMatchObject({ accountExists: true });
      expect(await accept(token, {})).toBeNull();
      const { token: session } = await world.get(SignIn).execute({ email: other.coordinator.email, password: PASSWORD }, origin);
      const signedIn = await world.get(Sessions).open(session);
      const view = signedIn && (await world.get(IdentityQueries).session(signedIn));
      expect(view?.communities.map(({ id, role }) => [id, role]).sort()).toEqual([[here.id, 'treasurer'], [other.id, 'coordinator']].sort());
    });

    it('stops working when it is taken back, replaced, sent again or too old', async () => {
      const email = newcomer();
      const first = await invited(email);
      const second = await invited(email);
      expect(await refusal(accept(first))).toBe('link-invalid');
      const [{ id } = { id: '' }] = await world.get(IdentityQueries).invitations(here.coordinator);
      await world.get(ManageInvitation).sendAgain(here.coordinator, id);
      const third = tokenIn(await mailTo(email));
      expect(await refusal(accept(second))).toBe('link-invalid');
      world.clock.advance(LINK_LIFETIME_MS.invitation);
      expect(await refusal(accept(third))).toBe('link-expired');
      expect((await world.get(IdentityQueries).invitations(here.coordinator))[0]).toMatchObject({ expired: true });
      await world.get(ManageInvitation).sendAgain(here.coordinator, id);
      const fourth = tokenIn(await mailTo(email));
      await world.get(ManageInvitation).revoke(here.coordinator, id);
      expect(await refusal(accept(fourth))).toBe('link-invalid');
    });

    it('cannot serve to reset a password', async () => {
      const token = await invited(here.coordinator.email, (await makeTwoCommunities(world))[0]);
      expect(await refusal(world.get(ResetPassword).execute({ token, password: NEXT }, origin))).toBe('link-invalid');
    });
  });

  describe('a forgotten password', () => {
    let callers = 0;
    const forgotten = (email: string): Promise<void> => world.get(RequestPasswordReset).execute({ email }, `10.3.0.${(callers += 1)}`);
    const reset = (token: string, password = NEXT): ReturnType<ResetPassword['execute']> => world.get(ResetPassword).execute({ token, password }, origin);

    it('is replaced with a link: every session ends, a fresh one opens', async () => {
      const { email } = here.coordinator;
      const before = await world.get(SignIn).execute({ email, password: PASSWORD }, origin);
      await forgotten(email.toUpperCase());
      const token = tokenIn(await mailTo(email));
      expect(await refusal(reset(token, 'court'))).toBe('password-refused');
      const fresh = await reset(token);
      expect(await world.get(Sessions).open(before.token)).toBeNull();
      expect(await world.get(Sessions).open(fresh.token)).toMatchObject({ personId: here.coordinator.personId, communityId: here.id });
      expect(await refusal(reset(token))).toBe('link-invalid');
      expect(await refusal(world.get(SignIn).execute({ email, password: NEXT }, origin))).toBe('accepted');
    });

    it('opens an account that too many attempts had closed', async () => {
      const { email } = here.coordinator;
      for (let i = 0; i < 6; i += 1) await refusal(world.get(SignIn).execute({ email, password: 'Autre+Chose=57' }, { address: `10.4.0.${i}`, userAgent: null }));
      await forgotten(email);
      await reset(tokenIn(await mailTo(email)));
      expect(await refusal(world.get(SignIn).execute({ email, password: NEXT }, origin))).toBe('accepted');
    });

    it('has an hour, and closes the other links of the same person', async () => {
      const { email } = here.coordinator;
      await forgotten(email);
      const late = tokenIn(await mailTo(email));
      world.clock.advance(LINK_LIFETIME_MS['password-reset']);
      expect(await refusal(reset(late))).toBe('link-expired');
      await forgotten(email);
      const first = tokenIn(await mailTo(email));
      await forgotten(email);
      const second = tokenIn(await mailTo(email));
      await reset(second);
      expect(await refusal(reset(first))).toBe('link-invalid');
    });

    it('does the same for an address nobody has, but sends nothing', async () => {
      const nobody = newcomer();
      const count = smtp.received.length;
      await forgotten(nobody);
      expect(await mailTo(nobody)).toBe('');
      expect(smtp.received).toHaveLength(count);
      expect(await world.db.peek('select 1 from one_time_link where email = $1', [nobody])).toEqual([]);
    });

    it('cannot be asked for again and again', async () => {
      const answers: string[] = [];
      for (let i = 0; i < 6; i += 1) answers.push(await refusal(forgotten(here.coordinator.email)));
      expect(answers).toEqual([...Array<string>(5).fill('accepted'), 'too-many-attempts']);
    });
  });
});
