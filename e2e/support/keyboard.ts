import { expect, type Locator, type Page } from '@playwright/test';

/** What has the keyboard's attention, and whether an eye can tell. */
async function focus(page: Page): Promise<{ what: string; seen: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return { what: 'rien', seen: true };
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const drawn = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
    return {
      what: `${element.tagName.toLowerCase()} « ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)} »`,
      seen: drawn && box.width > 0,
    };
  });
}

/** Goes with the Tab key, as far as needed, to this element; the focus is seen at each stop. */
export async function tabTo(page: Page, target: Locator, most = 80): Promise<void> {
  await expect(target).toBeVisible();
  for (let stops = 0; stops < most; stops += 1) {
    await page.keyboard.press('Tab');
    const { what, seen } = await focus(page);
    expect.soft(seen, `le focus se voit sur ${what}`).toBe(true);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${String(target)} n’est pas atteint au clavier en ${most} pas.`);
}
