import type { Locator, Page } from '@playwright/test';

/** A file to choose in a page. */
export interface ChosenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A picture of one pixel, as a phone would give one. */
export const photo: ChosenFile = {
  name: 'emargement.png',
  mimeType: 'image/png',
  buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
};

/** Clicks the button that asks for a file, and gives this one. */
export async function choose(page: Page, button: Locator, file: ChosenFile): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await button.click();
  await (await chooser).setFiles(file);
}
