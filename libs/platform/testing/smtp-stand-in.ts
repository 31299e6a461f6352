import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** How the server behaves with the next messages. */
export type SmtpBehaviour =
  | 'accept'
  /** Answers 451 to the recipient. */
  | 'refuse-for-now'
  /** Answers 550 to the recipient. */
  | 'refuse-for-good'
  /** Answers 554 once it has the whole message. */
  | 'refuse-content'
  /** Takes the whole message, keeps it, and cuts the connection before answering. */
  | 'cut-after-data'
  /** Cuts the connection when the recipient is named. */
  | 'cut-before-data';

/** A message the server has, answered or not. */
export interface ReceivedMail {
  from: string;
  to: string[];
  /** The message as it travelled. */
  raw: string;
  /** False when the connection was cut before the sender could know. */
  answered: boolean;
}

/** A real SMTP server on loopback that stands for the outside world. */
export class SmtpStandIn {
  readonly received: ReceivedMail[] = [];
  behaviour: SmtpBehaviour = 'accept';
  private readonly server: SMTPServer;

  private constructor() {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      hideSTARTTLS: true,
      closeTimeout: 200,
      onRcptTo: (_address, session, done) => {
        if (this.behaviour === 'refuse-for-now') return done(refusal(451, '4.7.1 Try again later'));
        if (this.behaviour === 'refuse-for-good') return done(refusal(550, '5.1.1 No such user here'));
        if (this.behaviour === 'cut-before-data') return this.cut(session.id);
        done();
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          if (this.behaviour === 'refuse-content') return done(refusal(554, '5.7.1 Message refused'));
          const { mailFrom, rcptTo } = session.envelope;
          const answered = this.behaviour !== 'cut-after-data';
          this.received.push({
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
            raw: Buffer.concat(chunks).toString('utf8'),
            answered,
          });
          if (answered) done(null, `2.0.0 Ok: queued as ${this.received.length}`);
          else this.cut(session.id);
        });
      },
    });
    this.server.on('error', () => undefined);
  }

  /** A server that listens on a free port. */
  static async start(): Promise<SmtpStandIn> {
    const stand = new SmtpStandIn();
    await new Promise<void>((resolve) => stand.server.listen(0, '127.0.0.1', resolve));
    return stand;
  }

  /** Its address, for SMTP_URL. */
  get url(): string {
    const { port } = this.server.server.address() as AddressInfo;
    return `smtp://127.0.0.1:${port}?ignoreTLS=true`;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(resolve));
  }

  private cut(sessionId: string): void {
    for (const connection of this.server.connections) {
      const { id, _socket: socket } = connection as unknown as { id: string; _socket: { destroy(): void } };
      if (id === sessionId) socket.destroy();
    }
  }
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
