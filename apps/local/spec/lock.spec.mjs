import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { test } from 'node:test';
import { holderOf, takeLock, writeDown } from '../pid-file.mjs';
import { endProcess, isSameProcess, lookUp } from '../processes.mjs';
import { emptyFolder, idleProcess, killBrutally, runNode } from './sandbox.mjs';

test('a lock is refused while its holder lives, and freed by it', (context) => {
  const path = join(emptyFolder(context), 'launcher.pid');
  const first = takeLock(path);
  assert.equal(first.taken, true);
  const second = takeLock(path);
  assert.equal(second.taken, false);
  assert.equal(second.holder.pid, process.pid);
  first.release();
  assert.equal(existsSync(path), false);
  assert.equal(takeLock(path).taken, true);
});

test('the lock of a process killed brutally is taken over', async (context) => {
  const path = join(emptyFolder(context), 'launcher.pid');
  const child = await idleProcess(context);
  writeDown(path, child.pid);
  assert.equal(takeLock(path).taken, false);
  await killBrutally(child);
  const lock = takeLock(path);
  assert.equal(lock.taken, true);
  assert.equal(JSON.parse(readFileSync(path, 'utf8')).pid, process.pid);
});

test('a number given since to another process is not taken for ours', async (context) => {
  const path = join(emptyFolder(context), 'redis.pid');
  const child = await idleProcess(context);
  writeFileSync(path, JSON.stringify({ pid: child.pid, started: 'another life', command: 'redis-server' }));
  assert.equal(holderOf(path), null);
  assert.notEqual(lookUp(child.pid), null, 'the stranger is left alone');
});

test('an unreadable lock is set aside', (context) => {
  const path = join(emptyFolder(context), 'launcher.pid');
  writeFileSync(path, 'half a sente');
  assert.equal(takeLock(path).taken, true);
});

test('of several commands started together over a stale lock, one only gets it', async (context) => {
  const path = join(emptyFolder(context), 'launcher.pid');
  writeFileSync(path, JSON.stringify({ pid: 999_999_999, started: 'x' }));
  const module = new URL('../pid-file.mjs', import.meta.url).href;
  const code = `import { takeLock } from ${JSON.stringify(module)}; console.log(takeLock(${JSON.stringify(path)}).taken); setTimeout(() => {}, 2500);`;
  const results = await Promise.all(Array.from({ length: 4 }, () => runNode(code)));
  assert.equal(results.filter(({ output }) => output.trim() === 'true').length, 1, results.map(({ output, errors }) => output + errors).join('|'));
});

test('a process that does not listen is ended all the same', async (context) => {
  const child = await idleProcess(context, 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000); console.log("up")');
  const seen = lookUp(child.pid);
  await endProcess(child.pid, { patience: 300 });
  assert.equal(isSameProcess(child.pid, seen), false);
});
