import { Drawer, UnstyledButton } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { shellText } from '../../messages/shell';
import { uiText } from '../../messages/ui';
import { HrefLink } from '../../ui/href-link';
import { IconDots } from '../../ui/icons';
import classes from './bottom-bar.module.css';
import { useNavItems } from './nav-items';
import sideClasses from './side-nav.module.css';

/** On a phone: the first four pages under the thumb, the others behind « Plus ». */
export function BottomBar() {
  const items = useNavItems();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
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
            <UnstyledButton className={classes.link} aria-haspopup="dialog" aria-expanded={open} data-inside={inFar || undefined} onClick={() => setOpen(true)}>
              <IconDots size={22} stroke={1.7} aria-hidden="true" />
              <span>{shellText.more}</span>
            </UnstyledButton>
          </li>
        ) : null}
      </ul>
      <Drawer opened={open} onClose={() => setOpen(false)} position="bottom" size="auto" title={shellText.moreTitle} closeButtonProps={{ 'aria-label': uiText.close, size: 44 }}>
        <ul className={sideClasses.list}>
          {far.map(({ to, label, icon: Icon }) => (
            <li key={to}>
              <HrefLink href={to} className={sideClasses.link} onClick={() => setOpen(false)}>
                <Icon size={20} stroke={1.7} aria-hidden="true" />
                {label}
              </HrefLink>
            </li>
          ))}
        </ul>
      </Drawer>
    </nav>
  );
}
