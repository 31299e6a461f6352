import { access, constants, mkdir } from 'node:fs/promises';
import { FeaturesModule, migrations, tableRules } from '@maillage/features';
import { Config, JobQueue, Mail, SystemDb, wallFaults } from '@maillage/platform';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import type { Answer } from '../answer';

interface Check {
  name: string;
  ok: boolean;
  detail: string;
}

async function check(name: string, work: () => Promise<string>): Promise<Check> {
  try {
    return { name, ok: true, detail: await work() };
  } catch (error) {
    return { name, ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

/** Whether this installation can work: database, wall between communities, queue, mail, files, jobs waiting too long. */
export async function healthCommand(): Promise<Answer> {
  const app = await NestFactory.createApplicationContext(FeaturesModule, { logger: false, abortOnError: false });
  try {
    const config = app.get(Config);
    const checks = [
      await check('Base de données', () => databaseState(config.ownerUrl())),
      await check('Cloisonnement', () => wallState(config.ownerUrl())),
      await check('File des tâches', async () => `${await app.get(JobQueue).backlog()} sonnerie(s) en attente (${config.QUEUE})`),
      await check('Tâches', () => app.get(SystemDb).run(waitingRuns)),
      await check('Courrier', async () => {
        await app.get(Mail).check();
        return 'le serveur SMTP répond';
      }),
      await check('Fichiers', async () => {
        await mkdir(config.FILES_DIR, { recursive: true });
        await access(config.FILES_DIR, constants.W_OK);
        return config.FILES_DIR;
      }),
    ];
    const healthy = checks.every(({ ok }) => ok);
    return { data: { healthy, checks }, lines: checks.map(({ name, ok, detail }) => `${ok ? '✔' : '✖'} ${name}\u00a0: ${detail}`), exitCode: healthy ? 0 : 1 };
  } finally {
    await app.close();
  }
}

async function withOwner<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const databaseState = (url: string): Promise<string> =>
  withOwner(url, async (client) => {
    const { rows } = await client.query<{ count: number }>('select count(*)::int as count from migration');
    const missing = migrations.length - (rows[0]?.count ?? 0);
    if (missing > 0) throw new Error(`${missing} mise(s) à jour attendent\u00a0: lancez « maillage migrate ».`);
    return 'à jour';
  });

const wallState = (url: string): Promise<string> =>
  withOwner(url, async (client) => {
    const faults = await wallFaults(async <T>(text: string, values?: unknown[]) => (await client.query(text, values)).rows as T[], tableRules);
    if (faults.length > 0) throw new Error(faults.join('\u00a0; '));
    return 'chaque table est derrière son mur';
  });

async function waitingRuns(tx: { query<T>(text: string): Promise<T> }): Promise<string> {
  const [state] = await tx.query<{ failed: number; oldest: number | null }[]>(
    `select count(*) filter (where state = 'failed')::int as failed,
       extract(epoch from now() - min(run_at) filter (where state = 'waiting' and run_at < now()))::int as oldest from outbox`,
  );
  if ((state?.oldest ?? 0) > 600) throw new Error(`une tâche attend depuis ${Math.round((state?.oldest ?? 0) / 60)} minutes\u00a0: le service des tâches est-il en marche ?`);
  return `${state?.failed ?? 0} en échec, aucune n’attend trop`;
}
