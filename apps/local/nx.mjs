// Nx, quietly: no daemon, no cloud, no screen of its own.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { runToEnd } from './children.mjs';
import { projectFolder } from './places.mjs';

/** Runs `nx <args>`; returns `{ code, output }`. */
export function nx(name, args, options = {}) {
  return runToEnd(name, process.execPath, [nxProgram(), ...args, '--outputStyle=stream'], { ...options, env: nxEnvironment() });
}

function nxProgram() {
  const folder = join(projectFolder, 'node_modules', 'nx');
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin.nx);
}

function nxEnvironment() {
  const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true', NX_ISOLATE_PLUGINS: 'false', FORCE_COLOR: '0' };
  delete env.NODE_ENV; // each target decides
  delete env.PORT;
  return env;
}
