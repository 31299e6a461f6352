import type { Right } from '@maillage/domain/identity';
import { useRouter } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { shellText } from '../../messages/shell';
import { IconCalendar, IconFileEuro, IconFileText, IconHome, IconListTree, IconSettings, IconTargetArrow, IconTrendingUp } from '../../ui/icons';
import { useSession } from '../session';

/** One entry of the navigation. */
export interface NavItem {
  to: string;
  label: string;
  /** Under the thumb, where room is short. */
  short?: string;
  icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: 'true' }>;
  right: Right;
}

/** In the order of the work. An entry appears when its page exists and the role opens it. */
const items: readonly NavItem[] = [
  { to: '/', label: shellText.nav.home, icon: IconHome, right: 'steering.read' },
  { to: '/missions', label: shellText.nav.missions, icon: IconTargetArrow, right: 'contract.read' },
  { to: '/projet', label: shellText.nav.project, short: shellText.nav.projectShort, icon: IconListTree, right: 'project.read' },
  { to: '/indicateurs', label: shellText.nav.indicators, icon: IconTrendingUp, right: 'indicators.read' },
  { to: '/contrat', label: shellText.nav.contract, short: shellText.nav.contractShort, icon: IconFileEuro, right: 'contract.read' },
  { to: '/calendrier', label: shellText.nav.calendar, icon: IconCalendar, right: 'contract.read' },
  { to: '/rapports', label: shellText.nav.reports, icon: IconFileText, right: 'reports.read' },
  { to: '/reglages', label: shellText.nav.settings, icon: IconSettings, right: 'community.read' },
];

const published: NavItem = { to: '/rapports-recus', label: shellText.nav.receivedReports, short: shellText.nav.reports, icon: IconFileText, right: 'publications.read' };

/** What this person finds in the navigation; who reads only publications finds only them. */
export function useNavItems(): NavItem[] {
  const { rights } = useSession();
  const { routesByPath } = useRouter();
  const pages: Record<string, unknown> = routesByPath;
  const open = [...items, ...(rights.has('reports.read') ? [] : [published])].filter(({ right, to }) => rights.has(right) && to in pages);
  return open;
}
