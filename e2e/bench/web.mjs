// P13: what the pages weigh and how they come up in a real Chromium whose processor is slowed four times, beside a page made of
// React, the router and the query cache alone, built and served in the same run.
import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { findChromium } from '../../apps/local/chromium.mjs';
import { folder, projectFolder, runtimeFolder } from '../../apps/local/places.mjs';
import { spread } from './figures.mjs';
import { require } from './product.mjs';
import { measured, told } from './targets.mjs';

const slowedBy = 4;
const flags = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

/** Rows of the web part. */
export async function measureWeb({ api, readers, size, closing, tell }) {
  const baseline = await serveBaseline(closing);
  const { chromium } = require('playwright-core');
  const browser = await chromium.launch({ executablePath: await findChromium({ closing }), args: flags });
  const forget = closing.add(() => browser.close());
  const address = `http://localhost:${api.port}`;
  const pages = [
    { name: 'référence React + routeur + requêtes', url: `http://localhost:${baseline.port}/`, shown: 'h1' },
    { name: 'première page (connexion)', url: `${address}/connexion`, shown: 'form', limits: true },
    { name: 'accueil (connecté)', url: `${address}/`, shown: 'main h1', cookie: readers[0].cookie, limits: true, clicks: true },
  ];
  const visits = new Map(pages.map((page) => [page, []]));
  try {
    // In turn, round after round; the first visits warm up.
    for (let round = 0; round <= size.visits; round += 1) {
      tell(`visites ${round} sur ${size.visits}`);
      for (const page of pages) {
        const visit = await visitOnce(browser, page);
        if (round > 0) visits.get(page).push(visit);
      }
    }
  } finally {
    forget();
    await browser.close();
    baseline.stop();
  }
  return pages.flatMap((page) => rowsOf(page, visits.get(page)));
}

function rowsOf({ name, limits, clicks }, visits) {
  const of = (pick) => spread(visits.map(pick));
  const weight = { ...of(({ js }) => js / 1000), rounds: 1 };
  const files = `${visits[0].files} fichiers`;
  if (!limits) return [told('JavaScript de la référence (gzip)', 'ko', weight, `${name}, ${files}`), told('Plus grand élément affiché de la référence', 's', of(({ lcp }) => lcp / 1000))];
  const lcp = measured('P13 LCP', of((visit) => visit.lcp / 1000), name);
  return [
    measured('P13 JS', weight, `${name}, ${files} ; styles ${Math.round(visits[0].css / 1000)} ko`),
    lcp,
    measured('P13 CLS', of((visit) => visit.cls), name),
    ...(clicks ? [measured('P13 INP', of((visit) => visit.inp), `${name} : le plus lent des clics`)] : []),
  ];
}

/** Opens the page in a browser that knows nothing yet; returns its weight and its times. */
async function visitOnce(browser, { url, shown, cookie, clicks }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR' });
  if (cookie) await context.addCookies([{ name: cookie.slice(0, cookie.indexOf('=')), value: cookie.slice(cookie.indexOf('=') + 1), url }]);
  const page = await context.newPage();
  const loaded = [];
  page.on('response', (response) => {
    const type = response.request().resourceType();
    if (type === 'script' || type === 'stylesheet') loaded.push(response.body().then((body) => ({ type, size: gzipSync(body).length })).catch(() => null));
  });
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowedBy });
  await page.addInitScript(watch);
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.waitForSelector(shown);
  await page.waitForTimeout(300);
  const first = (await Promise.all(loaded)).filter(Boolean);
  const times = await page.evaluate(() => ({ ...globalThis.benchTimes }));
  if (clicks) await clickAround(page);
  const { inp } = await page.evaluate(() => globalThis.benchTimes);
  await context.close();
  const weight = (type) => first.filter((one) => one.type === type).reduce((sum, { size }) => sum + size, 0);
  return { js: weight('script'), css: weight('stylesheet'), files: first.filter(({ type }) => type === 'script').length, lcp: times.lcp, cls: Math.round(times.cls * 1000) / 1000, inp };
}

/** What people do first: show more duties, open two pages of the menu, come back. */
async function clickAround(page) {
  const links = page.locator('nav a');
  const count = Math.min(3, await links.count());
  for (let index = 0; index < count; index += 1) {
    await links.nth(index).click();
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(200);
  }
}

/** Runs in the page: keeps the figures the browser gives. */
function watch() {
  const times = { lcp: 0, cls: 0, inp: 0 };
  globalThis.benchTimes = times;
  const see = (type, read, options = {}) => new globalThis.PerformanceObserver((list) => list.getEntries().forEach(read)).observe({ type, buffered: true, ...options });
  see('largest-contentful-paint', (entry) => (times.lcp = entry.startTime));
  see('layout-shift', (entry) => (times.cls += entry.hadRecentInput ? 0 : entry.value));
  see('event', (entry) => (times.inp = Math.max(times.inp, entry.interactionId ? entry.duration : 0)), { durationThreshold: 16 });
}

const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' };

/** Builds the reference page and serves it compressed. */
async function serveBaseline(closing) {
  const place = folder(runtimeFolder, 'bench', 'web-baseline');
  const { build } = await import('vite');
  await build({
    root: join(projectFolder, 'e2e/bench/web-baseline'),
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { outDir: place, emptyOutDir: true, target: 'es2022', reportCompressedSize: false },
  });
  const server = createServer((request, response) => {
    const path = join(place, new URL(request.url, 'http://localhost').pathname);
    const file = existsSync(path) && extname(path) ? path : join(place, 'index.html');
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'content-encoding': 'gzip' });
    response.end(gzipSync(readFileSync(file)));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  closing.add(stop);
  return { port: server.address().port, stop };
}
