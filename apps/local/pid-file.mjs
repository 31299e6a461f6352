// A pid file that tells the truth after a kill -9, and serves as a lock: taking it is atomic.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { isSameProcess, lookUp } from './processes.mjs';

/** Who holds this pid file: `{ pid, … }` when that very process is alive, else null. */
export function holderOf(path) {
  const kept = read(path);
  return kept && isSameProcess(kept.pid, kept) ? kept : null;
}

/** Writes down a process we started, so that a later start can recognise it. */
export function writeDown(path, pid, more = {}) {
  const seen = lookUp(pid);
  if (seen === null) return;
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({ pid, ...seen, ...more }), { mode: 0o600 });
  renameSync(draft, path);
}

export function forget(path) {
  rmSync(path, { force: true });
}

/**
 * Takes the lock for this process: `{ taken: true, release }`, or `{ taken: false, holder }` when another live
 * process has it. A file left by a dead process is set aside, never the file of a live one.
 */
export function takeLock(path) {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({ pid: process.pid, ...lookUp(process.pid) }), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      try {
        linkSync(draft, path);
        return { taken: true, release: () => releaseLock(path) };
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const holder = holderOf(path);
      if (holder) return { taken: false, holder };
      setAside(path);
    }
    return { taken: false, holder: holderOf(path) };
  } finally {
    rmSync(draft, { force: true });
  }
}

function setAside(path) {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  const moved = read(aside);
  if (moved && isSameProcess(moved.pid, moved)) {
    // Another command took the lock between our look and our move: give it back.
    renameSync(aside, path);
    return;
  }
  rmSync(aside, { force: true });
}

function releaseLock(path) {
  if (read(path)?.pid === process.pid) forget(path);
}

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
