import { Injectable } from '@nestjs/common';
import { requireUsable } from '@maillage/domain/identity';
import { DomainError } from '@maillage/domain/kernel';
import { Clock, DirectoryDb } from '@maillage/platform';
import { linkByToken, markLinkUsed, revokeResetsOf } from './link.store';
import { Passwords } from './passwords';
import { personByEmail, savePassword } from './person.store';
import { deleteSessionsOf } from './session.store';
import { Sessions, type OpenedSession, type Origin } from './sessions';
import { Throttle } from './throttle';
import { hashToken } from './tokens';

/** Chooses a new password with a link: once, before its end. Every session ends and a fresh one opens here. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly db: DirectoryDb,
    private readonly clock: Clock,
    private readonly passwords: Passwords,
    private readonly throttle: Throttle,
    private readonly sessions: Sessions,
  ) {}

  async execute(input: { token: string; password: string }, origin: Origin): Promise<OpenedSession> {
    const tokenHash = hashToken(input.token);
    const person = await this.db.run(async (tx) => {
      const link = requireUsable(await linkByToken(tx, tokenHash), 'password-reset', this.clock.now());
      return personByEmail(tx, link.email);
    });
    if (!person) throw new DomainError('link-invalid');
    const passwordHash = await this.passwords.hashNew(input.password, person);
    const opened = await this.db.run(async (tx) => {
      const now = this.clock.now();
      const link = requireUsable(await linkByToken(tx, tokenHash, true), 'password-reset', now);
      await markLinkUsed(tx, link.id, now);
      await revokeResetsOf(tx, person.email, now);
      await savePassword(tx, person.id, passwordHash, now);
      await this.throttle.forgive(tx, { purpose: 'sign-in', account: person.email, address: origin.address });
      await deleteSessionsOf(tx, person.id);
      return this.sessions.start(tx, person.id, origin);
    });
    this.sessions.forget(person.id);
    return opened;
  }
}
