import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, chmodSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { test } from 'node:test';
import { ensureDatabase, startPostgres, stopLeftover } from '../postgres.mjs';
import { lookUp } from '../processes.mjs';

const { Client } = createRequire(import.meta.url)('pg');
const quick = { fsync: 'off', shared_buffers: '16MB', max_connections: 10 };

function home(context) {
  const path = mkdtempSync(join(tmpdir(), 'maillage-pg-'));
  chmodSync(path, 0o711);
  context.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

async function ask(url, sql) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('the database outlives a stop and a brutal end of its owner, and asks for its password', async (context) => {
  const place = home(context);
  const options = { home: place, name: 'pg', password: 'right', settings: quick };
  // A first start cut in the middle leaves such folders behind.
  mkdirSync(join(place, 'pg.draft'));
  mkdirSync(join(place, 'pg'));
  writeFileSync(join(place, 'pg', 'leftover'), '');

  const first = await startPostgres(options);
  context.after(() => stopLeftover(join(place, 'pg')));
  assert.equal(await ensureDatabase(first.url(), 'maillage'), true);
  assert.equal(await ensureDatabase(first.url(), 'maillage'), false);
  await ask(first.url('maillage'), 'create table kept as select 42 as answer');
  await assert.rejects(ask(first.url('maillage', 'postgres', 'wrong'), 'select 1'), /password/);
  await first.stop();
  assert.equal(lookUp(first.pid), null);

  const second = await startPostgres(options);
  // The owner is gone without stopping it: the next start finds it by its folder, stops it and goes on.
  const third = await startPostgres(options);
  assert.equal(lookUp(second.pid), null);
  assert.deepEqual(await ask(third.url('maillage'), 'select answer from kept'), [{ answer: 42 }]);
  await third.stop();
  assert.equal(existsSync(join(place, 'pg.draft')), false);
});

test('a pid file that names a stranger does not get the stranger stopped', async (context) => {
  const data = home(context);
  writeFileSync(join(data, 'postmaster.pid'), `${process.pid}\n${data}\n`);
  await stopLeftover(data);
  assert.equal(existsSync(join(data, 'postmaster.pid')), false);
});
