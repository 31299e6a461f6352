import { Door } from '../support/door';
import { emptyCommunity, PASSWORD } from '../support/community';
import { environment } from '../support/environment';
import { expect, test } from '../support/journey';
import { look } from '../support/look';
import { linkIn, messageTo } from '../support/mailbox';
import { expectDone, goTo, openAccount, title } from '../pages/frame';
import { expectSignIn, signIn } from '../pages/sign-in';

test('se déconnecter partout ferme aussi l’autre appareil, puis la page demandée est retrouvée', async ({ visit }) => {
  const { coordinator } = await emptyCommunity();
  const here = await visit();
  const there = await visit();
  await here.page.goto('/connexion');
  await look(here.page, 'Connexion');
  for (const { page } of [here, there]) {
    await page.goto('/connexion');
    await signIn(page, coordinator.email, PASSWORD);
    await expect(title(page, 'Accueil')).toBeVisible();
  }
  await there.page.goto('/reglages/acces');
  await expect(title(there.page, 'Accès')).toBeVisible();

  await openAccount(here.page);
  await here.page.getByRole('menuitem', { name: 'Se déconnecter partout' }).click();
  const dialog = here.page.getByRole('dialog');
  await look(here.page, 'Accueil');
  await dialog.getByRole('button', { name: 'Se déconnecter partout' }).click();
  await expectSignIn(here.page);

  there.watch.expect({ status: 401, path: /^\/api\// });
  await goTo(there.page, 'Missions');
  await expectSignIn(there.page);
  await expect(there.page).toHaveURL(/retour=%2Fmissions/);
  await signIn(there.page, coordinator.email, PASSWORD);
  await expect(title(there.page, 'Missions')).toBeVisible();
});

test('un mot de passe oublié se remplace par le lien du message, une seule fois', async ({ visit }) => {
  const { coordinator } = await emptyCommunity();
  const { page, watch } = await visit();
  await page.goto('/connexion');
  await page.getByRole('link', { name: 'Mot de passe oublié ?' }).click();
  await look(page, 'Mot de passe oublié');
  await page.getByLabel('Adresse électronique').fill(coordinator.email);
  await page.getByRole('button', { name: 'Recevoir le lien' }).click();
  await look(page, 'Consultez votre messagerie');
  const link = linkIn(await messageTo(coordinator.email, /nouveau mot de passe/), '/nouveau-mot-de-passe#');
  await page.goto(link);
  await look(page, 'Choisir un nouveau mot de passe');
  await page.getByLabel('Nouveau mot de passe').fill('Charrette-Soleil-84!');
  await page.getByRole('button', { name: 'Enregistrer et se connecter' }).click();
  await expect(title(page, 'Accueil')).toBeVisible();

  watch.expect({ status: 410, path: '/api/links/inspect' }, { status: 404, path: '/api/links/inspect' });
  await page.goto('about:blank');
  await page.goto(link);
  await look(page, 'Ce lien ne peut pas servir');
  const refused = await (await Door.open()).ask('POST', '/api/session', { email: coordinator.email, password: PASSWORD });
  expect(refused.status()).toBe(401);
});

test('une personne de deux communautés choisit la sienne et passe de l’une à l’autre', async ({ visit }) => {
  // The demonstration is loaded afresh for each run, and no other journey signs in as her: she has no community « last used ».
  const { page } = await visit();
  await page.goto('/connexion');
  await signIn(page, 'presidence@demo.maillage.fr', environment.demoPassword);
  await look(page, 'Choisir une communauté');
  await page.getByRole('button', { name: /Giennois-Berry/ }).click();
  await expect(title(page, 'Accueil')).toBeVisible();
  await goTo(page, 'Projet de santé');
  await expect(page.getByRole('link', { name: /communication ville-hôpital/ })).toBeVisible();
  await page.getByRole('button', { name: /Giennois-Berry. Changer de communauté/ }).click();
  await page.getByRole('menuitem', { name: /Ribérac/ }).click();
  await expect(title(page, 'Accueil')).toBeVisible();
  await expect(page.getByRole('button', { name: /Ribérac.*Changer de communauté/ })).toBeVisible();
  await look(page, 'Accueil');
  await goTo(page, 'Projet de santé');
  await look(page, /^Projet de santé/);
  await expect(page.getByRole('link', { name: /communication ville-hôpital/ })).toHaveCount(0);
});

test('le profil : changer son nom et son mot de passe', async ({ visit }) => {
  const { coordinator } = await emptyCommunity();
  const { page } = await visit(coordinator);
  await page.goto('/profil');
  await look(page, 'Mon profil');
  await page.getByLabel('Prénom').fill('Clara');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expectDone(page, 'Votre nom est enregistré');
  await expect(page.getByRole('button', { name: /^Compte de Clara/ })).toBeVisible();
  await page.getByLabel('Mot de passe actuel').fill(PASSWORD);
  await page.getByLabel('Nouveau mot de passe').fill('Charrette-Soleil-84!');
  await page.getByRole('button', { name: 'Changer le mot de passe' }).click();
  await expectDone(page, 'Mot de passe changé');
});
