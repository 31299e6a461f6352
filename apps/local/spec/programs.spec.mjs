import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startedAgain } from '../programs.mjs';

/** A program that is ready at once (unless told otherwise) and dies when told. */
function program({ ready = true } = {}) {
  let die;
  const exited = new Promise((resolve) => (die = resolve));
  return { ready: ready ? Promise.resolve() : new Promise(() => undefined), exited, die, stop: async () => die(0) };
}

/** Starts programs one after the other and keeps them. */
function series(make = program) {
  const started = [];
  return { started, start: () => started[started.push(make()) - 1] };
}

const until = async (condition) => {
  for (let tries = 0; !condition() && tries < 200; tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  assert.ok(condition());
};

test('a worker that dies is started again, and the one that runs is the one that is stopped', async () => {
  const { started, start } = series();
  const worker = startedAgain(start, { begun: false });
  await worker.ready;
  started[0].die('SIGKILL');
  await until(() => started.length === 2);
  const closing = worker.stop();
  assert.equal(await started[1].exited, 0);
  await closing;
});

test('a worker that was never ready is not started again', async () => {
  const { started, start } = series(() => program({ ready: false }));
  const worker = startedAgain(start, { begun: false });
  started[0].die(1);
  assert.equal(await worker.exited, 1);
  assert.equal(started.length, 1);
});

test('a worker that dies too often is left dead, and one that dies while everything stops too', async () => {
  const often = series();
  const worker = startedAgain(often.start, { begun: false }, { most: 1, withinMs: 60_000 });
  await worker.ready;
  often.started[0].die(1);
  await until(() => often.started.length === 2);
  await often.started[1].ready;
  often.started[1].die(7);
  assert.equal(await worker.exited, 7);

  const closing = { begun: false };
  const last = series();
  const stopped = startedAgain(last.start, closing);
  await stopped.ready;
  closing.begun = true;
  last.started[0].die(0);
  assert.equal(await stopped.exited, 0);
  assert.equal(last.started.length, 1);
});
