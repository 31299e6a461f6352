import { UnstyledButton } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { shellText } from '../../messages/shell';
import { HrefLink } from '../../ui/href-link';
import { IconDots } from '../../ui/icons';
import classes from './bottom-bar.module.css';
import { useNavItems } from './nav-items';

const MoreDrawer = lazy(async () => ({ default: (await import('./more-drawer')).MoreDrawer }));

/** On a phone: the first four pages under the thumb, the others behind « Plus ». */
export function BottomBar() {
  const items = useNavItems();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  // Once opened it stays, to close gently.
  const [wanted, setWanted] = useState(false);
  const showMore = (): void => {
    setWanted(true);
    setOpen(true);
  };
  const [near, far] = items.length <= 5 ? [items, []] : [items.slice(0, 4), items.slice(4)];
  const inFar = far.some(({ to }) => pathname.startsWith(to));
  return (
    <nav className={classes.bar} aria-label={shellText.navigation}>
      <ul className={classes.list}>
        {near.map(({ to, label, short, icon: Icon }) => (
          <li key={to}>
            <HrefLink href={to} className={classes.link} activeOptions={{ exact: to === '/', includeSearch: false }}>
              <Icon size={22} stroke={1.7} aria-hidden="true" />
              <span>{short ?? label}</span>
            </HrefLink>
          </li>
        ))}
        {far.length > 0 ? (
          <li>
            <UnstyledButton className={classes.link} aria-haspopup="dialog" aria-expanded={open} data-inside={inFar || undefined} onClick={showMore}>
              <IconDots size={22} stroke={1.7} aria-hidden="true" />
              <span>{shellText.more}</span>
            </UnstyledButton>
          </li>
        ) : null}
      </ul>
      {wanted ? (
        <Suspense fallback={null}>
          <MoreDrawer items={far} opened={open} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </nav>
  );
}
