import { RecordContract } from '@maillage/features/contract';
import { ChangeMeasureStatus, IndicatorQueries, RecordMeasure } from '@maillage/features/indicators';
import { JournalQueries } from '@maillage/features/community';
import { SteeringQueries } from '@maillage/features/steering';
import { makeCommunity, makeMember, makeRecipient, makeReport, makeReportable, makeTwoCommunities, makeWorld, refusal, reportHandlers, runReportJobs, seenReport, type MadeCommunity, type World } from '../testing';
import { BuildReport, ChangeReportSchedule, DecideReport, PrepareDueReport, PrepareReport, ReportQueries, ReportSchedules, VerifyReports } from '.';

const noProgress = async (): Promise<void> => undefined;

describe('preparing a report', () => {
  let world: World;
  let here: MadeCommunity;
  let elsewhere: MadeCommunity;

  beforeAll(async () => {
    world = await makeWorld();
  });
  beforeEach(async () => {
    world.clock.set('2026-11-21T09:00:00Z');
    [here, elsewhere] = await makeTwoCommunities(world);
  });
  afterAll(() => world.close());

  const prepare = (community = here, periodKey = '2026-Q3', correction = false) => world.get(PrepareReport).execute(community.coordinator, { periodKey, correction });
  const page = (id: string, community = here) => world.get(ReportQueries).page(community.coordinator, id);
  const list = (community = here) => world.get(ReportQueries).list(community.coordinator);
  const seen = (id: string, community = here) => seenReport(world, community, id);

  it('freezes the values, makes three documents, seals them and waits for approval', async () => {
    const { indicatorId } = await makeReportable(world, here);
    const id = await prepare();
    expect((await page(id)).status).toBe('preparing');
    const [run] = await runReportJobs(world, here);
    expect(run).toMatchObject({ state: 'done', progress: 100, subject: id });
    const report = await page(id);
    expect(report).toMatchObject({ number: '2026-T3-001', version: 1, status: 'awaiting-approval', preparedByName: here.coordinator.name, failure: null });
    expect(report.documents.map(({ format }) => format)).toEqual(['pdf', 'xlsx', 'json']);
    expect(report.content?.lines).toMatchObject([{ id: indicatorId, code: 'ACC-01', value: expect.stringMatching(/^63,0\s%$/), parts: '126 sur 200', status: 'validated' }]);
    expect(report.seal).toMatchObject({ sequence: 1, previousHash: null });
    expect(report.offers).toEqual(['approve', 'prepare-again', 'cancel']);
    const { bytes, mediaType } = await world.get(ReportQueries).document(here.coordinator, id, 'pdf');
    expect([bytes.subarray(0, 5).toString(), mediaType]).toEqual(['%PDF-', 'application/pdf']);
  });

  it('keeps what was frozen when values change afterwards', async () => {
    const { indicatorId, measureId } = await makeReportable(world, here);
    const id = await makeReport(world, here);
    const { measure } = (await world.get(IndicatorQueries).card(here.coordinator, indicatorId)).values[0]!;
    await world.get(ChangeMeasureStatus).reopen(here.coordinator, { id: measureId, revision: measure!.revision }, 'Oubli');
    await world.get(RecordMeasure).execute(here.coordinator, { indicatorId, periodKey: '2026-Q3', numerator: 150, denominator: 200, revision: measure!.revision + 1 });
    expect((await page(id)).content?.lines[0]?.parts).toBe('126 sur 200');
    await world.get(PrepareReport).again(here.coordinator, await seen(id));
    await runReportJobs(world, here);
    const again = await page(id);
    expect(again).toMatchObject({ number: '2026-T3-001', version: 1, status: 'awaiting-approval', seal: { sequence: 2 } });
    expect(again.content?.lines[0]).toMatchObject({ parts: '150 sur 200', status: 'draft' });
    expect(again.seal?.previousHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('says at once why it cannot be', async () => {
    expect(await refusal(prepare())).toBe('report-no-indicator');
    await makeReportable(world, here);
    expect(await refusal(prepare(here, '2026-Q4'))).toBe('report-period-not-over');
    expect(await refusal(prepare(here, '2026-09'))).toBe('invalid-period');
    expect(await refusal(prepare(here, '2026-Q3', true))).toBe('report-correction-needs-sent');
    expect((await list()).reports).toEqual([]);
  });

  it('clicked twice makes one report, and the refusal says which', async () => {
    await makeReportable(world, here);
    const answers = await Promise.allSettled([prepare(), prepare(), prepare()]);
    const made = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    expect(made).toHaveLength(1);
    const refused = answers.filter((answer) => answer.status === 'rejected');
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'report-exists', meta: { reportId: made[0], number: '2026-T3-001' } });
    expect((await list()).reports).toHaveLength(1);
  });

  it('is done once, whatever becomes of the worker', async () => {
    await makeReportable(world, here);
    const id = await prepare();
    const build = world.get(BuildReport);
    // Stopped after the freezing: what was frozen stays, and the documents are made of it.
    const cut = build.execute(here.id, id, async (percent) => {
      if (percent > 40) throw new Error('worker killed');
    });
    await expect(cut).rejects.toThrow('worker killed');
    const { snapshotHash } = (await world.db.peek<{ snapshotHash: string }>('select snapshot_hash as "snapshotHash" from report where id = $1', [id]))[0]!;
    await Promise.all([build.execute(here.id, id, noProgress), build.execute(here.id, id, noProgress)]);
    await build.execute(here.id, id, noProgress);
    const report = await page(id);
    expect(report).toMatchObject({ status: 'awaiting-approval', seal: { sequence: 1, snapshotHash } });
    expect(await world.db.peek('select 1 from report_seal where community_id = $1', [here.id])).toHaveLength(1);
  });

  it('that fails says why, and can be asked for again', async () => {
    const { indicatorId } = await makeReportable(world, here);
    const id = await prepare();
    await world.db.peek('update indicator set archived_at = now() where id = $1', [indicatorId]);
    const [run] = await runReportJobs(world, here);
    expect(run).toMatchObject({ state: 'failed', error: expect.stringContaining('Aucun indicateur n’est suivi') });
    const failed = await page(id);
    expect(failed).toMatchObject({ status: 'failed', failure: expect.stringContaining('Aucun indicateur'), offers: ['prepare-again', 'cancel'] });
    await world.db.peek('update indicator set archived_at = null where id = $1', [indicatorId]);
    await world.get(PrepareReport).again(here.coordinator, await seen(id));
    await runReportJobs(world, here);
    expect(await page(id)).toMatchObject({ status: 'awaiting-approval', failure: null });
  });

  it('whose worker died for good is not stuck', async () => {
    await makeReportable(world, here);
    const id = await prepare();
    expect(await refusal(world.get(PrepareReport).again(here.coordinator, await seen(id)))).toBe('report-transition');
    await world.db.peek(`update outbox set state = 'failed', finished_at = now() where subject = $1`, [id]);
    await world.get(PrepareReport).again(here.coordinator, await seen(id));
    await runReportJobs(world, here);
    expect((await page(id)).status).toBe('awaiting-approval');
  });

  it('given up frees the period, never the number', async () => {
    await makeReportable(world, here);
    const id = await prepare();
    await world.get(DecideReport).cancel(here.coordinator, await seen(id));
    await world.get(DecideReport).cancel(here.coordinator, { id, revision: 1 });
    await runReportJobs(world, here);
    expect(await page(id)).toMatchObject({ status: 'cancelled', documents: [], offers: [] });
    expect(await page(await makeReport(world, here))).toMatchObject({ number: '2026-T3-002', version: 1 });
  });

  it('is approved by who may, on what was seen', async () => {
    await makeReportable(world, here);
    const id = await makeReport(world, here);
    const decide = world.get(DecideReport);
    const president = await makeMember(world, here.id, 'president');
    for (const role of ['board', 'treasurer', 'lead', 'member', 'reader'] as const) {
      expect(await refusal(decide.approve(await makeMember(world, here.id, role), await seen(id)))).toBe('forbidden');
    }
    expect(await refusal(decide.approve(president, { id, revision: 1 }))).toBe('edited-meanwhile');
    await decide.approve(president, await seen(id));
    await decide.approve(president, { id, revision: 1 });
    expect(await page(id)).toMatchObject({ status: 'approved', approvedByName: president.name, offers: ['send', 'withdraw-approval', 'cancel'] });
    await decide.withdrawApproval(here.coordinator, await seen(id));
    expect(await page(id)).toMatchObject({ status: 'awaiting-approval', approvedByName: null });
    const acts = (await world.get(JournalQueries).page(here.coordinator)).lines.filter(({ subjectType }) => subjectType === 'report').map(({ act }) => act);
    expect(acts).toEqual(['report.approval-withdrawn', 'report.approved', 'report.prepared']);
  });

  it('approved, is kept by the database itself', async () => {
    await makeReportable(world, here);
    const id = await makeReport(world, here, 'approved');
    const change = (sql: string) => world.db.tenant.run(here.id, (tx) => tx.query(sql, [id]));
    await expect(change(`update report set snapshot = jsonb_set(snapshot, '{demo}', 'true') where id = $1`)).rejects.toThrow('does not change');
    await expect(change('delete from report_document where report_id = $1')).rejects.toThrow('do not change');
    await expect(change('update report_seal set number = number where report_id = $1')).rejects.toThrow('permission denied');
  });

  it('of another community: not found, nothing done', async () => {
    await makeReportable(world, elsewhere);
    const theirs = await makeReport(world, elsewhere);
    const before = await page(theirs, elsewhere);
    const stranger = { id: theirs, revision: before.revision };
    const decide = world.get(DecideReport);
    const tries = [
      decide.approve(here.coordinator, stranger),
      decide.withdrawApproval(here.coordinator, stranger),
      decide.cancel(here.coordinator, stranger),
      world.get(PrepareReport).again(here.coordinator, stranger),
      page(theirs),
      world.get(ReportQueries).document(here.coordinator, theirs, 'pdf'),
    ];
    for (const attempt of tries) expect(await refusal(attempt)).toBe('not-found');
    expect(await page(theirs, elsewhere)).toEqual(before);
    expect((await list()).reports).toEqual([]);
  });

  it('is told on the dashboards, with who it could be sent to', async () => {
    await makeReportable(world, here);
    const home = async () => JSON.parse((await world.get(SteeringQueries).page(here.coordinator, 'home')).body ?? 'null') as { duties: { kind: string; link: object }[]; setup: { steps: { code: string; done: boolean }[] } };
    expect((await home()).setup.steps.find(({ code }) => code === 'recipients')?.done).toBe(false);
    const id = await makeReport(world, here);
    await makeRecipient(world, here);
    const after = await home();
    expect(after.duties).toContainEqual(expect.objectContaining({ kind: 'approve', link: { to: 'report', id, periodKey: null } }));
    expect(after.setup.steps.find(({ code }) => code === 'recipients')?.done).toBe(true);
  });

  it('is found from each value it carried', async () => {
    const { indicatorId } = await makeReportable(world, here);
    const id = await makeReport(world, here);
    const carrying = (periodKey: string, community = here) => world.get(ReportQueries).carrying(community.coordinator, indicatorId, periodKey);
    expect(await carrying('2026-Q3')).toMatchObject([{ reportId: id, number: '2026-T3-001', version: 1, status: 'awaiting-approval' }]);
    expect(await carrying('2026-Q2')).toEqual([]);
    expect(await refusal(carrying('2026-Q3', elsewhere))).toBe('not-found');
  });

  describe('by itself', () => {
    const due = (community = here) => world.get(PrepareDueReport).execute(community.id);
    const schedule = (input: { enabled: boolean; day: number; revision: number }, community = here) => world.get(ChangeReportSchedule).execute(community.coordinator, input);

    it('happens once, in the zone of the community, even asked twice at once', async () => {
      await makeReportable(world, here);
      world.clock.set('2026-12-31T22:59:00Z');
      await makeReport(world, here);
      expect(await due()).toBeNull();
      world.clock.set('2026-12-31T23:01:00Z');
      const made = (await Promise.all([due(), due(), due()])).filter((id) => id !== null);
      expect(made).toHaveLength(1);
      await runReportJobs(world, here);
      const report = await page(made[0]!);
      expect(report).toMatchObject({ periodKey: '2026-Q4', number: '2026-T4-001', status: 'awaiting-approval', preparedByName: null });
      expect(await due()).toBeNull();
      await world.get(DecideReport).cancel(here.coordinator, await seen(report.id));
      expect(await due()).toBeNull();
    });

    it('waits for the chosen day, or never comes', async () => {
      await makeReportable(world, here);
      await schedule({ enabled: true, day: 16, revision: 0 });
      world.clock.set('2026-10-15T20:00:00Z');
      expect(await due()).toBeNull();
      expect((await list()).automatic).toMatchObject({ day: '2026-10-16' });
      await schedule({ enabled: false, day: 16, revision: 1 });
      world.clock.set('2026-10-16T09:00:00Z');
      expect(await due()).toBeNull();
      expect((await list()).automatic).toBeNull();
      expect(await refusal(schedule({ enabled: true, day: 3, revision: 1 }))).toBe('edited-meanwhile');
      expect(await refusal(schedule({ enabled: true, day: 31, revision: 2 }))).toBe('invalid-input');
      await schedule({ enabled: true, day: 16, revision: 2 });
      expect(await due()).not.toBeNull();
    });

    it('is not attempted where nothing is tracked, and is hung once per community that wants it', async () => {
      expect(await due()).toBeNull();
      await schedule({ enabled: false, day: 1, revision: 0 }, elsewhere);
      const hung = await world.get(ReportSchedules).all();
      expect(hung.filter(({ communityId }) => communityId === elsewhere.id)).toEqual([]);
      expect(hung.filter(({ communityId }) => communityId === here.id)).toEqual([
        { key: `reports.${here.id}`, job: 'reports.prepare-due', data: {}, cron: '0 5 1 1,4,7,10 *', timeZone: 'Europe/Paris', communityId: here.id },
      ]);
    });
  });

  describe('verification', () => {
    const verify = (community = here) => world.get(VerifyReports).execute(community.id);

    it('recomputes every hash and finds nothing to say', async () => {
      await world.get(RecordContract).execute(here.coordinator, { signedOn: '2022-04-15', durationYears: 5, size: 2, revision: 0 });
      await makeReportable(world, here);
      await makeReport(world, here, 'approved');
      const verified = await world.get(VerifyReports).forActor(here.coordinator);
      expect(verified).toMatchObject({ seals: 1, reports: 1, documents: 3, head: expect.stringMatching(/^[0-9a-f]{64}$/), faults: [] });
      expect(await verify(elsewhere)).toEqual({ seals: 0, reports: 0, documents: 0, head: null, faults: [] });
    });

    it.each([
      ['a snapshot', `alter table report disable trigger report_kept; update report set snapshot = jsonb_set(snapshot, '{demo}', 'true') where community_id = $1`, 'Les données figées'],
      ['a seal', `update report_seal set number = '2026-T3-009' where community_id = $1`, 'maillon a été modifié'],
      ['the hash of a document', `alter table report_document disable trigger report_document_kept; update report_document set hash = repeat('0', 64) where format = 'pdf' and community_id = $1`, 'Rapport PDF'],
      ['a link taken away', `update report set seal_sequence = null, approved_at = null where community_id = $1; delete from report_seal where sequence = 1 and community_id = $1`, 'Un maillon manque'],
    ])('says that %s was touched', async (_, sql, told) => {
      await makeReportable(world, here);
      const id = await makeReport(world, here);
      await world.get(PrepareReport).again(here.coordinator, await seen(id));
      await runReportJobs(world, here);
      for (const statement of sql.split('; ')) await world.db.peek(statement, statement.includes('$1') ? [here.id] : []);
      const { faults } = await verify();
      await world.db.peek('alter table report enable trigger report_kept');
      await world.db.peek('alter table report_document enable trigger report_document_kept');
      expect(faults.map(({ sentence }) => sentence).join(' ')).toContain(told);
    });
  });

  it('has a handler for each of its jobs', () => {
    expect(reportHandlers(world).map(({ job }) => job)).toEqual(['reports.prepare', 'reports.prepare-due', 'reports.send']);
  });

  it('of a community without people keeps its own numbers', async () => {
    const third = await makeCommunity(world);
    await makeReportable(world, third);
    await makeReportable(world, here);
    expect((await page(await makeReport(world, third), third)).number).toBe('2026-T3-001');
    expect((await page(await makeReport(world, here))).number).toBe('2026-T3-001');
  });
});
