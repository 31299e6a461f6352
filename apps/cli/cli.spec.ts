import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { appUrl, databaseUrl, dropDatabase, emptyDatabase, SmtpStandIn, testServices } from '@maillage/platform/testing';
import { Client } from 'pg';
import { backupCommand, restoreCommand } from './commands/backup.command';
import { createCommunityCommand, listCommunitiesCommand } from './commands/community.command';
import { demoCommand } from './commands/demo.command';
import { healthCommand } from './commands/health.command';
import { migrateCommand } from './commands/migrate.command';
import { verifyCommand } from './commands/verify.command';

const { databaseUrl: server } = testServices();
const environment = { ...process.env };

describe('the operator’s command line', () => {
  let folder: string;
  let smtp: SmtpStandIn;
  const databases: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'maillage-cli-'));
    smtp = await SmtpStandIn.start();
  });
  afterAll(async () => {
    process.env = environment;
    await smtp.stop();
    for (const name of databases) await dropDatabase(server, name);
    await rm(folder, { recursive: true, force: true });
  });

  /** A new empty database, and the environment that names it. */
  async function installation(): Promise<string> {
    const name = await emptyDatabase(server);
    databases.push(name);
    Object.assign(process.env, {
      DATABASE_URL: databaseUrl(server, name), DATABASE_APP_URL: appUrl(server, name), FILES_DIR: path.join(folder, name), QUEUE: 'postgres',
      SMTP_URL: smtp.url, PUBLIC_URL: 'http://localhost:3000', LOG_LEVEL: 'silent', MAILLAGE_DEMO_PASSWORD: 'Brouette+Lune=57',
    });
    return name;
  }

  async function rows<T extends object>(name: string, text: string): Promise<T[]> {
    const client = new Client({ connectionString: databaseUrl(server, name) });
    await client.connect();
    try {
      return (await client.query<T>(text)).rows;
    } finally {
      await client.end();
    }
  }

  /** One fingerprint per table of everything in it. */
  async function fingerprints(name: string): Promise<Record<string, string>> {
    const tables = await rows<{ name: string }>(
      name,
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not in ('migration', 'session', 'login_throttle')`,
    );
    const prints: Record<string, string> = {};
    for (const table of tables) {
      const [row] = await rows<{ print: string }>(name, `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as print from "${table.name}" t`);
      prints[table.name] = row?.print ?? '';
    }
    return prints;
  }

  /** What the demonstration shows of its collection, whatever the day it is loaded on. */
  const collected = (name: string): Promise<object[]> =>
    rows(
      name,
      `select (select count(*)::int from collection_link) as links, (select array_agg(distinct status order by status) from link_contribution where status <> 'received') as answers,
              (select array_agg(distinct status) from value_import) as imports, (select count(*)::int > 0 from import_mapping) as mapped,
              (select count(*)::int from period_lock) as locks, (select count(*)::int from lock_exception) as exceptions,
              (select count(*)::int > 0 from measure_absence) as absences, (select count(distinct breakdown) > 0 from measure_part) as parts,
              (select count(*)::int > 0 from measure where origin = 'computed') as computed,
              (select count(*)::int > 0 from measure_evidence group by evidence_id having count(*) > 1 limit 1) as shared`,
    );
  const collection = {
    links: 2, answers: ['accepted', 'refused'], imports: ['done'], mapped: true, locks: 7, exceptions: 1, absences: true, parts: true, computed: true, shared: true,
  };

  /** What `verify --json` answers, but for the hour of the check. */
  const verified = async (): Promise<object> =>
    JSON.parse(JSON.stringify((await verifyCommand()).data, (key, value: unknown) => (key === 'checkedAt' ? undefined : value))) as object;

  it('migrates an empty database, and changes nothing the second time', async () => {
    await installation();
    expect((await migrateCommand()).data).toMatchObject({ applied: expect.arrayContaining([expect.stringContaining('Identity')]) });
    expect((await migrateCommand()).data).toEqual({ applied: [], changes: 0 });
  });

  it('creates a community and invites its coordinator', async () => {
    const name = await installation();
    await migrateCommand();
    await createCommunityCommand({ name: 'Val d’Essai', coordinator: 'c@exemple.fr' });
    expect((await listCommunitiesCommand()).data).toMatchObject({ communities: [{ name: 'Val d’Essai', label: 'CPTS', timeZone: 'Europe/Paris', demo: false }] });
    expect(await rows(name, `select job, state from outbox`)).toEqual([{ job: 'identity.send-link', state: 'waiting' }]);
    await expect(createCommunityCommand({ name: 'X', coordinator: 'nobody' })).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('says what is wrong with an installation', async () => {
    await installation();
    await migrateCommand();
    expect(await healthCommand()).toMatchObject({ data: { healthy: true }, exitCode: 0 });
    process.env['SMTP_URL'] = 'smtp://127.0.0.1:1';
    const ill = await healthCommand();
    expect(ill).toMatchObject({ data: { healthy: false }, exitCode: 1 });
    expect(ill.lines.filter((line) => line.startsWith('✖'))).toHaveLength(1);
  });

  it('loads the demonstration once, and gives back exactly what a backup held', async () => {
    const name = await installation();
    await migrateCommand();
    expect((await demoCommand()).data).toMatchObject({ loaded: true });
    expect((await demoCommand()).data).toMatchObject({ loaded: false });
    expect(await collected(name)).toEqual([collection]);
    const file = path.join(folder, 'tout.maillage');
    const written = (await backupCommand(file)).data as { files: number };
    expect(written.files).toBeGreaterThan(0);
    const before = await fingerprints(name);
    const sealed = await verified();
    const used = { reports: 2, journal: { found: 0, lines: expect.any(Number), values: expect.any(Number) } };
    expect(sealed).toMatchObject({ sound: true, communities: [used, used] });

    const other = await installation();
    expect((await restoreCommand(file)).data).toMatchObject(written.files ? { files: written.files } : {});
    expect(await fingerprints(other)).toEqual(before);
    const [stored] = await rows<{ hash: string }>(other, 'select hash from file limit 1');
    const hash = stored?.hash ?? '';
    await readFile(path.join(folder, other, hash.slice(0, 2), hash.slice(2, 4), hash));
    expect(await verified()).toEqual(sealed);
    const [document] = await rows<{ hash: string }>(other, `select hash from file where media_type = 'application/pdf' and name like 'rapport-%' limit 1`);
    const report = document?.hash ?? '';
    await appendFile(path.join(folder, other, report.slice(0, 2), report.slice(2, 4), report), ' ');
    expect(await verifyCommand()).toMatchObject({ data: { sound: false }, exitCode: 1 });
    await expect(restoreCommand(file)).rejects.toThrow('contient déjà des communautés');
  }, 180_000);

  it('names what was changed by hand: the community, the line or the value, and when', async () => {
    const name = await installation();
    await restoreCommand(path.join(folder, 'tout.maillage'));
    const [community] = await rows<{ id: string; name: string }>(name, 'select id, name from community order by created_at, id limit 1');
    const theirs = `where community_id = '${community?.id}'`;
    await rows(name, `update audit_entry set subject_label = 'autre' ${theirs} and id = 2`);
    await rows(name, `update measure set value = value + 1 ${theirs} and id = (select id from measure ${theirs} order by id limit 1)`);
    await rows(name, `delete from audit_entry ${theirs} and id = (select sequence from audit_head ${theirs})`);
    const noted = path.join(folder, 'releve.json');
    const [head] = await rows<{ sequence: string; hash: string }>(name, `select sequence, hash from audit_head ${theirs}`);
    const rewritten = { community: community?.id, journal: { sequence: 5, head: 'f'.repeat(64) } };
    await writeFile(noted, JSON.stringify({ communities: [rewritten] }));
    expect((await verifyCommand({ against: noted })).lines).toContainEqual(expect.stringMatching(/ligne n°\s5 .* Le journal a été réécrit/i));
    await writeFile(noted, JSON.stringify({ communities: [{ ...rewritten, journal: { sequence: Number(head?.sequence), head: head?.hash } }] }));
    const { lines, data, exitCode } = await verifyCommand({ against: noted });
    await expect(verifyCommand({ against: path.join(folder, 'tout.maillage') })).rejects.toThrow('n’est pas la réponse d’un');
    expect(exitCode).toBe(1);
    expect(data).toMatchObject({ sound: false, communities: [{ journal: { found: 3 } }, { journal: { found: 0 } }] });
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line).toContain(`✖ ${community?.name} (${community?.id}) · `);
    expect(lines[0]).toMatch(/ligne n°\s2 .* · autre \(.*\d{4}.*\)\s: Cette ligne a été modifiée/i);
    expect(lines[1]).toMatch(/Ligne n°\s[\d\s]+\s: Cette ligne a été effacée à la fin du journal/);
    expect(lines[2]).toMatch(/Valeur .* \(.*\d{4}.*\)\s: Cette valeur n’est plus celle de son historique/);
  }, 180_000);

  it('restores nothing from a file that is cut or is something else', async () => {
    const name = await installation();
    const whole = await readFile(path.join(folder, 'tout.maillage'));
    const cut = path.join(folder, 'coupe.maillage');
    await writeFile(cut, whole.subarray(0, Math.floor(whole.length / 2)));
    await expect(restoreCommand(cut)).rejects.toThrow(/ne se lit pas en entier/);
    const other = path.join(folder, 'autre.txt');
    await writeFile(other, 'bonjour');
    await expect(restoreCommand(other)).rejects.toThrow(/ne se lit pas en entier/);
    expect(await rows(name, 'select count(*)::int as n from community')).toEqual([{ n: 0 }]);
  });
});
