import { defineConfig } from '@playwright/test';
import { environment } from './support/environment';

const seconds = 1_000;

/** The journeys, on the real product in a real browser. What a failure leaves behind goes to test-results, out of git. */
export default defineConfig({
  testDir: './journeys',
  outputDir: '../test-results/e2e',
  // Each journey brings its own community: they run side by side, and a journey that fails once has failed.
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120 * seconds,
  expect: { timeout: 10 * seconds },
  reportSlowTests: null,
  // What every journey wrote is checked once they have all ended.
  projects: [
    { name: 'parcours', testIgnore: '**/after/**' },
    { name: 'ensuite', testMatch: '**/after/*.spec.ts', dependencies: ['parcours'] },
  ],
  use: {
    baseURL: environment.baseUrl,
    browserName: 'chromium',
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1280, height: 800 },
    actionTimeout: 10 * seconds,
    navigationTimeout: 15 * seconds,
    screenshot: 'only-on-failure',
    trace: { mode: 'retain-on-failure', screenshots: false, sources: false },
    launchOptions: {
      executablePath: environment.chromium,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
