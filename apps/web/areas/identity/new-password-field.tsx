import { PASSWORD_RULE_TEXTS, passwordFaults, type PasswordOwner, passwordRules } from '@maillage/domain/identity';
import { identityText } from '../../messages/identity';
import { type FieldProps, PasswordField } from '../../ui';
import { IconCheck, IconMinus } from '../../ui/icons';
import classes from './identity.module.css';

interface NewPasswordFieldProps extends FieldProps<string> {
  /** Whose password: it must not contain their name or address. */
  owner: PasswordOwner;
}

/** The first rule a new password breaks, or null. The server also knows the passwords everyone tries first. */
export function newPasswordFault(password: string, owner: PasswordOwner): string | null {
  if (password === '') return identityText.fields.missing;
  const [fault] = passwordFaults(password, owner);
  return fault ? PASSWORD_RULE_TEXTS[fault] : null;
}

/** A password being chosen: its rules stand under the field and are ticked while one types. */
export function NewPasswordField({ owner, value = '', ...rest }: NewPasswordFieldProps) {
  const rules = (
    <span role="list" className={classes.rules}>
      {passwordRules(value, owner).map(({ rule, kept }) => (
        <span role="listitem" key={rule} data-kept={kept || undefined}>
          {kept ? <IconCheck size={18} aria-hidden="true" /> : <IconMinus size={18} aria-hidden="true" />}
          <span>
            {PASSWORD_RULE_TEXTS[rule]} <span className="only-read-aloud">({kept ? identityText.rules.kept : identityText.rules.notYet})</span>
          </span>
        </span>
      ))}
    </span>
  );
  return <PasswordField required autoComplete="new-password" value={value} hint={rules} {...rest} />;
}
