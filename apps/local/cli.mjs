// npm run cli -- <command>: the operator's command line on this machine's installation (the embedded database is
// started for the time of the command when the product is not running).
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { onGoodNode } from './node-version.mjs';

onGoodNode(main);

async function main() {
  const { makeClosing } = await import('./closing.mjs');
  const { installDependencies } = await import('./install.mjs');
  const { build } = await import('./build.mjs');
  const { commandLineProgram } = await import('./command-line.mjs');
  const closing = makeClosing();
  await installDependencies({ closing });
  if (!existsSync(commandLineProgram)) await build({ closing });
  try {
    process.exitCode = await run(commandLineProgram, await environmentOfThisMachine(closing));
  } finally {
    await closing.close();
  }
}

async function environmentOfThisMachine(closing) {
  const { folder, runtimeFolder, runtimePath } = await import('./places.mjs');
  const { holderOf, takeLock } = await import('./pid-file.mjs');
  const { Trouble } = await import('./trouble.mjs');
  const { productDatabase } = await import('./services.mjs');
  const { productEnvironment } = await import('./programs.mjs');
  const kept = runtimePath('launcher.json');
  if (holderOf(runtimePath('launcher.pid')) && existsSync(kept)) return { ...process.env, ...JSON.parse(readFileSync(kept, 'utf8')).environment };
  const lock = takeLock(runtimePath('launcher.pid'));
  if (!lock.taken) throw new Trouble('Maillage est en train de démarrer dans ce dossier. Attendez qu’il soit prêt, puis relancez cette commande.');
  closing.add(lock.release);
  const database = await productDatabase();
  closing.add(database.stop);
  const { owner } = productEnvironment({
    database: await database.settle(),
    queue: { kind: 'postgres' },
    smtpUrl: process.env.SMTP_URL ?? 'smtp://127.0.0.1:1025',
    files: process.env.FILES_DIR ?? folder(runtimeFolder, 'files'),
    port: 3000,
  });
  return { ...owner, LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' };
}

function run(program, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...process.argv.slice(2)], { env, stdio: 'inherit' });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
