import type { Link } from './api';

/** The page a line of a dashboard opens. */
export function hrefOf({ to, id, periodKey }: Link): string {
  switch (to) {
    case 'mission':
      return `/missions/${id}`;
    case 'action':
      return `/projet/actions/${id}`;
    case 'indicator':
      return periodKey ? `/indicateurs/saisie?${new URLSearchParams({ periode: periodKey, ...(id ? { indicateur: id } : {}) })}` : `/indicateurs/${id}`;
    case 'report':
      return `/rapports/${id}`;
    case 'contract':
      return '/reglages/contrat';
    case 'project':
      return '/projet';
    case 'indicators':
      return '/indicateurs';
    case 'territory':
      return '/reglages/territoire';
    case 'review':
      return `/contrat/dialogue?annee=${id}`;
    case 'contributions':
      return '/indicateurs/liens/a-accepter';
    case 'recipients':
      return '/reglages/destinataires';
  }
}
