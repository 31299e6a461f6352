import { addIndicator, addPerson, emptyCommunity, type Given, giveValue, signContract } from '../support/community';
import type { Door } from '../support/door';
import { lastQuarter } from '../support/days';
import { expect, phone, test } from '../support/journey';
import { look } from '../support/look';
import { entryHref, entryLine, save } from '../pages/entry';
import { confirm, expectDone } from '../pages/frame';

/** A value as the entry page holds it. */
async function measureOf(door: Door, indicatorId: string, periodKey: string): Promise<Given> {
  const { lines } = await door.get<{ lines: { indicator: { id: string }; measure: Given | null }[] }>(`/api/measures/entry?period=${periodKey}`);
  const measure = lines.find((line) => line.indicator.id === indicatorId)?.measure;
  if (!measure) throw new Error('No value there');
  return measure;
}

test('renvoyée, corrigée, validée, verrouillée : refusée à tous, ouverte par exception, et tout laisse sa trace', async ({ visit }) => {
  const community = await emptyCommunity();
  await signContract(community);
  const lead = await addPerson(community, 'lead', 'Nadia');
  const indicator = await addIndicator(community, { code: 'PAR-01', name: 'Réunions ville-hôpital', responsible: lead, unit: 'réunions' });
  const quarter = lastQuarter();
  await giveValue(lead, indicator, lastQuarter(1), { value: 2 });
  await giveValue(lead, indicator, quarter, { value: 3 });
  const valueHref = `/indicateurs/${indicator.id}/valeurs/${quarter.key}`;
  const { page } = await visit(community.coordinator);
  const { page: hers } = await visit(lead, phone);

  await test.step('la coordination renvoie la valeur avec une remarque', async () => {
    await page.goto(valueHref);
    await look(page, new RegExp(`^${quarter.label}`));
    await page.getByRole('button', { name: 'Renvoyer à corriger' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('Il manque la réunion de juillet.');
    await confirm(page, 'Renvoyer à corriger');
    await expectDone(page, 'Valeur renvoyée avec votre remarque');
  });

  await test.step('la pilote la voit, corrige, et la valeur repart', async () => {
    await hers.goto(entryHref(indicator, quarter));
    await look(hers, 'Saisir les valeurs');
    const line = entryLine(hers, indicator);
    await expect(line).toContainText('Il manque la réunion de juillet.');
    await line.getByRole('textbox', { name: /^Valeur|^Réunions/ }).first().fill('4');
    await save(line);
    await expect(line.getByText('à valider')).toBeVisible();
  });

  await test.step('elle est validée, puis sa période verrouillée', async () => {
    await page.goto(valueHref);
    await page.getByRole('button', { name: 'Valider la valeur' }).click();
    await expect(page.getByText('validée').first()).toBeVisible();
    await page.goto('/indicateurs/verrous');
    await look(page, 'Périodes verrouillées');
    await page.getByRole('button', { name: 'Verrouiller une période' }).first().click();
    await page.getByRole('dialog').getByRole('combobox').selectOption(quarter.key);
    await page.getByRole('dialog').getByRole('button', { name: /^Verrouiller/ }).click();
    await expectDone(page, 'Période verrouillée');
  });

  await test.step('plus rien ne change, pour personne', async () => {
    await hers.goto(entryHref(indicator, quarter));
    await expect(entryLine(hers, indicator).getByText(/verrouillée/).first()).toBeVisible();
    const { id, revision } = await measureOf(lead.door, indicator.id, quarter.key);
    const change = await lead.door.ask('PUT', `/api/indicators/${indicator.id}/values/${quarter.key}`, { value: 5, comment: null, revision });
    const reopening = await community.coordinator.door.ask('POST', `/api/measures/${id}/reopening`, { revision, reason: 'Une erreur' });
    expect([change.status(), reopening.status()]).toEqual([409, 409]);
  });

  await test.step('une exception nommée l’ouvre pour un temps', async () => {
    await page.goto(valueHref);
    await page.getByRole('button', { name: 'Accorder une exception' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Personne/).selectOption({ label: lead.name });
    await dialog.getByLabel(/^Raison/).fill('Feuille d’émargement retrouvée');
    await dialog.getByRole('button', { name: 'Accorder l’exception' }).click();
    await expectDone(page, 'Exception accordée');
    await hers.goto(entryHref(indicator, quarter));
    const line = entryLine(hers, indicator);
    await line.getByRole('textbox', { name: /^Valeur|^Réunions/ }).first().fill('5');
    await save(line);
    await expect(line.getByText('à valider')).toBeVisible();
  });

  await test.step('l’histoire de la valeur raconte tout', async () => {
    await page.goto(valueHref);
    await look(page, new RegExp(`^${quarter.label}`));
    const history = page.getByRole('region', { name: /Historique/ });
    for (const words of ['Il manque la réunion de juillet.', lead.name, 'exception']) await expect(history).toContainText(words);
  });
});
