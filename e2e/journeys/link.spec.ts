import { addIndicator, emptyCommunity } from '../support/community';
import { choose, photo } from '../support/chosen-file';
import { lastQuarter } from '../support/days';
import { environment } from '../support/environment';
import { expect, phone, test } from '../support/journey';
import { fitsPhone, look } from '../support/look';
import { linkIn, messageTo } from '../support/mailbox';
import { confirm, expectDone } from '../pages/frame';

/** What the API answers to whoever holds a secret: how it is refused, without what only names the request. */
async function answerTo(secret: string): Promise<unknown> {
  const answer = await fetch(`${environment.baseUrl}/api/collection-door`, { headers: { 'x-collection-link': secret } });
  const { title, detail, code } = (await answer.json()) as Record<string, unknown>;
  return { status: answer.status, title, detail, code };
}

test('un lien de collecte : demandé, reçu, répondu sans compte avec une photo, accepté, révoqué', async ({ visit }) => {
  const community = await emptyCommunity();
  const vaccines = await addIndicator(community, { code: 'PHA-01', name: 'Vaccins faits en pharmacie', unit: 'vaccins', evidence: 'Feuille de présence' });
  const interviews = await addIndicator(community, { code: 'PHA-02', name: 'Entretiens pharmaceutiques', unit: 'entretiens' });
  const other = await addIndicator(community, { code: 'PAR-01', name: 'Réunions ville-hôpital', unit: 'réunions' });
  const quarter = lastQuarter();
  const email = `pharmacie-${community.id}@exemple.fr`;
  const { page } = await visit(community.coordinator);

  await test.step('la coordination confie deux indicateurs à une pharmacie', async () => {
    await page.goto('/indicateurs/liens');
    await look(page, 'Liens de collecte');
    await page.getByRole('button', { name: 'Créer un lien' }).click();
    const dialog = page.getByRole('dialog', { name: 'Nouveau lien de collecte' });
    await dialog.getByLabel('Confié à').fill('Pharmacie du Marché');
    for (const { name } of [vaccines, interviews]) await dialog.getByRole('checkbox', { name: new RegExp(name) }).check();
    await dialog.getByRole('radio', { name: 'Seulement celles que je choisis' }).check();
    await dialog.getByRole('checkbox', { name: quarter.label }).check();
    await dialog.getByRole('radio', { name: 'Maillage l’envoie par e-mail' }).check();
    await dialog.getByLabel('Adresse électronique').fill(email);
    await look(page, 'Liens de collecte');
    await dialog.getByRole('button', { name: 'Créer le lien' }).click();
    const made = page.getByRole('dialog', { name: 'Lien créé' });
    await expect(made.getByText(`Le lien part par e-mail à ${email}.`)).toBeVisible();
    await made.getByRole('button', { name: 'C’est noté' }).click();
  });

  const message = await messageTo(email, /vos chiffres à transmettre/);
  for (const { name } of [vaccines, interviews]) expect(message.text).toContain(name);
  expect(message.text).not.toContain(other.name);
  const address = linkIn(message, '/collecte#');
  const secret = address.split('#')[1] ?? '';
  const { page: hers, watch } = await visit(null, phone);

  await test.step('au téléphone et sans compte, la pharmacienne répond avec une photo', async () => {
    await hers.goto(address);
    await look(hers, /^Vos chiffres pour/);
    await expect(hers.getByRole('form')).toHaveCount(2);
    const line = hers.getByRole('form', { name: `${vaccines.name} ${quarter.label}` });
    await line.getByRole('textbox', { name: /^Valeur/ }).fill('37');
    await choose(hers, line.getByRole('button', { name: /^Prendre une photo/ }), photo);
    await expect(line.getByText(/partira avec la réponse/)).toBeVisible();
    await fitsPhone(hers);
    await line.getByRole('button', { name: /^Envoyer/ }).click();
    await expect(line.getByText(/Reçu le .+\s: 37\svaccins/)).toBeVisible();
    await look(hers, /^Vos chiffres pour/);
    await fitsPhone(hers);
  });

  await test.step('la coordination accepte la réponse, et la valeur dit d’où elle vient', async () => {
    await page.goto('/indicateurs/liens/a-accepter');
    await page.getByRole('checkbox', { name: new RegExp(`${vaccines.name}.*Pharmacie du Marché`) }).check();
    await look(page, 'Liens de collecte');
    await fitsPhone(page);
    await page.getByRole('button', { name: 'Accepter', exact: true }).click();
    await expectDone(page, '1 réponse acceptée');
    await page.goto(`/indicateurs/${vaccines.id}`);
    await page.getByRole('table').getByRole('link', { name: quarter.label }).click();
    await look(page, new RegExp(`^${quarter.label}`));
    const figure = page.getByRole('region', { name: 'La valeur' });
    await expect(figure).toContainText(/37\svaccins/);
    await expect(figure).toContainText('lien de collecte');
    await expect(page.getByRole('region', { name: 'Preuves' }).getByRole('link', { name: /^(emargement|photo)/ })).toBeVisible();
  });

  await test.step('révoqué, le lien répond comme un lien que personne ne connaît', async () => {
    await page.goto('/indicateurs/liens');
    await page.getByRole('link', { name: 'Pharmacie du Marché' }).click();
    await look(page, 'Pharmacie du Marché');
    await fitsPhone(page);
    await page.getByRole('button', { name: 'Révoquer' }).click();
    await confirm(page, 'Révoquer');
    await expectDone(page, 'Lien révoqué');
    watch.expect({ path: '/api/collection-door', status: 404 });
    await hers.reload();
    await look(hers, 'Ce lien ne fonctionne pas');
    await fitsPhone(hers);
    const revoked = await answerTo(secret);
    expect(revoked).toMatchObject({ status: 404 });
    expect(revoked).toEqual(await answerTo([...secret].reverse().join('')));
  });
});
