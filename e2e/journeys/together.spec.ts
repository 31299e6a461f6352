import { addIndicator, addPerson, emptyCommunity, projectInForce, signContract } from '../support/community';
import { lastQuarter } from '../support/days';
import { expect, test } from '../support/journey';
import { look } from '../support/look';
import { entryHref, entryLine, save } from '../pages/entry';

test('deux personnes saisissent la même valeur : la seconde est avertie et voit les deux', async ({ visit }) => {
  const community = await emptyCommunity();
  await signContract(community);
  await projectInForce(community);
  const lead = await addPerson(community, 'lead', 'Julien');
  const indicator = await addIndicator(community, { code: 'PRO-01', name: 'Professionnels engagés', responsible: lead });
  const address = entryHref(indicator, lastQuarter());
  const first = await visit(lead);
  const second = await visit(community.coordinator);
  second.watch.expect({ status: 409, path: /\/values\// });
  await first.page.goto(address);
  await second.page.goto(address);
  const [one, two] = [entryLine(first.page, indicator), entryLine(second.page, indicator)];
  await one.getByLabel('Valeur').fill('31');
  await two.getByLabel('Valeur').fill('29');
  await save(one);
  await expect(one.getByText('à valider')).toBeVisible();
  await save(two);

  const dialog = second.page.getByRole('dialog', { name: /Quelqu’un a modifié/ });
  await expect(dialog).toContainText(`Julien`);
  await expect(dialog.getByRole('row', { name: /^Valeur/ })).toContainText(/29.*31/);
  await look(second.page, 'Saisir les valeurs');
  await dialog.getByRole('button', { name: 'Enregistrer ma version' }).click();
  await expect(dialog).toBeHidden();
  await expect(two.getByLabel('Valeur')).toHaveValue('29');
  await first.page.reload();
  await expect(one.getByLabel('Valeur')).toHaveValue('29');
  // Both acts stay in the history.
  await one.getByRole('link', { name: indicator.name }).click();
  await look(first.page, new RegExp(`^${lastQuarter().label}`));
  await expect(first.page.getByRole('listitem').filter({ hasText: /Julien.*a donné la valeur\s: 31/ })).toBeVisible();
  await expect(first.page.getByRole('listitem').filter({ hasText: /Claire.*a corrigé la valeur\s: 29/ })).toBeVisible();
});

test('rien de ce qui est tapé ne se perd : rechargement et coupure du réseau', async ({ visit }) => {
  const community = await emptyCommunity();
  await signContract(community);
  await projectInForce(community);
  const indicator = await addIndicator(community, { code: 'PRO-02', name: 'Professionnels formés' });
  const { page, context, watch } = await visit(community.coordinator);
  await page.goto(entryHref(indicator, lastQuarter()));
  const line = entryLine(page, indicator);

  await test.step('un rechargement', async () => {
    await line.getByLabel('Valeur').fill('17');
    await expect(line.getByText(/Gardé sur cet appareil/)).toBeVisible();
    await page.reload();
    await expect(line.getByLabel('Valeur')).toHaveValue('17');
    await expect(line.getByText(/a été retrouvée/)).toBeVisible();
  });

  await test.step('une coupure : la saisie attend, puis part d’elle-même', async () => {
    watch.expectOffline(true);
    await context.setOffline(true);
    await expect(page.getByText('Vous êtes hors connexion')).toBeVisible();
    await line.getByLabel('Valeur').fill('18');
    await save(line);
    await expect(line.getByText('Pas de connexion : votre saisie est gardée')).toBeVisible();
    await look(page, 'Saisir les valeurs');
    await context.setOffline(false);
    await expect(line.getByText('à valider')).toBeVisible();
    watch.expectOffline(false);
    await page.reload();
    await expect(line.getByLabel('Valeur')).toHaveValue('18');
  });
});
