import { type ComponentType, lazy } from 'react';

/** What a panel of the page of a value is told. */
export interface ValuePanelProps {
  indicatorId: string;
  /** '2026-Q3' */
  periodKey: string;
}

/**
 * What later areas show on the page of a value, under its proofs: the indicators area knows none of them.
 * One line per panel: `lazy(() => import('../areas/reports/value-panel').then(({ ValuePanel }) => ({ default: ValuePanel })))`.
 */
export const valuePanels: readonly ComponentType<ValuePanelProps>[] = [
  lazy(() => import('../areas/reports/value-panel').then(({ ValuePanel }) => ({ default: ValuePanel }))),
];
