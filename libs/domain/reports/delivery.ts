import { DomainError, french, type Uuid } from '@maillage/domain/kernel';

/** The kinds of recipient. */
export const recipientKinds = ['ars', 'cpam', 'other'] as const;
/** One of those kinds. */
export type RecipientKind = (typeof recipientKinds)[number];
/** The kinds of recipient in French. */
export const recipientKindLabels: Readonly<Record<RecipientKind, string>> = { ars: 'ARS', cpam: 'CPAM', other: 'autre' };

/** Whom reports are sent to. */
export interface Recipient {
  id: Uuid;
  kind: RecipientKind;
  name: string;
  email: string;
}

/** How an attempt ended. `uncertain`: the message was handed over and the answer never came. */
export const attemptOutcomes = ['delivered', 'temporary', 'permanent', 'uncertain'] as const;
/** One of those outcomes. */
export type AttemptOutcome = (typeof attemptOutcomes)[number];

/** How a delivery to one recipient can stand. */
export const deliveryStatuses = ['pending', 'retrying', 'delivered', 'refused', 'uncertain', 'gave-up'] as const;
/** One of those states. */
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** The states of a delivery in French. */
export const deliveryStatusLabels: Readonly<Record<DeliveryStatus, string>> = {
  'pending': 'à envoyer',
  'retrying': 'nouvel essai prévu',
  'delivered': 'remis',
  'refused': 'refusé',
  'uncertain': 'peut-être envoyé',
  'gave-up': 'abandonné après plusieurs essais',
};

const minute = 60_000;
/** Waiting times after each temporary failure; when they are used up, the sending stops and says so. */
export const retryDelays: readonly number[] = [minute, 5 * minute, 15 * minute, 60 * minute, 240 * minute, 720 * minute];

/** What to do after an attempt. */
export type NextStep =
  | { do: 'nothing'; status: 'delivered' }
  | { do: 'retry'; status: 'retrying'; afterMs: number }
  | { do: 'stop'; status: 'refused' | 'uncertain' | 'gave-up' };

/**
 * The policy: a temporary failure is tried again with growing delays, a permanent one stops and is told,
 * an uncertain one stops and shows « peut-être envoyé »: nothing is ever sent twice by the machine alone.
 */
export function afterAttempt(outcomes: readonly AttemptOutcome[]): NextStep {
  const last = outcomes[outcomes.length - 1];
  if (last === 'delivered') return { do: 'nothing', status: 'delivered' };
  if (last === 'permanent') return { do: 'stop', status: 'refused' };
  if (last === 'uncertain') return { do: 'stop', status: 'uncertain' };
  const failures = outcomes.filter((outcome) => outcome === 'temporary').length;
  const afterMs = failures === 0 ? 0 : retryDelays[failures - 1];
  return afterMs === undefined ? { do: 'stop', status: 'gave-up' } : { do: 'retry', status: 'retrying', afterMs };
}

/** Where an SMTP exchange stopped. `content` is from the first byte of the message to the server's final answer. */
export type SmtpStage = 'connection' | 'envelope' | 'content';

/** What an SMTP failure is worth: the server's code when it answered, else where the line was cut. */
export function smtpOutcome(failure: { code?: number | null; stage: SmtpStage }): Exclude<AttemptOutcome, 'delivered'> {
  const { code, stage } = failure;
  if (typeof code === 'number' && code >= 400 && code < 500) return 'temporary';
  if (typeof code === 'number' && code >= 500) return 'permanent';
  return stage === 'content' ? 'uncertain' : 'temporary';
}

/** What the report becomes once its deliveries are looked at together; undefined while one is still going on. */
export function sendingResult(deliveries: readonly DeliveryStatus[]): 'all-delivered' | 'some-delivered' | 'none-delivered' | undefined {
  if (deliveries.some((status) => status === 'pending' || status === 'retrying')) return undefined;
  // « peut-être envoyé » is neither delivered nor lost: the report says « en partie » until someone has looked.
  const delivered = deliveries.filter((status) => status === 'delivered').length;
  if (delivered === deliveries.length && delivered > 0) return 'all-delivered';
  return delivered > 0 || deliveries.includes('uncertain') ? 'some-delivered' : 'none-delivered';
}

/** A person asks to send again: refused when delivered; when uncertain, only after saying it may arrive twice. */
export function checkResend(status: DeliveryStatus, acceptsDouble: boolean): void {
  if (status === 'delivered') throw new DomainError('delivery-not-retryable', { reason: 'il a déjà été remis' });
  if (status === 'pending' || status === 'retrying') throw new DomainError('delivery-not-retryable', { reason: 'un essai est déjà prévu' });
  if (status === 'uncertain' && !acceptsDouble) {
    throw new DomainError('delivery-not-retryable', {
      reason: 'il est peut-être arrivé ; vérifiez auprès du destinataire, puis confirmez que vous acceptez un double',
    });
  }
}

/** What the screen says of a delivery. */
export function deliverySentence(delivery: { status: DeliveryStatus; recipient: string; answer?: string | null; attempts: number }): string {
  const { recipient, attempts } = delivery;
  const answer = delivery.answer ? ` Réponse du serveur : « ${delivery.answer} ».` : '';
  const sentences: Record<DeliveryStatus, string> = {
    'pending': `Envoi à ${recipient} en attente.`,
    'retrying': `${recipient} : l'envoi n'a pas abouti (essai ${attempts}). Un nouvel essai se fera tout seul.${answer}`,
    'delivered': `${recipient} : message remis à son serveur.${answer}`,
    'refused': `${recipient} : le serveur a refusé le message. Rien n'a été remis ; vérifiez l'adresse, puis renvoyez.${answer}`,
    'uncertain': `${recipient} : peut-être envoyé. L'envoi s'est interrompu avant la réponse du serveur ; vérifiez auprès du destinataire avant de renvoyer.`,
    'gave-up': `${recipient} : ${attempts} essais sans succès. Rien n'a été remis ; vérifiez l'adresse ou le serveur d'envoi, puis renvoyez.${answer}`,
  };
  return french(sentences[delivery.status]);
}

const emailPattern = /^[^\s@<>(),;:"[\]\\]{1,64}@(?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\.)+[\p{L}\d-]{2,63}$/u;

/** An address reports can be sent to, trimmed; its domain in lower case. */
export function checkRecipientEmail(email: string): string {
  const trimmed = email.trim();
  if (trimmed.length > 254 || !emailPattern.test(trimmed)) throw new DomainError('recipient-email-invalid', { email: trimmed });
  const at = trimmed.lastIndexOf('@');
  return `${trimmed.slice(0, at)}@${trimmed.slice(at + 1).toLowerCase()}`;
}
