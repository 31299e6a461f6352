// The process table: is this number still the very process we started?
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';

/** What the process table says of a process: when it started (an opaque text) and its command line; null when gone. */
export function lookUp(pid) {
  if (!Number.isInteger(pid) || pid <= 1) return null;
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

/** True when `seen` (kept earlier from `lookUp`) is still the process that carries this number. */
export function isSameProcess(pid, seen) {
  const now = lookUp(pid);
  return now !== null && seen !== undefined && now.started === seen.started;
}

/** Asks a process to end, then ends it; resolves when it is gone. */
export async function endProcess(pid, { signal = 'SIGTERM', patience = 10_000 } = {}) {
  const before = lookUp(pid);
  if (before === null) return;
  send(pid, signal);
  const limit = Date.now() + patience;
  while (isSameProcess(pid, before)) {
    if (Date.now() > limit) {
      send(pid, 'SIGKILL');
      await pause(200);
      return;
    }
    await pause(50);
  }
}

function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function fromProc(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim();
    return { started: `${bootOf()}/${fields[19]}`, command };
  } catch {
    return null;
  }
}

function bootOf() {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return 'boot';
  }
}

function fromPs(pid) {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=,command=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
    const match = /^(\S+)\s+(\S+\s+\S+\s+\d+\s+[\d:]+\s+\d+)\s+(.*)$/s.exec(line);
    if (!match || match[1].startsWith('Z')) return null;
    return { started: match[2], command: match[3] };
  } catch {
    return null;
  }
}
