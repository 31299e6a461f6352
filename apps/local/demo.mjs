// The demo community and the accounts that show it, remembered for the following starts.
import { randomInt } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { commandLine } from './command-line.mjs';
import { runtimePath } from './places.mjs';
import { secret } from './secrets.mjs';

/**
 * Loads the demo when the database is empty; returns `{ loaded, accounts }`, those of an earlier start included.
 * An account is `{ email, name, shows, password }`.
 */
export async function loadDemo({ env, closing, memory = 'demo-accounts.json' }) {
  const password = secret('demo-password', readablePassword);
  const answer = await commandLine(['demo'], { env: { ...env, MAILLAGE_DEMO_PASSWORD: password }, closing, doing: 'Chargement de la démonstration' });
  const path = runtimePath(memory);
  if (Array.isArray(answer.accounts) && answer.accounts.length > 0) {
    const accounts = answer.accounts.map((account) => ({ ...account, password: account.password ?? password }));
    writeFileSync(path, JSON.stringify(accounts, null, 2), { mode: 0o600 });
    return { loaded: answer.loaded !== false, accounts };
  }
  return { loaded: answer.loaded === true, accounts: rememberedAccounts(memory) };
}

/** The demo accounts told at an earlier start. */
export function rememberedAccounts(memory = 'demo-accounts.json') {
  const path = runtimePath(memory);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : [];
}

const syllables = ['ba', 'che', 'do', 'fi', 'ga', 'lu', 'mi', 'no', 'pa', 'ri', 'so', 'tu', 'va', 'ze', 'bri', 'clo', 'dra', 'flu', 'gro', 'pli'];

/** A password one can type from a screen: three invented words and a number. */
function readablePassword() {
  const pick = () => syllables[randomInt(syllables.length)];
  const word = () => pick() + pick() + pick();
  const capital = (text) => text[0].toUpperCase() + text.slice(1);
  return `${[word(), word(), word()].map(capital).join('-')}-${randomInt(10, 100)}`;
}
