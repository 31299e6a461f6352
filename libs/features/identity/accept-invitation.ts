import { Injectable } from '@nestjs/common';
import { requireUsable, ROLE_LABELS } from '@maillage/domain/identity';
import { DomainError } from '@maillage/domain/kernel';
import { Clock, DirectoryDb, Ids, type Tx } from '@maillage/platform';
import { audit } from './audit';
import { linkByToken, markLinkUsed } from './link.store';
import { giveMembership } from './membership.store';
import type { OneTimeLinkRow } from './one-time-link.row';
import { Passwords } from './passwords';
import { fullName, insertPerson, personByEmail } from './person.store';
import type { PersonRow } from './person.row';
import { Sessions, type OpenedSession, type Origin } from './sessions';
import { hashToken } from './tokens';

/** What an invited person gives; a person who already has an account gives the token alone. */
export interface Acceptance {
  readonly token: string;
  readonly givenName?: string | undefined;
  readonly familyName?: string | undefined;
  readonly password?: string | undefined;
}

/** Accepts an invitation: makes the person, or adds a community to one who exists and who then signs in as usual. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly db: DirectoryDb,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
  ) {}

  /** The session of a new person; null for a person who existed. */
  async execute(input: Acceptance, origin: Origin): Promise<OpenedSession | null> {
    const tokenHash = hashToken(input.token);
    const before = await this.db.run(async (tx) => {
      const link = requireUsable(await linkByToken(tx, tokenHash), 'invitation', this.clock.now());
      return { link, person: await personByEmail(tx, link.email) };
    });
    const made = before.person ? null : await this.newPerson(before.link.email, input);
    return this.db.run(async (tx) => {
      const link = requireUsable(await linkByToken(tx, tokenHash, true), 'invitation', this.clock.now());
      const existing = await personByEmail(tx, link.email);
      if (!existing && !made) throw new DomainError('link-invalid');
      if (!existing && made) await insertPerson(tx, made);
      const person = existing ?? made;
      if (!person) throw new DomainError('link-invalid');
      await this.giveEntry(tx, link, person);
      return existing ? null : this.sessions.start(tx, person.id, origin, link.communityId ?? undefined);
    });
  }

  private async newPerson(email: string, input: Acceptance): Promise<PersonRow> {
    const givenName = required(input.givenName, 'givenName', 'Prénom');
    const familyName = required(input.familyName, 'familyName', 'Nom');
    const password = required(input.password, 'password', 'Mot de passe');
    const now = this.clock.now();
    const passwordHash = await this.passwords.hashNew(password, { email, givenName, familyName });
    return { id: this.ids.next(), email, givenName, familyName, passwordHash, passwordChangedAt: now, createdAt: now, revision: 1 };
  }

  private async giveEntry(tx: Tx, link: OneTimeLinkRow, person: PersonRow): Promise<void> {
    const { communityId, role, organisation } = link;
    if (communityId === null || role === null) throw new DomainError('link-invalid');
    const now = this.clock.now();
    await markLinkUsed(tx, link.id, now);
    await giveMembership(tx, { communityId, personId: person.id, role, organisation, name: fullName(person), email: person.email, joinedAt: now });
    await audit(tx, { personId: person.id, communityId, role }, { act: 'access.joined', subjectType: 'person', subjectId: person.id, label: fullName(person), after: { role: ROLE_LABELS[role], organisation } });
  }
}

function required(value: string | undefined, path: string, label: string): string {
  const given = path === 'password' ? value : value?.trim();
  if (!given) throw new DomainError('text-missing', { path, label });
  return given;
}
