import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { checkGivenAddresses } from '../given-addresses.mjs';
import { anyFreePort } from '../ports.mjs';

test('an address that is none, or where nobody answers, is said without its password', async () => {
  await assert.rejects(checkGivenAddresses({ DATABASE_URL: 'nonsense' }), /DATABASE_URL n’est pas une adresse.*postgres:\/\//s);
  await assert.rejects(checkGivenAddresses({ REDIS_URL: 'http://localhost:6379' }), /REDIS_URL n’est pas une adresse/);
  const port = await anyFreePort();
  await assert.rejects(checkGivenAddresses({ DATABASE_URL: `postgres://owner:hidden@127.0.0.1:${port}/maillage` }), (error) => {
    assert.match(error.message, new RegExp(`ne répond pas \\(127\\.0\\.0\\.1, port ${port}\\)`));
    assert.doesNotMatch(error.message, /hidden/);
    return true;
  });
});

test('servers that answer, and none given, are fine', async (context) => {
  const server = createServer((socket) => socket.end());
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  context.after(() => server.close());
  await checkGivenAddresses({ DATABASE_URL: `postgres://a:b@127.0.0.1:${server.address().port}/x` });
  await checkGivenAddresses({});
});
