import { shellText } from '../messages/shell';
import { LinkTabs } from '../ui';
import { useSession } from './session';

const tabs = [
  { key: 'terms', to: '/contrat', label: shellText.contractTabs.terms, right: 'contract.read' },
  { key: 'euros', to: '/contrat/euros', label: shellText.contractTabs.euros, right: 'money.read' },
  { key: 'payments', to: '/contrat/versements', label: shellText.contractTabs.payments, right: 'money.read' },
  { key: 'simulation', to: '/contrat/simulation', label: shellText.contractTabs.simulation, right: 'money.read' },
  { key: 'review', to: '/contrat/dialogue', label: shellText.contractTabs.review, right: 'review.read' },
] as const;

/** The pages of the contract, from what was signed to where it is discussed; `year` is kept from one to the other. */
export function ContractTabs({ current, year }: { current: (typeof tabs)[number]['key']; year?: number }) {
  const { rights } = useSession();
  const open = tabs.filter(({ right }) => rights.has(right));
  const query = year === undefined ? '' : `?annee=${year}`;
  return <LinkTabs label={shellText.contractTabs.label} tabs={open.map(({ key, to, label }) => ({ label, href: `${to}${query}`, current: key === current }))} />;
}
