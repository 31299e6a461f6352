import { useSession } from '../../app/session';
import { identityText } from '../../messages/identity';
import { Facts, Page, Section } from '../../ui';
import classes from './identity.module.css';
import { NameForm } from './name-form';
import { PasswordForm } from './password-form';
import { SessionsTable } from './sessions-table';

const text = identityText.profile;

/** Mon profil: one's name, password and sessions. */
export function ProfilePage() {
  const { person } = useSession();
  return (
    <Page title={text.title} lead={text.lead}>
      <div className={classes.page}>
        <Section title={text.name} hint={text.nameHint}>
          <Facts items={[{ label: identityText.fields.email, value: person.email }]} />
          <div className={classes.below}>
            <NameForm person={person} />
          </div>
        </Section>
        <Section title={text.password} hint={text.passwordHint}>
          <PasswordForm person={person} />
        </Section>
        <Section title={text.sessions} hint={text.sessionsHint} bare>
          <SessionsTable />
        </Section>
      </div>
    </Page>
  );
}
