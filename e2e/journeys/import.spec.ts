import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { Workbook } from '@protobi/exceljs';
import { parse } from 'csv-parse/sync';
import { addIndicator, emptyCommunity } from '../support/community';
import { choose, type ChosenFile } from '../support/chosen-file';
import { lastQuarter } from '../support/days';
import { expect, test } from '../support/journey';
import { fitsPhone, look } from '../support/look';
import { confirm, expectDone } from '../pages/frame';

const [before, quarter] = [lastQuarter(1), lastQuarter()];
/** A job of another program, on a machine that may be busy. */
const job = { timeout: 30_000 };

/** A table as a spreadsheet of here saves it: semicolons, and letters of Latin-1. */
const table = (name: string, lines: readonly string[]): ChosenFile => ({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n'), 'latin1') });

/** Gives a table to the page of imports. */
async function bring(page: Page, file: ChosenFile): Promise<void> {
  await page.goto('/indicateurs/importer');
  await choose(page, page.getByRole('button', { name: /^Choisir un fichier/ }), file);
  await page.getByRole('button', { name: 'Vérifier le tableau' }).click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(file.name) })).toBeVisible();
}

/** Has the values written, as the page says how many. */
async function write(page: Page, values: RegExp): Promise<void> {
  await page.getByRole('button', { name: values }).click(job);
  await page.getByRole('dialog').getByRole('button', { name: values }).click();
}

/** What a link of the page downloads. */
async function downloaded(page: Page, name: string): Promise<Buffer> {
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name }).click();
  return readFileSync(await (await download).path());
}

test('un import : le modèle rempli, un tableau d’ailleurs relu et corrigé, rien deux fois, jamais de patients, le journal', async ({ visit }) => {
  const community = await emptyCommunity();
  const meetings = await addIndicator(community, { code: 'PAR-01', name: 'Réunions d’équipe', unit: 'réunions' });
  const hours = await addIndicator(community, { code: 'SNP-02', name: 'Heures de garde', unit: 'heures', decimals: 1 });
  const { page } = await visit(community.coordinator);
  const valueOf = (id: string, period: string) => `/indicateurs/${id}/valeurs/${period}`;

  await test.step('le modèle de ce qui est attendu, rempli, se relit tel quel', async () => {
    await page.goto('/indicateurs/importer');
    await look(page, 'Importer des valeurs');
    await fitsPhone(page);
    const book = new Workbook();
    await book.xlsx.load((await downloaded(page, 'Télécharger un modèle à remplir')).buffer as ArrayBuffer);
    const sheet = book.getWorksheet('Valeurs');
    let filled = 0;
    sheet?.eachRow((row) => {
      if (!row.getCell(3).text.replace(/\s/g, ' ').startsWith(quarter.label)) return;
      row.getCell(6).value = row.getCell(1).text === meetings.code ? 4 : 980.5;
      filled += 1;
    });
    expect([filled, sheet?.rowCount]).toEqual([2, 5]);
    const buffer = Buffer.from(await book.xlsx.writeBuffer());
    await bring(page, { name: 'modele.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer });
    await write(page, /^Écrire 2\svaleurs/);
    await expect(page.getByText(/2\svaleurs écrites/)).toBeVisible(job);
  });

  const titles = 'Repère;Trimestre;Relevé';
  const right = [titles, `${meetings.name.replace('’', "'")};${before.label};3`, `${hours.code};${before.label};1 234,5`];

  await test.step('un tableau d’ailleurs : ses colonnes nommées, son erreur à sa place', async () => {
    await bring(page, table('relevé.csv', [titles, `${meetings.code};${before.label};trois`, right[2] ?? '']));
    await page.getByRole('combobox', { name: 'Repère' }).selectOption('indicator', job);
    await page.getByRole('combobox', { name: 'Relevé' }).selectOption('value');
    await look(page, /relevé\.csv/);
    await fitsPhone(page);
    await page.getByRole('button', { name: 'Vérifier avec ces colonnes' }).click();
    const faults = page.getByRole('table', { name: /^Erreurs et remarques/ });
    await expect(faults.getByRole('row', { name: /^Ligne\s2 Relevé trois/ })).toContainText('n’est pas un nombre', job);
    await expect(page.getByRole('button', { name: /^Écrire 1\svaleur/ })).toBeVisible();
    await look(page, /relevé\.csv/);
    await fitsPhone(page);
    await page.getByRole('button', { name: 'Annuler l’import' }).click();
    await confirm(page, 'Annuler l’import');
    await expectDone(page, 'Import annulé');
  });

  await test.step('corrigé, ses colonnes sont reconnues ; confirmé, on le voit s’écrire, et les valeurs sont là', async () => {
    await bring(page, table('relevé.csv', right));
    await expect(page.getByText('Aucune erreur')).toBeVisible(job);
    // The end of the work is told to the page only once its progress was seen.
    let seen = (): void => undefined;
    const progress = new Promise<void>((resolve) => (seen = resolve));
    const one = new URL(page.url()).pathname.replace('/indicateurs/importer', '/api/value-imports');
    await page.route(`**${one}`, async (route) => {
      await progress;
      await route.continue();
    });
    await write(page, /^Écrire 2\svaleurs/);
    await expect(page.getByText(/^Écriture des valeurs de «\srelevé\.csv\s»/)).toBeVisible();
    seen();
    await expect(page.getByText(/2\svaleurs écrites/)).toBeVisible(job);
    await page.goto(valueOf(hours.id, before.key));
    const figure = page.getByRole('region', { name: 'La valeur' });
    await expect(figure).toContainText(/1\s234,5\sheures/);
    await expect(figure).toContainText('import');
  });

  await test.step('le même tableau n’a plus rien à écrire ; celui qui porte des patients est refusé', async () => {
    await bring(page, table('relevé.csv', right));
    await expect(page.getByText(/^Rien à écrire\s: ces valeurs sont déjà là/)).toBeVisible(job);
    await expect(page.getByRole('button', { name: /^Écrire/ })).toHaveCount(0);
    await bring(page, table('patients.csv', ['Code;Période;Valeur;NIR', `${meetings.code};${before.label};8;1`]));
    await expect(page.getByRole('heading', { name: 'Ce tableau est refusé' })).toBeVisible(job);
    await expect(page.getByText(/la colonne «\sNIR\s».*numéro de sécurité sociale/)).toBeVisible();
    await look(page, /patients\.csv/);
    await fitsPhone(page);
  });

  await test.step('le journal dit chaque import, et s’exporte', async () => {
    await page.goto('/reglages/journal');
    await page.getByRole('combobox', { name: 'Ce qui a été fait' }).selectOption({ label: 'Valeurs importées d’un fichier' });
    await page.getByRole('searchbox', { name: 'Rechercher' }).fill('relevé');
    const lines = page.getByRole('list', { name: 'Lignes du journal' }).getByRole('listitem');
    await expect(lines.filter({ hasText: 'Valeurs importées d’un fichier' })).toHaveCount(1);
    await look(page, 'Journal');
    await fitsPhone(page);
    const exported = parse<Record<string, string>>(await downloaded(page, 'Exporter pour un tableur (CSV)'), { bom: true, delimiter: ';', columns: true });
    expect(exported).toEqual([expect.objectContaining({ 'Personne': community.coordinator.name, 'Rôle': 'Coordination', 'Ce qui a été fait': 'Valeurs importées d’un fichier' })]);
    for (const words of ['relevé.csv', 'Valeurs ajoutées : 2']) expect(exported[0]?.['Avant → après']?.replace(/\s/g, ' ')).toContain(words);
  });
});
