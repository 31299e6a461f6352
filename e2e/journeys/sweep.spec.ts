import type { Page } from '@playwright/test';
import { demoPerson } from '../support/demo';
import type { Door } from '../support/door';
import { lastQuarter } from '../support/days';
import { expect, test } from '../support/journey';
import { axeFaults, settled, sideways, smallTargets } from '../support/look';
import { navigation } from '../pages/frame';

type Address = [name: string, path: string, title: RegExp];

/** Each page as it is on a phone, then in the dark. */
async function everyWay(page: Page, addresses: readonly Address[]): Promise<void> {
  for (const [name, path, title] of addresses) {
    await test.step(name, async () => {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto(path);
      await settled(page, title);
      expect.soft(await sideways(page), `${path} ne défile pas de côté`).toBe(0);
      expect.soft(await smallTargets(page), `${path} se touche du doigt`).toEqual([]);
      expect.soft(await axeFaults(page), `${path} au téléphone`).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.emulateMedia({ colorScheme: 'dark' });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
      await settled(page, title);
      expect.soft(await axeFaults(page, ['color-contrast']), `${path} en sombre`).toEqual([]);
    });
  }
}

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
    ['nouvel indicateur', '/indicateurs/nouveau', /^Nouvel indicateur$/],
    ['fiche d’un indicateur', `/indicateurs/${indicator}/modifier`, /./],
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

test('les pages ouvertes à tous tiennent sur un téléphone et se lisent dans le noir', async ({ visit }) => {
  const { page } = await visit();
  await everyWay(page, [
    ['connexion', '/connexion', /^Connexion$/],
    ['mot de passe oublié', '/mot-de-passe-oublie', /^Mot de passe oublié$/],
    ['lien incomplet', '/invitation', /./],
  ]);
});
