import { addIndicator, addPerson, emptyCommunity, PASSWORD } from '../support/community';
import { choose, photo } from '../support/chosen-file';
import { lastQuarter } from '../support/days';
import { expect, phone, test } from '../support/journey';
import { look, sideways, smallTargets } from '../support/look';
import { linkIn, messageTo } from '../support/mailbox';
import { entryLine, save } from '../pages/entry';

test('un rappel : de son lien à la valeur envoyée avec sa photo, au téléphone, en moins de huit gestes', async ({ visit }) => {
  const community = await emptyCommunity();
  const lead = await addPerson(community, 'lead', 'Julien');
  const meetings = await addIndicator(community, { code: 'PAR-01', name: 'Réunions pluriprofessionnelles', unit: 'réunions', responsible: lead });
  const protocols = await addIndicator(community, { code: 'PAR-02', name: 'Protocoles signés', unit: 'protocoles', responsible: lead });
  const quarter = lastQuarter();

  await test.step('la coordination relance depuis la page de collecte', async () => {
    const { page } = await visit(community.coordinator);
    await page.goto(`/indicateurs/collecte?periode=${quarter.key}`);
    await look(page, 'Collecte');
    await page.getByRole('button', { name: 'Relancer maintenant' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Envoyer les rappels' }).click();
    await expect(page.getByRole('status').filter({ hasText: /1\srappel part/ }).first()).toBeVisible();
  });

  const message = await messageTo(lead.email, /2 valeurs attendues/);
  expect(message.text).toContain('Protocoles signés');
  const { page } = await visit(null, phone);

  await test.step('le pilote ouvre le lien, se connecte, donne le chiffre et la photo', async () => {
    let gestures = 0;
    const gesture = async (act: Promise<unknown>): Promise<void> => {
      gestures += 1;
      await act;
    };
    await gesture(page.goto(linkIn(message, '/indicateurs/saisie')));
    await gesture(page.getByLabel('Adresse électronique').fill(lead.email));
    await gesture(page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD));
    await gesture(page.getByRole('button', { name: 'Se connecter' }).click());
    const line = entryLine(page, meetings);
    await gesture(line.getByRole('textbox').first().fill('4'));
    await gesture(choose(page, line.getByRole('button', { name: /^Prendre une photo/ }), photo));
    await gesture(save(line));
    await expect(line.getByText('à valider')).toBeVisible();
    await expect(line.getByRole('link', { name: /^emargement/ })).toBeVisible();
    expect(gestures).toBeLessThan(8);
    await look(page, 'Saisir les valeurs');
  });

  await test.step('de l’autre indicateur il dit pourquoi il n’y a pas de valeur', async () => {
    const line = entryLine(page, protocols);
    await line.getByRole('button', { name: /^Pas de valeur cette période/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Pas de valeur cette période' });
    await dialog.getByLabel('Raison').fill('Aucun protocole ce trimestre');
    await dialog.getByRole('button', { name: 'Enregistrer cette réponse' }).click();
    await expect(line.getByText(/Pas de valeur\s: Aucun protocole ce trimestre/)).toBeVisible();
    await page.reload();
    await look(page, 'Saisir les valeurs');
    await expect(line.getByText(/Pas de valeur\s: Aucun protocole ce trimestre/)).toBeVisible();
    expect(await sideways(page)).toBe(0);
    expect(await smallTargets(page)).toEqual([]);
  });

  await test.step('la collecte de la période est complète', async () => {
    const opened = await visit(community.coordinator, phone);
    await opened.page.goto(`/indicateurs/collecte?periode=${quarter.key}`);
    await look(opened.page, 'Collecte');
    await expect(opened.page.getByText(/2\sréponses sur 2/)).toBeVisible();
    await expect(opened.page.getByRole('button', { name: 'Relancer maintenant' })).toHaveCount(0);
    expect(await sideways(opened.page)).toBe(0);
    expect(await smallTargets(opened.page)).toEqual([]);
  });
});
