/**
 * temporary: nothing left, trying again later may work. permanent: refused, trying again as it is will not work.
 * uncertain: the connection was lost after the whole message was given; the server may have taken it.
 */
export type MailOutcome = 'temporary' | 'permanent' | 'uncertain';

/** A message that did not surely leave. The message of the error is a French sentence for the ledger. */
export class MailError extends Error {
  override readonly name = 'MailError';

  constructor(
    message: string,
    readonly outcome: MailOutcome,
    /** The server's own answer, when it gave one. */
    readonly response: string | null,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
