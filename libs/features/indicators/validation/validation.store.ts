import type { Role } from '@maillage/domain/identity';
import { defaultValidation, speaksFor, type ValidationSettings } from '@maillage/domain/indicators';
import { part, type Told, type Tx, withInstants } from '@maillage/platform';
import type { Writing } from '../definition/indicator.store';

/** The settings of validation, with their last change; revision 0 while nothing was set. */
export type StoredValidation = ValidationSettings & { revision: number; updatedAt: Date; updatedBy: string | null };

const validationSql = `select validated_by as by, steps, submit_on_save as "submitOnSave", updated_at as "updatedAt", updated_by as "updatedBy", revision
  from validation_settings`;

const ordinaryValidation: StoredValidation = { ...defaultValidation, revision: 0, updatedAt: new Date(0), updatedBy: null };

/** How the community at work validates its values, to be read with other things. */
export const validationPart = part(validationSql, ([row]: Told<StoredValidation>[]): StoredValidation => (row ? withInstants<StoredValidation>(row, 'updatedAt') : ordinaryValidation));

/** How the community at work validates its values; held when it is to be changed. */
export async function loadValidation(tx: Tx, lock = false): Promise<StoredValidation> {
  const rows: StoredValidation[] = await tx.query(`${validationSql}${lock ? ' for update' : ''}`);
  return rows[0] ?? ordinaryValidation;
}

/** Whether a role has a step of validation, in one step or in two. */
export const hasAStep = ({ by, steps }: ValidationSettings, role: Role): boolean => speaksFor(role, by) || (steps === 2 && role === 'coordinator');

/** Keeps the settings; false when somebody set them first at the same time. */
export async function saveValidation(tx: Tx, { by, steps, submitOnSave }: ValidationSettings, revision: number, writing: Writing): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `insert into validation_settings as v (validated_by, steps, submit_on_save, updated_at, updated_by, revision) values ($1, $2, $3, $4, $5, 1)
     on conflict (community_id) do update set validated_by = $1, steps = $2, submit_on_save = $3, updated_at = $4, updated_by = $5, revision = v.revision + 1
       where v.revision = $6 returning revision`,
    [by, steps, submitOnSave, writing.at, writing.personId, revision],
  );
  return rows.length > 0;
}
