import { test as base, expect, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';
import type { Person } from './community';
import { Watch } from './watch';

/** A page and what is heard behind it. */
export interface Visit {
  page: Page;
  context: BrowserContext;
  watch: Watch;
}

/** A phone held in the hand. */
export const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

interface Fixtures {
  /** Opens a browser of its own, signed in as someone when given; every fault behind its pages fails the journey. */
  visit: (person?: Person | null, options?: BrowserContextOptions) => Promise<Visit>;
}

/** A journey: Playwright's test with `visit`. */
export const test = base.extend<Fixtures>({
  visit: async ({ browser }, use) => {
    const opened: Visit[] = [];
    await use(async (person = null, options = {}) => {
      const visit = await openVisit(browser, options);
      opened.push(visit);
      if (person) await person.door.lend(visit.context);
      return visit;
    });
    for (const { context } of opened) await context.close();
    expect(
      opened.flatMap(({ watch }) => watch.found),
      'rien ne va mal derrière les pages',
    ).toEqual([]);
  },
});

async function openVisit(browser: Browser, options: BrowserContextOptions): Promise<Visit> {
  const context = await browser.newContext({ ...base.info().project.use, ...options });
  const watch = new Watch(context);
  return { context, watch, page: await context.newPage() };
}

export { expect };
