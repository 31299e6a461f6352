import { PassThrough, type Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { Config } from '../config';
import { MailError } from './mail-error';

/** A file that goes with a message. */
export interface MailAttachment {
  filename: string;
  content: Buffer | Readable;
  contentType: string;
}

/** One message to one address. */
export interface MailMessage {
  to: string;
  subject: string;
  text: string;
  html?: string;
  attachments?: MailAttachment[];
  /** Given by the sender so that a second try is recognised as the same message; between angle brackets. */
  messageId?: string;
  replyTo?: string;
}

/** What the server said when it took the message. */
export interface MailReceipt {
  messageId: string;
  response: string;
}

/** How long each step may last, in milliseconds. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 60_000, dnsTimeout: 10_000 };

/** Sends e-mails over SMTP. Returns once the server has taken the message; otherwise throws `MailError`. */
@Injectable()
export class Mail {
  constructor(private readonly config: Config) {}

  async send(message: MailMessage): Promise<MailReceipt> {
    const url = this.config.SMTP_URL;
    if (!url) {
      throw new MailError('Aucun serveur d’envoi n’est configuré (SMTP_URL).', 'permanent', null);
    }
    const transport = createTransport({ url, ...timeouts, disableFileAccess: true, disableUrlAccess: true });
    let given = false;
    transport.use('stream', (mail, done) => {
      mail.message.processFunc((input: Readable) => {
        const watched = new PassThrough();
        watched.once('end', () => (given = true));
        input.on('error', (error) => watched.destroy(error));
        return input.pipe(watched);
      });
      done();
    });
    try {
      const { messageId, response } = await transport.sendMail({ from: this.config.MAIL_FROM, ...message });
      return { messageId, response };
    } catch (error) {
      throw mailError(error, given);
    } finally {
      transport.close();
    }
  }

  /** Throws `MailError` unless the server answers and takes our account; nothing is sent. */
  async check(): Promise<void> {
    const url = this.config.SMTP_URL;
    if (!url) throw new MailError('Aucun serveur d’envoi n’est configuré (SMTP_URL).', 'permanent', null);
    const transport = createTransport({ url, ...timeouts });
    try {
      await transport.verify();
    } catch (error) {
      throw mailError(error, false);
    } finally {
      transport.close();
    }
  }
}

interface SmtpFault {
  code?: string;
  responseCode?: number;
  response?: string;
  message?: string;
}

/** What a failed sending means: an answer is believed; silence after the whole message was given is a doubt. */
function mailError(caught: unknown, given: boolean): MailError {
  const fault = (typeof caught === 'object' && caught !== null ? caught : {}) as SmtpFault;
  const cause = { cause: caught };
  const answer = fault.response || null;
  const code = fault.responseCode ?? 0;
  if (code >= 500 && fault.code === 'EAUTH') {
    return new MailError(`Le serveur d’envoi refuse l’identifiant ou le mot de passe\u00a0: ${answer}`, 'permanent', answer, cause);
  }
  if (code >= 500) return new MailError(`Le serveur refuse le message\u00a0: ${answer}`, 'permanent', answer, cause);
  if (code >= 400) return new MailError(`Le serveur ne prend pas le message pour l’instant\u00a0: ${answer}`, 'temporary', answer, cause);
  if (given) {
    return new MailError(
      'La connexion s’est coupée après l’envoi du message, avant la réponse du serveur\u00a0: il est peut-être parti.',
      'uncertain',
      answer,
      cause,
    );
  }
  const why = fault.message ?? String(caught);
  if (fault.code && ['EENVELOPE', 'EMESSAGE', 'EAUTH', 'ESTREAM'].includes(fault.code)) {
    return new MailError(`Le message ne peut pas être envoyé tel quel\u00a0: ${why}`, 'permanent', answer, cause);
  }
  return new MailError(`Le serveur d’envoi ne répond pas (${why}).`, 'temporary', answer, cause);
}
