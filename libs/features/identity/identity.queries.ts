import { Injectable } from '@nestjs/common';
import { requireRight, requireUsable, rightsOf, type Actor, type GrantableRole, type LinkKind, type Right, type Role, type SignedIn } from '@maillage/domain/identity';
import { found } from '@maillage/domain/kernel';
import { Clock, DirectoryDb, Jobs, TenantDb, type Tx } from '@maillage/platform';
import { communityOfLink, linkByToken, pendingInvitations } from './link.store';
import { communitiesOf, currentMembers, type OpenCommunity } from './membership.store';
import { personByEmail, personById } from './person.store';
import { sessionsOf } from './session.store';
import { hashToken } from './tokens';

/** Who is signed in, where, and what they may do there. */
export interface SessionView {
  person: { id: string; email: string; givenName: string; familyName: string };
  community: OpenCommunity | null;
  role: Role | null;
  rights: Right[];
  communities: OpenCommunity[];
}

/** One of my sessions. */
export interface MySession {
  id: string;
  current: boolean;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  userAgent: string | null;
  address: string | null;
}

/** Someone who may enter the community. */
export interface Member {
  personId: string;
  name: string;
  email: string;
  role: GrantableRole;
  organisation: string | null;
  joinedAt: Date;
  lastUsedAt: Date | null;
  revision: number;
}

/** Someone who was invited and has not answered. */
export interface PendingInvitation {
  id: string;
  email: string;
  role: GrantableRole;
  organisation: string | null;
  invitedByName: string | null;
  createdAt: Date;
  expiresAt: Date;
  expired: boolean;
  /** Where the e-mail is: on its way, taken by the mail server, or refused. */
  mail: 'waiting' | 'sent' | 'failed';
  mailError: string | null;
}

/** What a link opens, shown before it is used. */
export interface LinkView {
  kind: LinkKind;
  email: string;
  community: { name: string; label: string } | null;
  role: GrantableRole | null;
  organisation: string | null;
  invitedByName: string | null;
  /** The address already has an account: accepting asks for no password. */
  accountExists: boolean;
}

/** A person of the community, as lists of names show them. */
export interface PersonOption {
  id: string;
  name: string;
  role: GrantableRole;
}

/** Reads of this area. */
@Injectable()
export class IdentityQueries {
  constructor(
    private readonly directory: DirectoryDb,
    private readonly tenant: TenantDb,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  async session(signedIn: Pick<SignedIn, 'personId' | 'sessionId'>): Promise<SessionView> {
    return this.directory.run(async (tx) => {
      const person = found(await personById(tx, signedIn.personId));
      const communities = await communitiesOf(tx, signedIn.personId);
      const rows: { communityId: string | null }[] = await tx.query('select community_id as "communityId" from session where id = $1', [signedIn.sessionId]);
      const community = communities.find(({ id }) => id === rows[0]?.communityId) ?? null;
      return {
        person: { id: person.id, email: person.email, givenName: person.givenName, familyName: person.familyName },
        community,
        role: community?.role ?? null,
        rights: community ? [...rightsOf(community.role)] : [],
        communities,
      };
    });
  }

  async mySessions(signedIn: SignedIn): Promise<MySession[]> {
    const rows = await this.directory.run((tx) => sessionsOf(tx, signedIn.personId));
    return rows.map((row) => ({ ...row, current: row.id === signedIn.sessionId }));
  }

  /** The communities this person reads for an institution, and which one: what `ReaderDb` is opened with. */
  async readerOf(personId: string): Promise<{ communityId: string; organisation: string }[]> {
    const all = await this.directory.run((tx) => communitiesOf(tx, personId));
    return all.flatMap(({ id, role, organisation }) => (role === 'reader' && organisation !== null ? [{ communityId: id, organisation }] : []));
  }

  async link(token: string): Promise<LinkView> {
    return this.directory.run(async (tx) => {
      const row = await linkByToken(tx, hashToken(token));
      const link = requireUsable(row, row?.kind ?? 'invitation', this.clock.now());
      const community = await communityOfLink(tx, link);
      const accountExists = (await personByEmail(tx, link.email)) !== null;
      return {
        kind: link.kind,
        email: link.email,
        community: community && { name: community.name, label: community.label },
        role: link.role,
        organisation: link.organisation,
        invitedByName: community?.invitedByName ?? null,
        accountExists,
      };
    });
  }

  async members(actor: Actor): Promise<Member[]> {
    requireRight(actor, 'access.manage');
    const rows = await this.tenant.run(actor.communityId, currentMembers, { readOnly: true });
    return rows.map(({ personId, name, email, role, organisation, joinedAt, lastUsedAt, revision }) => ({
      personId, name, email, role, organisation, joinedAt, lastUsedAt, revision,
    }));
  }

  async invitations(actor: Actor): Promise<PendingInvitation[]> {
    requireRight(actor, 'access.manage');
    const now = this.clock.now();
    return this.tenant.run(actor.communityId, async (tx) => {
      const shown: PendingInvitation[] = [];
      for (const { id, email, role, organisation, invitedByName, createdAt, expiresAt, sentAt } of await pendingInvitations(tx)) {
        if (role === null) continue;
        const { mail, mailError } = await this.mailOf(tx, id, sentAt);
        shown.push({ id, email, role, organisation, invitedByName, createdAt, expiresAt, expired: expiresAt <= now, mail, mailError });
      }
      return shown;
    });
  }

  /** The people of the community, to choose a lead or a person in charge. */
  async people(actor: Actor): Promise<PersonOption[]> {
    requireRight(actor, 'people.read');
    const rows = await this.tenant.run(actor.communityId, currentMembers, { readOnly: true });
    return rows.filter(({ role }) => role !== 'reader').map(({ personId, name, role }) => ({ id: personId, name, role }));
  }

  private async mailOf(tx: Tx, linkId: string, sentAt: Date | null): Promise<Pick<PendingInvitation, 'mail' | 'mailError'>> {
    const [last] = await this.jobs.runsOf(tx, linkId, 1);
    if (last?.state === 'failed') return { mail: 'failed', mailError: last.error };
    return { mail: sentAt !== null && (!last || last.state === 'done') ? 'sent' : 'waiting', mailError: null };
  }
}
