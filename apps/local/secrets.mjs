// Passwords made on this machine for this clone, kept in .runtime for its owner only.
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { runtimePath } from './places.mjs';

/** The secret of this name, made once. */
export function secret(name, make = () => randomBytes(18).toString('base64url')) {
  const path = runtimePath('secrets.json');
  const kept = read(path);
  if (typeof kept[name] === 'string') return kept[name];
  const made = make();
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify({ ...kept, [name]: made }, null, 2)}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, path);
  return made;
}

function read(path) {
  if (!existsSync(path)) return {};
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}
