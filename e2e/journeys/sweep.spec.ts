import type { Page } from '@playwright/test';
import { addIndicator, emptyCommunity, projectInForce, signContract, unique } from '../support/community';
import { demoPerson } from '../support/demo';
import type { Door } from '../support/door';
import { lastQuarter } from '../support/days';
import { expect, test } from '../support/journey';
import { linkIn, messageTo } from '../support/mailbox';
import { createCommunity } from '../support/operator';
import { axeFaults, settled, sideways, smallTargets } from '../support/look';
import { navigation } from '../pages/frame';

/** A page, and what is done there before it is looked at. */
type Address = [name: string, path: string, title: RegExp, open?: (page: Page) => Promise<void>];

/** Each page as it is on a phone, then in the dark. */
async function everyWay(page: Page, addresses: readonly Address[]): Promise<void> {
  for (const [name, path, title, open] of addresses) {
    await test.step(name, async () => {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto(path);
      await settled(page, title);
      await open?.(page);
      expect.soft(await sideways(page), `${path} ne défile pas de côté`).toBe(0);
      expect.soft(await smallTargets(page), `${path} se touche du doigt`).toEqual([]);
      expect.soft(await axeFaults(page), `${path} au téléphone`).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.emulateMedia({ colorScheme: 'dark' });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
      expect.soft(await axeFaults(page, ['color-contrast']), `${path} en sombre`).toEqual([]);
    });
  }
}

/** Clicks a button of the page, and waits for what it opens. */
const press =
  (name: string | RegExp, dialog: boolean) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('main').getByRole('button', { name }).first().click();
    if (dialog) await expect(page.getByRole('dialog').getByRole('button', { name: 'Annuler' })).toBeVisible();
  };

interface Tree {
  inForceId: string;
  project: { axes: { actions: { id: string; number: number }[] }[] };
}

/** Where the demonstration keeps one of each. */
async function ids(door: Door): Promise<{ action: string; version: string; indicator: string }> {
  const { inForceId, project } = await door.get<Tree>('/api/project');
  const lines = await door.get<{ indicator: { id: string; code: string } }[]>('/api/indicators');
  const action = project.axes.flatMap(({ actions }) => actions).find(({ number }) => number === 3);
  const indicator = lines.find((line) => line.indicator.code === 'ACC-01');
  return { action: action?.id ?? '', version: inForceId, indicator: indicator?.indicator.id ?? '' };
}

test('chaque page du projet tient sur un téléphone et se lit dans le noir', async ({ visit }) => {
  const coordinator = await demoPerson('coordination');
  const { action, version } = await ids(coordinator.door);
  const { page } = await visit(coordinator);
  await everyWay(page, [
    ['accueil', '/', /^Accueil$/],
    ['page du bureau', '/page-du-bureau', /^Page du bureau$/],
    ['missions', '/missions', /^Missions$/],
    ['une mission', '/missions/access-to-care', /accès aux soins/],
    ['projet de santé', '/projet', /^Projet de santé/],
    ['une fiche action', `/projet/actions/${action}`, /./],
    ['versions', '/projet/versions', /^Versions/],
    ['une version', `/projet/versions/${version}`, /./],
  ]);
});

test('chaque page des indicateurs tient sur un téléphone et se lit dans le noir', async ({ visit }) => {
  const coordinator = await demoPerson('coordination');
  const { indicator } = await ids(coordinator.door);
  const { page } = await visit(coordinator);
  await everyWay(page, [
    ['indicateurs', '/indicateurs', /^Indicateurs$/],
    ['un indicateur', `/indicateurs/${indicator}`, /^Demandes de soins/],
    ['une valeur', `/indicateurs/${indicator}/valeurs/${lastQuarter().key}`, /^T\d/],
    ['saisie', `/indicateurs/saisie?periode=${lastQuarter().key}`, /^Saisir les valeurs$/],
    ['collecte', `/indicateurs/collecte?periode=${lastQuarter().key}`, /^(Collecte|À donner)$/],
    ['nouvel indicateur', '/indicateurs/nouveau', /^Nouvel indicateur$/],
    ['fiche d’un indicateur', `/indicateurs/${indicator}/modifier`, /./],
  ]);
});

test('chaque page de la collecte tient sur un téléphone et se lit dans le noir', async ({ visit }) => {
  const { page } = await visit(await demoPerson('coordination'));
  await everyWay(page, [
    ['liens de collecte', '/indicateurs/liens', /^Liens de collecte$/],
    ['nouveau lien', '/indicateurs/liens', /^Liens de collecte$/, press('Créer un lien', true)],
    ['à accepter', '/indicateurs/liens/a-accepter', /^Liens de collecte$/],
    ['importer', '/indicateurs/importer', /^Importer des valeurs$/],
    ['à valider', '/indicateurs/validation', /./],
    ['verrous', '/indicateurs/verrous', /^Périodes verrouillées$/],
    ['preuves', '/indicateurs/preuves', /./],
    ['validation', '/reglages/validation', /./],
  ]);
});

test('chaque page de rapport tient sur un téléphone et se lit dans le noir', async ({ visit }) => {
  const coordinator = await demoPerson('coordination');
  const { reports } = await coordinator.door.get<{ reports: { id: string; status: string }[] }>('/api/reports');
  const sent = reports.find(({ status }) => status === 'sent')?.id;
  const waiting = reports.find(({ status }) => status === 'awaiting-approval')?.id;
  const { page } = await visit(coordinator);
  await everyWay(page, [
    ['rapports', '/rapports', /^Rapports$/],
    ['un rapport envoyé', `/rapports/${sent}`, /^Rapport T\d/],
    ['un rapport à approuver', `/rapports/${waiting}`, /^Rapport T\d/],
    ['destinataires', '/reglages/destinataires', /^Destinataires$/],
  ]);
  const reader = await demoPerson('ars');
  const [received] = await reader.door.get<{ id: string }[]>('/api/publications');
  const { page: hers } = await visit(reader);
  await everyWay(hers, [
    ['rapports reçus', '/rapports-recus', /^Rapports reçus$/],
    ['un rapport reçu', `/rapports-recus/${received?.id}`, /T\d/],
  ]);
});

test('chaque page de réglage tient sur un téléphone et se lit dans le noir', async ({ visit }) => {
  const { page } = await visit(await demoPerson('coordination'));
  await everyWay(page, [
    ['communauté', '/reglages/communaute', /^Communauté$/],
    ['territoire', '/reglages/territoire', /^Territoire$/],
    ['contrat', '/reglages/contrat', /^Contrat$/],
    ['accès', '/reglages/acces', /^Accès$/],
    ['journal', '/reglages/journal', /^Journal$/],
    ['profil', '/profil', /^Mon profil$/],
    ['page inconnue', '/nulle-part', /^Cette page n’existe pas$/],
  ]);

  await test.step('la barre du bas mène partout', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('/');
    const bar = navigation(page);
    await expect(bar.getByRole('link')).toHaveCount(4);
    await bar.getByRole('button', { name: 'Plus' }).click();
    await page.getByRole('dialog', { name: 'Toutes les pages' }).getByRole('link', { name: 'Réglages' }).click();
    await settled(page, 'Communauté');
  });
});

test('chaque page du contrat tient sur un téléphone et se lit dans le noir', async ({ visit }) => {
  const { page } = await visit(await demoPerson('coordination'));
  await everyWay(page, [
    ['ce qui est signé', '/contrat', /^Contrat$/, (shown) => shown.getByRole('button', { name: 'Tout déplier' }).click()],
    ['saisie guidée', '/contrat/saisir', /^Renseigner l’année/],
    ['avenant', '/contrat/saisir?avenant=oui', /avenant/i],
    ['import', '/contrat/importer', /^Importer un contrat$/],
    ['barème', '/contrat/bareme', /^Barème$/],
    ['calendrier', '/calendrier', /^Calendrier$/],
  ]);
});

test('chaque page des euros du contrat tient sur un téléphone et se lit dans le noir', async ({ visit }) => {
  const { page } = await visit(await demoPerson('coordination'));
  await everyWay(page, [
    ['euros', '/contrat/euros', /^Euros du contrat$/, (shown) => shown.getByRole('button', { name: /^Voir les \d+ indicateurs/ }).first().click()],
    ['versements', '/contrat/versements', /^Versements de la caisse$/],
    ['versement reçu', '/contrat/versements', /^Versements/, press('Enregistrer un versement reçu', true)],
    ['simulation', '/contrat/simulation', /^Et si/],
    ['dialogue de gestion', '/contrat/dialogue', /^Dialogue de gestion$/],
    ['page d’une mission', '/contrat/dialogue/mission/access-to-care', /accès aux soins/],
    ['synthèse du dialogue', '/contrat/dialogue/synthese', /synthèse/],
  ]);
});

test('les pages ouvertes à tous tiennent sur un téléphone et se lisent dans le noir', async ({ visit }) => {
  const email = `coordination-${unique()}@exemple.fr`;
  await createCommunity(`Val ${unique()}`, email);
  const invitation = linkIn(await messageTo(email, /Invitation/), '/invitation#');
  const { page } = await visit();
  await everyWay(page, [
    ['invitation', invitation, /^Rejoindre/],
    ['connexion', '/connexion', /^Connexion$/],
    ['mot de passe oublié', '/mot-de-passe-oublie', /^Mot de passe oublié$/],
    ['lien incomplet', '/invitation', /./],
  ]);
});

test('chaque formulaire tient sur un téléphone et se lit dans le noir', async ({ visit }) => {
  const empty = await emptyCommunity();
  const { page: first } = await visit(empty.coordinator);
  await everyWay(first, [['commencer un projet', '/projet', /^Projet de santé$/]]);

  const community = await emptyCommunity();
  await signContract(community);
  const { axes } = await projectInForce(community);
  const indicator = await addIndicator(community, { code: 'PRO-01', name: 'Professionnels engagés' });
  await community.coordinator.door.post('/api/project/versions', { source: 'in-force' });
  const { page } = await visit(community.coordinator);
  await everyWay(page, [
    ['brouillon du projet', '/projet/brouillon', /^Brouillon du projet de santé$/],
    ['ajouter une action', '/projet/brouillon', /^Brouillon/, press(/^Ajouter une action/, true)],
    ['état d’une action', `/projet/actions/${axes[0]?.actions[0]?.id}`, /./, press(/^Modifier l’état/, false)],
    ['étapes d’une action', `/projet/actions/${axes[0]?.actions[0]?.id}`, /./, press(/^Modifier les étapes/, false)],
    ['moyens d’une action', `/projet/actions/${axes[0]?.actions[0]?.id}`, /./, press(/^Modifier : Pilotage/, false)],
    ['dates d’une mission', '/missions', /^Missions$/, press(/^Indiquer les dates/, true)],
    ['nouvel indicateur', '/indicateurs/nouveau?modele=vide', /^Nouvel indicateur$/, press('Continuer', false)],
    ['objectifs', `/indicateurs/${indicator.id}`, /^Professionnels/, press('Fixer les objectifs', true)],
    ['inviter une personne', '/reglages/acces', /^Accès$/, press('Inviter une personne', true)],
    ['ajouter un destinataire', '/reglages/destinataires', /^Destinataires$/, press('Ajouter un destinataire', true)],
    ['préparer un rapport', '/rapports', /^Rapports$/, press(/^Préparer (un|le) rapport/, true)],
  ]);
});
