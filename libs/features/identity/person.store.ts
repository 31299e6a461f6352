import type { Tx } from '@maillage/platform';
import type { PersonRow } from './person.row';

const columns = `id, email, given_name as "givenName", family_name as "familyName", password_hash as "passwordHash",
  password_changed_at as "passwordChangedAt", created_at as "createdAt", revision`;

/** The person with this address. */
export async function personByEmail(tx: Tx, email: string): Promise<PersonRow | null> {
  const [row]: PersonRow[] = await tx.query(`select ${columns} from person where email = $1`, [email]);
  return row ?? null;
}

/** The person with this id. */
export async function personById(tx: Tx, id: string): Promise<PersonRow | null> {
  const [row]: PersonRow[] = await tx.query(`select ${columns} from person where id = $1`, [id]);
  return row ?? null;
}

/** Writes a new person. */
export async function insertPerson(tx: Tx, person: PersonRow): Promise<void> {
  await tx.query(
    `insert into person (id, email, given_name, family_name, password_hash, password_changed_at, created_at, revision)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      person.id, person.email, person.givenName, person.familyName, person.passwordHash, person.passwordChangedAt, person.createdAt, person.revision,
    ],
  );
}

/** Writes a new password, as a hash. */
export async function savePassword(tx: Tx, personId: string, passwordHash: string, at: Date): Promise<void> {
  await tx.query('update person set password_hash = $2, password_changed_at = $3 where id = $1', [personId, passwordHash, at]);
}

/** Writes a new name. */
export async function saveName(tx: Tx, personId: string, givenName: string, familyName: string): Promise<void> {
  await tx.query('update person set given_name = $2, family_name = $3, revision = revision + 1 where id = $1', [personId, givenName, familyName]);
}

/** « Camille Durand ». */
export const fullName = ({ givenName, familyName }: Pick<PersonRow, 'givenName' | 'familyName'>): string => `${givenName} ${familyName}`.trim();
