import { expect, type Locator, type Page } from '@playwright/test';

/** The list of pages: on the left, or under the thumb. */
export const navigation = (page: Page): Locator => page.getByRole('navigation', { name: 'Navigation principale' });

/** What stands at the top of the page in sight. */
export const title = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name });

/** Goes to a page by the navigation. */
export async function goTo(page: Page, entry: string): Promise<void> {
  await navigation(page).getByRole('link', { name: entry, exact: true }).click();
}

/** Opens the menu of one's account. */
export async function openAccount(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Compte de / }).click();
}

/** Says yes to what the dialog asks. */
export async function confirm(page: Page, name: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
}

/** The message that says an act is done. */
export async function expectDone(page: Page, sentence: string | RegExp): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: sentence }).first()).toBeVisible();
}

/** The page said to whoever has no business there. */
export async function expectNoSuchPage(page: Page): Promise<void> {
  await expect(title(page, 'Cette page n’existe pas')).toBeVisible();
}
