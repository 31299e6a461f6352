import type { Page } from '@playwright/test';
import { addIndicator, emptyCommunity, giveValue, validate } from '../support/community';
import { lastQuarter } from '../support/days';
import { expect, test } from '../support/journey';
import { fitsPhone, look } from '../support/look';
import { expectDone } from '../pages/frame';

const next = (page: Page) => page.getByRole('button', { name: 'Continuer' }).click();
const day = (start: string): string => start.split('-').reverse().join('/');

/** Says that the card takes its values from a formula. */
async function compute(page: Page, formula: string): Promise<void> {
  await page.getByRole('radio', { name: /^Calculées à partir d’autres indicateurs/ }).check();
  await page.getByRole('textbox', { name: /^Formule/ }).fill(formula);
}

test('un calcul : sa formule, son cercle refusé, sa valeur recalculée, et la valeur validée qui n’est pas remplacée sans demander', async ({ visit }) => {
  const community = await emptyCommunity();
  const { coordinator } = community;
  const town = await addIndicator(community, { code: 'PAR-01', name: 'Réunions de ville', unit: 'réunions' });
  const hospital = await addIndicator(community, { code: 'PAR-02', name: 'Réunions à l’hôpital', unit: 'réunions' });
  const [before, quarter] = [lastQuarter(1), lastQuarter()];
  const held = await giveValue(coordinator, town, quarter, { value: 3 });
  await validate(coordinator, [await giveValue(coordinator, hospital, quarter, { value: 4 })]);
  const { page, watch } = await visit(coordinator);
  let valueHref = '';
  /** The page of the computed value, once the job behind it said this. */
  const expectValue = async (words: RegExp): Promise<void> => {
    await expect(async () => {
      await page.goto(valueHref);
      await expect(page.getByRole('main')).toContainText(words, { timeout: 1_500 });
    }).toPass({ timeout: 30_000 });
  };

  await test.step('la coordination crée un indicateur calculé', async () => {
    await page.goto('/indicateurs/nouveau?modele=vide');
    await page.getByRole('textbox', { name: 'Nom de l’indicateur' }).fill('Réunions en tout');
    await page.getByRole('textbox', { name: 'Code' }).fill('TOT-01');
    await page.getByRole('textbox', { name: 'Définition' }).fill('Les réunions de ville et celles à l’hôpital.');
    await page.getByRole('checkbox', { name: /accès aux soins/ }).check();
    await next(page);
    await page.getByRole('radio', { name: /^Nombre/ }).check();
    await page.getByRole('textbox', { name: 'Unité' }).fill('réunions');
    await page.getByRole('radio', { name: /^La dernière valeur compte/ }).check();
    await compute(page, 'PAR-01 + PAR-02');
    await look(page, 'Nouvel indicateur');
    await fitsPhone(page);
    await next(page);
    await page.getByRole('textbox', { name: 'Suivi à partir du' }).fill(day(before.start));
    await next(page);
    await page.getByRole('button', { name: 'Créer l’indicateur' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Réunions en tout' })).toBeVisible();
    await look(page, 'Réunions en tout');
    await fitsPhone(page);
    await expect(page.getByRole('link', { name: 'Saisir une valeur' })).toHaveCount(0);
    valueHref = `${new URL(page.url()).pathname}/valeurs/${quarter.key}`;
  });

  await test.step('un cercle est refusé, en toutes lettres', async () => {
    await page.goto(`/indicateurs/${town.id}/modifier`);
    await next(page);
    await compute(page, 'TOT-01 - PAR-02');
    await expect(page.getByText(/La formule tourne en rond\s: PAR-01 → TOT-01 → PAR-01/)).toBeVisible();
    await look(page, 'Modifier la fiche');
    await next(page);
    await next(page);
    await page.getByRole('textbox', { name: 'Raison du changement' }).fill('Tout compter ensemble');
    watch.expect({ path: `/api/indicators/${town.id}`, status: 400 });
    await page.getByRole('button', { name: 'Enregistrer la fiche' }).click();
    await expect(page.getByRole('alert').filter({ hasText: /La formule tourne en rond/ })).toBeVisible();
  });

  await test.step('sa valeur arrive, puis suit celle dont elle vient', async () => {
    await expectValue(/7\sréunions/);
    const corrected = await giveValue(coordinator, town, quarter, { value: 5 }, held.revision);
    await validate(coordinator, [corrected]);
    await expectValue(/9\sréunions/);
    await expect(page.getByRole('region', { name: 'La valeur' })).toContainText('calcul');
    await page.getByRole('button', { name: 'Valider la valeur' }).click();
    await expectDone(page, 'Valeur validée');
    await look(page, new RegExp(`^${quarter.label}`));
  });

  await test.step('validée, elle n’est plus remplacée : la formule demande, et la coordination tranche', async () => {
    const { values } = await coordinator.door.get<{ values: { measure: { id: string; revision: number } | null; period: { key: string } }[] }>(`/api/indicators/${town.id}`);
    const measure = values.find(({ period }) => period.key === quarter.key)?.measure;
    await coordinator.door.post(`/api/measures/${measure?.id}/reopening`, { revision: measure?.revision, reason: 'Une réunion oubliée' });
    await giveValue(coordinator, town, quarter, { value: 6 }, (measure?.revision ?? 0) + 1);
    await expectValue(/La formule donne 10\sréunions, la valeur validée dit 9\sréunions\s: garder ou rouvrir/);
    await page.goto('/');
    await page.getByRole('region', { name: 'Calculs à trancher' }).getByRole('link', { name: /^Réunions en tout/ }).click();
    await look(page, new RegExp(`^${quarter.label}`));
    await fitsPhone(page);
    await page.getByRole('button', { name: 'Rouvrir et prendre le calcul' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Raison' }).fill('Compte rendu retrouvé');
    await page.getByRole('dialog').getByRole('button', { name: 'Rouvrir et prendre le calcul' }).click();
    await expectDone(page, 'Le chiffre de la formule est pris');
    await expect(page.getByRole('region', { name: 'La valeur' })).toContainText(/10\sréunions/);
    await expect(page.getByText(/garder ou rouvrir/)).toHaveCount(0);
  });
});
