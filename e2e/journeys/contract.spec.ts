import type { Page } from '@playwright/test';
import { emptyCommunity } from '../support/community';
import { choose } from '../support/chosen-file';
import { contractFile } from '../support/contract-file';
import { expect, test } from '../support/journey';
import { look } from '../support/look';
import { pagesOf } from '../support/pdf';
import { expectDone } from '../pages/frame';

const ald = 'Patients en ALD sans médecin traitant';
const mission = (page: Page) => page.getByRole('article', { name: 'Amélioration de l’accès aux soins' });

test('le contrat : importé, ses euros lus, une valeur saisie, la barre bouge, la page de la mission imprimée', async ({ visit }) => {
  const { coordinator } = await emptyCommunity();
  const { file, year } = contractFile();
  const { page } = await visit(coordinator);

  await test.step('le fichier est relu avant d’être enregistré', async () => {
    await page.goto('/contrat');
    await look(page, 'Contrat');
    await page.getByRole('link', { name: 'Importer un fichier' }).first().click();
    await look(page, 'Importer un contrat');
    await choose(page, page.getByRole('button', { name: /^Choisir un fichier/ }), file);
    await expect(page.getByText(/122\s500\s€/).first()).toBeVisible();
    await look(page, 'Importer un contrat');
    await page.getByRole('button', { name: 'Confirmer l’import' }).click();
    await page.getByRole('button', { name: 'Créer les indicateurs de suivi' }).click();
    await page.getByRole('link', { name: 'Voir les euros de l’année' }).click();
  });

  await test.step('sans valeur, tout est en jeu', async () => {
    await look(page, 'Euros du contrat');
    await expect(page.getByText(/^0\s€ acquis, 122\s500\s€ en jeu, 0\s€ perdu/).first()).toBeVisible();
    await expect(mission(page)).toContainText(/0\s€ acquis/);
    await mission(page).getByRole('button', { name: /^Voir les 8 indicateurs/ }).click();
    await page.getByRole('link', { name: new RegExp(`pourquoi ce montant, « ${ald} »`) }).click();
    const why = page.getByRole('dialog', { name: ald });
    await expect(why).toContainText(/Le palier le plus haut atteint est payé/);
    await why.getByRole('link', { name: 'Saisir la valeur' }).click();
  });

  await test.step('la valeur du jour est saisie, puis validée', async () => {
    await look(page, 'Saisir les valeurs');
    const line = page.getByRole('form', { name: ald });
    await line.getByRole('textbox', { name: /^Valeur/ }).fill('100');
    await line.getByRole('button', { name: /^Enregistrer/ }).click();
    await expect(line.getByText('à valider')).toBeVisible();
    await line.getByRole('checkbox', { name: /^Cocher pour valider/ }).check();
    await page.getByRole('button', { name: 'Valider la valeur' }).click();
    await expectDone(page, 'Valeur validée');
  });

  await test.step('la barre de la mission a bougé, et le montant s’explique', async () => {
    await page.goto(`/contrat/euros?annee=${year}`);
    await look(page, 'Euros du contrat');
    await expect(mission(page)).toContainText(/6\s000\s€ acquis.*29\s000\s€ en jeu/);
    await mission(page).getByRole('button', { name: /^Voir les 8 indicateurs/ }).click();
    await page.getByRole('link', { name: new RegExp(`pourquoi ce montant, « ${ald} »`) }).click();
    const why = page.getByRole('dialog', { name: ald });
    await expect(why).toContainText(/intermédiaire/);
    await expect(why).toContainText(/50.*9\s000\s€/);
    await page.keyboard.press('Escape');
    await expect(why).toBeHidden();
  });

  await test.step('la page de la mission s’imprime pour le dialogue de gestion', async () => {
    await page.goto(`/contrat/dialogue/mission/access-to-care?annee=${year}`);
    await look(page, /Amélioration de l’accès aux soins/);
    const sheets = await pagesOf(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
    expect([Math.round(sheets[0]?.width ?? 0), Math.round(sheets[0]?.height ?? 0)]).toEqual([595, 842]);
    const text = sheets.map((sheet) => sheet.text).join(' ');
    for (const words of [ald, 'médecin traitant', '6 000 €']) expect(text.replace(/\s/g, ' ')).toContain(words);
    expect(text).not.toContain('Réglages');
  });
});
