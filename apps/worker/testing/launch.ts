import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';

const registration = path.resolve(__dirname, '../../../libs/platform/testing/ts-register.cjs');

/** A worker in a process of its own. */
export async function launch(environment: Record<string, string>): Promise<ChildProcess> {
  const child = fork(path.join(__dirname, 'fast-worker.ts'), [], { execArgv: ['-r', registration], env: { PATH: process.env.PATH, LOG_LEVEL: 'warn', ...environment }, silent: true });
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', () => reject(new Error(text)));
  });
  return child;
}

/** Ends a worker as a power cut would, and waits until it is gone. */
export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}
