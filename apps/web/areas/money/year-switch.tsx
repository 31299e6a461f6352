import { moneyText } from '../../messages/money';
import { LinkTabs } from '../../ui';
import type { YearChoice } from './api';

/** The years of the contract, each with its own address. */
export function YearSwitch({ years, current, to }: { years: readonly YearChoice[]; current: number; to: string }) {
  if (years.length < 2) return null;
  const tabs = years.map(({ number }) => ({ label: moneyText.year(number), href: `${to}?annee=${number}`, current: number === current }));
  return <LinkTabs label={moneyText.yearsLabel} tabs={tabs} />;
}
