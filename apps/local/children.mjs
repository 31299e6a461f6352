// Programs we start: their output goes to a file, their end is known, and what a killed launcher left is recognised.
import { fork, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { forget, holderOf, writeDown } from './pid-file.mjs';
import { projectFolder, runtimePath } from './places.mjs';
import { endProcess } from './processes.mjs';

const largestLog = 20 * 1024 * 1024;

/** Where the output of a program is kept. */
export function logPath(name) {
  return runtimePath('logs', `${name}.log`);
}

/** The last lines of a program's output, for a message. */
export function lastLines(name, count = 20) {
  const path = logPath(name);
  if (!existsSync(path)) return '';
  return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-count).map((line) => `  ${line}`).join('\n');
}

/**
 * Runs a program to its end, its output kept in .runtime/logs/`name`.log. Returns `{ code, output }`.
 * `closing` ends it (with what it started) when the command is interrupted. `echo` shows the output as it comes
 * (`'errors'`: only the error stream).
 */
export async function runToEnd(name, command, args, { env = process.env, closing, echo = false, cwd = projectFolder } = {}) {
  const pidFile = runtimePath(`${name}.pid`);
  await endLeftover(name);
  const output = openLog(name, 'w');
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', echo === true ? 'pipe' : output, echo ? 'pipe' : output] });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => process.stdout.write(chunk));
  closeSync(output);
  if (child.pid) writeDown(pidFile, child.pid);
  const release = closing?.add(() => endGroup(child.pid));
  try {
    const code = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (status) => resolve(status ?? 1));
    });
    return { code, output: echo ? '' : readFileSync(logPath(name), 'utf8') };
  } finally {
    release?.();
    forget(pidFile);
  }
}

/**
 * Keeps a Node program running, tied to us by an IPC channel (it leaves when we die, even brutally). `flags` are Node's own.
 * Returns `{ pid, ready, exited, stop() }`: `ready` resolves when it says so, `exited` with its exit code.
 */
export function keepRunning(name, module, { env = process.env, args = [], flags = [] } = {}) {
  const output = openLog(name, 'a');
  const child = fork(module, args, { cwd: projectFolder, env, detached: true, execArgv: flags, stdio: ['ignore', output, output, 'ipc'] });
  closeSync(output);
  const pidFile = runtimePath(`${name}.pid`);
  if (child.pid) writeDown(pidFile, child.pid);
  const exited = new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 1));
    child.once('error', () => resolve(1));
  });
  const ready = new Promise((resolve) => {
    child.on('message', (message) => {
      if (message?.ready === true) resolve();
    });
  });
  return {
    pid: child.pid,
    ready,
    exited,
    stop: async () => {
      // A worker may take 20 seconds to finish the job in hand.
      if (child.exitCode === null && child.signalCode === null) await endProcess(child.pid, { patience: 30_000 });
      forget(pidFile);
    },
  };
}

/** Ends the program of this name left by a launcher that was killed, if the process table knows it. */
export async function endLeftover(name) {
  const pidFile = runtimePath(`${name}.pid`);
  const left = holderOf(pidFile);
  if (left) await endGroup(left.pid);
  forget(pidFile);
}

/** Ends a program and everything it started (each of ours leads its own group). */
async function endGroup(pid) {
  if (!pid) return;
  signalGroup(pid, 'SIGTERM');
  for (let waited = 0; waited < 5000 && signalGroup(pid, 0); waited += 50) await pause(50);
  signalGroup(pid, 'SIGKILL');
}

function signalGroup(pid, signal) {
  try {
    return process.kill(-pid, signal);
  } catch {
    return false;
  }
}

function openLog(name, mode) {
  const path = logPath(name);
  if (existsSync(path) && statSync(path).size > largestLog) renameSync(path, `${path}.old`);
  try {
    return openSync(path, mode, 0o600);
  } catch (error) {
    error.path ??= basename(path);
    throw error;
  }
}
