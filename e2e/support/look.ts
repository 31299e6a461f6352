import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Waits until the page of this title is there and asks for nothing more. */
export async function settled(page: Page, title: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** What axe finds wrong, one line each, with where; by every rule, or only by these. */
export async function axeFaults(page: Page, rules?: string[]): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) })
    .analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) : ${target.join(' ')} ; ${failureSummary ?? ''}`),
  );
}

/** A page as anyone must be able to use it: there, settled, and clean for assistive technologies. */
export async function look(page: Page, title: string | RegExp): Promise<void> {
  await settled(page, title);
  expect.soft(await axeFaults(page), `axe sur ${new URL(page.url()).pathname}`).toEqual([]);
}

/** How far the page goes beyond the screen, sideways. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The page in sight as it is on a phone: it does not go sideways, and a finger finds its controls; then as wide as before. */
export async function fitsPhone(page: Page): Promise<void> {
  const wide = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  const { pathname } = new URL(page.url());
  expect.soft(await sideways(page), `${pathname} ne défile pas de côté`).toBe(0);
  expect.soft(await smallTargets(page), `${pathname} se touche du doigt`).toEqual([]);
  if (wide) await page.setViewportSize(wide);
}

/** 44 px, less the borders of a field. */
const fingertip = 42.5;

/** The controls too low for a finger: what they are, and their size. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const controls =
      'a[href], button, input, select, textarea, summary, [role="button"], [role="tab"], [role="radio"], [role="checkbox"], [role="menuitem"], [role="switch"]';
    const shown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    /** A link inside a sentence is as high as the sentence (the exception of WCAG 2.5.8). */
    const inSentence = (element: Element): boolean => {
      if (element.tagName !== 'A' || getComputedStyle(element).display !== 'inline') return false;
      return [...(element.parentNode?.childNodes ?? [])].some(
        (near) => near.nodeType === Node.TEXT_NODE && (near.textContent ?? '').trim() !== '',
      );
    };
    const isOf = (element: Element, at: Element | null): boolean =>
      at !== null &&
      (element.contains(at) || [...((element as HTMLInputElement).labels ?? [])].some((label) => label.contains(at)));
    /** How far up and down a finger may land and still be on the control: its box, its label, or a card that answers for it. */
    const height = (element: Element): number => {
      const tallest = Math.max(
        ...[element, ...((element as HTMLInputElement).labels ?? [])].map((one) => one.getBoundingClientRect().height),
      );
      if (tallest >= least) return tallest;
      element.scrollIntoView({ block: 'center' });
      const { left, width, top, bottom } = element.getBoundingClientRect();
      const x = left + width / 2;
      let [from, to] = [top + 1, bottom - 1];
      while (to - from < least && isOf(element, document.elementFromPoint(x, from - 1))) from -= 1;
      while (to - from < least && isOf(element, document.elementFromPoint(x, to + 1))) to += 1;
      return to - from + 2;
    };
    return [...document.querySelectorAll(controls)]
      .filter((element) => !(element as HTMLInputElement).disabled && (element as HTMLInputElement).type !== 'hidden')
      .filter((element) => shown(element) || ((element as HTMLInputElement).labels?.length ?? 0) > 0)
      .filter((element) => element.getBoundingClientRect().width > 1 && !inSentence(element))
      .filter((element) => height(element) < least)
      .map(
        (element) =>
          `${element.tagName.toLowerCase()} « ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 60)} » : ${Math.round(height(element))} px (${element.className.toString().slice(0, 60)})`,
      );
  }, fingertip);
}
