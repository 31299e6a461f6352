import { agreements } from '@maillage/domain/contract';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openApp, testSession } from '../../testing/render';
import { Refusal, serveApi } from '../../testing/serve-api';
import { missionTone } from './mission-card';

const session = testSession();
const versions = agreements.map(({ sources, ...version }) => ({ ...version, sources: Object.entries(sources).map(([key, source]) => ({ key, ...source })) }));
const common = { 'GET /api/session': session, 'GET /api/contract/current-year': null, 'GET /api/contract/agreements': { agreements: versions } };
const size = { population: 55695, communes: 45, vintage: 2026, suggested: 2, onBoundary: false, warning: null as string | null };
const none = {
  contract: null,
  revision: 0,
  endsOn: null,
  currentYear: null,
  currentYearLabel: 'contrat non renseigné',
  years: [],
  size,
  today: '2026-11-21',
};
const years = [1, 2, 3, 4, 5].map((number) => ({ number, start: `${2021 + number}-04-15`, end: `${2022 + number}-04-14` }));
const page = {
  ...none,
  contract: {
    signedOn: '2022-04-15',
    durationYears: 5,
    agreement: 'aci-cpts/avenant-2',
    size: 3,
    prorataUnit: 'days',
    accountingYearStart: '01-01',
    membershipYearStart: '09-01',
    updatedAt: '2026-11-20T08:00:00Z',
  },
  revision: 2,
  endsOn: '2027-04-14',
  currentYear: years[4],
  currentYearLabel: 'année 5',
  years,
  size: { ...size, warning: 'Le contrat dit taille 3.' },
};

const clock = {
  missionCode: 'prevention',
  state: 'late-start',
  startedOn: null as string | null,
  deployedOn: null as string | null,
  startDue: '2023-04-15',
  deployDue: '2024-04-15',
  lateDays: 1316,
  toConfirm: false,
  sentence: '',
};
const prevention = {
  code: 'prevention',
  label: 'Prévention',
  shortLabel: 'Prévention',
  kind: 'core',
  summary: 'Prévenir.',
  parts: [],
  chosen: true,
  clock,
  actions: 2,
  revision: 1,
};
const quality = {
  ...prevention,
  code: 'care-quality',
  label: 'Qualité des soins',
  kind: 'optional',
  chosen: false,
  actions: 0,
  revision: 0,
  clock: { ...clock, missionCode: 'care-quality', state: 'not-chosen', startDue: null, deployDue: null, lateDays: 0 },
};
const missions = {
  missions: [prevention, quality],
  contractSignedOn: '2022-04-15' as string | null,
  contractEndsOn: '2027-04-14' as string | null,
  currentYearLabel: 'année 5 (15/04/2026–14/04/2027)',
  agreementLabel: 'Accord conventionnel interprofessionnel CPTS, avenant 2',
  today: '2026-11-21',
};

describe('réglages › contrat', () => {
  it('records the contract under the agreement of its signature', async () => {
    const asked = serveApi({ ...common, 'GET /api/contract': none, 'PUT /api/contract': page });
    openApp('/reglages/contrat');
    await userEvent.type(await screen.findByLabelText('Date de signature'), '15/04/2022');
    await userEvent.selectOptions(screen.getByLabelText(/^Taille inscrite/), '3');
    await userEvent.selectOptions(screen.getByLabelText(/^Début de l’année d’adhésion/), '09-01');
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    expect(await screen.findByText('Contrat enregistré.')).toBeInTheDocument();
    expect(asked.find(({ method }) => method === 'PUT')?.body).toEqual({
      revision: 0,
      signedOn: '2022-04-15',
      durationYears: 5,
      agreement: null,
      size: 3,
      prorataUnit: 'days',
      accountingYearStart: '01-01',
      membershipYearStart: '09-01',
    });
  });

  it('names what is missing and what is impossible before asking the server', async () => {
    const asked = serveApi({ ...common, 'GET /api/contract': none });
    openApp('/reglages/contrat');
    const signedOn = await screen.findByLabelText('Date de signature');
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    expect(await screen.findByText('Indiquez la date de signature.')).toBeInTheDocument();
    await userEvent.type(signedOn, '15/04/2030');
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    expect(await screen.findByText(/^Au plus tard le 21 novembre 2026/)).toBeInTheDocument();
    expect(asked.filter(({ method }) => method === 'PUT')).toEqual([]);
  });

  it('shows the size beside the population, the year that runs, and warns before the signature moves', async () => {
    serveApi({ ...common, 'GET /api/contract': page });
    openApp('/reglages/contrat');
    expect(await screen.findByText('Le contrat dit taille 3.')).toBeInTheDocument();
    expect(screen.getByText(/55 695 habitants dans 45 communes/)).toBeInTheDocument();
    expect(screen.getByText('Année 5').closest('li')).toHaveAttribute('aria-current', 'date');
    const signedOn = screen.getByLabelText('Date de signature');
    await userEvent.clear(signedOn);
    await userEvent.type(signedOn, '16/04/2022');
    expect(screen.getByText(/déplace toutes les années du contrat/)).toBeInTheDocument();
  });

  it('is read by the board, without a form', async () => {
    serveApi({ ...common, 'GET /api/session': testSession({ role: 'board' }), 'GET /api/contract': page });
    openApp('/reglages/contrat');
    expect(await screen.findByText('Seule la coordination peut modifier le contrat.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Enregistrer' })).not.toBeInTheDocument();
  });
});

describe('missions', () => {
  it('send to the contract as long as there is none', async () => {
    serveApi({ ...common, 'GET /api/missions': { ...missions, contractSignedOn: null, contractEndsOn: null } });
    openApp('/missions');
    expect(await screen.findByRole('link', { name: 'Renseigner le contrat' })).toHaveAttribute('href', '/reglages/contrat');
    expect(screen.queryByRole('button', { name: /Indiquer les dates/ })).not.toBeInTheDocument();
  });

  it('say what is late in words, and take the dates', async () => {
    const asked = serveApi({ ...common, 'GET /api/missions': missions, 'PUT /api/missions/prevention': missions });
    openApp('/missions');
    expect(await screen.findByText('1 mission en retard')).toBeInTheDocument();
    expect(screen.getByText('en retard de 1 316 jours')).toBeInTheDocument();
    expect(screen.getByText('2 actions du projet')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: /Indiquer les dates de «.Prévention.»/ }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText(/Date de déploiement/), '01/05/2023');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Enregistrer' }));
    expect(await within(dialog).findByText('Indiquez d’abord la date de démarrage.')).toBeInTheDocument();
    await userEvent.type(within(dialog).getByLabelText(/Date de démarrage/), '01/06/2023');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Enregistrer' }));
    expect(await within(dialog).findByText('Le déploiement ne peut pas précéder le démarrage.')).toBeInTheDocument();
    await userEvent.clear(within(dialog).getByLabelText(/Date de déploiement/));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Enregistrer' }));
    expect(await screen.findByText('Dates de la mission enregistrées.')).toBeInTheDocument();
    expect(asked.find(({ method }) => method === 'PUT')?.body).toEqual({
      revision: 1,
      chosen: true,
      startedOn: '2023-06-01',
      deployedOn: null,
    });
  });

  it('keep the dialog and its dates when the server refuses', async () => {
    serveApi({
      ...common,
      'GET /api/missions': missions,
      'PUT /api/missions/prevention': new Refusal(400, 'mission-after-contract', 'La date est après la fin du contrat.'),
    });
    openApp('/missions');
    await userEvent.click(await screen.findByRole('button', { name: /Indiquer les dates de «.Prévention.»/ }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText(/Date de démarrage/), '01/06/2023');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Enregistrer' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('La date est après la fin du contrat.');
    expect(within(dialog).getByLabelText(/Date de démarrage/)).toHaveValue('01/06/2023');
  });

  it('that are optional are chosen, and left unless something holds them', async () => {
    const held = {
      ...quality,
      code: 'professional-support',
      label: 'Accompagnement',
      chosen: true,
      actions: 3,
      clock: { ...quality.clock, state: 'not-started' },
    };
    const free = { ...held, code: 'libre', label: 'Libre', actions: 0, revision: 5 };
    const all = { ...missions, missions: [quality, held, free] };
    const asked = serveApi({
      ...common,
      'GET /api/missions': all,
      'PUT /api/missions/care-quality': all,
      'PUT /api/missions/libre': all,
    });
    openApp('/missions');
    await userEvent.click(await screen.findByRole('button', { name: /Choisir la mission «.Qualité des soins.»/ }));
    await waitFor(() =>
      expect(asked.find(({ path }) => path === '/api/missions/care-quality')?.body).toMatchObject({ chosen: true, revision: 0 }),
    );
    expect(screen.getByText(/rattachez d’abord ses 3 actions/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: /Ne plus suivre la mission «.Libre.»/ }));
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', { name: 'Ne plus suivre cette mission' }),
    );
    await waitFor(() =>
      expect(asked.find(({ path }) => path === '/api/missions/libre')?.body).toMatchObject({ chosen: false, revision: 5 }),
    );
  });

  it('are read without a way to change them by a lead', async () => {
    serveApi({ ...common, 'GET /api/session': testSession({ role: 'lead' }), 'GET /api/missions': missions });
    openApp('/missions');
    expect(await screen.findByText('Prévention')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Indiquer|Choisir/ })).not.toBeInTheDocument();
  });

  it.each([
    ['deployed', {}, 'attained'],
    ['late-deploy', {}, 'late'],
    ['started', { deployDue: '2027-02-01' }, 'on-track'],
    ['started', { deployDue: '2026-12-31' }, 'at-risk'],
    ['not-started', { startDue: '2027-06-01' }, 'none'],
    ['not-started', { startDue: '2026-11-21' }, 'at-risk'],
  ] as const)('%s %j is shown as %s', (state, change, tone) => {
    expect(missionTone({ clock: { ...clock, state, ...change } }, '2026-11-21')).toBe(tone);
  });
});
