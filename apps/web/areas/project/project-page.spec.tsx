import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openApp, testSession } from '../../testing/render';
import { serveApi, Refusal } from '../../testing/serve-api';
import { projectCsv } from './export-csv';
import { project, version } from './testing/samples';

const answers = (more: Record<string, unknown> = {}, session = testSession()) =>
  serveApi({
    'GET /api/session': session,
    'GET /api/contract/current-year': null,
    'GET /api/project': { project: project(), inForceId: project().version.id, draftId: null },
    ...more,
  });

const rows = (): string[] => screen.queryAllByRole('heading', { level: 3 }).flatMap((title) => (title.closest('li') ? [title.textContent ?? ''] : []));

describe('the health project on screen', () => {
  it('shows each action under its axis with its status, lead, missions and late steps', async () => {
    answers();
    openApp('/projet');
    const title = await screen.findByRole('heading', { level: 3, name: 'Soins non programmés' });
    const row = title.closest('article')!;
    expect(row).toHaveTextContent(/n°.1/);
    expect(row).toHaveTextContent('à risque');
    expect(row).toHaveTextContent('Deux départs.');
    expect(row).toHaveTextContent('Julien Petit');
    expect(row).toHaveTextContent('1 étape en retard, depuis 20 jours');
    expect(within(within(row).getByRole('list', { name: 'Missions servies' })).getAllByRole('listitem').map((tag) => tag.textContent)).toEqual(['Accès aux soins', 'Prévention']);
    expect(screen.getByText(/Version 1, en vigueur depuis le 14 avril 2026/)).toBeVisible();
  });

  it('is narrowed by words, mission, status and lead, all kept in the address', async () => {
    answers();
    const { address } = openApp('/projet?mission=prevention');
    await screen.findByRole('heading', { level: 3, name: 'Vaccination' });
    expect(rows()).toEqual(['Soins non programmés', 'Télésanté', 'Vaccination']);
    await userEvent.selectOptions(screen.getByLabelText('État'), 'Terminée');
    expect(rows()).toEqual(['Télésanté']);
    expect(address()).toBe('/projet?mission=prevention&etat=done');
    await userEvent.selectOptions(screen.getByLabelText('Pilote'), 'Julien Petit');
    expect(await screen.findByText('Aucune action ne correspond')).toBeVisible();
    await userEvent.click(screen.getAllByRole('button', { name: 'Retirer les filtres' })[0]!);
    await userEvent.type(screen.getByLabelText('Rechercher une action'), 'telesante');
    await waitFor(() => expect(rows()).toEqual(['Télésanté']));
    await waitFor(() => expect(address()).toBe('/projet?q=telesante'));
  });

  it('exports what is on screen, numbers as numbers and no formula', () => {
    const csv = projectCsv(project(), { mission: 'access-to-care' });
    const lines = csv.trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('Soins non programmés;Accès aux soins, Prévention;à risque;Deux départs.;Julien Petit;1;3;1');
    expect(lines[1]).toContain(';1234,5;');
  });

  it('starts from a model, the example or nothing', async () => {
    const asked = answers({
      'GET /api/project': { project: null, inForceId: null, draftId: null },
      'GET /api/project/models': [{ code: 'six-missions', title: 'Modèle des six missions', description: 'À garder ou à changer.', axes: 4, actions: 11 }],
      'POST /api/project/versions': project({ status: 'draft', inForceOn: null }),
      'GET /api/project/versions': { versions: [], inForceId: null, draftId: null },
    });
    const { address } = openApp('/projet');
    expect(await screen.findByRole('radio', { name: /Modèle des six missions \(4 axes, 11 actions\)/ })).toBeChecked();
    await userEvent.type(screen.getByLabelText(/Dater les étapes/), '01/01/2027');
    await userEvent.click(screen.getByRole('button', { name: 'Commencer le projet' }));
    await waitFor(() => expect(address()).toBe('/projet/brouillon'));
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ source: 'model', model: 'six-missions', title: 'Projet de santé', startsOn: '2027-01-01' });
  });

  it('says what happens to whoever cannot start it', async () => {
    answers({ 'GET /api/project': { project: null, inForceId: null, draftId: null } }, testSession({ role: 'board' }));
    openApp('/projet');
    expect(await screen.findByText('Le projet de santé n’est pas encore commencé')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Commencer le projet' })).toBeNull();
  });

  it('prepares a new version, and says why it could not', async () => {
    const asked = answers({ 'POST /api/project/versions': new Refusal(409, 'project-draft-exists', 'Un brouillon existe déjà.') });
    openApp('/projet');
    await userEvent.click(await screen.findByRole('button', { name: 'Préparer une nouvelle version' }));
    expect(await screen.findByText('Un brouillon existe déjà.')).toBeVisible();
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ source: 'in-force' });
  });

  it('lists the versions and says what the last one changed', async () => {
    const draft = version({ id: '01890000-0000-7000-8000-0000000000f2', number: 2, status: 'draft', inForceOn: null });
    answers({
      'GET /api/project/versions': { versions: [{ ...draft, axes: 2, actions: 3 }, { ...version(), axes: 2, actions: 2 }], inForceId: version().id, draftId: draft.id },
      [`GET /api/project/versions/${draft.id}/differences`]: {
        from: version(), to: draft, missions: project().missions,
        differences: [
          { kind: 'action-moved', actionId: 'a', number: 2, title: 'Vaccination', fromAxis: 'Prévention', toAxis: 'Accès aux soins' },
          { kind: 'action-changed', actionId: 'b', number: 1, title: 'Soins', changes: [{ field: 'objective', before: 'En 48 h', after: null }], missionsAdded: ['care-quality'], missionsRemoved: [] },
        ],
      },
    });
    openApp('/projet/versions');
    expect(await screen.findByText(/n°\s2, Vaccination, de l’axe «\sPrévention\s» vers l’axe «\sAccès aux soins\s»/)).toBeVisible();
    expect(screen.getByText('En 48 h')).toBeVisible();
    expect(screen.getByText('Mission ajoutée : Qualité')).toBeVisible();
    expect(screen.getByText('2 différences')).toBeVisible();
  });
});
