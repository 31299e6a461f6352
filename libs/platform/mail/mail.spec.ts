import { SmtpStandIn, testConfig } from '../testing';
import { Mail } from './mail';
import type { MailError } from './mail-error';

const message = { to: 'ars@exemple.fr', subject: 'Rapport trimestriel', text: 'Bonjour,\nci-joint le rapport.', messageId: '<r1@maillage.test>' };
const database = { DATABASE_APP_URL: 'postgres://app:x@127.0.0.1:1/none' };

describe('sending e-mail', () => {
  let smtp: SmtpStandIn;
  let mail: Mail;
  beforeEach(async () => {
    smtp = await SmtpStandIn.start();
    mail = new Mail(testConfig({ ...database, SMTP_URL: smtp.url }));
  });
  afterEach(() => smtp.stop());

  const failure = async (): Promise<MailError> => mail.send(message).then(
      () => {
        throw new Error('sent');
      },
      (error: MailError) => error,
    );

  it('gives the message with its files, and brings back what the server said', async () => {
    const attachments = [{ filename: 'rapport.json', content: Buffer.from('{"a":1}'), contentType: 'application/json' }];
    const receipt = await mail.send({ ...message, attachments });
    expect(receipt).toEqual({ messageId: '<r1@maillage.test>', response: '250 2.0.0 Ok: queued as 1' });
    const [received] = smtp.received;
    expect(received).toMatchObject({ from: 'ne-pas-repondre@maillage.test', to: ['ars@exemple.fr'], answered: true });
    expect(received?.raw).toContain('Message-ID: <r1@maillage.test>');
    expect(received?.raw).toContain('filename=rapport.json');
  });

  it.each([
    ['refuse-for-now', 'temporary', '451'],
    ['refuse-for-good', 'permanent', '550'],
    ['refuse-content', 'permanent', '554'],
  ] as const)('%s is %s, with the answer of the server', async (behaviour, outcome, code) => {
    smtp.behaviour = behaviour;
    const error = await failure();
    expect(error).toMatchObject({ name: 'MailError', outcome });
    expect(error.response).toContain(code);
    expect(smtp.received).toEqual([]);
  });

  it('does not know when the connection is cut after the message was given', async () => {
    smtp.behaviour = 'cut-after-data';
    const error = await failure();
    expect(error).toMatchObject({ outcome: 'uncertain', response: null });
    expect(error.message).toContain('peut-être parti');
    expect(smtp.received).toHaveLength(1);
  });

  it('knows that nothing left when the connection is cut before', async () => {
    smtp.behaviour = 'cut-before-data';
    expect(await failure()).toMatchObject({ outcome: 'temporary', response: null });
    expect(smtp.received).toEqual([]);
  });

  it('is temporary when nobody answers, permanent when no server is configured', async () => {
    await smtp.stop();
    expect(await failure()).toMatchObject({ outcome: 'temporary' });
    mail = new Mail(testConfig(database));
    expect(await failure()).toMatchObject({ outcome: 'permanent' });
    smtp = await SmtpStandIn.start();
  });
});
