import { SmtpStandIn } from '@maillage/platform/testing';
import { joinCommunity, makeMember, makeRecipient, makeReport, makeReportable, makeTwoCommunities, makeWorld, refusal, type MadeCommunity, type MadePerson, type World } from '../testing';
import { PublicationQueries, ReportQueries } from '.';

describe('readers', () => {
  let smtp: SmtpStandIn;
  let world: World;
  let here: MadeCommunity;
  let elsewhere: MadeCommunity;
  let reader: MadePerson;

  beforeAll(async () => {
    smtp = await SmtpStandIn.start();
    world = await makeWorld({ environment: { SMTP_URL: smtp.url } });
  });
  beforeEach(async () => {
    smtp.behaviour = 'accept';
    [here, elsewhere] = await makeTwoCommunities(world);
    for (const community of [here, elsewhere]) await makeReportable(world, community);
    reader = await makeMember(world, here.id, 'reader');
  });
  afterAll(async () => {
    await world.close();
    await smtp.stop();
  });

  const received = (person: MadePerson = reader) => world.get(PublicationQueries).list(person);
  const open = (id: string, person: MadePerson = reader) => world.get(PublicationQueries).page(person, id);

  it('see what was sent to their institution, over several communities, and nothing before it was', async () => {
    await makeRecipient(world, here);
    await makeReport(world, here, 'approved');
    expect(await received()).toEqual([]);
    await makeRecipient(world, elsewhere);
    const id = await makeReport(world, elsewhere, 'sent');
    // Sent by a community the person does not read: not theirs.
    expect(await received()).toEqual([]);
    await joinCommunity(world, reader, elsewhere.id, 'reader');
    const [line] = await received();
    expect(line).toMatchObject({ communityId: elsewhere.id, communityTitle: `CPTS ${elsewhere.name}`, number: '2026-T3-001', organisation: 'ARS Centre-Val de Loire', replacedBy: null });
    const report = await open(line!.id);
    const theirs = await world.get(ReportQueries).page(elsewhere.coordinator, id);
    expect(report.content).toEqual(theirs.content);
    expect(report.sealHash).toBe(theirs.seal!.hash);
    const document = await world.get(PublicationQueries).document(reader, line!.id, 'pdf');
    expect(document.bytes.equals((await world.get(ReportQueries).document(elsewhere.coordinator, id, 'pdf')).bytes)).toBe(true);
    expect(await refusal(world.get(PublicationQueries).document(reader, line!.id, 'exe'))).toBe('not-found');
  });

  it('of another institution see nothing of it', async () => {
    await makeRecipient(world, here, { kind: 'cpam', name: 'CPAM du Loiret', email: 'cpam@exemple.fr' });
    await makeReport(world, here, 'sent');
    expect(await received()).toEqual([]);
    const [line] = await received(here.coordinator);
    expect(line).toMatchObject({ organisation: 'CPAM du Loiret' });
    expect(await refusal(open(line!.id))).toBe('not-found');
    expect(await refusal(world.get(PublicationQueries).document(reader, line!.id, 'pdf'))).toBe('not-found');
  });

  it('do not see a report that did not arrive', async () => {
    smtp.behaviour = 'cut-after-data';
    await makeRecipient(world, here);
    await makeReport(world, here, 'sent');
    expect(await received()).toEqual([]);
  });

  it('reach nothing but these copies', async () => {
    await makeRecipient(world, here);
    const id = await makeReport(world, here, 'sent');
    const queries = world.get(ReportQueries);
    for (const attempt of [queries.list(reader), queries.page(reader, id), queries.document(reader, id, 'pdf'), queries.recipients(reader)]) {
      expect(await refusal(attempt)).toBe('forbidden');
    }
    const asReader = (sql: string) => world.db.reader.run([{ communityId: here.id }], (tx) => tx.query(sql));
    for (const table of ['report', 'measure', 'recipient', 'delivery_attempt', 'file', 'membership']) await expect(asReader(`select from ${table}`)).rejects.toThrow('permission denied');
    await expect(asReader('delete from publication')).rejects.toThrow('read-only');
    expect(await asReader('select 1 from publication')).toHaveLength(1);
    const nothing: unknown[] = await world.db.reader.run([{ communityId: elsewhere.id }], (tx) => tx.query('select 1 from publication'));
    expect(nothing).toEqual([]);
  });

  it('lose sight of it with their access', async () => {
    await makeRecipient(world, here);
    await makeReport(world, here, 'sent');
    expect(await received()).toHaveLength(1);
    await world.db.peek('update membership set ended_at = now() where person_id = $1', [reader.personId]);
    expect(await received()).toEqual([]);
  });

  it('members see nothing: nothing is published to them yet', async () => {
    await makeRecipient(world, here);
    await makeReport(world, here, 'sent');
    expect(await received(await makeMember(world, here.id, 'member'))).toEqual([]);
  });
});
