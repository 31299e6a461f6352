// A Chromium for the browser journeys: CHROMIUM_PATH, the usual places, else the one that comes from npm.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { folder, projectFolder, removeFolder, runtimeFolder } from './places.mjs';
import { runToEnd } from './children.mjs';
import { Trouble } from './trouble.mjs';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of a Chromium that runs here. `BROWSER_NPM=1` goes straight to the npm one. */
export async function findChromium({ environment = process.env, closing } = {}) {
  const asked = environment.CHROMIUM_PATH;
  if (asked) {
    if (runs(asked)) return asked;
    throw new Trouble(`CHROMIUM_PATH vaut « ${asked} », qui ne démarre pas. Corrigez ce chemin ou retirez la variable.`);
  }
  if (!environment.BROWSER_NPM) {
    const found = [...usualPlaces, ...ofPlaywright()].find(runs);
    if (found) return found;
  }
  return chromiumFromNpm(closing);
}

function ofPlaywright() {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH || join(homedir(), '.cache', 'ms-playwright');
  if (!existsSync(cache)) return [];
  return readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name)).map((name) => join(cache, name, 'chrome-linux', 'chrome'));
}

function runs(path) {
  return existsSync(path) && spawnSync(path, ['--version'], { timeout: 30_000, stdio: 'ignore' }).status === 0;
}

/**
 * Unpacks @sparticuz/chromium in .runtime/chromium and returns a small script that starts it with its own libraries
 * and its own list of fonts (its own names only the system's temporary folder, where another account may have left one).
 */
async function chromiumFromNpm(closing) {
  const place = join(runtimeFolder, 'chromium');
  const script = join(place, 'run');
  if (existsSync(script) && runs(script)) return script;
  removeFolder(place);
  const draft = folder(`${place}.draft`);
  const unpack = "import('@sparticuz/chromium').then((m) => m.default.executablePath()).catch((e) => { console.error(e); process.exit(1); })";
  const env = { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
  const { code, output } = await runToEnd('chromium-unpack', process.execPath, ['-e', unpack], { env, closing, cwd: projectFolder });
  if (code !== 0) {
    removeFolder(draft);
    throw new Trouble(`Le navigateur des tests n’a pas pu être préparé : ${output.trim().split('\n')[0]}. Installez Chromium, ou donnez son chemin avec CHROMIUM_PATH.`);
  }
  renameSync(draft, place);
  writeFileSync(join(place, 'fonts.conf'), fontsConfiguration(place));
  writeFileSync(script, startScript(place), { mode: 0o755 });
  if (!runs(script)) throw new Trouble('Le navigateur venu de npm ne démarre pas sur ce système. Installez Chromium, ou donnez son chemin avec CHROMIUM_PATH.');
  return script;
}

function startScript(place) {
  return `#!/bin/sh
export LD_LIBRARY_PATH='${place}/al2023/lib'
export FONTCONFIG_PATH='${place}/fonts'
export FONTCONFIG_FILE='${place}/fonts.conf'
exec '${place}/chromium' "$@"
`;
}

function fontsConfiguration(place) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${place}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${place}/fonts-cache</cachedir>
</fontconfig>
`;
}
