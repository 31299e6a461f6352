import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openApp, testSession } from '../../testing/render';
import { Refusal, serveApi } from '../../testing/serve-api';
import { project } from './testing/samples';
import { treeOf, withActionAt } from './tree-moves';

const draft = project({ status: 'draft', inForceOn: null, number: 2 });
const id = draft.version.id;

const answers = (more: Record<string, unknown> = {}, session = testSession()) =>
  serveApi({
    'GET /api/session': session,
    'GET /api/contract/current-year': null,
    'GET /api/project': { project: project(), inForceId: 'other', draftId: id },
    'GET /api/project/versions': { versions: [], inForceId: 'other', draftId: id },
    [`GET /api/project/versions/${id}`]: draft,
    [`GET /api/project/versions/${id}/differences`]: { from: project().version, to: draft.version, differences: [], missions: [] },
    ...more,
  });

const titles = (): string[] => screen.getAllByRole('link', { name: /Soins non programmés|Télésanté|Vaccination/ }).map((link) => link.textContent ?? '');

describe('the draft on screen', () => {
  it('moves an action by its menu, at once, reads its new place aloud, and takes it back when it was refused', async () => {
    let refused = false;
    let kept = draft;
    const asked = answers({
      [`GET /api/project/versions/${id}`]: () => kept,
      [`PUT /api/project/versions/${id}/axes/axis-a/actions/${draft.axes[0]!.actions[1]!.id}/place`]: () => {
        kept = { ...draft, ...withActionAt(treeOf(draft), draft.axes[0]!.actions[1]!.id, 'axis-a', 0) };
        return kept;
      },
      [`PUT /api/project/versions/${id}/axes/axis-b/actions/${draft.axes[0]!.actions[0]!.id}/place`]: () => {
        refused = true;
        return new Refusal(409, 'tree-position-invalid', 'La place demandée n’existe plus.');
      },
    });
    openApp('/projet/brouillon');
    await userEvent.click(await screen.findByRole('button', { name: /Déplacer ou retirer.*Télésanté/ }));
    expect(screen.getByRole('menuitem', { name: 'Descendre' })).toHaveAttribute('data-disabled', 'true');
    await userEvent.click(screen.getByRole('menuitem', { name: 'Monter' }));
    expect(titles()).toEqual(['Télésanté', 'Soins non programmés', 'Vaccination']);
    await waitFor(() => expect(screen.getAllByRole('status').map((each) => each.textContent).join(' ')).toMatch(/L’action n°.4, Télésanté est en place 1 sur 2 de l’axe «.Accès aux soins.»/));
    expect(asked.find(({ method }) => method === 'PUT')?.body).toEqual({ index: 0 });

    await userEvent.click(await screen.findByRole('button', { name: /Déplacer ou retirer.*Soins/ }));
    await userEvent.click(screen.getByRole('menuitem', { name: /Axe 2/ }));
    expect(await screen.findByText('La place demandée n’existe plus.')).toBeVisible();
    expect(refused).toBe(true);
    await waitFor(() => expect(titles()).toEqual(['Télésanté', 'Soins non programmés', 'Vaccination']));
  });

  it('has a handle for each axis and action, with its instructions in French', async () => {
    answers();
    openApp('/projet/brouillon');
    const handle = await screen.findByRole('button', { name: /Saisir pour déplacer.*Vaccination/ });
    expect(handle).toHaveAccessibleDescription(/appuyez sur Espace ou Entrée/);
    expect(screen.getAllByRole('button', { name: /Saisir pour déplacer/ })).toHaveLength(5);
  });

  it('adds an action with its missions, and keeps what is typed when the server refuses', async () => {
    const asked = answers({ [`POST /api/project/versions/${id}/axes/axis-b/actions`]: new Refusal(400, 'text-too-long', 'Le titre est trop long.') });
    openApp('/projet/brouillon');
    await userEvent.click(await screen.findByRole('button', { name: /Ajouter une action à l’axe «.Prévention.»/ }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Ajouter l’action' }));
    expect(await within(dialog).findByText('Choisissez au moins une mission.')).toBeVisible();
    await userEvent.type(within(dialog).getByLabelText('Titre de l’action'), 'Dépistage');
    await userEvent.click(within(dialog).getByRole('checkbox', { name: /prévention/ }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Ajouter l’action' }));
    expect(await within(dialog).findByText('Le titre est trop long.')).toBeVisible();
    expect(within(dialog).getByLabelText('Titre de l’action')).toHaveValue('Dépistage');
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ title: 'Dépistage', objective: null, why: null, audience: null, missionCodes: ['prevention'] });
  });

  it('asks before it is put in force, and says why it cannot be', async () => {
    const asked = answers({ [`POST /api/project/versions/${id}/in-force`]: new Refusal(409, 'project-axis-empty', 'L’axe « Prévention » ne contient aucune action.') });
    openApp('/projet/brouillon');
    await userEvent.click(await screen.findByRole('button', { name: 'Mettre en vigueur' }));
    const dialog = await screen.findByRole('dialog');
    expect(asked.some(({ method }) => method === 'POST')).toBe(false);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Mettre en vigueur' }));
    expect(await within(dialog).findByText(/ne contient aucune action/)).toBeVisible();
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ revision: draft.version.revision });
  });

  it('is closed to whoever only reads', async () => {
    answers({}, testSession({ role: 'board' }));
    openApp('/projet/brouillon');
    expect(await screen.findByText('Aucun brouillon en cours')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Mettre en vigueur' })).toBeNull();
  });
});
