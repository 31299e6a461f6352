import { FixedClock, Log, migrate, platformMigrations, TenantDb } from '@maillage/platform';
import { Database } from '@maillage/platform/database/database';
import { appUrl, databaseUrl, dropDatabase, emptyDatabase, testServices } from '@maillage/platform/testing';
import { Client } from 'pg';
import { migrations, rows, tableRules } from '..';
import { VerifyJournal } from '../community';
import { ValuesHistory } from '../indicators/values/verify-values';

const { databaseUrl: server } = testServices();

describe('the journal of a database already in use', () => {
  let name: string;
  let client: Client;
  beforeAll(async () => {
    name = await emptyDatabase(server);
    client = new Client({ connectionString: databaseUrl(server, name) });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await dropDatabase(server, name);
  });

  it('is tied as it is found, line by line and value by value, and holds from then on', async () => {
    const [ownerUrl, url] = [databaseUrl(server, name), appUrl(server, name)];
    // The rights of the machinery's tables are those of today: so are its tables.
    const before = migrations.filter((migration) => platformMigrations.includes(migration) || Number(migration.name.slice(-13)) < 1795412000000);
    await migrate({ ownerUrl, appUrl: url, migrations: before, rules: tableRules });
    const used = '0190aaaa-0000-7000-8000-000000000001';
    const other = '0190aaaa-0000-7000-8000-000000000002';
    const indicator = '0190aaaa-0000-7000-8000-000000000003';
    await client.query(`insert into community (id, name) values ('${used}', 'Une'), ('${other}', 'Autre')`);
    for (let index = 0; index < 30; index += 1) {
      // Two communities in turn: their lines share one numbering.
      await client.query(
        `insert into audit_entry (community_id, at, act, subject_type, subject_id, subject_label, after) values ($1, '2026-01-01T00:00:00.123456Z', 'measure.recorded', 'indicator', 'x', $2, $3)`,
        [index % 2 === 0 ? used : other, `ligne ${index}`, JSON.stringify({ value: index / 3, z: null, a: [1, { b: 'é' }] })],
      );
    }
    await client.query(
      `insert into indicator (community_id, id, code, name, definition, kind, decimals, direction, frequency, aggregation, bounded, counts_patients, mission_codes, tracked_from, created_at, updated_at)
       values ($1, $2, 'A-1', 'Réunions', 'Nombre.', 'count', 0, 'up', 'month', 'sum', false, false, '{prevention}', '2026-01-01', now(), now())`,
      [used, indicator],
    );
    await client.query(
      `insert into measure (community_id, id, indicator_id, period_key, period_start, period_end, value, status, recorded_at, updated_at)
       values ($1, gen_random_uuid(), $2, '2026-01', '2026-01-01', '2026-01-31', 12.5, 'draft', now(), now())`,
      [used, indicator],
    );
    for (const [index, period, act] of [[1, '2026-01', 'recorded'], [2, '2026-01', 'changed'], [3, '2026-02', 'recorded'], [4, '2026-02', 'deleted']] as const) {
      await client.query(`insert into measure_change (community_id, id, indicator_id, period_key, act, at, after) values ($1, $2, $3, $4, $5, now(), '{"value": 12.5}')`, [
        used, `0190aaaa-0000-7000-8000-00000000001${index}`, indicator, period, act,
      ]);
    }

    await migrate({ ownerUrl, appUrl: url, migrations, rules: tableRules });
    const database = await new Database({ DATABASE_APP_URL: url, DATABASE_POOL: 2 }, new Log({ level: 'silent' }), rows).open();
    try {
      const clock = new FixedClock('2026-11-21T09:00:00Z');
      const verify = (id: string) => new VerifyJournal(new TenantDb(database), clock, new ValuesHistory(clock)).execute(id);
      expect(await verify(used)).toMatchObject({ lines: 17, sequence: 17, histories: 4, values: 1, faults: [] });
      expect(await verify(other)).toMatchObject({ lines: 15, sequence: 15, histories: 0, values: 0, faults: [] });
      const { rows: kept } = await client.query<{ label: string }>('select subject_label as label from audit_entry where community_id = $1 and id <= 15 order by id', [used]);
      expect(kept.map(({ label }) => label)).toEqual(Array.from({ length: 15 }, (_, index) => `ligne ${index * 2}`));
      // A column added later says its default of what was kept before it.
      await client.query('alter table indicator add column added_later integer not null default 3');
      expect((await verify(used)).faults).toEqual([]);
      await client.query(`update indicator set added_later = 4 where community_id = $1`, [used]);
      expect((await verify(used)).faults).toMatchObject([{ kind: 'altered', sentence: expect.stringContaining('added_later') }]);
      await client.query(`update indicator set added_later = 3 where community_id = $1`, [used]);
      await client.query(`update measure set value = 13 where community_id = $1`, [used]);
      await client.query(`update audit_entry set subject_label = 'autre' where community_id = $1 and id = 7`, [used]);
      expect((await verify(used)).faults).toMatchObject([{ kind: 'altered', sequence: 7 }, { kind: 'altered', subject: expect.stringContaining('A-1') }]);
      // What was there before the journal answered for it is answered for as it was found.
      await client.query(`update indicator set definition = 'Autre.' where community_id = $1`, [used]);
      expect((await verify(used)).faults).toMatchObject([{ sequence: 7 }, { subject: expect.stringContaining('Valeur A-1') }, { kind: 'altered', subject: expect.stringContaining('Fiche de l’indicateur A-1') }]);
    } finally {
      await database.close();
    }
  });
});
