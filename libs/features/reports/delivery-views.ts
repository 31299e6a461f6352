import { deliverySentence, deliveryStatusLabels, recipientKindLabels, type AttemptOutcome, type DeliveryStatus, type RecipientKind } from '@maillage/domain/reports';
import type { StoredAttempt, StoredDelivery, StoredRecipient } from './delivery.store';

/** One try in the ledger. */
export interface AttemptView {
  id: string;
  startedAt: Date;
  at: Date;
  outcome: AttemptOutcome;
  outcomeLabel: string;
  email: string;
  messageId: string;
  /** The server's answer, word for word. */
  answer: string | null;
  explanation: string | null;
  /** Who asked for the sending, or said that it arrived. */
  by: string | null;
}

/** A report on its way to a recipient, with every try. */
export interface DeliveryView {
  id: string;
  kind: RecipientKind;
  kindLabel: string;
  name: string;
  email: string;
  status: DeliveryStatus;
  statusLabel: string;
  sentence: string;
  messageId: string;
  /** When it will be tried again by itself. */
  retryAt: Date | null;
  deliveredAt: Date | null;
  attempts: AttemptView[];
}

/** Whom a sending would go to. */
export interface SendTarget {
  /** Null: never sent to yet. */
  deliveryId: string | null;
  name: string;
  email: string;
  kindLabel: string;
  /** `uncertain`: left out unless a double is accepted. */
  state: 'first' | 'again' | 'uncertain';
}

const outcomeLabels: Readonly<Record<AttemptOutcome, string>> = {
  delivered: 'remis',
  temporary: 'refus passager',
  permanent: 'refusé',
  uncertain: 'peut-être envoyé',
};

/** The deliveries of a report with their tries. */
export function deliveryViews(deliveries: readonly StoredDelivery[], attempts: readonly StoredAttempt[]): DeliveryView[] {
  return deliveries.map(({ id, kind, name, email, status, messageId, retryAt, deliveredAt, round }) => {
    const mine = attempts.filter(({ deliveryId }) => deliveryId === id);
    const tries = mine.filter((attempt) => attempt.round === round).length;
    return {
      id, kind, name, email, status, messageId, retryAt, deliveredAt,
      kindLabel: recipientKindLabels[kind],
      statusLabel: deliveryStatusLabels[status],
      sentence: deliverySentence({ status, recipient: name, answer: mine.at(-1)?.answer ?? null, attempts: tries }),
      attempts: mine.map((attempt) => ({
        id: attempt.id, startedAt: attempt.startedAt, at: attempt.at, outcome: attempt.outcome, outcomeLabel: outcomeLabels[attempt.outcome],
        email: attempt.email, messageId: attempt.messageId, answer: attempt.answer, explanation: attempt.explanation, by: attempt.by,
      })),
    };
  });
}

/** Whom « Envoyer » would send to: the recipients of now that do not have the report. */
export function sendTargets(deliveries: readonly StoredDelivery[], recipients: readonly StoredRecipient[]): SendTarget[] {
  return recipients.flatMap(({ id, name, email, kind }): SendTarget[] => {
    const known = deliveries.find(({ recipientId }) => recipientId === id);
    if (known?.status === 'delivered') return [];
    const state = known === undefined ? 'first' : known.status === 'uncertain' ? 'uncertain' : 'again';
    return [{ deliveryId: known?.id ?? null, name, email, kindLabel: recipientKindLabels[kind], state }];
  });
}
