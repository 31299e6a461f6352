import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { makeRecipient, makeReport, makeReportable, makeCommunity, makeWorld, seenReport, type MadeCommunity, type World } from '@maillage/features/testing';
import { PrepareReport, ReportQueries, SendReport, VerifyReports, type ReportView } from '@maillage/features/reports';
import { eventually, SmtpStandIn, TcpProxy, testServices } from '@maillage/platform/testing';
import { kill as killWorker, launch } from './testing/launch';
import { silentSmtp } from './testing/silent-smtp';

const { redisUrl } = testServices();
const backends = redisUrl ? (['redis', 'postgres'] as const) : (['postgres'] as const);

describe.each(backends)('reports made and sent by real workers on %s', (backend) => {
  let world: World;
  let smtp: SmtpStandIn;
  let environment: Record<string, string>;
  let here: MadeCommunity;
  const running = new Set<ChildProcess>();

  beforeAll(async () => {
    smtp = await SmtpStandIn.start();
    const queue = { QUEUE: backend, QUEUE_PREFIX: `{spec-${randomUUID()}}`, ...(redisUrl && { REDIS_URL: redisUrl }) };
    world = await makeWorld({ fresh: true, environment: { ...queue, SMTP_URL: smtp.url } });
    const { DATABASE_APP_URL, FILES_DIR, PUBLIC_URL } = world.db.config;
    environment = { ...queue, DATABASE_APP_URL, FILES_DIR, PUBLIC_URL, SMTP_URL: smtp.url };
  });
  beforeEach(async () => {
    smtp.received.length = 0;
    world.clock.set(new Date());
    here = await makeCommunity(world);
    await makeReportable(world, here);
    await makeRecipient(world, here);
  });
  afterEach(async () => {
    for (const child of running) await kill(child);
  });
  afterAll(async () => {
    await world.close();
    await smtp.stop();
  });

  const start = async (more: Record<string, string> = {}): Promise<ChildProcess> => {
    const child = await launch({ ...environment, ...more });
    running.add(child);
    return child;
  };
  const kill = async (child: ChildProcess) => {
    running.delete(child);
    await killWorker(child);
  };
  const page = (id: string): Promise<ReportView> => world.get(ReportQueries).page(here.coordinator, id);
  const becomes = (id: string, status: string) => eventually(async () => (await page(id)).status === status, 45_000);
  const prepare = () => world.get(PrepareReport).execute(here.coordinator, { periodKey: '2026-Q3' });

  it('killed while preparing: another worker finishes it, once', async () => {
    // The last step waits for this lock: the worker is killed between what it froze and what it seals.
    const lock = new Client({ connectionString: world.db.ownerUrl });
    await lock.connect();
    const id = await prepare();
    await lock.query(`select pg_advisory_lock(hashtextextended($1 || ' reports', 0))`, [here.id]);
    const first = await start();
    await eventually(async () => (await world.db.peek<{ progress: number }>('select progress from outbox where subject = $1', [id]))[0]?.progress === 90, 30_000);
    const [frozen] = await world.db.peek<{ hash: string }>('select snapshot_hash as hash from report where id = $1', [id]);
    await kill(first);
    await lock.end();
    expect((await page(id)).status).toBe('preparing');
    await start();
    await becomes(id, 'awaiting-approval');
    expect(await page(id)).toMatchObject({ seal: { sequence: 1, snapshotHash: frozen?.hash } });
    expect(await world.db.peek('select 1 from report_seal where community_id = $1', [here.id])).toHaveLength(1);
    expect((await world.get(VerifyReports).execute(here.id)).faults).toEqual([]);
  }, 120_000);

  it('killed while sending: « peut-être envoyé », and nobody sends it again by itself', async () => {
    const silent = await silentSmtp();
    const id = await makeReport(world, here, 'approved');
    await world.get(SendReport).execute(here.coordinator, await seenReport(world, here, id));
    const first = await start({ SMTP_URL: silent.url });
    await eventually(() => silent.given(), 30_000);
    await kill(first);
    silent.stop();
    expect((await page(id)).status).toBe('sending');
    await start();
    await becomes(id, 'partly-sent');
    const [delivery] = (await page(id)).deliveries;
    expect(delivery).toMatchObject({ status: 'uncertain', attempts: [{ outcome: 'uncertain', answer: null }] });
    expect(smtp.received).toEqual([]);
  }, 120_000);

  it('with two workers and the schedule heard by both, the report of the quarter is prepared once', async () => {
    await Promise.all([start(), start()]);
    await eventually(async () => (await world.db.peek(`select 1 from schedule where community_id = $1 and job = 'reports.prepare-due'`, [here.id])).length > 0, 30_000);
    await world.db.peek(`update schedule set next_at = now() - interval '1 day' where community_id = $1 and job = 'reports.prepare-due'`, [here.id]);
    const made = await eventually(async () => {
      const { reports } = await world.get(ReportQueries).list(here.coordinator);
      return reports[0]?.status === 'awaiting-approval' && reports;
    }, 45_000);
    expect(made).toMatchObject([{ number: '2026-T3-001', preparedByName: null }]);
    expect(await world.db.peek(`select 1 from outbox where community_id = $1 and job = 'reports.prepare-due'`, [here.id])).toHaveLength(1);
  }, 120_000);

  (backend === 'redis' ? it : it.skip)('with Redis away: nothing is lost, nothing is sent twice', async () => {
    const wire = await TcpProxy.to(redisUrl ?? '');
    await start({ REDIS_URL: wire.through(redisUrl ?? '') });
    const id = await makeReport(world, here, 'approved');
    await wire.cut();
    await world.get(SendReport).execute(here.coordinator, await seenReport(world, here, id));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect([(await page(id)).status, smtp.received]).toEqual(['sending', []]);
    await wire.mend();
    await becomes(id, 'sent');
    expect(smtp.received).toHaveLength(1);
    await wire.cut();
  }, 120_000);
});
