import { GRANTABLE_ROLES, type GrantableRole, ROLE_DESCRIPTIONS } from '@maillage/domain/identity';
import type { UseFormReturnType } from '@mantine/form';
import { identityText } from '../../messages/identity';
import { shellText } from '../../messages/shell';
import { SelectField, TextField } from '../../ui';

const text = identityText.access;

/** A role, and for a reader the institution it reads for. */
export interface PlaceValues {
  role: GrantableRole;
  organisation: string;
}

/** The rule of both fields together. */
export const organisationFault = (value: string, { role }: PlaceValues): string | null => (role === 'reader' && value.trim() === '' ? text.organisationMissing : null);

/** What is sent: only a reader has an institution. */
export const placeOf = ({ role, organisation }: PlaceValues): { role: GrantableRole; organisation: string | null } => ({
  role,
  organisation: role === 'reader' ? organisation.trim() : null,
});

/** The role with what it allows, and the institution of a reader. */
export function PlaceFields<T extends PlaceValues>({ form }: { form: UseFormReturnType<T> }) {
  const { role } = form.values;
  const choices = GRANTABLE_ROLES.map((value) => ({ value, label: shellText.roles[value] }));
  return (
    <>
      <SelectField required label={text.role} hint={ROLE_DESCRIPTIONS[role]} choices={choices} {...form.getInputProps('role')} />
      {role === 'reader' ? <TextField required label={text.organisation} hint={text.organisationHint} maxLength={160} {...form.getInputProps('organisation')} /> : null}
    </>
  );
}
