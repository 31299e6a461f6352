import assert from 'node:assert/strict';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { probe, redisOnThisMachine } from '../redis-binary.mjs';
import { fetchedRedis } from '../redis-fetch.mjs';
import { productQueue, testRedis } from '../services.mjs';
import { emptyFolder } from './sandbox.mjs';

function pretend(folder, name, version) {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\necho "Redis server v=${version} sha=00000000:0 malloc=libc bits=64"\n`);
  chmodSync(path, 0o755);
  return path;
}

test('REDIS_SERVER_BIN comes before PATH, and redis-server before valkey-server', (context) => {
  const folder = emptyFolder(context);
  const other = emptyFolder(context);
  pretend(folder, 'valkey-server', '8.0.1');
  const redis = pretend(other, 'redis-server', '7.0.15');
  const asked = pretend(folder, 'my-redis', '7.2.4');
  assert.equal(redisOnThisMachine({ PATH: `${folder}:${other}`, REDIS_SERVER_BIN: asked }).program, asked);
  assert.equal(redisOnThisMachine({ PATH: `${folder}:${other}` }).program, redis);
});

test('REDIS_SERVER_BIN=none stands for a machine without Redis; a wrong path is said', () => {
  assert.equal(redisOnThisMachine({ REDIS_SERVER_BIN: 'none' }), null);
  assert.throws(() => redisOnThisMachine({ REDIS_SERVER_BIN: '/nowhere/redis' }), /REDIS_SERVER_BIN/);
});

test('a Redis too old for the queue is not used', (context) => {
  assert.equal(probe(pretend(emptyFolder(context), 'redis-server', '5.0.3')), null);
});

test('npm start: REDIS_URL first, then this machine, then PostgreSQL', async () => {
  const given = await productQueue({ REDIS_URL: 'redis://there:6379', REDIS_SERVER_BIN: 'none' });
  assert.deepEqual([given.kind, given.url], ['redis', 'redis://there:6379']);
  const none = await productQueue({ REDIS_SERVER_BIN: 'none' });
  assert.equal(none.kind, 'postgres');
  assert.match(none.why, /aucun Redis/);
  assert.equal((await productQueue({ QUEUE: 'postgres', REDIS_URL: 'redis://there:6379' })).kind, 'postgres');
});

test('npm test: without Redis and without the right to fetch one, there is none and the reason is told', async () => {
  const said = [];
  assert.equal(await testRedis({ environment: { REDIS_SERVER_BIN: 'none', REDIS_NO_FETCH: '1' }, tell: (text) => said.push(text) }), null);
  assert.match(said.join(' '), /REDIS_NO_FETCH/);
  assert.equal((await testRedis({ environment: { TEST_REDIS_URL: 'redis://a:1', REDIS_URL: 'redis://b:1' } })).url, 'redis://a:1');
  assert.equal(await fetchedRedis({ environment: { REDIS_NO_FETCH: '1' } }), null);
});
