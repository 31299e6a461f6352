import type { ActionSheet } from './api';

/** What is sent together when the means or the notes of an action change. */
export type Tracking = Pick<ActionSheet, 'leadPersonId' | 'leadName' | 'partners' | 'budgetCents' | 'startsOn' | 'endsOn' | 'text'>;

/** The tracking of an action as it is kept. */
export const trackingOf = ({ leadPersonId, leadName, partners, budgetCents, startsOn, endsOn, text }: Tracking): Tracking => ({
  leadPersonId,
  leadName,
  partners,
  budgetCents,
  startsOn,
  endsOn,
  text,
});
