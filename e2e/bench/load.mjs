// A small HTTP client that asks hard and costs little: kept-alive sockets, requests written as bytes, answers checked.
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { quantile } from './figures.mjs';

const separator = Buffer.from('\r\n\r\n');

/** A request ready to be written; `expect` is `{ status, body }` (body: the very bytes, or null for none). */
export function makeRequest({ method = 'GET', path, headers = {}, body = '' }, expect) {
  const all = { host: '127.0.0.1', ...headers, ...(body ? { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) } : {}) };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return { bytes: Buffer.from(`${method} ${path} HTTP/1.1\r\n${head}\r\n${body}`), expect };
}

/** One kept-alive connection: `ask(request)` resolves with `{ status, headers, body }`. */
export async function openConnection(port) {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  let waiting = null;
  let chunks = [];
  let size = 0;
  let wanted = -1;
  let head = null;
  const fail = (error) => {
    const reject = waiting?.reject;
    waiting = null;
    reject?.(error);
  };
  const settle = (all) => {
    const { resolve } = waiting;
    waiting = null;
    const answer = { ...head, body: all.subarray(head.start) };
    chunks = [];
    size = 0;
    wanted = -1;
    resolve(answer);
  };
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('connection closed')));
  socket.on('data', (chunk) => {
    chunks.push(chunk);
    size += chunk.length;
    if (wanted < 0) {
      const all = chunks.length === 1 ? chunk : Buffer.concat(chunks);
      chunks = [all];
      const end = all.indexOf(separator);
      if (end < 0) return;
      head = readHead(all.latin1Slice(0, end), end + 4);
      wanted = end + 4 + head.length;
    }
    if (size >= wanted && waiting) settle(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
  });
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request.bytes);
      }),
    close: () => socket.destroy(),
  };
}

function readHead(text, start) {
  const status = Number(text.slice(9, 12));
  const length = status === 304 || status === 204 ? 0 : Number(/\r\ncontent-length: *(\d+)/i.exec(text)?.[1] ?? Number.NaN);
  if (Number.isNaN(length)) throw new Error(`An answer without content-length: ${text.slice(0, 200)}`);
  return { status, length, start, text };
}

/** Is this the answer expected? The whole body is compared now and then, its length always. */
function isRight({ status, body }, { expect }, whole) {
  if (status !== expect.status) return false;
  if (expect.body === undefined) return true;
  if (expect.body === null) return body.length === 0;
  return body.length === expect.body.length && (!whole || body.equals(expect.body));
}

const wholeEvery = 50;

/**
 * Asks through `connections` at once for `seconds`, each going round `requests`; what `warmup` seconds bring is not counted.
 * Returns `{ rate, p50, p95, count, errors }`, milliseconds and answers a second.
 */
export async function load({ port, connections, seconds, requests, warmup = 0.2 }) {
  const lines = await Promise.all(Array.from({ length: connections }, () => openConnection(port)));
  const begin = performance.now() + warmup * 1000;
  const end = begin + seconds * 1000;
  const times = [];
  let errors = 0;
  await Promise.all(
    lines.map(async (line, index) => {
      let turn = Math.floor((index * requests.length) / connections);
      for (;;) {
        const request = requests[turn % requests.length];
        turn += 1;
        const start = performance.now();
        if (start >= end) return;
        const answer = await line.ask(request).catch(() => null);
        const now = performance.now();
        if (!answer || !isRight(answer, request, turn % wholeEvery === 0)) errors += 1;
        else if (start >= begin) times.push(now - start);
        if (!answer) return;
      }
    }),
  );
  for (const line of lines) line.close();
  // Slow answers end after the time is up: they count, and so does the time they took.
  const took = (performance.now() - begin) / 1000;
  return { rate: times.length / took, p50: quantile(times, 0.5), p95: quantile(times, 0.95), count: times.length, errors };
}

/**
 * Asks `perSecond` times a second whatever the answers do, over `connections` lines; a late answer counts from the instant
 * it should have been asked. Returns `{ p50, p95, count, errors, late }`.
 */
export async function pacedLoad({ port, connections, seconds, perSecond, requests }) {
  const lines = await Promise.all(Array.from({ length: connections }, () => openConnection(port)));
  const free = [...lines];
  const times = [];
  const queue = [];
  let errors = 0;
  let running = 0;
  const serve = async (job) => {
    const line = free.pop();
    running += 1;
    const answer = await line.ask(job.request).catch(() => null);
    running -= 1;
    if (!answer || !isRight(answer, job.request, true)) errors += 1;
    else times.push(performance.now() - job.due);
    free.push(line);
    if (queue.length > 0) void serve(queue.shift());
  };
  const begin = performance.now();
  const total = Math.round(seconds * perSecond);
  for (let turn = 0; turn < total; turn += 1) {
    const due = begin + (turn * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 1) await pause(wait);
    const job = { due, request: requests[turn % requests.length] };
    if (free.length > 0) void serve(job);
    else queue.push(job);
  }
  const patience = performance.now() + 15_000;
  while ((running > 0 || queue.length > 0) && performance.now() < patience) await pause(5);
  for (const line of lines) line.close();
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), count: times.length, errors: errors + queue.length + running };
}
