import { randomUUID } from 'node:crypto';
import { eventually, TcpProxy, testDb, testServices, type TestDb } from '../testing';
import { Notices } from '../database/notices';
import { JobProgressFeed, type JobProgress } from './progress-feed';
import { QueueCheckHandler } from './queue-check';

describe('live progress', () => {
  let db: TestDb;
  beforeAll(async () => {
    db = await testDb({ fresh: true });
  });
  afterAll(() => db.close());

  const moves = async (communityId: string, subject: string) => {
    const runId = await db.tenant.run(communityId, (tx) => db.jobs.enqueue(tx, 'queue-check', {}, { subject }));
    await db.runJobs([new QueueCheckHandler()]);
    return runId;
  };

  it('tells what runs do, and comes back by itself after a cut', async () => {
    const wire = await TcpProxy.to(testServices().databaseUrl);
    const config = Object.assign(Object.create(Object.getPrototypeOf(db.config)), db.config, { DATABASE_APP_URL: wire.through(db.config.DATABASE_APP_URL) });
    const notices = new Notices(config, db.log);
    const feed = new JobProgressFeed(notices);
    const heard: JobProgress[] = [];
    let resumed = 0;
    const leave = feed.subscribe((event) => heard.push(event), () => resumed++);
    // What moved before the line was there was missed: the runs are read again.
    await eventually(() => resumed === 1);

    const [community, subject] = [randomUUID(), randomUUID()];
    const runId = await moves(community, subject);
    await eventually(() => heard.some(({ state }) => state === 'done'));
    expect(heard[0]).toEqual({ communityId: community, runId, subject, job: 'queue-check', state: 'waiting', progress: 0, label: null });
    expect(heard.at(-1)).toMatchObject({ state: 'done', progress: 100, label: 'La file des tâches répond.' });

    await wire.cut();
    await moves(community, subject);
    await wire.mend();
    await eventually(() => resumed === 2);
    const again = await moves(community, subject);
    await eventually(() => heard.some((event) => event.runId === again));

    leave();
    const count = heard.length;
    await moves(community, subject);
    await notices.close();
    await wire.cut();
    expect(heard).toHaveLength(count);
  });
});
