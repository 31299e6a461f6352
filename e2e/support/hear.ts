import type { Page } from '@playwright/test';

/** Notes from now on everything the progress bars of the page say, however short it lasts; call what is returned to read it. */
export async function hearProgress(page: Page): Promise<() => Promise<string[]>> {
  const heard = await page.evaluateHandle(() => {
    const said: string[] = [];
    const note = (): void => {
      for (const bar of document.querySelectorAll('[role="progressbar"]')) {
        const words = `${bar.getAttribute('aria-label') ?? ''} ${bar.getAttribute('aria-valuenow') ?? ''}`.replace(/\s+/g, ' ');
        if (said.at(-1) !== words) said.push(words);
      }
    };
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, attributes: true });
    return said;
  });
  return () => heard.jsonValue();
}
