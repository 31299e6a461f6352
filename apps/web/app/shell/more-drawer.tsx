import { Drawer } from '@mantine/core';
import { shellText } from '../../messages/shell';
import { uiText } from '../../messages/ui';
import { HrefLink } from '../../ui/href-link';
import type { NavItem } from './nav-items';
import sideClasses from './side-nav.module.css';

interface MoreDrawerProps {
  items: readonly NavItem[];
  opened: boolean;
  onClose: () => void;
}

/** On a phone: the pages that have no place in the bar. */
export function MoreDrawer({ items, opened, onClose }: MoreDrawerProps) {
  return (
    <Drawer opened={opened} onClose={onClose} position="bottom" size="auto" title={shellText.moreTitle} closeButtonProps={{ 'aria-label': uiText.close, size: 44 }}>
      <ul className={sideClasses.list}>
        {items.map(({ to, label, icon: Icon }) => (
          <li key={to}>
            <HrefLink href={to} className={sideClasses.link} onClick={onClose}>
              <Icon size={20} stroke={1.7} aria-hidden="true" />
              {label}
            </HrefLink>
          </li>
        ))}
      </ul>
    </Drawer>
  );
}
