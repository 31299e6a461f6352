import type { Right } from '@maillage/domain/identity';
import { useLocation, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { shellText } from '../messages/shell';
import { LinkTabs } from '../ui/link-tabs';
import { Page } from '../ui/page';
import type { ActionProps } from '../ui/action-link';
import { useSession } from './session';

/** In the order one fills them. A tab appears when its page exists and the role opens it. */
const tabs: readonly { href: string; label: string; right: Right }[] = [
  { href: '/reglages/communaute', label: shellText.settings.community, right: 'community.read' },
  { href: '/reglages/territoire', label: shellText.settings.territory, right: 'community.read' },
  { href: '/reglages/contrat', label: shellText.settings.contract, right: 'contract.read' },
  { href: '/reglages/validation', label: shellText.settings.validation, right: 'indicators.read' },
  { href: '/reglages/destinataires', label: shellText.settings.recipients, right: 'reports.read' },
  { href: '/reglages/acces', label: shellText.settings.access, right: 'access.manage' },
  { href: '/reglages/journal', label: shellText.settings.journal, right: 'audit.read' },
];

interface SettingsPageProps {
  title: string;
  lead?: ReactNode;
  action?: ActionProps;
  tools?: ReactNode;
  children: ReactNode;
}

/** A page of the settings, with the way to the others. */
export function SettingsPage({ children, ...page }: SettingsPageProps) {
  const { rights } = useSession();
  const { routesByPath } = useRouter();
  const { pathname } = useLocation();
  const pages: Record<string, unknown> = routesByPath;
  const open = tabs.filter(({ href, right }) => href in pages && rights.has(right));
  return (
    <Page {...page}>
      <LinkTabs label={shellText.nav.settings} tabs={open.map(({ href, label }) => ({ href, label, current: pathname.startsWith(href) }))} />
      {children}
    </Page>
  );
}
