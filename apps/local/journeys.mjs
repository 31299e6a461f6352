// The real product for the browser journeys: an empty database made anew, the demo, the mail catcher, API and worker.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, commandLineProgram } from './command-line.mjs';
import { loadDemo } from './demo.mjs';
import { startMailCatcher } from './mail/catcher.mjs';
import { folder, removeFolder, runtimeFolder, runtimePath } from './places.mjs';
import { anyFreePort } from './ports.mjs';
import { newDatabase } from './postgres.mjs';
import { productEnvironment, startPrograms } from './programs.mjs';
import { secret } from './secrets.mjs';

const databaseName = 'maillage_e2e';

/** Starts the product on test services; returns the environment the journeys read. */
export async function startJourneys({ databaseUrl, redisUrl, closing }) {
  const place = join(runtimeFolder, 'e2e');
  removeFolder(place);
  await newDatabase(databaseUrl, databaseName);
  const catcher = await startMailCatcher({ folder: folder(place, 'mail'), fixedPorts: false });
  closing.add(catcher.stop);
  const port = await anyFreePort();
  const environment = productEnvironment({
    database: addresses(databaseUrl),
    queue: redisUrl ? { kind: 'redis', url: redisUrl } : { kind: 'postgres' },
    smtpUrl: catcher.smtpUrl,
    files: folder(place, 'files'),
    port,
    publicUrl: `http://localhost:${port}`,
  });
  for (const env of [environment.programs, environment.owner]) env.QUEUE_PREFIX = `{maillage-e2e-${port}}`;
  await commandLine(['migrate'], { env: environment.owner, closing, doing: 'Mise à jour des tables' });
  const memory = 'e2e/accounts.json';
  await loadDemo({ env: environment.owner, closing, memory });
  await startPrograms({ env: environment.programs, port, closing, suffix: '-e2e' });
  const operator = runtimePath('e2e/operator.json');
  writeFileSync(operator, JSON.stringify({ program: commandLineProgram, env: environment.owner }), { mode: 0o600 });
  return {
    E2E_BASE_URL: `http://localhost:${port}`,
    E2E_INBOX_URL: catcher.inboxUrl,
    E2E_ACCOUNTS: runtimePath(memory),
    E2E_OPERATOR: operator,
    E2E_DEMO_PASSWORD: secret('demo-password'),
  };
}

function addresses(databaseUrl) {
  const owner = new URL(databaseUrl);
  owner.pathname = `/${databaseName}`;
  const app = new URL(owner);
  app.username = 'maillage_login_e2e';
  app.password = secret('test-database-login');
  return { ownerUrl: owner.href, appUrl: app.href };
}
