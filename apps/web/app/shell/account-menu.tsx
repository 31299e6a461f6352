import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { shellText } from '../../messages/shell';
import { HrefLink } from '../../ui/href-link';
import { IconLogout, IconSelector, IconUser } from '../../ui/icons';
import { useSession } from '../session';
import { useSessionActions } from '../session-actions';
import classes from './account-menu.module.css';

const ConfirmDialog = lazy(async () => ({ default: (await import('../../ui/confirm-dialog')).ConfirmDialog }));

const schemes = ['light', 'dark', 'auto'] as const;

/** Who is signed in, and what one does with an account. */
export function AccountMenu({ compact }: { compact?: boolean }) {
  const { person, role } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { leave, leaveEverywhere } = useSessionActions();
  const { routesByPath } = useRouter();
  const [asking, setAsking] = useState(false);
  // Once asked it stays, to close gently.
  const [wanted, setWanted] = useState(false);
  const ask = (): void => {
    setWanted(true);
    setAsking(true);
  };
  const initials = `${person.givenName.charAt(0)}${person.familyName.charAt(0)}`.toUpperCase();
  return (
    <>
      <Menu position={compact ? 'bottom-end' : 'top-start'} width={260} shadow="md" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <UnstyledButton className={classes.button} aria-label={shellText.account(person.name)}>
            <span className={classes.initials} aria-hidden="true">
              {initials}
            </span>
            {compact ? null : (
              <>
                <span className={classes.words}>
                  <span className={classes.name}>{person.name}</span>
                  <span className={classes.role}>{shellText.roles[role]}</span>
                </span>
                <IconSelector size={18} aria-hidden="true" />
              </>
            )}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {compact ? (
            <Menu.Label>
              {person.name} · {shellText.roles[role]}
            </Menu.Label>
          ) : null}
          {'/profil' in routesByPath ? (
            <Menu.Item className={classes.item} component={HrefLink} href="/profil" leftSection={<IconUser size={18} aria-hidden="true" />}>
              {shellText.profile}
            </Menu.Item>
          ) : null}
          <Menu.RadioGroup aria-label={shellText.theme} value={colorScheme} onChange={(scheme) => setColorScheme(scheme as (typeof schemes)[number])}>
            <Menu.Label>{shellText.theme}</Menu.Label>
            {schemes.map((scheme) => (
              <Menu.RadioItem key={scheme} className={classes.item} value={scheme}>
                {shellText.themes[scheme]}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          <Menu.Divider />
          <Menu.Item className={classes.item} leftSection={<IconLogout size={18} aria-hidden="true" />} onClick={() => leave()}>
            {shellText.signOut}
          </Menu.Item>
          <Menu.Item className={classes.item} leftSection={<span className={classes.blank} />} onClick={ask}>
            {shellText.signOutEverywhere}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {wanted ? (
        <Suspense fallback={null}>
          <ConfirmDialog
            opened={asking}
            title={shellText.signOutEverywhereAsk}
            confirmLabel={shellText.signOutEverywhere}
            onCancel={() => setAsking(false)}
            onConfirm={leaveEverywhere}
          >
            {shellText.signOutEverywhereWhy}
          </ConfirmDialog>
        </Suspense>
      ) : null}
    </>
  );
}
