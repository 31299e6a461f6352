import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { addMonths, today } from '@maillage/domain/kernel';
import { ChangeCollectionSettings, CollectionQueries, DefineIndicator, PlanReminders } from '@maillage/features/indicators';
import { makeCommunity, makeMember, makeWorld, type MadeCommunity, type MadePerson, type World } from '@maillage/features/testing';
import { eventually, SmtpStandIn, TcpProxy, testServices } from '@maillage/platform/testing';
import { kill, launch } from './testing/launch';
import { silentSmtp } from './testing/silent-smtp';

const { redisUrl } = testServices();
const backends = redisUrl ? (['redis', 'postgres'] as const) : (['postgres'] as const);
const lastMonth = addMonths(today(new Date(), 'Europe/Paris').slice(0, 7) + '-01', -1);

describe.each(backends)('reminders sent by real workers on %s', (backend) => {
  let world: World;
  let smtp: SmtpStandIn;
  let environment: Record<string, string>;
  let here: MadeCommunity;
  let lead: MadePerson;
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
    lead = await makeMember(world, here.id, 'lead');
    // Due the day its month ends: whatever the day of the test, last month is late and reminded.
    await world.get(ChangeCollectionSettings).execute(here.coordinator, { dueDays: 0, remind: true, beforeDays: 0, weeklyLimit: 8, revision: 0 });
    await world.get(DefineIndicator).create(here.coordinator, {
      code: 'COL-01', name: 'Réunions', definition: 'Réunions tenues.', kind: 'count', numeratorLabel: null, denominatorLabel: null, unit: null, decimals: 0, direction: 'up',
      frequency: 'month', aggregation: 'sum', bounded: false, countsPatients: false, source: null, evidenceExpected: null, baseline: null, missions: ['prevention'],
      actionId: null, responsiblePersonId: lead.personId, trackedFrom: lastMonth,
    });
  });
  afterEach(async () => {
    for (const child of running) await kill(child);
    running.clear();
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
  const log = () => world.get(CollectionQueries).reminders(here.coordinator, lastMonth.slice(0, 7));
  const becomes = (status: string) => eventually(async () => (await log())[0]?.status === status, 45_000);
  /** As if its morning had come. */
  const ring = async (): Promise<void> => {
    await eventually(async () => (await world.db.peek(`select 1 from schedule where community_id = $1 and job = 'collection.remind'`, [here.id])).length > 0, 30_000);
    await world.db.peek(`update schedule set next_at = now() - interval '1 hour' where community_id = $1 and job = 'collection.remind'`, [here.id]);
  };

  it('with two workers and the schedule heard by both, each person is written to once', async () => {
    await Promise.all([start(), start()]);
    await ring();
    await becomes('sent');
    await ring();
    await eventually(async () => (await world.db.peek(`select 1 from outbox where community_id = $1 and job = 'collection.remind' and state = 'done'`, [here.id])).length === 2, 30_000);
    expect(smtp.received.map(({ to }) => to)).toEqual([[lead.email]]);
    expect(await log()).toHaveLength(1);
  }, 120_000);

  it('killed while planning: another worker plans it, once', async () => {
    const lock = new Client({ connectionString: world.db.ownerUrl });
    await lock.connect();
    await lock.query(`select pg_advisory_lock(hashtextextended($1 || ' reminders', 0))`, [here.id]);
    const first = await start();
    await ring();
    await eventually(async () => (await world.db.peek(`select 1 from outbox where community_id = $1 and job = 'collection.remind' and state = 'running'`, [here.id])).length > 0, 30_000);
    await kill(first);
    await lock.end();
    await start();
    await becomes('sent');
    expect(smtp.received.map(({ to }) => to)).toEqual([[lead.email]]);
  }, 120_000);

  it('killed while sending: « peut-être envoyé », and nobody sends it again', async () => {
    const silent = await silentSmtp();
    await world.get(PlanReminders).execute(here.id);
    const first = await start({ SMTP_URL: silent.url });
    await eventually(() => silent.given(), 30_000);
    await kill(first);
    silent.stop();
    await start();
    await becomes('uncertain');
    expect(smtp.received).toEqual([]);
  }, 120_000);

  (backend === 'redis' ? it : it.skip)('with Redis away: nothing is lost, nothing is sent twice', async () => {
    const wire = await TcpProxy.to(redisUrl ?? '');
    await start({ REDIS_URL: wire.through(redisUrl ?? '') });
    await wire.cut();
    await world.get(PlanReminders).execute(here.id);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(smtp.received).toEqual([]);
    await wire.mend();
    await becomes('sent');
    expect(smtp.received).toHaveLength(1);
    await wire.cut();
  }, 120_000);
});
