import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openApp, testSession } from '../../testing/render';
import { Refusal, serveApi } from '../../testing/serve-api';
import { sheet } from './testing/samples';

const path = `/api/project/actions/${sheet().id}`;
const page = `/projet/actions/${sheet().id}`;

/** The panels of later areas are on their way for ever: they are proved by their own areas. */
const later = `GET /api/steering/actions/${sheet().id}`;
const onItsWay = (): Promise<never> => new Promise(() => undefined);

const answers = (more: Record<string, unknown> = {}, session = testSession()) =>
  serveApi({ 'GET /api/session': session, 'GET /api/contract/current-year': null, [`GET ${path}`]: sheet(), 'GET /api/project/leads': [{ personId: 'p1', name: 'Julien Petit' }, { personId: 'p2', name: 'Nadia Roux' }], [later]: onItsWay, ...more });

const bodyOf = (asked: ReturnType<typeof serveApi>): unknown => asked.find(({ method }) => method === 'PUT')?.body;

describe('the fiche action on screen', () => {
  it('is read first: steps with what is late, means, what the project says', async () => {
    answers();
    openApp(page);
    expect(await screen.findByRole('heading', { level: 1, name: 'Soins non programmés' })).toBeVisible();
    expect(screen.getByText(/pour le 1er novembre 2026, en retard de 20 jours/)).toBeVisible();
    expect(screen.getByText('1 234,50 €')).toBeVisible();
    expect(screen.getByText('Répondre en 48 heures.')).toBeVisible();
    expect(screen.getByText(/Aucune donnée de patient/)).toBeVisible();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('stays usable when what a later area shows of it cannot be loaded', async () => {
    const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    answers({ [later]: new Refusal(404, 'not-found', 'Cet élément n’existe pas.') });
    openApp(page);
    expect(await screen.findByText('Ces informations n’ont pas pu être chargées')).toBeVisible();
    expect(screen.getByRole('checkbox', { name: /Étape faite.: Former/ })).toBeEnabled();
    quiet.mockRestore();
  });

  it('ticks a step in one click', async () => {
    const asked = answers({ [`PUT ${path}/steps/s1/done`]: sheet({ steps: [{ id: 's1', title: 'Former', dueOn: '2026-11-01', doneOn: '2026-11-21' }], lateSteps: [] }) });
    openApp(page);
    const step = await screen.findByRole('checkbox', { name: /Étape faite.: Former/ });
    expect(step).not.toBeChecked();
    await userEvent.click(step);
    expect(await screen.findByText('« Former » est faite.')).toBeVisible();
    expect(bodyOf(asked)).toEqual({ done: true });
  });

  it('asks why when the action is at risk, before anything is sent', async () => {
    const asked = answers({ [`PUT ${path}/status`]: sheet({ status: 'at-risk', statusSentence: 'Deux départs' }) });
    const { address } = openApp(page);
    await userEvent.click(await screen.findByRole('button', { name: 'Modifier l’état' }));
    await userEvent.click(screen.getByRole('radio', { name: /À risque/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    expect(await screen.findByText('Dites en une phrase pourquoi l’action est à risque ou en retard.')).toBeVisible();
    expect(bodyOf(asked)).toBeUndefined();
    await userEvent.type(screen.getByLabelText(/En une phrase/), 'Deux départs');
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() => expect(address()).toBe(page));
    expect(bodyOf(asked)).toEqual({ status: 'at-risk', statusSentence: 'Deux départs', revision: 3 });
  });

  it('refuses a patient’s identifier on the spot', async () => {
    const asked = answers();
    openApp(`${page}?modifier=notes`);
    await userEvent.type(await screen.findByLabelText(/Notes sur l’action/), 'Vu 1 85 05 78 006 084 36');
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    expect(await screen.findByText(/numéro de sécurité sociale. Retirez-le/)).toBeVisible();
    expect(bodyOf(asked)).toBeUndefined();
  });

  it('keeps what is typed through a reload, over the revision seen then', async () => {
    answers();
    const first = openApp(`${page}?modifier=notes`);
    await userEvent.type(await screen.findByLabelText(/Notes sur l’action/), 'Trois réunions');
    await screen.findByText(/Brouillon enregistré à/);
    first.unmount();
    const asked = answers({ [`GET ${path}`]: sheet({ revision: 4, text: 'Autre chose' }), [`PUT ${path}/tracking`]: sheet({ revision: 5, text: 'Trois réunions' }) });
    openApp(`${page}?modifier=notes`);
    expect(await screen.findByLabelText(/Notes sur l’action/)).toHaveValue('Trois réunions');
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() => expect(bodyOf(asked)).toMatchObject({ text: 'Trois réunions', revision: 3 }));
  });

  it('shows both versions when somebody wrote meanwhile, and sends the one chosen without undoing the rest', async () => {
    const theirs = { leadPersonId: 'p2', leadName: null, lead: 'Nadia Roux', partners: 'SAS, CPAM', budgetCents: 999900, startsOn: null, endsOn: null, text: 'Leur texte' };
    let calls = 0;
    const asked = answers({
      [`PUT ${path}/tracking`]: () => {
        calls += 1;
        return calls === 1 ? new Refusal(409, 'edited-meanwhile', 'Nadia Roux a modifié cet élément.', { meta: { who: 'Nadia Roux', when: '21 novembre 2026 à 10 h 00', revision: 7, current: theirs } }) : sheet({ revision: 8 });
      },
    });
    openApp(`${page}?modifier=notes`);
    await userEvent.type(await screen.findByLabelText(/Notes sur l’action/), 'Mon texte');
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/Nadia Roux/)).toBeVisible();
    expect(within(dialog).getByText(/Leur texte/)).toBeVisible();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Enregistrer ma version' }));
    await waitFor(() => expect(asked.filter(({ method }) => method === 'PUT')).toHaveLength(2));
    expect(asked.filter(({ method }) => method === 'PUT')[1]?.body).toEqual({ leadPersonId: 'p2', leadName: null, partners: 'SAS, CPAM', budgetCents: 999900, startsOn: null, endsOn: null, text: 'Mon texte', revision: 7 });
  });

  it('writes, dates, orders and removes the steps', async () => {
    const asked = answers({ [`PUT ${path}/steps`]: sheet({ stepsRevision: 3 }) });
    openApp(`${page}?modifier=etapes`);
    await userEvent.click(await screen.findByRole('button', { name: 'Ajouter une étape' }));
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    expect(await screen.findByText('Donnez un titre à l’étape.')).toBeVisible();
    const group = screen.getByRole('group', { name: 'Étape 3' });
    await userEvent.type(within(group).getByLabelText('Étape'), 'Bilan');
    await userEvent.type(within(group).getByLabelText(/Échéance/), '01/03/2027');
    await userEvent.click(screen.getByRole('button', { name: 'Monter l’étape Bilan' }));
    await userEvent.click(screen.getByRole('button', { name: 'Supprimer l’étape Former' }));
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() => expect(bodyOf(asked)).toEqual({
      revision: 2,
      steps: [{ id: null, title: 'Bilan', dueOn: '2027-03-01', doneOn: null }, { id: 's2', title: 'Ouvrir', dueOn: null, doneOn: '2026-10-01' }],
    }));
  });

  it('lets a lead keep the tracking but not choose the lead, and the board only read', async () => {
    answers({ [`GET ${path}`]: sheet({ may: { editContent: false, track: true, changeLead: false } }) }, testSession({ role: 'lead' }));
    const first = openApp(`${page}?modifier=moyens`);
    expect(await screen.findByText('Le pilote se désigne par la coordination.')).toBeVisible();
    first.unmount();
    answers({ [`GET ${path}`]: sheet({ may: { editContent: false, track: false, changeLead: false } }) }, testSession({ role: 'board' }));
    openApp(`${page}?modifier=etat`);
    await screen.findByRole('heading', { level: 1 });
    expect(screen.queryByRole('button', { name: /Modifier/ })).toBeNull();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  it('gives the action to a person or to a name, and sends the budget in cents', async () => {
    const asked = answers({ [`PUT ${path}/tracking`]: sheet() });
    openApp(`${page}?modifier=moyens`);
    await userEvent.click(await screen.findByRole('radio', { name: 'Quelqu’un d’autre' }));
    await userEvent.type(screen.getByLabelText('Nom'), 'Dr Moreau');
    const budget = screen.getByLabelText(/Budget/);
    await userEvent.clear(budget);
    await userEvent.type(budget, '2 000,50');
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() => expect(bodyOf(asked)).toEqual({ leadPersonId: null, leadName: 'Dr Moreau', partners: 'SAS', budgetCents: 200050, startsOn: null, endsOn: null, text: null, revision: 3 }));
  });
});
