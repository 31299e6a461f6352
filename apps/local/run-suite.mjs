// Runs one suite and counts what it did.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { runToEnd } from './children.mjs';
import { findChromium } from './chromium.mjs';
import { startJourneys } from './journeys.mjs';
import { nx } from './nx.mjs';
import { projectFolder, runtimePath } from './places.mjs';
import { judged, ofCheck, ofJest, ofNodeTest, ofPlaywright, readReport } from './results.mjs';
import { hasJest, nodeSpecs } from './suites.mjs';

/** Runs a suite; `services` are the test services when it needs them. Returns its counts. */
export async function runSuite(suite, { services, closing }) {
  const runner = { nx: runNx, jest: runJest, 'node-test': runNodeTest, playwright: runPlaywright }[suite.kind];
  return runner(suite, { services, closing });
}

async function runNx({ name, target }, { closing }) {
  const { code } = await nx(`test-${name}`, ['run-many', '-t', target], { closing, echo: true });
  return ofCheck(code);
}

async function runJest({ name, folder }, { services, closing }) {
  if (!hasJest(folder)) return judged({ passed: 0, failed: 0, skipped: 0 }, 0);
  const report = reportPath(name, 'json');
  const args = [program('jest', 'bin/jest.js'), '-c', join(folder, 'jest.config.cjs'), '--ci', '--maxWorkers=2', '--json', `--outputFile=${report}`];
  // what people read comes on the error stream
  const { code } = await runToEnd(`test-${name}`, process.execPath, args, { env: testEnvironment(services), closing, echo: 'errors' });
  return judged(readReport(report, ofJest), code);
}

async function runNodeTest({ name, files }, { closing }) {
  const specs = nodeSpecs(files);
  if (specs.length === 0) return judged({ passed: 0, failed: 0, skipped: 0 }, 0);
  const report = reportPath(name, 'tap');
  const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout', '--test-reporter=tap', `--test-reporter-destination=${report}`];
  const { code } = await runToEnd(`test-${name}`, process.execPath, ['--test', ...reporters, ...specs], { env: testEnvironment(null), closing, echo: true });
  return judged(readReport(report, ofNodeTest), code);
}

async function runPlaywright({ name, folder }, { services, closing }) {
  if (!existsSync(join(projectFolder, folder, 'playwright.config.ts'))) return judged({ passed: 0, failed: 0, skipped: 0 }, 0);
  const browser = await findChromium({ closing });
  const product = await startJourneys({ databaseUrl: services.databaseUrl, redisUrl: services.redisUrl, closing });
  const report = reportPath(name, 'json');
  const args = [program('@playwright/test', 'cli.js'), 'test', '-c', join(folder, 'playwright.config.ts'), '--reporter=list,json'];
  const env = { ...testEnvironment(services), ...product, CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const { code } = await runToEnd(`test-${name}`, process.execPath, args, { env, closing, echo: true });
  return judged(readReport(report, ofPlaywright), code);
}

function reportPath(name, extension) {
  const path = runtimePath('results', `${name}.${extension}`);
  rmSync(path, { force: true });
  return path;
}

function program(packageName, file) {
  return join(projectFolder, 'node_modules', packageName, file);
}

/** What the specs read: the services, or nothing of them for suites that do without. */
function testEnvironment(services) {
  const env = { ...process.env, FORCE_COLOR: '0' };
  for (const name of ['NODE_ENV', 'NODE_TEST_CONTEXT', 'DATABASE_URL', 'DATABASE_APP_URL', 'REDIS_URL', 'PORT', 'HOST']) delete env[name];
  if (!services) return env;
  env.TEST_DATABASE_URL = services.databaseUrl;
  if (services.redisUrl) env.TEST_REDIS_URL = services.redisUrl;
  else env.TEST_REDIS_URL = '';
  return env;
}
