import { Injectable } from '@nestjs/common';
import type { SignedIn } from '@maillage/domain/identity';
import { found } from '@maillage/domain/kernel';
import { DirectoryDb } from '@maillage/platform';
import { renameEverywhere } from './membership.store';
import { fullName, personById, saveName } from './person.store';

/** Changes one's own name, everywhere it is shown. */
@Injectable()
export class UpdateProfile {
  constructor(private readonly db: DirectoryDb) {}

  async execute(signedIn: SignedIn, input: { givenName: string; familyName: string }): Promise<void> {
    const name = { givenName: input.givenName.trim(), familyName: input.familyName.trim() };
    await this.db.run(async (tx) => {
      const person = found(await personById(tx, signedIn.personId));
      await saveName(tx, person.id, name.givenName, name.familyName);
      await renameEverywhere(tx, person.id, fullName(name));
    });
  }
}
