import { useEffect, useRef } from 'react';
import { HrefLink } from './href-link';
import classes from './link-tabs.module.css';

interface LinkTabsProps {
  /** What the tabs cut up, read aloud. */
  label: string;
  tabs: readonly { label: string; href: string; current: boolean; count?: string }[];
}

/** Parts of a page, or values of one filter, each with its own address. Where they do not all fit, the current one is in sight. */
export function LinkTabs({ label, tabs }: LinkTabsProps) {
  const list = useRef<HTMLElement>(null);
  const current = tabs.find((tab) => tab.current)?.href;
  useEffect(() => {
    const box = list.current;
    const tab = box?.querySelector<HTMLElement>('[data-current]');
    if (box && tab) box.scrollLeft = tab.offsetLeft - (box.clientWidth - tab.offsetWidth) / 2;
  }, [current]);
  return (
    <nav ref={list} aria-label={label} className={`${classes.tabs} no-print`}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <HrefLink href={tab.href} aria-current={tab.current ? 'page' : undefined} data-current={tab.current || undefined} className={classes.tab}>
              {tab.label}
              {tab.count === undefined ? null : <span className={classes.count}>{tab.count}</span>}
            </HrefLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
