import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import { makeClosing } from '../closing.mjs';

test('things are closed once, the last started first, whatever one of them throws', async () => {
  const order = [];
  const faults = [];
  const closing = makeClosing((error) => faults.push(error.message));
  closing.add(async () => order.push('database'));
  closing.add(async () => {
    throw new Error('stuck');
  });
  const takeOff = closing.add(async () => order.push('already gone'));
  closing.add(async () => order.push('api'));
  takeOff();
  await Promise.all([closing.close(), closing.close()]);
  assert.deepEqual(order, ['api', 'database']);
  assert.deepEqual(faults, ['stuck']);
});

test('what finishes starting after the end began is closed at once', async () => {
  const closing = makeClosing();
  await closing.close();
  let stopped = false;
  closing.add(async () => {
    stopped = true;
  });
  await pause(0);
  assert.equal(stopped, true);
});
