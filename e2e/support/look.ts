import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Waits until the page of this title is there and asks for nothing more. */
export async function settled(page: Page, title: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** What axe finds wrong, one line each, with where. */
export async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id} (${help}) : ${target.join(' ')} ; ${failureSummary ?? ''}`));
}

/** A page as anyone must be able to use it: there, settled, and clean for assistive technologies. */
export async function look(page: Page, title: string | RegExp): Promise<void> {
  await settled(page, title);
  expect.soft(await axeFaults(page), `axe sur ${new URL(page.url()).pathname}`).toEqual([]);
}

/** How far the page goes beyond the screen, sideways. */
export const sideways = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** A control too low for a finger: what it is, and its size. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const controls = 'a[href], button, input, select, textarea, summary, [role="button"], [role="tab"], [role="radio"], [role="checkbox"], [role="menuitem"], [role="switch"]';
    const shown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    /** A link inside a sentence is as high as the sentence (the exception of WCAG 2.5.8). */
    const inSentence = (element: Element): boolean => {
      if (element.tagName !== 'A' || getComputedStyle(element).display !== 'inline') return false;
      return [...(element.parentNode?.childNodes ?? [])].some((near) => near.nodeType === Node.TEXT_NODE && (near.textContent ?? '').trim() !== '');
    };
    /** What answers to the finger: the control and its label. */
    const height = (element: Element): number => {
      const boxes = [element, ...((element as HTMLInputElement).labels ?? [])].filter(shown).map((one) => one.getBoundingClientRect());
      return Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top));
    };
    return [...document.querySelectorAll(controls)]
      .filter((element) => !(element as HTMLInputElement).disabled && (element as HTMLInputElement).type !== 'hidden')
      .filter((element) => shown(element) || ((element as HTMLInputElement).labels?.length ?? 0) > 0)
      .filter((element) => element.getBoundingClientRect().width > 1 && !inSentence(element))
      .filter((element) => height(element) < least)
      .map((element) => `${element.tagName.toLowerCase()} « ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 60)} » : ${Math.round(height(element))} px (${element.className.toString().slice(0, 60)})`);
  }, 43.5);
}
