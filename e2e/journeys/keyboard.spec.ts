import { addIndicator, draftProject, emptyCommunity, PASSWORD, type Project, signContract } from '../support/community';
import { expect, test } from '../support/journey';
import { tabTo } from '../support/keyboard';
import { settled } from '../support/look';
import { entryLine } from '../pages/entry';
import { navigation, title } from '../pages/frame';

test('tout au clavier : se connecter, déplacer une action d’un brouillon, donner une valeur', async ({ visit }) => {
  const community = await emptyCommunity();
  await signContract(community);
  const project = await draftProject(community);
  const indicator = await addIndicator(community, { code: 'PRO-01', name: 'Professionnels engagés' });
  const { page } = await visit();
  const press = (key: string): Promise<void> => page.keyboard.press(key);

  await test.step('se connecter', async () => {
    await page.goto('/connexion');
    await expect(page.getByLabel('Adresse électronique')).toBeFocused();
    await page.keyboard.type(community.coordinator.email);
    await tabTo(page, page.getByLabel('Mot de passe', { exact: true }));
    await page.keyboard.type(PASSWORD);
    await press('Enter');
    await settled(page, 'Accueil');
  });

  await test.step('aller d’une page à l’autre ; le titre reçoit l’attention', async () => {
    await tabTo(page, navigation(page).getByRole('link', { name: 'Projet de santé' }));
    await press('Enter');
    await settled(page, /^Projet de santé/);
    await expect(title(page, /^Projet de santé/)).toBeFocused();
    await tabTo(page, page.getByRole('link', { name: 'Reprendre le brouillon' }));
    await press('Enter');
    await settled(page, 'Brouillon du projet de santé');
  });

  await test.step('déplacer une action', async () => {
    const axis = project.axes.find(({ actions }) => actions.length > 1) ?? project.axes[0];
    const [first, second] = axis?.actions ?? [];
    const order = async (): Promise<string[]> => {
      const now = await community.coordinator.door.get<Project>(`/api/project/versions/${project.version.id}`);
      return now.axes.find(({ id }) => id === axis?.id)?.actions.map(({ id }) => id) ?? [];
    };
    await tabTo(page, page.getByRole('button', { name: `Saisir pour déplacer : n° ${first?.number}, ${first?.title}` }));
    await press('Space');
    await expect(page.getByText(/est en place 1 sur/)).toBeAttached();
    await press('ArrowDown');
    await expect(page.getByText(/est en place 2 sur/)).toBeAttached();
    await press('Space');
    await expect(page.getByText(/^Posé\./)).toBeAttached();
    await expect.poll(async () => (await order()).slice(0, 2)).toEqual([second?.id, first?.id]);
  });

  await test.step('donner une valeur', async () => {
    // From the top of the page again, past everything, by the link made for it.
    await press('Escape');
    await page.goto('/');
    await settled(page, 'Accueil');
    await tabTo(page, page.getByRole('link', { name: 'Aller au contenu' }));
    await press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await tabTo(page, page.getByRole('link', { name: 'Saisir les valeurs' }));
    await press('Enter');
    await settled(page, 'Saisir les valeurs');
    const line = entryLine(page, indicator);
    await tabTo(page, line.getByLabel('Valeur'));
    await page.keyboard.type('24');
    await press('Enter');
    await expect(line.getByText('à valider')).toBeVisible();
  });
});
