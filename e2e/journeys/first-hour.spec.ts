import { PASSWORD, unique } from '../support/community';
import { contractSignedOn, lastQuarter } from '../support/days';
import { expect, test } from '../support/journey';
import { look } from '../support/look';
import { linkIn, messageTo } from '../support/mailbox';
import { createCommunity } from '../support/operator';
import { expectDone, title } from '../pages/frame';

/** « 15/01/2024 », as a person types it. */
const typed = (day: string): string => day.split('-').reverse().join('/');

test('la première heure : de l’invitation reçue au premier tableau de bord', async ({ visit }) => {
  const mark = unique();
  const email = `coordination-${mark}@exemple.fr`;
  await createCommunity(`des Deux Rives ${mark}`, email);
  const invitation = await messageTo(email, /Invitation à rejoindre CPTS des Deux Rives/);
  expect(invitation.text).toMatch(/Votre rôle\s: Coordination/);
  const { page } = await visit();
  /** Back to the list of the first hour, then on to its next step. */
  const nextStep = async (name: string, done: number): Promise<void> => {
    await page.goto('/');
    await look(page, 'Accueil');
    await expect(page.getByText(new RegExp(`^${done}\\sétapes? faites? sur 6`))).toBeVisible();
    await page.getByRole('link', { name }).click();
  };

  await test.step('créer son compte avec le lien du message', async () => {
    await page.goto(linkIn(invitation, '/invitation#'));
    await look(page, `Rejoindre CPTS des Deux Rives ${mark}`);
    await page.getByLabel('Prénom').fill('Claire');
    await page.getByLabel('Nom', { exact: true }).fill('Morel');
    await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Créer mon compte' }).click();
    await expect(title(page, 'Accueil')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Mise en route' })).toBeVisible();
  });

  await test.step('le territoire', async () => {
    await nextStep('Indiquer les communes du territoire', 0);
    await page.getByLabel('Commune ou intercommunalité').fill('giennoises');
    await page.getByRole('button', { name: /^Ajouter les \d+ communes \(.*Giennoises\)/ }).click();
    await expectDone(page, /communes ajoutées au territoire/);
    await page.getByLabel('Commune ou intercommunalité').fill('18015');
    await page.getByRole('button', { name: 'Ajouter Aubigny-sur-Nère' }).click();
    await expectDone(page, '1 commune ajoutée au territoire');
    await look(page, 'Territoire');
  });

  await test.step('le contrat', async () => {
    await nextStep('Renseigner le contrat signé', 1);
    await page.getByLabel('Date de signature').fill(typed(contractSignedOn));
    await page.getByLabel('Durée').fill('5');
    await page.getByLabel('Taille inscrite au contrat').selectOption('1');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expectDone(page, 'Contrat enregistré');
    await expect(page.getByText(`(${typed(contractSignedOn).slice(0, 5)}/`, { exact: false }).first()).toBeVisible();
    await look(page, 'Contrat');
  });

  await test.step('le projet de santé, du modèle prêt à sa mise en vigueur', async () => {
    await nextStep('Écrire le projet de santé et le mettre en vigueur', 2);
    await look(page, 'Projet de santé');
    await page.getByRole('radio', { name: /six missions/i }).check();
    await page.getByRole('button', { name: 'Commencer le projet' }).click();
    await look(page, 'Brouillon du projet de santé');
    await page.getByRole('button', { name: 'Mettre en vigueur' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Mettre en vigueur' }).click();
    await expectDone(page, 'La version 1 est en vigueur');
    await look(page, /^Projet de santé/);
  });

  await test.step('un indicateur, d’une fiche prête', async () => {
    await nextStep('Choisir les premiers indicateurs', 3);
    await look(page, 'Indicateurs');
    await page.getByRole('main').getByRole('link', { name: 'Nouvel indicateur' }).first().click();
    await look(page, 'Nouvel indicateur');
    await page
      .getByRole('link', { name: /Professionnels engagés/i })
      .first()
      .click();
    await expect(page.getByText('Étape 1 sur 4')).toBeVisible();
    await look(page, 'Nouvel indicateur');
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.getByLabel('Suivi à partir du').fill(typed(lastQuarter().start));
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.getByRole('button', { name: 'Créer l’indicateur' }).click();
    await expectDone(page, /est créé/);
    await look(page, /^Professionnels engagés/);
  });

  await test.step('une première valeur', async () => {
    await nextStep('Saisir une première valeur', 4);
    await look(page, 'Indicateurs');
    await page.getByRole('link', { name: /^Donner la valeur : Professionnels engagés/ }).click();
    await look(page, 'Saisir les valeurs');
    const line = page.getByRole('form').first();
    await line.getByRole('textbox').first().fill('3');
    await line.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(line.getByText('à valider')).toBeVisible();
    await look(page, 'Saisir les valeurs');
  });

  await test.step('le premier tableau de bord', async () => {
    await page.goto('/');
    await look(page, 'Accueil');
    await expect(page.getByText(/^5 étapes faites sur 6/)).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Où nous en sommes' })).toBeVisible();
  });
});
