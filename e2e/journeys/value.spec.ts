import {
  addIndicator,
  addPerson,
  emptyCommunity,
  giveValue,
  PASSWORD,
  projectInForce,
  signContract,
  validate,
} from '../support/community';
import { lastQuarter } from '../support/days';
import { expect, phone, test } from '../support/journey';
import { look, sideways, smallTargets } from '../support/look';
import { entryHref, entryLine, save } from '../pages/entry';
import { expectDone } from '../pages/frame';
import { signIn } from '../pages/sign-in';

test('une valeur : saisie au téléphone avec sa preuve, validée, lue par le bureau', async ({ visit }) => {
  const community = await emptyCommunity();
  await signContract(community);
  await projectInForce(community);
  const lead = await addPerson(community, 'lead', 'Julien');
  const indicator = await addIndicator(community, {
    code: 'SNP-01',
    name: 'Demandes honorées sous 48 heures',
    kind: 'ratio',
    responsible: lead,
    target: 70,
  });
  await validate(community.coordinator, [await giveValue(lead, indicator, lastQuarter(1), { numerator: 60, denominator: 100 })]);
  const quarter = lastQuarter();

  await test.step('le pilote, sur son téléphone, donne le chiffre et sa preuve', async () => {
    const { page } = await visit(null, phone);
    await page.goto('/');
    await signIn(page, lead.email, PASSWORD);
    await look(page, 'Accueil');
    await page
      .getByRole('link', { name: /^SNP-01 Demandes honorées/ })
      .first()
      .click();
    await look(page, 'Saisir les valeurs');
    const line = entryLine(page, indicator);
    await line.getByRole('textbox', { name: 'Demandes honorées' }).fill('126');
    await line.getByRole('textbox', { name: 'Demandes reçues' }).fill('200');
    await expect(line.getByText('= 63 %')).toBeVisible();
    const chooser = page.waitForEvent('filechooser');
    await line.getByRole('button', { name: /^Joindre un fichier/ }).click();
    await (
      await chooser
    ).setFiles({
      name: 'Registre T3.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
    });
    await expect(line.getByText('sera envoyé avec la valeur')).toBeVisible();
    await save(line);
    await expect(line.getByRole('link', { name: /^Registre T3\.pdf/ })).toBeVisible();
    await expect(line.getByText('à valider')).toBeVisible();
    expect(await sideways(page)).toBe(0);
    expect(await smallTargets(page)).toEqual([]);
    await look(page, 'Saisir les valeurs');
  });

  await test.step('la coordination la relit et la valide', async () => {
    const { page } = await visit(community.coordinator);
    await page.goto(entryHref(indicator, quarter));
    await look(page, 'Saisir les valeurs');
    const line = entryLine(page, indicator);
    await expect(line.getByRole('link', { name: /^Registre T3\.pdf/ })).toBeVisible();
    await line.getByRole('checkbox', { name: /^Cocher pour valider/ }).check();
    await page.getByRole('button', { name: 'Valider la valeur' }).click();
    await expectDone(page, 'Valeur validée');
    await line.getByRole('link', { name: indicator.name }).click();
    await look(page, new RegExp(`^${quarter.label}`));
    await expect(page.getByRole('region', { name: 'La valeur' })).toContainText(/63\s%.*126.*200/);
  });

  await test.step('le bureau la lit sur sa page et sur celle de la mission', async () => {
    const member = await addPerson(community, 'board', 'Hélène');
    const { page } = await visit(member);
    await page.goto('/page-du-bureau');
    await look(page, 'Page du bureau');
    const row = page.getByRole('row', { name: /SNP-01 Demandes honorées sous 48 heures/ });
    await expect(row).toContainText(/63\s%\s*70\s%/);
    await row.getByRole('link', { name: /SNP-01/ }).click();
    await look(page, indicator.name);
    await page.goto('/missions/access-to-care');
    await look(page, /Amélioration de l’accès aux soins/);
    await expect(page.getByText(/63\s%, objectif 70\s%/).first()).toBeVisible();
  });
});
