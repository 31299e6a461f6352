import { Injectable } from '@nestjs/common';
import { normaliseEmail } from '@maillage/domain/identity';
import { DomainError } from '@maillage/domain/kernel';
import { Clock, DirectoryDb } from '@maillage/platform';
import { Passwords } from './passwords';
import { personByEmail, savePassword } from './person.store';
import { Sessions, type OpenedSession, type Origin } from './sessions';
import { Throttle } from './throttle';

/** Opens a session for an e-mail address and its password. */
@Injectable()
export class SignIn {
  constructor(
    private readonly db: DirectoryDb,
    private readonly clock: Clock,
    private readonly passwords: Passwords,
    private readonly throttle: Throttle,
    private readonly sessions: Sessions,
  ) {}

  /** An unknown address and a wrong password get the same answer in the same time. */
  async execute(input: { email: string; password: string }, origin: Origin): Promise<OpenedSession> {
    const email = normaliseEmail(input.email);
    const attempt = { purpose: 'sign-in', account: email, address: origin.address } as const;
    await this.throttle.count(attempt);
    const person = await this.db.run((tx) => personByEmail(tx, email));
    const right = await this.passwords.check(person?.passwordHash ?? null, input.password);
    if (!person || !right) throw new DomainError('sign-in-refused');
    const renewed = this.passwords.isOutdated(person.passwordHash) ? await this.passwords.hash(input.password) : null;
    return this.db.run(async (tx) => {
      await this.throttle.forgive(tx, attempt);
      if (renewed !== null) await savePassword(tx, person.id, renewed, this.clock.now());
      return this.sessions.start(tx, person.id, origin);
    });
  }
}
