import { Injectable } from '@nestjs/common';
import { normaliseEmail, type GrantableRole } from '@maillage/domain/identity';
import { Clock, DirectoryDb, Ids } from '@maillage/platform';
import { giveMembership } from './membership.store';
import { Passwords } from './passwords';
import { fullName, insertPerson, personByEmail } from './person.store';

/** A person the host gives an account and a place to, without an e-mail. */
export interface Enrolment {
  communityId: string;
  email: string;
  givenName: string;
  familyName: string;
  password: string;
  role: GrantableRole;
  /** Of a reader: « ARS Centre-Val de Loire ». */
  organisation?: string | null;
}

/** Gives a person an account and a place in a community at once: the host's act, for demonstrations. Somebody known keeps their password. */
@Injectable()
export class EnrolPerson {
  constructor(
    private readonly db: DirectoryDb,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly passwords: Passwords,
  ) {}

  /** The id of the person. */
  async execute({ communityId, role, organisation = null, password, ...given }: Enrolment): Promise<string> {
    const email = normaliseEmail(given.email);
    const passwordHash = await this.passwords.hashNew(password, { ...given, email });
    const now = this.clock.now();
    return this.db.run(async (tx) => {
      const known = await personByEmail(tx, email);
      const person = known ?? { ...given, id: this.ids.next(), email, passwordHash, passwordChangedAt: now, createdAt: now, revision: 1 };
      if (!known) await insertPerson(tx, person);
      await giveMembership(tx, { communityId, personId: person.id, role, organisation, name: fullName(person), email, joinedAt: now });
      return person.id;
    });
  }
}
