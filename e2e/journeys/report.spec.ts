import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import {
  addIndicator,
  addPerson,
  type Community,
  emptyCommunity,
  giveValue,
  projectInForce,
  signContract,
  unique,
  validate,
} from '../support/community';
import { lastQuarter } from '../support/days';
import { hearProgress } from '../support/hear';
import { expect, test } from '../support/journey';
import { look } from '../support/look';
import { caughtId, messagesTo, messageTo } from '../support/mailbox';
import { isTagged, pagesOf } from '../support/pdf';
import { reportedLines, written } from '../support/sheet';
import { expectDone, expectNoSuchPage, goTo, navigation } from '../pages/frame';

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** A community whose last quarter is complete: a rate and a number, validated. */
async function communityWithFigures(): Promise<Community> {
  const community = await emptyCommunity();
  await signContract(community);
  await projectInForce(community);
  const { coordinator } = community;
  const rate = await addIndicator(community, {
    code: 'SNP-01',
    name: 'Demandes honorées sous 48 heures',
    kind: 'ratio',
    target: 70,
  });
  const count = await addIndicator(community, {
    code: 'PRO-01',
    name: 'Professionnels engagés',
    target: 1_200,
    unit: 'professionnels',
  });
  const given = [
    await giveValue(coordinator, rate, lastQuarter(1), { numerator: 60, denominator: 100 }),
    await giveValue(coordinator, rate, lastQuarter(), { numerator: 126, denominator: 200 }),
    await giveValue(coordinator, count, lastQuarter(), { value: 1_234 }),
  ];
  await validate(coordinator, given);
  return community;
}

/** The value and the target of a line, as the page of the report shows them. */
async function shown(page: Page, code: string): Promise<{ value: string; target: string }> {
  const cells = page
    .getByRole('table', { name: /tels qu’ils figurent dans le rapport/ })
    .getByRole('row', { name: new RegExp(`^${code} `) })
    .getByRole('cell');
  const [value, target] = (await cells.allInnerTexts()).map((text) => (text.split('\n')[0] ?? '').replace(/\s+/g, ' ').trim());
  return { value: value ?? '', target: target ?? '' };
}

test('un rapport : préparé sous les yeux, approuvé, envoyé une seule fois, relu chez les destinataires', async ({ visit }) => {
  const community = await communityWithFigures();
  const mark = unique();
  const [ars, cpam] = [`rapports-ars-${mark}@exemple.fr`, `rapports-cpam-${mark}@exemple.fr`];
  const organisation = 'ARS Centre-Val de Loire';
  await community.coordinator.door.post('/api/report-recipients', { kind: 'ars', name: organisation, email: ars });
  await community.coordinator.door.post('/api/report-recipients', { kind: 'cpam', name: 'CPAM du Loiret', email: cpam });
  const president = await addPerson(community, 'president', 'Hélène');
  const reader = await addPerson(community, 'reader', 'Anne');
  const quarter = lastQuarter();
  const reportTitle = new RegExp(`^Rapport ${quarter.label}`);
  const { page } = await visit(community.coordinator);

  await test.step('la coordination le prépare et le voit avancer', async () => {
    await page.goto('/');
    await goTo(page, 'Rapports');
    await look(page, 'Rapports');
    const heard = await hearProgress(page);
    await page.getByRole('button', { name: /^Préparer (un|le) rapport/ }).click();
    await page.getByRole('dialog').getByLabel('Trimestre').selectOption(quarter.key);
    await page.getByRole('dialog').getByRole('button', { name: 'Préparer le rapport' }).click();
    await expect(page.getByRole('button', { name: 'Approuver' })).toBeVisible({ timeout: 30_000 });
    expect((await heard()).some((words) => words.startsWith(`Préparation du rapport ${quarter.label}`))).toBe(true);
    await look(page, reportTitle);
  });
  const address = new URL(page.url()).pathname;

  await test.step('la présidence l’approuve', async () => {
    const { page: hers } = await visit(president);
    await hers.goto('/page-du-bureau');
    await hers.getByRole('link', { name: new RegExp(`^Rapport .*${quarter.label}`) }).click();
    await hers.getByRole('button', { name: 'Approuver' }).click();
    await hers.getByRole('dialog').getByRole('button', { name: 'Approuver' }).click();
    await expectDone(hers, 'Rapport approuvé');
    await look(hers, reportTitle);
    await expect(hers.getByRole('button', { name: 'Envoyer' })).toHaveCount(0);
  });

  await test.step('la coordination l’envoie, d’un double clic', async () => {
    await page.reload();
    await page.getByRole('button', { name: 'Envoyer' }).click();
    const dialog = page.getByRole('dialog', { name: 'Envoyer ce rapport ?' });
    await expect(dialog).toContainText(ars);
    await dialog.getByRole('button', { name: 'Envoyer le rapport' }).dblclick();
    await expect(page.getByText('Tous les destinataires l’ont reçu.')).toBeVisible({ timeout: 30_000 });
    await look(page, reportTitle);
  });

  const message = await messageTo(ars, new RegExp(quarter.label));
  const files = new Map(
    message.attachments.map(({ filename, content }) => [
      (filename ?? '').split('.').at(-1) ?? '',
      new Uint8Array(content as ArrayBuffer),
    ]),
  );

  await test.step('le message porte les trois documents, dits à l’écran', async () => {
    expect(message.text).toContain(community.name);
    expect(message.replyTo?.[0]?.address).toBe(community.coordinator.email);
    expect([...files.keys()].sort()).toEqual(['json', 'pdf', 'xlsx']);
    for (const [format, bytes] of files) {
      const short = (sha256(bytes).slice(0, 12).match(/.{4}/g) ?? []).join(' ');
      await expect(page.getByRole('main').getByText(`empreinte ${short}`), format).toBeVisible();
    }
  });

  await test.step('les nombres du tableur sont ceux de l’écran', async () => {
    const lines = reportedLines(files.get('xlsx') as Uint8Array);
    expect(lines.map(({ code }) => code).sort()).toEqual(['PRO-01', 'SNP-01']);
    for (const { code, value, target, unit } of lines) {
      expect({ value: written(value, unit), target: written(target, unit) }).toEqual(await shown(page, code));
    }
    expect((await shown(page, 'SNP-01')).value).toBe('63 %');
    expect((await shown(page, 'PRO-01')).value).toBe('1 234 professionnels');
  });

  await test.step('le PDF est balisé et dit les mêmes valeurs', async () => {
    const pdf = files.get('pdf') as Uint8Array;
    expect(await isTagged(pdf)).toBe(true);
    const text = (await pagesOf(pdf)).map((sheet) => sheet.text).join(' ');
    for (const words of [community.name, quarter.label, '63 %', '1 234']) expect(text).toContain(words);
  });

  await test.step('l’empreinte des données est celle de l’écran', async () => {
    const json = new TextDecoder().decode(files.get('json'));
    const { sha256: said } = JSON.parse(json) as { sha256: string };
    const frozen = json.slice(json.indexOf('"snapshot":') + '"snapshot":'.length, json.lastIndexOf('}'));
    expect(sha256(frozen)).toBe(said);
    await expect(page.getByText(said)).toBeVisible();
  });

  await test.step('le registre dit la réponse du serveur, et rien n’est parti deux fois', async () => {
    for (const to of [ars, cpam]) {
      await expect(page.getByText(new RegExp(`^250 .*${await caughtId(to)}`))).toBeVisible();
      expect(await messagesTo(to)).toHaveLength(1);
    }
    await expect(page.getByRole('button', { name: /^Envoyer/ })).toHaveCount(0);
    const { revision } = await community.coordinator.door.get<{ revision: number }>(
      `/api${address.replace('rapports', 'reports')}`,
    );
    const again = await community.coordinator.door.ask('POST', `/api${address.replace('rapports', 'reports')}/sending`, {
      revision,
    });
    expect(again.status()).toBe(409);
    expect(await messagesTo(ars)).toHaveLength(1);
  });

  await test.step('la lectrice de l’ARS ouvre le rapport reçu, et rien d’autre', async () => {
    const { page: hers, watch } = await visit(reader);
    await hers.goto('/');
    await look(hers, 'Rapports reçus');
    await expect(navigation(hers).first().getByRole('link')).toHaveText(['Rapports reçus']);
    await hers.getByRole('link', { name: new RegExp(community.name) }).click();
    await look(hers, new RegExp(quarter.label));
    expect(await shown(hers, 'SNP-01')).toEqual(await shown(page, 'SNP-01'));
    const pdf = await reader.door.ask('GET', (await hers.getByRole('link', { name: /PDF/ }).getAttribute('href')) ?? '');
    expect(sha256(await pdf.body())).toBe(sha256(files.get('pdf') as Uint8Array));
    watch.expect({ status: 403, path: /^\/api\// }, { status: 404, path: /^\/api\// });
    await hers.goto(address);
    await expect(hers.getByRole('heading', { level: 1 })).toHaveText(/n’est pas ouverte à votre rôle|n’existe pas/);
    for (const forbidden of [
      '/api/reports',
      '/api/indicators',
      '/api/project',
      '/api/steering/home',
      '/api/access',
      '/api/journal',
    ]) {
      expect([403, 404], forbidden).toContain((await reader.door.ask('GET', forbidden)).status());
    }
  });

  await test.step('une autre communauté ne voit ni le rapport, ni ses fichiers', async () => {
    const stranger = (await emptyCommunity()).coordinator;
    const { page: theirs, watch } = await visit(stranger);
    watch.expect({ status: 404, path: /^\/api\// });
    await theirs.goto(address);
    await expectNoSuchPage(theirs);
    const hrefs = await page
      .getByRole('region', { name: 'Documents' })
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(hrefs).toHaveLength(3);
    for (const href of hrefs) expect((await stranger.door.ask('GET', href)).status(), href).toBe(404);
  });
});
