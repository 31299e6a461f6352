import { type ComponentType, lazy } from 'react';

/** What a panel of the fiche action is told. */
export interface ActionPanelProps {
  actionId: string;
}

/**
 * What later areas show on the fiche action, between its steps and its means: the project area knows none of them.
 * One line per panel: `lazy(() => import('../areas/indicators/action-panel').then(({ ActionPanel }) => ({ default: ActionPanel })))`.
 */
export const actionPanels: readonly ComponentType<ActionPanelProps>[] = [
  lazy(() => import('../areas/steering/action-panel').then(({ ActionPanel }) => ({ default: ActionPanel }))),
];
