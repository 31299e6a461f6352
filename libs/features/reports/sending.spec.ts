import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ChangeMeasureStatus, IndicatorQueries, RecordMeasure } from '@maillage/features/indicators';
import { JournalQueries } from '@maillage/features/community';
import { SmtpStandIn, type SmtpBehaviour } from '@maillage/platform/testing';
import { mailParts, mailText, makeMember, makeRecipient, makeReport, makeReportable, makeTwoCommunities, makeWorld, refusal, reportHandlers, runReportJobs, seenReport, type MadeCommunity, type World } from '../testing';
import { DecideReport, DeliverReport, ManageRecipients, PrepareReport, ReportQueries, SendReport, VerifyReports, type DeliveryView, type ReportView } from '.';

describe('sending a report', () => {
  let smtp: SmtpStandIn;
  let world: World;
  let here: MadeCommunity;
  let elsewhere: MadeCommunity;

  beforeAll(async () => {
    smtp = await SmtpStandIn.start();
    world = await makeWorld({ environment: { SMTP_URL: smtp.url } });
  });
  beforeEach(async () => {
    smtp.received.length = 0;
    smtp.behaviour = 'accept';
    [here, elsewhere] = await makeTwoCommunities(world);
    await makeReportable(world, here);
  });
  afterAll(async () => {
    await world.close();
    await smtp.stop();
  });

  const page = (id: string, community = here): Promise<ReportView> => world.get(ReportQueries).page(community.coordinator, id);
  const seen = (id: string, community = here) => seenReport(world, community, id);
  const send = async (id: string, acceptDouble: string[] = []) => world.get(SendReport).execute(here.coordinator, await seen(id), acceptDouble);
  const run = () => runReportJobs(world, here);
  const delivery = async (id: string, name?: string): Promise<DeliveryView> => (await page(id)).deliveries.find((one) => name === undefined || one.name === name)!;
  const received = () => smtp.received.map(({ to }) => to[0]);
  /** Approved, asked for, and tried once with a server that behaves so; retries wait. */
  const tried = async (behaviour: SmtpBehaviour): Promise<string> => {
    smtp.behaviour = behaviour;
    world.clock.set(new Date());
    await makeRecipient(world, here);
    const id = await makeReport(world, here, 'approved');
    await send(id);
    await run();
    return id;
  };
  const retryNow = async () => {
    await world.db.peek(`update outbox set run_at = now() where state = 'waiting' and community_id = $1`, [here.id]);
    return run();
  };

  it('gives each recipient one message with its three files, and writes what the server answered', async () => {
    await makeRecipient(world, here);
    await makeRecipient(world, here, { kind: 'cpam', name: 'CPAM du Loiret', email: 'cpam@exemple.fr' });
    const id = await makeReport(world, here, 'sent');
    const report = await page(id);
    expect(report).toMatchObject({ status: 'sent', delivered: 2, recipients: 2, sentByName: here.coordinator.name, offers: ['correct'], sendTo: [] });
    expect(received()).toEqual(['ars@exemple.fr', 'cpam@exemple.fr']);
    for (const [index, one] of report.deliveries.entries()) {
      expect(one).toMatchObject({ status: 'delivered', attempts: [{ outcome: 'delivered', answer: `250 2.0.0 Ok: queued as ${index + 1}`, by: here.coordinator.name }] });
      const { raw } = smtp.received[index]!;
      const files = mailParts(raw).filter(({ headers }) => headers['content-disposition']?.startsWith('attachment'));
      const wanted = await Promise.all((['pdf', 'xlsx', 'json'] as const).map((format) => world.get(ReportQueries).document(here.coordinator, id, format)));
      expect(files.map(({ bytes }) => bytes.equals(wanted[files.findIndex((file) => file.bytes === bytes)]!.bytes))).toEqual([true, true, true]);
      expect(mailParts(raw).length).toBe(4);
      expect(raw).toContain(`Message-ID: ${one.messageId}`);
      expect(raw).toContain(`Reply-To: ${here.coordinator.email}`);
      expect(mailText(raw)).toContain(`adresse à ${one.name} son rapport trimestriel d’indicateurs`);
      expect(mailText(raw)).toContain(report.seal!.hash);
    }
    const { lines } = await world.get(JournalQueries).page(here.coordinator);
    expect(lines.filter(({ act }) => act === 'report.published' || act === 'report.sent').map(({ who, changes }) => [who, changes[0]?.after])).toEqual([
      [null, 'CPAM du Loiret'],
      [null, 'ARS Centre-Val de Loire'],
      [here.coordinator.name, 'ARS Centre-Val de Loire et CPAM du Loiret'],
    ]);
  });

  it('asked for twice, or three times at once, sends once', async () => {
    await makeRecipient(world, here);
    const id = await makeReport(world, here, 'approved');
    const before = await seen(id);
    const asks = await Promise.all([1, 2, 3].map(() => refusal(world.get(SendReport).execute(here.coordinator, before))));
    expect(asks).toEqual(['accepted', 'accepted', 'accepted']);
    await Promise.all([run(), run()]);
    await run();
    expect(received()).toEqual(['ars@exemple.fr']);
    expect((await page(id)).status).toBe('sent');
    expect(await refusal(world.get(SendReport).execute(here.coordinator, await seen(id)))).toBe('report-transition');
  });

  it('needs an approval, somebody to send to, and the right', async () => {
    const id = await makeReport(world, here, 'awaiting-approval');
    expect(await refusal(send(id))).toBe('report-transition');
    const approved = await world.get(PrepareReport).again(here.coordinator, await seen(id)).then(run).then(() => id);
    const president = await makeMember(world, here.id, 'president');
    expect(await refusal(world.get(SendReport).execute(president, await seen(approved)))).toBe('forbidden');
    await world.get(DecideReport).approve(president, await seen(approved));
    expect(await refusal(send(approved))).toBe('report-no-recipient');
    expect((await page(approved)).status).toBe('approved');
  });

  it.each([
    ['missing', (file: string) => rm(file)],
    ['another one', (file: string) => writeFile(file, 'another report')],
  ])('fails closed when one document is %s: nothing leaves, to anyone', async (_, touch) => {
    await makeRecipient(world, here);
    await makeRecipient(world, here, { kind: 'cpam', name: 'CPAM du Loiret', email: 'cpam@exemple.fr' });
    const id = await makeReport(world, here, 'approved');
    const { hash } = (await page(id)).documents.find(({ format }) => format === 'xlsx')!;
    await touch(path.join(world.db.config.FILES_DIR, hash.slice(0, 2), hash.slice(2, 4), hash));
    expect(await refusal(world.get(ReportQueries).document(here.coordinator, id, 'xlsx'))).toBe('report-document-damaged');
    expect((await world.get(VerifyReports).execute(here.id)).faults).toHaveLength(1);
    await send(id);
    await run();
    expect(received()).toEqual([]);
    const report = await page(id);
    expect(report).toMatchObject({ status: 'failed', failure: expect.stringContaining('Rien n’a été envoyé. Tableur') });
    expect(report.deliveries.map(({ status }) => status)).toEqual(['refused', 'refused']);
    // Prepared again, approved again, sent.
    await world.get(PrepareReport).again(here.coordinator, await seen(id));
    await run();
    await world.get(DecideReport).approve(here.coordinator, await seen(id));
    await send(id);
    await run();
    expect([(await page(id)).status, received()]).toEqual(['sent', ['ars@exemple.fr', 'cpam@exemple.fr']]);
  });

  it('a refusal for now is tried again later, with the same Message-ID', async () => {
    const id = await tried('refuse-for-now');
    const waiting = await delivery(id);
    expect(waiting).toMatchObject({ status: 'retrying', attempts: [{ outcome: 'temporary', answer: expect.stringContaining('451 4.7.1 Try again later') }] });
    expect(waiting.retryAt!.getTime()).toBeGreaterThan(world.clock.now().getTime() + 59_000);
    expect(await page(id)).toMatchObject({ status: 'sending', offers: [] });
    smtp.behaviour = 'accept';
    await run();
    expect(received()).toEqual([]);
    await retryNow();
    const done = await delivery(id);
    expect(done).toMatchObject({ status: 'delivered', messageId: waiting.messageId });
    expect(done.attempts.map(({ outcome }) => outcome)).toEqual(['temporary', 'delivered']);
    expect([(await page(id)).status, received()]).toEqual(['sent', ['ars@exemple.fr']]);
  });

  it('gives up after the last delay, says so, and can be asked again', async () => {
    const id = await tried('refuse-for-now');
    for (let times = 0; times < 8; times += 1) await retryNow();
    const given = await delivery(id);
    expect(given.status).toBe('gave-up');
    expect(given.attempts).toHaveLength(7);
    expect((await page(id)).status).toBe('failed');
    smtp.behaviour = 'accept';
    await send(id);
    await run();
    expect([(await page(id)).status, received()]).toEqual(['sent', ['ars@exemple.fr']]);
  });

  it('a refusal for good is told, and the address corrected, sent again', async () => {
    const id = await tried('refuse-for-good');
    expect(await delivery(id)).toMatchObject({ status: 'refused', attempts: [{ outcome: 'permanent', answer: expect.stringContaining('550 5.1.1 No such user here') }] });
    expect(await page(id)).toMatchObject({ status: 'failed', offers: ['prepare-again', 'send', 'cancel'] });
    smtp.behaviour = 'accept';
    const [recipient] = (await world.get(ReportQueries).recipients(here.coordinator)).recipients;
    await world.get(ManageRecipients).change(here.coordinator, recipient!.id, { kind: 'ars', name: recipient!.name, email: 'bonne@exemple.fr', revision: 1 });
    await send(id);
    await run();
    expect((await delivery(id)).attempts.map(({ email, outcome }) => [email, outcome])).toEqual([
      ['ars@exemple.fr', 'permanent'],
      ['bonne@exemple.fr', 'delivered'],
    ]);
    expect([(await page(id)).status, received()]).toEqual(['sent', ['bonne@exemple.fr']]);
  });

  it('cut after the message was given, is perhaps sent, and never sent again by itself', async () => {
    const id = await tried('cut-after-data');
    expect(await delivery(id)).toMatchObject({ status: 'uncertain', statusLabel: 'peut-être envoyé', attempts: [{ outcome: 'uncertain', answer: null }] });
    expect(await page(id)).toMatchObject({ status: 'partly-sent', uncertain: 1, sendTo: [{ state: 'uncertain' }] });
    smtp.behaviour = 'accept';
    await retryNow();
    expect(received()).toHaveLength(1);
    expect(await refusal(send(id))).toBe('report-no-recipient');
    expect(received()).toHaveLength(1);
  });

  it('perhaps sent: a person says that it arrived', async () => {
    const id = await tried('cut-after-data');
    const { id: deliveryId } = await delivery(id);
    const confirm = (by: MadeCommunity['coordinator'], report = id) => world.get(SendReport).confirmReceived(by, report, deliveryId);
    expect(await refusal(confirm(elsewhere.coordinator))).toBe('not-found');
    await confirm(here.coordinator);
    expect((await delivery(id)).attempts.at(-1)).toMatchObject({ outcome: 'delivered', answer: null, explanation: 'Réception confirmée par le destinataire.', by: here.coordinator.name });
    expect((await page(id)).status).toBe('sent');
    expect(await refusal(confirm(here.coordinator))).toBe('delivery-not-confirmable');
  });

  it('perhaps sent: a person accepts a double', async () => {
    const id = await tried('cut-after-data');
    const { id: deliveryId } = await delivery(id);
    smtp.behaviour = 'accept';
    expect(await refusal(send(id, [world.db.ids.next()]))).toBe('not-found');
    await send(id, [deliveryId]);
    await run();
    expect([(await page(id)).status, received()]).toEqual(['sent', ['ars@exemple.fr', 'ars@exemple.fr']]);
    expect(new Set(smtp.received.map(({ raw }) => /^Message-ID: (.*)$/m.exec(raw)?.[1])).size).toBe(1);
  });

  it('sends to the others what one refuses, and only the missing one the second time', async () => {
    smtp.behaviour = 'refuse-for-good';
    await makeRecipient(world, here);
    const id = await makeReport(world, here, 'approved');
    await makeRecipient(world, here, { kind: 'cpam', name: 'CPAM du Loiret', email: 'cpam@exemple.fr' });
    await send(id);
    // The first is refused, then the server changes its mind.
    const deliver = world.get(DeliverReport);
    const [due] = await world.db.peek<{ id: string }>(`select id from outbox where subject = $1 and state = 'waiting'`, [id]);
    let told = 0;
    await deliver.execute({ communityId: here.id, reportId: id, runId: due!.id }, async () => void (smtp.behaviour = (told += 1) > 2 ? 'accept' : 'refuse-for-good'), new AbortController().signal);
    expect((await page(id)).deliveries.map(({ status }) => status)).toEqual(['refused', 'delivered']);
    expect(await page(id)).toMatchObject({ status: 'partly-sent', sendTo: [{ name: 'ARS Centre-Val de Loire', state: 'again' }] });
    await send(id);
    await run();
    expect([(await page(id)).status, received()]).toEqual(['sent', ['cpam@exemple.fr', 'ars@exemple.fr']]);
  });

  it('left in the middle by a dead worker, is perhaps sent for the one in hand, and goes on with the others', async () => {
    await makeRecipient(world, here);
    await makeRecipient(world, here, { kind: 'cpam', name: 'CPAM du Loiret', email: 'cpam@exemple.fr' });
    const id = await makeReport(world, here, 'approved');
    await send(id);
    const [first] = (await page(id)).deliveries;
    const [due] = await world.db.peek<{ id: string }>(`select id from outbox where subject = $1 and state = 'waiting'`, [id]);
    await world.db.peek('update delivery set claim_run = $2, claimed_at = now() where id = $1', [first!.id, due!.id]);
    await run();
    expect((await page(id)).deliveries.map(({ status }) => status)).toEqual(['uncertain', 'delivered']);
    expect((await delivery(id)).attempts[0]).toMatchObject({ outcome: 'uncertain', explanation: expect.stringContaining('peut-être parti') });
    expect([(await page(id)).status, received()]).toEqual(['partly-sent', ['cpam@exemple.fr']]);
  });

  it('whose run died for good is taken up by the next click', async () => {
    await makeRecipient(world, here);
    const id = await makeReport(world, here, 'approved');
    await send(id);
    await world.db.peek(`update outbox set state = 'failed', finished_at = now() where subject = $1`, [id]);
    await send(id);
    await run();
    expect([(await page(id)).status, received()]).toEqual(['sent', ['ars@exemple.fr']]);
  });

  it('nothing is sent to a recipient removed meanwhile', async () => {
    const id = await tried('refuse-for-now');
    const [recipient] = (await world.get(ReportQueries).recipients(here.coordinator)).recipients;
    await world.get(ManageRecipients).remove(here.coordinator, recipient!.id);
    smtp.behaviour = 'accept';
    await retryNow();
    expect(received()).toEqual([]);
    expect(await page(id)).toMatchObject({ status: 'failed', deliveries: [{ status: 'refused' }] });
  });

  it('of another community: not found, nothing sent', async () => {
    await makeRecipient(world, here);
    const id = await makeReport(world, here, 'approved');
    expect(await refusal(world.get(SendReport).execute(elsewhere.coordinator, await seen(id)))).toBe('not-found');
    await world.get(DeliverReport).execute({ communityId: here.id, reportId: id, runId: world.db.ids.next() }, async () => undefined, new AbortController().signal);
    expect([(await page(id)).status, received()]).toEqual(['approved', []]);
    expect(await refusal(world.get(ManageRecipients).remove(elsewhere.coordinator, (await world.get(ReportQueries).recipients(here.coordinator)).recipients[0]!.id))).toBe('not-found');
  });

  it('is corrected by a version 2 that says each difference, and both stay', async () => {
    await makeRecipient(world, here);
    const first = await makeReport(world, here, 'sent');
    const { lines } = (await page(first)).content!;
    const card = await world.get(IndicatorQueries).card(here.coordinator, lines[0]!.id);
    const { measure } = card.values.find(({ period }) => period.key === '2026-Q3')!;
    await world.get(ChangeMeasureStatus).reopen(here.coordinator, measure!, 'Erreur de saisie');
    const corrected = await world.get(RecordMeasure).execute(here.coordinator, { indicatorId: lines[0]!.id, periodKey: '2026-Q3', numerator: 140, denominator: 200, revision: measure!.revision + 1 });
    await world.get(ChangeMeasureStatus).validate(here.coordinator, [corrected]);

    const second = await world.get(PrepareReport).execute(here.coordinator, { periodKey: '2026-Q3', correction: true });
    await run();
    const report = await page(second);
    expect(report).toMatchObject({ number: '2026-T3-001', version: 2, status: 'awaiting-approval', versions: [{ id: first, version: 1 }, { id: second, version: 2 }] });
    expect(report.differences?.map(({ text }) => text.replace(/\s/g, ' '))).toEqual(['ACC-01 Demandes de soins non programmés honorées : valeur 63,0 % devient 70,0 %']);
    expect(report.seal).toMatchObject({ sequence: 2, previousHash: (await page(first)).seal!.hash });
    expect((await page(first)).offers).toEqual([]);
    await world.get(DecideReport).approve(here.coordinator, await seen(second));
    await send(second);
    await run();
    const text = mailText(smtp.received.at(-1)!.raw).replace(/[^\S\n]/g, ' ');
    expect(text).toContain('Cette version corrige la précédente et la remplace.');
    expect(text).toContain('valeur 63,0 % devient 70,0 %');
    expect((await page(first)).content?.lines[0]?.value).toMatch(/^63,0/);
    expect((await world.get(VerifyReports).execute(here.id)).faults).toEqual([]);
    const carrying = await world.get(ReportQueries).carrying(here.coordinator, lines[0]!.id, '2026-Q3');
    expect(carrying.map(({ version, valueText }) => [version, valueText.replace(/\s/g, ' ')])).toEqual([[2, '70,0 %'], [1, '63,0 %']]);
  });

  it('uses every handler', () => expect(reportHandlers(world)).toHaveLength(3));
});

describe('recipients', () => {
  let world: World;
  let here: MadeCommunity;
  let elsewhere: MadeCommunity;
  beforeAll(async () => {
    world = await makeWorld();
    [here, elsewhere] = await makeTwoCommunities(world);
  });
  afterAll(() => world.close());

  const manage = () => world.get(ManageRecipients);
  const all = async () => (await world.get(ReportQueries).recipients(here.coordinator)).recipients;

  it('are added, changed and removed by the coordination, each address once', async () => {
    const id = await makeRecipient(world, here, { name: ' ARS  Centre-Val de Loire ', email: ' Sante@ARS.exemple.FR ' });
    expect(await all()).toMatchObject([{ id, kind: 'ars', name: 'ARS Centre-Val de Loire', email: 'Sante@ars.exemple.fr', revision: 1 }]);
    expect(await refusal(makeRecipient(world, here, { email: 'sante@ars.exemple.fr' }))).toBe('recipient-taken');
    expect(await refusal(makeRecipient(world, here, { email: 'pas une adresse' }))).toBe('recipient-email-invalid');
    expect(await refusal(makeRecipient(world, here, { name: ' ', email: 'a@exemple.fr' }))).toBe('text-missing');
    await makeRecipient(world, elsewhere, { email: 'sante@ars.exemple.fr' });
    const change = (revision: number, email = 'b@exemple.fr', by = here.coordinator) => manage().change(by, id, { kind: 'ars', name: 'ARS', email, revision });
    expect(await refusal(change(1, 'b@exemple.fr', elsewhere.coordinator))).toBe('not-found');
    await change(1);
    expect(await refusal(change(1, 'c@exemple.fr'))).toBe('edited-meanwhile');
    await manage().remove(here.coordinator, id);
    expect(await all()).toEqual([]);
    await makeRecipient(world, here, { email: 'b@exemple.fr' });
    expect(await all()).toHaveLength(1);
  });

  it('are closed to the others', async () => {
    for (const role of ['president', 'board', 'lead', 'member', 'reader'] as const) {
      expect(await refusal(manage().add(await makeMember(world, here.id, role), { kind: 'other', name: 'X', email: 'x@exemple.fr' }))).toBe('forbidden');
    }
  });

  it('show which readers will see what is sent to them', async () => {
    const [here] = await makeTwoCommunities(world);
    const reader = await makeMember(world, here.id, 'reader');
    await makeRecipient(world, here, { name: 'ars centre val de loire', email: 'autre@exemple.fr' });
    const { recipients, organisations } = await world.get(ReportQueries).recipients(here.coordinator);
    expect(recipients.find(({ email }) => email === 'autre@exemple.fr')?.readers).toEqual([reader.name]);
    expect(organisations).toEqual(['ARS Centre-Val de Loire']);
  });
});
