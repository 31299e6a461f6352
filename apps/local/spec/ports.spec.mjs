import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { anyFreePort, chosenPort, firstFreePort } from '../ports.mjs';

async function occupied(context, host = '127.0.0.1') {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, host, resolve));
  context.after(() => server.close());
  return server.address().port;
}

test('a taken PORT is refused with what to do', async (context) => {
  const port = await occupied(context);
  await assert.rejects(chosenPort(String(port)), (error) => {
    assert.match(error.message, new RegExp(`port ${port} est déjà occupé`));
    assert.match(error.message, /PORT=4000 npm start/);
    return true;
  });
});

test('a port taken on the IPv6 side only is taken too', async (context) => {
  const port = await occupied(context, '::1').catch(() => null);
  if (port === null) return context.skip('no IPv6 here');
  await assert.rejects(chosenPort(String(port)), /déjà occupé/);
});

test('a PORT that is not a port is refused', async () => {
  for (const asked of ['abc', '0', '70000', '30.5']) await assert.rejects(chosenPort(asked), /nombre entre 1 et 65535/);
});

test('without PORT, a taken port is stepped over', async (context) => {
  const port = await occupied(context);
  const found = await firstFreePort(port);
  assert.ok(found > port && found < port + 100);
});

test('a free PORT is kept as asked', async () => {
  const port = await anyFreePort();
  assert.equal(await chosenPort(String(port)), port);
});
