import { shellText } from '../../messages/shell';
import { HrefLink } from '../../ui/href-link';
import { useNavItems } from './nav-items';
import classes from './side-nav.module.css';

/** The list of pages, on the left. */
export function SideNav() {
  const items = useNavItems();
  return (
    <nav aria-label={shellText.navigation}>
      <ul className={classes.list}>
        {items.map(({ to, label, icon: Icon }) => (
          <li key={to}>
            <HrefLink href={to} className={classes.link} activeOptions={{ exact: to === '/', includeSearch: false }}>
              <Icon size={20} stroke={1.7} aria-hidden="true" />
              {label}
            </HrefLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
