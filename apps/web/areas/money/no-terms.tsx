import { useCan } from '../../app/session';
import { moneyText } from '../../messages/money';
import { EmptyState } from '../../ui';

/** Nothing signed is recorded: there are no euros to show; says where to begin. */
export function NoTerms({ year }: { year: number | null }) {
  const can = useCan();
  const may = can('contract.write');
  return (
    <EmptyState
      level={2}
      title={year === null ? moneyText.noContract : moneyText.noTerms(year)}
      action={may ? { label: moneyText.fill, href: year === null ? '/contrat' : `/contrat?annee=${year}` } : undefined}
    >
      {may ? moneyText.noTermsWhat : moneyText.noTermsRead}
    </EmptyState>
  );
}
