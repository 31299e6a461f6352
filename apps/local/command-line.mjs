// The operator's command line (apps/cli, built), called as a program of its own.
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { logPath } from './children.mjs';
import { projectFolder } from './places.mjs';
import { Trouble, diskIsFull } from './trouble.mjs';

export const commandLineProgram = join(projectFolder, 'dist', 'apps', 'cli', 'main.js');

/** Runs one command and returns what it answered with --json; a failure becomes a sentence. */
export async function commandLine(words, { env, closing, doing }) {
  if (!existsSync(commandLineProgram)) throw new Trouble('Le programme de ligne de commande n’est pas construit. Lancez « npm run build », puis recommencez.');
  const { code, output, faults } = await runProgram([...words, '--json'], env, closing);
  appendFileSync(logPath('cli'), `$ ${words.join(' ')}\n${faults}`);
  if (closing?.begun) throw new Error('interrupted');
  if (code !== 0) throw new Trouble(whyItFailed(doing, faults || output));
  return lastJson(output);
}

function runProgram(words, env, closing) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [commandLineProgram, ...words], { cwd: projectFolder, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const release = closing?.add(() => child.kill('SIGTERM'));
    let output = '';
    let faults = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (faults += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      release?.();
      resolve({ code: code ?? 1, output, faults });
    });
  });
}

function whyItFailed(doing, text) {
  if (/No space left|ENOSPC|could not extend file/i.test(text)) return diskIsFull();
  if (/password authentication failed|28P01/.test(text)) {
    return `${doing} : le serveur PostgreSQL refuse le compte ou le mot de passe. Vérifiez DATABASE_URL, puis relancez.`;
  }
  const absent = /database "([^"]+)" does not exist/.exec(text)?.[1];
  if (absent) return `${doing} : la base « ${absent} » n’existe pas sur ce serveur. Créez-la (« createdb ${absent} »), puis relancez.`;
  if (/ECONNREFUSED|ENOTFOUND|ETIMEDOUT/.test(text)) return `${doing} : le serveur PostgreSQL ne répond pas. Vérifiez DATABASE_URL et que ce serveur est en marche, puis relancez.`;
  return `${doing} : échec. Relancez ; si cela recommence, en voici le détail (journal : ${logPath('cli')}) :\n${text.trim().split('\n').filter((line) => line.trim() !== '' && !/^\s+at /.test(line)).slice(-15).map((line) => `  ${line}`).join('\n')}`;
}

/** The last line that is JSON: logs may come before it. */
export function lastJson(output) {
  const whole = parse(output);
  if (whole) return whole;
  for (const line of output.trim().split('\n').reverse()) {
    const found = parse(line);
    if (found) return found;
  }
  return {};
}

function parse(text) {
  try {
    const value = JSON.parse(text);
    return value !== null && typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
