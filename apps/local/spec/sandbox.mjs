// A place of its own for one spec.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** An empty folder removed at the end of the test. */
export function emptyFolder(context) {
  const path = mkdtempSync(join(tmpdir(), 'maillage-spec-'));
  context.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A process that does nothing but live; ended at the end of the test. */
export async function idleProcess(context, code = 'setInterval(() => {}, 1000); console.log("up")') {
  const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  context.after(() => child.kill('SIGKILL'));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return child;
}

/** Ends a process as `kill -9` does and waits until it is gone. */
export async function killBrutally(child) {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

/** Runs some module code in another Node process; resolves with `{ code, output, errors }`. */
export function runNode(code, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], { env: { ...process.env, NODE_TEST_CONTEXT: '', ...env } });
    let output = '';
    let errors = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (errors += chunk));
    child.once('close', (status) => resolve({ code: status, output, errors }));
  });
}
