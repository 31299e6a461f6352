import type { Locator, Page } from '@playwright/test';
import type { Indicator } from '../support/community';
import type { Quarter } from '../support/days';

/** The address that opens the entry page on one line. */
export const entryHref = (indicator: Indicator, period: Quarter): string =>
  `/indicateurs/saisie?periode=${period.key}&indicateur=${indicator.id}`;

/** The line of an indicator on the entry page. */
export const entryLine = (page: Page, { name }: Indicator): Locator => page.getByRole('form', { name });

/** Saves what is typed in a line. */
export const save = (line: Locator): Promise<void> => line.getByRole('button', { name: /^Enregistrer/ }).click();
