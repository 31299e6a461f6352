import { demoPerson } from '../support/demo';
import { expect, test } from '../support/journey';
import { look } from '../support/look';
import { pagesOf } from '../support/pdf';

test('la page du bureau s’imprime sur une seule feuille A4', async ({ visit }) => {
  const { page } = await visit(await demoPerson('coordination'));
  await page.goto('/page-du-bureau');
  await look(page, 'Page du bureau');
  const printed = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  const sheets = await pagesOf(printed);
  expect(sheets).toHaveLength(1);
  const [sheet] = sheets;
  // A4, upright, in points.
  expect([Math.round(sheet?.width ?? 0), Math.round(sheet?.height ?? 0)]).toEqual([595, 842]);
  for (const words of ['Page du bureau', 'Giennois-Berry', 'Missions et indicateurs qui comptent', 'ACC-01'])
    expect(sheet?.text).toContain(words);
  expect(sheet?.text).not.toContain('Réglages');
});
