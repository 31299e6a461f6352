import { readFileSync } from 'node:fs';
import process from 'node:process';

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} manque : lancez les parcours par « npm test -- e2e ».`);
  return value;
}

/** Where the running product is, and the ways into it; given by the command that starts it. */
export const environment = {
  baseUrl: given('E2E_BASE_URL'),
  inboxUrl: given('E2E_INBOX_URL'),
  /** The browser; without it Playwright's own. */
  chromium: process.env['CHROMIUM_PATH'],
  demoPassword: given('E2E_DEMO_PASSWORD'),
  /** The operator's door: its program and what it must be started with. */
  operator: (): { program: string; env: Record<string, string> } => JSON.parse(readFileSync(given('E2E_OPERATOR'), 'utf8')),
};
