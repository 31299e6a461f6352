import { Injectable } from '@nestjs/common';
import type { SignedIn } from '@maillage/domain/identity';
import { DomainError, found } from '@maillage/domain/kernel';
import { Clock, DirectoryDb } from '@maillage/platform';
import { revokeResetsOf } from './link.store';
import { Passwords } from './passwords';
import { personById, savePassword } from './person.store';
import { deleteSessionsOf } from './session.store';
import { Sessions, type OpenedSession, type Origin } from './sessions';
import { Throttle } from './throttle';

/** Changes one's own password; every session ends and a fresh one opens here. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly db: DirectoryDb,
    private readonly clock: Clock,
    private readonly passwords: Passwords,
    private readonly throttle: Throttle,
    private readonly sessions: Sessions,
  ) {}

  async execute(signedIn: SignedIn, input: { current: string; next: string }, origin: Origin): Promise<OpenedSession> {
    const person = found(await this.db.run((tx) => personById(tx, signedIn.personId)));
    const attempt = { purpose: 'password', account: person.id, address: origin.address } as const;
    await this.throttle.count(attempt);
    if (!(await this.passwords.check(person.passwordHash, input.current))) throw new DomainError('current-password-wrong', { path: 'current' });
    const passwordHash = await this.passwords.hashNew(input.next, person);
    const opened = await this.db.run(async (tx) => {
      const now = this.clock.now();
      await this.throttle.forgive(tx, attempt);
      await savePassword(tx, person.id, passwordHash, now);
      await revokeResetsOf(tx, person.email, now);
      await deleteSessionsOf(tx, person.id);
      return this.sessions.start(tx, person.id, origin, signedIn.communityId ?? undefined);
    });
    this.sessions.forget(person.id);
    return opened;
  }
}
