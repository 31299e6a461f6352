import { expect, type Page } from '@playwright/test';

/** Signs in through the page. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
}

/** The page that asks who is there. */
export async function expectSignIn(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Connexion' })).toBeVisible();
}
