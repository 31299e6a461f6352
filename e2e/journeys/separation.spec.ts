import { lastQuarter } from '../support/days';
import { demoPerson } from '../support/demo';
import { expect, test } from '../support/journey';
import { look, settled } from '../support/look';
import { Trail } from '../support/trail';
import { expectNoSuchPage, navigation } from '../pages/frame';

test('une communauté ne voit rien d’une autre : ni page, ni donnée, ni fichier', async ({ visit }) => {
  const one = await visit(await demoPerson('coordination'));
  const trail = new Trail(one.page);

  await test.step('ce que montre la première, page après page', async () => {
    const open = async (address: string, title: RegExp): Promise<void> => {
      await one.page.goto(address);
      await settled(one.page, title);
      await trail.note();
    };
    await open('/', /^Accueil$/);
    await open('/projet', /^Projet de santé/);
    await open(trail.find(/^\/projet\/actions\//), /./);
    await open('/projet/versions', /^Versions/);
    await open('/indicateurs', /^Indicateurs$/);
    const measured = await one.page
      .getByRole('link', { name: 'Demandes de soins non programmés honorées sous 48 heures' })
      .first()
      .getAttribute('href');
    await open(measured ?? '', /^Demandes de soins/);
    await open(trail.find(new RegExp(`^${measured}/valeurs/${lastQuarter().key}$`)), new RegExp(`^${lastQuarter().label}`));
    await open('/page-du-bureau', /^Page du bureau$/);
    await open('/rapports', /^Rapports$/);
    await open(trail.find(/^\/rapports\/[0-9a-f-]{36}$/), /^Rapport T\d/);
  });
  expect(trail.pages.length).toBeGreaterThan(3);
  for (const file of [/^\/api\/evidence\//, /^\/api\/reports\/.*\/documents\//])
    expect(trail.doors.filter((door) => file.test(door))).not.toEqual([]);

  const stranger = await demoPerson('coordination-riberac');
  await test.step('l’API et les fichiers répondent 404 à l’autre', async () => {
    for (const door of trail.doors) expect.soft((await stranger.door.ask('GET', door)).status(), door).toBe(404);
  });
  await test.step('les pages lui disent qu’elles n’existent pas', async () => {
    const { page, watch } = await visit(stranger);
    watch.expect({ status: 404, path: /^\/api\// });
    for (const address of trail.pages) {
      await page.goto(address);
      if (address.includes('?')) continue;
      await expectNoSuchPage(page);
      await expect(navigation(page).first()).toBeVisible();
    }
    await look(page, 'Cette page n’existe pas');
  });
});
